"""What claims and findings depend on besides the documents, as one hash: the rules, their words, plugins, the user's aliases."""

from __future__ import annotations

import hashlib
from contextlib import suppress
from functools import cache
from pathlib import Path

from ledger.registry import plugins
from ledger.settings import settings

_HOME = Path(__file__).parent
_RULES = ("lexicon", "reading", "extraction", "reconciliation", "records.py", "patterns.py")
_SOURCES = (".py", ".tsv", ".txt")
_GROUPS = ("reading.formats", "extraction.quantities", "extraction.exclusions", "reconciliation.checks")


def rules() -> str:
    """Equal on every machine that has the same rules, words, plugins and aliases."""
    hashed = hashlib.blake2s(sources(_RULES).encode(), digest_size=10)
    for group in _GROUPS:
        for point in plugins(f"ledger.{group}"):
            hashed.update(f"\0{group} {point.value} {point.dist.version if point.dist else ''}".encode())
    if settings().aliases:
        with suppress(OSError):  # whoever reads it says so
            hashed.update(b"\0aliases" + Path(settings().aliases).read_bytes())
    return hashed.hexdigest()


@cache
def sources(names: tuple[str, ...]) -> str:
    """A hash of modules, and of packages with all that they hold, of ``ledger``."""
    hashed = hashlib.blake2s(digest_size=10)
    for path in (path for name in names for path in _files(_HOME / name)):
        hashed.update(f"\0{path.relative_to(_HOME).as_posix()}\0".encode())
        hashed.update(path.read_bytes())
    return hashed.hexdigest()


def _files(path: Path) -> list[Path]:
    return sorted(each for each in path.rglob("*") if each.suffix in _SOURCES) if path.is_dir() else [path]
