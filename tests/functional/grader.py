"""Grades as fast as it can, and says so after each grade: to be killed by a test.

Run as `python -m tests.functional.grader FOLDER START`: the folder of the database, and the time (UTC ms) to
begin at. Every line it prints is the number of a grade that must never be lost.
"""

import sys
from pathlib import Path

from sctui.model.review import Rating
from sctui.study.session import StudySession
from sctui.study.settings import StudySettings
from tests.small_collection import MINUTE, basic, collection_of

DECKS = {"many": basic(*(f"card-{number}" for number in range(300)))}
SETTINGS = StudySettings(new_per_day=100_000, reviews_per_day=100_000)


def main(folder: Path, start: int) -> None:
    """Grade without end; with every sixth grade, one is taken back and given again."""
    session = StudySession(collection_of(folder, DECKS), None, SETTINGS)
    now = start
    while True:
        now += MINUTE
        if (now // MINUTE) % 6 == 0 and session.undo(now):
            now += MINUTE
        elif session.next(now) is None:
            now += 86_400_000
            continue
        session.grade(Rating(1 + now // MINUTE % 4), now, 1000)
        sys.stdout.write(f"{now}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
