"""Saved searches: `searches.toml` in the home folder, a line `"name" = "query"` each."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from sctui.decks.atomic_file import write_atomically
from sctui.errors import ConfigError, ExportError
from sctui.i18n import _

_HEAD = "# Saved searches of sctui: a name and what is looked for (docs/search.md).\n"


def read_searches(path: Path) -> dict[str, str]:
    """The saved searches by their names, in the order of the file; none where there is no file.

    Raises:
        ConfigError: when it cannot be read, or holds anything but names and queries.
    """
    import tomllib  # noqa: PLC0415 -- only when they are asked for

    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}", hint=_('A line reads "name" = "query".')) from error
    for name, query in found.items():
        if not isinstance(query, str):
            raise ConfigError(
                _("{path}: `{name}` is {query!r}").format(path=path, name=name, query=query),
                hint=_('Write a query in "quotes".'),
            )
    return found


def write_searches(path: Path, searches: Mapping[str, str]) -> None:
    """Write all saved searches in place of those in the file.

    Raises:
        ConfigError: when it cannot be written.
    """
    import json  # noqa: PLC0415 -- JSON's strings are TOML's as well

    lines = (f"{json.dumps(name)} = {json.dumps(query)}\n" for name, query in searches.items())
    try:
        write_atomically(path, (_HEAD + "".join(lines)).encode())
    except ExportError as error:
        raise ConfigError(
            _("{path}: could not be saved ({error})").format(path=path, error=error),
            hint=_("Is the home folder writable?"),
        ) from error
