"""Every action with its key and where it can be done, found by typing."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.keys import format_key
from textual.screen import ModalScreen
from textual.widgets import Input

from tui.actions import ACTIONS, SCOPES, Action, shown_key
from tui.styled import Line, Run, line, lines_of, ruled
from tui.widgets.lines import Lines

_BESIDE = 26
"""Cells of the key and the name."""


class Help(ModalScreen[None]):
    """The table of actions, those of the ``screen`` where the reviewer is first; Escape leaves."""

    CSS_PATH = "help.tcss"
    BINDINGS: ClassVar = [("escape", "dismiss(None)", "leave"), ("down,pagedown", "read(1)", "on"), ("up,pageup", "read(-1)", "back")]

    def __init__(self, screen: str, table: tuple[Action, ...] = ACTIONS):
        super().__init__()
        self._at, self._table = screen, table

    def compose(self) -> ComposeResult:
        with Vertical(id="help"):
            yield Input(placeholder="type to search, Escape to leave", compact=True)
            yield Lines(id="actions")

    def on_mount(self) -> None:
        self._list("")

    def on_input_changed(self, event: Input.Changed) -> None:
        self._list(event.value)

    def _list(self, words: str) -> None:
        self.query_one(Lines).show(lambda width: listed(words, width, self._at, self._table))

    def action_read(self, by: int) -> None:
        shown = self.query_one(Lines)
        shown.scroll_relative(y=by * max(shown.size.height // 2, 1), animate=False)


def listed(words: str, width: int, screen: str = "triage", table: tuple[Action, ...] = ACTIONS) -> list[Line]:
    """The actions of ``table`` that speak of all ``words``, under the scope where they can be done; lines of at most ``width`` cells."""
    wanted = words.lower().split()
    here = SCOPES[screen]
    scopes = sorted(dict.fromkeys(action.scope for action in table), key=lambda scope: (scope not in here, scope == "everywhere"))
    lines = list[Line]()
    for scope in scopes:
        found = [action for action in table if action.scope == scope and all(word in _said(action) for word in wanted)]
        if found:
            lines += [line(), ruled(_HEADINGS[scope], width), *(each for action in found for each in _lines(action, width))]
    return lines or [line(), line("No action speaks of that.")]


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


def _lines(action: Action, width: int) -> list[Line]:
    """The key and the name, and beside them what is said of the action."""
    beside = lines_of([Run(action.help), Run(_also(action), "dim")], max(width - _BESIDE, 20))
    name = line((f"{shown_key(action):>9}  ", "bold"), f"{action.label:<{_BESIDE - 11}}")
    return [[*(name if not at else line(" " * _BESIDE)), *told] for at, told in enumerate(beside)]


def _also(action: Action) -> str:
    """Its other keys, and what the settings call it where that is not its label."""
    keys = " ".join(format_key(key) for key in action.key.split(",")[1:])
    id = action.id if action.id != action.label.replace(" ", "_") else ""
    told = ", ".join(filter(None, (f"also {keys}" if keys else "", f"settings: {id}" if id else "")))
    return f"  ({told})" if told else ""
