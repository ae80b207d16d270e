"""`sctui backup`: a backup now."""

from __future__ import annotations

import time

import click

from sctui.cli.main import Context
from sctui.i18n import _
from sctui.safety.archive import read_manifest
from sctui.safety.backups import Reason, back_up
from sctui.text.plural import counted


@click.command()
@click.pass_obj
def backup(context: Context) -> None:
    """Back up your reviews, decks and settings, and see that the backup can be read.

    Backups are also made by themselves: when the app starts, every 30 minutes of use, and before anything
    risky. They lie in `backups` in your home.
    """
    made, is_new = back_up(context.home, time.time_ns() // 1_000_000, Reason.ASKED)
    holds = read_manifest(made.path)
    decks = sum(name.startswith("decks/") and name.endswith(".yaml") for name in holds.files)
    if not is_new:
        click.echo(_("Nothing has changed since the newest backup."))
    click.echo(made.path)
    click.echo(
        _("{reviews} of {cards}, {decks}").format(
            reviews=counted(holds.reviews, "review"),
            cards=counted(holds.cards, "card"),
            decks=counted(decks, "deck"),
        )
    )
