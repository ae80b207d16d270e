"""What each desired retention costs a day and brings in a year, simulated; the one that fits is suggested."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import BindingType
from textual.content import Content

from sctui.errors import SctuiError
from sctui.i18n import N_, _
from sctui.scheduler.workload import Workload, within
from sctui.study.retention_words import told_of_all, told_of_best, told_of_usual, whole_minutes
from sctui.text.printable import printable
from sctui.tui import actions
from sctui.tui.columns import Column
from sctui.tui.desk import Desk
from sctui.tui.screens.base import say
from sctui.tui.screens.table_screen import TableScreen
from sctui.tui.widgets.prose import Prose
from sctui.tui.widgets.table_list import TableList
from sctui.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from sctui.tui.app import SctuiApp
    from sctui.tui.planning import Simulation

_SAME = 0.001  # two retentions nearer than this are one
_USUAL = 20.0  # minutes a day, where nothing was studied yet


class RetentionScreen(TableScreen):
    """A row a retention; the simulation runs in a process of its own, which ends when the screen is left."""

    BINDINGS: ClassVar[list[BindingType]] = actions.bindings("retention")

    def __init__(self, desk: Desk) -> None:
        self._found: Simulation | None = None
        self._minutes = 0
        columns: tuple[Column[Workload], ...] = (
            Column("retention", N_("retention"), lambda load: f"{load.retention:.0%}", 9, 1, right=True),
            Column("minutes", N_("minutes/day"), lambda load: f"{load.minutes:.1f}", 12, 1, right=True),
            Column("reviews", N_("reviews/day"), lambda load: f"{load.reviews:.1f}", 12, 1, right=True),
            Column("recalled", N_("recalled"), lambda load: f"{load.recalled:.0f}", 9, 1, right=True),
            Column("mark", "", self._mark, 12, 1, share=1),
        )
        super().__init__(desk, columns)

    def on_mount(self) -> None:
        """Begin to simulate."""
        self._show()
        self.run_worker(self._simulate())

    async def _simulate(self) -> None:
        from sctui.tui.planning import simulated  # noqa: PLC0415 -- seldom needed

        found, said = await simulated(self.desk)
        if found is None:
            self.query_one("#told", Prose).show(printable(said))
            return
        self._found, self._minutes = found, whole_minutes(found.studied or _USUAL)
        rows = self.query_one(TableList)
        rows.show(found.loads)
        rows.cursor = found.loads.index(self._best(found))
        self._show()

    def _best(self, found: Simulation) -> Workload:
        return within(found.loads, self._minutes)

    def _show(self) -> None:
        where = self.query_one("#where", TopBar)
        where.left = Content.styled(_("Desired retention"), "bold $text-accent")
        now = self.desk.settings.desired_retention
        where.right = Content.styled(_("now {retention:.0%}").format(retention=now), "dim")
        told = self.query_one("#told", Prose)
        if self._found is None:
            told.show(Content.styled(_("Simulating a year with each of them, for you …"), "dim"))
        else:
            told.show("\n".join(self._told(self._found)))
        self.query_one(TableList).refresh()
        self.refresh_bindings()

    def _told(self, found: Simulation) -> tuple[str, ...]:
        return (
            told_of_all(found.cards, found.new_per_day),
            told_of_best(self._best(found), self._minutes),
            *told_of_usual(found.studied),
        )

    def _mark(self, load: Workload) -> str:
        marks = []
        if self._found and load is self._best(self._found):
            marks.append(_("suggested"))
        if abs(load.retention - self.desk.settings.desired_retention) < _SAME:
            marks.append(_("now"))
        return ", ".join(marks)

    def action_minutes(self, steps: int) -> None:
        """Have more minutes a day, or fewer: another one may fit."""
        if self._found is None:
            return
        self._minutes = max(1, self._minutes + steps)
        self.query_one(TableList).cursor = self._found.loads.index(self._best(self._found))
        self._show()

    async def action_take(self) -> None:
        """Desire the retention under the cursor from now on."""
        from sctui.tui.settings.taking_effect import take_effect  # noqa: PLC0415 -- seldom needed

        load = self.query_one(TableList).current
        if load is None:
            return
        try:
            self.desk.change("desired_retention", load.retention, load.retention)
        except SctuiError as error:
            self.tell(error)
        await take_effect(cast("SctuiApp", self.app), "desired_retention")
        self._show()
        say(self.app, _("From now on {retention:.0%} are to be recalled.").format(retention=load.retention))

    async def on_pick_list_chosen(self) -> None:
        """The row under the cursor was clicked."""
        await self.action_take()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Nothing can be taken before it is there."""
        if action in ("take", "minutes") and self._found is None:
            return False
        return super().check_action(action, parameters)

    async def script_changed(self) -> None:
        """What is told is of the learner's language."""
        self._show()
