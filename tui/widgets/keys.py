"""The last line: the keys that do something here and now, as many as there is room for, and how to see them all."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from textual.events import Click, MouseMove
from textual.screen import Screen
from textual.strip import Strip
from textual.widget import Widget


class Key(NamedTuple):
    """A key as Textual names it, as it is shown, what it is for, and a sentence on it."""

    key: str
    shown: str
    label: str
    help: str

    @property
    def cells(self) -> int:
        """What it takes of the line, with a blank between the key and its label and one on each side."""
        return cell_len(self.shown) + cell_len(self.label) + 3


class Keys(Widget, can_focus=False):
    """Draws them as one line: Textual's own footer has a widget for each, and to make these anew costs more than a whole screen."""

    COMPONENT_CLASSES: ClassVar = {"keys--key", "keys--label"}
    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._keys: list[Key] = []

    def on_mount(self) -> None:
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        if not self.is_attached or screen is not self.screen:
            return
        keys, here = dict[str, Key](), f"app.go('{getattr(screen, 'NAME', '')}')"
        turn = {action.id: at for at, action in enumerate(getattr(screen, "table", ()))}
        # Textual has keys of one's own behind all others.
        active = sorted(screen.active_bindings.values(), key=lambda each: turn.get(each.binding.id or "", -1))
        for _, binding, enabled, tooltip in active:
            if binding.show and enabled and binding.action != here:
                keys.setdefault(binding.action, Key(binding.key, self.app.get_key_display(binding), binding.description, tooltip))
        if [*keys.values()] != self._keys:
            self._keys = [*keys.values()]
            self.refresh()

    def fitting(self, width: int) -> list[Key]:
        """Those that ``width`` cells have room for: the first, and always the last, which shows them all."""
        if not self._keys:
            return []
        *first, last = self._keys
        kept, left = list[Key](), width - last.cells
        for key in first:
            left -= key.cells
            if left < 0:
                break
            kept.append(key)
        return [*kept, last]

    def render_line(self, y: int) -> Strip:
        key, label = (self.get_component_rich_style(f"keys--{part}") for part in ("key", "label"))
        width = self.size.width
        drawn = [part for each in self.fitting(width) for part in (Segment(f" {each.shown} ", key), Segment(f"{each.label} ", label))]
        return Strip(drawn).adjust_cell_length(width, self.rich_style)

    def _under(self, x: int) -> Key | None:
        for key in self.fitting(self.size.width):
            if x < key.cells:
                return key
            x -= key.cells
        return None

    def on_mouse_move(self, event: MouseMove) -> None:
        key = self._under(event.x)
        self.tooltip = key.help if key is not None else None

    def on_click(self, event: Click) -> None:
        key = self._under(event.x)
        if key is not None:
            self.app.simulate_key(key.key)
