"""What the index finds is what a look at every card finds."""

import re

from hypothesis import given
from hypothesis import strategies as st

from sctui.search.fold import folded, folded_lines, folded_pattern
from sctui.search.masks import rows_of
from sctui.search.required import required_words
from sctui.search.texts import Texts, section_texts

LETTERS = st.text(st.sampled_from("干幹细細胞ab1⁷é 。"), max_size=8)
WORDS = st.text(st.sampled_from("干幹细細胞ab1⁷é。"), min_size=1, max_size=4)


@given(st.lists(st.tuples(LETTERS, LETTERS, LETTERS, LETTERS), max_size=12), WORDS)
def test_words_are_found_where_they_stand(rows: list[tuple[str, ...]], word: str) -> None:
    texts = Texts()
    texts.add(section_texts(rows))
    wanted = folded(word)
    shown = [[" ".join(text.split()) for text in row] for row in rows]
    expected = [at for at, row in enumerate(shown) if any(wanted in line for line in folded_lines(row))]
    assert texts.rows_with((wanted,)) == expected
    for among in (b"\1" * len(rows), bytes(at % 2 for at in range(len(rows)))):
        assert texts.rows_with((wanted,), "", among) == [at for at in expected if among[at]]


@given(st.lists(st.tuples(LETTERS, LETTERS, LETTERS, LETTERS), max_size=12), WORDS)
def test_an_expression_finds_what_its_words_find(rows: list[tuple[str, ...]], word: str) -> None:
    texts = Texts()
    texts.add(section_texts(rows))
    found = texts.rows_with((folded(word),))
    assert rows_of(texts.matching(word)) == found
    assert rows_of(texts.matching(f"({word}|不有)")) == found


@given(st.lists(st.tuples(LETTERS, LETTERS, LETTERS, LETTERS), max_size=12), WORDS, WORDS)
def test_an_expression_of_two_words_finds_what_python_finds(
    rows: list[tuple[str, ...]], one: str, other: str
) -> None:
    texts = Texts()
    texts.add(section_texts(rows))
    one, other = re.escape(folded(one)), re.escape(folded(other))
    wanted = re.compile(f"{one}.{{0,2}}{other}")
    expected = [
        at
        for at, row in enumerate(rows)
        if any(map(wanted.search, folded_lines([" ".join(text.split()) for text in row])))
    ]
    assert rows_of(texts.matching(f"{one}.{{0,2}}{other}")) == expected


@given(st.text(st.sampled_from("ab(|)[]?*+{1,2}.^$\\dé"), max_size=8), LETTERS)
def test_required_words_are_in_whatever_matches(pattern: str, text: str) -> None:
    texts = Texts()
    texts.add(section_texts([(text, "", "", "")]))
    try:
        texts.matching(pattern)
        # an alternative, so that no word is looked for beforehand
        found = texts.matching(f"(?:){pattern}|[^\\x00-\\x{{10ffff}}]")
    except ValueError:
        return
    if rows_of(found):
        assert all(word in folded(text) for word in required_words(folded_pattern(pattern)))
