from sctui.decks.library import read_library
from sctui.decks.twins import clashes, twins
from sctui.locations import bundled
from sctui.model.card import Note


def note(name: str, front: str, back: str = "y") -> Note:
    return Note(name, front=front, back=back)


def test_the_same_card_in_another_script_is_a_twin() -> None:
    notes = [
        note("a", "什么是干细胞？", "种子"),
        note("b", "什麼是幹細胞?", "種子"),
        note("c", "什么是干细胞？", "别的"),
    ]
    assert twins(notes) == {"b": "a"}


def test_gaps_count_and_so_do_latin_letters() -> None:
    notes = [
        Note("a", text="x {{c1::VEGF}}"),
        Note("b", text="x {{c1::vegf}}"),
        Note("c", text="x {{c1::HGFA}}"),
    ]
    assert twins(notes) == {"b": "a"}


def test_one_question_with_two_answers_is_found_across_scripts() -> None:
    notes = [
        note("a", "治疗多少人？", "9名"),
        note("b", "治療多少人?", "9 名"),
        note("c", "治療多少人?", "10名"),
    ]
    assert [(one.id, other.id) for one, other in clashes(notes)] == [("a", "c")]


def test_a_gap_that_is_filled_in_two_ways_is_a_clash() -> None:
    one, other = Note("a", text="甲细胞抑制{{c1::乙}}。"), Note("b", text="甲細胞抑制{{c1::丙}}")
    assert [(a.id, b.id) for a, b in clashes([one, other])] == [("a", "b")]
    shown = Note("c", text="甲细胞抑制{{c1::丙::哪种酶}}")
    assert list(clashes([one, shown])) == []


def test_no_question_of_the_library_has_two_answers() -> None:
    library = read_library([bundled() / "decks"])
    notes = [note for loaded in library.decks for note in loaded.deck.notes]
    assert any(note.text for note in notes)
    assert list(clashes(notes)) == []
