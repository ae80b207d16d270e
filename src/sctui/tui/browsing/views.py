"""What Browse shows of a card in a row, worked out for the rows that are seen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sctui.i18n import N_, _
from sctui.markup.cards import plain_front
from sctui.model.card import Card
from sctui.model.change import UNMARKED, Marks
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.study_day import DAY, StudyDay, number_of_day, study_day
from sctui.tui.columns import Column
from sctui.tui.desk import Desk
from sctui.tui.formatting import interval, put_off

_REMEMBERED = 1000
# what cards can be sorted by, and how it is called
SORTS = {
    "added": N_("order of the decks"),
    "question": N_("Question"),
    "deck": N_("Deck"),
    "due": N_("Due in"),
    "ivl": N_("Interval"),
    "lapses": N_("Lapses"),
    "flag": N_("Marks"),
    "reps": N_("answers"),
    "s": N_("stability"),
    "d": N_("difficulty"),
    "r": N_("probability of recall"),
    "topic": N_("topic"),
    "kind": N_("kind"),
}


@dataclass(frozen=True, slots=True)
class View:
    """A card, where it lies, what is known of it, and its question on one line."""

    card: Card
    deck: str
    state: MemoryState
    marks: Marks
    front: str
    due_in: int | None  # study days; None for a new card


class Views:
    """The views of cards by row of `ids`; remembered until something may have changed.

    `edition` is another one as soon as views may be others than they were.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.ids: Sequence[str] = ()
        self.edition = 0
        self._known: dict[int, View] = {}
        self._moment: object = None
        self._day: StudyDay | None = None

    def forget(self) -> None:
        """Work everything out again."""
        self._known.clear()
        self._day = self._moment = None
        self.edition += 1

    def keep_up(self) -> None:
        """Work everything out again if something may have changed since it was last asked.

        Raises:
            SctuiError: when the database cannot be asked.
        """
        moment = self._desk.moment()
        if moment != self._moment:
            self.forget()
            self._moment = moment

    def __getitem__(self, row: int) -> View:
        view = self._known.get(row)
        if view is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            view = self._known[row] = self._viewed(self.ids[row])
        return view

    @property
    def today(self) -> StudyDay:
        """The study day that days are counted from."""
        if self._day is None:
            settings = self._desk.study_settings()
            self._day = study_day(self._desk.now(), settings.utc_offset_minutes, settings.rollover_hour)
        return self._day

    def _viewed(self, name: str) -> View:
        collection = self._desk.collection
        card, state = collection.cards[name], collection.store.state(name)
        marks = collection.store.marks().get(name, UNMARKED)
        due_in = None if state.due is None else (state.due - self.today.start) // DAY
        return View(card, collection.deck_of(name), state, marks, plain_front(card), due_in)


def columns(views: Views, selected: set[str]) -> tuple[Column[int], ...]:
    """The columns; each is named after the order that its head sorts by."""
    return (
        Column("chosen", "", lambda row: "●" if views.ids[row] in selected else " ", 1, 1),
        Column("question", N_("Question"), lambda row: views[row].front, 28, 1, share=5, both_ends=True),
        Column(
            "deck", N_("Deck"), lambda row: " ‹ ".join(reversed(views[row].deck.split("::"))), 12, 4, share=2
        ),
        Column("due", N_("Due in"), lambda row: due(views[row]), 7, 2, right=True),
        Column("ivl", N_("Interval"), lambda row: waited(views[row]), 8, 5, right=True),
        Column("lapses", N_("Lapses"), lambda row: _lapses(views[row]), 6, 6, right=True),
        Column("flag", N_("Marks"), lambda row: marks(views[row], views.today), 5, 3),
    )


def due(view: View) -> str:
    """When a card comes: `new`, `today`, `3d`, `-2d` for one that is late."""
    if view.due_in is None:
        return _("new")
    if view.due_in < 0:
        return f"-{interval(-view.due_in * DAY // 1000)}"
    return _("today") if view.due_in == 0 else interval(view.due_in * DAY // 1000)


def waited(view: View) -> str:
    """The time between the last answer and the moment due."""
    state = view.state
    if state.due is None or state.last_review is None:
        return ""
    return put_off(state, state.last_review)


def _lapses(view: View) -> str:
    return "" if view.state.phase is Phase.NEW else str(view.state.lapses)


def marks(view: View, today: StudyDay) -> str:
    """Flag, suspended, buried, leech, a letter each; the preview says them in words."""
    found = f"⚑{view.marks.flag}" if view.marks.flag else ""
    found += "S" if view.marks.suspended else ""
    found += "B" if (view.marks.buried_until or 0) > today.number else ""
    return found + ("L" if view.marks.leech else "")


def elapsed_days(state: MemoryState, today: StudyDay, utc_offset_minutes: int, rollover_hour: int) -> int:
    """The study days since the last answer."""
    return max(0, today.number - number_of_day(state.last_review or 0, utc_offset_minutes, rollover_hour))
