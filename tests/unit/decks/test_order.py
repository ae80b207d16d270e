from sctui.decks.order import core_notes, study_order
from sctui.model.card import CardKind, Note, Reverse


def term(name: str, short: str, full: str, *tags: str) -> Note:
    return Note(
        name, CardKind.TERM, front=f"{short}?", back=full, tags=tags, reverse=Reverse(f"{full}?", short)
    )


def card(name: str, front: str, *tags: str) -> Note:
    return Note(name, CardKind.TRIAL, front=front, back="x", tags=tags)


def order(*notes: Note) -> list[str]:
    return [note.id for note in study_order(notes, core_notes([notes]))]


def test_a_term_comes_before_the_first_card_that_uses_it() -> None:
    assert order(card("a", "RA的试验?"), card("b", "POF怎样治疗?"), term("t", "POF", "卵巢早衰")) == [
        "a",
        "t",
        "b",
    ]


def test_a_short_form_that_is_asked_one_way_comes_first_as_well() -> None:
    chinese = Note("t", CardKind.TERM, front="在移植领域，HLA 的中文全称是什么？", back="人类白细胞抗原")
    kind = Note("t", CardKind.TERM, front="HLA 指分子时，中文全稱是什麼？", back="人類白細胞抗原")
    english = Note("t", CardKind.TERM, front="What does the abbreviation HLA stand for?", back="antigen")
    for asked in (chinese, kind, english):
        assert order(card("a", "HLA有什么作用?"), asked) == ["t", "a"]


def test_plurals_and_full_names() -> None:
    assert order(card("a", "MSCs分泌什么?"), term("t", "MSC", "间充质干细胞")) == ["t", "a"]
    assert order(card("a", "间充质干细胞(MSC)分泌什么?"), term("t", "MSC", "间充质干细胞")) == ["a", "t"]
    assert order(card("a", "UMSCX分泌什么?"), term("t", "MSC", "间充质干细胞")) == ["a", "t"]


def test_core_comes_first_and_brings_its_terms() -> None:
    notes = (card("more", "x?"), card("core", "POF?", "core"), term("t", "POF", "卵巢早衰"))
    assert order(*notes) == ["t", "core", "more"]


def test_terms_that_use_each_other_end() -> None:
    assert set(order(term("a", "AB", "CD的x"), term("c", "CD", "AB的y"))) == {"a", "c"}


def test_what_an_author_wrote_is_core_and_a_deck_without_marks_is_all_core() -> None:
    own, marked, other = Note("n", front="x", back="y"), card("m", "x?", "core"), card("o", "y?")
    assert core_notes([[own, marked, other]]) == {"n", "m"}
    assert core_notes([[other], [own, marked]]) == {"n", "m", "o"}


def definition(name: str, of: str) -> Note:
    return Note(name, CardKind.TERM, front=f"什么是{of}？", back="一种病")


def test_what_something_is_comes_before_the_cards_that_name_it() -> None:
    asked = card("a", "银屑病如何治疗?"), card("b", "牙周炎如何治疗?")
    assert order(*asked, definition("d", "银屑病")) == ["d", "a", "b"]
    english = Note("e", CardKind.TERM, front="What is psoriasis?", back="a disease")
    assert order(card("a", "How is Psoriasis treated?"), english) == ["e", "a"]
    assert order(card("a", "How do UVAs act?"), Note("e", CardKind.TERM, front="What is UV?", back="x")) == [
        "a",
        "e",
    ]


def test_a_short_form_comes_before_what_it_stands_for_is_explained() -> None:
    notes = card("a", "PsO如何治疗?"), definition("d", "银屑病"), term("t", "PsO", "银屑病")
    assert order(*notes) == ["t", "a", "d"]
