"""``factledger schema``: JSON Schema of every public record, generated from the records."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Annotated, Any

import typer

from ledger.errors import UsageError
from ledger.settings import did_you_mean

EXAMPLES = """\
  factledger schema

  factledger schema Claim
"""


def schema(
    name: Annotated[str, typer.Argument(metavar="[NAME]", help="The record; all of them are listed when it is left out.")] = "",
    all: Annotated[Path | None, typer.Option("--all", metavar="DIR", help="Write every schema into DIR.")] = None,
) -> None:
    """Print the JSON Schema (2020-12) of a record."""
    from ledger.cli.terminal import show_table

    known = records()
    if all is not None:
        all.mkdir(parents=True, exist_ok=True)
        for each in known:
            (all / file_name(each)).write_text(schema_text(each), "utf-8")
    elif name:
        matching = [each for each in known if each.lower() == name.lower()]
        if not matching:
            raise UsageError(f"no record {name!r}{did_you_mean(name, list(known))}")
        print(schema_text(matching[0]), end="")
    else:
        rows = [(each, (record.__doc__ or "").partition("\n")[0]) for each, record in known.items()]
        show_table(("record", "what it is"), rows)


def records() -> dict[str, Any]:
    """The public records by name, in alphabetical order."""
    import ledger.exports.record
    import ledger.gate.baseline
    import ledger.records
    import ledger.reports.json

    homes = (ledger.records, ledger.exports.record, ledger.gate.baseline, ledger.reports.json)
    found = (each for home in homes for each in vars(home).values() if isinstance(each, type) and issubclass(each, ledger.records.Record))
    return {record.__name__: record for record in sorted(set(found) - {ledger.records.Record}, key=lambda record: record.__name__)}


def file_name(record: str) -> str:
    """``CheckReport`` is in ``check-report.schema.json``."""
    return re.sub(r"([a-z])(?=[A-Z])", r"\1-", record).lower() + ".schema.json"


def schema_text(record: str) -> str:
    """The schema of ``record`` as it stands in a file; a claim's kind is one that a rule declares."""
    from ledger.registry import declared

    whole = {"$schema": "https://json-schema.org/draft/2020-12/schema", **records()[record].model_json_schema()}
    kinds = sorted({rule.kind for rule in declared("ledger.extraction.quantities")})
    for part in (whole, *whole.get("$defs", {}).values()):
        if part.get("title") == "Claim":
            part["properties"]["kind"] = {"title": "Kind", "type": "string", "enum": kinds}
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
