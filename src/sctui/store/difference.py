"""What two collections hold of each other: the answers that only one of them has."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sctui.store.database import telling


@dataclass(frozen=True, slots=True)
class Difference:
    """Answers (how many, and of how many cards) that only the one or only the other database has."""

    only_first: int
    cards_first: int
    only_second: int
    cards_second: int


def compare_logs(first: Path, second: Path) -> Difference:
    """Compare the answers ever given in two databases of the current version.

    Raises:
        CollectionError: when one cannot be read.
    """
    with telling(first), closing(sqlite3.connect(first)) as connection:
        connection.execute("ATTACH ? AS other", (str(second),))
        return Difference(
            *connection.execute(_ONLY.format(one="main", other="other")).fetchone(),
            *connection.execute(_ONLY.format(one="other", other="main")).fetchone(),
        )


_ONLY = """
    SELECT count(*), count(DISTINCT id) FROM (
        SELECT c.id AS id, r.at, r.rating FROM {one}.reviews r JOIN {one}.cards c ON c.key = r.card
        EXCEPT
        SELECT c.id, r.at, r.rating FROM {other}.reviews r JOIN {other}.cards c ON c.key = r.card
    )
"""
