"""What was worked out before is not worked out again, and never shows: the same bytes with and without a cache."""

from __future__ import annotations

import gc
import random
import sqlite3
from concurrent.futures import ThreadPoolExecutor

import pytest

from ledger import pipeline
from ledger.pipeline import updating
from ledger.pipeline.cache import Cache

_FIRST, _LAST = ("Gra", "Hal", "Dun", "Sor", "Kes"), ("dova", "mark", "pelyn", "vik", "brod", "zin")
PLACES = ["Velm", "Tezak", "Orlan", *(first + last for first in _FIRST for last in _LAST)]
TEXT = (
    "The mayor of {place}, {name}, said that {count} houses were destroyed in {place} on 3 May 2021.\n\n"
    "Some {share} percent of the voters of {place} stayed at home, {name} said. Nobody in {place} was surprised.\n"
)


TIED = {
    "a.txt": "The Kittiwake sank near Brannock. Its owner, Halvard Moe, said that 864 containers were lost.\n",
    "b.txt": "Near Sandvik Point, where Liv Aune lives, 846 containers were lost.\n",
    "c.txt": "The Kittiwake of Brannock, owned by Halvard Moe, lies near Sandvik Point in 40 metres, Liv Aune wrote.\n",
    "d.txt": "Some 12 containers were found.\n",
    "e.txt": "The tide at pier 3 rose by 3.5 metres.\n",
}
"""Two texts of one event that share little, a third that shares much with both, and others."""
DAMAGES = {
    "marks": "UPDATE documents SET marks = 'x'", "packed": "UPDATE documents SET packed = x'79'",
    "runs": "UPDATE runs SET documents = '[]'", "findings": "UPDATE findings SET value = '{}'",
    "claims": "UPDATE claims SET value = '[]'",
}  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    """A folder of 66 articles, two on each place; those on every eighth place contradict each other."""
    articles = tmp_path / "articles"
    articles.mkdir()
    sources = ""
    for number in range(2 * len(PLACES)):
        place, second = PLACES[number // 2], number % 2
        wrong = 25 * (second and number // 2 % 8 == 0)
        values = {"place": place, "name": f"Ana {place[:4]}ska", "count": 140 + number // 2 + wrong, "share": 41}
        (articles / f"{number:02}.txt").write_text(TEXT.format(**values), "utf-8")
        sources += f'[[source]]\nfile = "{number:02}.txt"\npublished = "2021-05-04"\n'
    (articles / "sources.toml").write_text(sources, "utf-8")
    return articles


@pytest.fixture
def check(folder, tmp_path):
    """``check(cached)``: everything that is found in the folder, how much was read, and what was complained of."""

    def run(cached: bool = True) -> tuple[list[str], int, int, list[str]]:
        errors: list[str] = []
        cache = (lambda files: Cache(tmp_path / "cache")) if cached else (lambda files: None)
        outcome = pipeline.check([str(folder)], lambda error: errors.append(str(error)), cache=cache)
        told = [finding.model_dump_json() + outcome.place(finding.claims[0]) for finding in outcome.findings]
        return told, outcome.documents, outcome.claims, errors

    return run


def test_a_second_check_is_the_first(check, folder):
    assert check() == check() == check(False)
    assert sum('"verdict":"conflict"' in finding for finding in check()[0]) == 5


@pytest.mark.parametrize(
    "edit",
    [
        lambda folder: (folder / "00.txt").write_text(TEXT.format(place="Velm", name="Ana Velmska", count=199, share=41), "utf-8"),
        lambda folder: (folder / "03.txt").write_text(TEXT.format(place="Tezak", name="Ana Tezaska", count=176, share=41), "utf-8"),
        lambda folder: (folder / "00.txt").write_text(TEXT.format(place="Orlan", name="Ana Orlaska", count=300, share=60), "utf-8"),
        lambda folder: (folder / "05.txt").write_text("Nobody was there.\n", "utf-8"),
        lambda folder: (folder / "06.txt").write_bytes(b""),
        lambda folder: (folder / "07.txt").unlink(),
        lambda folder: (folder / "01.txt").rename(folder / "98.txt"),
        lambda folder: (folder / "99.txt").write_text(TEXT.format(place="Dunzin", name="Ana Dunzska", count=777, share=12), "utf-8"),
        lambda folder: (folder / "sources.toml").write_text("", "utf-8"),
    ],
    ids=["other figure", "a conflict more", "another story", "no figure", "empty", "gone", "renamed", "new", "no dates"],
)
def test_after_an_edit_it_finds_what_a_check_from_nothing_finds(check, folder, edit):
    check()
    edit(folder)
    assert check() == check(False)
    assert check() == check(False)


@pytest.mark.parametrize("seed", range(3))
def test_after_any_edits_it_finds_what_a_check_from_nothing_finds(check, folder, monkeypatch, seed):
    monkeypatch.setattr(updating, "_MOST_AFFECTED", 1.0)
    monkeypatch.setattr(updating, "_MOST_CHANGED", 1.0)
    renewals = []
    renewed = updating.renewed
    monkeypatch.setattr(updating, "renewed", lambda *told: renewals.append(renewed(*told)) or renewals[-1])
    chance = random.Random(seed)
    check()
    for _ in range(4):
        for _ in range(chance.choice((1, 1, 2, 4))):
            _edit_one(chance, folder)
        assert check() == check(False)
    assert sum(each is not None for each in renewals) > 1


@pytest.mark.parametrize("edited", ["c.txt", "d.txt"])
def test_what_a_third_text_ties_is_told_as_long_as_it_does(tmp_path, monkeypatch, edited):
    monkeypatch.setattr(updating, "_MOST_AFFECTED", 1.0)
    monkeypatch.setattr(updating, "_MOST_CHANGED", 1.0)
    for name, text in TIED.items():
        (tmp_path / name).write_text(text, "utf-8")
    (tmp_path / "sources.toml").write_text(
        "".join(f'[[source]]\nfile = "{name}"\npublished = "2021-05-04"\n' for name in TIED), "utf-8"
    )

    def conflicts() -> int:
        outcome = pipeline.check([str(tmp_path)], lambda error: None, cache=lambda files: Cache(tmp_path / "cache"))
        return sum(finding.verdict == "conflict" for finding in outcome.findings)

    assert conflicts() == 1
    (tmp_path / edited).write_text("Some 12 crates were found.\n", "utf-8")
    assert conflicts() == (edited != "c.txt")


def _edit_one(chance, folder):
    """Another figure or place in an article, one more, one less, one of another name."""
    path = chance.choice(sorted(folder.glob("*.txt")))
    place, count, share = chance.choice(PLACES[:6]), chance.choice((140, 165, 199)), chance.choice((14, 41, 60))
    text = TEXT.format(place=place, name=f"Ana {place[:4]}ska", count=count, share=share)
    match chance.choice(("write", "write", "add", "more", "drop", "rename", "copy")):
        case "write":
            path.write_text(text, "utf-8")
        case "add":
            (folder / f"{chance.randrange(100, 1000)}.txt").write_text(text, "utf-8")
        case "more":
            path.write_text(f"{path.read_text('utf-8')}\n{text}", "utf-8")
        case "drop":
            path.unlink()
        case "rename":
            path.rename(folder / f"{chance.randrange(100, 1000)}.txt")
        case "copy":
            (folder / f"{chance.randrange(100, 1000)}.txt").write_bytes(path.read_bytes())


def test_an_edit_leaves_the_findings_of_other_stories_as_they_are(check, folder, tmp_path):
    check()
    before = _numbers(tmp_path)
    (folder / "00.txt").write_text(TEXT.format(place="Velm", name="Ana Velmska", count=199, share=41), "utf-8")
    check()
    assert len(before & _numbers(tmp_path)) >= len(before) - 4


def _numbers(folder):
    (path,) = (folder / "cache").glob("*.sqlite")
    connection = sqlite3.connect(path)
    numbers = {number for (number,) in connection.execute("SELECT number FROM findings")}
    connection.close()
    return numbers


def test_only_conflicts_are_shown_when_no_more_is_asked(factledger, folder, tmp_path):
    runs = [factledger("check", str(folder), "--format", "concise", "--cache-dir", str(tmp_path / "cache")).stdout for _ in range(2)]
    assert runs[0] == runs[1] == factledger("check", str(folder), "--format", "concise", "--no-cache").stdout
    assert len(runs[0].splitlines()) == 5


@pytest.mark.parametrize("damage", ["overwritten", "cut", "bits", "marks", "packed", "runs", "findings", "claims", "folder"])
def test_a_damaged_file_is_worked_out_again(check, tmp_path, caplog, damage):
    expected = check()
    (path,) = (tmp_path / "cache").glob("*.sqlite")
    gc.collect()  # closes the file: the log beside it would mend what is damaged
    data = path.read_bytes()
    if damage == "overwritten":
        path.write_bytes(b"nothing of the kind" * 400)
    elif damage == "cut":
        path.write_bytes(data[: len(data) // 2])
    elif damage == "bits":
        path.write_bytes(bytes(byte ^ (at % 97 == 0) for at, byte in enumerate(data)))
    elif damage == "folder":
        path.unlink()
        path.mkdir()
    else:
        with sqlite3.connect(path) as connection:
            connection.execute(DAMAGES[damage])
        connection.close()
    assert check() == expected
    said = [record.getMessage() for record in caplog.records]
    assert said == ([] if damage == "folder" else [f"{path}: the file is damaged; what was kept there is worked out again"])
    assert check() == expected
    assert len(caplog.records) == len(said)


def test_another_file_of_aliases_is_another_cache(factledger, tmp_path):
    (tmp_path / "first.txt").write_text("Old Velm Mills made a net loss of $148 million.\n", "utf-8")
    (tmp_path / "second.txt").write_text("A net loss of $184 million was made by Zinnia Works.\n", "utf-8")
    source = '[[source]]\nfile = "{}.txt"\npublished = "2021-05-04"\n'
    (tmp_path / "sources.toml").write_text(source.format("first") + source.format("second"), "utf-8")
    (tmp_path / "factledger.toml").write_text('aliases = "names.tsv"\n', "utf-8")
    codes = []
    for aliases in ("Somebody Else\tNobody\n", "Old Velm Mills\tZinnia Works, OVM\n", "Somebody Else\tNobody\n"):
        (tmp_path / "names.tsv").write_text(aliases, "utf-8")
        codes.append(factledger("check", "first.txt", "second.txt", "--cache-dir", "cache", cwd=tmp_path).returncode)
    assert codes == [0, 1, 0]


def test_nothing_is_read_or_kept_when_no_cache_is_wanted(factledger, folder, tmp_path):
    command = ("check", str(folder), "--format", "concise", "--cache-dir", str(tmp_path / "cache"))
    expected = factledger(*command).stdout
    (path,) = (tmp_path / "cache").glob("*.sqlite")
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM findings")
    connection.close()
    before = path.read_bytes()
    assert factledger(*command, "--no-cache").stdout == expected
    assert path.read_bytes() == before


def test_parallel_checks_agree(factledger, folder, tmp_path):
    command = ("check", str(folder), "--format", "concise")
    for text in (TEXT.format(place="Velm", name="Ana Velmska", count=199, share=41), "Nobody was there.\n"):
        (folder / "00.txt").write_text(text, "utf-8")
        expected = factledger(*command, "--no-cache").stdout
        with ThreadPoolExecutor(3) as pool:
            done = list(pool.map(lambda _: factledger(*command, "--cache-dir", str(tmp_path / "cache")).stdout, range(3)))
        assert done == [expected] * 3


def test_a_place_where_nothing_can_be_kept_is_named(factledger, folder, tmp_path):
    (tmp_path / "file").write_text("", "utf-8")
    done = factledger("check", str(folder), "--cache-dir", str(tmp_path / "file"))
    assert (done.returncode, done.stderr.count("\n")) == (1, 2)
    assert done.stderr.startswith(f"factledger: {tmp_path / 'file'}: results cannot be kept there: ")


def test_small_inputs_leave_nothing_behind(factledger, folder, tmp_path):
    factledger("check", str(folder), XDG_CACHE_HOME=str(tmp_path / "home"))
    assert not (tmp_path / "home").exists()


def test_large_inputs_are_kept_where_the_system_keeps_such_things(factledger, folder, tmp_path):
    (folder / "long.txt").write_text("Nobody was there to see it, and nobody was told of it.\n\n" * 12_000, "utf-8")
    factledger("check", str(folder), XDG_CACHE_HOME=str(tmp_path / "home"))
    assert len(list((tmp_path / "home" / "factledger").glob("*.sqlite"))) == 1
