"""The commands as their parser knows them: a module a command, imported when it is called for."""

from __future__ import annotations

from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any

import typer

from ledger import __version__
from ledger.cli.coercion import Command, Group

COMMANDS = (
    "extract", "check", "add", "review", "claims", "findings", "decide", "log", "stats", "export", "import", "verify", "keygen", "rebuild",
    "rule", "schema", "config", "baseline",
)  # fmt: skip
"""Each is a function of its name in the module of its name, whose ``EXAMPLES`` close its help."""


class Commands(Group):
    """The group of COMMANDS; a command is built when it is asked for."""

    def __init__(self, **settings: Any):
        super().__init__(**settings)
        self.commands: Any = dict.fromkeys(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:
        if cmd_name in COMMANDS and self.commands[cmd_name] is None:
            self.commands[cmd_name] = _built(cmd_name)
        return self.commands.get(cmd_name)

    def list_commands(self, ctx: Any) -> list[str]:
        return list(COMMANDS)


def _built(name: str) -> Any:
    """The command ``name`` as the parser knows it."""
    own = name + "_" * iskeyword(name)  # import is a word of Python
    module = import_module(f"ledger.cli.{own}")
    alone = typer.Typer(add_completion=False)
    alone.command(name, cls=Command, epilog=f"Examples:\n\n{module.EXAMPLES}", no_args_is_help=False)(getattr(module, own))
    return typer.main.get_command(alone)


def _print_version(asked: bool) -> None:
    if asked:
        print(f"factledger {__version__}")
        raise typer.Exit


app = typer.Typer(cls=Commands, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def factledger(
    version: Annotated[bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Read articles, extract every figure, flag those that cannot all be true.

    PATH is a file, a folder (read recursively) or - for the standard input.
    The ledger is ledger.db, or what --ledger or FACTLEDGER_URL says: a path or postgresql+psycopg://...
    Status: 0 clean, 1 conflicts found, 2 a call or an input that cannot be used, 3 a ledger that does not verify.
    """
