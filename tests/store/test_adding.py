"""Adding: again changes nothing, an edited document is a new version, decisions follow unchanged figures."""

from __future__ import annotations

from ledger.service import Filter, Ledger

from .conftest import refuse

FIRE = "The mayor said that 40 houses were destroyed in Velm. The next day 1,200 people fled to Karn."


def stands(ledger: Ledger, **wanted: str) -> dict[str, tuple[str, str]]:
    """What stands: status and reason, by mention."""
    return {row.text: (row.status, row.reason) for row in ledger.claims(Filter(**wanted), size=500)}


def id_of(ledger: Ledger, mention: str) -> str:
    return next(row.id for row in ledger.claims(size=500) if row.text == mention)


def test_adding_again_changes_nothing(ledger, articles):
    folder = articles(fire=FIRE, calm="Nobody was there.")
    first = ledger.add([folder], refuse)
    assert (first.unchanged, first.recorded[:3]) == (0, (2, 0, 2))
    before, state = ledger.verify(), ledger.state()
    again = ledger.add([folder], refuse)
    assert (again.unchanged, again.recorded[:3]) == (2, (0, 0, 0))
    assert (ledger.verify(), ledger.state()) == (before, state)


def test_decisions_follow_unchanged_figures_and_no_others(ledger, articles):
    folder = articles(fire=FIRE)
    ledger.add([folder], refuse)
    for mention in ("40 houses", "1,200 people"):
        ledger.decide(id_of(ledger, mention), "verify")
    articles(fire="By noon, the mayor said that 65 houses were destroyed in Velm. The next day 1,200 people fled north to Karn.")
    added = ledger.add([folder], refuse)
    assert added.recorded == (1, 1, 2, 1, 1, 0)
    assert stands(ledger) == {
        "65 houses": ("unreviewed", "the figure changed: 40 houses became 65 houses"),
        "1,200 people": ("verified", ""),
    }
    assert [row.text for row in ledger.queue()] == ["65 houses"]
    shown = ledger.claim(id_of(ledger, "1,200 people"))
    assert [(said.action, said.reviewer) for said in shown.decisions] == [("verify", "ana")]
    assert shown.follows is not None


def test_a_decision_on_an_old_version_reaches_the_claim_that_stands(ledger, articles):
    folder = articles(fire=FIRE)
    ledger.add([folder], refuse)
    old = id_of(ledger, "1,200 people")
    articles(fire="Yesterday. " + FIRE)
    ledger.add([folder], refuse)
    ledger.decide(old, "reject")
    assert stands(ledger)["1,200 people"] == ("rejected", "")
    assert ledger.undo() is not None
    assert stands(ledger)["1,200 people"] == ("unreviewed", "")


def test_a_version_that_comes_back_stands_as_it_stood(ledger, articles):
    folder = articles(fire=FIRE)
    ledger.add([folder], refuse)
    ledger.decide(id_of(ledger, "40 houses"), "verify")
    articles(fire=FIRE.replace("40", "65"))
    ledger.add([folder], refuse)
    assert stands(ledger)["65 houses"][0] == "unreviewed"
    articles(fire=FIRE)
    ledger.add([folder], refuse)
    assert stands(ledger) == {"40 houses": ("verified", ""), "1,200 people": ("unreviewed", "")}
    assert ledger.state() == (ledger.rebuild(), ledger.state())[1]


def test_the_same_bytes_elsewhere_are_the_same_document(ledger, articles):
    folder = articles(fire=FIRE)
    ledger.add([folder], refuse)
    articles(copy=FIRE)
    assert ledger.add([folder], refuse).recorded == (1, 0, 0, 0, 0, 1)
    articles(fire="Nobody was there.")
    ledger.add([folder], refuse)
    assert set(stands(ledger)) == {"40 houses", "1,200 people"}
    articles(copy="Nobody was here.")
    ledger.add([folder], refuse)
    assert stands(ledger) == {}
    assert set(stands(ledger, old=True)) == {"40 houses", "1,200 people"}


def test_a_source_that_is_corrected_reads_the_document_again(ledger, articles, tmp_path):
    folder = articles(fire="On 3 May the mayor said that 40 houses were destroyed.")
    sources = tmp_path / "articles" / "sources.toml"
    sources.write_text('[[source]]\nfile = "fire.txt"\npublished = "2020-05-04"\n', "utf-8")
    ledger.add([folder], refuse)
    claim = id_of(ledger, "40 houses")
    ledger.decide(claim, "verify")
    assert ledger.claim(id_of(ledger, "3 May")).claim.low.isoformat() == "2020-05-03"
    sources.write_text('[[source]]\nfile = "fire.txt"\npublished = "2021-05-04"\n', "utf-8")
    ledger.add([folder], refuse)
    assert ledger.claim(id_of(ledger, "3 May")).claim.low.isoformat() == "2021-05-03"
    assert stands(ledger)["3 May"] == ("unreviewed", "the figure changed: 3 May became 3 May")
    assert stands(ledger)["40 houses"] == ("verified", "")
    assert ledger.state() == (ledger.rebuild(), ledger.state())[1]


def test_what_cannot_be_read_is_told_and_the_others_are_added(ledger, articles, tmp_path):
    folder = articles(fire=FIRE)
    (tmp_path / "articles" / "broken.txt").write_bytes(b"\0\1\2")
    told = []
    assert ledger.add([folder], told.append).recorded.documents == 1
    assert [str(error).startswith(f"{folder}/broken.txt") for error in told] == [True]


def test_conflicts_come_and_go_with_the_claims(ledger, articles):
    one, other = (
        "The mayor said that 40 houses were destroyed in Velm on 3 May 2021.",
        "The mayor said that 65 houses were destroyed in Velm on 3 May 2021.",
    )
    folder = articles(one=one, other=other)
    assert ledger.add([folder], refuse).compared.fresh >= 1
    wanted = Filter(verdict="conflict")
    finding = ledger.findings(wanted)[0]
    assert (finding.status, ledger.queue()[0].id) == ("open", finding.id)
    articles(other=one)
    assert ledger.add([folder], refuse).compared.withdrawn >= 1
    assert (ledger.findings(wanted), ledger.findings(Filter(verdict="conflict", old=True))[0].id) == ([], finding.id)
    articles(other=other)
    assert ledger.add([folder], refuse).compared.fresh >= 1
    assert [row.id for row in ledger.findings(wanted)] == [finding.id]
    assert ledger.state() == (ledger.rebuild(), ledger.state())[1]


def test_a_document_is_held_whole(ledger, articles):
    folder = articles(fire=FIRE)
    ledger.add([folder], refuse)
    document = ledger.document(f"{folder}/fire.txt")
    assert document.text == FIRE
    assert [row.text for row in ledger.claims(Filter(document=document.id))] == ["40 houses", "1,200 people"]


def test_several_processes_add_what_one_adds(ledger, articles):
    folder = articles(**{f"n{number}": f"The mayor of town {number} paid ${number + 2},000." for number in range(330)})
    assert ledger.add([folder], refuse, jobs=2).recorded.documents == 330
    again = ledger.add([folder], refuse, jobs=2)
    assert (again.unchanged, again.recorded.documents) == (330, 0)
    assert len(ledger.claims(Filter(kind="money"), size=500)) == 330
    ledger.verify()


def test_edited_aliases_are_other_rules_and_everything_is_compared_again(ledger, articles, tmp_path, monkeypatch):
    folder = articles(fire=FIRE)
    (tmp_path / "factledger.toml").write_text('aliases = "names.tsv"\n', "utf-8")
    (tmp_path / "names.tsv").write_text("Velm\tOld Velm\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    ledger.add([folder], refuse)
    assert ledger.add([folder], refuse).unchanged == 1
    (tmp_path / "names.tsv").write_text("Velm\tOld Velm, Velmburg\n", "utf-8")
    assert ledger.add([folder], refuse).unchanged == 0
    assert ledger.add([folder], refuse).unchanged == 1
