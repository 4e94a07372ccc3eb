"""The terminal: an application around one open ledger."""

from __future__ import annotations

from typing import ClassVar

from textual.app import App
from textual.binding import Binding

from ledger.service import Ledger
from tui.docket import Docket
from tui.palette import Actions
from tui.screens.triage import Triage


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
        self.push_screen(Triage(self._docket))

    def on_unmount(self) -> None:
        self._docket.ledger.release()
