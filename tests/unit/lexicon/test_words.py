"""Plain words of a field in patterns."""

from pathlib import Path

import pytest

from sctui.errors import LexiconError
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.lexicon.term import Term, TermKind
from sctui.lexicon.words import CLASSES
from sctui.locations import bundled

GIVING = Term(TermKind.WORD, "接种", "vaccination", ("加强接种",), attributes={"class": "giving, counted"})
LEXICON = Lexicon([GIVING, Term(TermKind.DISEASE, "流感", "influenza")])


def test_the_words_of_a_class_stand_in_a_pattern() -> None:
    pattern = LEXICON.words.pattern(r"<:giving>后(?P<t>\d+)天")
    assert pattern is LEXICON.words.pattern(r"<:giving>后(?P<t>\d+)天")
    assert [match.group() for match in pattern.finditer("加强接种后28天,vaccination后3天,移植后3天")] == [
        "加强接种后28天",
        "vaccination后3天",
    ]


def test_words_of_one_script_alone() -> None:
    assert LEXICON.words.pattern("<:giving.zh>").search("vaccination") is None
    assert LEXICON.words.pattern("<:giving.en>").search("接种") is None


def test_a_class_without_words_matches_nothing() -> None:
    assert LEXICON.words.pattern("a|<:harm>").fullmatch("") is None
    assert LEXICON.words.pattern("a|<:harm>").fullmatch("a")


def test_words_are_no_terms() -> None:
    assert LEXICON.lookup("接种") is None
    assert [mention.term.zh for mention in LEXICON.mentions("接种流感疫苗")] == ["流感"]
    assert LEXICON.of(TermKind.DISEASE).words is LEXICON.words


def test_an_unknown_class_is_told_with_its_place(tmp_path: Path) -> None:
    (tmp_path / "word.yaml").write_text(
        "kind: word\nterms:\n  - {zh: 接种, class: gving}\n", encoding="utf-8"
    )
    with pytest.raises(LexiconError, match=r"word\.yaml:3:5: `class: gving` is not known"):
        read_lexicon(tmp_path)


def test_every_class_is_told_of_and_has_words() -> None:
    guide = (bundled() / "docs" / "another-field.md").read_text("utf-8")
    words = read_lexicon(bundled() / "data" / "lexicon").words
    for name in CLASSES:
        assert f"`{name}`" in guide
        assert words.any_of(name) != "(?!)"
