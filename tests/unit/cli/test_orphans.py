from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.collection import Collection
from sctui.locations import Home
from sctui.model.review import Rating
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import DAY, MINUTE, NOON

Run = Callable[..., Result]


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.decks.mkdir(parents=True)
    write(home, "heart", "arm-a", "arm-b")
    study(home, 2)
    return home


def write(home: Home, deck: str, *cards: str) -> None:
    notes = "".join(
        f"  - id: {card}\n    front: Question {card}?\n    back: Answer {card}\n" for card in cards
    )
    (home.decks / f"{deck}.yaml").write_text(f"deck: {deck}\nlanguage: en\ncards:\n{notes}", "utf-8")


def study(home: Home, answers: int, start: int = NOON) -> None:
    collection = Collection.open([home.decks], home.database)
    session = StudySession(collection, None, StudySettings())
    for number in range(answers):
        assert session.next(start + number * MINUTE)
        session.grade(Rating.EASY, start + number * MINUTE, 1000)
    collection.close()


@pytest.fixture
def run(home: Home) -> Run:
    def run(*words: str) -> Result:
        return CliRunner().invoke(cli, ["--home", str(home.folder), *words])

    return run


def state(home: Home, card: str) -> object:
    collection = Collection.open([home.decks], home.database)
    found = collection.store.state(card)
    collection.close()
    return (found.phase, found.reps, found.due)


def test_a_card_that_vanished_is_listed_until_it_comes_back(home: Home, run: Run) -> None:
    assert "Every studied card" in run("orphans").output
    write(home, "heart", "arm-a")
    listed = run("orphans").output
    assert "1 review  arm-b" in listed
    assert "1 card without a deck" in listed
    write(home, "lungs", "arm-b")
    assert "Every studied card" in run("orphans").output
    assert state(home, "arm-b") != state(home, "never")


def test_history_goes_over_to_another_card_and_back(home: Home, run: Run) -> None:
    before = state(home, "arm-b")
    write(home, "heart", "arm-a", "arm-c")
    done = run("orphans", "--map", "arm-b", "arm-c")
    assert done.exit_code == 0, done.output
    assert state(home, "arm-c") == before
    assert "Every studied card" in run("orphans").output
    assert "moving the history to arm-c" in run("undo").output
    assert state(home, "arm-b") == before
    assert state(home, "arm-c") == state(home, "never")
    assert "moving the history to arm-c" in run("redo").output
    assert state(home, "arm-c") == before
    assert "nothing to redo" in run("redo").output


def test_two_histories_become_one(home: Home, run: Run) -> None:
    write(home, "heart", "arm-a", "arm-c")
    study(home, 1, NOON + 5 * MINUTE)
    assert run("orphans", "--map", "arm-b", "arm-c").exit_code == 0
    assert state(home, "arm-c")[1] == 2  # type: ignore[index] # phase, reps, due
    assert "Nothing is wrong" in run("doctor").output
    run("undo")
    assert state(home, "arm-c")[1] == state(home, "arm-b")[1] == 1  # type: ignore[index] # as above
    assert "Nothing is wrong" in run("doctor").output


def test_undo_and_redo_say_what_they_did(run: Run) -> None:
    assert "the answer `easy` to arm-b" in run("undo").output
    assert "Done again: the answer `easy` to arm-b" in run("redo").output
    run("undo")
    run("undo")
    assert "nothing to undo" in run("undo").output


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("never", "arm-a"), "never studied"),
        (("arm-a", "no-such"), "no deck has a card"),
        (("arm-a", "arm-a"), "the same card already"),
    ],
)
def test_a_mapping_that_cannot_be_is_told(run: Run, words: tuple[str, str], message: str) -> None:
    done = run("orphans", "--map", *words)
    assert done.exit_code == 1
    assert message in str(done.exception)


def test_a_deck_that_cannot_be_read_is_told(home: Home) -> None:
    (home.decks / "heart.yaml").write_text("deck: heart\ncards:\n  - {id: arm-a, fro", "utf-8")
    done = CliRunner().invoke(cli, ["--home", str(home.folder), "orphans"])
    assert "2 cards in no deck that can be read." in done.stdout
    assert done.stderr == "1 problem: see `sctui check`.\n"


def test_a_deck_that_has_the_former_id_again_goes_on_with_the_history(home: Home, run: Run) -> None:
    write(home, "heart", "arm-x", "arm-b")
    assert run("orphans", "--map", "arm-a", "arm-x").exit_code == 0
    write(home, "heart", "arm-a", "arm-b")  # as another branch has it
    assert "Every studied card has its deck." in run("orphans").output
    later = NOON + 90 * DAY
    collection = Collection.open([home.decks], home.database)
    session = StudySession(collection, None, StudySettings())
    assert not collection.has_new(None)
    asked = []
    while question := session.next(later):
        assert question.state.reps == 1
        session.grade(Rating.EASY, later, 1000)
        asked.append(question.card.id)
    assert "Nothing is wrong" in run("doctor").output
    assert sorted(asked) == ["arm-a", "arm-b"]
    first, second = session.undo(later), session.undo(later)
    assert first
    assert second
    assert [second.card.id, first.card.id] == asked
    session.suspend(later)
    assert [collection.store.marks()[asked[0]].suspended, len(session.answers)] == [True, 0]
    collection.close()
    write(home, "heart", "arm-x", "arm-b")
    collection = Collection.open([home.decks], home.database)
    assert collection.store.state("arm-x").reps == collection.store.state("arm-a").reps == 1
    collection.close()
    assert "Nothing is wrong" in run("doctor").output
