"""Which key does what: the table's, then those of the chosen keymap, then the reviewer's own."""

from __future__ import annotations

from collections.abc import Sequence

from textual.keys import Keys, format_key

from ledger.errors import UsageError
from ledger.settings import Settings, did_you_mean
from tui.actions import ACTIONS, SCOPES, Action, of

DIFFERS = {
    "vim": {
        "page_down": "ctrl+d,ctrl+f,pagedown",
        "page_up": "ctrl+u,ctrl+b,pageup",
        "tell_on": "ctrl+e",
        "tell_back": "ctrl+y",
        "read_on": "right_curly_bracket",
        "read_back": "left_curly_bracket",
        "skip": "n,space",
        "open": "l,enter",
        "back": "ctrl+o,escape",
        "jump": "apostrophe",
        "down_page": "ctrl+d,ctrl+f,pagedown",
        "up_page": "ctrl+u,ctrl+b,pageup",
        "palette": "colon",
        "help": "f1,question_mark",
    },
}
"""Of a keymap of the settings the keys (as Textual names them) of the actions that differ from the table; without any it is the table."""

LEAVES = "ctrl+c"
"""The key that always leaves, whatever is bound."""

_MODIFIERS = frozenset({"ctrl", "alt", "shift", "super", "hyper", "meta"})
_NAMED = {" ": "space", ",": "comma"}
_NAMES = frozenset(key.value for key in Keys)


def in_force(chosen: Settings) -> tuple[Action, ...]:
    """The table of actions with the keys that ``chosen`` gives them.

    Raises UsageError, with the place of the setting, for an action or a key that is unknown, and for a key of two actions.
    """
    known = [action.id for action in ACTIONS]
    own = dict(DIFFERS.get(chosen.keymap, {}))
    for id, keys in chosen.keys.items():
        place = chosen.origin(f"keys.{id}")
        if id not in known:
            raise UsageError(f"{place}: keys: {id!r} is no action{_near(id, known)}")
        own[id] = ",".join(_key(key, f"{place}: keys: {id}") for key in keys)
        if not own[id]:
            raise UsageError(f"{place}: keys: {id} must have a key")
    table = tuple(action._replace(key=own.get(action.id, action.key)) for action in ACTIONS)
    for screen in SCOPES:
        _refuse_clashes(of(screen, table), chosen)
    return table


def changed(table: tuple[Action, ...]) -> dict[str, str]:
    """What Textual's keymap has to say for ``table`` to be in force."""
    return {now.id: now.key for now, was in zip(table, ACTIONS, strict=True) if now.key != was.key}


def _key(key: str, where: str) -> str:
    """A key as Textual names it. Raises UsageError for what no terminal sends."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    sent = len(name) == 1 or name in _NAMES or format_key(name) != name
    if key == LEAVES:
        raise UsageError(f"{where}: {key!r} always leaves, and can do nothing else")
    if not sent or not _MODIFIERS.issuperset(modifiers) or (modifiers == ["shift"] and len(name) == 1) or not key.isprintable():
        raise UsageError(f"{where}: {key!r} is no key; write keys as 'v', 'V', '/', 'f5', 'enter' or 'ctrl+r'")
    return _NAMED.get(key, key)


def _refuse_clashes(actions: Sequence[Action], chosen: Settings) -> None:
    """Raises UsageError when two of the ``actions`` of one screen have the same key."""
    held = dict[str, Action]()
    for action in actions:
        for key in action.key.split(","):
            other = held.setdefault(format_key(key), action)
            if other is not action:
                by = action if action.id in chosen.keys else other
                place = chosen.origin(f"keys.{by.id}")
                raise UsageError(f"{place}: keys: {format_key(key)!r} is the key of {other.id} and of {action.id}; give one another")


def _near(id: str, known: Sequence[str]) -> str:
    """The nearest of the known actions; all of them would fill the screen."""
    told = did_you_mean(id, known)
    return told if "did you mean" in told else "; factledger review shows them all with ?"
