"""The command ``factledger``: a module a command, imported when it is called for."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from importlib import import_module
from keyword import iskeyword
from typing import Annotated, Any, TextIO, cast

gc.set_threshold(100_000, 20, 20)  # nothing that a start allocates is garbage: to look for it took an eighth of a start
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # which are looked for among all that is installed

import typer

from ledger import __version__
from ledger.cli.coercion import Command, Group
from ledger.cli.terminal import complain
from ledger.errors import FactledgerError

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


def _nowhere(mode: str) -> TextIO:
    """What stands in for a stream that the caller has closed; the first file opened would take its number."""
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))


def _refused(error: OSError) -> str:
    """What the system says it of: a file; else the output, when that is what cannot be written to."""
    if error.filename:
        return str(error.filename)
    return "standard output" if error.errno in _UNWRITABLE else "the system refuses"


_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.EPIPE)


def main() -> None:
    """Run the command line and leave with its status; no traceback reaches a user."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough ends us quietly
    sys.stdin, sys.stdout, sys.stderr = sys.stdin or _nowhere("r"), sys.stdout or _nowhere("w"), sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        app(prog_name="factledger")
    except FactledgerError as error:
        complain(str(error))
        sys.exit(error.status)
    except OSError as error:
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        complain(f"{_refused(error)}: {(error.strerror or str(error)).lower()}")
        sys.exit(2)
    except UnicodeEncodeError as error:
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        complain(f"an argument is no text: expected UTF-8, found {error.object[error.start : error.end]!a}")
        sys.exit(2)
    except Exception as error:
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        complain(f"internal error: {type(error).__name__}: {error}; please report it (FACTLEDGER_DEBUG=1 shows where)")
        sys.exit(2)
    finally:
        gc.freeze()  # what is left goes with the process: to look for garbage in it at the end took a fifth of a small check
