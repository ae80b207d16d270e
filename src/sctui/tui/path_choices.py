"""What a path that is being typed can become: the files and folders that begin like it."""

from __future__ import annotations

import os
import shlex
from contextlib import suppress
from pathlib import Path

_MOST = 500  # rows; who looks for one of more types on


def typed_path(text: str) -> Path:
    """The path that is meant, `~` for the learner's own folder."""
    with suppress(RuntimeError):  # there is no such user
        return Path(text).expanduser()
    return Path(text)


def whole_path(text: str) -> str:
    """A text that is a path from the root or from `~` on; "" where it is none.

    A file that is dropped on a terminal comes in quotes, or with backslashes before its blanks.
    """
    text = text.lstrip()
    if text[:1] in {"'", '"'} or "\\" in text:
        with suppress(ValueError):  # a quote that is not closed yet
            text = "".join(shlex.split(text)[:1])
    return text if text.startswith((os.sep, f"~{os.sep}")) else ""


def shown_path(path: Path, *, folder: bool = False) -> str:
    """A path as one types it, a folder with a slash at its end."""
    home, text = str(Path.home()), str(path)
    if text == home or text.startswith(home + os.sep):
        text = "~" + text[len(home) :]
    return f"{text.rstrip(os.sep)}{os.sep}" if folder else text


def choices(text: str) -> list[str]:
    """The paths that `text` can be completed to, folders first, each as `text` begins.

    Hidden ones are among them where a dot was typed. None where the folder cannot be read.
    """
    folder, _slash, begins = text.rpartition(os.sep)
    found: list[tuple[bool, str]] = []
    try:
        with os.scandir(typed_path(folder + os.sep if _slash else ".")) as entries:
            for entry in entries:
                if not entry.name.lower().startswith(begins.lower()):
                    continue
                if entry.name.startswith(".") and not begins.startswith("."):
                    continue
                found.append((not _is_folder(entry), entry.name))
    except OSError:
        return []
    found.sort(key=lambda one: (one[0], one[1].lower()))
    before = folder + _slash
    return [f"{before}{name}{'' if is_file else os.sep}" for is_file, name in found[:_MOST]]


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False
