from __future__ import annotations

from sctui.anki.foreign import ForeignCollection, ForeignNote, NoteType
from sctui.anki.ids import guid
from sctui.anki.incoming import Incoming, incoming
from sctui.model.card import CardKind, Markup, Note, Reverse

BASIC = NoteType("Basic", ("Front", "Back"), ("{{Front}}",))
MANY = NoteType("Vocabulary", ("Word", "Sense", "Example"), ("{{Word}}", "{{Sense}}", "{{Example}}"))
GAPS = NoteType("Cloze", ("Text", "Back Extra"), ("{{cloze:Text}}",), is_cloze=True)
OURS = NoteType(
    "sctui Basic",
    ("Front", "Back", "Topic", "Source", "Quote", "Flags", "Id", "Language"),
    ("{{Front}}",),
)


def taken(
    *notes: tuple[NoteType, tuple[str, ...], int], guids: tuple[str, ...] = (), ours: tuple[Note, ...] = ()
) -> Incoming:
    collection = ForeignCollection(0)
    for place, (kind, fields, cards) in enumerate(notes):
        key = guids[place] if guids else f"g{place}"
        collection.notes[key] = ForeignNote(key, kind, fields, ("kind::trial", "own"), "A:: ::B")
        collection.ords[key] = dict.fromkeys(range(cards), 0)
    return incoming(collection, ours, lambda name, _: name)


def test_a_note_type_with_several_cards_gives_what_we_can_ask() -> None:
    found = taken((MANY, ("cor", "heart", "cor meum"), 3))
    ((name, (note,)),) = found.notes.items()
    assert (name, note.front, note.back, note.reverse) == ("A::B", "cor", "heart", Reverse("heart", "cor"))
    assert found.cards == {("g0", 0): note.id, ("g0", 1): f"{note.id}#reversed"}
    assert found.left_out == {
        "a further card of a note type with several": 1,
        "a field beside question and answer (Example)": 1,
    }


def test_first_fields_that_are_filled_are_question_and_answer() -> None:
    (note,) = taken((MANY, ("", "heart", "cor meum"), 1)).notes["A::B"]
    assert (note.front, note.back, note.reverse) == ("heart", "cor meum", None)


def test_gaps_that_cannot_come_are_told() -> None:
    texts = (
        "no gap",
        "{{c1::a {{c2::b}}}}",
        "{{c0::a}}",
        "{{c1:: }}",
        "{{c1::image-occlusion:rect:left=.1}}<br>",
    )
    found = taken(*((GAPS, (text, ""), 1) for text in texts))
    assert not found.notes
    assert found.left_out == {
        "a text without gaps": 1,
        "gaps within gaps": 1,
        "a gap that hides nothing": 2,
        "an image with parts covered": 1,
    }


def test_our_own_notes_are_the_same_cards() -> None:
    own = Note("mine", front="a", back="b", reverse=Reverse("b", "a"))
    changed = ("edited in Anki", "b", "", "", "", "", "", "")
    found = taken(
        (OURS, changed, 1), (BASIC, ("b", "a"), 1), guids=(guid("mine"), guid("mine#reversed")), ours=(own,)
    )
    assert (found.notes, found.known) == ({}, {"mine"})
    assert found.cards == {(guid("mine"), 0): "mine", (guid("mine#reversed"), 0): "mine#reversed"}


def test_our_own_notes_come_back_where_their_deck_is_gone() -> None:
    there = ("a", "b", "X › Y", "", "", "preclinical · damage:x", "mine", "en")
    back = ("b", "a?", "X › Y", "", "", "", "mine#reversed", "en")
    found = taken((OURS, back, 1), (OURS, there, 1), guids=(guid("mine#reversed"), guid("mine")))
    (note,) = found.notes["A::B"]
    assert note == Note(
        "mine",
        CardKind.TRIAL,
        ("X", "Y"),
        "a",
        "b",
        flags=("preclinical", "damage:x"),
        tags=("own",),
        reverse=Reverse("b", "a?"),
    )
    assert set(found.cards.values()) == {"mine", "mine#reversed"}


def test_a_note_that_only_claims_to_be_ours_is_not() -> None:
    found = taken((OURS, ("a", "b", "", "", "", "", "mine", "en"), 1), guids=("other",))
    (note,) = found.notes["A::B"]
    assert note.id.startswith("anki-")


def test_stars_that_are_only_stars_stay_so() -> None:
    (plain,) = taken((BASIC, ("HLA-B*27 and *this*", "a"), 1)).notes["A::B"]
    assert (plain.front, plain.markup) == ("HLA-B*27 and *this*", Markup.PLAIN)
    (formatted,) = taken((BASIC, ("*this*", "<b>a</b>"), 1)).notes["A::B"]
    assert (formatted.front, formatted.back, formatted.markup) == (r"\*this\*", "**a**", Markup.MARKDOWN)


def test_what_no_deck_could_hold_stays_out() -> None:
    long, many = "x" * 100_001, "{{c501::a}} {{c99999999999999999999::b}}"
    found = taken((BASIC, (long, "a"), 1), (GAPS, (many, ""), 2), (BASIC, ("ok", "a"), 1))
    assert [note.front for note in found.notes["A::B"]] == ["ok"]
    assert found.left_out == {
        "a note with a text of more than 100,000 characters": 1,
        "a gap with a number above 500": 1,
    }
