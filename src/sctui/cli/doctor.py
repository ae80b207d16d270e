"""`sctui doctor`: what is wrong with the collection, and setting it right."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator

import click

from sctui.cli.main import Context, tell
from sctui.config import read_settings
from sctui.errors import ConfigError, ExitCode
from sctui.i18n import _
from sctui.locations import Home
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
    """Examine your collection and your settings, and repair the collection.

    A damaged file is set aside and never changed; all that can be read of it is kept, and what is missing is
    taken from the newest backup. The exit code is 1 when something is wrong and stays wrong.
    """
    now = time.time_ns() // 1_000_000
    wrong = _wrong_settings(context.home)
    found = diagnose(context.home, now)
    for line in _told(found, settings_too=not wrong):
        click.echo(line)
    if wrong:
        tell(wrong)
    if found.healthy and wrong:
        sys.exit(ExitCode.FAILED)
    if found.healthy:
        return
    can = found.damage or any(finding.mendable for finding in found.findings)
    if only_look or not can or not (yes or click.confirm(_("Repair it?"))):
        sys.exit(ExitCode.FAILED)
    if found.damage:
        rescued = make_anew(context.home, now)
        lines, after = _saved(rescued), rescued.after
    else:
        after = set_right(context.home, now)
        lines = iter((_("Repaired. What there was is in the newest backup."),))
    for line in lines:
        click.echo(line)
    left = [finding for finding in after.findings if finding.fault is not Fault.TIME]
    for finding in left:
        click.echo(f"  {one_line(finding.message)}")
    if wrong or any(finding.mendable for finding in left):
        sys.exit(ExitCode.FAILED)


def _wrong_settings(home: Home) -> ConfigError | None:
    """What is wrong with `config.toml`, with theme and own keys, which the app alone needs."""
    try:
        settings = read_settings(home.config)
        if settings.theme:
            from sctui.tui.themes import checked_theme  # noqa: PLC0415 -- loads a part of Textual

            checked_theme(home.config, settings.theme)
        if keys := settings.keys:
            from sctui.tui.settings.own_keys import checked  # noqa: PLC0415 -- loads a part of Textual

            checked(home.config, keys)
    except ConfigError as error:
        return error
    return None


def _told(found: Diagnosis, *, settings_too: bool) -> Iterator[str]:
    if found.damage:
        yield _("The collection is damaged: {damage}").format(damage=one_line(found.damage))
        return
    contents = found.contents
    yield _("{reviews} of {cards}").format(
        reviews=counted(contents.reviews, "review"), cards=counted(contents.cards, "card")
    )
    if found.healthy:
        yield _("Nothing is wrong.") if settings_too else _("Nothing is wrong with the collection.")
    for fault in Fault:
        messages = [finding.message for finding in found.findings if finding.fault is fault]
        yield from (f"  {one_line(message)}" for message in messages[:_SHOWN])
        if len(messages) > _SHOWN:
            yield _("  and {messages} more").format(messages=len(messages) - _SHOWN)
    if any(finding.fault is Fault.TIME for finding in found.findings):
        yield _("  (Times stay as they are: the log of your answers is never changed.)")


def _saved(rescued: Rescue) -> Iterator[str]:
    for file in rescued.aside:
        yield _("Set aside: {file}").format(file=file)
    if rescued.salvaged:
        rows = rescued.salvaged.rows
        yield (
            _(
                "Read from the damaged file: {reviews} of {cards}; {unreadable} of {pages} could not be read."
            ).format(
                reviews=counted(rows.get("reviews", 0), "review"),
                cards=counted(rows.get("cards", 0), "card"),
                unreadable=rescued.salvaged.unreadable,
                pages=counted(rescued.salvaged.pages, "page"),
            )
        )
    if rescued.backup:
        yield _("From the backup {name}: {reviews} more.").format(
            name=rescued.backup.name, reviews=counted(rescued.from_backup, "review")
        )
    else:
        yield _("There is no backup that could have helped.")
    contents = rescued.after.contents
    yield _("Now: {reviews} of {cards}.").format(
        reviews=counted(contents.reviews, "review"), cards=counted(contents.cards, "card")
    )
    lost = [finding for finding in rescued.after.findings if finding.fault is Fault.CHAIN]
    yield (
        _("Lost: {message}").format(message=lost[0].message) if lost else _("No gap shows in what was saved.")
    )
    if rescued.salvaged and rescued.salvaged.unreadable:
        yield _("Answers that stood only where nothing could be read are lost.")
