"""What the keys of a session are called just now: before the answer they do other things than behind it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from textual.binding import ActiveBinding, Binding

from sctui.i18n import _
from sctui.model.review import Rating
from sctui.study.answer import Checked
from sctui.tui.desk import Desk
from sctui.tui.screens.card_proof import CardProof
from sctui.tui.widgets.answer_box import NumberInput
from sctui.tui.widgets.rating_bar import RATINGS, RatingBar

_REVEAL = "study.reveal"
_ENTER = Binding("enter", "screen.reveal", key_display="⏎", id=_REVEAL)
_WITH_THE_ANSWER = frozenset({"study.source", "study.document", "study.history"})
_WITH_THE_QUESTION = frozenset({"study.bury", "study.flag"})  # they work later too, where there is less room


class AnswerKeys(CardProof):
    """A screen that asks cards, and says which key shows or checks the answer and how one grades it then."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._checked: Checked | None = None

    @property
    def _suggested(self) -> Rating:
        suggested = self._checked.verdict.suggests if self._checked else Rating.GOOD
        offered = self._question.buttons if self._question else ()
        return suggested if any(suggested is one.rating for one in offered) else Rating.GOOD

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """The keys that work now, told by what they do now."""
        active = super().active_bindings
        if self._revealed:
            return _told(active, _(RATINGS[self._suggested]), hidden=_WITH_THE_QUESTION)
        typed = self._typed
        answer = _("Check") if typed and typed.begun else _("Answer")
        if typed and typed.takes_all:  # also the key that is shown else
            active["enter"] = ActiveBinding(self, replace(_ENTER, description=answer), enabled=True)
        return _told(active, answer, hidden=_WITH_THE_ANSWER)

    @property
    def _typed(self) -> NumberInput | None:
        return next(iter(self.query(NumberInput)), None)  # none before the screen is composed

    def on_input_changed(self) -> None:
        """What was typed can be checked."""
        if self._question is not None and not self._revealed:
            self._offer_answer()
            self.refresh_bindings()

    def _offer_answer(self) -> None:
        """Say on the button what shows the answer."""
        typed = self._typed
        words = _("Check your answer") if typed and typed.begun else _("Show the answer")
        key = "⏎" if typed and typed.takes_all else _(self.desk.key(_REVEAL))
        self.query_one(RatingBar).ask(words, key)


def _told(
    active: Mapping[str, ActiveBinding], answer: str, hidden: frozenset[str]
) -> dict[str, ActiveBinding]:
    """The keys that work now, that to the answer by what it does, without those that lead nowhere yet."""
    found = dict(active)
    for key, one in active.items():
        if one.binding.id == _REVEAL:
            found[key] = one._replace(binding=replace(one.binding, description=answer))
        elif one.binding.id in hidden:
            found[key] = one._replace(binding=replace(one.binding, show=False))
    return found
