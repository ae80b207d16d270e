"""Packages of the real Anki come in: notes to decks, answers and states to the log, media beside the deck."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.decks.yaml_reader import read_deck
from sctui.errors import ExportError
from sctui.model.card import CardType, Note
from sctui.model.review import Phase
from sctui.store.bringing import states_of
from sctui.store.store import Store
from tests.anki_study import PICTURE, add, anki_answers, export, new_collection, our_answers, study

START = int(time.time() * 1000) - 5 * 86_400_000


def run(home: Path, *words: str) -> Result:
    return CliRunner().invoke(cli, ["--home", str(home), *words])


def heart(collection: Any) -> list[int]:
    return sorted(collection.find_cards("deck:Med::Heart"))


@pytest.fixture
def studied(tmp_path: Path) -> Iterator[Any]:
    collection = new_collection(tmp_path / "anki")
    collection.media.write_data("a b.png", PICTURE)
    add(
        collection, "Basic", "Med::Heart", "<b>Which</b> *valve*?", 'left &amp; <i>two</i><img src="a b.png">'
    )
    add(collection, "Basic (and reversed card)", "Med::Heart", "cor", "heart", tags=("latin::noun", "marked"))
    add(collection, "Basic (type in the answer)", "Med", "2 + 2?", "4")
    add(collection, "Cloze", "Med", r"A {{c1::b::hint}} and {{c2::\(x^2\)}}", "more")
    add(collection, "Basic", "Med", "no answer", "")
    one, there, back = heart(collection)
    gap, _ = sorted(collection.find_cards("note:Cloze"))
    study(collection, [one, there, gap, one, there], [3, 1, 4, 3, 2], START)
    collection.sched.suspend_cards([back])
    collection.set_user_flag_for_cards(3, [there])
    yield collection
    collection.close()


def packages(collection: Any, folder: Path) -> dict[str, Path]:
    collection.export_collection_package(str(folder / "whole.colpkg"), include_media=True, legacy=False)
    collection.reopen()
    return {
        "new": export(collection, folder / "new.apkg"),
        "old": export(collection, folder / "old.apkg", legacy=True),
        "whole": folder / "whole.colpkg",
    }


@pytest.mark.parametrize("kind", ["new", "old", "whole"])
def test_all_of_a_package_comes_in_once(studied: Any, tmp_path: Path, kind: str) -> None:
    answers = anki_answers(studied)
    assert len(answers) == 5
    file = packages(studied, tmp_path)[kind]
    home = tmp_path / "home"
    done = run(home, "import", str(file))
    assert done.exit_code == 0
    assert "5 answers brought in" in done.output
    assert "left out: a note without an answer (1)" in done.output
    assert "left out: a field beside question and answer (Back Extra) (1)" in done.output
    deck = read_deck(home / "decks" / "med-heart.yaml")
    first, second = deck.notes
    assert (deck.name, first.front, first.back) == (
        "Med::Heart",
        r"**Which** \*valve\*?",
        "left & *two*![](med-heart-media/a_b.png)",
    )
    assert (home / "decks" / "med-heart-media" / "a_b.png").read_bytes() == PICTURE
    assert (second.type, second.tags) == (CardType.REVERSIBLE, ("latin::noun", "marked"))
    number, gaps = read_deck(home / "decks" / "med.yaml").notes
    assert (number.type, number.back) == (CardType.NUMBER, "4")
    assert gaps.text == "A {{c1::b::hint}} and {{c2::$x^2$}}"
    assert our_answers(home / "collection.db") == answers
    assert "no problems" in run(home, "check").output
    assert "Nothing is wrong" in run(home, "doctor").output
    for again in packages(studied, tmp_path).values():
        assert "nothing in it that is not here already" in run(home, "import", str(again)).output
    assert our_answers(home / "collection.db") == answers


def test_cards_stand_as_they_did_in_anki(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(home, "import", str(packages(studied, tmp_path)["new"]))
    first, second = read_deck(home / "decks" / "med-heart.yaml").notes
    states = states_of(home / "collection.db")
    there = [studied.get_card(card) for card in heart(studied)]
    for card, name in ((there[0], first.id), (there[1], second.id)):
        state = states[name]
        assert (state.reps, state.lapses) == (card.reps, card.lapses)
        memory = card.memory_state  # which the library hands over in single precision
        assert (state.stability, state.difficulty) == pytest.approx(
            (memory.stability, memory.difficulty), rel=1e-6
        )
    assert states[first.id].phase is Phase.REVIEW
    days = (states[first.id].due or 0) / 86_400_000 - (studied.crt / 86_400)
    assert int(days) == there[0].due
    assert states[second.id].due == there[1].due * 1000
    store = Store.open(home / "collection.db")
    marks = store.marks()
    store.close()
    assert marks[f"{second.id}#reversed"].suspended
    assert marks[second.id].flag == 3


def test_an_import_is_one_act_with_a_backup_before_it(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(home, "new", "deck", "own")
    answers = anki_answers(studied)
    run(home, "import", str(packages(studied, tmp_path)["new"]))
    assert [file.name.endswith("before-import.zip") for file in (home / "backups").iterdir()] == [True]
    undone = run(home, "undo").output
    assert "bringing in 5 answers" in undone
    assert our_answers(home / "collection.db") == []
    assert states_of(home / "collection.db") == {}
    assert [file.name for file in (home / "decks").rglob("*.*")] == ["own.yaml"]
    assert "Nothing is wrong" in run(home, "doctor").output
    assert "bringing in 5 answers" in run(home, "redo").output
    assert our_answers(home / "collection.db") == answers
    assert len(states_of(home / "collection.db")) == 3
    assert "Nothing is wrong" in run(home, "doctor").output
    run(home, "undo")
    assert "5 answers brought in" in run(home, "import", str(packages(studied, tmp_path)["old"])).output
    assert our_answers(home / "collection.db") == answers


def test_what_was_answered_since_comes_behind_what_was_here(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(home, "import", str(export(studied, tmp_path / "one.apkg")))
    cards = heart(studied)
    study(studied, cards[:1], [1], START + 3 * 86_400_000)
    done = run(home, "import", str(export(studied, tmp_path / "two.apkg")))
    assert "1 answer brought in, 5 there already" in done.output
    assert our_answers(home / "collection.db") == anki_answers(studied)
    (first, _) = read_deck(home / "decks" / "med-heart.yaml").notes
    state = states_of(home / "collection.db")[first.id]
    assert state.stability == pytest.approx(studied.get_card(cards[0]).memory_state.stability, rel=1e-6)
    assert state.reps == 3


def test_a_dry_run_writes_nothing(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    done = run(home, "import", "--dry-run", str(packages(studied, tmp_path)["new"]))
    assert "deck: Med::Heart" in done.output
    assert "nothing was written" in done.stderr
    assert not (home / "decks").exists()
    assert not (home / "collection.db").exists()


def test_notes_go_to_the_deck_that_is_asked_for(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "decks").mkdir(parents=True)
    own = "# mine\ndeck: d\ncards:\n  - {id: a, front: x,  back: y} # kept\n"
    (home / "decks" / "d.yaml").write_text(own, encoding="utf-8")
    run(home, "import", "--deck", "d", str(packages(studied, tmp_path)["new"]))
    text = (home / "decks" / "d.yaml").read_text(encoding="utf-8")
    assert text.startswith(own)
    notes: Sequence[Note] = read_deck(home / "decks" / "d.yaml").notes
    assert len(notes) == 5
    assert "(d-media/a_b.png)" in notes[1].back


def test_all_comes_in_or_nothing(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "med-heart-media").write_text("a file where a folder should be", encoding="utf-8")
    done = run(home, "import", str(packages(studied, tmp_path)["new"]))
    assert isinstance(done.exception, ExportError)
    assert [file.name for file in (home / "decks").iterdir()] == ["med-heart-media"]
    assert our_answers(home / "collection.db") == []
    assert states_of(home / "collection.db") == {}
    (home / "decks" / "med-heart-media").unlink()
    assert "5 answers brought in" in run(home, "import", str(packages(studied, tmp_path)["new"])).output


def test_what_came_in_goes_to_other_machines(studied: Any, tmp_path: Path) -> None:
    homes, shared = [tmp_path / "one", tmp_path / "two"], str(tmp_path / "shared")
    Path(shared).mkdir()
    run(homes[0], "import", str(packages(studied, tmp_path)["new"]))
    for home in (*homes, homes[0]):
        assert run(home, "sync", shared).exit_code == 0
    assert our_answers(homes[1] / "collection.db") == anki_answers(studied)
    assert states_of(homes[1] / "collection.db") == states_of(homes[0] / "collection.db")
    assert "nothing in it" in run(homes[1], "import", str(packages(studied, tmp_path)["old"])).output
    run(homes[0], "undo")
    for home in homes:
        run(home, "sync", shared)
    assert our_answers(homes[1] / "collection.db") == []
    assert states_of(homes[1] / "collection.db") == {}
    assert "Nothing is wrong" in run(homes[1], "doctor").output


def test_a_session_takes_back_its_own_answers_alone(studied: Any, tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(home, "import", str(packages(studied, tmp_path)["new"]))
    store = Store.open(home / "collection.db")
    cards = set(states_of(home / "collection.db"))
    assert store.undo(cards.__contains__, int(time.time() * 1000)) is None
    store.close()
    assert len(our_answers(home / "collection.db")) == 5
