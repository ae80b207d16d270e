import pytest

from sctui.decks.ranking import Ranked, core, in_passing, rank_of
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Language, Line, LineKind, Span
from sctui.model.fact import Fact, FactKind

HERE = Span(1, 0, 1)


def rank(kind: FactKind, slot: str, *flags: str) -> int:
    return rank_of(Fact(kind, slot, "甲", "乙", HERE, flags=flags))


def test_findings_and_approvals_come_before_settings_mechanisms_and_titles() -> None:
    ranks = [
        rank(FactKind.TRIAL, "outcome"),
        rank(FactKind.TRIAL, "dose"),
        rank(FactKind.MECHANISM, "secretes"),
        rank(FactKind.TRIAL, "journal"),
    ]
    assert ranks == [1, 2, 3, 4]
    assert rank(FactKind.TRIAL, "approved") == 1
    assert rank(FactKind.MECHANISM, "restores", "preclinical") == 4


def test_the_core_is_bounded_by_the_length_of_the_source() -> None:
    notes = [Ranked(1, str(n), 1) for n in range(40)]
    assert len(core(notes, 2000)) == 16
    assert core(notes, 0) == frozenset()


def test_every_group_gives_one_before_any_gives_two() -> None:
    notes = [Ranked(1, "a", 1), Ranked(1, "a", 1), Ranked(1, "b", 1), Ranked(2, "c", 1)]
    assert core(notes, 250) == {0, 2}
    assert core(notes, 500) == {0, 1, 2, 3}


def test_a_note_brings_its_terms_or_stays_out() -> None:
    notes = [Ranked(1, "a", 1, needs=(1,)), Ranked(3, "t", 2), Ranked(2, "b", 1)]
    assert core(notes, 250) == {2}
    assert core(notes, 375) == {0, 1}


def document_of(text: str) -> Document:
    return Document("a", "0", Language.SIMPLIFIED, (Line(1, text, LineKind.PARAGRAPH),))


@pytest.mark.parametrize(
    ("text", "short", "aside"),
    [
        ("高分辨率CT(HRCT)显示好转。", "HRCT", True),
        ("高分辨率CT(HRCT)显示好转，HRCT评分下降。", "HRCT", False),
        ("输注间充质干细胞(MSC)。", "MSC", False),
    ],
)
def test_a_short_form_of_another_field_that_is_never_used_is_not_of_the_core(
    text: str, short: str, aside: bool, lexicon: Lexicon
) -> None:
    fact = Fact(FactKind.TERM, "expansion", short, "甲", HERE)
    assert in_passing([fact], document_of(text), lexicon) == [fact] * aside
    notes = [Ranked(rank_of(fact, in_passing=aside), "a", 1)]
    assert bool(core(notes, 2000)) is not aside
