from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.imports.draft import Draft
from sctui.decks.imports.gaps import bracketed
from sctui.decks.imports.markdown import read_markdown
from sctui.decks.markdown_cards import markdown_cards
from sctui.model.card import CardType
from sctui.model.deck import Deck
from tests.property.test_yaml_round_trip import DECKS


def drafts(text: str) -> list[Draft]:
    drafted = read_markdown(text, "x.md")
    assert drafted.faults == []
    return drafted.drafts


@pytest.mark.parametrize(
    ("text", "front", "back"),
    [
        ("Q: a?\nA: b", "a?", "b"),
        ("Q: a\n\nb?\n\nA: c\n- d\n\ne\n", "a\n\nb?", "c\n- d\n\ne"),
        ("- **Q:** a?\n- **A:** b\n", "a?", "b"),
        ("1. Question: a?\n   Answer: b\n", "a?", "b"),
        ("问：甲？\n答：乙\n", "甲？", "乙"),
        ("問題：甲？\n答案：乙", "甲？", "乙"),
        ("some words\n\na b::c d\n\nmore words", "a b", "c d"),
        ("- 甲 :: 乙", "甲", "乙"),
        ("Question::Answer", "Question", "Answer"),
        ("a\nb\n?\nc\nd\n\nother", "a\nb", "c\nd"),
        ("## What is it?\n\nThis.\n\nThat.\n## Other", "What is it?", "This.\n\nThat."),
        ("Q: a\nA: ```\nQ: no\n# no\n```\n", "a", "```\nQ: no\n# no\n```"),
        ("Q: a\r\nA: b\r\n---\r\nwords", "a", "b"),
        ("\ufeffQ: Q\\: \\<b>\nA: \\# x", "Q: <b>", "# x"),
    ],
)
def test_a_question_and_its_answer(text: str, front: str, back: str) -> None:
    (draft,) = drafts(text)
    assert (draft.front, draft.back, draft.text, draft.reversible) == (front, back, "", False)


@pytest.mark.parametrize("text", ["a:::b", "a\n??\nb", "a\n??\nb\n"])
def test_both_directions(text: str) -> None:
    assert drafts(text) == [Draft(1, front="a", back="b", reversible=True)]


@pytest.mark.parametrize(
    ("text", "gaps"),
    [
        ("C: The [order] of a [group]", "The {{c1::order}} of a {{c2::group}}"),
        ("C: a [b] ![p](q.png) [link](r) \\[no\\]", "a {{c1::b}} ![p](q.png) [link](r) [no]"),
        ("C: [a]\nmore [b]\n\nQ: x\nA: y", "{{c1::a}}\nmore {{c2::b}}"),
        ("a ==b== and ==c d==", "a {{c1::b}} and {{c2::c d}}"),
        ("words {{c2::b}}\nmore\n\nprose", "words {{c2::b}}\nmore"),
    ],
)
def test_gaps(text: str, gaps: str) -> None:
    assert drafts(text)[0].text == gaps


SCHEDULE = "<!--SR:!2024-01-01,3,250!2024-02-02,4,270-->"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"a::b {SCHEDULE}\n", [Draft(1, front="a", back="b")]),
        (f"a::b\n{SCHEDULE}\nc::d\n", [Draft(1, front="a", back="b"), Draft(3, front="c", back="d")]),
        (f"a\n?\nb\n{SCHEDULE}\n\nwords\n", [Draft(1, front="a", back="b")]),
        (f"a ==b== c\n{SCHEDULE}\n", [Draft(1, text="a {{c1::b}} c")]),
        (f"Q: a\nA: ```\n{SCHEDULE}\n```\n", [Draft(1, front="a", back=f"```\n{SCHEDULE}\n```")]),
        (f"Q: a\nA: \\{SCHEDULE}\n", [Draft(1, front="a", back=SCHEDULE)]),  # as our own export writes it
    ],
)
def test_a_schedule_of_obsidian_is_no_text(text: str, expected: list[Draft]) -> None:
    assert drafts(text) == expected


def test_a_schedule_of_obsidian_is_told() -> None:
    assert read_markdown(f"a::b {SCHEDULE}\nc::d\n{SCHEDULE}\n", "x.md").left_out == [
        "the schedule of 2 cards in Obsidian"
    ]


def test_headings_are_topics_and_the_top_names_the_deck() -> None:
    drafted = read_markdown('---\nname = "细胞"\n---\n# A\n## B / C\nQ: a\nA: b\n# D\nE::F\n', "x.md")
    assert drafted.deck == "细胞"
    assert [draft.topic for draft in drafted.drafts] == [("A", "B", "C"), ("D",)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "words\n\n- a list\n- of words\n",
        "a: b",
        "`std::vector`",
        "```\na::b\n```",
        "# Title\n",
        "## Why?\n## How?\n",
    ],
)
def test_no_cards(text: str) -> None:
    assert drafts(text) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("Q: a\nQ: b\nA: c", 1, "the question has no answer"),
        ("\nA: c", 2, "an answer without a question"),
        ("Q: a\nA:\n", 1, "the question has no answer"),
        ("Q:\nA: a\n", 1, "there is no question"),
        ("C: no gap", 1, "the text has no gap"),
        ("a\n?\n", 1, "the question has no answer"),
    ],
)
def test_faults(text: str, line: int, message: str) -> None:
    (fault,) = read_markdown(text, "x.md").faults
    assert (fault.line, fault.column, fault.message) == (line, 1, message)


@given(st.text(alphabet="[]()\\! a甲:}", max_size=15))
def test_brackets_never_make_a_gap_that_cannot_be_read(text: str) -> None:
    found = bracketed(text)
    assert not found or read_markdown(f"C: {text.strip()}", "x").faults == []


def _told_again(deck: Deck) -> list[tuple[str, str]]:
    read = read_markdown(markdown_cards([deck]), "x.md")
    return [(draft.front or draft.text, draft.back) for draft in read.drafts]


@given(DECKS, st.sampled_from(["甲 Q: 乙", "A: x\nQ: y", "# 1", "---", "p < 0.05 <b>", "[x]"]))
def test_what_we_export_comes_back(deck: Deck, words: str) -> None:
    simple = [note for note in deck.notes if note.type is CardType.BASIC]
    notes = tuple(replace(note, front=words, back=f"{number} {words}") for number, note in enumerate(simple))
    assert _told_again(replace(deck, notes=notes)) == [(note.front, note.back) for note in notes]


@pytest.mark.parametrize(
    ("text", "cards", "topics"),
    [
        ("# q\n\n---\n\na", [("q", "a")], [()]),
        ("q\n---\na\n\nb\n", [("q", "a\n\nb")], [()]),
        ("# q?\n---\na", [("q?", "a")], [()]),
        (
            "# T\n## q\n---\na\n## r\nmore\n---\nb\n---\nc",
            [("q", "a"), ("r\n\nmore", "b\n\nc")],
            [("T",)] * 2,
        ),
        ("q\n\n---\n\na\n\n===\n\nr\n\n---\n\nb", [("q", "a"), ("r", "b")], [()] * 2),
        ("# q\n---\na\n# r?\nb", [("q", "a"), ("r?", "b")], [()] * 2),
        ("# q?\na\n\n---\n\n# r?\nb", [("q?", "a"), ("r?", "b")], [()] * 2),
        ("# q\n---\n```\n---\n# a\n```", [("q", "```\n---\n# a\n```")], [()]),
        ("---\ndeck: D\n---\nq\n---\na", [("q", "a")], [()]),
    ],
)
def test_sides_parted_by_a_rule(
    text: str, cards: list[tuple[str, str]], topics: list[tuple[str, ...]]
) -> None:
    found = drafts(text)
    assert [(draft.front, draft.back) for draft in found] == cards
    assert [draft.topic for draft in found] == topics


@pytest.mark.parametrize(
    "text", ["# Notes\n---\nQ: a\nA: b", "Q: a\nA: b\n\n---\n\nwords", "a::b\n\n---\n\nwords", "# T\n\n---\n"]
)
def test_a_rule_parts_no_sides_where_cards_are_marked_otherwise(text: str) -> None:
    assert [draft.front for draft in drafts(text)] in ([], ["a"])


def test_sides_of_which_nobody_knows_which_are_questions_are_told() -> None:
    drafted = read_markdown("q\n---\na\n---\nr\n---\nb", "x.md")
    (fault,) = drafted.faults
    assert (drafted.drafts, fault.line) == ([], 1)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("words\nmore\n\nQ: a\nA: b\n---\n\nend", "1-2, 8"),
        ("# Words\n\nQ: a\nA: b", ""),
        ("```\ncode\n```\na::b", "1-3"),
        ("# q\n---\na\n# T\nwords\n", "5"),
        ("# q?\na\n---\nwords", "4"),
        ("words", "1"),
    ],
)
def test_text_that_is_no_card_is_told(text: str, where: str) -> None:
    told = read_markdown(text, "x.md").left_out
    assert [one.rpartition(" line ")[2] for one in told] == [where] * bool(where)
