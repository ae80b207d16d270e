"""A log of invented answers for the decks of the app's tests, so that statistics have something to tell."""

from itertools import cycle

from sctui.collection import Collection
from sctui.model.review import Rating
from sctui.scheduler.settings import StudySettings
from sctui.study.session import StudySession

_DAY, _HOUR = 86_400_000, 3_600_000
_RATINGS = (Rating.GOOD, Rating.GOOD, Rating.AGAIN, Rating.HARD, Rating.GOOD, Rating.EASY, Rating.GOOD)


def study_for(collection: Collection, now: int, days: int) -> None:
    """Answer what is due each of some days before `now` (UTC ms); every fifth day is a day off."""
    ratings = cycle(_RATINGS)
    for ago in range(days, 0, -1):
        session = StudySession(collection, None, StudySettings(fuzz_seed=None))
        moment = now - ago * _DAY
        while ago % 5 and session.next(moment) is not None:
            session.grade(next(ratings), moment, 6000 + 1000 * (ago % 7))
            moment += _HOUR // 4
