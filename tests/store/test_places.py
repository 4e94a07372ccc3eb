"""The index of places has each claim in the queue where it stands and under what it says, whatever happened."""

from __future__ import annotations

import pytest

from ledger.pipeline import claims
from ledger.service import Filter, Ledger
from ledger.store import places
from ledger.store.recording import record
from ledger.store.spelling import spelled

from .conftest import refuse
from .test_projection import lived

SAID = "rowid, sentence, 'k' || hex(kind) || ' u' || hex(unit) || ' r' || hex(rule) || ' s' || hex(speaker)"


def whole(book: Ledger) -> bool:
    """Whether the index is the one that would be made of the claims as they are now."""
    with book._database.writing() as connection:
        run = connection.exec_driver_sql
        settings = "content='', columnsize=0, detail=column, tokenize='unicode61 remove_diacritics 2'"
        run(f"CREATE VIRTUAL TABLE made USING fts5(sentence, terms, {settings})")
        made, held = ("made_words", "made"), ("held_words", "claims_places")
        standing = "SELECT seq, turn, sentence, kind, unit, rule, speaker FROM claims"
        kept = "SELECT seq, claims_left.turn, sentence, kind, unit, rule, speaker FROM claims JOIN claims_left ON claim = seq"
        placed = f"SELECT turn << 32 | seq AS rowid, * FROM ({standing} WHERE turn IS NOT NULL UNION ALL {kept})"
        run(f"INSERT INTO made(rowid, sentence, terms) SELECT {SAID} FROM ({placed}) ORDER BY 1")
        words = list[object]()
        for name, table in (made, held):
            run(f"CREATE VIRTUAL TABLE {name} USING fts5vocab({table}, instance)")
            words.append(run(f"SELECT doc, term, col FROM {name} ORDER BY 1, 2, 3").all())
            run(f"DROP TABLE {name}")
        run("DROP TABLE made")
    assert words[0]
    return words[0] == words[1]


@pytest.mark.parametrize("kept", [0, 1000])
def test_the_index_has_what_is_in_the_queue(tmp_path, articles, kept, monkeypatch):
    monkeypatch.setattr(places, "_KEPT", kept)
    with lived(str(tmp_path / "ledger.db"), articles, 3) as book:
        assert whole(book)
        found = list(claims([articles()], refuse, jobs=1))
        read = [(document, [spelled(each.model_copy(update={"speaker": "Eve Said"})) for each in said]) for document, said in found]
        with book._database.writing() as connection:
            record(connection, read, "other rules", "ana", "2021-05-05T00:00:00Z")
        assert whole(book)
        said = book.queue(filter=Filter(speaker="Eve Said", kind="count"))
        assert said
        book.undo()
        assert whole(book)
        book.rebuild()
        assert whole(book)
        assert book.queue(filter=Filter(speaker="Eve Said", kind="count"))
