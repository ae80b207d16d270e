"""The settings of a session, and how they come out of the learner's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sctui.scheduler.settings import StudySettings

if TYPE_CHECKING:
    from sctui.config import Settings

__all__ = ["StudySettings", "study_settings"]


def study_settings(settings: Settings, utc_offset_minutes: int) -> StudySettings:
    """What the learner set, for a moment at which local time is `utc_offset_minutes` ahead of UTC."""
    return StudySettings(
        new_per_day=settings.new_per_day,
        reviews_per_day=settings.reviews_per_day,
        desired_retention=settings.desired_retention,
        rollover_hour=settings.rollover_hour,
        utc_offset_minutes=utc_offset_minutes,
    )
