"""Every action of the table, done by its key on a running screen: each has an effect that a reviewer can see."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette

from ledger.service import Ledger
from tui.actions import ACTIONS, SCOPES
from tui.screens.asking import Correction, Line
from tui.screens.help import Help

STARTS = {"claim": ("triage", "jjj"), "finding": ("triage", ""), "triage": ("triage", "jjj"), "list": ("triage", "jjj")}
BEFORE = {
    "up": "jj", "page_up": ["pagedown"], "first": "jj", "tell_back": ["ctrl+d"], "read_back": ["right_square_bracket"] * 3,
    "undo": "V", "redo": "Vu", "up_page": ["ctrl+d"],
}  # fmt: skip
"""What is done first, so that there is something to see."""
ASKED = {
    "correct": Correction, "both_valid": Line, "false_alarm": Line, "assign": Line, "bulk": Line, "note": Line, "search": Line,
    "jump": Line, "help": Help, "palette": CommandPalette,
}  # fmt: skip
"""The question that an action opens."""


def _state(desk):
    """All that an action can change on the screen."""
    app = desk.app
    panes = [(pane.id, pane.scroll_offset, pane.display) for pane in app.screen.query("#queue, #source, #told, #sift")]
    return app.screen, app.focused, app.theme, app.clipboard, panes, desk.screen


def _standing(desk):
    return {row.id: row.status for row in desk.queue.rows}


def _start(action):
    """The screen where the action is tried, and the keys that lead to what it is about."""
    if action.id in ("tell_on", "tell_back"):  # a finding has more to tell than its pane holds
        return "triage", ""
    if action.id == "triage":
        return "browse", ""
    screen, keys = STARTS.get(action.scope, ("", ""))
    return screen or next(name for name, scopes in SCOPES.items() if action.scope in scopes), keys


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_does_something_that_can_be_seen(review, seeds, action):
    async def script(desk):
        screen, keys = _start(action)
        await desk.press(*{"triage": "", "browse": "b", "progress": "p"}[screen], *keys, *BEFORE.get(action.id, ""))
        if action.id == "reload":  # another has decided after the ledger was read
            with Ledger(str(seeds), by="Ben") as other:
                other.decide(desk.queue.row.id, "verify" if desk.queue.row.of == "claim" else "note", "seen")
        before, status = _state(desk), _standing(desk) if screen != "progress" else {}
        await desk.press(action.key.split(",")[0])
        if action.id == "quit":
            assert not desk.app.is_running or desk.app._exit
            return
        told = [each.message for each in desk.app._notifications]
        assert _state(desk) != before or told, action.id
        assert not [each for each in desk.app._notifications if each.severity == "error"]
        if action.id in ASKED:
            assert isinstance(desk.app.screen, ASKED[action.id])
            await desk.press("escape")
            assert not desk.app.screen.is_modal
        elif action.scope in ("claim", "finding") and action.id != "open_side" and not action.id.startswith("side"):
            assert _standing(desk) != status

    review(script, seeds)
