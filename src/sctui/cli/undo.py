"""`sctui undo` and `sctui redo`: the last act, whatever it was, taken back or done again."""

from __future__ import annotations

import time
from collections.abc import Iterator

import click

from sctui.cli.main import Context
from sctui.locations import Home
from sctui.safety.edits import putting
from sctui.safety.opening import open_store
from sctui.scheduler.replay import replay
from sctui.store.undo import Undone
from sctui.text.plural import counted
from sctui.text.printable import one_line

_SHOWN = 5  # cards and files named one by one


@click.command()
@click.pass_obj
def undo(context: Context) -> None:
    """Take back the last thing you did: an answer, a mark, an edit. As often as you like."""
    _turn(context.home, "undo")


@click.command()
@click.pass_obj
def redo(context: Context) -> None:
    """Do again what was taken back last."""
    _turn(context.home, "redo")


def _turn(home: Home, name: str) -> None:
    now = time.time_ns() // 1_000_000
    store = open_store(home, lambda: now)
    try:
        turn = store.undo if name == "undo" else store.redo
        done = turn(lambda _: True, now, replay=replay, put=putting(home))
    finally:
        store.close()
    if done is None:
        click.echo(f"There is nothing to {name}.")
        return
    click.echo(f"{'Taken back' if name == 'undo' else 'Done again'}: {'; '.join(_told(done))}")


def _told(done: Undone) -> Iterator[str]:
    if done.review:
        yield f"the answer `{done.review.rating.name.lower()}` to {one_line(done.review.card)}"
    if done.parameters:
        yield "the change of parameters"
    if done.changes:
        cards = [one_line(change.card) for change in done.changes]
        rest = f" and {counted(len(cards) - _SHOWN, 'more card')}" if len(cards) > _SHOWN else ""
        kinds = " and ".join(dict.fromkeys(change.kind.value for change in done.changes))
        yield f"{kinds} of {', '.join(cards[:_SHOWN])}{rest}"
    yield from (f"the mapping to {one_line(card)}" for card in done.mapped)
    yield from (f"the edit of {one_line(edit.path)}" for edit in done.files[:_SHOWN])
    if len(done.files) > _SHOWN:
        yield f"the edits of {counted(len(done.files) - _SHOWN, 'more file')}"
