"""What a learner plans ahead: exams, and days on which nothing is studied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sctui.i18n import _

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True)
class Exam:
    """A day to be ready for.

    Args:
        day: of the exam.
        minutes: to study a day until then; 0 for as many as it takes now.
        deck: with those below it; empty for all.
        topic: its titles with ` / ` between them, with those below it; empty for all.
    """

    day: date
    minutes: int = 0
    deck: str = ""
    topic: str = ""

    @property
    def name(self) -> str:
        """What is examined, in words."""
        return self.deck or self.topic or _("all decks")


@dataclass(frozen=True, slots=True)
class Break:
    """Days from the first to the last on which nothing is studied."""

    first: date
    last: date

    def numbers(self) -> range:
        """The numbers of its study days (days since 1970)."""
        return range(day_number(self.first), day_number(self.last) + 1)


def day_number(day: date) -> int:
    """The number of the study day that begins on a date: days since 1970."""
    return day.toordinal() - _EPOCH


def date_of(number: int) -> date:
    """The date on which the study day of that number begins."""
    from datetime import date  # noqa: PLC0415 -- most runs of the program show no date

    return date.fromordinal(number + _EPOCH)


_EPOCH = 719_163  # date(1970, 1, 1).toordinal()
