"""`sctui retention`: what a desired retention costs and brings, and which one fits the time there is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict

import click

from sctui.cli.columns import right
from sctui.cli.main import Context
from sctui.cli.sitting import sitting
from sctui.i18n import _
from sctui.scheduler.costs import minutes_a_day
from sctui.scheduler.histories import histories
from sctui.scheduler.workload import Workload, within, workloads
from sctui.study.retention_words import told_of_all, told_of_best, told_of_usual, whole_minutes


@click.command()
@click.option("--minutes", type=click.FloatRange(min=1), help="The time you have a day.")
@click.option("--new", type=click.IntRange(min=1), help="New cards a day (default: new_per_day).")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_obj
def retention(context: Context, minutes: float | None, new: int | None, form: str) -> None:
    """Show what each desired retention would cost a day and bring in a year, simulated for you.

    Suggests the highest desired retention that fits into the minutes you have a day, or into those you
    studied a day in the last month. Nothing is changed: set `desired_retention` in config.toml, or choose one
    in the app, in its plans (`P`).
    """
    with sitting(context.home) as at:
        cards = max(1, len(at.collection.cards))
        wanted = new or max(1, at.settings.new_per_day)
        log = histories(at.collection.store.log())
        usual = minutes_a_day(log, at.now, at.settings)
        found = workloads(log, at.settings.parameters, cards, wanted)
    if form == "json":
        told = {"cards": cards, "new_per_day": wanted, "minutes_studied": usual}
        click.echo(json.dumps(told | {"workloads": [asdict(load) for load in found]}))
        return
    _show(found, cards, wanted, minutes, usual)


def _show(
    found: Sequence[Workload], cards: int, wanted: int, minutes: float | None, usual: float | None
) -> None:
    click.echo(told_of_all(cards, wanted))
    heads = ((_("retention"), 9), (_("minutes/day"), 12), (_("reviews/day"), 12), (_("recalled"), 9))
    click.echo(" ".join(right(word, width) for word, width in heads))
    for load in found:
        costs = f"{load.minutes:>12.1f} {load.reviews:>12.1f}"
        click.echo(f"{load.retention:>9.0%} {costs} {load.recalled:>9.0f}")
    if minutes is None and usual:
        minutes = whole_minutes(usual)
        for told in told_of_usual(usual):
            click.echo(told)
    if minutes is not None:
        click.echo(told_of_best(within(found, minutes), minutes))
