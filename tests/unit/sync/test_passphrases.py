"""A passphrase is the one that the others at the target use, before anything is sent."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.errors import SyncError
from sctui.locations import Home
from tests.unit.safety.conftest import answer, studied


def run(home: Home, secret: str, *words: str, typed: str | None = None) -> Result:
    place = str(home.folder.parent / "shared")
    words = ("--home", str(home.folder), "sync", *words, place)
    return CliRunner().invoke(cli, words, env={"SCTUI_SYNC_PASSPHRASE": secret}, input=typed)


@pytest.fixture
def other(home: Home) -> Home:
    """A second machine, which has read all that the first one sent and sent nothing yet."""
    (home.folder.parent / "shared").mkdir()
    assert run(home, "right").exit_code == 0
    other = Home(home.folder.parent / "other")
    assert run(other, "right").exit_code == 0
    return other


@pytest.mark.parametrize(("secret", "told"), [("wrong", "not the one of the target"), ("", "is encrypted")])
def test_nothing_is_sent_that_the_others_could_not_open_or_that_lies_open_among_sealed(
    home: Home, other: Home, secret: str, told: str
) -> None:
    answer(other, "later")
    before = segments(home)
    done = run(other, secret)
    assert isinstance(done.exception, SyncError)
    assert told in done.exception.message
    assert "00000001.segment" in done.exception.message
    assert segments(home) == before
    assert "Sent 1 change" in run(other, "right").output
    assert run(home, "right").exit_code == 0
    assert "later" in studied(home)


def test_a_passphrase_that_nothing_proves_yet_is_asked_for_twice(home: Home) -> None:
    (home.folder.parent / "shared").mkdir()
    first = run(home, "", "--passphrase", typed="rihgt\nright\nright\nright\n")
    assert first.exit_code == 0
    assert "do not match" in first.output
    answer(home, "later")
    again = run(home, "", "--passphrase", typed="right\n")
    assert "Sent 1 change" in again.output


def segments(home: Home) -> set[Path]:
    return set((home.folder.parent / "shared").rglob("*.segment"))
