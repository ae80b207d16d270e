"""A home with one small deck, for those who study in a real terminal."""

from pathlib import Path

import pytest

DECK = """\
deck: Kitchen
language: en
cards:
  - {id: k1, front: "What boils at 100 degrees?", back: water}
  - {id: k2, front: "What melts at 0 degrees?", back: ice}
  - {id: k3, front: "干细胞 in Traditional?", back: 幹細胞}
  - {id: k4, front: "What rises with yeast?", back: bread}
"""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    (folder / "decks").mkdir(parents=True)
    (folder / "decks" / "kitchen.yaml").write_text(DECK, "utf-8")
    return folder
