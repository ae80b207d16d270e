"""What tests of decks share: the knowledge that the program brings along."""

from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.pipeline import Knowledge, read_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
