"""`E`, and `e` without an editor: a form for what the card says; the file changes in its lines only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from sctui.locations import Home, bundled
from sctui.model.card import CardType
from sctui.tui.app import SctuiApp
from sctui.tui.screens.browse import BrowseScreen
from sctui.tui.screens.form import FormScreen
from tests.tui.screen_text import press, settled, text, told

Make = Callable[..., SctuiApp]
DECK = (
    "# mine\ndeck: 'Kitchen'\ncards:\n  - front: \"What boils?\"   # asked so\n    back:   water\n"
    "    # a note\n    tags: [x]\n  # between\n  - id: k2\n    text: '{{c1::Ice}} melts'\n"
)


@pytest.fixture(autouse=True)
def no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("VISUAL", raising=False)
    monkeypatch.delenv("EDITOR", raising=False)


@pytest.fixture
def deck(home: Home) -> Path:
    file = home.decks / "kitchen.yaml"
    file.parent.mkdir(parents=True)
    file.write_bytes(DECK.replace("\n", "\r\n").encode())
    return file


def fill(app: SctuiApp, name: str, value: str) -> None:
    app.screen.query_one(f"#{name}", TextArea).text = value


async def test_what_is_typed_is_written_and_nothing_else(make_app: Make, deck: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "enter", "E")
        assert isinstance(app.screen, FormScreen)
        assert "What boils?" in screen
        fill(app, "back", "hot water")
        app.screen.query_one("#tags", Input).value = "x, z"
        assert "What boils?" in await press(pilot, "ctrl+s")
        key = next(iter(app.desk.collection.cards))
        expected = DECK.replace("back:   water", "back: hot water").replace("tags: [x]", "tags: [x, z]")
        assert deck.read_bytes().decode() == expected.replace("\n", "\r\n")
        assert "hot water" in await press(pilot, "space")
        await press(pilot, "E")  # another question: the card is known by the id it went by
        fill(app, "front", "What boils first?")
        assert "What boils first?" in await press(pilot, "ctrl+s")
        assert f"  - id: {key}\r\n    front: What boils first?  # asked so\r\n" in deck.read_bytes().decode()
        assert "# a note" in deck.read_text(encoding="utf-8")
        await press(pilot, "q", "u", "u")
        assert deck.read_bytes().decode() == DECK.replace("\n", "\r\n")


async def test_without_an_editor_the_form_opens(make_app: Make, deck: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "space", "4", "e")
        assert app.screen.query_one("#text", TextArea).text == "{{c1::Ice}} melts"
        fill(app, "text", "no gap")
        await press(pilot, "ctrl+s")
        assert "has no gap" in told(app)
        assert deck.read_bytes().decode() == DECK.replace("\n", "\r\n")
        fill(app, "text", "{{c1::Ice}} melts at {{c2::0 °C}}")
        await press(pilot, "ctrl+s")
        assert "Ice}} melts at {{c2::0 °C}}" in deck.read_text(encoding="utf-8")
        assert {"k2#1", "k2#2"} <= set(app.desk.collection.cards)


async def test_what_was_typed_is_not_thrown_away_at_once(make_app: Make, deck: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "E", "escape")
        assert not isinstance(app.screen, FormScreen)
        await press(pilot, "E")
        fill(app, "back", "steam")
        await press(pilot, "escape")
        assert "once more" in told(app)
        await press(pilot, "escape")
        assert "What boils?" in text(app)
        assert deck.read_bytes().decode() == DECK.replace("\n", "\r\n")


async def test_a_bundled_card_is_edited_in_a_copy(make_app: Make, home: Home) -> None:
    app = make_app([bundled() / "decks", home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "enter", "E")
        assert "came with the program" in text(app)
        assert not home.decks.exists()
        await settled(pilot, "enter")
        assert isinstance(app.screen, FormScreen)
        assert app.screen.query("#front")


async def test_a_card_is_edited_where_it_was_found(make_app: Make, deck: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        app.push_screen(BrowseScreen(app.desk).begin("boils"))
        await settled(pilot, "enter", "E")
        fill(app, "back", "steam")
        await settled(pilot, "ctrl+s")
        assert isinstance(app.screen, BrowseScreen)
        assert "back: steam" in deck.read_text(encoding="utf-8")
        assert any(card.back == "steam" for card in app.desk.collection.cards.values())


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("tags: [x]", "tags: [y]", True),  # something else of the same card
        ("melts", "melts soon", True),  # another card
        ("water", "tea", False),
        ("What boils?", "What boils first?", False),  # known by its question: gone, for who edits it
    ],
)
async def test_an_edit_of_the_file_while_the_form_is_open_is_kept(
    make_app: Make, deck: Path, home: Home, old: str, new: str, *, written: bool
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "E")
        outside = deck.read_bytes().decode().replace(old, new)
        deck.write_bytes(outside.encode())
        fill(app, "back", "hot water")
        await press(pilot, "ctrl+s")
        expected = outside.replace("back:   water", "back: hot water") if written else outside
        assert deck.read_bytes().decode() == expected
        assert isinstance(app.screen, FormScreen) != written
        assert ("nothing was written" in told(app)) != written


KINDS = (
    "deck: Kinds\ncards:\n  - id: n\n    front: How hot?\n    back: 100 °C\n    tolerance: 2   # degrees\n"
    "  - id: r\n    front: What does POF stand for?\n    back: failure\n"
    "    reverse: {front: What is failure called?, back: POF}\n"
    "  - id: t\n    front: tea\n    back: 茶\n    type: reversible\n"
)


@pytest.fixture
def kinds(home: Home) -> Path:
    file = home.decks / "kinds.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(KINDS, encoding="utf-8")
    return file


async def form_of(pilot: Pilot[None], app: SctuiApp, words: str) -> None:
    app.push_screen(BrowseScreen(app.desk).begin(words))
    await settled(pilot, "enter", "E")
    assert isinstance(app.screen, FormScreen)


async def test_how_far_a_number_may_be_off_can_be_edited(make_app: Make, kinds: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await form_of(pilot, app, "hot")
        app.screen.query_one("#tolerance", Input).value = "two"
        await press(pilot, "ctrl+s")
        assert "two" in told(app)
        assert kinds.read_text(encoding="utf-8") == KINDS
        app.screen.query_one("#tolerance", Input).value = "5%"
        await press(pilot, "ctrl+s")
        expected = KINDS.replace("tolerance: 2   # degrees", "tolerance: 5%  # degrees")
        assert kinds.read_text(encoding="utf-8") == expected


async def test_a_number_card_can_become_a_question_like_any_other(
    make_app: Make, kinds: Path, home: Home
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await form_of(pilot, app, "hot")
        app.screen.query_one("#tolerance", Input).value = ""
        await press(pilot, "ctrl+s")
        assert app.desk.collection.cards["n"].note.type is CardType.BASIC
        assert "tolerance" not in kinds.read_text(encoding="utf-8")


async def test_both_directions_of_a_card_can_be_edited(make_app: Make, kinds: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await form_of(pilot, app, "POF")
        fill(app, "reverse-front", "How is failure called?")
        await press(pilot, "ctrl+s")
        expected = KINDS.replace("What is failure called?", '"How is failure called?"')
        assert kinds.read_text(encoding="utf-8") == expected
        await press(pilot, "E")
        fill(app, "reverse-back", "")
        await press(pilot, "ctrl+s")
        assert isinstance(app.screen, FormScreen)  # half a direction is none
        assert kinds.read_text(encoding="utf-8") == expected
        fill(app, "reverse-front", "")
        await press(pilot, "ctrl+s")
        assert app.desk.collection.cards["r"].note.type is CardType.BASIC


async def test_a_card_that_is_asked_both_ways_in_the_same_words_has_them_once(
    make_app: Make, kinds: Path, home: Home
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await form_of(pilot, app, "tea")
        assert not app.screen.query_one("#reverse-front").display
        fill(app, "back", "绿茶")
        await press(pilot, "ctrl+s")
        assert kinds.read_text(encoding="utf-8") == KINDS.replace("back: 茶", "back: 绿茶")
        assert app.desk.collection.cards["t#reversed"].front == "绿茶"
