"""`sctui convert FILE...`: documents become decks, and a report says what became of every line and fact."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import click

from sctui.cli.documents import PASTED, Given, documents, is_folder, kept, place_of, refuse_deck
from sctui.cli.main import Context, tell
from sctui.cli.progress import Bar
from sctui.cli.writing import Writing, writing
from sctui.config import read_settings
from sctui.conversion import Library, Made, standing_imprints, together
from sctui.decks.atomic_file import clear_leftovers
from sctui.decks.merge import MergeReport
from sctui.decks.order import is_core
from sctui.documents.read import READING
from sctui.errors import DocumentError, ExitCode, SctuiError
from sctui.locations import Home, bundled
from sctui.model.imprint import Imprint
from sctui.model.knowledge import DocumentKnowledge, LibraryKnowledge, Verdict
from sctui.pipeline import FINDING, Conversion, Knowledge, Opened, opened, plan, read, read_knowledge, slug
from sctui.records.library import read_library_knowledge
from sctui.text.plural import counted
from sctui.text.printable import printable

_EXAMPLES = 2  # refused cards shown for each reason
_HELD = 20_000_000  # characters of all texts up to which they are kept, and not read again for their facts


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
@click.option("--verbose", "-v", is_flag=True, help="Show every refused card.")
@click.pass_obj
def convert(
    context: Context,
    files: tuple[Path, ...],
    decks: Path | None,
    name: str,
    *,
    inbox: bool | None,
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
            raise click.UsageError("Missing argument 'FILE...'.")
        files = (PASTED,)
    waits = read_settings(context.home.config).inbox if inbox is None else inbox
    knowledge = read_knowledge(bundled() / "data", context.home.lexicon)
    with documents(files, name) as given:
        standing = read_library_knowledge([context.home.decks if decks is None else decks])
        run = _Run(context.home, decks, knowledge, verbose, waits, standing, standing_imprints(standing))
        run.open(given)
        run.read()
        run.write()
    for folder in (path for path in files if is_folder(path) and path not in run.useful):
        run.failed += 1
        tell(DocumentError(f"{folder} is a folder with nothing in it that can be read."))
    if run.failed:
        sys.exit(ExitCode.FAILED)


@dataclass(slots=True)
class _Run:
    """One call: what is asked for, what failed, which folders had a document in them."""

    home: Home
    decks: Path | None
    knowledge: Knowledge
    verbose: bool
    inbox: bool
    standing: LibraryKnowledge
    around: dict[str, Imprint]
    failed: int = 0
    useful: set[Path] = field(default_factory=set)
    _names: dict[str, Path] = field(default_factory=dict)
    _texts: dict[Path, Opened | None] = field(default_factory=dict)
    _made: list[Made] = field(default_factory=list)
    _given: dict[Path, Given] = field(default_factory=dict)

    def open(self, given: Sequence[Given]) -> None:
        """Read the texts; a file in a folder that cannot be read is skipped.

        All are read before the facts of the first are looked for: what recurs in them is no fact.
        """
        held = 0
        with Bar(len(given), READING, "Reading") as bar:
            for one in given:
                bar.begin(one.file.name)
                with self._telling(one):
                    refuse_deck(one)
                    text = opened(one.file, self.knowledge, bar.step)
                    self._refuse_twin(text.document.name, one.file)
                    file = place_of(text.document, one, self.decks, self.home)
                    held += sum(len(line.text) for line in text.document.lines)
                    self._given[file] = one
                    self._texts[file] = text if held <= _HELD or len(given) == 1 else None
                    self.around[text.document.name] = text.imprint
                    self.useful |= {one.folder} if one.folder else set()

    def read(self) -> None:
        """Find the facts of all texts that could be read."""
        with Bar(len(self._given), (*READING, *FINDING), "Finding") as bar:
            for file, given in self._given.items():
                bar.begin(given.file.name)
                with self._telling(given):
                    text = self._texts.pop(file)
                    reading = read(given.file, self.knowledge, bar.step, self.around, text)
                    self._made.append(Made.of(given.file, file, reading, len(self._made), self.around))

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
                click.echo(printable(f"skipped {given.file}: {error}"), err=True)
        except SctuiError as error:
            self.failed += 1
            tell(error)

    def write(self) -> None:
        """Write the decks of all documents that were converted, and say what became of each.

        Documents whose decks stand already and that tell of the same studies are brought up to date.
        """
        decks = self.home.decks if self.decks is None else self.decks
        with Bar(1, ("cards",), "Asking") as bar:
            bar.begin(f"{len(self._made)} documents" if len(self._made) > 1 else "all facts")
            library = together(self._made, decks, self.knowledge, self.standing, bar.step)
        for problem in library.problems:
            click.echo(printable(f"left alone: {problem}"), err=True)
        if not library.made:
            return
        with writing(self.home, self.decks) as put:
            for made in (*library.made, *library.neighbours):
                try:
                    self._write(library, made, decks, put)
                except SctuiError as error:
                    self.failed += 1
                    tell(error)

    def _write(self, library: Library, made: Made, decks: Path, put: Writing) -> None:
        conversion = library.finished(made, self.knowledge)
        files: dict[Path, bytes] = {}
        if made.file in self._given:
            files = kept(conversion.document, self._given[made.file], self.decks, self.home)
        merged, changed = plan(conversion, made.file, decks, library.places, inbox=self.inbox)
        for folder in {decks / slug(made.file), *(file.parent for file in files)}:
            clear_leftovers(folder)
        put({**files, **changed})
        if made in library.neighbours:
            if merged.files:
                click.echo(printable(f"also updated: {made.known.file}, which tells of the same studies"))
        else:
            click.echo("\n".join(_report(conversion, merged, decks, verbose=self.verbose)))
            if self.inbox and merged.added:
                wait = "waits" if len(merged.added) == 1 else "wait"
                click.echo(f"  {counted(len(merged.added), 'new card')} {wait} in the inbox: sctui inbox")

    def _refuse_twin(self, name: str, file: Path) -> None:
        other = self._names.setdefault(slug(Path(name)), file)
        if other != file:
            hint = "Give one of the two documents another name."
            raise DocumentError(f"{file} would have the same decks as {other}.", hint=hint)


def _report(conversion: Conversion, merged: MergeReport, decks: Path, *, verbose: bool) -> Iterator[str]:
    document, generation = conversion.document, conversion.generation
    yield printable(f"{document.name}: {len(document.lines)} lines, {document.language}, {document.encoding}")
    yield _row("left out", conversion.left_out)
    yield _row("damaged places", Counter(d.kind for d in document.damage))
    yield _row("facts", Counter(fact.kind.value for fact in conversion.facts))
    yield _row("cards", Counter(card.note.kind.value for note in generation.notes for card in note.cards()))
    yield _row("of these, core", Counter(_core(conversion)))
    yield _row("types", Counter(note.type.value for note in generation.notes for _ in note.cards()))
    yield _row("flags", Counter(flag for note in generation.notes for flag in note.flags))
    yield _row("refused", Counter(refusal.item for refusal in generation.refused))
    yield _row("checks", Counter(f.verdict.value for r in conversion.knowledge.records for f in r.findings))
    yield from (printable(f"    {line}") for line in _doubts(conversion.knowledge))
    shown: Counter[str] = Counter()
    for refusal in generation.refused:
        shown[refusal.item] += 1
        if verbose or shown[refusal.item] <= _EXAMPLES:
            item = f"{refusal.item} (rubric {refusal.number})" if refusal.number else refusal.item
            yield printable(f"    {item}: line {refusal.line}: {refusal.front}")
    changes = Counter(
        {
            "new": len(merged.added),
            "updated": len(merged.updated),
            "unchanged": len(merged.unchanged),
            "kept as you edited them": len(merged.kept),
            "deleted by you": len(merged.skipped),
            "no longer in the document": len(merged.orphaned),
        }
    )
    yield _row(f"written to {decks}", changes)


def _doubts(known: DocumentKnowledge) -> Iterator[str]:
    """What checks of numbers doubt, with the lines they read."""
    for record in known.records:
        for finding in record.findings:
            if finding.verdict is Verdict.DOUBTFUL:
                lines = ", ".join(sorted({str(place.line) for place in finding.evidence}, key=int))
                yield f"{finding.check}: line {lines}: {finding.says}"


def _core(conversion: Conversion) -> Iterator[str]:
    """The kind of every card that a learner gets first."""
    for note in conversion.generation.notes:
        if is_core(note):
            yield from (note.kind.value for _ in note.cards())


def _row(label: str, counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {name}" for name, count in counts.most_common() if count)
    return printable(f"  {label}: {counts.total()}{f' ({parts})' if parts else ''}")
