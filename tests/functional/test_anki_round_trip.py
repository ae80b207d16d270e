"""Learning goes to Anki and back: nothing is lost, nothing comes twice, every card stands where it stood."""

from __future__ import annotations

import random
import re
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from sctui.cli.commands import cli
from sctui.decks.yaml_reader import read_deck
from sctui.decks.yaml_writer import deck_text
from sctui.model.card import Note, Reverse
from sctui.model.change import Change, ChangeKind, Marks
from sctui.model.deck import Deck
from sctui.model.language import Language
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase, Rating, Review
from sctui.scheduler.fsrs6 import review
from sctui.store.bringing import states_of
from sctui.store.store import Store
from tests.anki_study import PICTURE, anki_answers, bring_in, export, new_collection, our_answers, study

DAY = 86_400_000
NOTES = (
    *(Note(f"n{i}", front=f"question {i}", back=f"answer {i}", tags=("core",)) for i in range(6)),
    Note("r", front="POF", back="failure", reverse=Reverse("failure", "POF")),
    Note("z", text="{{c1::a}} and {{c3::b}}"),
    Note("c", front="which", back="this", options=("that", "other")),
    Note("m", front="how many", back="84%", tolerance="2"),
)
DECK = Deck("own::deck", Language.ENGLISH, NOTES)
CARDS = [card.id for card in DECK.cards()]


def run(home: Path, *words: str) -> Result:
    done = CliRunner().invoke(cli, ["--home", str(home), *words])
    assert done.exit_code == 0, done.output
    return done


def learner(home: Path, chance: random.Random, answers: int = 60) -> None:
    """A home with a deck and what was learned of it over two months."""
    (home / "decks").mkdir(parents=True)
    (home / "decks" / "own.yaml").write_text(deck_text(DECK), encoding="utf-8")
    store = Store.open(home / "collection.db")
    at, preset = int(time.time() * 1000) - 60 * DAY, Preset()
    for _ in range(answers):
        at += chance.randrange(1, 2 * 60 * DAY // answers - 1)
        card = chance.choice(CARDS[:-2])
        before = store.state(card)
        rating = chance.choice((Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.GOOD, Rating.EASY))
        store.record(
            Review(
                card, at, rating, chance.randrange(60_000), before, review(before, rating, at, preset), preset
            )
        )
    store.change([Change("n1", at, ChangeKind.SUSPEND, Marks(), Marks(suspended=True))])
    store.change([Change("z#3", at, ChangeKind.FLAG, Marks(), Marks(flag=4))])
    store.close()


def to_anki(home: Path, collection: Any, file: Path) -> Any:
    run(home, "export", "--deck", "own", "--with-history", "-o", str(file))
    return bring_in(collection, file)


def anki_cards(collection: Any) -> dict[str, Any]:
    """Anki's cards by the ids of ours."""
    found = {}
    for key in collection.find_cards(""):
        card = collection.get_card(key)
        note = card.note()
        found[note["Id"] + (f"#{card.ord + 1}" if "Text" in note else "")] = card
    return found


@pytest.mark.parametrize("seed", range(3))
def test_a_learner_moves_to_anki_and_back(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 -- a test that can be repeated
    home, there = tmp_path / "home", new_collection(tmp_path / "anki")
    learner(home, chance)
    before = our_answers(home / "collection.db")
    to_anki(home, there, tmp_path / "out.apkg")
    assert anki_answers(there) == before
    cards = anki_cards(there)
    assert set(cards) == set(CARDS)
    _stand_alike(states_of(home / "collection.db"), cards, there)
    assert cards["n1"].queue == -1
    assert cards["z#3"].user_flag() == 4

    chosen = [cards[name] for name in ("n0", "r", "r#reversed", "z#1", "c", "m")]
    now = int(time.time() * 1000) - 3_600_000
    study(
        there,
        [card.id for card in chosen for _ in range(2)],
        [chance.randrange(1, 5) for _ in range(12)],
        now,
    )
    there.sched.unsuspend_cards([cards["n1"].id])
    there.set_user_flag_for_cards(2, [cards["m"].id])
    expected = anki_answers(there)
    assert len(expected) == len(before) + 12
    file = export(there, tmp_path / "back.apkg", legacy=bool(seed % 2))
    done = run(home, "import", str(file)).output
    assert f"12 answers brought in, {len(before)} there already" in done
    assert our_answers(home / "collection.db") == expected
    _stand_alike(states_of(home / "collection.db"), anki_cards(there), there)
    store = Store.open(home / "collection.db")
    assert store.marks() == {"z#3": Marks(flag=4), "m": Marks(flag=2)}
    store.close()
    assert "nothing in it that is not here already" in run(home, "import", str(file)).output
    assert "Nothing is wrong" in run(home, "doctor").output

    fresh = new_collection(tmp_path / "fresh")
    to_anki(home, fresh, tmp_path / "again.apkg")
    assert anki_answers(fresh) == expected
    _stand_alike(states_of(home / "collection.db"), anki_cards(fresh), fresh)
    other = tmp_path / "other"
    run(other, "import", str(export(fresh, tmp_path / "fresh.apkg")))
    assert our_answers(other / "collection.db") == expected
    back = {note.id: note for note in read_deck(other / "decks" / "own-deck.yaml").notes}
    assert {note.id: replace(note, options=()) for note in NOTES} == {
        name: replace(note, options=()) for name, note in back.items()
    }
    assert set(back["c"].options) == {"that", "other"}
    fresh.close()
    there.close()


def _stand_alike(states: dict[str, MemoryState], cards: dict[str, Any], collection: Any) -> None:
    for name, card in cards.items():
        state = states.get(name)
        if state is None:
            assert (card.type, card.reps) == (0, 0)
            continue
        assert (card.type, card.reps, card.lapses) == (int(state.phase), state.reps, state.lapses)
        assert (card.memory_state.stability, card.memory_state.difficulty) == pytest.approx(
            (state.stability, state.difficulty), rel=1e-3
        )
        due = (state.due or 0) // 1000
        if state.phase is Phase.REVIEW:
            assert card.due == (due - collection.crt) // 86_400
        elif card.queue == 1:
            assert card.due == due


def test_a_deck_to_share_carries_no_ones_reviews(tmp_path: Path) -> None:
    home, there = tmp_path / "home", new_collection(tmp_path / "anki")
    learner(home, random.Random(1))  # noqa: S311 -- as above
    run(home, "export", "--deck", "own", "-o", str(tmp_path / "out.apkg"))
    bring_in(there, tmp_path / "out.apkg")
    assert anki_answers(there) == []
    assert {card.type for card in anki_cards(there).values()} == {0}
    assert {card.queue for card in anki_cards(there).values()} == {0}
    there.close()


def test_two_hundred_edits_make_no_second_card_and_cost_no_answer(tmp_path: Path) -> None:
    chance = random.Random(7)  # noqa: S311 -- as above
    home, there = tmp_path / "home", new_collection(tmp_path / "anki")
    learner(home, chance)
    to_anki(home, there, tmp_path / "out.apkg")
    answers, cards = anki_answers(there), anki_cards(there)
    studied = {name: (card.id, card.due, card.ivl, card.reps, card.queue) for name, card in cards.items()}
    notes = list(NOTES)
    for edit in range(200):
        place = chance.randrange(len(notes))
        notes[place] = _edited(notes[place], chance, edit)
        if edit % 10 == 9:
            chance.shuffle(notes)
            text = deck_text(replace(DECK, notes=tuple(notes)))
            (home / "decks" / "own.yaml").write_text(text, encoding="utf-8")
            _later(there)
            log = to_anki(home, there, tmp_path / "out.apkg")
            assert (len(log.new), len(log.conflicting), len(log.duplicate)) == (0, 0, 0)
    now = anki_cards(there)
    assert {
        name: (card.id, card.due, card.ivl, card.reps, card.queue) for name, card in now.items()
    } == studied
    assert anki_answers(there) == answers
    assert there.note_count() == len(NOTES) + 1
    by_id = {note.id: note for note in notes}
    for name, card in now.items():
        note = by_id[name.partition("#")[0]]
        if note.front and "#" not in name:
            assert card.note()["Front"].startswith(note.front)
    there.close()


def _edited(note: Note, chance: random.Random, edit: int) -> Note:
    if note.text:
        return replace(note, text=f"{{{{c1::a{edit}}}}} and {{{{c3::b}}}} {edit}")
    which = chance.choice(("front", "topic", "tags", "flags"))
    if which == "front":
        return replace(note, front=f"question {edit}?")
    words = (f"{which}{edit}",)
    if which == "topic":
        return replace(note, topic=words)
    return replace(note, tags=words) if which == "tags" else replace(note, flags=words)


def _later(collection: Any) -> None:
    """Anki takes an update only from a later second than the note's own."""
    collection.db.execute("UPDATE notes SET mod = mod - 100")
    collection.db.execute("UPDATE notetypes SET mtime_secs = mtime_secs - 100")


def test_pictures_go_along_and_come_back(tmp_path: Path) -> None:
    home, there = tmp_path / "home", new_collection(tmp_path / "anki")
    (home / "decks" / "img").mkdir(parents=True)
    (home / "decks" / "img" / "a b.png").write_bytes(PICTURE)
    text = "deck: d\ncards:\n  - {id: a, front: '**x** ![heart](<img/a b.png>) $a_1$', back: '![no](none.png)'}\n"
    (home / "decks" / "d.yaml").write_text(text, encoding="utf-8")
    done = run(home, "export", "--deck", "d", "-o", str(tmp_path / "out.apkg"))
    assert "the picture `none.png` is not there" in done.output
    bring_in(there, tmp_path / "out.apkg")
    (note,) = (there.get_note(key) for key in there.find_notes(""))
    name = re.fullmatch(
        r'<b>x</b> <img src="(sctui-[0-9a-f]{20}\.png)" alt="heart"> \\\(a_1\\\)', note["Front"]
    )
    assert name
    assert (Path(there.media.dir()) / name[1]).read_bytes() == PICTURE
    other = tmp_path / "other"
    run(other, "import", str(export(there, tmp_path / "back.apkg")))
    (came,) = read_deck(other / "decks" / "d.yaml").notes
    assert (came.id, came.front) == ("a", f"**x** ![heart](d-media/{name[1]}) $a_1$")
    assert (other / "decks" / "d-media" / name[1]).read_bytes() == PICTURE
    there.close()


def test_sounds_are_played_in_anki_and_come_back(tmp_path: Path) -> None:
    home, there = tmp_path / "home", new_collection(tmp_path / "anki")
    (home / "decks" / "声音-media").mkdir(parents=True)
    (home / "decks" / "声音-media" / "心音.mp3").write_bytes(b"ID3")
    (home / "decks" / "声音-media" / "心.png").write_bytes(PICTURE)
    (home / "out.mp3").write_bytes(b"ID3 of others")
    front = "听，♪ 声音-media/心音.mp3！**这是**什么？ ![心](声音-media/心.png)"
    text = f"deck: 声音\ncards:\n  - {{id: a, front: '{front}', back: '♪ ../out.mp3 ♪ la.mp3'}}\n"
    (home / "decks" / "声音.yaml").write_text(text, encoding="utf-8")
    run(home, "export", "--deck", "声音", "--script", "all", "-o", str(tmp_path / "out.apkg"))
    bring_in(there, tmp_path / "out.apkg")
    (note,) = (there.get_note(key) for key in there.find_notes(""))
    assert len(re.findall(r"\[sound:sctui-[0-9a-f]{20}\.mp3\]", note["Front"])) == 3  # in each script
    assert note["Front"].count('<img src="sctui-') == 3
    assert note["Back"] == "♪ ../out.mp3 ♪ la.mp3"  # one lies elsewhere, the other nowhere
    assert sorted(Path(name).suffix for name in Path(there.media.dir()).iterdir()) == [".mp3", ".png"]
    other = tmp_path / "other"
    run(other, "import", str(export(there, tmp_path / "back.apkg")))
    (came,) = read_deck(other / "decks" / "声音.yaml").notes
    sound = re.search(r"♪ (\S+\.mp3)", came.front)
    assert sound
    assert (other / "decks" / sound[1]).read_bytes() == b"ID3"
    there.close()
