"""Planning from the library: weak topics, an exam's part of today, parameters fitted in the background."""

from __future__ import annotations

from sctui.errors import SctuiError
from sctui.i18n import _
from sctui.scheduler.limits import Place
from sctui.text.plural import counted
from sctui.tui.outline_rows import RowScope
from sctui.tui.screens.base import say
from sctui.tui.screens.list_screen import ListScreen
from sctui.tui.widgets.key_bar import KeyBar


class PlanningScreen(ListScreen):
    """A screen from which studying is planned."""

    @property
    def scope(self) -> RowScope:
        """What is selected: a deck, a topic of one, or everything for None."""
        return None

    @property
    def deck(self) -> str | None:
        """The deck that is selected, or whose topic is; None for all."""
        scope = self.scope
        return scope.deck if isinstance(scope, Place) else scope

    def action_mastery(self) -> None:
        """Show the topics of the selected deck, weakest first."""
        from sctui.tui.screens.mastery import MasteryScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(MasteryScreen).begin(self.deck))

    def action_statistics(self) -> None:
        """Show the statistics of the selected deck."""
        from sctui.tui.screens.statistics import StatisticsScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(StatisticsScreen).begin(self.scope))

    def action_plans(self) -> None:
        """Show what is planned, and what could be."""
        from sctui.tui.screens.plans import PlansScreen  # noqa: PLC0415 -- keeps the first frame early

        self.app.push_screen(self.ready(PlansScreen).begin())

    def action_exam(self) -> None:
        """Study what the next exam asks today; a long log takes a while to tell how long answers take."""
        self.work_instead(self._study_for_exam, "exam")

    async def _study_for_exam(self) -> None:
        from sctui.tui.planning import todays_part  # noqa: PLC0415 -- keeps the first frame early
        from sctui.tui.screens.study import StudyScreen  # noqa: PLC0415 -- loaded where it is used

        try:
            part = await todays_part(self.desk)
            if not self.is_current:  # something else was begun meanwhile
                return
            if part is None:
                told = _("No exam is to come. {key} plans one.")
                say(self.app, told.format(key=self.desk.key("library.plans")))
                return
            if not part.cards:
                say(self.app, _("Nothing is left to study for the exam today."))
                return
            self.app.push_screen(self.ready(StudyScreen).begin(part.cards))
        except SctuiError as error:
            self.tell(error)
            return
        days = counted(part.days_left, "day")
        say(
            self.app,
            _("{exam}, in {days}: {cards} today.").format(
                exam=self.desk.line(part.exam.name), days=days, cards=counted(len(part.cards), "card")
            ),
        )

    def action_optimise(self) -> None:
        """Fit the scheduler's parameters to the learner's answers; once more stops it."""
        from sctui.tui.widgets.fitting_line import FittingLine  # noqa: PLC0415 -- seldom needed

        if going_on := self.query(FittingLine):
            going_on.remove()
            say(self.app, _("Stopped."))
        else:
            self.mount(FittingLine(self.desk), before=self.query_one(KeyBar))
