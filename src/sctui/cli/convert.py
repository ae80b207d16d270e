"""`sctui convert FILE...`: documents become decks, and a report says what became of every line and fact."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from sctui.cli.convert_preview import Preview
from sctui.cli.convert_report import report
from sctui.cli.documents import PASTED, Given, documents, is_folder, kept, place_of, refuse_deck
from sctui.cli.main import Context, tell
from sctui.cli.progress import Bar
from sctui.cli.writing import Writing, writing
from sctui.config import read_settings
from sctui.conversion import Crew, Library, Made, ToRead, standing_imprints, together
from sctui.conversion.renamed import former_name, under_name
from sctui.conversion.standing import places_of
from sctui.decks.atomic_file import clear_leftovers
from sctui.decks.moved import as_if_moved, moved
from sctui.documents.read import READING
from sctui.errors import DocumentError, ExitCode, SctuiError
from sctui.i18n import N_, _
from sctui.locations import Home, bundled
from sctui.model.imprint import Imprint
from sctui.model.knowledge import LibraryKnowledge
from sctui.pipeline import FINDING, Knowledge, Opened, plan, read_knowledge, slug
from sctui.records.library import read_library_knowledge
from sctui.text.plural import counted
from sctui.text.printable import printable

_HELD = 50_000_000  # bytes of all texts up to which they are kept, and not read again for their facts


@click.command()
@click.argument("files", nargs=-1, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where decks are written (default: in your home).",
)
@click.option("--name", default="pasted", show_default=True, help="What to call text from standard input.")
@click.option(
    "--inbox/--no-inbox",
    default=None,
    help="Let new cards wait until you accept them (default: what `inbox` in config.toml says; else no).",
)
@click.option("--dry-run", is_flag=True, help="Show what would change, deck by deck, and write nothing.")
@click.option("--format", "form", type=click.Choice(("text", "json")), help="How --dry-run shows it.")
@click.option("--verbose", "-v", is_flag=True, help="Show every refused card.")
@click.pass_obj
def convert(  # noqa: PLR0913 -- one for each option
    context: Context,
    files: tuple[Path, ...],
    decks: Path | None,
    name: str,
    *,
    inbox: bool | None,
    dry_run: bool,
    form: str | None,
    verbose: bool,
) -> None:
    """Make decks from documents, or update the decks made before.

    FILE is text, Markdown, a web page, a PDF, a Word file or a JSON record; a folder stands for everything
    readable in it, and `-` (or nothing, behind a pipe) for text on standard input.

    Cards you edited stay as you left them, and cards you deleted stay away. `sctui undo` takes a conversion
    into your home back.
    """
    if not files:
        if sys.stdin is None or sys.stdin.isatty():
            raise click.UsageError(_("Missing argument 'FILE...'."))
        files = (PASTED,)
    if form and not dry_run:
        raise click.UsageError(_("--format says how --dry-run shows what would change; give --dry-run too"))
    waits = read_settings(context.home.config).inbox if inbox is None else inbox
    knowledge = read_knowledge(bundled() / "data", context.home.lexicon)
    with documents(files, name) as given, Crew(knowledge) as crew:
        standing = read_library_knowledge([context.home.decks if decks is None else decks])
        run = _Run(
            context.home, decks, knowledge, crew, verbose, waits, standing, standing_imprints(standing)
        )
        run.open(given)
        run.recognise()
        run.read()
        run.write(Preview(form or "text") if dry_run else None)
    for folder in (path for path in files if is_folder(path) and path not in run.useful):
        run.failed += 1
        tell(
            DocumentError(
                _("{folder} is a folder with nothing in it that can be read.").format(folder=folder)
            )
        )
    if run.failed:
        sys.exit(ExitCode.FAILED)


@dataclass(slots=True)
class _Run:
    """One call: what is asked for, what failed, which folders had a document in them."""

    home: Home
    decks: Path | None
    knowledge: Knowledge
    crew: Crew
    verbose: bool
    inbox: bool
    standing: LibraryKnowledge
    around: dict[str, Imprint]
    failed: int = 0
    useful: set[Path] = field(default_factory=set)
    _names: dict[str, Path] = field(default_factory=dict)
    _sizes: dict[Path, int] = field(default_factory=dict)
    _texts: dict[Path, Opened | None] = field(default_factory=dict)
    _made: list[Made] = field(default_factory=list)
    _given: dict[Path, Given] = field(default_factory=dict)
    _former: dict[Path, str] = field(default_factory=dict)  # the name that a document had before

    def open(self, given: Sequence[Given]) -> None:
        """Read the texts; a file in a folder that cannot be read is skipped.

        All are read before the facts of the first are looked for: what recurs in them is no fact.
        """
        held = 0
        with Bar(len(given), READING, N_("Reading")) as bar:
            texts = self.crew.open([one.file for one in given], lambda file: bar.begin(file.name))
            for one, text in zip(given, texts, strict=True):
                with self._telling(one):
                    refuse_deck(one)
                    if isinstance(text, SctuiError):
                        raise text
                    self._refuse_twin(text.document.name, one.file)
                    file = place_of(text.document, one, self.decks, self.home)
                    self._sizes[file] = text.telling
                    held += sum(len(line.text.encode(errors="replace")) for line in text.document.lines)
                    self._given[file] = one
                    self._texts[file] = text if held <= _HELD or len(given) == 1 else None
                    self.around[text.document.name] = text.imprint
                    self.useful |= {one.folder} if one.folder else set()

    def recognise(self) -> None:
        """Find out which documents stand in the decks under another name, and where that is gone."""
        names = {slug(file) for file in self._given}
        for file, given in self._given.items():
            free = [
                one
                for one in self.standing.documents
                if slug(Path(one.file)) not in names and not self._is_there(given, one.file)
            ]
            if not given.lasts or (self._folder / slug(file)).exists():
                continue
            former = former_name(self.around[file.name], free)
            if former and (self._folder / slug(Path(former))).is_dir():
                self._former[file] = former
                self.standing = under_name(self.standing, former, file.name)
                self.around.pop(former, None)

    def _is_there(self, given: Given, former: str) -> bool:
        """Whether a document is still there under its former name, as far as one can see."""
        if (given.file.parent / former).exists():
            return True
        places = dict(places_of(self.standing.documents, {former}, self._folder))
        return self.decks is not None and former in places and places[former][0].exists()

    @property
    def _folder(self) -> Path:
        return self.home.decks if self.decks is None else self.decks

    def read(self) -> None:
        """Find the facts of all texts that could be read."""
        given = [ToRead(one.file, file, self._sizes[file]) for file, one in self._given.items()]
        with Bar(len(given), (*READING, *FINDING), N_("Finding facts")) as bar:
            read = self.crew.read(given, self._texts, self.around, lambda one: bar.begin(one.read_from.name))
        for made, one in zip(read, self._given.values(), strict=True):
            with self._telling(one):
                if isinstance(made, SctuiError):
                    raise made
                self._made.append(made)

    @contextmanager
    def _telling(self, given: Given) -> Iterator[None]:
        """Say what is wrong with a document, and go on with the others."""
        try:
            yield
        except DocumentError as error:
            if given.folder is None:
                self.failed += 1
                tell(error)
            else:
                click.echo(
                    printable(_("skipped {file}: {error}").format(file=given.file, error=error)), err=True
                )
        except SctuiError as error:
            self.failed += 1
            tell(error)

    def write(self, preview: Preview | None) -> None:
        """Write the decks of all documents that were converted, and say what became of each; or preview it.

        Documents whose decks stand already and that tell of the same studies are brought up to date.
        """
        decks = self._folder
        with Bar(1, ("cards",), N_("Making cards")) as bar:
            bar.begin(
                _("{made} documents").format(made=len(self._made)) if len(self._made) > 1 else _("all facts")
            )
            library = together(self._made, decks, self.knowledge, self.standing, bar.step)
        for problem in library.problems:
            click.echo(printable(_("left alone: {problem}").format(problem=problem)), err=True)
        if preview:
            self._each(library, lambda made: self._preview(library, made, decks, preview))
            preview.tell()
        elif library.made:
            self._move()
            with writing(self.home, self.decks) as put:
                self._each(library, lambda made: self._write(library, made, decks, put))

    def _move(self) -> None:
        """Move the decks of renamed documents, as an act of its own: the next one changes the same files."""
        if not self._former:
            return
        with writing(self.home, self.decks) as put:
            for file, former in self._former.items():
                folder = self._folder / slug(Path(former))
                put(moved(folder, self._folder / slug(file), former, file), {})
                click.echo(self._renamed(file))

    def _each(self, library: Library, act: Callable[[Made], None]) -> None:
        for made in (*library.made, *library.neighbours):
            try:
                act(made)
            except SctuiError as error:
                self.failed += 1
                tell(error)

    def _preview(self, library: Library, made: Made, decks: Path, preview: Preview) -> None:
        if former := self._former.get(made.file, ""):
            click.echo(self._renamed(made.file), err=True)
        found, target = library.finished(made, self.knowledge), decks / slug(made.file)
        with as_if_moved(decks / slug(Path(former)), target, former, made.file) as there:
            merged, changed = plan(found, made.file, decks, library.places, inbox=self.inbox, there=there)
            preview.add(made.known.file, target, merged, changed, there)

    def _write(self, library: Library, made: Made, decks: Path, put: Writing) -> None:
        conversion = library.finished(made, self.knowledge)
        files: dict[Path, bytes] = {}
        if made.file in self._given:
            files = kept(conversion.document, self._given[made.file], self.decks, self.home)
        merged, changed = plan(conversion, made.file, decks, library.places, inbox=self.inbox)
        for folder in {decks / slug(made.file), *(file.parent for file in files)}:
            clear_leftovers(folder)
        put({**files, **changed}, merged.read)
        if made in library.neighbours:
            if merged.files:
                click.echo(
                    printable(
                        _("also updated: {file}, which tells of the same studies").format(
                            file=made.known.file
                        )
                    )
                )
        else:
            said = report(conversion, merged, decks, self.knowledge.lexicon, verbose=self.verbose)
            click.echo("\n".join(said))
            if self.inbox and merged.added:
                wait = "waits" if len(merged.added) == 1 else "wait"
                click.echo(
                    _("  {new_cards} {wait} in the inbox: sctui inbox").format(
                        new_cards=counted(len(merged.added), "new card"), wait=wait
                    )
                )

    def _renamed(self, file: Path) -> str:
        return printable(
            _(
                "{file} was called {former} before: its decks belong into {folder}, and its cards keep ids,"
                " edits and rejections"
            ).format(file=file.name, former=self._former[file], folder=self._folder / slug(file))
        )

    def _refuse_twin(self, name: str, file: Path) -> None:
        other = self._names.setdefault(slug(Path(name)), file)
        if other != file:
            hint = _("Give one of the two documents another name.")
            raise DocumentError(
                _("{file} would have the same decks as {other}.").format(file=file, other=other), hint=hint
            )
