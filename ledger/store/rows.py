"""Rows looked up, put in and changed in numbers, whatever the table.

What is done to many rows goes to the driver as tuples: SQLAlchemy's ways over a mapping a row take twice the time.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ARRAY, Column, ColumnElement, Connection, String, Table, any_, bindparam, func, literal, select

AT_ONCE = 2000
"""Values in one list of a query; rows, or events, held at a time."""

_MANY = 20
"""Rows from which on PostgreSQL takes them sooner by COPY than one by one."""


def parts(values: Iterable[Any]) -> Iterator[list[Any]]:
    """``values``, each once and in order, in lists short enough for one query."""
    whole = list(dict.fromkeys(values))
    return (whole[at : at + AT_ONCE] for at in range(0, len(whole), AT_ONCE))


def among(connection: Connection, column: Column[Any], values: list[Any]) -> ColumnElement[bool]:
    """The condition that ``column`` is one of ``values``, as one parameter: a list of many takes longer to spell than to look up."""
    if len(values) == 1:
        alone: ColumnElement[bool] = column == values[0]
        return alone
    if connection.dialect.name == "postgresql":
        return column == any_(literal(values, ARRAY(column.type)))
    told = json.dumps(values, ensure_ascii=False)
    if "\\u0000" in told:  # where SQLite's JSON ends
        return column.in_(values)
    listed = func.json_each(told).table_valued("value")
    return column.in_(select(listed.c.value))


def among_asked(dialect: str, column: Column[Any]) -> ColumnElement[bool]:
    """The condition that ``column`` is one of the numbers that are ``asked`` for: for a query that is made once and run often."""
    if dialect == "postgresql":
        return column == any_(bindparam("asked", type_=ARRAY(column.type)))
    return column.in_(select(func.json_each(bindparam("asked", type_=String)).table_valued("value").c.value))


def asked_for(dialect: str, numbers: list[int]) -> dict[str, Any]:
    """The parameters of such a query."""
    return {"asked": numbers if dialect == "postgresql" else json.dumps(numbers)}


def found(connection: Connection, key: Column[Any], value: Column[Any], wanted: Iterable[Any]) -> dict[Any, Any]:
    """``{key: value}`` of the rows whose column ``key`` is among ``wanted``."""
    known = dict[Any, Any]()
    for part in parts(wanted):
        known.update(mapped(connection.execute(select(key, value).where(among(connection, key, part)))))
    return known


def mapped(rows: Iterable[Sequence[Any]]) -> dict[Any, Any]:
    """Rows of two columns as a mapping of the first to the second."""
    return {row[0]: row[1] for row in rows}


def streamed(connection: Connection, query: str, size: int = AT_ONCE) -> Iterator[Sequence[Any]]:
    """The rows of ``query`` as the driver gives them, ``size`` at a time; memory does not grow with their number."""
    if connection.dialect.name == "postgresql":  # whose driver would fetch them all
        with connection.exec_driver_sql(query, execution_options={"yield_per": size}) as rows:
            yield from (list(map(tuple, part)) for part in rows.partitions(size))
        return
    cursor = connection.connection.cursor()
    cursor.execute(query)
    while part := cursor.fetchmany(size):
        yield part


def put(connection: Connection, table: Table, names: Iterable[str], rows: list[Any]) -> None:
    """Insert ``rows``, tuples of the columns ``names``."""
    columns = [f'"{name}"' for name in names]
    if len(rows) >= _MANY and connection.dialect.name == "postgresql":
        cursor: Any = connection.connection.cursor()
        with cursor, cursor.copy(f"COPY {table.name} ({', '.join(columns)}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row(row)
    elif rows:
        marks = ", ".join(_mark(connection) for _ in columns)
        connection.exec_driver_sql(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", rows)


def put_mappings(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Insert ``rows``, which name the same columns."""
    if rows:
        put(connection, table, rows[0], _tuples(rows, rows[0]))


def rewrite(connection: Connection, table: Table, names: Sequence[str], rows: list[Any]) -> None:
    """Set the columns ``names`` to what each of ``rows`` says, where ``seq`` is the last value of the row."""
    if rows:
        changes = ", ".join(f'"{name}" = {_mark(connection)}' for name in names)
        connection.exec_driver_sql(f"UPDATE {table.name} SET {changes} WHERE seq = {_mark(connection)}", rows)


def rewrite_mappings(connection: Connection, table: Table, rows: Sequence[dict[str, Any]]) -> None:
    """Set the columns of each row where ``seq`` is the row's; the rows name the same columns."""
    if rows:
        names = [name for name in rows[0] if name != "seq"]
        rewrite(connection, table, names, _tuples(rows, [*names, "seq"]))


def _tuples(rows: Sequence[dict[str, Any]], names: Iterable[str]) -> list[Any]:
    return list(map(itemgetter(*names), rows))


def _mark(connection: Connection) -> str:
    return "?" if connection.dialect.paramstyle == "qmark" else "%s"
