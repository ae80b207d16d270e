"""How a card stands in Anki -> how it stands here."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sctui.anki.foreign import ForeignCard
from sctui.model.change import Marks
from sctui.model.preset import Preset
from sctui.model.review import MemoryState, Phase
from sctui.scheduler.sm2 import memory_from_sm2
from sctui.scheduler.study_day import DAY, number_of_day, start_of_day

_NEW, _REVIEW, _RELEARNING = 0, 2, 3  # card types of Anki's
_SUSPENDED = -1  # queue
_A_MOMENT = 1_000_000_000  # a due above is a moment in seconds, one below the number of a day
_SECOND = 1000
_EASE = 2500  # thousandths: what Anki gives a card that has none yet


@dataclass(frozen=True, slots=True)
class Places:
    """What turns Anki's days into ours: its day 0 (seconds), and the learner's present preset."""

    created: int
    preset: Preset

    def due(self, day: int) -> int:
        """The middle of the study day (UTC ms) that Anki gives this number."""
        noon = self.created * _SECOND + day * DAY + DAY // 2
        offset, hour = self.preset.utc_offset_minutes, self.preset.rollover_hour
        return start_of_day(number_of_day(noon, offset, hour), offset, hour) + DAY // 2


def state_of(card: ForeignCard, known: MemoryState, places: Places) -> MemoryState:
    """The state that Anki has for a card, in our terms; that of a new card where Anki's is new.

    `known` is the state that the answers alone lead to; it fills in what Anki does not say.
    """
    if card.type == _NEW:
        return MemoryState(known.card)
    stability, difficulty = _memory(card, known, places.preset)
    due = card.due * _SECOND if card.due > _A_MOMENT else places.due(card.due)
    last = known.last_review or (card.last_review or 0) * _SECOND
    last = last or min(due - max(card.interval, 1) * DAY, due)
    if card.type == _REVIEW:
        phase, step = Phase.REVIEW, None
    else:
        phase = Phase.RELEARNING if card.type == _RELEARNING else Phase.LEARNING
        step = _step(card, phase, places.preset)
    return MemoryState(
        known.card, phase, step, stability, difficulty, due, last,
        known.reps or max(card.reps, 1), max(card.lapses, 0),
    )  # fmt: skip


def marks_of(card: ForeignCard, known: Marks) -> Marks:
    """Suspension and flag as Anki has them; all else as it is known here."""
    return replace(known, suspended=card.queue == _SUSPENDED, flag=card.flag)


def _memory(card: ForeignCard, known: MemoryState, preset: Preset) -> tuple[float, float]:
    if card.stability is not None and card.difficulty is not None:
        return card.stability, min(max(card.difficulty, 1.0), 10.0)
    if known.stability is not None and known.difficulty is not None:
        return known.stability, known.difficulty
    ease = (card.factor or _EASE) / 1000
    return memory_from_sm2(max(card.interval, 0), ease, preset.parameters)


def _step(card: ForeignCard, phase: Phase, preset: Preset) -> int:
    """The step it is on, of ours: as many from the end as in Anki."""
    steps = preset.relearning_steps if phase is Phase.RELEARNING else preset.learning_steps
    return min(max(len(steps) - card.left % 1000, 0), max(len(steps) - 1, 0))
