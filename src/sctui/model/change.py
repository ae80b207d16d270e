"""What happens to a card besides answers: decisions of the learner's, and what a leech brings about."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from sctui.model.review import MemoryState


@dataclass(frozen=True, slots=True)
class Marks:
    """What the learner decided about a card, apart from what is remembered of it.

    Args:
        suspended: it is not shown until this is taken back.
        buried_until: the number of the first study day on which it is shown again.
        flag: 0 for none, else 1 to 7: colours, as in Anki.
        leech: it was forgotten so often that it should be written anew.
    """

    suspended: bool = False
    buried_until: int | None = None
    flag: int = 0
    leech: bool = False


UNMARKED = Marks()


class ChangeKind(StrEnum):
    """Which act a change was."""

    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"
    UNBURY = "unbury"
    FLAG = "flag"
    LEECH = "leech"
    DUE = "due"  # set due
    RESET = "reset"  # the card is new again
    FITTED = "fitted"  # stability and difficulty were worked out anew with other parameters
    MERGED = "merged"  # answers came in between, or went: the state was worked out anew from the log
    BROUGHT = "brought"  # the card stands as it did in another program
    IMPORT = "import"  # answers given in another program came in
    MAP = "map"  # the card's history went over to another card
    FILE = "file"  # a file was edited
    PARAMETERS = "parameters"  # other FSRS parameters are in use
    DECK = "deck"  # a version of a deck file, for other devices


@dataclass(frozen=True, slots=True)
class Change:
    """One entry of the log of changes: marks before and after, or memory states where due, reset or fitted.

    `at` is UTC milliseconds. A reset card's state after is that of a new card.
    """

    card: str
    at: int
    kind: ChangeKind
    before: Marks | MemoryState
    after: Marks | MemoryState


@dataclass(frozen=True, slots=True)
class FileEdit:
    """A file of the home, by its path with `/`: its bytes before and after; None where there was no file."""

    path: str
    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, slots=True)
class FittedParameters:
    """FSRS-6 parameters fitted to the learner's log at a moment (UTC ms).

    Args:
        at: when.
        parameters: the 21 weights; empty where the learner went back to the defaults.
        report: what the fit was like, as a JSON object: reviews, log loss and RMSE before and after.
    """

    at: int
    parameters: tuple[float, ...]
    report: str = "{}"
