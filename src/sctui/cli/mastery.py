"""`sctui mastery`.

The share of each topic's or deck's cards that would be recalled today, and its history.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import click

from sctui.cli.columns import right
from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.i18n import _
from sctui.scheduler.mastery import Mastery, mastery_history
from sctui.scheduler.mastery import mastery as mastery_of
from sctui.scheduler.plans import date_of
from sctui.study.groups import by_deck, by_topic, known_states
from sctui.text.printable import one_line

_WIDTH = 20
_STEPS = 12


@click.command()
@click.option(
    "--by", type=click.Choice(["deck", "topic"]), default="topic", show_default=True, help="What to show."
)
@click.option("--deck", default="", help="Only of this deck and those below it.")
@click.option(
    "--history", metavar="DAYS", type=click.IntRange(1, 3650), help="How it came about, over so many days."
)
@click.pass_obj
def mastery(context: Context, *, by: str, deck: str, history: int | None) -> None:
    """Show how much of each topic you would recall today: the mean probability of recall of its cards.

    A card never studied counts as not recalled. The weakest come first.
    """
    with sitting(context.home) as at:
        cards = at.cards_in(deck)
        groups = by_topic(at.collection, cards) if by == "topic" else by_deck(at.collection, cards)
        lines = _history(at, groups, history) if history else _now(at, groups, by)
        for line in lines:
            click.echo(line)


def _now(at: Sitting, groups: Mapping[str, tuple[str, ...]], by: str) -> Iterator[str]:
    found = mastery_of(groups, known_states(at.collection), at.today.number, at.settings)
    yield f"{right(_('recalled'), 8)} {right(_('studied'), 9)}  {' ' * _WIDTH}  {_(by)}"
    for name, one in sorted(found.items(), key=lambda pair: (pair[1].share, pair[0])):
        yield f"{one.share:>8.0%} {_studied(one):>9}  {_bar(one.share)}  {one_line(name)}"


def _history(at: Sitting, groups: Mapping[str, tuple[str, ...]], days: int) -> Iterator[str]:
    steps = min(_STEPS, days)
    shown = [at.today.number - days + round(days * step / steps) for step in range(steps + 1)]
    found = list(mastery_history(groups, at.collection.store.log(), shown, at.settings))
    yield _("from {first} to {last}, in per cent").format(first=date_of(shown[0]), last=date_of(shown[-1]))
    for name in sorted(found[-1], key=lambda name: (found[-1][name].share, name)):
        yield " ".join(f"{day[name].share * 100:>3.0f}" for day in found) + f"  {one_line(name)}"


def _studied(one: Mastery) -> str:
    return f"{one.studied}/{one.cards}"


def _bar(share: float) -> str:
    full = round(share * _WIDTH)
    return "█" * full + "·" * (_WIDTH - full)
