"""A file is written whole or not at all."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from sctui.decks.atomic_file import clear_leftovers, write_atomically
from sctui.errors import ExportError


def test_a_new_file_in_new_folders(tmp_path: Path) -> None:
    write_atomically(tmp_path / "a" / "b" / "file", b"data")
    assert (tmp_path / "a" / "b" / "file").read_bytes() == b"data"


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_bytes(b"old")
    target.chmod(0o640)
    link.symlink_to(target)
    write_atomically(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"
    assert target.stat().st_mode & 0o777 == 0o640


def test_a_failure_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(ExportError, match="No space left on device"):
        write_atomically(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_what_killed_runs_left_is_taken_away(tmp_path: Path) -> None:
    gone = subprocess.Popen([sys.executable, "-c", ""])
    gone.wait()
    leftover = tmp_path / f".deck.yaml.{gone.pid}.tmp"
    others = [
        tmp_path / name for name in (f".deck.yaml.{os.getppid()}.tmp", ".notes.tmp", "a.1.tmp", "b.yaml")
    ]
    for file in (leftover, *others):
        file.write_bytes(b"data")
    clear_leftovers(tmp_path)
    assert set(tmp_path.iterdir()) == set(others)
    clear_leftovers(tmp_path / "nowhere")
