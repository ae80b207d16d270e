"""Keys of one's own: every action with its keys, and the next key pressed as another one for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar, Self, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.settings.own_keys import conflicts, shown, with_own_key
from sctui.tui.settings.rows import SettingRow
from sctui.tui.settings.taking_effect import take_effect
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.setting_list import SettingList
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp


class KeysScreen(ListScreen):
    """A row an action, under the screens where it works."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["settings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("keys")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._waiting = False  # for the key that is to do the action under the cursor
        self._more = False

    def begin(self) -> Self:
        """Show the keys there are, from the top."""
        self._waiting = self._more = False
        for rows in self.query(SettingList):
            rows.show(list(key_rows(self.desk.settings.keys)))
        return self

    def compose(self) -> ComposeResult:
        """The bar, the actions, how the one under the cursor is called in the file."""
        yield TopBar(id="where")
        yield SettingList()
        yield Prose(name="told")
        yield KeyBar()
        yield TooSmall()

    def on_mount(self) -> None:
        """Show the keys there are."""
        self.query_one("#where", TopBar).left = Content.styled(_("Keys"), "bold $text-accent")
        self.query_one(SettingList).show(list(key_rows(self.desk.settings.keys)))

    def on_pick_list_moved(self) -> None:
        """Tell what the action does."""
        row = self.rows.current
        if row and not row.heading:
            told = _("Press the key.  Escape: leave it as it is.") if self._waiting else row.label
            self.query_one("#told", Prose).show(Content.assemble(told, "\n", (f'[keys]  "{row.key}"', "dim")))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a key is waited for, keys do nothing else."""
        return False if self._waiting else super().check_action(action, parameters)

    def _wait(self, *, more: bool = False) -> None:
        self._waiting, self._more = True, more
        self.on_pick_list_moved()
        self.refresh_bindings()

    def action_edit(self) -> None:
        """Wait for the key that is to do the action."""
        self._wait()

    def action_add(self) -> None:
        """Wait for one more key."""
        self._wait(more=True)

    async def on_key(self, event: events.Key) -> None:
        """Take the key that was waited for."""
        if not self._waiting:
            return
        event.stop()
        event.prevent_default()
        self._waiting = False
        if event.key != "escape":
            await self._take(event.key)
        self.on_pick_list_moved()
        self.refresh_bindings()

    async def _take(self, key: str) -> None:
        row = self.rows.current
        if row is None:
            return
        own = dict(self.desk.settings.keys)
        before = next(with_own_key(a, own) for a in actions.ACTIONS if a.id == row.key)
        own[row.key] = f"{before.keys},{key}" if self._more else key
        found = next((one for one in conflicts(own) if shown(key) == one.key), None)
        if found:
            say(self.app, str(found))
            return
        await self._change(own, row.key, own[row.key])

    async def _change(self, own: Mapping[str, str], name: str, written: str | None) -> None:
        try:
            self.desk.change_key(own, name, written)
        except SctuiError as error:
            self.tell(error)
        await take_effect(cast("SctuiApp", self.app), "keys")
        await self.script_changed()

    async def script_changed(self) -> None:
        """Show everything again."""
        self.query_one(SettingList).renew(list(key_rows(self.desk.settings.keys)))
        self.on_pick_list_moved()

    async def on_pick_list_chosen(self) -> None:
        """The row under the cursor was clicked."""
        self.action_edit()

    async def action_reset(self) -> None:
        """The keys that the action came with."""
        row = self.rows.current
        if row and row.key in self.desk.settings.keys:
            own = {name: keys for name, keys in self.desk.settings.keys.items() if name != row.key}
            found = next(conflicts(own), None)
            if found:
                say(self.app, str(found))
            else:
                await self._change(own, row.key, None)


def key_rows(own: Mapping[str, str]) -> Iterator[SettingRow]:
    """Every action with the keys it has, under the names of screens."""
    for scope, name in actions.SCOPES.items():
        yield SettingRow(_(name))
        for action in actions.of(scope):
            keys = with_own_key(action, own)
            yield SettingRow(_(action.help), keys.key, action.id, own=action.id in own)
