"""Every action with its key and where it can be done, found by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from tui.actions import ACTIONS, SCOPES, Action, shown_key


class Help(ModalScreen[None]):
    """The table of actions, those of the ``screen`` where the reviewer is first; Escape leaves."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "leave")]

    def __init__(self, screen: str, table: tuple[Action, ...] = ACTIONS):
        super().__init__()
        self._at, self._table = screen, table

    def compose(self) -> ComposeResult:
        with Vertical(id="help"):
            yield Input(placeholder="type to search, Escape to leave")
            with VerticalScroll():
                yield Static(listed("", self._at, self._table), id="actions", markup=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        self.query_one("#actions", Static).update(listed(event.value, self._at, self._table))


def listed(words: str, screen: str = "triage", table: tuple[Action, ...] = ACTIONS) -> Content:
    """The actions of ``table`` that speak of all ``words``, a line each, under the scope where they can be done."""
    wanted = words.lower().split()
    here = SCOPES[screen]
    scopes = sorted(dict.fromkeys(action.scope for action in table), key=lambda scope: (scope not in here, scope == "everywhere"))
    lines = list[Content]()
    for scope in scopes:
        found = [action for action in table if action.scope == scope and all(word in _said(action) for word in wanted)]
        if found:
            lines += [Content.styled(_HEADINGS[scope], "bold underline"), *(_line(action) for action in found), Content("")]
    return Content("\n").join(lines or [Content("No action speaks of that.")])


_HEADINGS = {
    "everywhere": "Everywhere",
    "list": "In a list",
    "triage": "In triage",
    "claim": "In triage, on a claim",
    "finding": "In triage, on a finding",
    "away": "In browse and in progress",
    "browse": "In browse",
    "progress": "In progress",
}


def _said(action: Action) -> str:
    return f"{action.key} {shown_key(action)} {action.id} {action.label} {action.help} {_HEADINGS[action.scope]}".lower()


def _line(action: Action) -> Content:
    return Content.assemble((f"{shown_key(action):>9}  ", "bold"), f"{action.label:<14} {action.help}", (_id(action), "dim"))


def _id(action: Action) -> str:
    """What the settings call the action, where that is not its label."""
    return f"  {action.id}" if action.id != action.label.replace(" ", "_") else ""
