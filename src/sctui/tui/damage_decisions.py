"""What an author decides about a damaged place, kept beside the document as `sctui damage` keeps it."""

from __future__ import annotations

from pathlib import Path

from sctui.decks.atomic_file import write_atomically
from sctui.decks.scalar_style import scalar
from sctui.documents.decisions import Verdict, decision_on, key_of, with_decision, without_decision
from sctui.documents.decisions_file import read_decisions, sidecar_of, written
from sctui.errors import DocumentError
from sctui.i18n import _
from sctui.locations import bundled
from sctui.model.document import Damage, Document
from sctui.safety.edits import edit_own
from sctui.tui.desk import Desk


def keep_decision(
    desk: Desk, file: Path, document: Document, place: Damage, verdict: Verdict | None, text: str = ""
) -> None:
    """Write a decision down, or take the one about the place away for None; in the home, undo takes it back.

    Raises:
        DocumentError: when the document came with the program, or what was decided before cannot be read.
        CollectionError, ExportError: when it cannot be written.
    """
    if file.is_relative_to(bundled().resolve()):
        raise DocumentError(
            _("{name} came with the program and is not yours to mend.").format(name=file.name),
            hint=_("Add a copy of it, and decide there."),
        )
    before = read_decisions(file)
    if verdict is None:
        after = without_decision(before, key_of(document, place))
    else:
        after = with_decision(before, decision_on(document, place, verdict, text))
    beside, data = sidecar_of(file), written(file, after, scalar).encode()
    home = desk.home.folder.resolve()
    if beside.is_relative_to(home):
        own = desk.home.folder / beside.relative_to(home)
        edit_own(desk.home, desk.collection.store, {own: data}, desk.now())
    else:
        write_atomically(beside, data)


def is_decided(file: Path, document: Document, place: Damage) -> bool:
    """Whether something was decided about a place; raises DocumentError as `keep_decision`."""
    return any(one.key == key_of(document, place) for one in read_decisions(file))
