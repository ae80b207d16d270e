import uuid
from pathlib import Path

import pytest

from sctui.locations import Home
from sctui.safety import this_machine
from sctui.safety.this_machine import fingerprint


def test_a_home_is_known_again_and_a_copy_is_not(tmp_path: Path) -> None:
    assert fingerprint(Home(tmp_path / "a")) == fingerprint(Home(tmp_path / "a"))
    assert fingerprint(Home(tmp_path / "a")) != fingerprint(Home(tmp_path / "b"))


def test_without_an_id_of_the_machine_and_a_network_it_is_known_again_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = fingerprint(Home(tmp_path))
    monkeypatch.setattr(this_machine, "_ID", tmp_path / "none")
    numbers = iter((1 << 40 | 5, 1 << 40 | 6, 7, 8))
    monkeypatch.setattr(uuid, "getnode", lambda: next(numbers))
    first, second, third, fourth = (fingerprint(Home(tmp_path)) for _ in range(4))
    assert first == second  # made up by chance, each time
    assert len({before, first, third, fourth}) == 4
