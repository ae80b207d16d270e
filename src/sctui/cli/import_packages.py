"""`sctui import x.apkg`: what of an Anki package comes in, told as it was done."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click

from sctui.cli.own_decks import bundled_names
from sctui.cli.remembered_here import remembered_here
from sctui.i18n import _
from sctui.locations import Home
from sctui.text.plural import counted
from sctui.text.printable import one_line, printable
from sctui.transfer.importing import Imported, import_package


def import_packages(home: Home, files: list[Path], deck: str | None, *, dry_run: bool) -> None:
    """Bring in packages, each as one act.

    Raises:
        SctuiError: as `import_package`; packages before the faulty one are in.
    """
    for file in files:
        with remembered_here(home) as here:
            preset, now = here.preset, here.now
        imported = import_package(home, file, bundled_names(), preset, now, deck, dry_run=dry_run)
        if dry_run:
            for one in imported.decks:
                click.echo(f"# {one.file}\n{printable(one.text)}", nl=False)
        for line in _told(imported):
            click.echo(one_line(f"{file.name}: {line}"), err=dry_run)
    if dry_run:
        click.echo(_("This is what an import would do; nothing was written."), err=True)


def _told(imported: Imported) -> Iterator[str]:
    for one in imported.decks:
        if one.added:
            yield _("{count} added to {deck}").format(count=counted(len(one.added), "note"), deck=one.file)
    if imported.known:
        yield _("{count} there already, left as they are").format(count=counted(imported.known, "note"))
    new, known = imported.answers
    if new or known:
        yield _("{count} brought in, {known} there already").format(count=counted(new, "answer"), known=known)
    stand, marked = imported.states
    if stand:
        yield _("{count} as they stood in Anki: due, stability, difficulty").format(
            count=counted(stand, "card")
        )
    if marked:
        yield _("{count} of suspended or flagged cards taken over").format(count=counted(marked, "mark"))
    if imported.media:
        yield _("{count} copied beside the decks").format(count=counted(imported.media, "file"))
    for why, number in sorted(imported.left_out.items(), key=lambda one: (-one[1], one[0])):
        yield _("left out: {why} ({count})").format(count=number, why=_(why))
    if imported.beyond_undo and imported.backup:
        yield _("too large for undo; `sctui restore {backup}` goes back to what was before").format(
            backup=imported.backup.name
        )
    if not imported.decks and not new and not stand and not marked:
        yield _("nothing in it that is not here already")
