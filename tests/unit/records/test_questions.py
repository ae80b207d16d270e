"""One question has one answer in the library, and is asked by one note."""

from sctui.model.card import Source
from sctui.model.knowledge import Asked, DocumentKnowledge, ToldElsewhere
from sctui.model.language import Language
from sctui.records.questions import asked_once, combined, taken_questions

PROOF = (Source("b.md", 3, "words"),)


def asked(card: str, question: str, answer: str) -> Asked:
    return Asked(card, question, answer, PROOF)


def test_of_two_answers_the_first_document_keeps_the_question() -> None:
    questions = {"a.md": (asked("a-1", "q", "x"), asked("a-2", "p", "x")), "b.md": (asked("b-1", "q", "y"),)}
    assert taken_questions(questions, ["a.md", "b.md"], []) == {"b.md": {"q": {"x"}, "p": {"x"}}}


def test_a_card_that_stands_keeps_its_question() -> None:
    questions = {"a.md": (asked("a-1", "q", "x"),), "b.md": (asked("b-1", "q", "y"),)}
    assert taken_questions(questions, ["a.md"], ["b-1"]) == {"a.md": {"q": {"y"}}}
    assert taken_questions(questions, ["b.md"], ["b-1"]) == {}


def test_the_same_answer_takes_nothing() -> None:
    questions = {"a.md": (asked("a-1", "q", "x"),), "b.md": (asked("b-1", "q", "x"),)}
    assert taken_questions(questions, ["a.md", "b.md"], []) == {}
    assert asked_once(questions, ["a.md", "b.md"], [], []) == ({"b-1": "a-1"}, {"a-1": list(PROOF)})
    assert asked_once(questions, ["a.md", "b.md"], ["b-1"], [])[0] == {"a-1": "b-1"}
    assert asked_once(questions, ["b.md"], [], [])[0] == {}  # the other's deck is not being written


def test_what_was_left_to_another_stays_so() -> None:
    questions = {"a.md": (Asked("a-1", "q", "x"),), "b.md": (asked("b-1", "q", "x"),)}
    before = [
        DocumentKnowledge("a.md", Language.ENGLISH, "A", asked=questions["a.md"]),
        DocumentKnowledge("b.md", Language.ENGLISH, "B", left=(asked("a-1", "q", "x"),)),
    ]
    assert asked_once(questions, ["b.md"], ["a-1"], before) == ({"b-1": "a-1"}, {})
    assert asked_once({"a.md": questions["a.md"]}, ["a.md"], ["a-1"], before) == ({}, {"a-1": list(PROOF)})


def test_proof_goes_to_the_note_that_asks_in_the_end() -> None:
    told = {"a.md": ToldElsewhere({}, {"b-1": PROOF}), "b.md": ToldElsewhere({"c-1": "b-1"})}
    found = combined(told, {"b-1": "a-1"}, {})
    assert found["a.md"].asked_by == {"b-1": "a-1", "c-1": "a-1"}
    assert found["a.md"].sources == {"a-1": PROOF}


def test_proof_of_a_card_does_not_depend_on_the_order_of_documents() -> None:
    first, second = Source("a.md", 1, "one"), Source("b.md", 2, "two")
    told = {
        "a.md": ToldElsewhere({}, {"a-1": (first,)}, {}),
        "b.md": ToldElsewhere({"b-1": "a-1"}, {"b-1": (second,)}, {}),
    }
    turned = dict(reversed(told.items()))
    assert combined(told, {}, {})["a.md"].sources == combined(turned, {}, {})["a.md"].sources
