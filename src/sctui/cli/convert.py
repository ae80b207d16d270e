"""`sctui convert FILE...`: documents become decks, and a report says what became of every line and fact."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from sctui.cli.main import Context, tell
from sctui.decks.merge import MergeReport
from sctui.documents.decisions_file import sidecar_of
from sctui.errors import ExitCode, ExportError, SctuiError
from sctui.locations import Home, bundled
from sctui.pipeline import STAGES, Conversion, read_knowledge, write
from sctui.pipeline import convert as convert_file
from sctui.text.printable import printable

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

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
    failed, progress = 0, _Progress(len(files))
    for file in files:
        try:
            conversion = convert_file(file, knowledge, progress.step)
            report = _written(conversion, file, decks, context.home, verbose=verbose)
        except SctuiError as error:
            failed += 1
            tell(error)
        else:
            click.echo(report)
    progress.finish()
    if failed:
        sys.exit(ExitCode.FAILED)


def _written(conversion: Conversion, file: Path, decks: Path | None, home: Home, *, verbose: bool) -> str:
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
            if sidecar_of(file).is_file():  # the author's decisions about damage go with their document
                shutil.copyfile(sidecar_of(file), sidecar_of(copy))
    except OSError as error:
        raise ExportError(
            f"{copy}: cannot be written: {error.strerror}", hint="Choose another --home."
        ) from None
    return copy


class _Progress:
    """A bar on a terminal, as soon as it takes longer than a moment."""

    def __init__(self, files: int) -> None:
        self._length = files * len(STAGES)
        self._done = 0
        self._started = monotonic()
        self._bar: ProgressBar[int] | None = None

    def step(self, _stage: str) -> None:
        """One stage of one document is done."""
        self._done += 1
        if self._bar is not None:
            self._bar.update(1)
        elif sys.stderr.isatty() and monotonic() - self._started > _A_MOMENT:
            self._bar = click.progressbar(length=self._length, label="Converting", file=sys.stderr)
            self._bar.update(self._done)

    def finish(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.render_finish()


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
            "unchanged": len(merged.unchanged),
            "kept as you edited them": len(merged.kept),
            "deleted by you": len(merged.skipped),
            "no longer in the document": len(merged.orphaned),
        }
    )
    yield _row(f"written to {decks}", changes)


def _row(label: str, counts: Counter[str]) -> str:
    parts = ", ".join(f"{count} {name}" for name, count in counts.most_common() if count)
    return printable(f"  {label}: {counts.total()}{f' ({parts})' if parts else ''}")
