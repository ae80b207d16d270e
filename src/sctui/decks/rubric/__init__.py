"""The gate every generated card passes: what fails one item is refused, with the item's name.

The items are those of the card rubric in the design's research (provenance, truth, question, answer, terms,
deck); `NUMBERS` gives the number each has there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

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
from sctui.decks.rubric.measure import MAX_ANSWER, MAX_QUESTION, length
from sctui.decks.rubric.question import (
    asks_twice,
    is_circular,
    is_damaged,
    is_nearly_read,
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
from sctui.lexicon.lexicon import Lexicon

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
    "answer not in the quote": 3,
    "slogan": 5,
    "damaged answer": 6,
    "damaged question": 6,
    "cut text": 6,
    "claim in doubt": 7,
    "claim made stronger": 9,
    "animal or cell work not named": 10,
    "asks more than one thing": 12,
    "no template": 13,
    "two answers": 13,
    "gap fits too much": 13,
    "study not told from others": 13,
    "does not stand alone": 14,
    "answer points elsewhere": 14,
    "gives its answer away": 15,
    "yes or no": 16,
    "answer can be guessed": 16,
    "question too long": 17,
    "empty answer": 18,
    "answer too long": 18,
    "number without its unit": 19,
    "range or reserve of a number lost": 20,
    "list cannot be split": 21,
    "name holds an abbreviation": 22,
    "name in doubt": 22,
    "word of every study": 22,
    "asked in another document": 25,
    "told more fully elsewhere": 25,
    "detail of a study": 28,
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


@dataclass(frozen=True, slots=True)
class Claim:
    """What a card is judged against.

    Args:
        quote: the clause that proves it, repairs in place.
        flags: of the fact: `hedged`, `preclinical` …
        repaired: the answer was mended, or derived, so that its characters need not all stand in the quote.
        names_study: the question names a study, whose kind says what was treated.
        is_name: question and answer are two names of one thing.
    """

    quote: str
    flags: tuple[str, ...] = ()
    repaired: bool = False
    names_study: bool = False
    is_name: bool = False


def failed_item(front: str, back: str, claim: Claim, lexicon: Lexicon | None = None) -> str | None:
    """The first item of the rubric that the card fails, or None; the lexicon knows other names of it."""
    return next(_failed(front, back, claim, lexicon), None)


def _failed(front: str, back: str, claim: Claim, lexicon: Lexicon | None) -> Iterator[str]:
    checks = (
        ("empty answer", is_empty(back)),
        ("cut text", is_cut(back) or is_cut(front) or unfinished(front)),
        ("cut text", lexicon is not None and is_cut_word(back, lexicon)),
        ("damaged question", is_damaged(front)),
        ("answer too long", is_too_long(back)),
        ("question too long", length(front) > MAX_QUESTION),
        ("slogan", is_slogan(front + back)),
        ("yes or no", is_yes_no(front)),
        (
            "answer can be guessed",
            is_expected(front, back)
            or is_praise(front, back)
            or is_calmed(front, back)
            or is_better(front, back),
        ),
        ("asks more than one thing", asks_twice(front, back)),
        ("gap fits too much", is_open_gap(front, back) or is_any_part(front, back)),
        ("does not stand alone", points_elsewhere(front)),
        ("answer points elsewhere", points_elsewhere(back)),
        (
            "gives its answer away",
            leaks(front, back) or is_circular(front, back) or is_nearly_read(front, back),
        ),
        ("answer not in the quote", not claim.repaired and not is_proved(back, claim.quote)),
        ("range or reserve of a number lost", not claim.repaired and lost_around(front, back, claim.quote)),
        ("number without its unit", is_bare_number(front, back)),
        ("claim made stronger", "hedged" in claim.flags and not keeps_reserve(front + back)),
        (
            "animal or cell work not named",
            "preclinical" in claim.flags and not claim.names_study and not names_preclinical(front + back),
        ),
        (
            "gives its answer away",
            lexicon is not None
            and not claim.is_name
            and (same_term(front, back, lexicon) or is_read_by_sense(front, back, lexicon)),
        ),
    )
    return (name for name, failed in checks if failed)
