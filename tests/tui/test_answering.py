"""Typing numbers and choosing options while studying."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.model.review import Rating
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import press, text, told

Make = Callable[..., SctuiApp]
DECKS = Path(__file__).parent / "answered"
STUDY = ("j", "enter")
NEXT = ("space", "3")  # shows the answer without one of one's own, and grades it as good


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    return make_app([DECKS])


def ratings(app: SctuiApp) -> list[Rating]:
    return [review.rating for review in app.desk.collection.store.reviews()]


async def test_a_typed_number_is_checked_and_its_rating_suggested(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, *STUDY)
        assert "a number, in %" in asked
        checked = await press(pilot, *"67", "enter")
        assert "≈ 67  2 too high, within the tolerance" in checked
        assert "约65%" in checked
        await press(pilot, "enter")
        assert ratings(app) == [Rating.HARD]


async def test_the_last_line_and_the_button_say_what_a_key_does_now(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        asked = await press(pilot, *STUDY)
        assert "a number, in %, within 5% of it" in asked
        assert "space Answer  u Undo  b Bury  f Flag  q Back" in asked
        assert "Show the answer  space" in asked
        typed = await press(pilot, *"80")
        assert "⏎ Check" in typed
        assert "Check your answer  ⏎" in typed
        assert "Show the answer  space" in await press(pilot, "backspace", "backspace")
        checked = await press(pilot, *"80", "enter")
        assert "space Again  u Undo  s Source  d Document  i History  q Back" in checked
        assert "space Answer" in await press(pilot, "enter")
        assert "space Good" in await press(pilot, "space")


@pytest.mark.parametrize(
    ("typed", "said", "rating"),
    [
        ("65%", "✓ 65%", Rating.GOOD),
        ("６５", "✓ ６５", Rating.GOOD),
        ("80", "✗ 80  15 too high", Rating.AGAIN),
        ("65mg", "✗ 65mg  another unit", Rating.AGAIN),
    ],
)
async def test_verdicts(app: SctuiApp, typed: str, said: str, rating: Rating) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert said in await press(
            pilot, *STUDY, *("percent_sign" if c == "%" else c for c in typed), "enter"
        )
        await press(pilot, "enter")
        assert ratings(app) == [rating]


async def test_the_learner_may_rate_otherwise_than_suggested(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *STUDY, *"80", "enter", "4")
        assert ratings(app) == [Rating.EASY]


async def test_what_is_no_number_is_not_graded(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *STUDY, *"6z7", "enter")
        assert "约65%" not in screen
        assert "That is no number" in told(app)


async def test_keys_work_while_nothing_is_typed(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *STUDY, *"65", "enter", "enter")
        await press(pilot, "u")
        assert ratings(app) == []
        assert "a number, in %" in text(app)
        assert "约65%" in await press(pilot, "space")


async def test_an_option_is_chosen_by_its_number(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *STUDY, *NEXT)
        shown = [option for option in ("极低", "低", "中等", "高") if option in screen]
        assert len(shown) == 4
        right = app.desk.collection.cards["c-immunogenicity"].note.choices().index("极低") + 1
        await press(pilot, str(right))
        assert app.screen.query(".option.-right")
        assert not app.screen.query(".option.-wrong")
        await press(pilot, "enter")
        assert ratings(app) == [Rating.GOOD, Rating.GOOD]


async def test_a_wrong_option_suggests_again_and_shows_the_right_one(app: SctuiApp) -> None:
    async with app.run_test(size=(40, 14)) as pilot:
        await press(pilot, *STUDY, *NEXT)
        choices = app.desk.collection.cards["c-immunogenicity"].note.choices()
        wrong = choices.index("高")
        await press(pilot, *("down",) * (wrong + 1), "enter")
        assert len(app.screen.query(".option.-right")) == len(app.screen.query(".option.-wrong")) == 1
        await press(pilot, "enter")
        assert ratings(app) == [Rating.GOOD, Rating.AGAIN]


async def test_the_mouse_chooses(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *STUDY, *NEXT)
        await pilot.click(app.screen.query(".option").first())
        await pilot.pause()
        assert app.screen.query(".option.-right")


async def test_a_reversible_note_is_asked_in_one_direction_a_day(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *STUDY, *NEXT, *NEXT)
        assert "POF 的中文全称是什么" in screen
        assert "3 answers" in await press(pilot, *NEXT) or ratings(app) == [Rating.GOOD] * 3
        assert set(app.desk.collection.cards) == {
            "n-remission",
            "c-immunogenicity",
            "t-pof",
            "t-pof#reversed",
        }


async def test_options_follow_the_script(make_app: Make) -> None:
    app = make_app([DECKS], script=Script.TAIWAN)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *STUDY, *NEXT)
        assert "極低" in screen
        await press(pilot, "1", "t")
        assert app.screen.query(".option.-right")


@pytest.fixture
def typing(make_app: Make, tmp_path: Path) -> SctuiApp:
    deck = "deck: Typed\nlanguage: zh-Hans\ncards:\n  - {id: w1, front: 全称？, back: quiet PGE2, tags: [typed]}\n"
    (tmp_path / "typed.yaml").write_text(deck, "utf-8")
    return make_app([tmp_path])


async def test_a_card_that_asks_for_it_takes_typed_text_and_shows_what_is_missing(typing: SctuiApp) -> None:
    async with typing.run_test(size=(80, 24)) as pilot:
        assert "the answer" in await press(pilot, *STUDY)
        checked = await press(pilot, *"quit", "space", *"pge2", "enter")  # q leaves no card that is typed
        assert "≈ quiet PGE2" in checked
        await press(pilot, "enter")
        assert ratings(typing) == [Rating.HARD]


async def test_typed_text_is_right_whatever_its_width_and_case(typing: SctuiApp) -> None:
    async with typing.run_test(size=(80, 24)) as pilot:
        assert "✓ ＱＵＩＥＴ pge2" in await press(pilot, *STUDY, *"ＱＵＩＥＴ", "space", *"pge2", "enter")
        await press(pilot, "3")
        assert ratings(typing) == [Rating.GOOD]
