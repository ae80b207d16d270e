"""A home and another machine, which meet in a folder, by the command."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.locations import Home


def run(home: Home, *words: str) -> Result:
    place = str(home.folder.parent / "shared")
    return CliRunner().invoke(
        cli, ["--home", str(home.folder), *words, *([place] if words == ("sync",) else [])]
    )


@pytest.fixture
def shared(home: Home) -> Path:
    """Where two machines have met."""
    shared = home.folder.parent / "shared"
    shared.mkdir()
    for one in (home, other(home)):
        assert run(one, "sync").exit_code == 0
    return shared


def other(home: Home) -> Home:
    return Home(home.folder.parent / "other")
