"""Finds declarations: one object a module, and those of installed plugins.

A declaring package (``ledger.extraction.quantities``, ``ledger.reconciliation.checks`` ...)
has one module a declaration, and every such module binds it to the package's
``DECLARES`` name (``rule``, ``check``, ``reader`` ...). Adding a module adds the
declaration; nothing else has to be told. An installed distribution joins in with an
entry point whose group is the package's name.
"""

from __future__ import annotations

import importlib
import pkgutil
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


def _plugins(package: str) -> list[tuple[str, Any]]:
    """Declarations that installed distributions offer under the entry-point group ``package``."""
    from importlib.metadata import entry_points

    return [(point.value, point.load()) for point in entry_points(group=package)]
