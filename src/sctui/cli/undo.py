"""`sctui undo` and `sctui redo`: the last act, whatever it was, taken back or done again."""

from __future__ import annotations

import time

import click

from sctui.cli.main import Context
from sctui.locations import Home
from sctui.safety.opening import open_store
from sctui.study.last_act import turn


@click.command()
@click.pass_obj
def undo(context: Context) -> None:
    """Take back the last thing you did: an answer, a mark, an edit. As often as you like."""
    _turn(context.home, undo=True)


@click.command()
@click.pass_obj
def redo(context: Context) -> None:
    """Do again what was taken back last."""
    _turn(context.home, undo=False)


def _turn(home: Home, *, undo: bool) -> None:
    now = time.time_ns() // 1_000_000
    store = open_store(home, lambda: now)
    try:
        said, _ = turn(home, store, now, undo=undo)
    finally:
        store.close()
    click.echo(said)
