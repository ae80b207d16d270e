"""`sctui damage`: the damaged places of a document, and what the author decides about them."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import click

from sctui.cli.damage_list import as_json, as_text, finds_of, traces_text
from sctui.cli.main import Context
from sctui.decks.atomic_file import write_atomically
from sctui.decks.scalar_style import scalar
from sctui.documents.decisions import (
    Decision,
    Verdict,
    decision_on,
    key_of,
    unmatched,
    with_decision,
    without_decision,
)
from sctui.documents.decisions_file import read_decisions, sidecar_of, written
from sctui.documents.read import read_undecided
from sctui.documents.traces import Trace, find_traces
from sctui.errors import DocumentError
from sctui.facts.terms import find_glosses
from sctui.i18n import N_, _
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.model.document import Damage, Document
from sctui.model.knowledge import Repair
from sctui.pipeline import slug
from sctui.records.knowledge_file import FILE_NAME
from sctui.records.library import read_knowledge_file
from sctui.text.printable import one_line

_WHERE = "N|LINE:COL"


@click.command(name="damage")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--accept", multiple=True, metavar=_WHERE, help="The proposal is right.")
@click.option("--reject", multiple=True, metavar=_WHERE, help="Nothing is damaged there.")
@click.option(
    "--text",
    "texts",
    multiple=True,
    type=(str, str),
    metavar=f"{_WHERE} TEXT",
    help="TEXT should stand there.",
)
@click.option("--undo", multiple=True, metavar=_WHERE, help="Forget what was decided there.")
@click.option(
    "--decks",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Where the document's decks lie (default: in your home): what other documents proved is read there.",
)
@click.pass_obj
def damage(  # noqa: PLR0913, PLR0917 -- click passes one argument an option
    context: Context,
    file: Path,
    form: str,
    accept: tuple[str, ...],
    reject: tuple[str, ...],
    texts: tuple[tuple[str, str], ...],
    undo: tuple[str, ...],
    decks: Path | None,
) -> None:
    """Show the damaged places of FILE, or decide about them.

    A place is named by its number in the list or by line and column. Decisions are kept in FILE.damage.yaml,
    beside the document, and hold for every later conversion.
    """
    lexicon = read_lexicon(bundled() / "data" / "lexicon", context.home.lexicon)
    document = read_undecided(file, lexicon)
    decisions = read_decisions(file)
    changed = _changed(
        document,
        decisions,
        [
            *((where, _accepted) for where in accept),
            *((where, _rejected) for where in reject),
            *((where, _own_text(text)) for where, text in texts),
            *((where, None) for where in undo),
        ],
    )
    if changed != decisions:
        write_atomically(sidecar_of(file), written(file, changed, scalar).encode("utf-8"))
    finds = finds_of(document, changed, _proved(document, decks or context.home.decks))
    lost = unmatched(document, document.damage, changed)
    traces = [*find_traces(document), *_senses(document, lexicon)]
    if form == "json":
        click.echo(json.dumps(as_json(document, finds, lost, traces), ensure_ascii=False))
        return
    rows = [*as_text(document, finds, lost, sidecar_of(file)), *traces_text(traces)]
    click.echo("\n".join(map(one_line, rows)))


def _proved(document: Document, decks: Path) -> tuple[Repair, ...]:
    """What other documents proved of damaged places, when the document was converted last."""
    file = decks / slug(Path(document.name)) / FILE_NAME
    return read_knowledge_file(file).repairs if file.is_file() else ()


def _senses(document: Document, lexicon: Lexicon) -> Iterator[Trace]:
    """Abbreviations that stand for several names in the document (rule D18)."""
    names: dict[str, dict[str, int]] = defaultdict(dict)
    for fact in find_glosses(document, lexicon):
        names[fact.subject].setdefault(fact.value, fact.evidence.line)
    for short, senses in names.items():
        if len(senses) > 1:
            told = tuple(f"{short} = {name}" for name in senses)
            lines = tuple(sorted(senses.values()))
            yield Trace("D18", "several-senses", len(senses), lines, told, N_("asked with its topic"))


_Decide = Callable[[Document, Damage], Decision]


def _changed(
    document: Document, decisions: tuple[Decision, ...], wanted: Sequence[tuple[str, _Decide | None]]
) -> tuple[Decision, ...]:
    for where, decide in wanted:
        place = _place(document, where)
        if decide is None:
            decisions = without_decision(decisions, key_of(document, place))
        else:
            decisions = with_decision(decisions, decide(document, place))
    return decisions


def _place(document: Document, where: str) -> Damage:
    first, _colon, second = where.partition(":")
    if not (first.isdecimal() and (second.isdecimal() or ":" not in where)):
        raise click.BadParameter(
            _("`{where}` is neither a number of the list nor LINE:COL").format(where=where)
        )
    if second:
        line, column = int(first), int(second) - 1
        found = [d for d in document.damage if d.span.line == line and d.span.start <= column < d.span.end]
    else:
        found = list(document.damage[int(first) - 1 : int(first)]) if int(first) else []
    if not found:
        raise click.BadParameter(
            _("no damaged place {where}; see `sctui damage {name}`").format(where=where, name=document.name)
        )
    return found[0]


def _accepted(document: Document, place: Damage) -> Decision:
    if place.repair is None:
        what = document.text(place.span)
        raise DocumentError(
            _("{name}:{line}: nothing is proposed for `{what}`").format(
                name=document.name, line=place.span.line, what=what
            ),
            hint=_("Say what should stand there: --text LINE:COL TEXT"),
        )
    return decision_on(document, place, Verdict.ACCEPT)


def _rejected(document: Document, place: Damage) -> Decision:
    return decision_on(document, place, Verdict.REJECT)


def _own_text(text: str) -> _Decide:
    if not text.isprintable():
        raise click.BadParameter(_("TEXT must stand on one line, without control characters"))
    return lambda document, place: decision_on(document, place, Verdict.TEXT, text)
