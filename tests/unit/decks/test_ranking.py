from sctui.decks.ranking import Ranked, core, rank_of
from sctui.model.document import Span
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
