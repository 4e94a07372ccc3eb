"""The table of actions: every one is reached by key, by palette and by searchable help."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.widgets import Input

from ledger.settings import KEYMAPS, Settings
from tui import actions
from tui.actions import ACTIONS, SCOPES, shown_key
from tui.app import SCREENS
from tui.keymap import in_force
from tui.palette import Actions
from tui.screens.help import Help, listed
from tui.screens.triage import Triage
from tui.widgets.keys import Keys


def test_the_table_is_whole():
    assert len({action.id for action in ACTIONS}) == len(ACTIONS)
    for action in ACTIONS:
        assert action.key
        assert action.label
        assert action.help.endswith(".")
        assert any(action.scope in scopes for scopes in SCOPES.values())


@pytest.mark.parametrize("screen", SCREENS)
def test_every_action_of_a_screen_has_a_key_of_its_own_and_something_that_it_does(screen):
    bound = {binding.id: binding for binding in SCREENS[screen].BINDINGS}
    keys = [key for action in actions.of(screen) for key in action.key.split(",")]
    assert len(keys) == len(set(keys))
    for action in actions.of(screen):
        assert bound[action.id].key == action.key
        name = action.action.split("(")[0].removeprefix("app.")
        assert hasattr(SCREENS[screen], f"action_{name}") or action.action.startswith("app.")


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_in_the_help_and_found_there_by_its_name(action):
    found = "\n".join("".join(run.text for run in line) for line in listed(f"{action.label} {action.help}", 200))
    assert action.help in found
    assert shown_key(action) in found


@pytest.mark.parametrize("keymap", KEYMAPS)
def test_what_records_something_has_no_lower_case_key(keymap):
    harmless = {"list", "browse", "progress", "away", "everywhere"}
    for action in in_force(Settings(keymap=keymap)):
        if action.scope not in harmless and action.id not in {"skip", "open_side", "undo", "search", "mine"}:
            assert not any(len(key) == 1 and key.islower() for key in action.key.split(",")), action.id


def test_help_is_found_by_typing(review, seeds):
    async def script(desk):
        await desk.press("question_mark")
        assert isinstance(desk.app.screen, Help)
        desk.app.screen.query_one(Input).value = "take back"
        await desk.settle()
        assert "undo" in desk.screen
        assert "verify" not in desk.screen
        await desk.press("escape")
        assert isinstance(desk.app.screen, Triage)

    review(script, seeds)


def test_the_palette_offers_every_action_that_can_be_done(review, seeds):
    async def script(desk):
        for steps, scope in ((0, "finding"), (3, "claim")):
            await desk.press(*["j"] * steps)
            provider = Actions(desk.app.screen)
            offered = {hit.text async for hit in provider.discover()}
            other = {"finding": "claim", "claim": "finding"}[scope]
            wanted = {f"{action.label} ({shown_key(action)})" for action in actions.of("triage") if action.scope != other}
            beyond = {f"side {at} ({at})" for at in range(8, 10)} | ({"read on (])", "read back ([)"} if scope == "finding" else set())
            assert offered == wanted - beyond - {"palette (ctrl+p)"}

    review(script, seeds)


@pytest.mark.parametrize(
    ("keys", "offered", "not_offered"),
    [
        ("b", {"order", "history", "open"}, set()),
        ("bd", {"open", "documents/claims"}, {"order", "reverse", "history", "copy quote", "read on"}),
        (["slash", *"zzzz", "enter"], {"search", "undo"}, {"note", "assign", "skip", "all shown", "verify", "next"}),
        (["b", "slash", *"zzzz", "enter"], {"filter"}, {"open", "history", "next", "copy quote"}),
    ],
)
def test_what_cannot_be_done_is_not_offered(review, seeds, keys, offered, not_offered):
    async def script(desk):
        await desk.press(*keys)
        labels = {hit.text.rpartition(" (")[0] async for hit in Actions(desk.app.screen).discover()}
        assert (offered - labels, not_offered & labels) == (set(), set())
        assert not not_offered & {key.label for key in desk.app.screen.query_one(Keys).fitting(200)}

    review(script, seeds)


def test_the_palette_does_what_is_chosen(review, seeds):
    async def script(desk):
        await desk.press("j", "j", "j", "ctrl+p")
        assert isinstance(desk.app.screen, CommandPalette)
        await desk.press(*"needs", "enter")
        assert desk.queue.rows[3].status == "needs source"

    review(script, seeds)
