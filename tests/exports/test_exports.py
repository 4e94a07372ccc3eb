"""What is published: the same bytes everywhere, true to its schema, and proved by two verifiers that agree."""

from __future__ import annotations

import csv
import importlib.util
import io
import json
import os
import random
import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from ledger.cli.schema import schema_text
from ledger.errors import ProofError, UsageError
from ledger.exports.digest import new_key
from ledger.exports.fragments import link
from ledger.exports.verification import quoted, verified
from ledger.registry import declared
from ledger.service import Filter, Ledger

ROOT = Path(__file__).parents[2]
FORMATS = {each.code: each for each in declared("ledger.exports.formats")}
SPEC = importlib.util.spec_from_file_location("second_verifier", Path(__file__).with_name("second_verifier.py"))
second = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(second)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """A ledger of the seeds in which some claims are verified, one is corrected and a conflict is settled."""
    folder = tmp_path_factory.mktemp("book")
    (folder / "seeds").symlink_to(ROOT / "seeds")
    before = Path.cwd()
    os.chdir(folder)
    with Ledger(str(folder / "ledger.db"), "ana", create=True) as book:
        book.add(["seeds"], print)
        os.chdir(before)
        rows = book.claims(size=500)
        for row in rows[::9]:
            book.decide(row.id, "verify", "seen =1+1 <b>\n")
        book.decide(next(row.id for row in rows if row.text == "27 documents out of 31"), "verify")
        book.decide(rows[0].id, "correct", fields={"high": "2018-08-20"})
        book.decide(book.findings(Filter(verdict="conflict"))[0].id, "side", fields={"claim": "1"})
        yield book


@pytest.fixture(scope="module")
def export(book):
    return json.loads(FORMATS["verified"].write(book.verified()))


@pytest.fixture
def file(tmp_path, export):
    """Writes an export, changed in some way, to a file."""

    def write(changed=None):
        path = tmp_path / "export.json"
        path.write_text(json.dumps(changed if changed is not None else export), "utf-8")
        return path

    return write


def test_it_keeps_to_its_schema_and_holds(export, file):
    Draft202012Validator(json.loads(schema_text("VerifiedClaims"))).validate(export)
    assert len(verified(file()).claims) == len(export["claims"]) >= 22
    assert second.wrong_with(export) is None
    assert quoted(verified(file()), ROOT / "seeds") == 3 * len(export["claims"])


def test_it_says_what_was_decided_and_what_conflicts(export):
    claim = next(each for each in export["claims"] if each["mention"]["quote"] == "27 documents out of 31")
    conflict = next(each for each in export["conflicts"] if each["fingerprint"] in claim["conflicts"])
    assert (claim["status"], claim["ruling"]["reviewer"], conflict["status"]) == ("verified", "ana", "resolved")
    assert conflict["ruling"]["action"] == "side"
    assert [each["high"] for each in export["claims"] if each["status"] == "corrected"] == ["2018-08-20"]


@pytest.mark.parametrize("code", sorted(FORMATS))
def test_the_same_bytes_whatever_the_settings(book, code):
    script = (
        "import sys; from ledger.registry import declared; from ledger.service import Ledger\n"
        "book = Ledger(sys.argv[1]); formats = {each.code: each for each in declared('ledger.exports.formats')}\n"
        "sys.stdout.buffer.write(formats[sys.argv[2]].write(book.verified()))"
    )
    made = []
    for changes in (
        {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"},
    ):
        environment = {**os.environ, **changes, "PYTHONPATH": str(ROOT)}
        made.append(
            subprocess.run([sys.executable, "-c", script, book.name, code], capture_output=True, env=environment, check=True).stdout
        )
    assert made[0] == made[1] == FORMATS[code].write(book.verified())
    assert made[0]


def places(value, path=()):
    """Every leaf of a JSON value, by its path."""
    if isinstance(value, dict | list):
        for key, inner in value.items() if isinstance(value, dict) else enumerate(value):
            yield from places(inner, (*path, key))
    else:
        yield path


def changed(export, path, chance):
    copy = json.loads(json.dumps(export))
    inner = copy
    for key in path[:-1]:
        inner = inner[key]
    old = inner[path[-1]]
    inner[path[-1]] = (
        old + 1 if isinstance(old, int) and not isinstance(old, bool) else f"{old}{chance.choice('x0 ')}" if old is not None else "x"
    )
    return copy


def test_every_change_is_found_by_both(export, file):
    chance, every = random.Random(7), list(places(export))
    for path in chance.sample(every, 150):
        if path[0] == "signature":
            continue
        other = changed(export, path, chance)
        with pytest.raises((ProofError, UsageError)):
            verified(file(other))
        assert path[0] == "format" or second.wrong_with(other)


def test_a_change_with_a_digest_of_its_own_is_found_where_the_chain_says_otherwise(export, file):
    from ledger.exports.digest import digest

    chance, every = random.Random(8), [path for path in places(export) if path[0] == "claims"]
    passed = []
    for path in chance.sample(every, 200):
        other = changed(export, path, chance)
        other["digest"] = digest(other)
        try:
            verified(file(other))
        except (ProofError, UsageError):
            assert second.wrong_with(other) or path[2] in ("link",) or path[-1] in ("start", "end", "seq")
        else:
            passed.append(path[2])
    assert set(passed) <= {"link"}  # what no event says: a signature covers it


@pytest.mark.parametrize(
    "value", ["NaN", "-Infinity", "1e999", "1" * 5000, '"\\ud800"', "[" * 230 + "]" * 230, "[" * 9000 + "]" * 9000, '"\0"', "", "'x'"]
)  # fmt: skip
def test_values_that_no_export_can_have_are_refused_in_a_line(export, file, value):
    path = file(export)
    for place in ("body", "fields", "note"):
        path.write_text(json.dumps(export).replace(f'"{place}": ', f'"{place}": {value}, "{place} ": ', 1), "utf-8")
        with pytest.raises((ProofError, UsageError)):
            verified(path)
    inner = json.dumps(export).replace('"body": {', f'"body": {{"x": {value}, ', 1)
    path.write_text(inner, "utf-8")
    with pytest.raises((ProofError, UsageError)):
        verified(path)


def test_a_signature_is_of_one_key_and_one_file(book, tmp_path):
    public = new_key(tmp_path / "key.pem")
    assert (tmp_path / "key.pem").stat().st_mode & 0o077 == 0
    with pytest.raises(UsageError, match="never overwritten"):
        new_key(tmp_path / "key.pem")
    export = book.verified(tmp_path / "key.pem")
    assert export.signature.key == public
    path = tmp_path / "signed.json"
    path.write_bytes(FORMATS["verified"].write(export))
    assert verified(path) == export
    told = json.loads(path.read_text("utf-8"))
    told["signature"]["value"] = told["signature"]["value"][::-1]
    path.write_text(json.dumps(told), "utf-8")
    with pytest.raises(ProofError, match="the signature is not of this file"):
        verified(path)
    with pytest.raises(UsageError, match="is no private key"):
        book.verified(path)


def test_a_quote_that_does_not_stand_there_is_found(export, file, tmp_path):
    for seed in (ROOT / "seeds").iterdir():
        if seed.is_file():
            (tmp_path / seed.name).write_bytes(seed.read_bytes())
    (tmp_path / "brotherly-ties.txt").write_text("Something else.", "utf-8")
    with pytest.raises(ProofError, match="holds no file that is"):
        quoted(verified(file()), tmp_path)


def test_a_spreadsheet_has_no_formulas(book):
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].write(book.verified()).decode())))
    assert len(rows) >= 22
    assert not any(value.startswith(("=", "+", "@")) for row in rows for value in row.values())


def test_annotations_are_of_the_model_and_lead_to_their_words(book):
    """The required properties of the W3C's Web Annotation Data Model, sections 3.1, 4.2.4, 4.2.5 and 5.2."""
    page = json.loads(FORMATS["annotations"].write(book.verified()))
    assert set(page) == {"@context", "id", "type", "items"}
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    assert len({item["id"] for item in page["items"]}) == len(page["items"]) >= 22
    for item in page["items"]:
        assert (item["type"], item["motivation"]) == ("Annotation", "assessing")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z", item["created"])
        assert all(set(body) == {"type", "purpose", "value"} and body["type"] == "TextualBody" for body in item["body"])
        assert set(item["target"]) == {"source", "selector"}
        quote, position = item["target"]["selector"]
        assert (quote["type"], position["type"]) == ("TextQuoteSelector", "TextPositionSelector")
        assert len(quote["exact"]) == position["end"] - position["start"] > 0
        assert {"prefix", "suffix"} < set(quote)


def test_claim_reviews_have_what_the_vocabulary_asks_for(book):
    """The properties of schema.org/ClaimReview with values of their types; nothing is empty."""
    graph = json.loads(FORMATS["claimreview"].write(book.verified()))
    assert (set(graph), graph["@context"]) == ({"@context", "@graph"}, "https://schema.org")
    assert len(graph["@graph"]) >= 22
    for review in graph["@graph"]:
        assert {"@type", "@id", "datePublished", "author", "claimReviewed", "reviewRating", "itemReviewed"} <= set(review)
        assert (review["@type"], review["author"]["@type"]) == ("ClaimReview", "Person")
        assert re.fullmatch(r"\d{4}-\d\d-\d\d", review["datePublished"])
        rating = review["reviewRating"]
        assert rating["worstRating"] <= rating["ratingValue"] <= rating["bestRating"]
        assert review["itemReviewed"]["@type"] == "Claim"
        assert review["itemReviewed"]["appearance"]["@type"] == "Article"
        assert all(value not in ("", None) for _, value in leaves(review))


def leaves(value, path=()):
    """Every leaf of a JSON value with its path."""
    return [(path, _at(value, path)) for path in places(value, path)]


def _at(value, path):
    for key in path:
        value = value[key]
    return value


def test_every_row_of_a_table_is_a_claim(book):
    rows = list(csv.DictReader(io.StringIO(FORMATS["csv"].write(book.verified()).decode())))
    assert [row["id"] for row in rows] == [claim.id for claim in book.verified().claims]


def test_parquet_can_be_read_back(book):
    from pyarrow import BufferReader, parquet

    table = parquet.read_table(BufferReader(FORMATS["parquet"].write(book.verified())))
    assert table.num_rows == len(book.verified().claims)
    assert "28 and a half out of 30" not in table.column("mention").to_pylist()


@pytest.mark.parametrize(
    ("sentence", "mention", "fragment"),
    [
        ("Of 27, 4 well-known fled.", "27", "Of%2027%2C%204%20well%2Dknown%20fled."),
        ("a b c d e f g h i j k l m n", "a", "a%20b%20c%20d%20e,j%20k%20l%20m%20n"),
        ("He said <b>27</b> fled.", "27", "27"),
        ("“27” & more?", "27", "%E2%80%9C27%E2%80%9D%20%26%20more%3F"),
    ],
)
def test_links_lead_to_the_sentence(sentence, mention, fragment):
    assert link("https://x.org/a#b", sentence, mention) == f"https://x.org/a#:~:text={fragment}"
    assert link("javascript:alert(1)", sentence, mention) == ""


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE claims SET status = 'verified' WHERE status = 'corrected'", "is verified, by the chain it is corrected"),
        ("UPDATE claims SET status = 'verified' WHERE seq IN (SELECT seq FROM claims WHERE status = 'unreviewed' LIMIT 1)", "unreviewed"),
        ("UPDATE claims SET ruling = (SELECT min(ruling) FROM claims) WHERE status = 'verified'", "by the chain"),
        ("UPDATE events SET body = replace(body, 'seen', 'SEEN') WHERE kind = 'decision'", "was changed: its hash"),
        ("UPDATE events SET body = replace(body, '27 documents', '29 documents') WHERE kind = 'claim'", "was changed: its hash"),
        ("UPDATE events SET hash = upper(hash) WHERE seq = 7", "is missing or does not follow"),
        ("DELETE FROM events WHERE seq = 7", "event 7 is missing"),
        ("UPDATE sources SET title = 'Another'", "source is"),
        ("UPDATE documents SET path = 'other.txt'", "path is 'other.txt', the chain says"),
        ("UPDATE findings SET message = 'Nothing.' WHERE status = 'resolved'", "message is 'Nothing.', the chain says"),
        ("UPDATE decisions SET note = 'No.' WHERE of = 'finding'", "note is 'No.', the chain says"),
    ],
)
def test_nothing_is_published_that_the_chain_does_not_say(book, tmp_path, change, said):
    with closing(sqlite3.connect(str(book.name))) as here, closing(sqlite3.connect(tmp_path / "ledger.db")) as there:
        here.backup(there)
        for trigger in [name for (name,) in there.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")]:
            there.execute(f"DROP TRIGGER {trigger}")
        assert there.execute(change).rowcount > 0
        there.commit()
    with Ledger(str(tmp_path / "ledger.db")) as tampered, pytest.raises(ProofError, match=said):
        tampered.verified()
