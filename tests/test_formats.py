"""What other programs read of ``check`` keeps to what they ask for, whatever stands in the documents."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from jsonschema import Draft202012Validator

from ledger.cli.schema import schema_text
from ledger.gate.records import Excused
from ledger.pipeline import check, line_starts
from ledger.records import Source
from ledger.registry import declared
from ledger.reports import Origin, Outcome
from ledger.reports.github import LIMIT
from tests.test_reports import TWO

ROOT = Path(__file__).parent.parent
REPORTS = {report.code: report for report in declared("ledger.reports")}
SARIF = Draft202012Validator(json.loads((ROOT / "tests/published/sarif-2.1.0.json").read_text("utf-8")))
HOSTILE = [
    "::error file=x::owned",
    "##[error]owned",
    "]]><failure/>",
    "</script><script>",
    '"},{"description":"owned',
    "%0A::warning::owned",
    "a\u2028::error::owned",
    "\ufffe\uffff\x1b[31m",
]


def _printed(format: str, outcome: Outcome) -> str:
    return "\n".join(str(line) for line in REPORTS[format].lines(outcome, 100))


@pytest.fixture(scope="module")
def seeds() -> Outcome:
    def fail(error):
        raise error

    return check([str(ROOT / "seeds")], fail)


@pytest.fixture(scope="module", params=HOSTILE)
def hostile(request) -> Outcome:
    """TWO, with what is hostile in the path, the message, the sentence, the speaker and the publisher."""
    words, finding = request.param, TWO.findings[0]
    path = words.replace("/", "") + ".txt"

    def changed(claim):
        sentence = claim.sentence.model_copy(update={"quote": claim.sentence.quote + words})
        return claim.model_copy(update={"sentence": sentence, "speaker": words, "document": path})

    found = finding.model_copy(update={"message": words, "claims": tuple(changed(claim) for claim in finding.claims)})
    return Outcome(2, 2, [found], {path: Origin(Source(publisher=words), line_starts("\n".join(["x" * 40] * 9)))})


def _findings(format: str, outcome: Outcome) -> int:
    """How many findings a reader of the format finds."""
    printed = _printed(format, outcome)
    match format:
        case "sarif":
            log = json.loads(printed)
            SARIF.validate(log)
            return len(log["runs"][0]["results"])
        case "gitlab":
            entries = json.loads(printed)
            assert all(set(entry) == {"description", "check_name", "fingerprint", "severity", "location"} for entry in entries)
            assert all(entry["severity"] in {"info", "minor", "major", "critical", "blocker"} for entry in entries)
            assert len({entry["fingerprint"] for entry in entries}) == len(entries)
            return len(entries)
        case "junit":
            suites = ElementTree.fromstring(printed)
            assert len(suites.findall(".//testcase")) == int(suites.attrib["tests"])
            assert len(suites.findall(".//failure")) == int(suites.attrib["failures"])
            return len(suites.findall(".//testcase[@file]"))
        case "github":
            lines = printed.splitlines()
            assert not any("##[" in line for line in lines if not line.startswith("::"))
            return sum(bool(re.match(r"::(error|warning|notice) file=[^,]+,line=\d+,|- ", line)) for line in lines)
        case "concise":
            return len(printed.splitlines())
        case "json":
            return len(json.loads(printed)["findings"])
        case _:
            return len(re.findall(r"^[A-Z]\d{3} ", printed, re.MULTILINE))


@pytest.mark.parametrize("format", REPORTS)
def test_all_formats_tell_of_the_same_findings(format, seeds):
    assert _findings(format, seeds) == len(seeds.findings) > 5
    assert _findings(format, seeds.conflicts()) == len(seeds.conflicts().findings) >= 2
    assert _findings(format, Outcome(0, 0, [], {})) == 0


@pytest.mark.parametrize("format", REPORTS)
def test_nothing_is_forged(format, hostile):
    assert _findings(format, hostile) == 1
    printed = _printed(format, hostile)
    assert "\x1b" not in printed
    assert format not in {"github", "text"} or sum(line.lstrip().startswith("::") for line in printed.splitlines()) == (format == "github")


def test_sarif_says_where_and_against_what():
    log = json.loads(_printed("sarif", TWO))
    result = log["runs"][0]["results"][0]
    region = result["locations"][0]["physicalLocation"]["region"]
    assert region == {"startLine": 2, "startColumn": 15, "endLine": 2, "endColumn": 17, "snippet": {"text": "40"}}
    assert [place["physicalLocation"]["artifactLocation"]["uri"] for place in result["relatedLocations"]] == ["1.txt"]
    assert result["partialFingerprints"] == {"factledger/v1": "f"}
    assert (result["kind"], result["level"]) == ("fail", "error")


def test_what_is_excused_is_told_where_a_format_can():
    excused = Excused(finding=TWO.findings[0], by="comment", reason="settled ]]> \x1b", until="2027-01-01", place="0.txt:3")
    accepted = Excused(finding=TWO.findings[0], by="baseline", reason="old", author="Ash")
    known = Excused(finding=TWO.findings[0], by="revision", reason="v1")
    outcome = replace(TWO, findings=[], excused=[excused, accepted, known])
    log = json.loads(_printed("sarif", outcome))
    SARIF.validate(log)
    results = log["runs"][0]["results"]
    told = {"kind": "inSource", "status": "accepted", "justification": excused.reason}
    assert results[0]["suppressions"] == [told | {"properties": {"until": "2027-01-01", "place": "0.txt:3"}}]
    assert (results[1]["baselineState"], results[1]["suppressions"][0]["kind"]) == ("unchanged", "external")
    assert (results[2]["baselineState"], "suppressions" in results[2]) == ("unchanged", False)
    suites = ElementTree.fromstring(_printed("junit", outcome))
    assert [each.attrib["message"] for each in suites.findall(".//skipped")] == [
        "comment: settled ]]> \\x1b (until 2027-01-01)", "baseline: old", "revision: v1",
    ]  # fmt: skip
    assert (suites.attrib["tests"], suites.attrib["failures"]) == ("3", "0")
    report = json.loads(_printed("json", outcome))
    Draft202012Validator(json.loads(schema_text("CheckReport"))).validate(report)
    assert [each["by"] for each in report["excused"]] == ["comment", "baseline", "revision"]
    assert [_printed(format, outcome) for format in ("text", "concise", "github")] == ["", "", ""]


def test_what_agrees_fails_nothing():
    agreeing = replace(TWO, findings=[TWO.findings[0].model_copy(update={"verdict": "corroborate"})])
    result = json.loads(_printed("sarif", agreeing))["runs"][0]["results"][0]
    assert (result["kind"], result["level"]) == ("informational", "none")
    assert "<failure" not in _printed("junit", agreeing)
    assert _printed("github", agreeing).startswith("::notice ")


def test_github_is_told_what_its_limit_cuts():
    many = replace(TWO, findings=TWO.findings * (LIMIT + 3))
    lines = _printed("github", many).splitlines()
    assert sum(line.startswith("::error ") for line in lines) == LIMIT
    assert lines[LIMIT] == "3 more, past the 10 annotations of a level that are shown:"
    assert lines[LIMIT + 1] == "- 0.txt:2:15: X000 40 against 65 houses"


def test_github_escapes_what_would_end_a_property():
    line = _printed("github", replace(TWO, findings=TWO.findings, origins=TWO.origins))
    assert line == (
        "::error file=0.txt,line=2,endLine=2,col=15,endColumn=17,title=X000 value"
        "::40 against 65 houses%0A1.txt:1:15: The fire took 65 houses, she said."
    )
