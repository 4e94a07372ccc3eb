"""A spreadsheet: a claim a line, no cell a formula."""

from __future__ import annotations

import csv
from io import StringIO

from ledger.exports.formats import Export
from ledger.exports.record import VerifiedClaims
from ledger.exports.table import COLUMNS, rows
from ledger.printing import cell


def _write(verified: VerifiedClaims) -> bytes:
    text = StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([cell(value or "") for value in row] for row in rows(verified))
    return text.getvalue().encode()


export = Export("csv", "a claim a line, for spreadsheets", _write)
