"""`sctui schema`: the format of decks as a JSON Schema, for editors."""

from __future__ import annotations

import click

from sctui.locations import bundled


@click.command()
def schema() -> None:
    """Print the JSON Schema of decks, by which editors complete keys and mark what is wrong.

    Keep it beside your decks: sctui schema > decks/deck.schema.json
    """
    click.echo((bundled() / "data" / "deck.schema.json").read_text(encoding="utf-8"), nl=False)
