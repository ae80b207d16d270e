"""The keys of `config.toml` and the check of each."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sctui.config import tables
from sctui.config.checks import Check, WrongEntry, WrongValue, is_written, yes_or_no
from sctui.config.offered import SETTINGS
from sctui.errors import ConfigError

_CHECKS: dict[str, Check] = {setting.key: setting.check for setting in SETTINGS} | {
    "tour": yes_or_no,
    "library": tables.library,
    "deck": tables.decks,
    "topic": tables.topics,
    "exam": tables.exams,
    "pause": tables.breaks,
    "keys": tables.key_names,
}


def checked(path: Path, key: str, value: Any) -> Any:
    """The value of a key in its own type.

    Raises:
        ConfigError: when it is wrong; the message names file and key.
    """
    try:
        return _CHECKS[key](value)
    except WrongValue as wrong:
        raise ConfigError(f"{path}: `{key}` {is_written(value)}", hint=str(wrong)) from None
    except WrongEntry as wrong:
        wrong = wrong.within(key)
        raise ConfigError(f"{path}: `{wrong.key}` {wrong.wrong}", hint=wrong.hint) from None
