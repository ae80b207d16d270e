"""Times and numbers as words, short enough for a button."""

from __future__ import annotations

from datetime import datetime

from sctui.text.plural import counted

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30.44 * _DAY, 365.25 * _DAY


def interval(seconds: int) -> str:
    """When a card comes back: `<1m`, `10m`, `5h`, `4d`, `1.5mo`, `2.1y`."""
    if seconds < _MINUTE:
        return "<1m"
    if seconds < _HOUR:
        return f"{round(seconds / _MINUTE)}m"
    if seconds < _DAY:
        return f"{round(seconds / _HOUR)}h"
    if seconds < _MONTH:
        return f"{round(seconds / _DAY)}d"
    if seconds < _YEAR:
        return f"{_short(seconds / _MONTH)}mo"
    return f"{_short(seconds / _YEAR)}y"


def spent(milliseconds: int) -> str:
    """Time spent: `40 s`, `3 min`, `1 h 05 min`."""
    seconds = round(milliseconds / 1000)
    if seconds < _MINUTE:
        return f"{seconds} s"
    minutes = round(seconds / _MINUTE)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"


def moment(then: datetime, now: datetime) -> str:
    """A time to come as one would say it: `in 12 minutes`, `today at 18:30`, `on Friday`, `on 3 May 2027`."""
    minutes = max(0, round((then - now).total_seconds() / 60))
    if minutes < 60:
        return "now" if minutes == 0 else f"in {counted(minutes, 'minute')}"
    days = (then.date() - now.date()).days
    if days == 0:
        return f"today at {then:%H:%M}"
    if days == 1:
        return f"tomorrow at {then:%H:%M}"
    if days < 7:
        return f"on {then:%A}"
    return f"on {then.day} {then:%B}{'' if then.year == now.year else f' {then.year}'}"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0") if number < 10 else f"{round(number)}"
