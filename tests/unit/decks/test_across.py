"""Gaps are told of one by one, their note stands for all of them."""

from dataclasses import replace

import pytest

from sctui.decks.across import asked_by, beside_others, question_digest, still_asked
from sctui.decks.generate import Generation
from sctui.model.card import CardKind, Note, Source
from sctui.model.knowledge import Evidence, Told, ToldElsewhere
from sctui.model.language import Language

SENTENCE = Note("a", CardKind.TRIAL, text="{{c1::40}} of {{c2::81}}", sources=(Source("d.md", 1, "q"),))
OTHER = Told("n", "80", Evidence("e.md", 3, 0, 2, "80"))


def beside(elsewhere: ToldElsewhere) -> Generation:
    return beside_others(Generation((SENTENCE,), ()), elsewhere, Language.ENGLISH)


def test_a_sentence_stays_while_one_of_its_gaps_is_asked_here_alone() -> None:
    assert beside(ToldElsewhere(asked_by={"a#1": "b"})).notes == (SENTENCE,)
    gone = beside(ToldElsewhere(asked_by={"a#1": "b", "a#2": "c"}))
    assert gone.notes == ()
    assert [refusal.number for refusal in gone.refused] == [25]


def test_what_another_document_tells_of_a_gap_comes_to_its_note() -> None:
    proof = Source("e.md", 3, "80")
    (note,) = beside(ToldElsewhere(sources={"a#2": (proof,)}, conflicts={"a#2": (OTHER,)})).notes
    assert note.sources == (*SENTENCE.sources, proof)
    assert note.flags == ("conflict:n",)
    assert note.text == SENTENCE.text


def test_what_is_asked_beside_others_is_what_the_notes_that_are_left_ask() -> None:
    one = Note("b", CardKind.TRIAL, front="How many in arm A?", back="40", sources=SENTENCE.sources)
    other = replace(one, id="c", front="How many in arm B?", back="41")
    before = (SENTENCE, one, other)
    after = (replace(SENTENCE, flags=("conflict:n",)), replace(one, back="40; another source: 80"))
    found = [told.bare() for told in still_asked(asked_by(before), before, after)]
    assert found == [told.bare() for told in asked_by(after)]
    assert {told.card for told in found} == {"a", "a#1", "a#2", "b"}


@pytest.mark.parametrize(
    ("right", "options"),
    [
        ((), ("静脉", "鞘内", "局部")),
        (("鞘内、静脉",), ()),
        (("经鞘内注射",), ("静脉", "局部")),
        (("口服",), ("静脉", "鞘内", "局部")),
    ],
)
def test_what_is_right_elsewhere_is_no_wrong_answer(right: tuple[str, ...], options: tuple[str, ...]) -> None:
    asked = Note("a", CardKind.COMPARISON, front="X的途径？", back="肝动脉", options=("静脉", "鞘内", "局部"))
    elsewhere = ToldElsewhere(right={"a": right} if right else {})
    (note,) = beside_others(Generation((asked,), ()), elsewhere, Language.SIMPLIFIED).notes
    assert note.options == options


def test_a_name_in_a_field_is_asked_elsewhere_without_one() -> None:
    fronts = (
        "在肠病领域，CD 的中文全称是什么？",
        "CD 的中文全稱是什麼？",
        "在肠炎领域，CD 的中文全称是什么？",
    )
    told = [{one.question for one in asked_by([Note("a", front=front, back="克罗恩病")])} for front in fronts]
    assert told[1] == told[0] & told[1] == told[0] & told[2]
    assert question_digest(fronts[0]) in told[0]
    assert [len(one) for one in told] == [2, 1, 2]


def test_each_gap_is_a_question_of_its_own_whatever_it_shows() -> None:
    one = Note("a", text="甲细胞抑制{{c1::乙::哪种细胞}}并激活{{c2::丙}}")
    other = Note("b", text="甲細胞抑制{{c1::丁}}并激活丙")
    (_, first, second), (_, same) = (tuple(asked_by([note])) for note in (one, other))
    assert (first.card, second.card) == ("a#1", "a#2")
    assert first.question == same.question == question_digest("甲细胞抑制____并激活丙")
    assert first.answer != same.answer
    assert first.question != second.question
