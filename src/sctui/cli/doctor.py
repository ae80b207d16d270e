"""`sctui doctor`: what is wrong with the collection, and setting it right."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import click

from sctui.cli.main import Context
from sctui.errors import ExitCode
from sctui.safety.doctor import Diagnosis, Rescue, diagnose
from sctui.safety.doctor import repair as set_right
from sctui.safety.doctor import rescue as make_anew
from sctui.store.checkup import Fault
from sctui.text.plural import counted
from sctui.text.printable import one_line

_SHOWN = 10  # findings of one kind told one by one


@click.command()
@click.option("--check", "only_look", is_flag=True, help="Say what is wrong, and repair nothing.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.pass_obj
def doctor(context: Context, *, only_look: bool, yes: bool) -> None:
    """Examine your collection, and repair it.

    A damaged file is set aside and never changed; all that can be read of it is kept, and what is missing is
    taken from the newest backup. The exit code is 1 when something is wrong and stays wrong.
    """
    now = time.time_ns() // 1_000_000
    found = diagnose(context.home, now)
    for line in _told(found):
        click.echo(line)
    if found.healthy:
        return
    can = found.damage or any(finding.mendable for finding in found.findings)
    if only_look or not can or not (yes or click.confirm("Repair it?")):
        sys.exit(ExitCode.FAILED)
    if found.damage:
        rescued = make_anew(context.home, now)
        lines, after = _saved(rescued), rescued.after
    else:
        after = set_right(context.home, now)
        lines = iter(("Repaired. What there was is in the newest backup.",))
    for line in lines:
        click.echo(line)
    left = [finding for finding in after.findings if finding.fault is not Fault.TIME]
    for finding in left:
        click.echo(f"  {one_line(finding.message)}")
    if any(finding.mendable for finding in left):
        sys.exit(ExitCode.FAILED)


def _told(found: Diagnosis) -> Iterator[str]:
    if found.damage:
        yield f"The collection is damaged: {one_line(found.damage)}"
        return
    contents = found.contents
    yield f"{counted(contents.reviews, 'review')} of {counted(contents.cards, 'card')}"
    if found.healthy:
        yield "Nothing is wrong."
    for fault in Fault:
        messages = [finding.message for finding in found.findings if finding.fault is fault]
        yield from (f"  {one_line(message)}" for message in messages[:_SHOWN])
        if len(messages) > _SHOWN:
            yield f"  and {len(messages) - _SHOWN} more"
    if any(finding.fault is Fault.TIME for finding in found.findings):
        yield "  (Times stay as they are: the log of your answers is never changed.)"


def _saved(rescued: Rescue) -> Iterator[str]:
    for file in rescued.aside:
        yield f"Set aside: {file}"
    if rescued.salvaged:
        rows = rescued.salvaged.rows
        yield (
            f"Read from the damaged file: {counted(rows.get('reviews', 0), 'review')} of "
            f"{counted(rows.get('cards', 0), 'card')}; "
            f"{rescued.salvaged.unreadable} of {counted(rescued.salvaged.pages, 'page')} could not be read."
        )
    if rescued.backup:
        yield f"From the backup {rescued.backup.name}: {counted(rescued.from_backup, 'review')} more."
    else:
        yield "There is no backup that could have helped."
    contents = rescued.after.contents
    yield f"Now: {counted(contents.reviews, 'review')} of {counted(contents.cards, 'card')}."
    lost = [finding for finding in rescued.after.findings if finding.fault is Fault.CHAIN]
    yield f"Lost: {lost[0].message}" if lost else "No gap shows in what was saved."
