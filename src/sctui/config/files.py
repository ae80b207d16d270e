"""Reading and writing `config.toml`."""

from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path

from sctui.config.settings import Settings
from sctui.errors import ConfigError


def read_settings(path: Path) -> Settings:
    """The settings in `path`; the defaults when there is no such file.

    Raises:
        ConfigError: when the file cannot be read or is not TOML, for an unknown key and for a wrong value.
    """
    try:
        content = path.read_text("utf-8")
    except FileNotFoundError:
        return Settings()
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(
            f"{path}: cannot be read ({error})", hint="Mend the file or take it away."
        ) from error
    import tomllib  # noqa: PLC0415 -- only where there is a file to read

    from sctui.config.keys import checked  # noqa: PLC0415 -- likewise

    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: {error}", hint='A line reads `key = value`, text in "quotes".') from error
    known = [field.name for field in fields(Settings)]
    for key in table:
        if key not in known:
            raise ConfigError(f"{path}: unknown key `{key}`", hint=f"Known keys: {', '.join(known)}.")
    return Settings(**{key: checked(path, key, value) for key, value in table.items()})


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


def _with_line(content: str, key: str, value: str) -> str:
    """The line changed, or added in front of the first table: behind it, it would be one of the table's."""
    tables_at = re.search(r"^[ \t]*\[", content, re.MULTILINE)
    end = tables_at.start() if tables_at else len(content)
    text, rest = content[:end], content[end:]
    value_now = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[^#\n]*?)"""
    line = re.compile(
        rf"^[ \t]*{re.escape(key)}[ \t]*=[ \t]*{value_now}(?P<comment>[ \t]*#.*)?$", re.MULTILINE
    )
    changed, found = line.subn(lambda match: f"{key} = {value}{match['comment'] or ''}", text, count=1)
    if found:
        return changed + rest
    return f"{text}{'' if not text or text.endswith(chr(10)) else chr(10)}{key} = {value}\n{rest}"


def _write(path: Path, content: str) -> None:
    """Put the new file in the old one's place in one step, so that there is always a whole one."""
    import tempfile  # noqa: PLC0415 -- needed only to write

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
