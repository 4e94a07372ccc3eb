"""The terminal: an application around one open ledger."""

from __future__ import annotations

import gc
import os
import select
import sys
from typing import ClassVar

from textual.app import App
from textual.binding import Binding
from textual.worker import WorkerFailed

from ledger.service import Ledger
from ledger.settings import Settings
from tui.docket import Docket
from tui.keymap import LEAVES, changed, in_force
from tui.palette import Actions
from tui.screens.browse import Browse
from tui.screens.desk import Desk
from tui.screens.progress import Progress
from tui.screens.triage import Triage
from tui.themes import CALLED, OWN, PLAIN

SCREENS: dict[str, type[Desk]] = {"triage": Triage, "browse": Browse, "progress": Progress}
"""The screens by the name that the table of actions has for them."""

_EVERY = 1.0
"""Seconds after which it is looked again whether the terminal is still there."""

_STARTED = 1.0
"""Seconds after which what a start allocates is there."""

_TURN = 0.001
"""Seconds that a thread which reckons keeps the interpreter from one that a key has woken: a fifth of what Python gives it."""

_LOWEST = 2
"""Screens that stay: Textual's own, and triage."""


class Review(App[None], inherit_bindings=False):
    """Reviews what ``ledger`` holds, with the keys that ``chosen`` says; decisions are made in the name of ``ledger.by``.

    Raises UsageError for keys that cannot be used.
    """

    TITLE = "factledger"
    COMMANDS: ClassVar = {Actions}
    CSS = """
    Input > .input--placeholder { color: $text-muted; }
    Input:ansi > .input--cursor { background: ansi_default; color: ansi_default; text-style: reverse; }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar = [
        Binding(LEAVES, "quit", "leave", show=False, priority=True),
        Binding("ctrl+p", "command_palette", show=False, id="palette"),  # else Textual binds it where no keymap reaches
    ]

    def __init__(self, ledger: Ledger, chosen: Settings | None = None):
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self._docket, self._table = Docket(ledger), in_force(chosen or Settings())
        for theme in OWN:
            self.register_theme(theme)
        self.theme = CALLED[PLAIN if os.environ.get("NO_COLOR") else (chosen or Settings()).theme]

    def on_mount(self) -> None:
        self.set_keymap(changed(self._table))
        self.install_screen(Triage(self._docket, self._table), "triage")
        self.push_screen("triage")
        self.set_timer(_STARTED, _leave_start_uncollected)
        sys.setswitchinterval(_TURN)
        if sys.platform == "linux" and not self.is_headless and sys.stdin.isatty():
            terminal = select.poll()
            terminal.register(sys.stdin.fileno(), 0)  # what is always told: that it is gone
            self.set_interval(_EVERY, lambda: self.exit() if terminal.poll(0) else None)

    def action_go(self, name: str, id: str = "") -> None:
        """Go to the screen of this name; in triage to the claim or finding ``id``."""
        if not self.is_screen_installed(name):
            self.install_screen(SCREENS[name](self._docket, self._table), name)
        wanted = self.get_screen(name)
        while len(self.screen_stack) > _LOWEST and self.screen is not wanted:
            self.pop_screen()
        if self.screen is not wanted:
            self.push_screen(name)
        if id and isinstance(wanted, Triage):
            wanted.go_to(id)

    def action_next_theme(self) -> None:
        names = list(CALLED.values())
        at = (names.index(self.theme) + 1) % len(names)
        self.theme = names[at]
        self.notify(f"theme: {list(CALLED)[at]}; the settings keep one", markup=False)

    def _fatal_error(self) -> None:
        """What nobody foresaw ends the screens without Textual's trace: whoever runs them raises ``fault``."""
        self._close_messages_no_wait()

    @property
    def fault(self) -> BaseException | None:
        """What has ended the screens, though nobody foresaw it."""
        return self._exception.error if isinstance(self._exception, WorkerFailed) else self._exception

    def on_unmount(self) -> None:
        self._docket.leave()


def _leave_start_uncollected() -> None:
    """What a start has allocated stays: to look through it for garbage held up a key for a tenth of a second."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)
