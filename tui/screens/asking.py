"""Small questions over the queue: a line of text, or the fields of a correction, checked as they are typed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.containers import Grid, Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Label

from ledger.printing import visible
from ledger.records import CORRECTABLE, Claim


class Line(ModalScreen[str | None]):
    """Asks for a line; Enter gives it, Escape gives None. ``needed`` refuses an empty one."""

    CSS_PATH = "asking.tcss"
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "leave")]

    def __init__(self, question: str, held: str = "", *, needed: bool = False):
        super().__init__()
        self._question, self._held, self._needed = question, held, needed

    def compose(self) -> ComposeResult:
        with Vertical(id="asking"):
            yield Label(self._question, markup=False)
            yield Input(self._held)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        if event.value.strip() or not self._needed:
            self.dismiss(event.value.strip())


class Correction(ModalScreen[dict[str, str | None] | None]):
    """The fields of a claim; Enter gives those that were changed, Escape gives None."""

    CSS_PATH = "asking.tcss"
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "leave")]

    def __init__(self, claim: Claim):
        super().__init__()
        self._claim = claim
        self._held = {name: visible(str(value)) if value is not None else "" for name, value in _values(claim)}

    def compose(self) -> ComposeResult:
        with Vertical(id="asking"):
            yield Label("What should it say? Enter records the fields that differ, Escape leaves it as it is.", markup=False)
            with Grid(id="fields"):
                for name, value in self._held.items():
                    yield Label(name, markup=False)
                    yield Input(value, id=name, placeholder=_HINTS.get(name, ""), compact=True)
            yield Label("", id="wrong", markup=False)

    def on_input_changed(self) -> None:
        self.query_one("#wrong", Label).update(self._wrong())

    def on_input_submitted(self) -> None:
        changed = self._changed()
        if not self._wrong():
            self.dismiss(changed or None)

    def _changed(self) -> dict[str, str | None]:
        typed: Mapping[str, str] = {name: self.query_one(f"#{name}", Input).value.strip() for name in self._held}
        optional = {"low", "high", "whole", "period_low", "period_high"}
        return {name: value or (None if name in optional else "") for name, value in typed.items() if value != self._held[name]}

    def _wrong(self) -> str:
        """The first thing that a claim cannot be, or an empty text."""
        try:
            Claim.model_validate(self._claim.model_dump(mode="json") | self._changed())
        except ValidationError as error:
            first = error.errors()[0]
            return f"{first['loc'][0]}: {first['msg']}"
        return ""


_HINTS = {
    "low": "no lower end",
    "high": "no upper end",
    "unit": "percent, EUR, kilometer ...; empty: a count",
    "whole": "of a fraction: what it is a part of",
    "counted": "the noun that is counted",
    "speaker": "none: the text says so itself",
    "period_low": "the first day, as 2020-08-09",
    "period_high": "the last day, as 2020-08-31",
}
"""What an empty field means, or how it is written."""


def _values(claim: Claim) -> Iterable[tuple[str, object]]:
    held = claim.model_dump(mode="json")
    return [(name, held[name]) for name in CORRECTABLE]
