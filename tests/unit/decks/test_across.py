"""Gaps are told of one by one, their note stands for all of them."""

from sctui.decks.across import beside_others
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
