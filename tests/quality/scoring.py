"""The yardstick of `../shared/quality`, put to the cards of some documents."""

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sctui.decks.jsonl import card_lines
from sctui.locations import bundled
from sctui.pipeline import convert, decks_of, read_knowledge


def score(documents: Iterable[Path], gold: Iterable[Path], yardstick: Path, folder: Path) -> dict[str, Any]:
    """What `score.py` says of the cards made of documents that lie in one folder.

    Args:
        documents: the files.
        gold: the facts that a careful reader finds in them.
        yardstick: the folder of `score.py`.
        folder: an empty one, for the cards.
    """
    knowledge = read_knowledge(bundled() / "data", folder / "none")
    files = list(documents)
    with (folder / "cards.jsonl").open("w", encoding="utf-8") as cards:
        for file in files:
            for deck in decks_of(convert(file, knowledge), file, folder).values():
                cards.writelines(card_lines(deck))
    script = [sys.executable, str(yardstick / "score.py"), str(folder / "cards.jsonl"), *map(str, gold)]
    done = subprocess.run(
        [*script, "--documents", str(files[0].parent), "--json"], capture_output=True, text=True, check=True
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result
