"""Rows looked up and changed in numbers, whatever the table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import Column, Connection, Table, bindparam, select, update

_MANY = 500
"""Values in one list of a query."""


def parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    """``values``, each once and in order, in lists short enough for one query."""
    whole = list(dict.fromkeys(values))
    return (whole[at : at + _MANY] for at in range(0, len(whole), _MANY))


def found(connection: Connection, key: Column[Any], value: Column[Any], wanted: Iterable[Any]) -> dict[Any, Any]:
    """``{key: value}`` of the rows whose column ``key`` is among ``wanted``."""
    known = dict[Any, Any]()
    for part in parts(wanted):
        known.update(mapped(connection.execute(select(key, value).where(key.in_(part)))))
    return known


def put(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert ``rows``, which name the same columns, in one statement of the driver's own: half the time where there are many."""
    if rows:
        names = list(rows[0])
        mark = "?" if connection.dialect.paramstyle == "qmark" else "%s"
        columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join([mark] * len(names))
        values = list(map(itemgetter(*names), rows))
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({columns}) VALUES ({marks})", values)


def mapped(rows: Iterable[Sequence[Any]]) -> dict[Any, Any]:
    """Rows of two columns as a mapping of the first to the second."""
    return {row[0]: row[1] for row in rows}


def rewrite(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Set the columns of each row where ``seq`` is the row's; the rows name the same columns."""
    if rows:
        columns: dict[str, Any] = {name: bindparam(f"to_{name}") for name in rows[0] if name != "seq"}
        statement = update(table).where(table.c.seq == bindparam("at_seq")).values(columns)
        connection.execute(statement, [{("at_seq" if name == "seq" else f"to_{name}"): row[name] for name in row} for row in rows])
