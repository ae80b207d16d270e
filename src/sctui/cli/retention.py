"""`sctui retention`: what a desired retention costs and brings, and which one fits the time there is."""

from __future__ import annotations

import click

from sctui.cli.main import Context
from sctui.cli.sitting import sitting
from sctui.scheduler.histories import histories
from sctui.scheduler.workload import within, workloads


@click.command()
@click.option("--minutes", type=click.FloatRange(min=1), help="The time you have a day.")
@click.option("--new", type=click.IntRange(min=1), help="New cards a day (default: new_per_day).")
@click.pass_obj
def retention(context: Context, minutes: float | None, new: int | None) -> None:
    """Show what each desired retention would cost a day and bring in a year, simulated for you.

    With --minutes, suggests the highest desired retention that fits into them. Nothing is changed: set
    `desired_retention` in config.toml.
    """
    with sitting(context.home) as at:
        cards = max(1, len(at.collection.cards))
        wanted = new or max(1, at.settings.new_per_day)
        log = histories(at.collection.store.log())
        found = workloads(log, at.settings.parameters, cards, wanted)
    click.echo(f"{cards} cards, {wanted} new a day, over a year (fsrs-rs's simulator):")
    click.echo(f"{'retention':>9} {'minutes/day':>12} {'reviews/day':>12} {'recalled':>9}")
    for load in found:
        costs = f"{load.minutes:>12.1f} {load.reviews:>12.1f}"
        click.echo(f"{load.retention:>9.0%} {costs} {load.recalled:>9.0f}")
    if minutes is not None:
        best = within(found, minutes)
        fits = "fits into" if best.minutes <= minutes else "is the least, and takes more than"
        click.echo(f"desired_retention = {best.retention:.2f} {fits} {minutes:g} minutes a day.")
