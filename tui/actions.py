"""Everything a reviewer can do, in one table: keys, palette, help and footer are made of it.

Lower-case keys do no harm: what is recorded asks for a capital letter or a figure.
"""

from __future__ import annotations

from typing import NamedTuple


class Action(NamedTuple):
    """An action: ``key`` as Textual names keys, several with commas; ``scope`` is where it can be done."""

    id: str
    key: str
    label: str
    help: str
    scope: str = "anything"


_SIDES = tuple(
    Action(f"side({number})", str(number), f"side {number}", f"Of the finding's sides, number {number} is right.", "finding")
    for number in range(1, 10)
)

ACTIONS = (
    Action("down", "j,down", "next", "Look at the next thing to decide."),
    Action("up", "k,up", "previous", "Look at the one before."),
    Action("page_down", "ctrl+f,pagedown", "page on", "Go a screen of the queue on."),
    Action("page_up", "ctrl+b,pageup", "page back", "Go a screen of the queue back."),
    Action("first", "g,home", "first", "Go to the hardest: the top of the queue."),
    Action("skip", "s,space", "skip", "Leave this undecided and look at the next."),
    Action("verify", "V", "verify", "The claim is right as it is recorded.", "claim"),
    Action("reject", "X", "reject", "This is no claim, or it is recorded wrongly beyond repair.", "claim"),
    Action("dispute", "D", "dispute", "The text says so, and it is doubtful.", "claim"),
    Action("needs_source", "N", "needs source", "It cannot be decided before a source is found.", "claim"),
    Action("correct", "C", "correct", "Say what the record should be: a form with its fields.", "claim"),
    *_SIDES,
    Action("both_valid", "B", "both valid", "All sides are right: another scope, another time. Asks which.", "finding"),
    Action("false_alarm", "F", "false alarm", "The claims do not speak of one thing. Asks why.", "finding"),
    Action("note", "M", "note", "Add a remark without deciding."),
    Action("undo", "u", "undo", "Take back your last decision, as often as you like, also those of another day."),
    Action("redo", "ctrl+r", "redo", "Take up again what you took back."),
    Action("search", "slash", "search", "Look only at what has these words in its sentence; empty shows all again."),
    Action("reload", "f5", "reload", "Read the queue again: what others decided leaves it."),
    Action("help", "question_mark", "help", "Show every action with its key; type to search."),
    Action("quit", "q", "leave", "Leave; the next time begins at the same place."),
)


def shown_key(action: Action) -> str:
    """The action's first key as a reader knows it."""
    key = action.key.split(",")[0]
    return {"slash": "/", "question_mark": "?"}.get(key, key)
