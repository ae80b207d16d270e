from sctui.config import Settings
from sctui.scheduler.settings import StudySettings
from sctui.study.settings import study_settings


def test_the_engine_and_the_learner_begin_with_the_same_settings() -> None:
    assert study_settings(Settings(), 0) == StudySettings()
