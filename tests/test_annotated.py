"""What is found in annotated articles does not get worse: floors, which rise with what was reached."""

from __future__ import annotations

import pytest

from benchmarks.annotated import HOME, Mark, beforehand, folders, scores

FLOORS = {
    "articles": {
        "values found": 0.98, "values right": 0.961, "kind": 0.972, "bound": 0.994, "unit": 0.975, "counted": 0.959, "speaker": 0.923,
        "traps avoided": 0.969,
    },
    "events": {"conflicts found": 0.84, "conflicts right": 0.99, "agreements found": 0.844, "decoys quiet": 1.0},
}  # fmt: skip


@pytest.mark.parametrize("kind", FLOORS)
def test_what_is_found_does_not_get_worse(kind):
    found = scores([folder for folder in folders() if folder.parent.name == kind or folder.name == kind])
    below = {measure: found.share(measure) for measure, floor in FLOORS[kind].items() if found.share(measure) < floor}
    assert not below, "\n".join([str(below), *found.misses])


def test_there_is_enough_to_tell():
    found = scores(folders())
    assert found.of["conflicts found"] > 100
    assert found.of["values found"] > 2000


def test_stories_of_different_events_are_left_in_peace_when_all_are_checked_together():
    found = scores(folders())
    assert found.of["stories in peace"] > 400
    assert found.share("stories in peace") >= 0.98, "\n".join(miss for miss in found.misses if miss.startswith("stories"))


def test_documents_that_were_marked_in_part_are_there_and_count_in_a_measure_that_is():
    measures = FLOORS["articles"].keys() - {"values found", "values right"}
    documents = {path.stem for path in (HOME / "articles").iterdir()}
    for name, counting in beforehand().items():
        assert name in documents
        assert counting <= measures, name


@pytest.mark.parametrize(
    ("said", "fields"),
    [
        ("count; 12..; at_least; counted=people", {"kind": "count", "low": "12", "high": "", "bound": "at_least", "counted": "people"}),
        ("date; 2031-03-22; optional", {"kind": "date", "low": "2031-03-22", "high": "2031-03-22", "bound": "exact", "optional": ""}),
    ],
)
def test_a_mark_says(said, fields):
    assert Mark(0, 1, "x", said).fields == fields


def test_every_finding_names_marks_that_are_there():
    for path in HOME.glob("events/*/findings.txt"):
        text = "".join(each.read_text("utf-8") for each in path.parent.glob("*.txt") if each != path)
        for line in path.read_text("utf-8").splitlines():
            verdict, *names = line.partition(":")[0].split()
            assert all(f"|{name}]]" in text for name in names[verdict == "conflict" :]), line
