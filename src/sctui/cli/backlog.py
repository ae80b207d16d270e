"""`sctui backlog`: spread what is overdue so that least is lost; shown first, applied when asked."""

from __future__ import annotations

import click

from sctui.cli.columns import left, right
from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.i18n import _
from sctui.scheduler.backlog import Relief
from sctui.scheduler.plans import date_of
from sctui.study.spreading import relief_of


@click.command()
@click.option("--deck", default="", help="Of this deck and those below it (default: all).")
@click.option("--reviews", type=click.IntRange(1, 9999), help="Due cards a day (default: reviews_per_day).")
@click.option(
    "--apply", is_flag=True, help="Do it: each card falls due on its day. `sctui undo` takes it back whole."
)
@click.pass_obj
def backlog(context: Context, *, deck: str, reviews: int | None, apply: bool) -> None:
    """After a break: show in which order and on which days to work off what is due, so that least is lost.

    Cards that fade fastest come first. What falls due meanwhile has its place in each day.
    """
    with sitting(context.home) as at:
        cards = frozenset(at.cards_in(deck))
        room = reviews or at.settings.reviews_per_day
        due, relief = relief_of(at.collection.store, cards.__contains__, room, at.now, at.settings)
        if relief is None:
            click.echo(
                _("{due} due: that fits into a day of {room}. There is nothing to relieve.").format(
                    due=due, room=room
                )
            )
            return
        _show(relief, at)
        if apply:
            at.collection.store.change(relief.changes(at.now, at.today))
            click.echo(_("Done. `sctui undo` takes it back as one act."))
        else:
            click.echo(_("Nothing was changed. Do it with --apply."))


def _show(relief: Relief, at: Sitting) -> None:
    click.echo(_("{size} cards are due. Over {days} days:").format(size=relief.size, days=len(relief.days)))
    click.echo(left(_("day"), 12) + right(_("backlog"), 8) + right(_("others"), 8) + right(_("together"), 9))
    for number, (states, others) in enumerate(zip(relief.days, relief.others, strict=True)):
        day = date_of(at.today.number + number)
        click.echo(f"{day.isoformat():<12}{len(states):>8}{others:>8}{len(states) + others:>9}")
    saved = relief.recalled - relief.otherwise
    click.echo(
        _("Expected to be recalled when asked: {recalled:.0f} of {size};").format(
            recalled=relief.recalled, size=relief.size
        )
    )
    click.echo(
        _("{saved:.1f} more than with the longest overdue first and as many a day.").format(saved=saved)
    )
