"""What the documents were at a revision: read from git as they were kept, put into a folder of its own for a while.

No name and no revision goes through a shell, none is taken for an option or a pattern, and nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import NamedTuple

from ledger.errors import UsageError
from ledger.gate.ignore_file import NAME
from ledger.reading.files import printable
from ledger.registry import declared

_GIT = ("git", "--literal-pathspecs", "-C")
_BESIDE = (NAME, "sources.toml")
_FOREIGN = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_OBJECT_DIRECTORY")
"""What a hook is told of its own repository, which need not be that of the documents."""
_QUIET = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1"}
_LINKS = "120000"
_MOST_NAMES = 500
"""Paths that are named to git; of more, all of the tree is looked through."""


class Earlier(NamedTuple):
    """Where the documents of a revision are: the paths to check, and what stands for the working directory."""

    paths: list[str]
    here: str


@contextmanager
def earlier(revision: str, paths: Sequence[str]) -> Iterator[Earlier]:
    """The files and folders ``paths`` as they were at ``revision``; what was not there is left out, and so is standard input.

    Raises UsageError when git is not there, a path is in no repository, or the repository has no such revision.
    """
    with tempfile.TemporaryDirectory(prefix="factledger-") as folder:
        places = [_Place(path) for path in paths if path != "-" and os.path.lexists(path)]
        roots = {top: os.path.join(folder, str(number)) for number, top in enumerate(dict.fromkeys(place.top for place in places))}
        for top, root in roots.items():
            commit = _commit(top, revision)
            _write(top, _wanted(top, commit, [place for place in places if place.top == top]), root)
        found = [os.path.join(roots[place.top], place.inside) for place in places]
        here = os.path.realpath(os.getcwd())
        top = next((top for top in roots if _is_below(here, top)), "")
        yield Earlier(
            [path for path in found if os.path.lexists(path)], os.path.join(roots[top], os.path.relpath(here, top)) if top else ""
        )


class _Place:
    """A path that is checked: its repository, and where in that it is."""

    def __init__(self, path: str):
        real = os.path.realpath(path)
        self.is_folder = os.path.isdir(real)
        near = real if self.is_folder else os.path.dirname(real)
        try:
            self.top = _top(near)
        except UsageError as error:
            raise UsageError(f"--since: {printable(path)} is in no git repository that can be read ({error})") from error
        self.inside = os.path.relpath(real, self.top)

    def names(self) -> Iterator[str]:
        """What is looked for of it: itself, and the files beside and above it that say something of it."""
        yield self.inside
        folder = self.inside if self.is_folder else os.path.dirname(self.inside)
        if not self.is_folder:
            yield from (os.path.join(folder, name) for name in _BESIDE)
        while folder and folder != ".":
            folder = os.path.dirname(folder)
            yield os.path.join(folder, NAME)


@cache
def _top(folder: str) -> str:
    return os.path.realpath(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel").removesuffix(b"\n")))


def _is_below(path: str, top: str) -> bool:
    return path == top or path.startswith(top.rstrip(os.sep) + os.sep)


def _commit(top: str, revision: str) -> str:
    try:
        return _git(top, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}").decode("ascii").strip()
    except UsageError as error:
        raise UsageError(f"--since: {revision!r} is no revision of {printable(top)}; a shallow clone lacks most of them") from error


def _wanted(top: str, commit: str, places: Iterable[_Place]) -> dict[str, str]:
    """The objects to read by their paths: of folders the documents, whatever is named, and what is said of them."""
    held = list(places)
    names = list(dict.fromkeys(name for place in held for name in place.names()))
    named = {place.inside for place in held}
    suffixes = tuple(suffix for reader in declared("ledger.reading.formats") for suffix in reader.suffixes)
    only = [] if "." in names or len(names) > _MOST_NAMES else ["--", *names]
    found = {}
    for entry in _git(top, "ls-tree", "-r", "-z", "--full-tree", commit, *only).split(b"\0"):
        about, _, name = entry.partition(b"\t")
        mode, kind, *rest = about.decode("ascii").split(" ") if about else ("", "")
        path = os.fsdecode(name)
        is_wanted = path in named or os.path.basename(path) in _BESIDE or path.lower().endswith(suffixes)
        if kind == "blob" and mode != _LINKS and is_wanted and not {"", ".", ".."} & set(path.split("/")):
            found[path] = rest[0]
    return found


def _write(top: str, wanted: dict[str, str], root: str) -> None:
    """Put the objects where they belong below ``root``; one process hands out all of them."""
    os.mkdir(root)
    with tempfile.TemporaryFile() as asked:
        asked.write("".join(f"{each}\n" for each in wanted.values()).encode("ascii"))
        asked.seek(0)
        call = [*_GIT, top, "cat-file", "--batch"]
        with subprocess.Popen(call, stdin=asked, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=_environment()) as git:
            assert git.stdout is not None
            for path in wanted:
                told = git.stdout.readline().split()
                if len(told) != 3:
                    raise UsageError(f"--since: git does not hand out {printable(path)} of {top}; is its history complete?")
                target = Path(root, path)
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(git.stdout.read(int(told[2]) + 1)[:-1])


def _git(folder: str, *arguments: str) -> bytes:
    """What git prints. Raises UsageError with what it complains of."""
    try:
        done = subprocess.run([*_GIT, folder, *arguments], stdin=subprocess.DEVNULL, capture_output=True, env=_environment())
    except FileNotFoundError as error:
        raise UsageError("git is not installed") from error
    if done.returncode:
        complaint = done.stderr.decode("utf-8", "backslashreplace").strip().splitlines() or [f"git ends with status {done.returncode}"]
        raise UsageError(complaint[0].removeprefix("fatal: "))
    return done.stdout


def _environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in _FOREIGN} | _QUIET
