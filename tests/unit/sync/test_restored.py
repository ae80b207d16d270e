"""Going back to a backup on a machine that syncs."""

from collections.abc import Callable

import pytest

from sctui.locations import Home
from sctui.safety.doctor import rescue
from sctui.store.store import Store
from tests.unit.safety.conftest import answer, studied
from tests.unit.store.answers import FIRST
from tests.unit.sync.two_machines import other, run, shared

__all__ = ["shared"]  # a fixture


def go_back(home: Home, backup: str) -> None:
    assert run(home, "restore", backup, "--yes").exit_code == 0


def break_and_repair(home: Home, _backup: str) -> None:
    home.database.write_bytes(b"no database " * 999)
    assert rescue(home, FIRST.at).backup


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("back", [go_back, break_and_repair])
def test_no_answer_after_a_restore_takes_the_place_of_one_that_went(
    home: Home, back: Callable[[Home, str], None]
) -> None:
    run(home, "backup")
    (backup,) = home.backups.glob("*asked.zip")
    answer(
        home, "later"
    )  # the clock is behind the log here, so that one entry's time follows from the other's
    run(home, "sync")
    for number, file in enumerate(home.backups.glob("*.zip")):
        if file != backup:
            file.rename(file.with_suffix(f".{number}"))
    back(home, backup.stem)
    assert "later" not in studied(home)
    answer(home, "after")
    run(home, "sync")
    run(other(home), "sync")
    assert {"later", "after"} <= studied(home) == studied(other(home))
    assert len(reviews(home)) == len(reviews(other(home)))


def reviews(home: Home) -> list[str]:
    store = Store.open(home.database)
    found = [review.card for review in store.reviews()]
    store.close()
    return found
