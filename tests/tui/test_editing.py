"""`e` while studying: the deck opens in the learner's editor, and the session goes on with what stands there."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from sctui.cli.commands import cli
from sctui.errors import TerminalError
from sctui.locations import Home, bundled
from sctui.model.review import Rating
from sctui.tui.app import SctuiApp
from sctui.tui.editor import editor_call
from tests.tui.screen_text import press, text, told

Make = Callable[..., SctuiApp]
DECK = "# mine\ndeck: Kitchen\ncards:\n  - {id: k1, front: What boils?, back: water}\n  - id: k2\n    front: What melts?\n    back: ice\n"


@pytest.fixture
def deck(home: Home) -> Path:
    file = home.decks / "kitchen.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(DECK, encoding="utf-8")
    return file


@pytest.fixture
def edit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str, str], None]:
    """Sets the editor: a program that puts one text in the place of another, and writes down how it was called."""

    @contextlib.contextmanager
    def suspended(_: SctuiApp) -> Iterator[None]:
        yield  # the terminal of a test cannot be handed over

    monkeypatch.setattr(SctuiApp, "suspend", suspended)

    def set_editor(old: str, new: str) -> None:
        script = tmp_path / "editor.py"
        script.write_text(
            "import sys\nfrom pathlib import Path\nfile = Path(sys.argv[-1])\n"
            f"Path({str(tmp_path / 'called')!r}).write_text(' '.join(sys.argv[1:]))\n"
            f"file.write_text(file.read_text('utf-8').replace({old!r}, {new!r}), 'utf-8')\n",
            encoding="utf-8",
        )
        monkeypatch.setenv("EDITOR", f"{sys.executable} {script}")

    return set_editor


async def test_the_card_is_asked_as_it_is_now_and_answers_stay(
    make_app: Make, deck: Path, home: Home, edit: Callable[[str, str], None]
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter", "space", "3")
        assert "What melts?" in text(app)
        edit("What melts?", "What melts at 0 degrees?")
        screen = await press(pilot, "space", "e")
        assert "What melts at 0 degrees?" in screen
        assert "ice" in screen  # the answer is shown as before
        await press(pilot, "4")
        log = list(app.desk.collection.store.reviews())
        assert [(review.card, review.rating) for review in log] == [("k1", Rating.GOOD), ("k2", Rating.EASY)]
    result = CliRunner().invoke(cli, ["--home", str(home.folder), "undo"])
    assert result.exit_code == 0  # the last answer
    assert (
        "the edit of decks/kitchen.yaml"
        in CliRunner().invoke(cli, ["--home", str(home.folder), "undo"]).output
    )
    assert deck.read_text(encoding="utf-8") == DECK


async def test_a_deck_that_cannot_be_read_is_told_and_asked_as_it_was(
    make_app: Make, deck: Path, home: Home, edit: Callable[[str, str], None]
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        edit("back: ice", "bakc: ice")
        screen = await press(pilot, "e")
        assert "What boils?" in screen
        assert f"{deck}:7:5: unknown key `bakc`" in told(app)
        edit("bakc: ice", "back: ice cream")
        await press(pilot, "e")
        assert not told(app)
        assert app.desk.collection.cards["k2"].back == "ice cream"


@pytest.mark.usefixtures("deck")
async def test_a_card_that_is_deleted_is_asked_no_more(
    make_app: Make, home: Home, edit: Callable[[str, str], None]
) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "enter")
        edit("  - {id: k1, front: What boils?, back: water}\n", "")
        assert "What melts?" in await press(pilot, "e")
        await press(pilot, "space", "3")
        assert [review.card for review in app.desk.collection.store.reviews()] == ["k2"]


async def test_a_bundled_deck_is_edited_in_a_copy_if_one_wants(
    make_app: Make, home: Home, edit: Callable[[str, str], None]
) -> None:
    edit("    front: MSC", "    front: Edited! MSC")
    app = make_app([bundled() / "decks", home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        assert "came with the program" in await press(pilot, "enter", "e")
        await press(pilot, "down", "enter")  # leave it as it is
        assert not home.decks.exists()
        await press(pilot, "e", "enter")
        for _wait in range(100):
            if "Edited!" in await press(pilot):
                break
        assert "Edited!" in text(app)
        (copy,) = home.decks.rglob("*.yaml")
        assert "Edited!" in copy.read_text("utf-8")
        assert not app.desk.collection.library.problems
    for _act in ("the edit", "the copy"):
        assert CliRunner().invoke(cli, ["--home", str(home.folder), "undo"]).exit_code == 0
    assert not list(home.decks.rglob("*.yaml"))


async def test_the_same_note_stands_there_once(make_app: Make, home: Home) -> None:
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        for _time in range(3):
            app.notify("The same", timeout=20)
        app.notify("Another", timeout=20)
        await press(pilot)
        assert [toast.message for toast in app._notifications] == ["The same", "Another"]


@pytest.mark.parametrize(
    ("editor", "call"),
    [
        ("vim", ["vim", "+7", "x.yaml"]),
        ("/usr/bin/nano -w", ["/usr/bin/nano", "-w", "+7", "x.yaml"]),
        ("code", ["code", "--wait", "--goto", "x.yaml:7"]),
        ("code --wait", ["code", "--wait", "--goto", "x.yaml:7"]),
        ("hx", ["hx", "x.yaml:7"]),
        ("my-editor", ["my-editor", "x.yaml"]),
    ],
)
def test_how_editors_are_told_the_line(editor: str, call: list[str]) -> None:
    assert editor_call(Path("x.yaml"), 7, {"EDITOR": editor}) == call
    assert editor_call(Path("x.yaml"), 7, {"EDITOR": "ed", "VISUAL": editor}) == call


def test_no_editor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(TerminalError, match="no editor"):
        editor_call(Path("x.yaml"), 7, {})


def test_an_editor_whose_quotes_have_no_end_is_told() -> None:
    with pytest.raises(TerminalError, match="No closing quotation"):
        editor_call(Path("x.yaml"), 7, {"EDITOR": "vim '"})
