"""`v`: pictures of a card on the desktop, or where they lie."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.locations import Home
from sctui.tui import viewer
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import press, told

Make = Callable[..., SctuiApp]
DECK = "deck: d\ncards:\n  - {id: a, front: '![x](x.png)?', back: '![y](../y.png)'}\n  - {id: b, front: c, back: d}\n"


async def test_pictures_are_opened_and_those_of_the_answer_not_before_it_is_shown(
    make_app: Make, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home.decks.mkdir(parents=True)
    (home.decks / "d.yaml").write_text(DECK, encoding="utf-8")
    (home.decks / "x.png").write_bytes(b"png")
    opened = tmp_path / "opened"
    script = tmp_path / "viewer"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}\n', encoding="utf-8")
    script.chmod(0o755)
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        monkeypatch.setattr(viewer, "viewer", lambda: None)
        await press(pilot, "enter", "v")
        assert str(home.decks / "x.png") in told(app)
        monkeypatch.setattr(viewer, "viewer", lambda: [str(script)])
        await press(pilot, "v")
        assert "Opened in your viewer." in told(app)
        await press(pilot, "space", "v")
        assert "outside the deck's folder" in told(app)
        await press(pilot, "4", "v")
        assert "no picture" in told(app)
    for process in viewer._RUNNING:
        process.wait(timeout=20)
    assert opened.read_text(encoding="utf-8") == str(home.decks / "x.png")


@pytest.mark.parametrize(
    ("platform", "environment", "expected"),
    [("darwin", {}, ["open"]), ("win32", {}, ["explorer"]), ("linux", {}, None)],
)
def test_where_there_is_a_desktop(
    platform: str, environment: dict[str, str], expected: list[str] | None
) -> None:
    assert viewer.viewer(platform, environment) == expected
