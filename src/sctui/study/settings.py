"""The settings of a session, and how they come out of the learner's own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sctui.model.change import FittedParameters
from sctui.model.preset import DEFAULT_PARAMETERS
from sctui.scheduler.settings import StudySettings

if TYPE_CHECKING:
    from sctui.config import Settings

__all__ = ["StudySettings", "study_settings"]


def study_settings(
    settings: Settings, utc_offset_minutes: int, fitted: Sequence[FittedParameters] = ()
) -> StudySettings:
    """What the learner set, for a moment at which local time is `utc_offset_minutes` ahead of UTC.

    `fitted` are the parameters ever fitted to the learner's log; the last are used.
    """
    own = fitted[-1].parameters if fitted else ()
    return StudySettings(
        parameters=own or DEFAULT_PARAMETERS,
        new_per_day=settings.new_per_day,
        reviews_per_day=settings.reviews_per_day,
        desired_retention=settings.desired_retention,
        rollover_hour=settings.rollover_hour,
        utc_offset_minutes=utc_offset_minutes,
        learning_steps=settings.learning_steps,
        relearning_steps=settings.relearning_steps,
        maximum_interval=settings.maximum_interval,
        fuzz_seed=0 if settings.fuzz else None,
        buttons=settings.buttons,
        pauses=tuple((pause.numbers().start, pause.numbers().stop - 1) for pause in settings.pause),
        learn_ahead=settings.learn_ahead,
        beyond_core=settings.beyond_core,
        new_order=settings.new_order,
        due_order=settings.due_order,
        new_place=settings.new_cards,
        interleave_topics=settings.interleave_topics,
        bury_siblings=settings.bury_siblings,
        leech_lapses=settings.leech_lapses,
        suspend_leeches=settings.suspend_leeches,
        library=settings.library,
        decks=settings.deck,
        topics=settings.topic,
    )
