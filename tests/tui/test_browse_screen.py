from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot

from sctui.locations import Home
from sctui.model.card import Note
from sctui.model.change import UNMARKED
from sctui.model.review import Rating
from sctui.scheduler import acts
from sctui.study.session import StudySession
from sctui.tui.app import SctuiApp
from sctui.tui.screens.browse import BrowseScreen
from sctui.tui.screens.document import DocumentScreen
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.source import SourceScreen
from sctui.tui.screens.study import StudyScreen
from sctui.tui.widgets.card_list import CardList
from tests.small_collection import library_of
from tests.tui.conftest import DECKS, START
from tests.tui.screen_text import lines, settled, text, told
from tests.tui.test_widths import NASTY

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"
_OWN = """\
deck: 厨房
language: zh-Hans
cards:
  - {id: boils, front: "什么在100度沸腾?", back: 水, tags: [热]}
  - {id: melts, front: "什么在0度融化?", back: 冰}
  - {id: rises, front: "什么让面包发起来?", back: 酵母}
"""
_OTHER = "deck: Other\nlanguage: en\ncards:\n  - {id: other, front: 干细胞?, back: 幹細胞}\n"


@pytest.fixture
def app(make_app: Make, home: Home) -> SctuiApp:
    home.decks.mkdir(parents=True)
    (home.decks / "kitchen.yaml").write_text(_OWN, "utf-8")
    (home.decks / "other.yaml").write_text(_OTHER, "utf-8")
    return make_app([home.decks])


def found(app: SctuiApp) -> list[str]:
    cards = app.screen.query_one(CardList)
    return [cards.views.ids[row] for row in cards.found]


async def begin(pilot: Pilot[None], query: str = "") -> str:
    """Open Browse, type a query, and go to the cards."""
    return await settled(pilot, "slash", *query, "enter")


async def test_all_cards_are_there_and_a_query_follows_the_keys(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "slash")
        assert "4 cards" in screen
        assert "什么在100度沸腾?" in screen
        await settled(pilot, *"沸騰")
        assert found(app) == ["boils"]
        assert "1 of 4 cards" in text(app)
        await settled(pilot, *" or 幹細胞")
        assert found(app) == ["boils", "other"]
        await settled(pilot, "escape", "escape")
        assert len(found(app)) == 4
        await settled(pilot, "q")
        assert isinstance(app.screen, LibraryScreen)


async def test_what_is_typed_before_the_screen_stands_is_looked_for(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", "q", "水")
        await settled(pilot, "left", "left", "delete", "enter")
        assert isinstance(app.screen, BrowseScreen)
        assert found(app) == ["boils"]


async def test_a_faulty_query_says_what_is_wrong_and_keeps_what_was_found(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        await begin(pilot, "冰")
        screen = await settled(pilot, "slash", "end", *" is:lost")
        assert "`is:lost` says nothing. (at character 3)  Known: due" in screen
        assert found(app) == ["melts"]
        assert "is:lost` says" not in await settled(pilot, *["backspace"] * 4, *"ne")
        assert found(app) == ["melts"]


async def test_an_expression_is_matched_beside_the_screen(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, r"re:/\d{3}度|^幹/")
        assert found(app) == ["boils", "other"]
        assert "cannot be used" in await settled(pilot, "slash", "end", *" re:/(/")
        assert found(app) == ["boils", "other"]


async def test_cards_are_chosen_one_by_one_in_a_row_and_all(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        screen = await settled(pilot, "space", "j", "V")
        assert "3 chosen" in screen
        assert screen.count("●") == 3
        assert "4 chosen" in await settled(pilot, "A")
        assert "chosen" not in await settled(pilot, "A")
        assert "1 chosen" in await settled(pilot, "space")
        assert "chosen" not in await settled(pilot, "escape")


async def test_each_act_on_chosen_cards_is_one_step_back(app: SctuiApp) -> None:
    marks = app.desk.collection.store.marks
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "deck:厨房")
        await settled(pilot, "A", "exclamation_mark")
        assert {card for card, of in marks().items() if of.suspended} == {"boils", "melts", "rises"}
        assert "3 cards: suspended" in told(app)
        await settled(pilot, "3", "b")
        assert all(of.flag == 3 and of.buried_until for of in marks().values())
        assert "⚑3SB" in text(app)
        await settled(pilot, "u", "u")
        assert all(of.suspended and not of.flag and not of.buried_until for of in marks().values())
        await settled(pilot, "exclamation_mark")
        assert not marks()
        await settled(pilot, "u")
        assert len(marks()) == 3
        await settled(pilot, "U")
        assert not marks()
        await settled(pilot, "f", "f")
        assert all(of.flag == 2 for of in marks().values())


async def test_studied_cards_are_reset_and_set_due(app: SctuiApp) -> None:
    session = StudySession(app.desk.collection, ("boils", "melts"), app.desk.study_settings())
    for at in (START - 2000, START - 1000):
        assert session.next(at)
        session.grade(Rating.EASY, at, 1000)
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await begin(pilot, "is:review")
        assert found(app) == ["boils", "melts"]
        assert "stability 8.3 d" in screen
        screen = await settled(pilot, "A", "D", *"0", "enter")
        assert "2 cards: due in 0 d" in told(app)
        assert "today" in screen
        await settled(pilot, "D", *"many", "enter")
        assert "Type a number of days" in told(app)
        await settled(pilot, "R")
        assert found(app) == []
        await settled(pilot, "u", "u")
        assert found(app) == ["boils", "melts"]
        assert "due: 7d · interval 7d" in text(app)


async def test_tags_and_decks_of_ones_own_cards_are_changed(app: SctuiApp, home: Home) -> None:
    kitchen, other = home.decks / "kitchen.yaml", home.decks / "other.yaml"
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "deck:厨房 什么在")
        await settled(pilot, "A", "T", *"考试 -热", "enter")
        assert [card.note.tags for card in app.desk.collection.cards.values()] == [
            ("考试",),
            ("考试",),
            (),
            (),
        ]
        await settled(pilot, "u")  # given and taken are one act
        assert kitchen.read_text("utf-8") == _OWN
        assert app.desk.collection.cards["boils"].note.tags == ("热",)
        await settled(pilot, "M", *"oth", "enter")
        assert app.desk.collection.deck_of("boils") == app.desk.collection.deck_of("melts") == "Other"
        assert "boils" in other.read_text("utf-8")
        assert "boils" not in kitchen.read_text("utf-8")
        await settled(pilot, "u")
        assert kitchen.read_text("utf-8") == _OWN
        assert other.read_text("utf-8") == _OTHER
        assert app.desk.collection.deck_of("boils") == "厨房"


async def test_the_mark_of_a_leech_is_taken_away(app: SctuiApp) -> None:
    store = app.desk.collection.store
    store.ensure()
    store.change([acts.leeched("boils", UNMARKED, START, suspend=False)])
    async with app.run_test(size=(80, 24)) as pilot:
        assert "leech" in await begin(pilot, "is:leech")
        await settled(pilot, "x")
        assert found(app) == []
        assert not store.marks()
        await settled(pilot, "u")
        assert found(app) == ["boils"]


async def test_bundled_cards_are_not_edited(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await settled(pilot, "T", *"x", "enter")
        assert "not yours to edit" in told(app)
        await settled(pilot, "M")
        assert "no deck of your own" in told(app)


async def test_the_card_is_shown_in_full_with_source_and_document(make_app: Make) -> None:
    app = make_app([READING])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await begin(pilot, "發作")
        assert "9名(75%)" in screen
        assert "asthma.md  line 20" in await settled(pilot, "enter")
        await settled(pilot, "q", "s")
        assert isinstance(app.screen, SourceScreen)
        await settled(pilot, "q", "d")
        assert isinstance(app.screen, DocumentScreen)


async def test_found_cards_are_studied(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "面包")
        screen = await settled(pilot, "a")
        assert isinstance(app.screen, StudyScreen)
        assert "什么让面包发起来?" in screen
        await settled(pilot, "space", "4")
        await settled(pilot, "q")
        assert isinstance(app.screen, BrowseScreen)
        assert "stability" in await settled(pilot, "enter")


async def test_cards_are_sorted_by_keys_and_the_mouse(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        screen = await settled(pilot, "l")
        assert "Question▲" in screen
        await settled(pilot, "o")
        assert "Question▼" in text(app)
        before = found(app)
        await pilot.click("TableHead", offset=(6, 0))
        await settled(pilot)
        assert found(app) == before[::-1]


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (111, 25), (200, 60)])
async def test_every_line_is_as_wide_as_the_terminal(make_app: Make, size: tuple[int, int]) -> None:
    app = make_app()
    notes = tuple(Note(f"n{n}", front=nasty, back=nasty, topic=(nasty,)) for n, nasty in enumerate(NASTY))
    app.desk.collection.reload(library_of({"牌::" + NASTY[0]: notes}))
    async with app.run_test(size=size) as pilot:
        await begin(pilot)
        assert len(found(app)) == len(NASTY)
        for _ in NASTY:
            await settled(pilot, "space", "enter")
            assert len(lines(app)) == size[1]
            await settled(pilot, "enter")


async def test_many_cards_are_changed_at_once(make_app: Make, home: Home) -> None:
    home.decks.mkdir(parents=True)
    cards = "".join(f"  - {{id: c{n}, front: question {n}, back: answer}}\n" for n in range(2500))
    (home.decks / "many.yaml").write_text(f"deck: Many\nlanguage: en\ncards:\n{cards}", "utf-8")
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot)
        await settled(pilot, "A", "exclamation_mark")
        assert len(app.desk.collection.store.marks()) == 2500
        await settled(pilot, "slash", *"-is:suspended")
        assert found(app) == []


async def test_the_bundled_decks_are_found(make_app: Make) -> None:
    app = make_app([DECKS])
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "細胞")
        assert found(app)


async def test_the_footer_shows_what_works_while_a_query_is_typed(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        typing = (await settled(pilot, "slash")).split("\n")[-1]
        assert typing.split() == ["⏎", "Rows", "esc", "Back", "f1", "Help"]
        assert "q Back" in (await settled(pilot, "enter")).split("\n")[-1]
