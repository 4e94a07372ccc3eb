"""Parquet: a claim a row, all columns text, for data frames."""

from __future__ import annotations

from ledger.errors import UsageError
from ledger.exports.formats import Export
from ledger.exports.record import VerifiedClaims
from ledger.exports.table import COLUMNS, rows


def _write(verified: VerifiedClaims) -> bytes:
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UsageError("parquet needs the package pyarrow: install factledger[parquet]") from error
    columns = list(zip(*rows(verified), strict=True)) or [()] * len(COLUMNS)
    table = pyarrow.table([pyarrow.array(column, pyarrow.string()) for column in columns], names=list(COLUMNS))
    sink = pyarrow.BufferOutputStream()
    parquet.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


export = Export("parquet", "a claim a row, for data frames", _write)
