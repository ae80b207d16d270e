"""A target that is new, or was emptied, gets all that a machine knows, whoever logged it."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.locations import Home
from sctui.safety.opening import open_store
from tests.unit.safety.conftest import answer, studied


def run(home: Home, shared: Path) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home.folder), "sync", str(shared)])


@pytest.fixture
def shared(home: Home) -> Path:
    """Where a laptop that is gone now has met the home, which was moved since."""
    shared, laptop = home.folder.parent / "shared", Home(home.folder.parent / "laptop")
    shared.mkdir()
    answer(laptop, "theirs")
    for one in (laptop, home):
        assert run(one, shared).exit_code == 0
    shutil.rmtree(laptop.folder)
    moved = Home(home.folder.parent / "moved")
    home.folder.rename(moved.folder)
    open_store(moved, lambda: 0).close()
    assert run(moved, shared).exit_code == 0
    return shared


@pytest.mark.parametrize("emptied", [True, False])
def test_a_new_machine_gets_all_from_a_target_that_the_old_ones_never_saw(
    home: Home, shared: Path, *, emptied: bool
) -> None:
    moved, new, place = Home(home.folder.parent / "moved"), Home(home.folder.parent / "new"), shared
    if emptied:
        shutil.rmtree(shared)
    else:
        place = shared.with_name("another")
    place.mkdir()
    assert "There was nothing at" in run(moved, place).output
    assert "Sent 0 changes" in run(moved, place).output
    assert run(new, place).exit_code == 0
    assert studied(new) == studied(moved) == {"a", "b", "c", "theirs"}
    before = set(place.rglob("*.segment"))
    for one in (new, moved, new):
        assert "Sent 0 changes; received 0 reviews" in run(one, place).output
    assert set(place.rglob("*.segment")) == before
