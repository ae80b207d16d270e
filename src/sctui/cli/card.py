"""`sctui card`: suspend, bury, flag, set due and reset cards, and list those with marks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import click

from sctui.cli.card_text import change, delete
from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.i18n import _
from sctui.model.change import UNMARKED, Change, Marks
from sctui.model.flags import FLAGS
from sctui.model.review import Phase
from sctui.scheduler import acts
from sctui.scheduler.plans import date_of
from sctui.text.plural import counted

_CARDS = click.argument("cards", nargs=-1, required=True, metavar="ID...")


@click.group()
def card() -> None:
    """Suspend, bury, flag, set due, reset, change or delete cards, by their ids. One call is one act.

    `sctui undo` takes back the last act, an answer or one of these.
    """


card.add_command(change)
card.add_command(delete)


@card.command()
@_CARDS
@click.pass_obj
def suspend(context: Context, cards: Sequence[str]) -> None:
    """Do not show these cards any more."""
    _mark(context, cards, lambda at, name, marks: acts.suspended(name, marks, at.now, on=True))


@card.command()
@_CARDS
@click.pass_obj
def unsuspend(context: Context, cards: Sequence[str]) -> None:
    """Show these cards again."""
    _mark(context, cards, lambda at, name, marks: acts.suspended(name, marks, at.now, on=False))


@card.command()
@click.option(
    "--days", type=click.IntRange(1, 3650), default=1, show_default=True, help="Study days, today included."
)
@_CARDS
@click.pass_obj
def bury(context: Context, cards: Sequence[str], days: int) -> None:
    """Do not show these cards again today."""
    _mark(context, cards, lambda at, name, marks: acts.buried(name, marks, at.now, at.today, days))


@card.command()
@_CARDS
@click.pass_obj
def unbury(context: Context, cards: Sequence[str]) -> None:
    """Show buried cards again today."""
    _mark(context, cards, lambda at, name, marks: acts.unburied(name, marks, at.now))


@card.command()
@click.argument("flag", type=click.IntRange(0, FLAGS))
@_CARDS
@click.pass_obj
def flag(context: Context, cards: Sequence[str], flag: int) -> None:
    """Give these cards a flag, 1 to 7, or none with 0."""
    _mark(context, cards, lambda at, name, marks: acts.flagged(name, marks, at.now, flag))


@card.command()
@_CARDS
@click.pass_obj
def unleech(context: Context, cards: Sequence[str]) -> None:
    """Take the mark of a leech away, as from cards that were written anew."""
    _mark(context, cards, lambda at, name, marks: acts.no_leech(name, marks, at.now))


@card.command()
@click.argument("days", type=click.IntRange(0, 36500))
@_CARDS
@click.pass_obj
def due(context: Context, cards: Sequence[str], days: int) -> None:
    """Let studied cards fall due in so many days; what is remembered of them stays as it was."""
    with sitting(context.home) as at:
        states = [at.collection.store.state(name) for name in _known(at, cards)]
        new = [state.card for state in states if state.phase is Phase.NEW]
        if new:
            raise click.UsageError(_("{new} was never studied: it has no due day to set.").format(new=new[0]))
        _do(at, [acts.made_due(state, at.now, at.today, days) for state in states])


@card.command()
@_CARDS
@click.pass_obj
def reset(context: Context, cards: Sequence[str]) -> None:
    """Make these cards new again; their answers stay in the log."""
    with sitting(context.home) as at:
        states = [at.collection.store.state(name) for name in _known(at, cards)]
        _do(at, [acts.reset(state, at.now) for state in states if state.phase is not Phase.NEW])


@card.command("list")
@click.option("--suspended", is_flag=True, help="Only suspended ones.")
@click.option("--leech", is_flag=True, help="Only leeches.")
@click.option("--flag", type=click.IntRange(1, FLAGS), help="Only those with this flag.")
@click.pass_obj
def list_marked(context: Context, *, suspended: bool, leech: bool, flag: int | None) -> None:
    """List the cards that have marks, and which."""
    with sitting(context.home) as at:
        for name, marks in sorted(at.collection.store.marks().items()):
            wanted = (marks.suspended or not suspended) and (marks.leech or not leech)
            if wanted and flag in (None, marks.flag):
                click.echo(f"{name}  {', '.join(_told(marks))}")


def _told(marks: Marks) -> list[str]:
    until = (
        ""
        if marks.buried_until is None
        else _("buried until {date_of}").format(date_of=date_of(marks.buried_until))
    )
    flagged = _("flag {flag}").format(flag=marks.flag) if marks.flag else ""
    words = ["suspended" * marks.suspended, until, flagged, "leech" * marks.leech]
    return [word for word in words if word]


def _mark(context: Context, cards: Sequence[str], act: Callable[[Sitting, str, Marks], Change]) -> None:
    with sitting(context.home) as at:
        marks = at.collection.store.marks()
        changes = [act(at, name, marks.get(name, UNMARKED)) for name in _known(at, cards)]
        _do(at, [change for change in changes if change.before != change.after])


def _known(at: Sitting, cards: Sequence[str]) -> list[str]:
    """The ids, each once.

    Raises:
        click.UsageError: when a card is in no deck.
    """
    for name in cards:
        if name not in at.collection.cards:
            raise click.UsageError(_("There is no card `{name}` in your decks.").format(name=name))
    return list(dict.fromkeys(cards))


def _do(at: Sitting, changes: Sequence[Change]) -> None:
    if changes:
        at.collection.store.change(changes)
    click.echo(_("{cards} changed.").format(cards=counted(len(changes), "card")))
