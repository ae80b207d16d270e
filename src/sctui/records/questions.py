"""One question, one answer, in the whole library: who asks it, and who must ask in another way.

Of several notes with one question, the one that stands in a deck already has it; failing that, the one of the
document whose name comes first.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from sctui.model.card import Source
from sctui.model.knowledge import Asked, DocumentKnowledge, ToldElsewhere

Questions = Mapping[str, Sequence[Asked]]  # what the notes of each document ask, by its file name


class OthersQuestions(Mapping[str, Collection[str]]):
    """The questions of all other documents but those that are a document's own, with their answers.

    Looked up one by one: each of a thousand documents may have to yield to some of the others.
    """

    def __init__(
        self,
        name: str,
        told: Mapping[str, Mapping[str, Collection[str]]],
        first: Mapping[str, tuple[bool, str]],
    ) -> None:
        self._name, self._told, self._first = name, told, first

    def __getitem__(self, question: str) -> Collection[str]:
        told = self._told.get(question, {})
        if self._name in told and self._first[question][1] == self._name:
            raise KeyError(question)
        found = {answer for name, answers in told.items() if name != self._name for answer in answers}
        if not found:
            raise KeyError(question)
        return found

    def __iter__(self) -> Iterator[str]:
        return (question for question in self._told if question in self)

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def __bool__(self) -> bool:
        return any(True for _ in self)


def taken_questions(
    questions: Questions, converted: Collection[str], standing: Collection[str]
) -> dict[str, OthersQuestions]:
    """For each converted document that must ask in another way: what all others ask, with their answers.

    Args:
        questions: what the notes of each document of the library ask.
        converted: the documents whose notes can still be changed.
        standing: ids of the notes that stand in the decks already.
    """
    answers: dict[str, set[str]] = defaultdict(set)
    first: dict[str, tuple[bool, str]] = {}
    for name, asked in questions.items():
        for one in asked:
            answers[one.question].add(one.answer)
            rank = (one.card not in standing, name)
            first[one.question] = min(first.get(one.question, rank), rank)
    clashing = {question for question, told in answers.items() if len(told) > 1}
    yielding = {
        name
        for name in converted
        for one in questions.get(name, ())
        if one.question in clashing and first[one.question] != (one.card not in standing, name)
    }
    told: dict[str, dict[str, set[str]]] = {}
    for name, asked in questions.items():
        for one in asked:
            told.setdefault(one.question, {}).setdefault(name, set()).add(one.answer)
    return {name: OthersQuestions(name, told, first) for name in sorted(yielding)}


def asked_once(
    questions: Questions,
    converted: Collection[str],
    standing: Collection[str],
    before: Iterable[DocumentKnowledge],
) -> tuple[dict[str, str], dict[str, list[Source]]]:
    """Notes of converted documents that are not needed, with the note that asks the same; and further proof.

    Args:
        questions: what the notes of each document of the library ask, with their sources where they are
            converted.
        converted: the documents whose notes can still be changed.
        standing: ids of the notes that stand in the decks already.
        before: what the decks' documents knew before.
    """
    asked_by: dict[str, str] = {}
    sources: dict[str, list[Source]] = defaultdict(list)
    alike: dict[tuple[str, str], list[tuple[bool, str, Asked]]] = defaultdict(list)
    for name in converted:
        for one in questions.get(name, ()):
            alike[one.question, one.answer].append((one.card not in standing, name, one))
    for group in alike.values():
        owner, *others = sorted(group, key=lambda ranked: ranked[:2])
        for _, name, one in others:
            if name != owner[1]:
                asked_by[one.card] = owner[2].card
                sources[owner[2].card] += one.sources
    _as_left_before(questions, converted, before, asked_by, sources)
    return asked_by, sources


def combined(
    told: Mapping[str, ToldElsewhere], asked_by: Mapping[str, str], sources: Mapping[str, Sequence[Source]]
) -> dict[str, ToldElsewhere]:
    """For each document what others mean for its notes: by the studies they tell, and by their questions.

    The proof of a note that is not needed goes to the one that asks in the end.
    """
    by = {**asked_by, **{card: other for one in told.values() for card, other in one.asked_by.items()}}
    proof: dict[str, list[Source]] = defaultdict(list)
    for given in (*(told[name].sources for name in sorted(told)), sources):
        for card, places in given.items():
            proof[_last(card, by)] += places
    asks = {card: _last(card, by) for card in by}
    finished = {card: tuple(dict.fromkeys(places)) for card, places in proof.items()}
    return {name: ToldElsewhere(asks, finished, one.conflicts, one.right) for name, one in told.items()}


def _as_left_before(
    questions: Questions,
    converted: Collection[str],
    before: Iterable[DocumentKnowledge],
    asked_by: dict[str, str],
    sources: dict[str, list[Source]],
) -> None:
    """What was left to a note of another document stays so while that note stands."""
    cards = {one.card: name for name, asked in questions.items() for one in asked}
    mine = {(name, one.question, one.answer): one for name in converted for one in questions.get(name, ())}
    for document in before:
        for left in document.left:
            if left.card not in cards:
                continue
            if document.file not in converted:
                sources[left.card] += left.sources
            elif cards[left.card] not in converted and (document.file, left.question, left.answer) in mine:
                asked_by[mine[document.file, left.question, left.answer].card] = left.card


def _last(card: str, asked_by: Mapping[str, str]) -> str:
    """The note that asks in the end, where one that asks for another is itself not needed."""
    while card in asked_by:
        card = asked_by[card]
    return card
