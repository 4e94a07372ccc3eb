"""A pane whose lines are made for a width, and made again when it changes."""

from __future__ import annotations

from textual.geometry import Size

from tui.widgets.pane import Pane


class Laid(Pane):
    """What a subclass shows it makes in ``made_for``."""

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._laid = 0

    def made_for(self, width: int) -> int:
        """Make the lines for ``width`` cells; how many there are."""
        raise NotImplementedError

    def lay(self) -> None:
        """Make the lines for the room that there is, and draw them."""
        self._laid = self._room
        self.virtual_size = Size(self._laid, self.made_for(self._laid))
        self.redraw()

    def on_resize(self) -> None:
        if self._laid != self._room:
            self.lay()

    @property
    def _room(self) -> int:
        return max(self.scrollable_content_region.width, 1)
