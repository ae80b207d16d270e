"""A screen in Chinese has no English words of the program left."""

import re
from collections.abc import Callable, Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

from sctui import i18n
from sctui.i18n.language import Language, speak
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import settled
from tests.tui.test_trials_screen import knowing

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"


@pytest.fixture
def in_traditional() -> Iterator[Language]:
    yield speak(Language.TRADITIONAL)
    i18n.use(NullTranslations())


@pytest.fixture
def in_chinese() -> Iterator[Language]:
    yield speak(Language.SIMPLIFIED)
    i18n.use(NullTranslations())


async def test_the_program_s_words_keep_out_of_the_script_of_cards(
    make_app: Make, in_traditional: Language
) -> None:
    app = make_app([READING], language=in_traditional, script=Script.SIMPLIFIED)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "全部牌組" in await settled(pilot)
        await pilot.press("ctrl+p")
        assert "指令…" in await settled(pilot)


@pytest.mark.parametrize(
    ("keys", "told"), [("m", "5 个主体，8 个步骤"), ("w", "已学 0 张"), ("r", "篇文档"), ("c", "个属性")]
)
async def test_the_first_line_is_in_chinese(
    make_app: Make, in_chinese: Language, keys: str, told: str
) -> None:
    app = knowing(make_app([READING], language=in_chinese))
    async with app.run_test(size=(80, 24)) as pilot:
        first = (await settled(pilot, *keys)).splitlines()[0]
        assert told in first
        assert not re.search(r"\b[a-z]{2,}\b", first)


async def test_what_only_animals_showed_is_marked_in_chinese(make_app: Make, in_chinese: Language) -> None:
    app = knowing(make_app([READING], language=in_chinese))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "m", "l", "j", "l", "j", "l")
        assert "临床前" in screen
        assert "preclinical" not in screen
