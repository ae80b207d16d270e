"""`sctui stats`: what the review log tells, as text or JSON."""

from __future__ import annotations

import click

from sctui.cli.main import Context
from sctui.cli.sitting import Sitting, sitting
from sctui.study.parts import parts_of
from sctui.study.report import Report, report
from sctui.study.statistics import Statistics


@click.command()
@click.option("--deck", default="", help="Only of this deck and those below it.")
@click.option("--topic", default="", help="Only of this topic (titles joined by ` / `) and those below it.")
@click.option(
    "--days",
    type=click.IntRange(1, 36_500),
    default=365,
    show_default=True,
    help="How far back answers are looked at.",
)
@click.option("--json", "as_json", is_flag=True, help="As JSON, for other programs.")
@click.pass_obj
def stats(context: Context, *, deck: str, topic: str, days: int, as_json: bool) -> None:
    """Show how studying goes: days, true retention, what comes, how well recall is predicted, weak topics.

    True retention counts the first answer of a day to a card that was answered on an earlier day.
    """
    with sitting(context.home) as at:
        told = _told(at, deck, topic, days)
    if as_json:
        from sctui.cli.stats_json import as_text  # noqa: PLC0415 -- loaded where it is used

        click.echo(as_text(told))
        return
    from sctui.cli.stats_text import lines  # noqa: PLC0415 -- loaded where it is used

    for line in lines(told):
        click.echo(line)


def _told(at: Sitting, deck: str, topic: str, days: int) -> Report:
    parts = parts_of(at.collection)
    if deck or topic:
        parts = parts.among(at.cards_in(deck, topic))
    since = at.today.number - days + 1
    whole = not (deck or topic)
    with Statistics(at.collection, parts, at.settings, at.now, since, whole_log=whole) as statistics:
        return report(statistics, since)
