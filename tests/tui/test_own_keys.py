"""Keys of a learner's own do what they say, on the screen, in footer, help and palette."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.config import read_settings
from sctui.errors import ConfigError
from sctui.locations import Home
from sctui.tui.app import SctuiApp
from sctui.tui.settings.own_keys import checked, conflicts, key_names
from sctui.tui.widgets.setting_list import SettingList
from tests.tui.screen_text import press, told

Make = Callable[..., SctuiApp]


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("z", ("z",)),
        ("!", ("exclamation_mark",)),
        ("exclamation_mark", ("exclamation_mark",)),
        ("+, ctrl+z", ("plus", "ctrl+z")),
        (",", ("comma",)),
        ("a,a", ("a",)),
    ],
)
def test_keys_go_by_textuals_names(written: str, names: tuple[str, ...]) -> None:
    assert key_names(written) == names


def test_without_own_keys_there_is_no_conflict() -> None:
    assert not list(conflicts({}))


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"study.undo": "b"}, "Bury"),
        ({"study.undo": "?"}, "This help"),
        ({"study.undo": "ctrl+p"}, "palette"),
        ({"app.script": "u"}, "Take back"),
        ({"study.undo": "y", "study.flag": "y"}, "flag"),
    ],
)
def test_a_key_that_would_do_two_things_is_told(keys: dict[str, str], told: str, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        checked(tmp_path / "config.toml", keys)
    assert "config.toml" in caught.value.message
    assert next(iter(keys)) in caught.value.message or list(keys)[1] in caught.value.message
    assert told in caught.value.message


def test_keys_that_change_places_are_no_conflict() -> None:
    assert not list(conflicts({"study.undo": "b", "study.bury": "u"}))


def test_an_action_that_there_is_not_is_told(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'keys."study.fly"'):
        checked(tmp_path / "config.toml", {"study.fly": "y"})


@pytest.mark.parametrize(
    "text", ['[keys]\n"study.bury" = "z"\n', '[keys]\nstudy.bury = "z"\n', '[keys.study]\nbury = "z"\n']
)
async def test_an_own_key_does_what_the_old_one_did(make_app: Make, home: Home, text: str) -> None:
    home.folder.mkdir(parents=True)
    home.config.write_text(text, "utf-8")
    app = make_app()
    async with app.run_test(size=(80, 40)) as pilot:
        await press(pilot, "enter")
        await press(pilot, "b")
        assert "Buried" not in told(app)
        await press(pilot, "z")
        assert "Buried until tomorrow" in told(app)
        assert "z              Bury" in await press(pilot, "?")


async def test_a_key_is_chosen_on_the_screen(make_app: Make, home: Home) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "comma", "K")
        app.screen.query_one(SettingList).go_to("study.undo")
        assert "Press the key" in await press(pilot, "enter")
        await press(pilot, "b")
        assert "already does" in told(app)
        await press(pilot, "enter", "z")
        assert read_settings(home.config).keys == {"study.undo": "z"}
        await press(pilot, "a", "ctrl+z")
        assert read_settings(home.config).keys == {"study.undo": "z,ctrl+z"}
        await press(pilot, "q", "q")
        shown = await press(pilot, "enter", "space")
        assert "z Undo" in shown
        await press(pilot, "3", "z")
        assert "Taken back" in told(app)
        await press(pilot, "comma", "K")
        app.screen.query_one(SettingList).go_to("study.undo")
        await press(pilot, "x")
        assert read_settings(home.config).keys == {}
        assert "u Undo" in await press(pilot, "q", "q")


async def test_an_own_key_stands_where_the_other_would_in_the_last_line(make_app: Make) -> None:
    app = make_app(keys={"study.reveal": "x", "study.undo": "z"})
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, "enter")
        assert "Show the answer  x" in asked
        assert " x Answer  z Undo  b Bury  f Flag  q Back" in asked
        assert " x Good  z Undo  s Source" in await press(pilot, "x")
