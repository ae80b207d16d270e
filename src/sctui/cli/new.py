"""`sctui new deck` and `sctui new card`: a deck, or a card in a deck of yours, without an editor."""

from __future__ import annotations

import click

from sctui.cli.main import Context
from sctui.cli.own_decks import bundled_names, write_decks
from sctui.decks.imports.draft import Draft
from sctui.decks.imports.into_decks import DeckFiles, deck_names, take_in
from sctui.decks.values import near_miss, shown
from sctui.errors import DeckError
from sctui.i18n import _
from sctui.text.printable import one_line


@click.group()
def new() -> None:
    """Begin a deck, or put a card into one. `sctui undo` takes either back."""


@new.command()
@click.argument("name")
@click.pass_obj
def deck(context: Context, name: str) -> None:
    """Begin a deck; `outer::inner` nests."""
    if not all(part.strip() for part in name.split("::")):
        raise click.UsageError(_("the deck name `{name}` has an empty part").format(name=shown(name)))
    there = deck_names(context.home.decks).get(name)
    if there:
        raise DeckError(_("there is a deck `{name}` already").format(name=shown(name)), file=str(there))
    taken = take_in(DeckFiles(context.home.decks, bundled_names()), {name: ()})
    write_decks(context.home, taken)
    click.echo(one_line(str(taken[0].file)))


@new.command()
@click.option("--deck", "name", required=True, metavar="NAME", help="A deck of yours.")
@click.option("--front", default="", help="The question.")
@click.option("--back", default="", help="The answer.")
@click.option("--text", default="", help="A text with gaps instead: {{c1::answer}}.")
@click.option("--topic", default="", help="Headings from the outside in: outer/inner.")
@click.option("--tag", "tags", multiple=True, help="A word to find it by; can be given again.")
@click.pass_obj
def card(
    context: Context, name: str, front: str, back: str, text: str, topic: str, tags: tuple[str, ...]
) -> None:
    """Put a card at the end of a deck of yours; all else in its file stays as it is."""
    if bool(text) == bool(front or back):
        raise click.UsageError(_("a card has --front and --back, or --text"))
    names = deck_names(context.home.decks)
    if name not in names:
        raise DeckError(
            _("you have no deck `{name}`{near_miss}").format(
                name=shown(name), near_miss=near_miss(name, tuple(names))
            ),
            file=str(context.home.decks),
            hint=_("`sctui new deck NAME` begins one"),
        )
    parts = tuple(part.strip() for part in topic.split("/") if part.strip())
    draft = Draft(1, 1, front.strip(), back.strip(), text.strip(), topic=parts, tags=tags)
    for fault in draft.faults(str(names[name])):
        raise click.UsageError(fault.message)
    taken = take_in(DeckFiles(context.home.decks, bundled_names()), {name: [draft.note(name)]})
    if taken[0].there:
        raise DeckError(
            _("the deck asks this already"), file=str(names[name]), hint=_("write it in your editor")
        )
    write_decks(context.home, taken)
    click.echo(one_line(f"{taken[0].file}: {taken[0].added[0]}"))
