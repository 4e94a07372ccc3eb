"""The terminal: an application around one open ledger."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from ledger.service import Ledger
from tui.docket import Docket
from tui.palette import Actions
from tui.screens.browse import Browse
from tui.screens.desk import Desk
from tui.screens.progress import Progress
from tui.screens.triage import Triage

SCREENS: dict[str, type[Desk]] = {"triage": Triage, "browse": Browse, "progress": Progress}
"""The screens by the name that the table of actions has for them."""

_LOWEST = 2
"""Screens that stay: Textual's own, and triage."""


class Review(App[None]):
    """Reviews what ``ledger`` holds; decisions are made in the name of ``ledger.by``."""

    TITLE = "factledger"
    COMMANDS: ClassVar = {Actions}
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar = [Binding("ctrl+c", "quit", "leave", show=False, priority=True)]

    def __init__(self, ledger: Ledger):
        super().__init__()
        self._docket = Docket(ledger)

    def on_mount(self) -> None:
        self.install_screen(Triage(self._docket), "triage")
        self.push_screen("triage")

    def action_go(self, name: str, id: str = "") -> None:
        """Go to the screen of this name; in triage to the claim or finding ``id``."""
        if not self.is_screen_installed(name):
            self.install_screen(SCREENS[name](self._docket), name)
        wanted = self.get_screen(name)
        while len(self.screen_stack) > _LOWEST and self.screen is not wanted:
            self.pop_screen()
        if self.screen is not wanted:
            self.push_screen(name)
        if id and isinstance(wanted, Triage):
            wanted.go_to(id)

    def on_unmount(self) -> None:
        self._docket.ledger.release()
