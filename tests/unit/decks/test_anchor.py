"""Ids of generated notes: of what is asked, never of how."""

from dataclasses import replace

from sctui.decks.anchor import fact_anchor, note_ids, sentence_anchor
from sctui.model.document import Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind

TRIAL = FactKind.TRIAL


def page(*texts: str) -> Document:
    lines = tuple(Line(number, text, LineKind.PARAGRAPH) for number, text in enumerate(texts, start=1))
    return Document("page.md", "0", Language.SIMPLIFIED, lines)


def fact(document: Document, value: str, line: int = 1, **more: object) -> Fact:
    text = document.lines[line - 1].text
    start = text.index(value)
    whole, answer = Span(line, 0, len(text)), Span(line, start, start + len(value))
    made = Fact(TRIAL, "outcome", "甲细胞", value, whole, answer, measure="缓解率")
    return replace(made, **more)  # type: ignore[arg-type]  # any field


def ids(document: Document, *facts: Fact) -> list[str]:
    return note_ids("Page", ["trial"] * len(facts), [[fact_anchor(document, one)] for one in facts])


def test_ids_do_not_change_between_versions() -> None:
    """These stand in decks, databases and Anki collections of our users."""
    document = page("甲细胞治疗后缓解率为84%。")
    assert ids(document, fact(document, "84%")) == ["page-trial-f8789ac5"]
    sentence = note_ids("d", ["trial"], [[sentence_anchor(document, fact(document, "84%"))]])
    assert sentence == ["d-trial-f6d7132d"]


def test_a_corrected_figure_script_spacing_and_line_keep_the_id() -> None:
    first, other = page("甲细胞治疗后缓解率为84%。"), page("", "甲細胞治療後，緩解率為 85％")
    there = fact(other, "85％", line=2, subject="甲細胞", measure="緩解率")
    assert ids(first, fact(first, "84%")) == ids(other, there)


def test_what_is_asked_counts() -> None:
    document = page("甲细胞治疗后缓解率为84%。")
    known = fact(document, "84%")
    others = [
        replace(known, measure="复发率"),
        replace(known, subject="乙细胞"),
        replace(known, slot="change"),
    ]
    found = [ids(document, one)[0] for one in (known, *others)]
    assert len(set(found)) == 4


def test_the_same_words_in_two_lines_are_told_apart_whatever_their_order() -> None:
    one, two = "缓解率为84%。甲试验。", "缓解率为84%。乙试验。"
    there, back = page(one, two), page(two, one)
    first, second = ids(
        there, fact(there, "84%", evidence=Span(1, 0, 7)), fact(there, "84%", 2, evidence=Span(2, 0, 7))
    )
    moved, kept = ids(
        back, fact(back, "84%", evidence=Span(1, 0, 7)), fact(back, "84%", 2, evidence=Span(2, 0, 7))
    )
    assert first != second
    assert (first, second) == (kept, moved)


def test_a_term_is_known_by_its_name_alone() -> None:
    first, other = page("卵巢早衰(POF)很常见。"), page("说到卵巢早衰(POF)")
    found = [
        fact_anchor(
            document,
            fact(document, "卵巢早衰", kind=FactKind.TERM, slot="expansion", subject="POF", measure=""),
        )[0]
        for document in (first, other)
    ]
    assert found[0] == found[1]
