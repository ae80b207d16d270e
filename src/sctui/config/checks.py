"""One check a setting: a value from the file becomes a value of ours, or the file's line is wrong."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, TypeAlias

from sctui.i18n import _

Check: TypeAlias = Callable[[Any], Any]
_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


class WrongValue(Exception):  # noqa: N818 -- not for the user, who is told by a ConfigError with file and key
    """A value that cannot be used; the message says what to write."""


class WrongEntry(Exception):  # noqa: N818 -- as above
    """An entry of a table that cannot be used: its key, and what is wrong in words that follow on the key."""

    def __init__(self, key: str, wrong: str, hint: str) -> None:
        super().__init__(hint)
        self.key, self.wrong, self.hint = key, wrong, hint

    def within(self, table: str) -> WrongEntry:
        """The same, of an entry of a table that has this name."""
        return WrongEntry(f"{table}.{self.key}".rstrip("."), self.wrong, self.hint)


def is_written(value: object) -> str:
    """`is 5`, as the file has it."""
    return _("is {value}").format(value=as_written(value))


def as_written(value: object) -> str:
    """A value of the file as TOML spells it."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        return f"[{', '.join(map(as_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key} = {as_written(one)}' for key, one in value.items())}}}"
    return str(value)


def whole(low: int, high: int) -> Check:
    """A whole number from `low` to `high`."""

    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
            raise WrongValue(_("Write a whole number from {low} to {high}.").format(low=low, high=high))
        return value

    return check


def number(low: float, high: float) -> Check:
    """A number from `low` to `high`."""

    def check(value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, int | float) or not low <= value <= high:
            raise WrongValue(_("Write a number from {low} to {high}.").format(low=low, high=high))
        return float(value)

    return check


def one_of(kind: type[StrEnum]) -> Check:
    """A word of those that `kind` knows."""

    def check(value: Any) -> StrEnum:
        try:
            return kind(value)
        except ValueError:
            names = ", ".join(f'"{word}"' for word in kind)
            raise WrongValue(_("Write one of {names}.").format(names=names)) from None

    return check


def yes_or_no(value: Any) -> bool:
    """`true` or `false`."""
    if not isinstance(value, bool):
        raise WrongValue(_("Write true or false."))
    return value


def two_or_four(value: Any) -> int:
    """How many buttons."""
    if isinstance(value, bool) or value not in (2, 4):
        raise WrongValue(_("Write 2 or 4."))
    return int(value)


def text(value: Any) -> str:
    """Any text."""
    if not isinstance(value, str):
        raise WrongValue(_('Write a name in "quotes".'))
    return value


def wait(value: Any) -> int:
    """Seconds from a time such as `10m`."""
    match = re.fullmatch(r"(\d{1,6})([smhd])", value) if isinstance(value, str) else None
    if match is None or not int(match[1]):
        raise WrongValue(_('Write a time such as "30s", "10m", "2h" or "1d".'))
    return int(match[1]) * _UNITS[match[2]]


def waits(value: Any) -> tuple[int, ...]:
    """Seconds from a list of times; it may be empty."""
    if not isinstance(value, list):
        raise WrongValue(_('Write a list of times, such as ["1m", "10m"].'))
    return tuple(wait(item) for item in value)


def day(value: Any) -> dt.date:
    """A day."""
    if not isinstance(value, dt.date) or isinstance(value, dt.datetime):
        raise WrongValue(_("Write a day as 2027-05-31, without quotes."))
    return value


def entries(table: Any, checks: Mapping[str, Check], needed: tuple[str, ...] = ()) -> dict[str, Any]:
    """The checked entries of a table.

    Raises:
        WrongEntry: for an unknown key, a wrong value, a table that is none, and an entry that is missing.
    """
    if not isinstance(table, dict):
        raise WrongEntry(
            "", is_written(table), _("Write a table with {checks}.").format(checks=", ".join(checks))
        )
    checked = {}
    for key, value in table.items():
        if key not in checks:
            hint = _("Known keys here: {checks}.").format(checks=", ".join(checks))
            raise WrongEntry(key, _("is no key that is known here"), hint)
        try:
            checked[key] = checks[key](value)
        except WrongValue as wrong:
            raise WrongEntry(key, is_written(value), str(wrong)) from None
    for key in needed:
        if key not in checked:
            raise WrongEntry(key, _("is missing"), _("Add `{key}`.").format(key=key))
    return checked
