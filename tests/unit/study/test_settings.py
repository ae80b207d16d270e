from sctui.config import Settings
from sctui.study.settings import StudySettings, study_settings


def test_what_the_learner_set_reaches_the_session() -> None:
    chosen = Settings(new_per_day=7, reviews_per_day=70, desired_retention=0.85, rollover_hour=2)
    assert study_settings(chosen, 480) == StudySettings(
        new_per_day=7, reviews_per_day=70, desired_retention=0.85, rollover_hour=2, utc_offset_minutes=480
    )


def test_defaults_are_the_same_on_both_sides() -> None:
    assert study_settings(Settings(), 0) == StudySettings()
