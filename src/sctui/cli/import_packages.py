"""`sctui import x.apkg`: what of an Anki package comes in, told as it was done."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import click

from sctui.cli.own_decks import bundled_names
from sctui.config import read_settings
from sctui.i18n import _
from sctui.locations import Home
from sctui.safety.opening import open_store
from sctui.study.settings import study_settings
from sctui.text.plural import counted
from sctui.text.printable import one_line, printable
from sctui.transfer.importing import Imported, import_package


def import_packages(home: Home, files: list[Path], deck: str | None, *, dry_run: bool) -> None:
    """Bring in packages, each as one act.

    Raises:
        SctuiError: as `import_package`; packages before the faulty one are in.
    """
    for file in files:
        now = time.time_ns() // 1_000_000
        store = open_store(home, lambda now=now: now)  # type: ignore[misc]
        try:
            fitted = store.parameters()
        finally:
            store.close()
        offset = time.localtime(now / 1000).tm_gmtoff // 60
        preset = study_settings(read_settings(home.config), offset, fitted).preset
        imported = import_package(home, file, bundled_names(), preset, now, deck, dry_run=dry_run)
        if dry_run:
            for one in imported.decks:
                click.echo(f"# {one.file}\n{printable(one.text)}", nl=False)
        for line in _told(imported):
            click.echo(one_line(f"{file.name}: {line}"), err=dry_run)


def _told(imported: Imported) -> Iterator[str]:
    for one in imported.decks:
        if one.added:
            yield _("{count} added to {deck}").format(count=counted(len(one.added), "note"), deck=one.file)
    if imported.known:
        yield _("{count} there already, left as they are").format(count=counted(imported.known, "note"))
    new, known = imported.answers
    if new or known:
        yield _("{count} brought in, {known} there already").format(count=counted(new, "review"), known=known)
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
        yield _("left out: {why} ({count})").format(count=number, why=why)
    if imported.beyond_undo and imported.backup:
        yield _("too large for undo; `sctui restore {backup}` goes back to what was before").format(
            backup=imported.backup.name
        )
    if not imported.decks and not new and not stand and not marked:
        yield _("nothing in it that is not here already")
