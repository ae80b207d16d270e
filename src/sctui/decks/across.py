"""The notes of a document beside those of the library: what another note asks goes, other proof comes in."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from sctui.decks.forms import FEWEST
from sctui.decks.generate import Generation
from sctui.decks.identity import answer_key, digest, question_key, without_field
from sctui.decks.rubric import Refusal
from sctui.decks.templates import GAP, constant
from sctui.model.card import Card, Note
from sctui.model.card import gaps as gaps_in
from sctui.model.fact import FactKind
from sctui.model.knowledge import Asked, Told, ToldElsewhere
from sctui.model.language import Language
from sctui.text.enumeration import members

ASKED = "asked in another document"


def beside_others(generation: Generation, elsewhere: ToldElsewhere, language: Language) -> Generation:
    """The notes with what other documents tell of the same studies.

    A note whose answer is told differently elsewhere shows the other value too, is flagged `conflict:<slot>`,
    and no longer asks for a number to be typed or an answer to be picked.
    """
    kept: list[Note] = []
    refused = list(generation.refused)
    for note in generation.notes:
        keys = tuple(dict.fromkeys((note.id, *note.card_ids())))
        gaps = [key for key in keys if key != note.id]
        if note.id in elsewhere.asked_by or (note.text and all(gap in elsewhere.asked_by for gap in gaps)):
            line = note.sources[0].line if note.sources else 0
            refused.append(Refusal(ASKED, FactKind(note.kind.value), note.front or note.text, line))
            continue
        more = (source for key in keys for source in elsewhere.sources.get(key, ()))
        sources = tuple(dict.fromkeys((*note.sources, *more)))
        if sources != note.sources:
            note = replace(note, sources=sources)  # noqa: PLW2901 -- the note as it goes on
        if note.options and note.id in elsewhere.right:
            note = _without_right(note, elsewhere.right[note.id])  # noqa: PLW2901
        others = tuple(told for key in keys for told in elsewhere.conflicts.get(key, ()))
        kept.append(_in_conflict(note, others, language) if others else note)
    return replace(generation, notes=tuple(kept), refused=tuple(refused))


def _without_right(note: Note, right: Iterable[str]) -> Note:
    """A choice without answers that other cells of the library tell as well; none where few are left."""
    told = {part for value in right for part in (answer_key(value), *map(answer_key, members(value)))}
    wrong = tuple(option for option in note.options if not _says_one_of(option, told))
    return replace(note, options=wrong if len(wrong) >= FEWEST else ())


def _says_one_of(option: str, told: Iterable[str]) -> bool:
    said = answer_key(option)
    return any(said == one or (min(len(said), len(one)) > 1 and (one in said or said in one)) for one in told)


def asked_by(notes: Iterable[Note]) -> Iterator[Asked]:
    """The questions of notes, by digests that no script, width or case changes, with their proof.

    One that names a field (`在IBD领域，CD …`) is also what is asked elsewhere in another, or without any.
    """
    for note in notes:
        for asked in _asked(note.text or note.front):
            yield Asked(note.id, asked, answer_digest(note), note.sources)
        for card in note.cards() if note.text else ():
            yield Asked(card.id, question_digest(with_gap(card)), _answer(card.back), note.sources)


def still_asked(asked: Iterable[Asked], before: Iterable[Note], notes: Iterable[Note]) -> Iterator[Asked]:
    """What notes ask, of which it is known what they asked before some were changed or left out."""
    known: dict[str, list[Asked]] = defaultdict(list)
    for one in asked:
        known[one.card.partition("#")[0]].append(one)
    answers = {note.id: note.back for note in before}
    for note in notes:
        yield from known[note.id] if note.back == answers.get(note.id) else asked_by([note])


def with_gap(card: Card) -> str:
    """What a card of a text with gaps asks, whatever its gap shows: as a question that stands by itself."""
    pieces, at = [], 0
    for gap in gaps_in(card.note.text):
        shown = GAP if card.id.endswith(f"#{gap['number']}") else gap["answer"]
        pieces += [card.note.text[at : gap.start()], shown]
        at = gap.end()
    return "".join((*pieces, card.note.text[at:]))


@lru_cache(maxsize=1024)
def question_digest(question: str) -> str:
    """What two questions have in common when a learner would take them for the same."""
    return digest(question_key(question))


def answer_digest(note: Note) -> str:
    """What two answers have in common when they are the same."""
    return _answer(note.back)


# a note is told of when it was made, and again as it stands beside those of the library
@lru_cache(maxsize=1024)
def _asked(question: str) -> tuple[str, ...]:
    """The digests of a question, and of it without the field that it names."""
    return tuple(map(digest, dict.fromkeys((question_key(question), without_field(question)))))


@lru_cache(maxsize=1024)
def _answer(back: str) -> str:
    return digest(answer_key(back))


def _in_conflict(note: Note, others: tuple[Told, ...], language: Language) -> Note:
    values = list(dict.fromkeys(told.value for told in others))
    if language.is_chinese:
        back = "；".join((note.back, *(f"{constant('另一来源：', language)}{value}" for value in values)))
    else:
        back = "; ".join((note.back, *(f"another source: {value}" for value in values)))
    flags = dict.fromkeys((*note.flags, *(f"conflict:{told.slot}" for told in others)))
    if note.text:  # the gaps stay as they are; the flag and the quotes say the rest
        return replace(note, flags=tuple(flags))
    return replace(note, back=back, flags=tuple(flags), tolerance="", options=(), reverse=None)
