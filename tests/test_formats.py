"""What other programs read of ``check`` keeps to what they ask for, whatever stands in the documents."""

from __future__ import annotations

import json
import os
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
CODE_QUALITY = Draft202012Validator({  # as GitLab's documentation of code quality reports has it
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./)"},
                    "lines": {"type": "object", "required": ["begin"], "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
})  # fmt: skip
JUNIT = {
    "testsuites": ({"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped", "time", "timestamp", "hostname", "id", "package"}, {"testcase"}),
    "testcase": ({"name", "time", "classname", "group"}, {"skipped", "error", "failure", "system-out", "system-err"}),
    "failure": ({"type", "message"}, set()), "skipped": ({"type", "message"}, set()), "system-out": (set(), set()),
}  # fmt: skip
"""Of each element the attributes and children that junit-10.xsd of Jenkins' xUnit plugin allows, as far as we write them."""
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

    return check([os.path.relpath(ROOT / "seeds")], fail)


@pytest.fixture(scope="module")
def every_kind(tmp_path_factory) -> Outcome:
    """A finding of every check, from the tiny articles that the checks declare."""
    folder = tmp_path_factory.mktemp("kinds")
    for each in declared("ledger.reconciliation.checks"):
        place = folder / each.code
        place.mkdir()
        said = []
        for number, article in enumerate(each.cases()[0]):
            date, text = re.match(r"(?:\[([\d-]+)\] )?(.*)", article, re.DOTALL).groups()
            (place / f"{number}.txt").write_text(text, "utf-8")
            said += [f'[[source]]\nfile = "{number}.txt"\npublished = "{date}"\n'] if date else []
        (place / "sources.toml").write_text("".join(said), "utf-8")

    def fail(error):
        raise error

    outcomes = [check([str(place)], fail) for place in sorted(folder.iterdir())]
    found = [finding for outcome in outcomes for finding in outcome.findings]
    origins = {path: origin for outcome in outcomes for path, origin in outcome.origins.items()}
    return Outcome(len(origins), 0, found, origins)


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
            CODE_QUALITY.validate(entries)
            assert len({entry["fingerprint"] for entry in entries}) == len(entries)
            return len(entries)
        case "junit":
            suites = ElementTree.fromstring(printed)
            for element in suites.iter():
                attributes, children = JUNIT[element.tag]
                assert element.attrib.keys() <= attributes
                assert {child.tag for child in element} <= children
                assert element.tag not in ("testsuite", "testcase") or element.attrib.get("name")
            assert len(suites.findall(".//testcase")) == int(suites.attrib["tests"])
            assert len(suites.findall(".//failure")) == int(suites.attrib["failures"])
            return sum(case.attrib["name"].endswith("]") for case in suites.iter("testcase"))
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
def test_findings_of_every_check_are_told_in_every_format(format, every_kind):
    codes = {finding.code for finding in every_kind.findings}
    assert {check.code for check in declared("ledger.reconciliation.checks")} <= codes
    distinct = {finding.fingerprint: finding for finding in every_kind.findings}.values()
    outcome = replace(every_kind, findings=list(distinct))
    assert _findings(format, outcome) == len(outcome.findings) > 20
    assert all(code in _printed(format, outcome) for code in codes)


FINGERPRINTS = {
    "json": lambda printed: [each["fingerprint"] for each in json.loads(printed)["findings"]],
    "sarif": lambda printed: [each["partialFingerprints"]["factledger/v1"] for each in json.loads(printed)["runs"][0]["results"]],
    "gitlab": lambda printed: [each["fingerprint"] for each in json.loads(printed)],
    "junit": lambda printed: [case.attrib["name"][-21:-1] for case in ElementTree.fromstring(printed).iter("testcase")],
}


@pytest.mark.parametrize("format", FINGERPRINTS)
def test_the_very_same_findings_in_the_same_order(format, seeds):
    assert FINGERPRINTS[format](_printed(format, seeds)) == [finding.fingerprint for finding in seeds.findings]


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
