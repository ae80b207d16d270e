"""The settings as rows: a heading a group, then each setting with its value in words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sctui.config import Setting, Settings
from sctui.config.offered import SETTINGS
from sctui.i18n import _
from sctui.text.plural import counted
from sctui.tui.themes import THEMES

_UNITS: Mapping[str, Callable[[Any], str]] = {
    "rollover_hour": "{:02}:00".format,
    "desired_retention": lambda share: f"{share * 100:.6g}%",
    "maximum_interval": lambda days: counted(days, "day"),
}


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A line of a list of values: a heading, where `key` is empty, or what is set to what.

    `own` says whether the value is another than the default; `setting` is there where it stands for one.
    """

    label: str
    value: str = ""
    key: str = ""
    own: bool = False
    setting: Setting | None = None

    @property
    def heading(self) -> bool:
        """Whether the line only names the group below it."""
        return not self.key


def rows_of(settings: Settings) -> list[SettingRow]:
    """All settings that are offered."""
    return list(_rows(settings))


def _rows(settings: Settings) -> Iterator[SettingRow]:
    group = ""
    for setting in offered():
        if setting.group != group:
            group = setting.group
            yield SettingRow(_(group))
        value = getattr(settings, setting.key)
        own = value != getattr(Settings(), setting.key)
        yield SettingRow(_(setting.label), in_words(setting, value), setting.key, own, setting)


def offered() -> list[Setting]:
    """The settings with the themes that this app has."""
    themes: Mapping[str, str] = THEMES
    return [replace(setting, choices=themes) if setting.key == "theme" else setting for setting in SETTINGS]


def in_words(setting: Setting, value: object) -> str:
    """The word for a value, or the value as one types it."""
    if setting.key == "theme" and not value:
        value = next(iter(THEMES))
    word = setting.choices.get(value) if setting.choices else None
    if not word and (unit := _UNITS.get(setting.key)):
        return unit(value)
    return _(word) if word else setting.shown(value)
