"""`sctui exam`: what to expect of the exams to come, with their plans and without."""

from __future__ import annotations

from datetime import datetime

import click

from sctui.cli.columns import left
from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.i18n import _
from sctui.scheduler.costs import costs_of
from sctui.scheduler.histories import histories
from sctui.scheduler.plans import Exam
from sctui.study.exams import ExamStudy, Outlook
from sctui.text.plural import counted
from sctui.tui.formatting import day_and_year


@click.command()
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Try a date (default: those in config.toml)."
)
@click.option("--deck", default="", help="What is examined: a deck with those below it.")
@click.option("--topic", default="", help="What is examined: a topic, its titles joined by ` / `.")
@click.option(
    "--minutes", type=click.IntRange(1, 1440), default=30, show_default=True, help="To study a day."
)
@click.option("--cards", is_flag=True, help="Name the cards to study today, a line each.")
@click.pass_obj
def exam(context: Context, *, day: datetime | None, deck: str, topic: str, minutes: int, cards: bool) -> None:
    """Show how much you will recall on the day of an exam: with a plan for that day, and without.

    Exams stand in config.toml as [[exam]] with date, minutes, and deck or topic; in the app, `P` plans one,
    and `e` studies what the plan of the next exam asks today.
    """
    with sitting(context.home) as at:
        exams = (Exam(day.date(), minutes, deck, topic),) if day else at.chosen.exam
        if not exams:
            click.echo(
                _("No exam is planned. Try one with --date, or write it into config.toml as [[exam]].")
            )
        for number, one in enumerate(sorted(exams, key=lambda one: one.day)):
            if number:
                click.echo()
            at.cards_in(one.deck, one.topic)
            _show(at, one, name_cards=cards)


def _show(at: Sitting, one: Exam, *, name_cards: bool) -> None:
    costs = costs_of(histories(at.collection.store.log()))
    study = ExamStudy(at.collection, one, at.now, at.settings, costs)
    if name_cards:
        for card in study.today():
            click.echo(card)
        return
    click.echo(f"{one.name}: {day_and_year(one.day)}, {_left(study.days_left, study.days_to_study)}")
    if study.days_left <= 0 or not study.cards:
        return
    for line in _table(study.outlook()):
        click.echo(line)
    today = counted(len(study.today()), "card")  # what the key asks, whatever the forecast tried
    click.echo(_("Today: {cards}. In the app, press e.").format(cards=today))


def _table(found: Outlook) -> list[str]:
    planned, plain = (counted(round(way.minutes), "minute") for way in (found.planned, found.plain))
    rows = [
        (_("with the plan"), found.planned.recall, _("{minutes} a day").format(minutes=planned)),
        (
            _("without it"),
            found.plain.recall,
            _("{minutes} a day, as cards fall due").format(minutes=plain),
        ),
        (_("nothing studied"), found.idle, ""),
    ]
    head = _("  {cards}, {new} of them new; expected to be recalled on the day:").format(
        cards=counted(found.cards, "card"), new=found.new
    )
    return [head, *(f"  {left(name, 16)}{recall:>6.1%}  {note}".rstrip() for name, recall, note in rows)]


def _left(days: int, to_study: int) -> str:
    if days < 0:
        return _("it is over")
    return _("{days} to study").format(days=counted(to_study, "day")) if days else _("today")
