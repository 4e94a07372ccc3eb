"""Themes: Textual's dark and light, one of high contrast, and one without any colour."""

from __future__ import annotations

from dataclasses import replace

from textual.theme import BUILTIN_THEMES, Theme

PLAIN = "plain"

_CONTRAST = Theme(
    name="contrast",
    primary="#ffff00",
    secondary="#00ffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff9d9d",
    success="#7dff7d",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#1a1a1a",
    text_alpha=1.0,
    variables={
        "text": "#ffffff",
        "text-muted": "#e0e0e0",
        "text-disabled": "#c8c8c8",
        "foreground-muted": "#e0e0e0",
        "input-selection-background": "#00ffff",
        "input-selection-foreground": "#000000",
        "footer-key-foreground": "#ffff00",
        "footer-description-foreground": "#ffffff",
    },
)


def _plain() -> Theme:
    """A theme of the terminal's own two colours; what it tells it tells by signs, bold, reverse and underline."""
    names = {"primary", "secondary", "warning", "error", "success", "accent"}
    colours = dict.fromkeys(names, "ansi_default")
    ansi = BUILTIN_THEMES["ansi-dark"]
    found = ansi.to_color_system().generate() | ansi.variables
    coloured = {name: "ansi_default" for name, value in found.items() if value.startswith("ansi_")}
    return Theme(PLAIN, **colours, ansi=True, variables=coloured)  # type: ignore[arg-type]


_LIGHT = replace(BUILTIN_THEMES["textual-light"], name="light", variables={"footer-key-foreground": "#7a4500"})
"""Textual's, with keys in the footer that can be read."""

OWN = (_LIGHT, _CONTRAST, _plain())

CALLED = {"dark": "textual-dark", "light": "light", "contrast": "contrast", PLAIN: PLAIN}
"""Textual's names of the themes by those of the settings."""
