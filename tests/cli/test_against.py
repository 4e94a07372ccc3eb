"""``check`` against what was verified: a newsroom's figures from its ledger to a build that refuses other ones."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PART = "27 documents out of 31"


@pytest.fixture(scope="module")
def room(tmp_path_factory, factledger):
    """``room(*arguments)`` runs in a folder where ana has verified one figure of the seeds, corrected one and rejected one."""
    folder = tmp_path_factory.mktemp("room")
    (folder / "seeds").symlink_to(ROOT / "seeds")

    def call(*arguments, stdin=b""):
        return factledger(*arguments, cwd=folder, stdin=stdin, FACTLEDGER_URL="", FACTLEDGER_REVIEWER="ana")

    call("add", "seeds/")
    rows = map(json.loads, call("claims", "--limit", "0", "--format", "jsonl").stdout.splitlines())
    ids = {" ".join(row["mention"]["quote"].split()): row["id"] for row in rows}
    call("decide", ids[PART], "verify", "--note", "the ambassador's own words")
    call("decide", ids["28 and a half out of 30"], "reject")
    call("decide", ids["33 Russians"], "correct", "low=34", "high=34")
    assert call("export", "--output", "verified.json").returncode == 0
    call.folder = folder
    return call


@pytest.mark.parametrize("held", [("--against", "verified.json"), ("--ledger", "ledger.db")])
@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Belarus and Russia have agreed 29 of 31 roadmaps.", 1),
        ("By July, 29 out of 31 roadmaps had been approved, Mezentsev said.", 1),
        ("Belarus and Russia have agreed 27 of the 31 roadmaps.", 0),
        ("Mezentsev said that 27 of the 31 had been approved.", 0),
        ("Siamashka has counted 28 of the 30 agreed roadmaps.", 0),
        ("Nine of the 31 schools were shut.", 0),
    ],
)
def test_a_text_is_held_against_what_was_verified(room, held, text, status):
    done = room("check", "-", *held, "--format", "concise", stdin=text.encode())
    assert (done.returncode, done.stdout.count("\n")) == (status, status)
    if status:
        assert done.stdout.startswith("-:1:")
        assert f"{PART} was verified by ana on 20" in done.stdout


FORMATS = ("text", "concise", "json", "sarif", "github", "gitlab", "junit")


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_names_the_decision_the_reviewer_and_the_date(room, format):
    (room.folder / "new.md").write_text("29 of the 31 roadmaps have been approved.", "utf-8")
    done = room("check", "new.md", "--against", "verified.json", "--format", format)
    decided = json.loads((room.folder / "verified.json").read_text("utf-8"))["claims"]
    ruling = next(each for each in decided if each["mention"]["quote"] == PART)
    assert done.returncode == 1
    said = f"was verified by ana on {ruling['ruling']['at'][:10]} (decision {ruling['decided']['seq']} of verified.json)"
    assert said in (ElementTree.fromstring(done.stdout).find(".//failure").get("message") if format == "junit" else done.stdout)
    if format == "json":
        (finding,) = json.loads(done.stdout)["findings"]
        assert [claim["document"] for claim in finding["claims"]] == ["new.md", "verified.json#seeds/before-the-election.txt"]
        assert finding["claims"][1]["id"] == ruling["id"] == finding["decisions"][0]["target"]
        assert (finding["decisions"][0]["reviewer"], finding["decisions"][0]["note"]) == ("ana", "the ambassador's own words")
    if format == "sarif":
        (result,) = json.loads(done.stdout)["runs"][0]["results"]
        assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "verified.json"


def test_a_corrected_value_counts_as_corrected(room):
    text = (ROOT / "seeds" / "brotherly-ties.txt").read_text("utf-8")
    done = room("check", "-", "--against", "verified.json", "--format", "concise", stdin=text.encode())
    assert done.returncode == 1
    assert "33 was corrected to 34 by ana" in done.stdout
    assert room("check", "-", "--against", "verified.json", stdin=text.replace("33 Russians", "34 Russians").encode()).returncode == 0


def test_the_texts_themselves_have_no_other_findings_than_before(room):
    def fingerprints(*held):
        return [each["fingerprint"] for each in json.loads(room("check", "seeds/", "--format", "json", *held).stdout)["findings"]]

    alone, against = fingerprints(), fingerprints("--against", "verified.json")
    assert len(alone) >= 2
    assert [each for each in against if each in alone] == alone
    assert len(against) == len(alone) + 1  # the corrected figure


def test_several_exports_count_and_one_that_is_broken_stops_it(room):
    export = (room.folder / "verified.json").read_text("utf-8")
    (room.folder / "broken.json").write_text(export.replace('"verified"', '"corrected"', 1), "utf-8")
    text = b"29 of the 31 roadmaps have been approved."
    twice = room("check", "-", "--against", "verified.json", "--against", "verified.json", "--format", "json", stdin=text)
    assert (twice.returncode, len(json.loads(twice.stdout)["findings"])) == (1, 1)
    done = room("check", "-", "--against", "verified.json", "--against", "broken.json", stdin=text)
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (3, "", 1)
    assert done.stderr.startswith("factledger: broken.json: ")
    assert room("check", "-", "--against", "nothing.json", stdin=text).returncode == 2
    assert room("check", "-", "--ledger", "nothing.db", stdin=text).returncode == 2


def test_what_is_kept_of_a_check_minds_what_it_was_held_against(room):
    (room.folder / "kept.txt").write_text("29 of the 31 roadmaps have been approved.", "utf-8")
    for held, status in ((("--against", "verified.json"), 1), ((), 0), (("--against", "verified.json"), 1)):
        assert room("check", "kept.txt", "--cache-dir", "cache", *held).returncode == status
