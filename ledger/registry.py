"""Finds declarations: one object a module, and those of installed plugins.

A declaring package (``ledger.extraction.quantities``, ``ledger.reconciliation.checks`` ...)
has one module a declaration, and every such module binds it to the package's
``DECLARES`` name (``rule``, ``check``, ``reader`` ...). Adding a module adds the
declaration; nothing else has to be told. An installed distribution joins in with an
entry point whose group is the package's name.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import sys
from contextlib import suppress
from functools import cache
from typing import Any

from ledger.errors import DeclarationError


@cache
def declared(package: str) -> tuple[Any, ...]:
    """All declarations of ``package``, in the order of their ``code``.

    Raises DeclarationError when a module declares nothing or a code occurs twice.
    """
    home = importlib.import_module(package)
    name: str = home.DECLARES
    found: dict[str, Any] = {}
    modules = [f"{package}.{module.name}" for module in pkgutil.iter_modules(home.__path__)]
    declarations = [(module, getattr(importlib.import_module(module), name, None)) for module in modules]
    for origin, declaration in declarations + _plugins(package):
        if declaration is None:
            raise DeclarationError(f"{origin}: a module of {package} must declare a `{name}`")
        if declaration.code in found:
            raise DeclarationError(f"{origin}: the code {declaration.code} is declared twice")
        found[declaration.code] = declaration
    return tuple(found[code] for code in sorted(found))


def named(package: str, code: str) -> Any | None:
    """The declaration of ``package`` with that code, when its module has the code's name too, without loading the others; else None."""
    home = importlib.import_module(package)
    if code not in {module.name for module in pkgutil.iter_modules(home.__path__)}:
        return None
    declaration = getattr(importlib.import_module(f"{package}.{code}"), home.DECLARES, None)
    return declaration if declaration is not None and declaration.code == code else None


def plugins(package: str) -> list[Any]:
    """The entry points that installed distributions offer under the group ``package``."""
    if not _extended():
        return []
    from importlib.metadata import entry_points

    return list(entry_points(group=package))


def _plugins(package: str) -> list[tuple[str, Any]]:
    return [(point.value, point.load()) for point in plugins(package)]


@cache
def _extended() -> bool:
    """Whether a distribution on the path has entry points for us; ``importlib.metadata`` alone takes longer to load than this to look."""
    for folder in sys.path:
        if os.path.isfile(folder):
            return True  # an archive, which only importlib can open
        with suppress(OSError):
            for name in os.listdir(folder or "."):
                if name.endswith((".dist-info", ".egg-info")):
                    with suppress(OSError), open(f"{folder or '.'}/{name}/entry_points.txt", "rb", 0) as told:
                        if b"[ledger." in told.read():
                            return True
    return False
