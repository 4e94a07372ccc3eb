"""Two newsrooms compare: what one has verified is taken in by the other, as events that say where they come from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from ledger.errors import ProofError, UsageError
from ledger.exports.digest import digest
from ledger.exports.verification import verified
from ledger.registry import declared
from ledger.service import Filter, Ledger
from ledger.store.bodies import BODIES
from ledger.store.canonical import parsed

from .conftest import refuse

THERE = "The mayor said that 40 houses were destroyed in Velm on 3 May 2021."
HERE = "The mayor said that 65 houses were destroyed in Velm on 3 May 2021."
WRITE = next(each.write for each in declared("ledger.exports.formats") if each.code == "verified")


@pytest.fixture
def theirs(tmp_path):
    """The other newsroom's ledger; ben decides."""
    with Ledger(str(tmp_path / "theirs.db"), "ben", create=True) as book:
        yield book


@pytest.fixture
def exported(theirs, tmp_path):
    """``exported()`` is what the other newsroom has verified, read back from its file once it is proved."""

    def export():
        path = tmp_path / "export.json"
        path.write_bytes(WRITE(theirs.verified()))
        return verified(path)

    return export


def houses(book: Ledger) -> str:
    return next(row.id for row in book.claims(size=50) if row.text.endswith("houses"))


def kinds(book: Ledger) -> list[str]:
    return [event.kind for event in book.events()]


def test_a_figure_that_contradicts_one_of_this_ledger_is_a_finding(ledger, theirs, exported, articles):
    folder = articles(flood=THERE)
    theirs.add([f"{folder}/flood.txt"], refuse)
    theirs.decide(houses(theirs), "verify", "by telephone")
    articles(fire=HERE)
    ledger.add([f"{folder}/fire.txt"], refuse)

    merged, compared = ledger.merge(exported(), "velm-post")

    assert (merged.documents, merged.claims, merged.decisions, merged.known) == (1, 1, 1, 0)
    assert compared.fresh == 1
    conflict = ledger.finding(ledger.findings(Filter(verdict="conflict"))[0].id)
    assert {claim.document.partition(":")[0] for claim in conflict.finding.claims} >= {"velm-post"}
    shown = ledger.claim(houses(theirs))
    assert (shown.row.status, shown.claim.sentence.quote) == ("verified", THERE)
    assert [(said.reviewer, said.action, said.note) for said in shown.decisions] == [("ben (velm-post)", "verify", "by telephone")]
    assert next(event for event in ledger.events() if event.kind == "import").by == "ana"
    for event in ledger.events():
        body = BODIES[event.kind]
        assert body.__required_keys__ <= parsed(event.body).keys() <= body.__required_keys__ | body.__optional_keys__, event.kind


def test_the_origin_is_in_the_chain_and_all_of_it_is_proved(ledger, theirs, exported, articles):
    theirs.add([articles(fire=HERE)], refuse)
    theirs.decide(houses(theirs), "verify")
    export = exported()
    ledger.merge(export, "velm-post")
    header, decision = (json.loads(next(event.body for event in ledger.events() if event.kind == kind)) for kind in ("import", "decision"))
    assert (header["name"], header["size"], header["root"]) == ("velm-post", export.checkpoint.size, export.checkpoint.root)
    origin = decision["origin"]
    assert (origin["export"], origin["seq"], origin["at"]) == (export.digest, export.claims[0].decided.seq, export.claims[0].ruling.at)
    assert origin["event"] == next(event.hash for event in theirs.events() if event.kind == "decision")
    before = ledger.state()
    ledger.verify()
    ledger.rebuild()
    assert ledger.state() == before


def test_again_changes_nothing_and_a_later_export_brings_only_what_is_new(ledger, theirs, exported, articles):
    theirs.add([articles(fire=HERE, flood=THERE)], refuse)
    ids = [row.id for row in theirs.claims(size=50)]
    theirs.decide(ids[0], "verify")
    first = exported()
    ledger.merge(first, "velm-post")
    chain, state = kinds(ledger), ledger.state()
    merged, compared = ledger.merge(first, "under another name")
    assert (merged.known, merged.decisions, compared.fresh) == (1, 0, 0)
    assert (kinds(ledger), ledger.state()) == (chain, state)
    for id in ids[1:]:
        theirs.decide(id, "verify")
    merged, _ = ledger.merge(exported(), "velm-post")
    assert (merged.known, merged.decisions, merged.claims) == (1, len(ids) - 1, len(ids) - 1)
    texts = {ledger.document(row.document).text for row in ledger.claims(size=50)}
    assert texts == {HERE[: HERE.index(".") + 1], THERE[: THERE.index(".") + 1]}
    ledger.verify()


def test_rulings_that_differ_are_a_disagreement(ledger, theirs, exported, articles):
    folder = articles(fire=HERE)
    for book in (ledger, theirs):
        book.add([folder], refuse)
    ledger.decide(houses(ledger), "reject", "a typing error")
    theirs.decide(houses(theirs), "correct", fields={"low": "64", "high": "64"})
    merged, _ = ledger.merge(exported(), "velm-post")
    assert (merged.documents, merged.claims, merged.decisions, merged.otherwise) == (0, 0, 1, 1)
    shown = ledger.claim(houses(ledger))
    assert shown.row.status == "disagreement"
    assert [(said.reviewer, said.action) for said in shown.decisions] == [("ana", "reject"), ("ben (velm-post)", "correct")]
    assert shown.claim.document == f"{folder}/fire.txt"


def test_what_was_imported_is_not_published_as_our_own(ledger, theirs, exported, articles):
    theirs.add([articles(fire=HERE)], refuse)
    theirs.decide(houses(theirs), "verify")
    ledger.merge(exported(), "velm-post")
    assert ledger.verified().claims == ()
    ledger.decide(houses(ledger), "verify")
    (claim,) = ledger.verified().claims
    assert claim.ruling.reviewer == "ana"
    assert theirs.merge(ledger.verified(), "back")[0].decisions == 1
    assert theirs.verified().claims[0].ruling.reviewer == "ben"


def test_the_file_itself_takes_the_place_of_its_quotes(ledger, theirs, exported, articles):
    folder = articles(fire=f"It was hot.\n\n{HERE}")
    theirs.add([folder], refuse)
    theirs.decide(houses(theirs), "verify")
    ledger.merge(exported(), "velm-post")
    quoted = ledger.document(ledger.claim(houses(ledger)).row.document).text
    assert quoted == "\n" * 13 + HERE
    ledger.add([folder], refuse)
    assert ledger.document(f"{folder}/fire.txt").text == f"It was hot.\n\n{HERE}"
    shown = ledger.claim(houses(ledger))
    assert (shown.row.status, shown.row.document) == ("verified", f"{folder}/fire.txt")
    ledger.verify()


@pytest.mark.parametrize(
    ("path", "value", "complaint"),
    [
        (("id",), "0" * 20, "is not named after its place"),
        (("found", "body", "claim", "kind"), "COUNT!", "kind is not what a claim can have"),
        (("ruling", "fields"), {"low": "many"}, "low is not what a claim can have"),
        (("found", "body", "claim", "span", "quote"), "sixty-five", "a quote is longer or shorter"),
    ],
)
def test_a_claim_that_cannot_be_one_stops_it(ledger, theirs, exported, articles, path, value, complaint):
    theirs.add([articles(fire=HERE)], refuse)
    theirs.decide(houses(theirs), "verify")
    told = exported().model_dump(mode="json")
    inner = told["claims"][0]
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    with pytest.raises(ProofError, match=complaint):
        ledger.merge(type(exported()).model_validate(told | {"digest": digest(told)}), "velm-post")
    assert kinds(ledger) == []


def test_a_place_beyond_any_document_stops_it(ledger, theirs, exported, articles, tmp_path):
    theirs.add([articles(fire=HERE)], refuse)
    theirs.decide(houses(theirs), "verify")
    claim = exported().claims[0]
    far = claim.sentence.model_copy(update={"start": 1 << 40, "end": (1 << 40) + len(HERE)})
    export = exported().model_copy(update={"claims": (claim.model_copy(update={"sentence": far}),)})
    with pytest.raises(UsageError, match="beyond any document"):
        ledger.merge(export, "velm-post")
    assert kinds(ledger) == []


def test_from_the_command_line(tmp_path, exported, theirs, articles):
    from typer.testing import CliRunner

    from ledger.cli.app import app

    theirs.add([articles(fire=HERE)], refuse)
    theirs.decide(houses(theirs), "verify")
    exported()
    book = str(tmp_path / "mine.db")
    call = ["import", str(tmp_path / "export.json"), "--as", "velm\x1b post", "--ledger", book, "--by", "ana"]
    done = CliRunner().invoke(app, call)
    assert done.exit_code == 0
    assert done.stdout.splitlines() == [
        "1 verified claim of velm\\x1b post, 0 known here",
        "1 document and 1 claim added, 0 judged otherwise here",
        "0 findings new or changed, 0 withdrawn",
    ]
    assert json.loads(CliRunner().invoke(app, [*call, "--format", "json"]).stdout)["known"] == 1
    (tmp_path / "export.json").write_text((tmp_path / "export.json").read_text("utf-8").replace('"65"', '"66"'), "utf-8")
    refused = CliRunner().invoke(app, call)
    assert isinstance(refused.exception, ProofError)
    assert Path(book).exists()
