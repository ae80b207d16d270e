import json
import os
from pathlib import Path

import pytest

from sctui.decks import remembered as remembered_module
from sctui.decks.atomic_file import temporary_name
from sctui.decks.library import Library, LoadedDeck, read_library
from sctui.decks.note_index import index_of
from sctui.decks.remembered import RememberedDecks
from sctui.decks.stored_notes import StoredNotes
from sctui.locations import bundled
from sctui.model.card import CardType, Note
from sctui.model.deck import Deck
from sctui.model.language import Language

_DECK = """\
deck: 根::枝
language: zh-Hant
documents:
  doc: {file: ../doc.md, sha256: abc}
cards:
  - id: a
    kind: trial
    topic: [一, 二]
    front: 問
    back: 答
    sources:
      - {document: doc, line: 3, quote: 答}
      - {document: doc, line: 9, quote: 也是答}
    flags: [preclinical, "repaired:lost-sign"]
    tags: [t]
  - {id: b, text: "{{c1::甲}}和{{c2::乙}}"}
"""


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "one.yaml").write_text(_DECK, "utf-8")
    return folder


@pytest.fixture
def memory(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "decks.json"


def _read(decks: Path, memory: Path) -> Library:
    remembered = RememberedDecks(memory)
    library = read_library([decks], remembered)
    remembered.save()
    return library


def _kept(memory: Path) -> list[str]:
    """The files whose decks are kept."""
    lines = [json.loads(line) for line in memory.read_bytes().splitlines()[1:] if line.startswith(b"[")]
    return [line[0] for line in lines if len(line) == 6]


def test_what_is_remembered_is_what_was_read(decks: Path, memory: Path) -> None:
    first = _read(decks, memory)
    assert memory.exists()
    assert RememberedDecks(memory).get(decks, decks / "one.yaml") == first.decks[0]
    assert _read(decks, memory) == first == read_library([decks])


def test_a_changed_file_is_read_again(decks: Path, memory: Path) -> None:
    _read(decks, memory)
    file = decks / "one.yaml"
    file.write_text(_DECK.replace("back: 答", "back: 另"), "utf-8")
    os.utime(file, ns=(1, 1))  # the size is the same
    assert next(_read(decks, memory).decks[0].deck.cards()).back == "另"
    assert next(_read(decks, memory).decks[0].deck.cards()).back == "另"


def test_a_file_that_is_gone_is_forgotten(decks: Path, memory: Path) -> None:
    (decks / "two.yaml").write_text(_DECK.replace("id: a", "id: c").replace("id: b", "id: d"), "utf-8")
    _read(decks, memory)
    (decks / "two.yaml").unlink()
    assert len(_read(decks, memory).decks) == 1
    assert _kept(memory) == [str(decks / "one.yaml")]


def test_a_deck_with_problems_is_read_every_time(decks: Path, memory: Path) -> None:
    (decks / "bad.yaml").write_text("deck: D\nlanguage: en\ncards:\n  - {id: x, front: a}\n", "utf-8")
    assert len(_read(decks, memory).problems) == 1
    assert len(_read(decks, memory).problems) == 1


def test_a_repeated_id_is_found_among_remembered_decks(decks: Path, memory: Path) -> None:
    (decks / "two.yaml").write_text(_DECK, "utf-8")
    assert [str(problem) for problem in _read(decks, memory).problems] == [
        str(problem) for problem in _read(decks, memory).problems
    ]
    assert len(_read(decks, memory).problems) == 2


@pytest.mark.parametrize("content", ["", "[]", "{", '{"reader": "x"}', '{"reader": 1, "decks": 2}', "\x00"])
def test_a_memory_that_is_not_ours_is_empty(decks: Path, memory: Path, content: str) -> None:
    memory.parent.mkdir()
    memory.write_text(content, "utf-8")
    assert len(_read(decks, memory).decks) == 1


def test_a_damaged_memory_is_not_believed(decks: Path, memory: Path) -> None:
    first = read_library([decks])
    _read(decks, memory)
    whole = memory.read_bytes()
    for at in range(len(whole)):
        memory.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert read_library([decks], RememberedDecks(memory)) == first, at
    memory.write_bytes(whole[:-9])
    assert _read(decks, memory) == first
    assert memory.read_bytes() == whole


def test_notes_stay_on_the_disk_until_they_are_asked_for(decks: Path, memory: Path) -> None:
    first = _read(decks, memory).decks[0]
    again = _read(decks, memory).decks[0]
    memory.unlink()  # what was opened stays open
    notes = again.deck.notes
    assert isinstance(notes, StoredNotes)
    assert notes == first.deck.notes
    assert (len(notes), notes[1], notes[-1], notes[:1]) == (
        2,
        *first.deck.notes[1:],
        *first.deck.notes[1:],
        first.deck.notes[:1],
    )
    assert list(index_of(notes).ids) == ["a", "b"]
    assert list(index_of(notes).cards) == [card.id for card in first.deck.cards()]
    assert again.places == first.places
    assert ("a" in again.places, "c" in again.places) == (True, False)


def test_several_decks_are_kept_beside_one_that_changed(decks: Path, memory: Path) -> None:
    two = _DECK.replace("id: a", "id: c").replace("id: b", "id: d")
    (decks / 'tw"o, \\ 二.yaml').write_text(two, "utf-8")
    first = _read(decks, memory)
    assert _read(decks, memory) == first
    (decks / "one.yaml").write_text(_DECK.replace("back: 答", "back: 另外"), "utf-8")
    second = _read(decks, memory)
    assert _read(decks, memory) == second == read_library([decks])
    assert len(_kept(memory)) == 2


def test_a_deck_is_remembered_as_soon_as_it_was_read(decks: Path, memory: Path) -> None:
    (decks / "two.yaml").write_text(_DECK.replace("id: a", "id: c").replace("id: b", "id: d"), "utf-8")
    remembered = RememberedDecks(memory)
    for read, name in enumerate(("one.yaml", "two.yaml"), 1):
        assert remembered.get(decks, decks / name) is None
        (loaded,) = (one for one in read_library([decks]).decks if one.file.name == name)
        kept = remembered.put(loaded)
        assert kept == loaded
        assert isinstance(kept.deck.notes, StoredNotes)  # it need not be in memory any more
        another = RememberedDecks(memory)  # without a word of the first, as after a crash
        found = [another.get(decks, file) for file in sorted(decks.iterdir())]
        assert sum(one is not None for one in found) == read
        assert another.get(decks, loaded.file) == loaded


def test_two_that_read_at_the_same_time_do_not_disturb_each_other(decks: Path, memory: Path) -> None:
    (decks / "two.yaml").write_text(_DECK.replace("id: a", "id: c").replace("id: b", "id: d"), "utf-8")
    plain = read_library([decks])
    both = RememberedDecks(memory), RememberedDecks(memory)
    found: list[list[LoadedDeck]] = [[], []]
    for loaded in plain.decks:
        for number, remembered in enumerate(both):
            assert remembered.get(decks, loaded.file) is None
            found[number].append(remembered.put(loaded))
    for remembered in both:
        remembered.save()
    assert found == [list(plain.decks)] * 2
    assert _read(decks, memory) == plain
    assert len(_kept(memory)) == 2


def test_what_was_cut_off_takes_nothing_with_it(decks: Path, memory: Path) -> None:
    first = (decks / "one.yaml", decks / "two.yaml")
    first[1].write_text(_DECK.replace("id: a", "id: c").replace("id: b", "id: d"), "utf-8")
    library = read_library([decks])
    _read(decks, memory)
    whole = memory.read_bytes()
    second = whole.rindex(b'["')
    for length in range(second, len(whole) - 1):
        memory.write_bytes(whole[:length])
        remembered = RememberedDecks(memory)
        assert [remembered.get(decks, file) is not None for file in first] == [True, False], length
    assert _read(decks, memory) == library
    assert memory.read_bytes() == whole


def test_a_file_that_changes_while_it_is_read_is_read_again(decks: Path, memory: Path) -> None:
    remembered, file = RememberedDecks(memory), decks / "one.yaml"
    assert remembered.get(decks, file) is None
    (loaded,) = read_library([decks]).decks
    file.write_text(_DECK.replace("back: 答", "back: 另外"), "utf-8")
    remembered.put(loaded)
    assert RememberedDecks(memory).get(decks, file) is None


def test_what_python_compiles_of_the_program_changes_nothing(decks: Path, memory: Path) -> None:
    _read(decks, memory)
    compiled = Path(remembered_module.__file__).with_name("__pycache__")
    compiled.mkdir(exist_ok=True)
    os.utime(compiled)
    assert RememberedDecks(memory).get(decks, decks / "one.yaml") is not None


def test_notes_of_every_type_come_back_as_they_were(tmp_path: Path) -> None:
    whole = read_library([bundled() / "decks"])
    remembered = RememberedDecks(tmp_path / "decks.json")
    kept = read_library([bundled() / "decks"], remembered)
    assert len({note.type for loaded in kept.decks for note in loaded.deck.notes}) == len(CardType)
    assert kept == whole
    for one, other in zip(kept.decks, whole.decks, strict=True):
        assert index_of(one.deck.notes) == index_of(other.deck.notes)


def test_a_deck_of_sentences_without_gaps_has_no_cards(decks: Path, memory: Path) -> None:
    notes = (Note("a", text="no gap"), Note("b", text="none"))
    file = decks / "one.yaml"
    remembered = RememberedDecks(memory)
    remembered.get(decks, file)
    kept = remembered.put(LoadedDeck(file, decks, Deck("D", Language.ENGLISH, notes), {}))
    assert isinstance(kept.deck.notes, StoredNotes)
    assert (list(index_of(kept.deck.notes).ids), list(index_of(kept.deck.notes).cards)) == (["a", "b"], [])


def test_what_cannot_be_written_is_given_back_as_it_was(decks: Path, memory: Path) -> None:
    file = decks / "one.yaml"
    remembered = RememberedDecks(memory)
    remembered.get(decks, file)
    loaded = LoadedDeck(file, decks, Deck("D", Language.ENGLISH, (Note("a", front="\ud800"),)), {})
    assert remembered.put(loaded) is loaded


def test_what_one_who_was_killed_left_is_cleared_away(decks: Path, memory: Path) -> None:
    memory.parent.mkdir()
    left = memory.with_name(f".{memory.name}.{2**22 + 1}.tmp")  # no process has such a number
    for part in (left, temporary_name(memory)):
        part.write_bytes(b"half")
    library = _read(decks, memory)
    assert library == read_library([decks])
    assert [file.name for file in memory.parent.iterdir()] == [memory.name]


def test_nothing_is_written_where_there_is_no_home(decks: Path, tmp_path: Path) -> None:
    _read(decks, tmp_path / "no" / "home" / "decks.json")
    assert not (tmp_path / "no").exists()
