"""What a simulated year with each desired retention comes to, in words; for the app and the command line."""

from __future__ import annotations

from collections.abc import Iterator

from sctui.i18n import _, ngettext
from sctui.scheduler.workload import Workload
from sctui.text.plural import counted


def told_of_all(cards: int, new: int) -> str:
    """What was simulated."""
    told = _("{cards} cards, {wanted} new a day, over a year (fsrs-rs's simulator):")
    return told.format(cards=cards, wanted=new)


def told_of_best(best: Workload, minutes: float) -> str:
    """The desired retention that is suggested for so many minutes a day."""
    fits = _("fits into") if best.minutes <= minutes else _("is the least, and takes more than")
    told = ngettext(
        "desired_retention = {retention:.2f} {fits} {minutes:g} minute a day.",
        "desired_retention = {retention:.2f} {fits} {minutes:g} minutes a day.",
        1 if minutes == 1 else 2,
    )
    return told.format(retention=best.retention, fits=fits, minutes=minutes)


def whole_minutes(studied: float) -> int:
    """The minutes that were studied on a day, as they are told and planned with: one at least."""
    return max(1, round(studied))


def told_of_usual(studied: float | None) -> Iterator[str]:
    """The minutes that were studied on a day of late; nothing where there were none."""
    if studied:
        told = _("In the last 30 days you studied {minutes} on a day.")
        yield told.format(minutes=counted(whole_minutes(studied), "minute"))
