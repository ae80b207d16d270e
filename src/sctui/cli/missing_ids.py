"""`sctui check --fix`: ids for cards that have none."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from sctui.cli.own_decks import write_texts
from sctui.decks.atomic_file import write_together
from sctui.decks.check import Problem
from sctui.decks.surgery import with_ids
from sctui.decks.yaml_reader import read_text
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.locations import Home, bundled
from sctui.text.plural import counted


def write_ids(home: Home, files: Iterable[Path]) -> list[Problem]:
    """Write missing ids into decks; give those that cannot be read, or not be changed safely.

    In the learner's home it is one act that undo takes back. The bundled library is left alone: it is not the
    author's, and has ids.

    Raises:
        CollectionError, ExportError: when the journal or a file cannot be written.
    """
    changed: dict[Path, str] = {}
    read: dict[Path, str] = {}
    faults: list[Problem] = []
    written = 0
    for file in files:
        if file.is_relative_to(bundled() / "decks"):
            continue
        try:
            text = read_text(file)
            named = with_ids(text, str(file))
        except DeckError as fault:
            faults.append(Problem(fault.file, fault.line, fault.column, fault.message, hint=fault.hint))
            continue
        if named.ids:
            written += len(named.ids)
            changed[file.resolve()] = named.text
            read[file.resolve()] = text
    _write(home, changed, read)
    click.echo(_("{ids} written.").format(ids=counted(written, "id")), err=True)
    return faults


def _write(home: Home, changed: dict[Path, str], read: dict[Path, str]) -> None:
    folder = home.folder.resolve()
    own = {file: text for file, text in changed.items() if file.is_relative_to(folder)}
    others = changed.keys() - own
    write_together(
        {file: changed[file].encode() for file in others}, {file: read[file].encode() for file in others}
    )
    if own:
        write_texts(home, own, {file: read[file] for file in own})
