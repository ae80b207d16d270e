"""The gate every generated card passes: what fails one item is refused, with the item's name.

The items are those of the card rubric in the design's research (provenance, truth, question, answer, terms,
deck); `NUMBERS` gives the number each has there. What tells them puts them into the learner's language.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from sctui.decks.rubric.answer import (
    is_bare_number,
    is_cut,
    is_cut_word,
    is_empty,
    is_proved,
    is_too_long,
    lost_around,
)
from sctui.decks.rubric.guessing import is_any_part, is_better, is_calmed, is_expected, is_praise
from sctui.decks.rubric.measure import MAX_ANSWER, MAX_QUESTION, is_longer, length
from sctui.decks.rubric.question import (
    asks_twice,
    is_circular,
    is_damaged,
    is_nearly_read,
    is_of_two_languages,
    is_open_gap,
    is_read_by_sense,
    is_slogan,
    is_yes_no,
    keeps_reserve,
    leaks,
    names_an_arm,
    names_preclinical,
    points_elsewhere,
    same_term,
    unfinished,
)
from sctui.i18n import N_
from sctui.lexicon.lexicon import Lexicon
from sctui.model.language import Language
from sctui.model.quick import quick

__all__ = [
    "MAX_ANSWER",
    "MAX_QUESTION",
    "NUMBERS",
    "Claim",
    "Refusal",
    "failed_item",
    "leaks",
    "length",
    "names_an_arm",
]

NUMBERS = {
    N_("answer not in the quote"): 3,
    N_("slogan"): 5,
    N_("damaged answer"): 6,
    N_("damaged question"): 6,
    N_("cut text"): 6,
    N_("claim in doubt"): 7,
    N_("claim made stronger"): 9,
    N_("animal or cell work not named"): 10,
    N_("asks more than one thing"): 12,
    N_("no template"): 13,
    N_("two answers"): 13,
    N_("gap fits too much"): 13,
    N_("study not told from others"): 13,
    N_("does not stand alone"): 14,
    N_("another language than its document"): 14,
    N_("answer points elsewhere"): 14,
    N_("gives its answer away"): 15,
    N_("yes or no"): 16,
    N_("answer can be guessed"): 16,
    N_("question too long"): 17,
    N_("empty answer"): 18,
    N_("answer too long"): 18,
    N_("number without its unit"): 19,
    N_("range or reserve of a number lost"): 20,
    N_("list cannot be split"): 21,
    N_("name holds an abbreviation"): 22,
    N_("name in doubt"): 22,
    N_("word of every study"): 22,
    N_("short form of one text"): 22,
    N_("asked in another document"): 25,
    N_("told more fully elsewhere"): 25,
    N_("detail of a study"): 28,
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """A card that was not made: which item failed, the question it would have asked, and the line."""

    item: str
    kind: str
    front: str
    line: int

    @property
    def number(self) -> int:
        """The number of the item in the rubric; 0 when it has none."""
        return NUMBERS.get(self.item, 0)


@quick
@dataclass(frozen=True, slots=True)
class Claim:
    """What a card is judged against.

    Args:
        quote: the clause that proves it, repairs in place.
        flags: of the fact: `hedged`, `preclinical` …
        repaired: the answer was mended, or derived, so that its characters need not all stand in the quote.
        names_study: the question names a study, whose kind says what was treated.
        is_name: question and answer are two names of one thing.
        is_choice: the question names all that the answer may be.
        language: of the document, where the card has to be in it.
    """

    quote: str
    flags: tuple[str, ...] = ()
    repaired: bool = False
    names_study: bool = False
    is_name: bool = False
    is_choice: bool = False
    language: Language | None = None


def failed_item(front: str, back: str, claim: Claim, lexicon: Lexicon | None = None) -> str | None:
    """The first item of the rubric that the card fails, or None; the lexicon knows other names of it."""
    failed = chain(
        _faults_of_form(front, back, lexicon),
        _faults_of_question(front, back, claim),
        _faults_beside_quote(front, back, claim),
        _told_answers(front, back, claim, lexicon),
    )
    return next(failed, None)


def _faults_of_form(front: str, back: str, lexicon: Lexicon | None) -> Iterator[str]:
    """What is wrong with the texts as such; as with the next three, nobody looks behind the first fault."""
    if is_empty(back):
        yield "empty answer"
    if is_cut(back) or is_cut(front) or unfinished(front) or (lexicon and is_cut_word(back, lexicon)):
        yield "cut text"
    if is_damaged(front):
        yield "damaged question"
    if is_too_long(back, front):
        yield "answer too long"
    if is_longer(front, MAX_QUESTION):
        yield "question too long"
    if is_slogan(front + back):
        yield "slogan"


def _faults_of_question(front: str, back: str, claim: Claim) -> Iterator[str]:
    """What a learner could answer without knowing anything, or could not answer at all."""
    if is_yes_no(front):
        yield "yes or no"
    if any(guessed(front, back) for guessed in (is_expected, is_praise, is_calmed, is_better)):
        yield "answer can be guessed"
    if asks_twice(front, back):
        yield "asks more than one thing"
    if is_open_gap(front, back) or is_any_part(front, back):
        yield "gap fits too much"
    if points_elsewhere(front):
        yield "does not stand alone"
    if points_elsewhere(back):
        yield "answer points elsewhere"
    read = leaks(front, back) or is_circular(front, back) or is_nearly_read(front, back)
    if read and not claim.is_choice:
        yield "gives its answer away"


def _faults_beside_quote(front: str, back: str, claim: Claim) -> Iterator[str]:
    """Where question and answer say more, or less, than what proves them."""
    if claim.language and is_of_two_languages(front, back, claim.language):
        yield "another language than its document"
    if not claim.repaired and not is_proved(back, claim.quote):
        yield "answer not in the quote"
    if not claim.repaired and lost_around(front, back, claim.quote):
        yield "range or reserve of a number lost"
    if is_bare_number(front, back):
        yield "number without its unit"
    if "hedged" in claim.flags and not keeps_reserve(front + back):
        yield "claim made stronger"
    if "preclinical" in claim.flags and not claim.names_study and not names_preclinical(front + back):
        yield "animal or cell work not named"


def _told_answers(front: str, back: str, claim: Claim, lexicon: Lexicon | None) -> Iterator[str]:
    """Where the question has the answer under another name."""
    if not lexicon or claim.is_name or claim.is_choice:
        return
    if same_term(front, back, lexicon) or is_read_by_sense(front, back, lexicon):
        yield "gives its answer away"
