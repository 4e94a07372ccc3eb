"""Curves of seconds over bytes as SVG, on logarithmic axes, beside a dashed line of linear growth."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil, floor, log10

_WIDTH, _HEIGHT = 640, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 24, 20, 52
_COLOURS = ("#0b5cad", "#c2410c", "#15803d")

Curve = Sequence[tuple[int, float]]


class _Axes:
    """From bytes and seconds to places in the picture."""

    def __init__(self, curves: Mapping[str, Curve]):
        sizes = [size for curve in curves.values() for size, _ in curve]
        times = [seconds for curve in curves.values() for _, seconds in curve]
        self.x = floor(log10(min(sizes))), ceil(log10(max(sizes)))
        self.y = floor(log10(min(times))), ceil(log10(max(times)))

    def place(self, size: float, seconds: float) -> tuple[float, float]:
        across = (log10(size) - self.x[0]) / (self.x[1] - self.x[0])
        up = (log10(seconds) - self.y[0]) / (self.y[1] - self.y[0])
        return _LEFT + across * (_WIDTH - _LEFT - _RIGHT), _HEIGHT - _BOTTOM - up * (_HEIGHT - _TOP - _BOTTOM)


def drawn(curves: Mapping[str, Curve], upright: str, across: str) -> str:
    """The picture of ``curves`` (bytes, seconds) with the names of both axes."""
    axes = _Axes(curves)
    parts = [*_grid(axes), *_linear(axes, next(iter(curves.values())))]
    for at, (name, curve) in enumerate(curves.items()):
        colour, places = _COLOURS[at % len(_COLOURS)], [axes.place(*point) for point in curve]
        parts.append(f'<polyline points="{_points(places)}" fill="none" stroke="{colour}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3.5" fill="{colour}"/>' for x, y in places]
        parts.append(_text(_LEFT + 14, _TOP + 18 + 18 * at, name, f'fill="{colour}" font-weight="bold"'))
    parts.append(_text((_LEFT + _WIDTH - _RIGHT) / 2, _HEIGHT - 10, across, 'text-anchor="middle" fill="#333"'))
    middle = (_TOP + _HEIGHT - _BOTTOM) / 2
    parts.append(_text(18, middle, upright, f'text-anchor="middle" fill="#333" transform="rotate(-90 18 {middle:.0f})"'))
    opening = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" font-size="13">'
    return "\n".join([opening, f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>', *parts, "</svg>", ""])


def _grid(axes: _Axes) -> list[str]:
    parts = []
    for power in range(axes.x[0], axes.x[1] + 1):
        (x, bottom), (_, top) = axes.place(10.0**power, 10.0 ** axes.y[0]), axes.place(10.0**power, 10.0 ** axes.y[1])
        parts.append(f'<line x1="{x:.1f}" y1="{bottom:.1f}" x2="{x:.1f}" y2="{top:.1f}" stroke="#ddd"/>')
        parts.append(_text(x, bottom + 18, _bytes(power), 'text-anchor="middle" fill="#555"'))
    for power in range(axes.y[0], axes.y[1] + 1):
        (left, y), (right, _) = axes.place(10.0 ** axes.x[0], 10.0**power), axes.place(10.0 ** axes.x[1], 10.0**power)
        parts.append(f'<line x1="{left:.1f}" y1="{y:.1f}" x2="{right:.1f}" y2="{y:.1f}" stroke="#ddd"/>')
        parts.append(_text(left - 8, y + 4, f"{10.0**power:g}", 'text-anchor="end" fill="#555"'))
    return parts


def _linear(axes: _Axes, curve: Curve) -> list[str]:
    """What linear growth would be, through the middle point of a curve."""
    size, seconds = curve[len(curve) // 2]
    least = max(curve[0][0], size * 10.0 ** axes.y[0] / seconds)  # not below the grid
    ends = [axes.place(each, seconds * each / size) for each in (least, curve[-1][0])]
    x, y = ends[-1]
    line = f'<polyline points="{_points(ends)}" fill="none" stroke="#888" stroke-dasharray="5 5"/>'
    return [line, _text(x - 12, y - 8, "linear", 'text-anchor="end" fill="#888"')]


def _bytes(power: int) -> str:
    return next(f"{10 ** (power - least)} {unit}" for unit, least in (("GB", 9), ("MB", 6), ("KB", 3), ("B", 0)) if power >= least)


def _points(places: Sequence[tuple[float, float]]) -> str:
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in places)


def _text(x: float, y: float, text: str, style: str) -> str:
    return f'<text x="{x:.1f}" y="{y:.1f}" {style}>{text}</text>'
