"""Writing a file whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from sctui.errors import ChangedMeanwhileError, ExportError
from sctui.i18n import _

_TEMPORARY = re.compile(r"\..+\.(\d+)\.tmp")


def write_atomically(file: Path, data: bytes) -> None:
    """Put `data` into `file`, so that a reader, or a crash at any moment, sees the old file or the new one.

    Folders are made as needed; a file that is there keeps its permissions, a symbolic link stays one.

    Raises:
        ExportError: when the folder or the file cannot be written.
    """
    write_together({file: data})


def write_together(files: Mapping[Path, bytes], there: Mapping[Path, bytes | None] | None = None) -> None:
    """Put data into files that belong together: all are on the disk before the first takes its name.

    A crash between two names leaves whole files, some of them old.

    Args:
        files: what is to stand in each.
        there: what stands in some of them; None where there is no file.

    Raises:
        ChangedMeanwhileError: when a file says something else than `there` once all are on the disk; then
            none has changed.
        ExportError: when a file cannot be written; then no file has changed unless the disk failed midway.
    """
    staged: list[tuple[Path, Path]] = []
    file = Path()
    try:
        try:
            for file, data in files.items():
                target = file.resolve()
                staged.append((temporary_name(target), target))
                _fill(*staged[-1], data)
            see_that_they_stand(there or {})
            for temporary, target in staged:
                temporary.replace(target)
        finally:
            for temporary, _target in staged:
                temporary.unlink(missing_ok=True)
        for folder in {target.parent for _temporary, target in staged}:
            _sync_folder(folder)
    except OSError as error:
        raise ExportError(
            _("{file}: cannot be written: {strerror}").format(file=file, strerror=error.strerror or error),
            hint=_("choose another place, or free this one"),
        ) from None


def see_that_they_stand(there: Mapping[Path, bytes | None]) -> None:
    """See that files are as somebody has read them; None stands for no file.

    Raises:
        ChangedMeanwhileError: when one is not.
    """
    for file, data in there.items():
        if bytes_of(file) != data:
            raise ChangedMeanwhileError(
                _("{file}: was changed meanwhile by another program; nothing was written").format(file=file),
                hint=_("Do it again: it then goes by what the file says now."),
            )


def bytes_of(file: Path) -> bytes | None:
    """What a file holds; None when there is none."""
    try:
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def keep(memory: Path, data: bytes) -> None:
    """Put `data` into a file that may be lost at any time, whole or not at all; no harm where that fails."""
    part = temporary_name(memory)
    with suppress(OSError):
        memory.parent.mkdir(exist_ok=True)
        try:
            part.write_bytes(data)
            part.replace(memory)
        finally:
            part.unlink(missing_ok=True)


def temporary_name(target: Path) -> Path:
    """The name under which this process writes a file that is to take another's place."""
    return target.with_name(f".{target.name}.{os.getpid()}.tmp")


def _fill(temporary: Path, target: Path, data: bytes) -> None:
    """Write the data durably under the temporary name, with the permissions of the file it will replace."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with temporary.open("wb") as out:
        out.write(data)
        out.flush()
        os.fsync(out.fileno())
    if target.exists():
        shutil.copymode(target, temporary)


def clear_leftovers(folder: Path) -> None:
    """Take away the temporary files that runs which were killed have left in a folder.

    Those of a process that is still running stay; on Windows, where one cannot ask, all go that can.
    """
    for file in folder.glob(".*.tmp"):
        match = _TEMPORARY.fullmatch(file.name)
        if match and not _is_running(int(match[1])):
            with suppress(OSError):  # it harms nobody
                file.unlink()


def _is_running(pid: int) -> bool:
    if pid == os.getpid() or os.name != "posix":  # an own one is left from another process of this number
        return False
    try:
        os.kill(pid, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True


def _sync_folder(folder: Path) -> None:
    """Make the new name durable as well; Windows cannot open folders, and needs no such call."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    handle = os.open(folder, os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
