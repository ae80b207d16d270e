"""The inbox: cards that wait, accepted, edited or rejected with a key, the passage beside them."""

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.decks.inbox import Decision, read_inbox
from sctui.decks.yaml_reader import read_deck
from sctui.locations import Home
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import press, text, told

Make = Callable[..., SctuiApp]
DOCUMENT = """# Lupus

## Terms
Mesenchymal stem cells (MSCs) are multipotent stromal cells.

Premature ovarian failure (POF) has many causes.
"""


@pytest.fixture
def folder(tmp_path: Path, home: Home) -> Path:
    file = tmp_path / "lupus.md"
    file.write_text(DOCUMENT, encoding="utf-8")
    done = CliRunner().invoke(cli, ["--home", str(home.folder), "convert", "--inbox", str(file)])
    assert done.exit_code == 0
    return home.decks / "lupus"


def ids(folder: Path) -> list[str]:
    return [note.id for note in read_deck(folder / "1-terms.yaml").notes]


async def test_cards_are_accepted_and_rejected_and_all_is_taken_back(
    make_app: Make, folder: Path, home: Home
) -> None:
    first, second = ids(folder)
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        assert "2 new cards in the inbox" in await press(pilot)
        screen = await press(pilot, "i")
        assert "1 of 2" in screen
        assert "Rule term.expansion.en" in screen
        assert "multipotent stromal cells" in screen  # the passage
        assert app.desk.collection.cards == {}
        screen = await press(pilot, "a")
        assert "1 of 1 accepted (100%)" in screen
        assert {card.partition("#")[0] for card in app.desk.collection.cards} == {first}
        assert "Nothing waits" in await press(pilot, "x")
        assert ids(folder) == [first]
        assert read_inbox(folder) == {first: Decision.ACCEPTED, second: Decision.REJECTED}
        screen = await press(pilot, "u", "u")
        assert " of 2" in screen
        assert ids(folder) == [first, second]
        assert set(read_inbox(folder).values()) == {Decision.WAITING}
        assert "2 new cards in the inbox" in await press(pilot, "q")


async def test_a_decision_that_is_taken_back_brings_its_card_back_before_the_eyes(
    make_app: Make, folder: Path, home: Home
) -> None:
    first, second = ids(folder)
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot)
        assert "multipotent stromal cells" in await press(pilot, "i")
        for key in "xa":
            screen = await press(pilot, key)
            assert "1 of 1" in screen
            assert "premature ovarian failure" in screen.lower()
            screen = await press(pilot, "u")
            assert "1 of 2" in screen
            assert "MSC" in screen
            assert read_inbox(folder) == {first: Decision.WAITING, second: Decision.WAITING}


async def test_all_cards_of_a_rule_at_once(make_app: Make, folder: Path, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(130, 30)) as pilot:
        assert "2 of 2" in await press(pilot, "i", "j")
        assert "Nothing waits" in await press(pilot, "X")
        assert ids(folder) == []
        assert "2 cards of rule term.expansion.en" in told(app)
        assert "Nothing waits" not in await press(pilot, "u")
        await press(pilot, "A", "q")
        assert "in the inbox" not in text(app)
        assert len(app.desk.collection.cards) == 2  # one way, where the words give their letters away


async def test_a_card_that_is_edited_is_accepted(
    make_app: Make, folder: Path, home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    @contextlib.contextmanager
    def suspended(_: SctuiApp) -> Iterator[None]:
        yield  # the terminal of a test cannot be handed over

    monkeypatch.setattr(SctuiApp, "suspend", suspended)
    script = tmp_path / "editor.py"
    script.write_text(
        "import sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n"
        "file.write_text(file.read_text('utf-8').replace('back: ', 'back: all ', 1), 'utf-8')\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")
    first, second = ids(folder)
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "i", "e")
        assert read_inbox(folder) == {first: Decision.EDITED, second: Decision.WAITING}
        assert app.desk.collection.cards[first].back.startswith("all ")


async def test_without_an_inbox_nothing_is_said_of_it(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        assert "inbox" not in await press(pilot)
        await press(pilot, "i")
        assert "Nothing waits in the inbox." in told(app)
