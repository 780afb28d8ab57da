"""Small inline charts: one bar a figure, drawn as SVG without words; the words stand beside it in the page.

Drawn with presentation attributes and classes only: the site's policy lets no inline style through.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

WIDTH = 1000


def bars(figures: Sequence[Mapping[str, Any]]) -> list[Markup]:
    """One bar for each figure, all to one scale from zero. A range ends in a lighter piece; an open comparator fades.

    The SVG stretches to the width it is given (`preserveAspectRatio` none), so only rectangles are drawn.
    """
    top = max((_end(figure) for figure in figures), default=0.0) or 1.0
    return [_bar(figure, top) for figure in figures]


def span(low: float | None, high: float | None, top: float | None) -> Markup:
    """From the lowest to the highest value of a dispute, on a scale from zero to `top`."""
    if low is None or high is None or not top:
        return Markup("")
    left, right = _x(low, top), _x(high, top)
    return _svg(
        f'<rect class="axis" x="0" y="7" width="{WIDTH}" height="2"/>'
        f'<rect class="range" x="{left}" y="5" width="{max(right - left, 4)}" height="6"/>'
        f'<rect class="low" x="{max(left - 4, 0)}" y="1" width="8" height="14"/>'
        f'<rect class="high" x="{min(right - 4, WIDTH - 8)}" y="1" width="8" height="14"/>'
    )


def _bar(figure: Mapping[str, Any], top: float) -> Markup:
    start = _x(figure["value"] or 0.0, top)
    pieces = f'<rect class="bar" x="0" y="2" width="{max(start, 3)}" height="12"/>'
    comparator = figure["comparator"]
    if comparator == "range":
        pieces += f'<rect class="more" x="{start}" y="2" width="{max(_x(_end(figure), top) - start, 3)}" height="12"/>'
    elif comparator in (">", ">="):
        pieces += f'<rect class="more" x="{start}" y="5" width="{max(WIDTH - start, 0)}" height="6"/>'
    return _svg(pieces)


def _end(figure: Mapping[str, Any]) -> float:
    return float(figure["value_max"] or figure["value"] or 0.0)


def _x(value: float, top: float) -> int:
    return round(max(0.0, min(value / top, 1.0)) * WIDTH)


def _svg(pieces: str) -> Markup:
    return Markup(
        f'<svg class="chart" viewBox="0 0 {WIDTH} 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        f"{pieces}</svg>"
    )
