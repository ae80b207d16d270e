"""What tests of decks share: the knowledge, and the terms, that the program brings along."""

from pathlib import Path

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.pipeline import Knowledge, read_knowledge


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return read_lexicon(bundled() / "data" / "lexicon", Path("nobody's own"))
