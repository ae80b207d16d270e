"""`sctui import FILE...`: cards of other programs become decks of yours."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from sctui.cli.import_guids import named_notes
from sctui.cli.main import Context, tell
from sctui.cli.own_decks import bundled_names, write_decks
from sctui.decks.imports.draft import Draft, Drafted
from sctui.decks.imports.into_decks import DeckFiles, Taken, take_in
from sctui.decks.imports.markdown import read_markdown
from sctui.decks.imports.table import read_table
from sctui.documents.decode import decode
from sctui.errors import DeckError, DocumentError, ExitCode
from sctui.i18n import N_, _
from sctui.text.plural import counted
from sctui.text.printable import one_line, printable

_READERS: dict[str, Callable[[str, str], Drafted]] = {
    **dict.fromkeys((".csv", ".tsv", ".txt"), read_table),
    **dict.fromkeys((".md", ".markdown"), read_markdown),
}
PACKAGES = (".apkg", ".colpkg")
_SHOWN = 20  # faults told one by one
_TABLE = N_(
    "A card is a row: question, answer, tags; or columns named by the first row (front, back, text, tags …)."
)
_MARKDOWN = N_(
    "A card is `Q:` and `A:`; `C:` with [gaps]; `question::answer`; a line of `?` or `---` between question"
    " and answer; ==gaps== or {{c1::gaps}}; or a heading that is a question."
)
_FROM_DOCUMENTS = N_("Documents become cards by `sctui convert`.")


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option("--deck", metavar="NAME", help="The deck (default: what the file says, or its name).")
@click.option("--dry-run", is_flag=True, help="Show the decks as they would be, and write nothing.")
@click.pass_obj
def import_cards(context: Context, files: tuple[Path, ...], deck: str | None, *, dry_run: bool) -> None:
    """Import cards from Anki packages, CSV and TSV (also Anki's) and Markdown into decks of your home.

    A deck that you have gets the cards it has not; no card that is there is changed. All tables and texts of
    one call are one act, and so is each package; `sctui undo` takes it back. If a card of a text is faulty,
    nothing is written. A package (.apkg, .colpkg) brings reviews along, and due dates, flags and media; what
    cannot come is told.
    """
    packages = [file for file in files if file.suffix.lower() in PACKAGES]
    if packages:
        from sctui.cli.import_packages import import_packages  # noqa: PLC0415 -- the most do without

        import_packages(context.home, packages, deck, dry_run=dry_run)
        files = tuple(file for file in files if file not in packages)
        if not files:
            return
    faults: list[DeckError] = []
    drafts: list[tuple[str, Draft]] = []
    without: list[Path] = []
    for file in files:
        drafted = _read(file)
        faults += drafted.faults
        if not drafted.drafts and not drafted.faults:
            without.append(file)
        for left in drafted.left_out:
            click.echo(one_line(_("{file}: {left}: left out").format(file=file, left=left)), err=True)
        for draft in drafted.drafts:
            name = deck or draft.deck or drafted.deck or file.stem
            if not all(part.strip() for part in name.split("::")):
                faults.append(
                    draft.fault(str(file), _("the deck name `{name}` has an empty part").format(name=name))
                )
            drafts.append((name, draft))
    if faults:
        for fault in faults[:_SHOWN]:
            tell(fault)
        rest = _(" ({faults} more)").format(faults=len(faults) - _SHOWN) if len(faults) > _SHOWN else ""
        click.echo(
            _("Nothing was imported: {faults}{rest}.").format(
                faults=counted(len(faults), "fault"), rest=rest
            ),
            err=True,
        )
        sys.exit(ExitCode.FAILED)
    _tell_without(without, alone=not drafts)
    decks, there = named_notes(context.home, drafts)
    taken = take_in(DeckFiles(context.home.decks, bundled_names()), decks)
    if dry_run:
        click.echo("".join(f"# {one.file}\n{printable(one.text)}" for one in taken), nl=False)
        return
    write_decks(context.home, [one for one in taken if one.added])
    _tell(taken, there)


def _tell(taken: Sequence[Taken], there: int) -> None:
    for one in taken:
        click.echo(_told(one))
    if there:
        click.echo(_("{count} there already, left as they are").format(count=counted(there, "note")))


def _tell_without(files: list[Path], *, alone: bool) -> None:
    """Tell the files that have no card; with none from others, `alone`, the import has failed."""
    if alone:
        raise _no_card(files)
    for file in files:
        click.echo(one_line(str(_no_card([file]))), err=True)


def _no_card(files: list[Path]) -> DocumentError:
    """No card was found in the files; the hint says what cards look like in such files."""
    hint = _(_TABLE) if all(_READERS[file.suffix.lower()] is read_table for file in files) else _(_MARKDOWN)
    return DocumentError(
        _("{file}: no card was found.").format(file=", ".join(map(str, files))),
        hint=f"{hint} {_(_FROM_DOCUMENTS)}",
    )


def _read(file: Path) -> Drafted:
    reader = _READERS.get(file.suffix.lower())
    if reader is None:
        hint = _("Name it {value}. {from_documents}").format(
            value=", ".join((*PACKAGES, *_READERS)), from_documents=_(_FROM_DOCUMENTS)
        )
        raise DocumentError(_("{file}: cards cannot be read from such a file.").format(file=file), hint=hint)
    try:
        data = file.read_bytes()
    except OSError as error:
        raise DocumentError(f"{file}: {error.strerror or error}", hint=_("Check the path.")) from None
    return reader(decode(data, file.name).text, str(file)) if data.strip() else Drafted()


def _told(taken: Taken) -> str:
    there = _(", {there} there already").format(there=taken.there) if taken.there else ""
    return one_line(
        _("{file}: {cards} added{there}").format(
            file=taken.file, cards=counted(len(taken.added), "card"), there=there
        )
    )
