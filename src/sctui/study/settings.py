"""The settings of a session, where those who run one look for them."""

from sctui.scheduler.settings import StudySettings

__all__ = ["StudySettings"]
