"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from sctui.errors import ExportError


def write_atomically(file: Path, data: bytes) -> None:
    """Put `data` into `file`, so that a reader, or a crash at any moment, sees the old file or the new one.

    Folders are made as needed; a file that is there keeps its permissions, a symbolic link stays one.

    Raises:
        ExportError: when the folder or the file cannot be written.
    """
    target = file.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            with temporary.open("wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
            if target.exists():
                shutil.copymode(target, temporary)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        _sync_folder(target.parent)
    except OSError as error:
        raise ExportError(
            f"{file}: cannot be written: {error.strerror or error}",
            hint="choose another place, or free this one",
        ) from None


def write_if_new(file: Path, data: bytes) -> None:
    """Put `data` into `file` with `write_atomically`, unless it stands there already."""
    if not (file.is_file() and file.read_bytes() == data):
        write_atomically(file, data)


def _sync_folder(folder: Path) -> None:
    """Make the new name durable as well; Windows cannot open folders, and needs no such call."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
