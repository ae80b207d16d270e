"""`sctui outline`: the topic tree of a document, for people or as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from sctui.cli.main import Context
from sctui.documents.read import read_document
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.model.document import Document
from sctui.model.topic import Topic
from sctui.outline.build import build_outline
from sctui.text.printable import one_line


@click.command(name="outline")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def outline(context: Context, file: Path, form: str) -> None:
    """Show the topic tree of FILE: titles, nested, with their line numbers, and pages where it has some."""
    lexicon = read_lexicon(bundled() / "data" / "lexicon", context.home.lexicon)
    document = read_document(file, lexicon)
    tree = build_outline(document)
    if form == "json":
        click.echo(json.dumps(_as_json(tree, document), ensure_ascii=False))
        return
    width = len(str(tree.last_line))
    click.echo("\n".join(_as_text(tree, document, width, 0)))


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
