"""The yardstick of `../shared/quality`, put to the cards of some documents.

`python -m tests.quality.scoring [KIND]` scores the pages that stand here, and lists what no card asks of a kind.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sctui.decks.jsonl import card_lines
from sctui.locations import bundled
from sctui.pipeline import convert, decks_of, read_knowledge

PAGES = Path(__file__).parent / "pages"


def pages() -> tuple[Sequence[Path], Sequence[Path]]:
    """The pages that stand here, and what a teacher would ask of each."""
    return sorted(PAGES.glob("*.txt")), sorted(PAGES.glob("*.yaml"))


def score(documents: Sequence[Path], gold: Sequence[Path], yardstick: Path, folder: Path) -> dict[str, Any]:
    """What `score.py` says of the cards made of documents that lie in one folder.

    Args:
        documents: the files.
        gold: the facts that a careful reader finds in them.
        yardstick: the folder of `score.py`.
        folder: an empty one, for the cards.
    """
    result: dict[str, Any] = json.loads(_told(documents, gold, yardstick, folder, "--json"))
    return result


def _told(documents: Sequence[Path], gold: Sequence[Path], yardstick: Path, folder: Path, *how: str) -> str:
    knowledge = read_knowledge(bundled() / "data", folder / "none")
    with (folder / "cards.jsonl").open("w", encoding="utf-8") as cards:
        for file in documents:
            for deck in decks_of(convert(file, knowledge), file, folder).values():
                cards.writelines(card_lines(deck))
    script = [sys.executable, str(yardstick / "score.py"), str(folder / "cards.jsonl"), *map(str, gold)]
    options = ["--documents", str(documents[0].parent), *how]
    return subprocess.run([*script, *options], capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    shared = Path(__file__).parents[3] / "shared" / "quality"
    with tempfile.TemporaryDirectory() as place:
        sys.stdout.write(
            _told(*pages(), shared, Path(place), *(["--misses", sys.argv[1]] if sys.argv[1:] else []))
        )
