"""Keymaps and own keys: what the settings say is in force everywhere, and what cannot be is told before the screen opens."""

from __future__ import annotations

import pytest
from textual.command import CommandPalette
from textual.keys import format_key

from ledger.cli import main
from ledger.errors import UsageError
from ledger.settings import KEYMAPS, Settings, settings
from tests.tui.conftest import ledger_of
from tui.actions import ACTIONS, of, shown_key
from tui.keymap import DIFFERS, changed, in_force
from tui.screens.help import Help
from tui.screens.triage import Triage
from tui.widgets.keys import Keys


def test_every_keymap_of_the_settings_but_the_first_differs_from_the_table():
    assert tuple(DIFFERS) == KEYMAPS[1:]
    assert {id for keymap in DIFFERS.values() for id in keymap} <= {action.id for action in ACTIONS}
    assert changed(in_force(Settings())) == {}
    assert changed(in_force(Settings(keymap="vim"))) == DIFFERS["vim"]


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ('verfy = "v"', "keys: 'verfy' is no action; did you mean 'verify'?"),
        ('zzzz = "v"', "keys: 'zzzz' is no action; factledger review shows them all with ?"),
        ('verify = "s"', "keys: 's' is the key of skip and of verify; give one another"),
        ('verify = ["v", "/"]', "keys: '/' is the key of verify and of search; give one another"),
        ('help = "slash"', "keys: '/' is the key of search and of help; give one another"),
        ('verify = "crtl+v"', "keys: verify: 'crtl+v' is no key; write keys as 'v', 'V', '/', 'f5', 'enter' or 'ctrl+r'"),
        ('verify = "shift+v"', "keys: verify: 'shift+v' is no key"),
        ('verify = "ctrl++"', "keys: verify: 'ctrl++' is no key"),
        ('verify = ""', "keys: verify: '' is no key"),
        ('verify = "\\u001b[2J"', "keys: verify: '\\x1b[2J' is no key"),
        ("verify = []", "keys: verify must have a key"),
        ('verify = "ctrl+c"', "keys: verify: 'ctrl+c' always leaves, and can do nothing else"),
    ],
)
def test_keys_that_cannot_be_used_are_told_in_a_line(tmp_path, line, complaint):
    path = tmp_path / "factledger.toml"
    path.write_text(f'theme = "dark"\n\n[keys]\nredo = "R"\n{line}\n')
    with pytest.raises(UsageError) as caught:
        in_force(settings(tmp_path))
    assert str(caught.value).startswith(f"{path}:5: {complaint}")
    assert "\n" not in str(caught.value)


def test_a_clash_ends_the_command_before_the_screen_opens(tmp_path, monkeypatch, capsys):
    ledger_of(tmp_path / "ledger.db", [])
    (tmp_path / "factledger.toml").write_text('[keys]\nverify = "s"\n')
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["factledger", "review", "--screenshot", "x.svg"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "factledger.toml:2: keys: 's' is the key of skip and of verify" in capsys.readouterr().err
    assert not (tmp_path / "x.svg").exists()


def test_two_actions_may_change_their_keys_with_each_other():
    table = {action.id: action.key for action in in_force(Settings(keys={"verify": ("X", " "), "reject": ("V",), "skip": ("s", ",")}))}
    assert (table["verify"], table["reject"], table["skip"]) == ("X,space", "V", "s,comma")


OWN = Settings(keymap="vim", keys={"verify": ("f2", "?"), "help": ("f1",), "reject": ("V",), "palette": (":", "f9")})


def test_the_keys_in_force_do_it_and_are_shown(review, seeds):
    async def script(desk):
        await desk.press("n", "n", "n")
        rows = desk.queue.rows
        at = desk.queue.cursor
        await desk.press("question_mark", "f2", "V", "X")
        assert [row.status for row in rows[at : at + 4]] == ["verified", "verified", "rejected", "unreviewed"]
        footer = desk.screen.splitlines()[-1]
        assert "f2 verify" in footer
        assert "V reject" in footer
        await desk.press("f1")
        assert isinstance(desk.app.screen, Help)
        desk.app.screen.query_one("Input").value = "right as it is"
        await desk.settle()
        assert "f2  verify" in desk.screen
        await desk.press("escape", "ctrl+p")
        assert isinstance(desk.app.screen, Triage)
        for key in ("colon", "f9"):
            await desk.press(key)
            assert isinstance(desk.app.screen, CommandPalette)
            await desk.press("escape")

    review(script, seeds, chosen=OWN)


def test_the_last_line_has_what_there_is_room_for_and_a_click_does_it(review, seeds):
    async def script(desk):
        keys = desk.app.screen.query_one(Keys)
        for width in range(12, 100, 7):
            shown = keys.fitting(width)
            assert sum(key.cells for key in shown) <= width
            assert shown[-1].label == "help"
        await desk.click(Keys, desk.screen.splitlines()[-1].index("? help"))
        assert isinstance(desk.app.screen, Help)

    review(script, seeds, size=(80, 24))


@pytest.mark.parametrize("screen", ["triage", "browse", "progress"])
def test_a_screen_has_exactly_the_keys_in_force(review, seeds, screen):
    async def script(desk):
        if screen != "triage":
            await desk.press({"browse": "b", "progress": "p"}[screen])
        bound = {format_key(key): active.binding.id for key, active in desk.app.screen.active_bindings.items() if active.binding.id}
        absent = {"read_on", "read_back"} if screen == "triage" else set()  # a finding has its sides in the place of the source
        actions = [action for action in of(screen, in_force(OWN)) if action.scope != "claim" and action.id not in absent]
        assert bound == {format_key(key): action.id for action in actions for key in action.key.split(",")}

    review(script, seeds, chosen=OWN)


def test_what_to_do_next_names_the_key_in_force(review, tmp_path):
    async def script(desk):
        assert "U   takes back your last decision" in desk.screen

    review(script, ledger_of(tmp_path / "empty.db", []), chosen=Settings(keys={"undo": ("U",)}))


def test_every_key_is_shown_as_a_reader_knows_it():
    table = {action.id: shown_key(action) for action in ACTIONS}
    assert [table[id] for id in ("search", "help", "jump", "read_on", "bulk", "verify")] == ["/", "?", ":", "]", "*", "V"]
