"""The inbox: what waits, what is written when somebody decides, and what never comes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from sctui.collection import Collection
from sctui.decks.inbox import FILE_NAME, Decision, read_inbox
from sctui.decks.library import read_library
from sctui.decks.merge import plan_decks
from sctui.decks.sidecar import FILE_NAME as SIDECAR
from sctui.decks.triage import UNKNOWN, decided, rule_records, waiting
from sctui.decks.yaml_reader import read_deck
from sctui.errors import DeckError
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language


def note(key: str, rule: str, front: str = "") -> Note:
    source = (Source("d.md", 1, f"quote {key}"),)
    return Note(key, CardKind.TERM, ("t",), front or f"front {key}", f"back {key}", "", source, rule=rule)


def deck(*notes: Note) -> Deck:
    return Deck("d", Language.ENGLISH, notes, {"doc": DocumentRef("../../d.md")})


def convert(folder: Path, *notes: Note, inbox: bool = True) -> dict[str, tuple[str, ...]]:
    folder.mkdir(parents=True, exist_ok=True)
    report, files = plan_decks(folder, {"1.yaml": deck(*notes)}, inbox=inbox)
    for file, data in files.items():
        file.write_bytes(data)
    return {"added": report.added, "skipped": report.skipped, "unchanged": report.unchanged}


def decide(decks: Path, decision: Decision, *ids: str) -> None:
    for file, data in decided(read_library([decks]), dict.fromkeys(ids, decision)).items():
        file.write_bytes(data)


A, B, C = note("a", "term.x.en1"), note("b", "term.x.en1"), note("c", "term.y.en2")


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    convert(tmp_path / "decks" / "doc", A, B, C)
    return tmp_path / "decks"


def studied(decks: Path) -> list[str]:
    collection = Collection.open([decks], decks.parent / "collection.db")
    try:
        return list(collection.cards)
    finally:
        collection.close()


def test_what_waits_is_not_studied_until_it_is_accepted(decks: Path) -> None:
    assert [(one.note.id, one.rule) for one in waiting(read_library([decks]))] == [
        ("a", "term.x.en1"),
        ("b", "term.x.en1"),
        ("c", "term.y.en2"),
    ]
    assert studied(decks) == []
    decide(decks, Decision.ACCEPTED, "b")
    assert studied(decks) == ["b"]


def test_a_deck_without_an_inbox_is_studied(tmp_path: Path) -> None:
    convert(tmp_path / "decks" / "doc", A, inbox=False)
    assert not (tmp_path / "decks" / "doc" / FILE_NAME).exists()
    assert studied(tmp_path / "decks") == ["a"]
    convert(tmp_path / "decks" / "doc", A, B)
    assert studied(tmp_path / "decks") == ["a"]


def test_a_rejected_card_never_comes_back(decks: Path) -> None:
    folder = decks / "doc"
    text = (folder / "1.yaml").read_text(encoding="utf-8")
    (folder / "1.yaml").write_text(text.replace("  - id: b", "  # mine\n  - id: b"), encoding="utf-8")
    decide(decks, Decision.REJECTED, "b")
    assert "# mine" in (folder / "1.yaml").read_text(encoding="utf-8")
    assert convert(folder, A, B, C) == {"added": (), "skipped": ("b",), "unchanged": ("a", "c")}
    reworded = replace(B, id="b2", front="another question")
    assert convert(folder, A, reworded, C)["added"] == ()
    (folder / SIDECAR).unlink()  # what was generated is forgotten; what was decided is not
    assert convert(folder, A, B, C)["added"] == ()
    assert [one.id for one in read_deck(folder / "1.yaml").notes] == ["a", "c"]


def test_a_rejected_text_of_two_gaps_does_not_come_back_as_two_questions(tmp_path: Path) -> None:
    folder = tmp_path / "decks" / "doc"
    gaps = Note("g", CardKind.TERM, text="{{c1::VEGF}} and {{c2::HGF}}", sources=(Source("d.md", 1, "both"),))
    one, two, three = (
        replace(gaps, id=key, text="", front=f"Which {key}?", back=back)
        for key, back in (("g1", "VEGF"), ("g2", "HGF"), ("g3", "both"))
    )
    convert(folder, A, gaps)
    decide(folder.parent, Decision.REJECTED, "g")
    assert convert(folder, A, one, two) == {"added": (), "skipped": ("g1", "g2"), "unchanged": ("a",)}
    assert convert(folder, A, three, inbox=False)["added"] == ()
    assert convert(folder, A, gaps)["added"] == ()
    assert [note.id for note in read_deck(folder / "1.yaml").notes] == ["a"]


def test_a_new_question_on_a_sentence_that_had_another_card_is_made(tmp_path: Path) -> None:
    folder = tmp_path / "decks" / "doc"
    other = replace(A, id="a2", front="another question", back="another answer")
    convert(folder, A, other)
    decide(folder.parent, Decision.REJECTED, "a")
    decide(folder.parent, Decision.ACCEPTED, "a2")
    third, fourth = (replace(A, id=key, front=f"Why {key}?", back=key) for key in ("a3", "a4"))
    assert convert(folder, third, fourth)["added"] == ("a3", "a4")


def test_a_card_that_its_author_puts_back_is_theirs(decks: Path) -> None:
    folder = decks / "doc"
    before = (folder / "1.yaml").read_bytes()
    decide(decks, Decision.REJECTED, "b")
    (folder / "1.yaml").write_bytes(before)
    convert(folder, A, B, C)
    assert (folder / "1.yaml").read_bytes() == before


def test_rules_are_told_by_what_was_decided(decks: Path) -> None:
    decide(decks, Decision.REJECTED, "a")
    decide(decks, Decision.EDITED, "b")
    x, y = rule_records(read_library([decks]))
    assert (x.rule, x.accepted, x.edited, x.rejected, x.waiting, x.rate) == ("term.x.en1", 0, 1, 1, 0, 0.5)
    assert (y.rule, y.waiting, y.rate) == ("term.y.en2", 1, None)


def test_the_rule_is_known_after_the_card_was_made_again(decks: Path) -> None:
    folder = decks / "doc"
    convert(folder, replace(A, back="other"), B, C)
    assert {one.rule for one in waiting(read_library([decks]))} == {"term.x.en1", "term.y.en2"}
    (folder / SIDECAR).unlink()
    assert {one.rule for one in waiting(read_library([decks]))} == {UNKNOWN}


def test_a_card_that_does_not_exist_is_refused(decks: Path) -> None:
    with pytest.raises(DeckError, match="no card `x`"):
        decide(decks, Decision.ACCEPTED, "x")
    assert set(read_inbox(decks / "doc").values()) == {Decision.WAITING}


@pytest.mark.parametrize("text", ["[]", '{"a": "perhaps"}', "{", '{"a": 1}', b"\xff".decode("latin-1")])
def test_a_damaged_inbox_is_told_and_keeps_nothing_back(decks: Path, text: str) -> None:
    (decks / "doc" / FILE_NAME).write_bytes(text.encode("latin-1"))
    library = read_library([decks])
    assert [fault.message for fault in library.problems] == ["not a list of cards and decisions"]
    assert not library.waiting
    with pytest.raises(DeckError):
        plan_decks(decks / "doc", {"1.yaml": deck(A)})
