"""Cards that came with the program are edited in a copy of their deck, if the learner wants one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Collection

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.tui.screens.ask import AskScreen
from sctui.tui.screens.base import DeskScreen, say


def copy_offered(screen: DeskScreen, notes: Collection[str], go_on: Callable[[], Awaitable[None]]) -> bool:
    """Whether notes came with the program; then a copy of their deck is offered, and `go_on` called."""
    from sctui.study.own_copies import copy_decks  # noqa: PLC0415 -- keeps the first card early
    from sctui.tui.editing import came_with_program  # noqa: PLC0415 -- likewise

    desk = screen.desk
    decks = came_with_program(desk, notes)
    if not decks:
        return False

    async def chosen(choice: str | None) -> None:
        if choice != copy:
            return
        try:
            copy_decks(desk.home, desk.collection.store, decks, desk.now())
        except SctuiError as error:
            screen.tell(error)
            return
        await screen.app.run_action("app.take_in")
        say(screen.app, _("Copied to {folder}").format(folder=desk.home.decks))
        await go_on()

    copy = _("Copy it and edit the copy")
    names = ", ".join(desk.line(one.deck.name).replace("::", " › ") for one in decks)
    told = _("The copy in {folder} stands in for it: updates of the program no longer change it.")
    ask = screen.ready(AskScreen).begin(
        _("{deck} came with the program.").format(deck=names),
        told.format(folder=desk.home.decks),
        [copy, _("Leave it as it is")],
        only_choices=True,
    )
    screen.app.push_screen(ask, chosen)
    return True
