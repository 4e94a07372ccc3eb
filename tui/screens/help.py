"""Every action with its key, found by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.actions import ACTIONS, shown_key


class Help(ModalScreen[None]):
    """The table of actions; Escape leaves."""

    BINDINGS: ClassVar = [("escape", "dismiss(None)", "leave")]

    def compose(self) -> ComposeResult:
        with Vertical(id="help"):
            yield Input(placeholder="type to search, Escape to leave")
            with VerticalScroll():
                yield Static(listed(""), id="actions", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#actions", Static).update(listed(event.value))


def listed(words: str) -> Content:
    """The actions that speak of all ``words``, a line each."""
    wanted = words.lower().split()
    lines = [
        Content.assemble((f"{shown_key(action):>9}  ", "bold"), f"{action.label:<14} {action.help}")
        for action in ACTIONS
        if all(word in f"{action.key} {action.label} {action.help} {action.scope}".lower() for word in wanted)
    ]
    return Content("\n").join(lines or [Content("No action speaks of that.")])
