"""Reading and writing `config.toml`."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path
from typing import Any

from sctui.config.setting import TomlValue
from sctui.config.settings import Settings
from sctui.errors import ConfigError
from sctui.i18n import _
from sctui.scheduler.plans import Break, Exam


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
            _("{path}: cannot be read ({error})").format(path=path, error=error),
            hint=_("Mend the file or take it away."),
        ) from error
    import tomllib  # noqa: PLC0415 -- only where there is a file to read

    from sctui.config.keys import checked  # noqa: PLC0415 -- likewise

    try:
        table = tomllib.loads(content)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(
            f"{path}: {error}", hint=_('A line reads `key = value`, text in "quotes".')
        ) from error
    known = [field.name for field in fields(Settings)]
    for key in table:
        if key not in known:
            raise ConfigError(
                _("{path}: unknown key `{key}`").format(path=path, key=key),
                hint=_("Known keys: {known}.").format(known=", ".join(known)),
            )
    return Settings(**{key: checked(path, key, value) for key, value in table.items()})


def save_setting(path: Path, key: str, value: TomlValue | None) -> None:
    """Write one setting, or take it out for None; comments, order and every other line stay as they are.

    A key with a dot is one of a table: `keys.study.undo` is `"study.undo"` in `[keys]`.

    Raises:
        ConfigError: when the file cannot be read as TOML, or cannot be written.
    """
    import tomlkit  # noqa: PLC0415 -- needed only to write

    with _editing(path, key) as document:
        table, name = key.split(".", 1) if "." in key else ("", key)
        place: Any = document.setdefault(table, tomlkit.table()) if table else document
        if value is not None:
            place[name] = value
        elif name in place:
            del place[name]


def save_entry(path: Path, key: str, entry: Exam | Break, *, gone: bool) -> None:
    """Add a table of those that have the name `key`, or take it out; every other line stays as it is.

    Raises:
        ConfigError: when the file cannot be read as TOML, or cannot be written.
    """
    import tomlkit  # noqa: PLC0415 -- needed only to write
    from tomlkit.items import AoT  # noqa: PLC0415 -- likewise

    from sctui.config.keys import checked  # noqa: PLC0415 -- likewise
    from sctui.config.tables import as_table  # noqa: PLC0415 -- likewise

    with _editing(path, key) as document:
        tables = document.setdefault(key, tomlkit.aot())
        if not gone:
            tables.append(as_table(entry))  # in brackets of its own, or inline, as the others are
            if isinstance(tables, AoT):
                tables[-1].trivia.indent = "\n"
            return
        known = [checked(path, key, [table]) for table in tables.unwrap()]
        if (entry,) in known:
            del tables[known.index((entry,))]
        if not tables:
            del document[key]


@contextmanager
def _editing(path: Path, key: str) -> Iterator[Any]:
    """The file as it is taken apart, to be changed within the block and then written.

    Raises:
        ConfigError: when it cannot be read as TOML, or cannot be written.
    """
    import tomlkit  # noqa: PLC0415 -- needed only to write
    from tomlkit.exceptions import TOMLKitError  # noqa: PLC0415 -- likewise

    try:
        document = tomlkit.parse(path.read_text("utf-8") if path.exists() else "")
        yield document
        _write(path.resolve(), tomlkit.dumps(document))
    except (OSError, UnicodeDecodeError, TOMLKitError) as error:
        message = _("{path}: `{key}` could not be saved ({error})").format(path=path, key=key, error=error)
        raise ConfigError(message, hint=_("Is the home folder writable?")) from error


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
