"""Settings: everything that `config.toml` holds besides its tables, changed here or there."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar, Self, cast

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content

from sctui.config import Setting, Settings, TomlValue
from sctui.config.checks import WrongValue
from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.tui import actions
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.settings.rows import rows_of
from sctui.tui.settings.taking_effect import take_effect
from sctui.tui.widgets.filter_bar import FilterBar
from sctui.tui.widgets.key_bar import KeyBar
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.setting_list import SettingList
from sctui.tui.widgets.too_small import TooSmall
from sctui.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp


class SettingsScreen(ListScreen):
    """A row a setting; what is changed counts at once and is written to the file."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["settings.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("settings")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._typed: Setting | None = None

    def begin(self) -> Self:
        """Show what is set, from the top."""
        for rows in self.query(SettingList):
            rows.show(rows_of(self.desk.settings))
        return self

    def compose(self) -> ComposeResult:
        """The bar, the settings, what the one under the cursor does, a line to type in."""
        yield TopBar(id="where")
        yield SettingList()
        yield Prose(name="told")
        yield FilterBar("")
        yield KeyBar()
        yield TooSmall()

    @property
    def rows(self) -> SettingList:
        """The list that the keys move in."""
        return self.query_one(SettingList)

    @property
    def _setting(self) -> Setting | None:
        row = self.rows.current
        return row.setting if row else None

    def on_mount(self) -> None:
        """Show what is set."""
        self.rows.show(rows_of(self.desk.settings))
        self._show_where()

    def _show_where(self) -> None:
        where = self.query_one("#where", TopBar)
        where.left = Content.styled(_("Settings"), "bold $text-accent")
        where.right = Content.styled(self.desk.line(str(self.desk.home.config)), "dim")
        where.right_narrow = Content("")

    def on_pick_list_moved(self) -> None:
        """Tell what the setting under the cursor does, and how it is called in the file."""
        if setting := self._setting:
            told = Content.assemble(
                _(setting.help), "\n", (f"{setting.key} = {self._written(setting)}", "dim")
            )
            self.query_one("#told", Prose).show(told)

    def _written(self, setting: Setting) -> str:
        import json  # noqa: PLC0415 -- its strings, numbers and lists are TOML's as well

        value = setting.in_file(getattr(self.desk.settings, setting.key))
        return json.dumps(value, ensure_ascii=False)

    async def _change(self, setting: Setting, written: TomlValue | None) -> None:
        """Take a value as it stands in the file; None for the default."""
        value = getattr(Settings(), setting.key) if written is None else setting.check(written)
        try:
            self.desk.change(setting.key, value, written)
        except SctuiError as error:
            self.tell(error)
        await take_effect(cast("SctuiApp", self.app), setting.key)
        await self.script_changed()

    async def script_changed(self) -> None:
        """Show everything again."""
        self._show_where()
        self.rows.renew(rows_of(self.desk.settings))
        self.on_pick_list_moved()

    async def action_step(self, way: int) -> None:
        """The next value (1), or the one before (-1)."""
        setting = self._setting
        if setting is None:
            return
        current: Any = getattr(self.desk.settings, setting.key)
        if setting.key == "theme":
            current = self.app.theme
        written = setting.moved(current, way)
        if written is not None:
            await self._change(setting, written)
        elif not setting.step:
            self.action_type()

    async def action_edit(self) -> None:
        """The next value of a few; any other is typed."""
        if (setting := self._setting) and setting.choices:
            await self.action_step(1)
        else:
            self.action_type()

    def action_type(self) -> None:
        """Type a value."""
        self._typed = self._setting
        if self._typed:
            bar = self.query_one(FilterBar)
            bar.value = self._typed.shown(getattr(self.desk.settings, self._typed.key))
            bar.begin()
            bar.action_select_all()

    async def on_input_submitted(self, event: FilterBar.Submitted) -> None:
        """Take what was typed; what cannot be is told, and may be typed again."""
        setting = self._typed
        if setting is None:
            return
        try:
            written = setting.typed(event.value)
        except WrongValue as wrong:
            say(self.app, str(wrong))
            self.query_one(FilterBar).begin()  # Enter has ended typing
            return
        self._end_typing()
        await self._change(setting, written)

    def _end_typing(self) -> None:
        self._typed = None
        self.query_one(FilterBar).end(clear=True)

    async def on_pick_list_chosen(self) -> None:
        """The row under the cursor was clicked."""
        await self.action_edit()

    async def action_reset(self) -> None:
        """Back to how it came."""
        if setting := self._setting:
            await self._change(setting, None)

    def action_keys(self) -> None:
        """Choose keys of one's own."""
        from sctui.tui.screens.keys import KeysScreen  # noqa: PLC0415 -- loaded where it is used

        self.app.push_screen(self.ready(KeysScreen).begin())

    def action_plans(self) -> None:
        """Plan exams and breaks, or have a desired retention suggested."""
        from sctui.tui.screens.plans import PlansScreen  # noqa: PLC0415 -- loaded where it is used

        self.app.push_screen(self.ready(PlansScreen).begin())

    def action_leave(self) -> None:
        """Out of the line that is typed in, else back."""
        if self._typed:
            self._end_typing()
        else:
            super().action_leave()
