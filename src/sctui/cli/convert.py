"""`sctui convert FILE...`: documents become decks, and a report says what became of every line and fact."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import monotonic

import click

from sctui.cli.main import Context
from sctui.decks.merge import MergeReport
from sctui.errors import ExitCode, ExportError, SctuiError
from sctui.locations import Home, bundled
from sctui.pipeline import Conversion, Knowledge, read_knowledge, write
from sctui.pipeline import convert as convert_file
from sctui.text.printable import printable

_A_MOMENT = 1.0  # seconds before a progress bar is worth showing
_EXAMPLES = 2  # refused cards shown for each reason


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path))
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where decks are written (default: in your home).",
)
@click.option("--verbose", "-v", is_flag=True, help="Show every refused card.")
@click.pass_obj
def convert(context: Context, files: tuple[Path, ...], decks: Path | None, *, verbose: bool) -> None:
    """Make decks from documents (text or Markdown), or update the decks made before.

    Cards you edited stay as you left them, and cards you deleted stay away.
    """
    knowledge = read_knowledge(bundled() / "data", context.home.lexicon)
    failed = 0
    for file in _with_progress(files):
        try:
            report = _convert_one(file, knowledge, decks, context.home, verbose=verbose)
        except SctuiError as error:
            failed += 1
            click.echo(f"{error.title}: {error}", err=True)
            if error.hint:
                click.echo(f"  {error.hint}", err=True)
        else:
            click.echo(report)
    if failed:
        sys.exit(ExitCode.FAILED)


def _convert_one(file: Path, knowledge: Knowledge, decks: Path | None, home: Home, *, verbose: bool) -> str:
    conversion = convert_file(file, knowledge)
    if decks is None:
        file, decks = _kept(file, home), home.decks
    return "\n".join(_report(conversion, write(conversion, file, decks), decks, verbose=verbose))


def _kept(file: Path, home: Home) -> Path:
    """Keep a copy of the document beside the decks, so that every quote can be checked again."""
    copy = home.documents / file.name
    try:
        if not (copy.exists() and copy.samefile(file)):
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
    except OSError as error:
        raise ExportError(
            f"{copy}: cannot be written: {error.strerror}", hint="Choose another --home."
        ) from None
    return copy


def _with_progress(files: Sequence[Path]) -> Iterator[Path]:
    """The files one after another; a bar on a terminal as soon as it takes longer than a moment."""
    started, bar = monotonic(), None
    for done, file in enumerate(files):
        if bar is None and done and sys.stderr.isatty() and monotonic() - started > _A_MOMENT:
            bar = click.progressbar(length=len(files), label="Converting", file=sys.stderr)
            bar.update(done)
        yield file
        if bar is not None:
            bar.update(1)
    if bar is not None:
        bar.render_finish()


def _report(conversion: Conversion, merged: MergeReport, decks: Path, *, verbose: bool) -> Iterator[str]:
    document, generation = conversion.document, conversion.generation
    yield printable(f"{document.name}: {len(document.lines)} lines, {document.language}, {document.encoding}")
    yield _row("left out", conversion.left_out)
    yield _row("damaged places", Counter(d.kind for d in document.damage))
    yield _row("facts", Counter(fact.kind.value for fact in conversion.facts))
    yield _row("cards", Counter(card.note.kind.value for note in generation.notes for card in note.cards()))
    yield _row("flags", Counter(flag for note in generation.notes for flag in note.flags))
    yield _row("refused", Counter(refusal.item for refusal in generation.refused))
    shown: Counter[str] = Counter()
    for refusal in generation.refused:
        shown[refusal.item] += 1
        if verbose or shown[refusal.item] <= _EXAMPLES:
            yield printable(f"    {refusal.item}: line {refusal.line}: {refusal.front}")
    changes = Counter(
        {
            "new": len(merged.added),
            "updated": len(merged.updated),
            "kept as you edited them": len(merged.kept),
            "deleted by you": len(merged.skipped),
            "no longer in the document": len(merged.orphaned),
        }
    )
    yield _row(f"written to {decks}", changes)


def _row(label: str, counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {name}" for name, count in counts.most_common() if count)
    return printable(f"  {label}: {counts.total()}{f' ({parts})' if parts else ''}")
