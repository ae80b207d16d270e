"""One setting of `config.toml`: its check, and what a learner is told of it and offered for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sctui.config.checks import Check, WrongValue, wait

TomlValue = str | int | float | bool | list[str]


@dataclass(frozen=True, slots=True)
class Setting:
    """A key of `config.toml`.

    Args:
        key: its name in the file, and in `Settings`.
        check: makes the file's value one of ours, or raises `WrongValue`.
        group: the heading under which it is shown, in English, as all words here.
        label: what it is called.
        help: what it does.
        choices: the values to choose from, as they stand in the file, with the word for each; empty where a
            value is typed.
        step: how far one key press moves a number; 0 where none does.
    """

    key: str
    check: Check
    group: str
    label: str
    help: str
    choices: Mapping[Any, str] = field(default_factory=dict)
    step: float = 0

    def in_file(self, value: Any) -> TomlValue:
        """A value of ours as it stands in the file: times read `10m` there."""
        if isinstance(value, tuple):
            return [wait_in_words(seconds) for seconds in value]
        if self.check is wait:
            return wait_in_words(value)
        return value if isinstance(value, bool | int | float) else str(value)

    def shown(self, value: Any) -> str:
        """A value of ours for people, where it has no word: what they would type."""
        written = self.in_file(value)
        return " ".join(written) if isinstance(written, list) else str(written)

    def typed(self, text: str) -> TomlValue:
        """The value that a learner typed, as it stands in the file.

        Raises:
            WrongValue: when it cannot be one; the message says what to write.
        """
        value = _read(text.strip(), self.check)
        self.check(value)
        return value

    def moved(self, value: Any, way: int) -> TomlValue | None:
        """The value a step up (1) or down (-1), as it stands in the file; None where there is none."""
        if self.choices:
            known: list[TomlValue] = list(self.choices)
            return known[(known.index(value) + way) % len(known)] if value in known else known[0]
        if not self.step:
            return None
        moved: TomlValue = round(value + way * self.step, 2)
        try:
            self.check(moved)
        except WrongValue:
            return None
        return moved


def _read(text: str, check: Check) -> TomlValue:
    """A number where the check takes one, a list where it takes times, else the text itself."""
    for value in _readings(text):
        try:
            check(value)
        except WrongValue:
            continue
        return value
    return text


def _readings(text: str) -> list[TomlValue]:
    found: list[TomlValue] = []
    for kind in (int, float):
        try:
            found.append(kind(text.removesuffix("%")) / 100 if text.endswith("%") else kind(text))
        except ValueError:
            continue
    return [*found, text, text.replace(",", " ").split()]


def wait_in_words(seconds: int) -> str:
    """`10m` for 600: the largest unit that gives a whole number."""
    for name, unit in (("d", 86400), ("h", 3600), ("m", 60)):
        if seconds % unit == 0:
            return f"{seconds // unit}{name}"
    return f"{seconds}s"
