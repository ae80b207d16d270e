"""`sctui study`: the app, or with --plain questions and answers line by line."""

from __future__ import annotations

import click

from sctui.cli.main import Context, open_app
from sctui.cli.sitting import sitting
from sctui.i18n import _


@click.command()
@click.option(
    "--plain", is_flag=True, help="Line by line: for screen readers, dumb terminals and pipes; no colours."
)
@click.option("--deck", default="", help="Only this deck and those below it (with --plain).")
@click.option("--topic", default="", help="Only this topic, its titles joined by ` / ` (with --plain).")
@click.pass_obj
def study(context: Context, *, plain: bool, deck: str, topic: str) -> None:
    """Study what is due: in the app, or with --plain line by line.

    Enter shows the answer, 1 to 4 grade it, q leaves, ? tells all commands. Every answer is saved at once.
    """
    if not plain:
        if deck or topic:
            raise click.UsageError(_("--deck and --topic need --plain; in the app, choose in the library."))
        open_app(context.home)
        return
    from sctui.cli.plain_study import PlainStudy  # noqa: PLC0415 -- loaded where it is used
    from sctui.i18n.language import speak  # noqa: PLC0415 -- loaded where it is used
    from sctui.scheduler.limits import Place  # noqa: PLC0415 -- loaded where it is used

    with sitting(context.home) as at:
        speak(at.chosen.language)
        at.cards_in(deck, topic)  # complains when there are none
        PlainStudy(at, Place(deck, topic) if topic else deck or None).run()
