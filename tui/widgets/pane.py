"""A view of more lines than are on the screen: its lines are drawn once each, and their number changes without a layout."""

from __future__ import annotations

from rich.style import Style
from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget


class Pane(ScrollView):
    """Draws the lines of its contents, which a subclass has; it has no border and no padding, for these cost more than the lines.

    Its place on the screen does not depend on how much it shows, and its scroll bar is always there: one that comes and goes
    has the whole screen laid out, which is painted twice.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))

    def __init__(self, *, id: str | None = None):
        super().__init__(id=id)
        self._strips: dict[int, Strip] = {}
        self._width, self._styles = 0, tuple[Style, ...]()

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        if self._vertical_scrollbar is None:
            self._vertical_scrollbar = Bar(vertical=True, name="vertical", thickness=self.scrollbar_size_vertical)
            self.app._start_widget(self, self._vertical_scrollbar)
        return self._vertical_scrollbar

    def styles_drawn(self) -> tuple[Style, ...]:
        """The styles that the theme gives the lines."""
        return (self.rich_style,)

    def drawn(self, at: int, width: int, styles: tuple[Style, ...]) -> Strip:
        """Line number ``at`` in ``width`` cells and in ``styles``, as ``styles_drawn`` gives them; blank behind the last."""
        raise NotImplementedError

    def redraw(self, *lines: int) -> None:
        """Draw these lines anew, counted from the first of all; without any, all."""
        rows = [line - self.scroll_offset.y for line in lines]
        regions = [Region(0, row, self.size.width, 1) for row in rows if 0 <= row < self.size.height]
        for line in lines or tuple(self._strips):
            self._strips.pop(line, None)
        if regions or not lines:
            self.refresh(*regions)

    def watch_virtual_size(self, size: Size) -> None:
        self._scroll_update(size)

    def render_lines(self, crop: Region) -> list[Strip]:
        width, styles, top = self.size.width, self.styles_drawn(), self.scroll_offset.y
        if (width, styles) != (self._width, self._styles):
            self._width, self._styles = width, styles
            self._strips.clear()
        for at in range(top + crop.y, top + crop.bottom):
            if at not in self._strips:
                self._strips[at] = self.drawn(at, width, styles)
        return _cropped(self, [self._strips[at] for at in range(top + crop.y, top + crop.bottom)], crop)


class Bar(ScrollBar):
    """A scroll bar that is drawn at once: by way of Textual's machinery for borders and the like it costs as much as a text."""

    def render_lines(self, crop: Region) -> list[Strip]:
        if self.window_virtual_size <= self.window_size:
            return _cropped(self, [Strip.blank(self.size.width, self.rich_style)] * crop.height, crop)
        size = self.app.console_options.update(width=self.size.width, height=self.size.height)
        cells = [Strip([cell]) for cell in self.app.console.render(self.render(), size) if cell.text != "\n"]
        return _cropped(self, cells[crop.y : crop.bottom], crop)


def _cropped(of: Widget, lines: list[Strip], crop: Region) -> list[Strip]:
    """``lines`` as the application wants all lines to be, without colours for instance, and the columns in ``crop`` of them."""
    background = of.background_colors[1]
    for filter in of.get_line_filters():
        lines = [line.apply_filter(filter, background) for line in lines]
    return lines if crop.column_span == (0, of.size.width) else [line.crop(*crop.column_span) for line in lines]
