"""The command palette: the actions that can be done where the reviewer is, found by their names."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.actions import parse
from textual.command import DiscoveryHit, Hit, Hits, Provider

from tui import actions
from tui.actions import Action, shown_key
from tui.screens.desk import Desk

_SPOKEN_OF = 0.1
"""The score of an action whose help has the words."""


class Actions(Provider):
    """Offers the table of actions; what it offers can be done now."""

    async def discover(self) -> Hits:
        for action in self._possible():
            yield DiscoveryHit(_entry(action), partial(self._do, action), help=action.help)

    async def search(self, query: str) -> Hits:
        matcher = self.matcher(query)
        for action in self._possible():
            entry = _entry(action)
            score = matcher.match(entry) or _SPOKEN_OF * all(word in action.help.lower() for word in query.lower().split())
            if score > 0:
                yield Hit(score, matcher.highlight(entry), partial(self._do, action), help=action.help)

    def _possible(self) -> Iterator[Action]:
        desk: object = self.screen
        if not isinstance(desk, Desk):
            return
        for action in actions.of(desk.NAME, desk.table):
            _, called, parameters = parse(action.action)
            if action.id != "palette" and desk.offers(called, parameters):
                yield action

    async def _do(self, action: Action) -> None:
        await self.screen.run_action(action.action)


def _entry(action: Action) -> str:
    return f"{action.label} ({shown_key(action)})"
