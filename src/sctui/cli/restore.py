"""`sctui restore`: the backups there are, what going back to one would change, and going back."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import datetime

import click

from sctui.cli.main import Context
from sctui.errors import BackupError
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.archive import read_intact
from sctui.safety.backups import Backup, backups, find
from sctui.safety.restore import Preview
from sctui.safety.restore import preview as preview_of
from sctui.safety.restore import restore as go_back
from sctui.text.plural import counted
from sctui.text.printable import one_line

_SHOWN = 12  # files named one by one


@click.command()
@click.argument("name", required=False)
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--preview", "only_look", is_flag=True, help="Say what would change, and change nothing.")
@click.pass_obj
def restore(context: Context, name: str | None, *, yes: bool, only_look: bool) -> None:
    """Go back to a backup; without NAME, list those there are.

    NAME may be cut short. What there is now is backed up first, so that going back can be taken back.
    """
    home = context.home
    if name is None:
        for line in _listed(home):
            click.echo(line)
        return
    backup = find(home, name)
    for line in _told(preview_of(home, backup)):
        click.echo(line)
    if only_look:
        return
    if not yes and not click.confirm(_("Go back to this backup?")):
        click.echo(_("Nothing was changed."))
        return
    before, aside = go_back(home, backup, time.time_ns() // 1_000_000)
    for file in aside:
        click.echo(_("Set aside, damaged: {file}").format(file=file))
    click.echo(_("Restored {name}.").format(name=backup.name))
    if before:
        click.echo(_("To take this back: sctui restore {name}").format(name=before.name))


def _listed(home: Home) -> Iterator[str]:
    there = backups(home)
    if not there:
        yield _("There are no backups in {backups}.").format(backups=home.backups)
    for backup in there:
        made = datetime.fromtimestamp(backup.made / 1000).astimezone()
        yield f"{backup.name:<36} {made:%Y-%m-%d %H:%M}  {_size(backup):>8}  {_held(backup)}"


def _held(backup: Backup) -> str:
    try:
        manifest = read_intact(backup.path)
    except BackupError:
        return _("damaged: it cannot be restored")
    return _("{reviews} of {cards}").format(
        reviews=counted(manifest.reviews, "review"), cards=counted(manifest.cards, "card")
    )


def _size(backup: Backup) -> str:
    size = backup.path.stat().st_size
    return (
        _("{size:.1f} MB").format(size=size / 1e6)
        if size >= 100_000
        else _("{size:.1f} kB").format(size=size / 1e3)
    )


def _told(preview: Preview) -> Iterator[str]:
    found = preview.reviews
    if found is None:
        yield _("The collection is not there or cannot be read; all reviews would come from the backup.")
    elif not found.only_first and not found.only_second:
        yield _("Reviews: the same in both.")
    else:
        yield (
            _(
                "Reviews: {only_first} made since (of {cards}) would go, {only_second} (of "
                "{cards_2}) would come back."
            ).format(
                only_first=found.only_first,
                cards=counted(found.cards_first, "card"),
                only_second=found.only_second,
                cards_2=counted(found.cards_second, "card"),
            )
        )
    for what, names in (
        (_("would be as it was"), preview.changed),
        (_("would go"), preview.gone),
        (_("would come back"), preview.back),
    ):
        yield from (f"  {one_line(name)}: {what}" for name in names[:_SHOWN])
        if len(names) > _SHOWN:
            yield _("  and {more_files} {what}").format(
                more_files=counted(len(names) - _SHOWN, "more file"), what=what
            )
