"""The learner's settings: `config.toml` in the home folder; what is not set there has a default."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from sctui.errors import ConfigError
from sctui.text.script import Script


@dataclass(frozen=True, slots=True)
class Settings:
    """What a learner can set.

    Args:
        script: in which script cards are shown.
        theme: a theme of Textual's, by name; empty for the app's own.
        new_per_day: how many new cards are begun a day.
        reviews_per_day: how many due cards are asked a day.
        desired_retention: the share of reviews to be recalled, 0.7 to 0.99 (FSRS).
        rollover_hour: the hour of local time at which a study day begins, 0 to 23.
    """

    script: Script = Script.AS_WRITTEN
    theme: str = ""
    new_per_day: int = 20
    reviews_per_day: int = 200
    desired_retention: float = 0.9
    rollover_hour: int = 4


_LIMITS: dict[str, tuple[float, float]] = {
    "new_per_day": (0, 9999),
    "reviews_per_day": (0, 9999),
    "desired_retention": (0.7, 0.99),
    "rollover_hour": (0, 23),
}


def read_settings(path: Path) -> Settings:
    """The settings in `path`; the defaults when there is no such file.

    Raises:
        ConfigError: when the file cannot be read or is not TOML, for an unknown key and for a wrong value.
    """
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path}: cannot be read ({error})", hint="Mend the file or take it away."
        ) from error
    import tomllib  # noqa: PLC0415 -- only where there is a file to read

    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}", hint='A line reads `key = value`, text in "quotes".') from error
    known = [field.name for field in fields(Settings)]
    for key in table:
        if key not in known:
            raise ConfigError(f"{path}: unknown key `{key}`", hint=f"Known keys: {', '.join(known)}.")
    return Settings(**{key: _checked(path, key, value) for key, value in table.items()})


def save_setting(path: Path, key: str, value: str | float) -> None:
    """Write one setting; every other line of the file, comments included, stays as it is.

    Raises:
        ConfigError: when the file cannot be written.
    """
    import json  # noqa: PLC0415 -- JSON's strings and numbers are TOML's as well; needed only to write

    try:
        before = path.read_text("utf-8") if path.exists() else ""
        _write(path.resolve(), _with_line(before, key, json.dumps(value, ensure_ascii=False)))
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: `{key}` could not be saved ({error})"
        raise ConfigError(message, hint="Is the home folder writable?") from error


def _with_line(text: str, key: str, value: str) -> str:
    value_now = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*?)"""
    line = re.compile(
        rf"^[ \t]*{re.escape(key)}[ \t]*=[ \t]*{value_now}(?P<comment>[ \t]*#.*)?$", re.MULTILINE
    )
    changed, found = line.subn(lambda match: f"{key} = {value}{match['comment'] or ''}", text, count=1)
    if found:
        return changed
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{key} = {value}\n"


def _write(path: Path, text: str) -> None:
    """Put the new file in the old one's place in one step, so that there is always a whole one."""
    import tempfile  # noqa: PLC0415 -- needed only to write

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _checked(path: Path, key: str, value: Any) -> Any:
    """The value in its own type."""
    if key == "script":
        return _script(path, value)
    if key == "theme":
        if isinstance(value, str):
            return value
        raise ConfigError(f"{path}: `theme` is {value!r}", hint='Write the name of a theme in "quotes".')
    low, high = _LIMITS[key]
    whole = key != "desired_retention"
    number = isinstance(value, int if whole else (int, float)) and not isinstance(value, bool)
    if not number or not low <= value <= high:
        kind = "a whole number" if whole else "a number"
        raise ConfigError(f"{path}: `{key}` is {value!r}", hint=f"Write {kind} from {low} to {high}.")
    return value


def _script(path: Path, value: Any) -> Script:
    try:
        return Script(value)
    except ValueError:
        names = ", ".join(f'"{script}"' for script in Script)
        raise ConfigError(f"{path}: `script` is {value!r}", hint=f"Write one of {names}.") from None
