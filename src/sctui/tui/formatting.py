"""Times and numbers as words, short enough for a button."""

from __future__ import annotations

from datetime import date, datetime

from sctui.i18n import N_, _
from sctui.model.review import MemoryState, Phase
from sctui.text.plural import counted

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_MONTH, _YEAR = 30.44 * _DAY, 365.25 * _DAY


_WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)
_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def interval(seconds: int) -> str:
    """When a card comes back: `<1m`, `10m`, `5h`, `4d`, `1.5mo`, `2.1y`."""
    if seconds < _MINUTE:
        return "<" + _("{count}m").format(count=1)
    if seconds < _HOUR:
        return _("{count}m").format(count=round(seconds / _MINUTE))
    if seconds < _DAY:
        return _("{count}h").format(count=round(seconds / _HOUR))
    if seconds < _MONTH:
        return _("{count}d").format(count=round(seconds / _DAY))
    if seconds < _YEAR:
        return _("{count}mo").format(count=_short(seconds / _MONTH))
    return _("{count}y").format(count=_short(seconds / _YEAR))


def put_off(state: MemoryState, since: int) -> str:
    """How long a card waits from an answer (UTC ms) on: one that is known, whole study days, as was said."""
    seconds = max(0, (state.due or since) - since) / 1000
    if state.phase is Phase.REVIEW:  # it is due in the middle of its day
        return interval(max(1, round(seconds / _DAY)) * _DAY)
    return interval(round(seconds))


def tolerated(tolerance: str) -> str:
    """How far off a number may be, a number or share of it, to be read behind what is asked for."""
    if tolerance.endswith("%"):
        return _(", within {share} of it").format(share=tolerance)
    return _(", ± {number}").format(number=tolerance) if tolerance not in {"", "0"} else ""


def spent(milliseconds: int) -> str:
    """Time spent: `40 s`, `3 min`, `1 h 05 min`."""
    seconds = round(milliseconds / 1000)
    if seconds < _MINUTE:
        return _("{count} s").format(count=seconds)
    minutes = round(seconds / _MINUTE)
    if minutes < 60:
        return _("{count} min").format(count=minutes)
    return _("{hours} h {minutes} min").format(hours=minutes // 60, minutes=f"{minutes % 60:02}")


def moment(then: datetime, now: datetime, rollover_hour: int) -> str:
    """A time to come as one would say it: `in 12 minutes`, `today at 18:30`, `on Friday`, `on 3 May 2027`.

    What is due when a study day begins is due on that day.
    """
    minutes = max(0, round((then - now).total_seconds() / 60))
    if minutes < 60:
        return _("now") if minutes == 0 else _("in {time}").format(time=counted(minutes, "minute"))
    days = (then.date() - now.date()).days
    if days == 0:
        return _("today at {time}").format(time=f"{then:%H:%M}")
    if days == 1 and (then.hour, then.minute, then.second) == (rollover_hour, 0, 0):
        return _("tomorrow")
    if days == 1:
        return _("tomorrow at {time}").format(time=f"{then:%H:%M}")
    if days < 7:
        return _("on {day}").format(day=_(_WEEKDAYS[then.weekday()]))
    day = short_day(then)
    return _("on {day}").format(
        day=day if then.year == now.year else _("{day} {year}").format(day=day, year=then.year)
    )


def short_day(day: date) -> str:
    """A day of this year: `3 May`."""
    return _("{day} {month}").format(day=day.day, month=_(_MONTHS[day.month - 1]))


def day_and_year(day: date) -> str:
    """A day of any year with its weekday: `Monday 3 May 2027`."""
    told = _("{day} {year}").format(day=short_day(day), year=day.year)
    return _("{weekday} {day}").format(weekday=_(_WEEKDAYS[day.weekday()]), day=told)


def long_day(day: date) -> str:
    """A day of this year with its weekday: `Friday 3 May`."""
    return _("{weekday} {day}").format(weekday=_(_WEEKDAYS[day.weekday()]), day=short_day(day))


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0") if number < 10 else f"{round(number)}"
