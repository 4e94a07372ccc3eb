"""Themes: high contrast is, plain has no colour, and what is told is told in signs too."""

from __future__ import annotations

import pytest
from rich.color import Color, ColorType

from ledger.settings import THEMES, Settings
from tui.themes import CALLED, PLAIN


def _segments(desk):
    """What is drawn in front that can be read: rules and scroll bars cannot."""
    strips = desk.app.screen._compositor.render_strips()
    if desk.app.screen.is_modal:
        x, y, width, height = desk.app.screen.children[-1].region
        strips = [strip.crop(x, x + width) for strip in strips[y : y + height]]
    drawn = [segment for strip in strips for segment in strip if segment.style and any(map(str.isalnum, segment.text))]
    assert drawn
    return drawn


def _luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 has it."""
    parts = [each / 255 for each in colour.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(style) -> float:
    light, dark = sorted((_luminance(style.color), _luminance(style.bgcolor)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


async def _walk(desk):
    """Every screen once, with what each has to colour."""
    yield "triage"
    await desk.press("j", "j", "j", "V", "k")
    yield "claim"
    await desk.press("C")
    yield "form"
    await desk.press("escape", "question_mark")
    yield "help"
    await desk.press("escape", "b")
    yield "browse"
    await desk.press("p")
    yield "progress"


def test_the_settings_name_every_theme():
    assert tuple(CALLED) == THEMES


@pytest.mark.parametrize(("theme", "least"), [("contrast", 7.0), ("dark", 4.5), ("light", 4.5)])
def test_all_text_stands_out(review, seeds, theme, least):
    async def script(desk):
        async for at in _walk(desk):
            faint = {each.text: _contrast(each.style) for each in _segments(desk) if not each.style.dim and _contrast(each.style) < least}
            assert not faint, at

    review(script, seeds, chosen=Settings(theme=theme))


@pytest.mark.parametrize("by", ["settings", "environment"])
def test_plain_has_no_colour_and_tells_all_in_signs(review, seeds, monkeypatch, by):
    if by == "environment":
        monkeypatch.setenv("NO_COLOR", "1")

    async def script(desk):
        async for at in _walk(desk):
            styles = {segment.text: (segment.style.color, segment.style.bgcolor) for segment in _segments(desk)}
            coloured = {text: both for text, both in styles.items() if any(each and each.type != ColorType.DEFAULT for each in both)}
            assert not coloured, at
            if at == "triage":
                assert desk.screen.splitlines()[0].startswith("›! X102")
            if at == "claim":
                row = next(line for line in desk.screen.splitlines() if line.startswith("›"))
                assert row.startswith("›+ ")

    review(script, seeds, chosen=Settings(theme=PLAIN if by == "settings" else "dark"))


def test_a_key_changes_the_theme(review, seeds):
    async def script(desk):
        for theme in (*CALLED, "dark")[1:]:
            await desk.press("ctrl+t")
            assert desk.app.theme == CALLED[theme]
            assert any(told.message.startswith(f"theme: {theme}") for told in desk.app._notifications)

    review(script, seeds)
