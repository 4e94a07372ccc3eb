"""Options whose values are of their type as they come: they need no validator, and to build one for each took a tenth of a start."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from typer.core import TyperCommand, TyperGroup


class _Sparing:
    """Stands for the validator of an option, which is built when a value needs one."""

    def __init__(self, annotation: Any, build: Callable[[], Any]):
        self._annotation, self._build = annotation, build

    def __call__(self) -> _Sparing:
        return self

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        if value is None:
            return () if param.multiple or param.nargs == -1 else None
        if type(value) is self._annotation and self._annotation in (str, int, bool):
            return value
        if self._annotation == list[str] and isinstance(value, list | tuple) and all(type(each) is str for each in value):
            return list(value)
        return self._build().coerce(value, param=param, ctx=ctx)


def _spared(options: list[Any]) -> list[Any]:
    """``options``, of which none builds its validator before a value needs it; of a parser that asks otherwise nothing changes."""
    for option in options:
        build, described = getattr(option, "get_runtime_param", None), getattr(option, "type_descriptor", None)
        if build is not None and described is not None and not isinstance(build, _Sparing):
            option.get_runtime_param = _Sparing(described.annotation, build)
    return options


class Command(TyperCommand):
    """A command whose options are spared their validators."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _spared(super().get_params(ctx))


class Group(TyperGroup):
    """A group whose options are spared their validators."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _spared(super().get_params(ctx))
