"""A card as Browse shows it beside the list: question, answer, what is known of it; nothing is graded."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from sctui.i18n import _, ngettext
from sctui.markup.cards import plain_back
from sctui.model.review import Phase
from sctui.scheduler.memory import memory_of
from sctui.scheduler.study_day import StudyDay
from sctui.tui import card_text
from sctui.tui.browsing.views import View, Views, due, elapsed_days, waited
from sctui.tui.desk import Desk
from sctui.tui.widgets.detail_pane import DetailPane


class CardPane(DetailPane, can_focus=False):
    """Shows a card; one that it shows already is not worked out again."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: View | None = None

    def show_card(self, view: View | None, views: Views) -> None:
        """Show a card of some views, or none."""
        if view is self._view:  # as with most keys while a query is typed
            return
        self._view = view
        if view is None:
            self.show(Content(""))
            return
        answer = plain_back(view.card)
        proof = [(source, answer) for source in view.card.note.sources]
        self.show(preview(view, self._desk, views.today), proof)

    def forget(self) -> None:
        """Work out the card anew when it is shown next, though it is the same."""
        self._view = None


def preview(view: View, desk: Desk, today: StudyDay) -> Content:
    """All of a card but its sources."""
    card = view.card
    headline = card_text.headline(card, desk, revealed=True)
    return Content.assemble(
        headline,
        "\n\n" if headline else "",
        card_text.question(card, desk).stylize("bold"),
        "\n\n",
        card_text.answer(card, desk),
        "\n\n",
        (" · ".join(_known(view, desk, today)), "dim"),
        "\n",
        (f"{desk.line(view.deck)} · {desk.line(card.id)}", "dim"),
    )


def _known(view: View, desk: Desk, today: StudyDay) -> Iterator[str]:
    state = view.state
    if state.phase is Phase.NEW:
        yield _("new")
    else:
        yield _("due: {when}").format(when=due(view))
        yield _("interval {days}").format(days=waited(view))
        yield ngettext("{count} answer", "{count} answers", state.reps).format(count=state.reps)
        yield ngettext("{count} lapse", "{count} lapses", state.lapses).format(count=state.lapses)
        yield from _memory(view, desk, today)
    if view.marks.flag:
        yield _("flag {number}").format(number=view.marks.flag)
    if view.marks.suspended:
        yield _("suspended")
    if (view.marks.buried_until or 0) > today.number:
        yield _("buried")
    if view.marks.leech:
        yield _("leech")


def _memory(view: View, desk: Desk, today: StudyDay) -> Iterator[str]:
    state, settings = view.state, desk.study_settings()
    if state.stability is None or state.difficulty is None:
        return
    elapsed = elapsed_days(state, today, settings.utc_offset_minutes, settings.rollover_hour)
    recall = memory_of(settings.parameters).retrievability(state.stability, elapsed)
    yield _("stability {days} d").format(days=f"{state.stability:.1f}")
    yield _("difficulty {number}").format(number=f"{state.difficulty:.1f}")
    yield _("recall {share}").format(share=f"{recall:.0%}")
