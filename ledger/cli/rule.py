"""``factledger rule``: what a rule, an exclusion or a check does, as it declares itself."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from textwrap import dedent
from typing import Annotated, Any, NamedTuple

import typer

from ledger.cli.options import one_of
from ledger.errors import UsageError
from ledger.printing import one_line
from ledger.settings import did_you_mean

EXAMPLES = """\
  factledger rule

  factledger rule share

  factledger rule --format markdown
"""
FORMATS = ("text", "markdown", "json")


class Entry(NamedTuple):
    """A declaration as it is shown; ``cases`` are headed lists of its examples, a line each."""

    code: str
    name: str
    group: str
    detail: str
    manual: str
    cases: dict[str, list[str]]


def rule(
    code: Annotated[str, typer.Argument(metavar="[CODE]", help="A code or a name; all are listed when it is left out.")] = "",
    format: Annotated[str, typer.Option(metavar="FORMAT", help="text, markdown or json.")] = "text",
) -> None:
    """Show what a rule does, with the examples that are its tests."""
    one_of("format", format, FORMATS)
    chosen = entries()
    if code:
        chosen = [entry for entry in chosen if code.lower() in (entry.code.lower(), entry.name.lower())]
        if not chosen:
            raise UsageError(f"no rule {code!r}{did_you_mean(code.upper(), [entry.code for entry in entries()])}")

    if format == "json":
        print(json.dumps([entry._asdict() for entry in chosen], ensure_ascii=False, indent=2))
    elif format == "text" and not code:
        from ledger.cli.terminal import show_table

        show_table(("code", "name", "group", "detail", "what it is"), [(*entry[:4], _summary(entry)) for entry in chosen])
    else:
        pages = (_markdown(entry) if format == "markdown" else _text(entry) for entry in chosen)
        print("\n".join("\n".join(page) for page in pages), end="")


def entries() -> list[Entry]:
    """All that is declared: quantities, exclusions, checks, in the order of their codes."""
    from ledger.registry import declared

    told = {"Examples": "examples", "Silent on": "counterexamples"}
    judged = {"Conflicts": "conflicts", "Agreements": "agreements"}
    groups = (
        ("quantity", "ledger.extraction.quantities", "kind", told),
        ("exclusion", "ledger.extraction.exclusions", "", told),
        ("check", "ledger.reconciliation.checks", "severity", judged),
        ("check", "ledger.gate.checks", "severity", judged),
    )
    return [
        Entry(each.code, each.name, group, getattr(each, detail) if detail else "", dedent(each.manual).strip(), _cases(each, headings))
        for group, package, detail, headings in groups
        for each in declared(package)
    ]


def _cases(declaration: Any, headings: dict[str, str]) -> dict[str, list[str]]:
    """The declared examples under their headings; empty lists are left out."""
    found = {heading: dedent(getattr(declaration, name)).splitlines() for heading, name in headings.items()}
    return {heading: [line.strip() for line in lines if line.strip()] for heading, lines in found.items() if lines}


def _summary(entry: Entry) -> str:
    """The first sentence of the manual."""
    return re.split(r"\.(?:\s|$)", one_line(entry.manual), maxsplit=1)[0]


def _text(entry: Entry) -> Iterator[str]:
    yield f"{entry.code} {entry.name} ({', '.join(filter(None, (entry.group, entry.detail)))})"
    yield ""
    yield entry.manual
    for heading, lines in entry.cases.items():
        yield f"\n{heading}:"
        yield from (f"  {line}" for line in lines)
    yield ""


def _markdown(entry: Entry) -> Iterator[str]:
    yield f"## {entry.code} {entry.name}"
    yield f"\n*{', '.join(filter(None, (entry.group, entry.detail)))}*\n"
    yield entry.manual
    for heading, lines in entry.cases.items():
        yield f"\n{heading}:\n\n```text"
        yield from lines
        yield "```"
    yield ""
