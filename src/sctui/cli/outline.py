"""`sctui outline`: the topic tree of a document, for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from itertools import islice
from pathlib import Path
from typing import Any

import click

from sctui.cli.documents import one_document
from sctui.cli.main import Context
from sctui.cli.progress import Bar
from sctui.documents.read import READING, read_document
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.model.document import Document
from sctui.model.topic import Topic
from sctui.outline.build import build_outline
from sctui.text.collector_pause import collector_paused
from sctui.text.printable import one_line

_AT_ONCE = 1000  # rows that are printed at once: all of them would be a text of their own


@click.command(name="outline")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--overview", is_flag=True, help="Show what it claims, and on what evidence, on one screen.")
@click.pass_obj
def outline(context: Context, file: Path, form: str, *, overview: bool) -> None:
    """Show the topic tree of FILE (`-`: pasted text): titles with their lines, and pages if it has some."""
    with one_document(file) as given:
        if overview:
            click.echo("\n".join(_overview(context, given, form)))
        else:
            _show_tree(context, given, form)


def _show_tree(context: Context, file: Path, form: str) -> None:
    lexicon = read_lexicon(bundled() / "data" / "lexicon", context.home.lexicon)
    with collector_paused(), Bar(1, READING, "Reading") as bar:
        bar.begin(file.name)
        document = read_document(file, lexicon, bar.step)
        tree = build_outline(document, lexicon.words)
    if form == "json":
        click.echo(json.dumps(_as_json(tree, document), ensure_ascii=False))
        return
    width = len(str(tree.last_line))
    rows = _as_text(tree, document, width, 0)
    while some := list(islice(rows, _AT_ONCE)):
        click.echo("\n".join(some))


def _overview(context: Context, file: Path, form: str) -> Iterator[str]:
    from sctui.decks.origins import origin_told  # noqa: PLC0415 -- the tree alone needs no facts
    from sctui.pipeline import convert, read_knowledge  # noqa: PLC0415 -- as above
    from sctui.records.overview import evidence_of, overview_of  # noqa: PLC0415 -- as above

    known = convert(file, read_knowledge(bundled() / "data", context.home.lexicon)).knowledge
    overview = overview_of(known)
    if form == "json":
        yield json.dumps(asdict(overview), ensure_ascii=False)
        return
    yield one_line(overview.title)
    origin = origin_told(known.date, known.kind, known.language)
    yield "  " + "; ".join(filter(None, (one_line(origin), *evidence_of(overview))))
    for claim in overview.claims:
        flags = f"  [{', '.join(claim.flags)}]" if claim.flags else ""
        yield f"  {claim.evidence.line:>5}  {one_line(claim.says)}{flags}"


def _as_json(topic: Topic, document: Document) -> dict[str, Any]:
    found: dict[str, Any] = {"title": one_line(topic.title)}
    if topic.line:
        found["line"] = topic.line
    if page := document.page_of(topic.line):
        found["page"] = page
    return {**found, "children": [_as_json(child, document) for child in topic.children]}


def _as_text(topic: Topic, document: Document, width: int, depth: int) -> Iterator[str]:
    number = str(topic.line) if topic.line else ""
    page = document.page_of(topic.line)
    yield f"{number:>{width}}  {'  ' * depth}{one_line(topic.title)}{f'  p. {page}' if page else ''}"
    for child in topic.children:
        yield from _as_text(child, document, width, depth + 1)
