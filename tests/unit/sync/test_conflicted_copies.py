"""Services that carry a folder from machine to machine leave copies in it, under names of their own."""

import shutil
from pathlib import Path

import pytest

from sctui.locations import Home
from tests.unit.safety.conftest import answer, studied
from tests.unit.sync.two_machines import other, run, shared

__all__ = ["shared"]  # a fixture

NAMES = [
    "00000001 (conflicted copy 2026-11-28).segment",  # Dropbox
    "00000001.sync-conflict-20261128-101500-ABCDEFG.segment",  # Syncthing
    "00000001-LAPTOP.segment",  # OneDrive
    "00000001 2.segment",  # iCloud
    "Kopie von 00000001.segment",
]


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_of_a_segment_is_in_nobody_s_way(home: Home, shared: Path, name: str) -> None:
    for segment in list(shared.rglob("*.segment")):
        shutil.copy(segment, segment.with_name(name))
        segment.with_name(f"torn {name}").write_bytes(segment.read_bytes()[:-9])
    answer(home, "later")
    for one in (home, other(home)):
        done = run(one, "sync")
        assert done.exit_code == 0, done.output
    assert "Sent 0 changes; received 0 reviews" in run(home, "sync").output
    assert "later" in studied(other(home))


@pytest.mark.parametrize("name", NAMES)
def test_what_stands_in_a_copy_alone_arrives_all_the_same(home: Home, shared: Path, name: str) -> None:
    for segment in list(shared.rglob("*.segment")):
        segment.rename(segment.with_name(name))
    third = Home(shared.parent / "third")
    assert run(third, "sync").exit_code == 0
    assert studied(third) == studied(home) != set()
    assert run(third, "sync").exit_code == 0
