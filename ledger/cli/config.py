"""``factledger config``: the settings in force, and where each of them was made."""

from __future__ import annotations

import json
import os
from typing import Annotated

import typer

from ledger.cli.options import one_of

EXAMPLES = """\
  factledger config

  factledger config --format json
"""
_ENVIRONMENT = {"ledger": "FACTLEDGER_URL", "reviewer": "FACTLEDGER_REVIEWER"}


def config(format: Annotated[str, typer.Option(metavar="FORMAT", help="text or json.")] = "text") -> None:
    """Show every setting with its value and where it comes from: a file and line, the environment, or the default.

    Settings stand in factledger.toml, or in the table tool.factledger of pyproject.toml; the nearest file counts.
    """
    from ledger.cli.extracted import FORMATS
    from ledger.cli.terminal import show_table, utf8
    from ledger.printing import one_line, safe_json
    from ledger.registry import declared
    from ledger.settings import known_settings, settings
    from ledger.toml_file import toml

    one_of("format", format, ("text", "json"))
    found = settings()
    found.chosen("check_format", tuple(report.code for report in declared("ledger.reports")))
    found.chosen("extract_format", tuple(FORMATS))
    said = {name: os.environ[variable] for name, variable in _ENVIRONMENT.items() if os.environ.get(variable)}
    found = found.overridden(said, _ENVIRONMENT)

    rows = [(key, getattr(found, each.name), found.origin(each.name)) for key, each in known_settings().items()]
    if format == "json":
        utf8()
        told = {key: {"value": value, "from": origin} for key, value, origin in rows}
        print(safe_json(json.dumps(told, ensure_ascii=False, indent=2)))
    else:
        show_table(("setting", "value", "from"), [(key, one_line(toml(value)), one_line(origin)) for key, value, origin in rows])
