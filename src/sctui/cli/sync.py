"""`sctui sync TARGET`: the same collection on several machines."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

import click

from sctui.cli.main import Context
from sctui.errors import ExitCode
from sctui.i18n import _
from sctui.safety.backups import Reason, back_up
from sctui.safety.opening import open_store
from sctui.safety.this_machine import fingerprint
from sctui.store.exchange import new_device
from sctui.store.segments import rename_target
from sctui.sync.cipher import Cipher
from sctui.sync.decks import DeckConflict, DecksSynced, sync_decks
from sctui.sync.exchange import Machine, Synced
from sctui.sync.exchange import sync as exchange
from sctui.sync.target import name_of, target_at
from sctui.text.plural import counted
from sctui.text.printable import one_line

_SHOWN = 12  # lines of each side of a conflict
_PATIENCE = 15.0  # seconds until it is said what is waited for


@click.command()
@click.argument("target")
@click.option("--passphrase", is_flag=True, help="Ask for a passphrase, and encrypt what is sent.")
@click.option(
    "--resolved", multiple=True, metavar="DECK", help="Take this deck as it stands here, on all machines."
)
@click.pass_obj
def sync(context: Context, target: str, resolved: tuple[str, ...], *, passphrase: bool) -> None:
    """Exchange reviews with your other machines through TARGET.

    TARGET is a folder that something else carries (Syncthing, Dropbox, a git checkout, a share), or an
    address such as sftp://host/path. Each machine only adds files there, so that nothing is overwritten; sync
    as often and in whatever order you like. The passphrase may stand in SCTUI_SYNC_PASSPHRASE.
    """
    home, now = context.home, time.time_ns() // 1_000_000
    secret = os.environ.get("SCTUI_SYNC_PASSPHRASE", "")
    name = name_of(target)
    with _patience(name):
        place = target_at(target)
        is_first = passphrase and not place.names()  # nothing there would show a slip
    if passphrase:
        again = _("The same once more") if is_first else False
        secret = click.prompt(_("Passphrase"), hide_input=True, confirmation_prompt=again)
    cipher = Cipher(secret) if secret else None
    store = open_store(home, lambda: now)
    store.ensure()
    store.close()
    back_up(home, now, Reason.SYNC)
    if name != target:  # as it was once remembered, with its password
        rename_target(home.database, target, name)
    decks = DecksSynced()

    def merge() -> None:
        nonlocal decks
        decks = sync_decks(home, now, frozenset(resolved))

    machine = Machine(fingerprint(home), new_device())
    with _patience(name):
        done = exchange(home.database, place, name, machine, now, cipher, merge)
    _tell(done, decks, name)
    if done.torn or decks.waiting or decks.conflicts:
        sys.exit(ExitCode.FAILED)


@contextmanager
def _patience(name: str) -> Iterator[None]:
    """Say what is waited for where it takes long: not every server that is gone says so."""
    waiting = _("Still waiting for {target}. Ctrl+C stops it; nothing is lost.").format(target=one_line(name))
    timer = Timer(_PATIENCE, click.echo, (waiting,), {"err": True})
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _tell(done: Synced, decks: DecksSynced, name: str) -> None:
    click.echo(
        _("Sent {changes}; received {reviews}, {cards} rescheduled.").format(
            changes=counted(done.given, "change"),
            reviews=counted(done.taken.answers, "review"),
            cards=counted(done.taken.states, "card"),
        )
    )
    if done.was_empty:
        click.echo(
            _("There was nothing at {target} yet. If other machines sync there, check its name.").format(
                target=one_line(name)
            )
        )
    for path in decks.written:
        click.echo(_("  {path}: changed elsewhere, and now here").format(path=one_line(path)))
    for path in decks.removed:
        click.echo(
            _("  {path}: deleted elsewhere, and now here; `sctui undo` brings it back").format(
                path=one_line(path)
            )
        )
    for segment in done.torn:
        click.echo(_("  {name} is not whole yet; it is read the next time.").format(name=segment), err=True)
    for path in decks.waiting:
        click.echo(
            _("  {path} waits for an edit of another machine that has not arrived.").format(
                path=one_line(path)
            ),
            err=True,
        )
    for conflict in decks.conflicts:
        _tell_conflict(conflict)


def _tell_conflict(found: DeckConflict) -> None:
    path, conflict = one_line(found.path), found.conflict
    what = (
        _("the card `{note}`").format(note=conflict.note)
        if conflict.note
        else _("what stands around the cards")
    )
    click.echo(
        _("{path}: {what} was changed differently on two machines:").format(path=path, what=one_line(what)),
        err=True,
    )
    names = (_("here"), _("there")) if found.is_here else (_("one"), _("other"))
    for side, text in zip(names, (conflict.ours, conflict.theirs), strict=True):
        lines = [_("(deleted)")] if text is None else text.splitlines()[:_SHOWN]
        click.echo("\n".join(f"    {side}: {one_line(line)}" for line in lines), err=True)
    click.echo(
        _(
            "  Nothing was changed. Make it what it should be here, then: sctui sync --resolved {path} …"
        ).format(path=path),
        err=True,
    )
