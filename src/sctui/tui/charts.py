"""Charts drawn with plotext, in the colours of the theme; only ASCII goes to it, so that no column shifts."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from textual.content import Content

from sctui.tui.widgets.prose import wrapped

_ANSI = re.compile(r"\x1b\[([0-9;]*)m")
_COLOUR = re.compile(r"38;5;(\d+)")
_HIGHEST = 22  # lines; higher bars tell no more


@dataclass(frozen=True, slots=True)
class Series:
    """Points to be joined by a line, or shown one by one; `style` is Textual's."""

    xs: Sequence[float]
    ys: Sequence[float]
    style: str
    points: bool = False


@dataclass(frozen=True, slots=True)
class Axes:
    """What stands at the axes: values and their labels (ASCII); `low` and `high` bound the vertical one."""

    x: Mapping[float, str]
    y: Mapping[float, str]
    low: float | None = None
    high: float | None = None


def framed(head: Content, draw: Callable[[int], Content], below: Content, width: int, height: int) -> Content:
    """A chart that is drawn for the lines that its head and what is told below it leave in a width."""
    above, told = wrapped(head, width), wrapped(below, width)
    used = sum(words.plain.count("\n") + 1 for words in (above, told)) + 2  # with a blank one, one to spare
    return Content("\n").join((above, Content(""), draw(height - used), told))


def bars(values: Sequence[float], axes: Axes, style: str, width: int, height: int) -> Content:
    """Bars from the left to the right, at 0, 1, 2 …, in so many columns and lines."""
    plot = _canvas(width, height, axes)
    if not any(values):
        values = [0.0] * len(values)
        plot.ylim(0, 1)
    plot.bar(
        list(range(len(values))), list(values), marker="sd", width=_bar_width(len(values), width), color=0
    )
    _ticks(plot, axes)
    return _content(plot.build(), (style,))


def lines(series: Sequence[Series], axes: Axes, width: int, height: int) -> Content:
    """Lines or points over each other, the last on top, in so many columns and lines."""
    plot = _canvas(width, height, axes)
    for number, one in enumerate(series):
        draw = plot.scatter if one.points else plot.plot
        marker = "o" if one.points else "braille"
        draw(list(one.xs), list(one.ys), marker=marker, color=number)
    _ticks(plot, axes)
    return _content(plot.build(), tuple(one.style for one in series))


def whole(values: Sequence[float], most: int = 4) -> dict[float, str]:
    """Ticks for counts: round numbers from 0 up to the largest."""
    top = max(values, default=0)
    step = next(step for step in _steps() if top / step <= most)
    return {float(tick): f"{tick:g}" for tick in _up_to(top, step)}


def load() -> None:
    """Import plotext, from a thread that has the time."""
    import plotext  # noqa: F401, PLC0415 -- 30 ms


def _steps() -> Sequence[float]:
    return [digit * 10**power for power in range(9) for digit in (1, 2, 5)]


def _up_to(top: float, step: float) -> list[float]:
    return [step * number for number in range(int(top // step) + 1)]


def _bar_width(bars: int, width: int) -> float:
    """A gap between bars where there is room for one."""
    return 0.6 if width / max(1, bars) >= 3 else 1.0


def _canvas(width: int, height: int, axes: Axes) -> Any:
    import plotext  # noqa: PLC0415 -- loaded when the first chart is drawn

    plotext.clear_figure()
    plotext.theme("clear")
    plotext.limit_size(False, False)  # noqa: FBT003 -- plotext's own form: width, height
    plotext.plot_size(max(12, width), max(4, min(_HIGHEST, height)))
    plotext.xaxes(True, False)  # noqa: FBT003 -- lower, upper
    plotext.yaxes(True, False)  # noqa: FBT003 -- left, right
    if axes.low is not None or axes.high is not None:
        plotext.ylim(axes.low, axes.high)
    return plotext


def _ticks(plot: Any, axes: Axes) -> None:
    plot.xticks(list(axes.x), list(axes.x.values()))
    plot.yticks(list(axes.y), list(axes.y.values()))


def _content(built: str, styles: Sequence[str]) -> Content:
    """plotext's text, its colour numbers turned into styles."""
    pieces: list[tuple[str, str]] = []
    style = ""
    place = 0
    built = built.rstrip("\n")
    for match in _ANSI.finditer(built):
        pieces.append((built[place : match.start()], style))
        place = match.end()
        colour = _COLOUR.search(match[1])
        style = styles[int(colour[1])] if colour else ""
    pieces.append((built[place:], style))
    return Content.assemble(*((text, style or "dim") for text, style in pieces if text))
