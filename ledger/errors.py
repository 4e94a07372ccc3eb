"""What can go wrong, as one tree.

FactledgerError             a message for the user, and the exit status it means
├── UsageError              2  a call, a setting or a declaration that cannot be used
│   ├── TomlError           2  a file of settings, a baseline ... that is not TOML
│   └── DeclarationError    2  a module that declares nothing, or the same code twice
├── ReadingError            2  an input that cannot be read; names the path, the place and the reason
├── WorkerError             2  a process of the pool that has died
├── CheckError              2  a check that a fault of the program has ended; names it and the articles
├── StoreError              2  a ledger that cannot be opened, read or written
└── ProofError              3  a ledger or an export that does not verify
"""

from __future__ import annotations

import os


class FactledgerError(Exception):
    """Base of every error that reaches a user; ``str()`` is one clear line."""

    status = 2


class UsageError(FactledgerError):
    """A call, a setting or a declaration that cannot be used as it is."""


class TomlError(UsageError):
    """A file that cannot be read as TOML; ``line`` counts from 1 and is 0 where it is not known."""

    def __init__(self, path: str, line: int, reason: str):
        super().__init__(f"{path}{f':{line}' if line else ''}: cannot be read as TOML: {reason}")
        self.line, self.reason = line, reason


class DeclarationError(UsageError):
    """A module of a declaring package that declares nothing, or a code declared twice."""


class ReadingError(FactledgerError):
    """An input that cannot be read.

    ``path`` is the input as the user gave it, ``reason`` says what was expected
    and what was found; ``line`` and ``column`` count from 1 where they are known.
    """

    def __init__(self, path: str, reason: str, line: int | None = None, column: int | None = None):
        self.path, self.reason, self.line, self.column = path, reason, line, column
        place = "".join(f":{number}" for number in (line, column) if number is not None)
        super().__init__(f"{path}{place}: {reason}")

    def __reduce__(self) -> tuple[type[ReadingError], tuple[str, str, int | None, int | None]]:
        return ReadingError, (self.path, self.reason, self.line, self.column)


class WorkerError(FactledgerError):
    """A process of the pool that has died."""


class CheckError(FactledgerError):
    """A check, or the comparing before it, that a fault of the program has ended; what else is found can be told, but may be in part."""


class StoreError(FactledgerError):
    """A ledger that cannot be opened, read or written; nothing of the step that failed was kept."""


class ProofError(FactledgerError):
    """A ledger or an export that does not verify; names the first thing that is broken."""

    status = 3


def reason(error: OSError) -> str:
    """What the system says of it, as a line goes on."""
    return (error.strerror or str(error)).lower()


def unreadable(path: object, error: OSError) -> UsageError:
    """What is told of a file that the system does not let be read."""
    return UsageError(f"{path}: cannot be read: {reason(error)}")


def unwritable(path: object, error: OSError) -> UsageError:
    """What is told of a file that the system does not let be written."""
    return UsageError(f"{path}: cannot be written: {reason(error)}")


def unforeseen(error: Exception) -> str:
    """The line about a fault of the program itself; raises the ``error`` where FACTLEDGER_DEBUG asks for the trace."""
    if os.environ.get("FACTLEDGER_DEBUG"):
        raise error
    return f"internal error: {type(error).__name__}: {str(error)[:_LONGEST]}; please report it (FACTLEDGER_DEBUG=1 shows where)"


_LONGEST = 200
"""Characters that are shown of what Python says, which may quote a text."""
