"""`sctui find`: the cards that a query finds, as a table, as JSON or by their ids."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

import click

from sctui.cli.columns import cells
from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.i18n import _
from sctui.markup.cards import plain_front
from sctui.model.review import Phase
from sctui.search.fields import FIELDS, LANGUAGE
from sctui.search.index import CardIndex
from sctui.search.orders import ORDERS
from sctui.search.search import CardSearch
from sctui.search.syntax import QueryError
from sctui.text.plural import counted
from sctui.text.printable import one_line


class _FindCommand(click.Command):
    """A command that tells its query language below its options."""

    def format_epilog(self, _ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        formatter.write_text(f"{_(LANGUAGE)} {_('Fields:')}")
        with formatter.indentation():
            formatter.write_dl(
                [(written, _(meaning)) for written, meaning in (field.example for field in FIELDS)]
            )


@click.command(
    cls=_FindCommand,
    context_settings={"ignore_unknown_options": True},  # `-is:new` is no option
)
@click.argument("query", nargs=-1, metavar="[QUERY]...")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "ids"]),
    default="table",
    show_default=True,
    help="How.",
)
@click.option("--sort", type=click.Choice(ORDERS), default="added", show_default=True, help="By what.")
@click.option("--reverse", is_flag=True, help="The largest first.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@click.pass_obj
def find(
    context: Context, *, query: Sequence[str], form: str, sort: str, reverse: bool, limit: int | None
) -> None:
    """Find cards with a query, as in Anki's browser; the app asks the same with `/`."""
    text = " ".join(query)
    with sitting(context.home) as at:
        cards = _found(at, text, sort, reverse=reverse)
        shown = cards if limit is None else cards[:limit]
        if form == "ids":
            lines: Iterator[str] = iter(shown)
        elif form == "json":
            lines = (json.dumps(_told(at, card), ensure_ascii=False) for card in shown)
        else:
            lines = _table(at, shown, len(cards))
        for line in lines:
            click.echo(line)


def _found(at: Sitting, text: str, sort: str, *, reverse: bool) -> list[str]:
    index = CardIndex(at.collection)
    for _share in index.work(at.now, at.settings):
        pass
    try:
        rows = CardSearch(index, at.today).find(text, sort, downwards=reverse, typing=False)
    except QueryError as error:
        click.echo(f"  {one_line(text)}\n  {' ' * cells(text[: error.at])}^", err=True)
        raise
    return [index.ids[row] for row in rows]


def _told(at: Sitting, card: str) -> dict[str, Any]:
    found, state = at.collection.cards[card], at.collection.store.state(card)
    marks = at.collection.store.marks().get(card)
    return {
        "id": card,
        "deck": at.collection.deck_of(card),
        "topic": list(found.note.topic),
        "kind": found.note.kind.value,
        "front": found.front,
        "back": found.back,
        "phase": state.phase.name.lower(),
        "due": state.due,
        "stability": state.stability,
        "difficulty": state.difficulty,
        "reps": state.reps,
        "lapses": state.lapses,
        "suspended": bool(marks and marks.suspended),
        "flag": marks.flag if marks else 0,
    }


def _table(at: Sitting, cards: Sequence[str], number: int) -> Iterator[str]:
    """Id, how often answered, question: what may be wide stands last."""
    width = max(map(len, cards), default=0)
    for card in cards:
        state = at.collection.store.state(card)
        known = "new" if state.phase is Phase.NEW else f"{state.reps}x"
        yield f"{card:<{width}}  {known:>4}  {one_line(plain_front(at.collection.cards[card]))}"
    yield (
        counted(number, "card")
        if number == len(cards)
        else _("{shown} of {cards}").format(shown=len(cards), cards=counted(number, "card"))
    )
