"""`sctui breaks`: what is scheduled into the planned breaks, and moving it out of them."""

from __future__ import annotations

from collections import Counter

import click

from sctui.cli.columns import left, right
from sctui.cli.main import Context
from sctui.cli.sitting import sitting
from sctui.i18n import _
from sctui.scheduler.breaks import Breaks
from sctui.scheduler.plans import date_of
from sctui.study.spreading import in_breaks
from sctui.text.plural import counted


@click.command()
@click.option("--apply", is_flag=True, help="Move the cards. `sctui undo` takes it back whole.")
@click.pass_obj
def breaks(context: Context, *, apply: bool) -> None:
    """Before a break: show which cards fall due in it, and move them to the days before and after it.

    Breaks stand in the settings (`[[pause]]`). Cards that are answered from then on keep out of them by
    themselves; this is for those that were scheduled before.
    """
    with sitting(context.home) as at:
        collection = at.collection
        found = in_breaks(collection.store, collection.cards.__contains__, at.now, at.settings)
        if found is None:
            click.echo(
                _(
                    "No break is planned. Write one into config.toml: [[pause]], with its "
                    "`first` and `last` day."
                )
            )
            return
        if not found.moved:
            click.echo(_("Nothing falls due in a planned break."))
            return
        _show(found)
        if apply:
            collection.store.change(found.changes(at.now, at.today))
            click.echo(_("Done. `sctui undo` takes it back as one act."))
        else:
            click.echo(_("Nothing was changed. Do it with --apply."))


def _show(found: Breaks) -> None:
    """Each day on which something changes: what falls due on it now, and what would."""
    out, into = Counter(one.due for one in found.moved), Counter(one.instead for one in found.moved)
    click.echo(_("{cards} due in a break:").format(cards=counted(len(found.moved), "card")))
    click.echo(left(_("day"), 12) + right(_("now"), 6) + right(_("then"), 6))
    for day in sorted({*out, *into}):
        others = found.others[day]
        click.echo(f"{date_of(day).isoformat():<12}{others + out[day]:>6}{others + into[day]:>6}")
    before = sum(one.instead < one.due for one in found.moved)
    click.echo(_("{before} earlier, {moved} later.").format(before=before, moved=len(found.moved) - before))
