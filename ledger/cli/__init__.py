"""The command ``factledger``."""

from __future__ import annotations

import errno
import gc
import os
import signal
import sys
from collections.abc import Sequence
from typing import TextIO, cast

gc.set_threshold(100_000, 20, 20)  # nothing that a start allocates is garbage: to look for it took an eighth of a start
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # which are looked for among all that is installed

from ledger.cli.terminal import complain
from ledger.errors import FactledgerError, reason, unforeseen


def _nowhere(mode: str) -> TextIO:
    """What stands in for a stream that the caller has closed; the first file opened would take its number."""
    return cast(TextIO, open(os.devnull, mode, encoding="utf-8"))


def _refused(error: OSError) -> str:
    """What the system says it of: a file; else the output, when that is what cannot be written to."""
    if error.filename:
        return str(error.filename)
    return "standard output" if error.errno in _UNWRITABLE else "the system refuses"


_UNWRITABLE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF, errno.EPIPE)


def _run(arguments: Sequence[str]) -> None:
    """Run a command; a check of paths alone needs no parser, which takes as long to load as it takes to check a small file."""
    command, paths = arguments[:1], arguments[1:]
    if command == ["check"] and paths and not any(path[:1] == "-" and path != "-" for path in paths):
        from ledger.cli.checking import check

        sys.exit(check(paths))
    from ledger.cli.app import app

    app(prog_name="factledger")


def main() -> None:
    """Run the command line and leave with its status; no traceback reaches a user."""
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # a reader that has seen enough ends us quietly
    sys.stdin, sys.stdout, sys.stderr = sys.stdin or _nowhere("r"), sys.stdout or _nowhere("w"), sys.stderr or _nowhere("w")
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        _run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.exit(130)
    except FactledgerError as error:
        complain(str(error))
        sys.exit(error.status)
    except OSError as error:
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        complain(f"{_refused(error)}: {reason(error)}")
        sys.exit(2)
    except UnicodeEncodeError as error:
        if os.environ.get("FACTLEDGER_DEBUG"):
            raise
        complain(f"an argument is no text: expected UTF-8, found {error.object[error.start : error.end]!a}")
        sys.exit(2)
    except Exception as error:
        complain(unforeseen(error))
        sys.exit(2)
    finally:
        gc.freeze()  # what is left goes with the process: to look for garbage in it at the end took a fifth of a small check
