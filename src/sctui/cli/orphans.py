"""`sctui orphans`: cards that were studied and stand in no deck any more, and where their history goes."""

from __future__ import annotations

import time
from datetime import datetime

import click

from sctui.cli.columns import right
from sctui.cli.main import Context
from sctui.decks.library import read_library
from sctui.errors import CollectionError
from sctui.i18n import _
from sctui.safety.opening import open_store
from sctui.scheduler.replay import replay
from sctui.store.mapping import answered_cards, map_card
from sctui.text.plural import counted
from sctui.text.printable import one_line


@click.command()
@click.option("--map", "mapping", nargs=2, metavar="OLD NEW", help="Let the history of OLD go over to NEW.")
@click.pass_obj
def orphans(context: Context, mapping: tuple[str, str] | None) -> None:
    """List the cards that you studied and that no deck has any more.

    Their history is kept, and is there again when a card of the same id comes back. If a card got another id,
    --map lets the history go over to it; `sctui undo` takes that back.
    """
    home = context.home
    library = read_library(home.library)
    here = {card.id for loaded in library.decks for card in loaded.deck.cards()}
    if mapping:
        old, new = mapping
        if new not in here:
            raise CollectionError(
                _("no deck has a card `{new}`").format(new=new),
                hint=_("Write the id as it stands in the deck."),
            )
        now = time.time_ns() // 1_000_000
        open_store(home, lambda: now).close()
        if home.database.exists():
            map_card(home.database, old, new, now, replay)
        click.echo(
            _("The history of {old} is now that of {new}.").format(old=one_line(old), new=one_line(new))
        )
        return
    store = open_store(home, lambda: time.time_ns() // 1_000_000)
    here |= {card for card, former in store.former_names().items() if former in here}
    store.close()
    left = [card for card in answered_cards(home.database) if card.card not in here]
    for card in left:
        last = datetime.fromtimestamp(card.last / 1000).astimezone()
        click.echo(f"{last:%Y-%m-%d}  {right(counted(card.answers, 'review'), 12)}  {one_line(card.card)}")
    if library.problems:  # cards that cannot be read are not gone
        problems = counted(len(library.problems), "problem")
        click.echo(_("{problems}: see `sctui check`.").format(problems=problems), err=True)
    told = _("{cards} without a deck.") if left else _("Every studied card has its deck.")
    if left and library.problems:
        told = _("{cards} in no deck that can be read.")
    click.echo(told.format(cards=counted(len(left), "card")))
