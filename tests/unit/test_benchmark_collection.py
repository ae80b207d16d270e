from pathlib import Path

from benchmarks.collection import main
from benchmarks.large import Size


def test_both_collections_are_made_and_measured(tmp_path: Path) -> None:
    rows = {row.name: row for row in main(Size(cards=5000, reviews=8000), tmp_path)}
    assert {
        "open",
        "queue of one deck",
        "queue of all decks",
        "answer and fetch next",
        "undo",
        "undo and ask again",
        "count due by deck",
        "backup",
    } <= set(rows)
    assert all(row.value > 0 for row in rows.values() if row.gate)
    assert 40 < rows["bytes a review"].value < 80
    assert not list(tmp_path.iterdir())
