from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.model.knowledge import DocumentKnowledge
from sctui.pipeline import Knowledge, convert, read_knowledge

Know = Callable[..., DocumentKnowledge]


@pytest.fixture(scope="session")
def program() -> Knowledge:
    """The lexicon and the templates that come with the program."""
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.fixture
def know(tmp_path: Path, program: Knowledge) -> Know:
    """What a text gives to the library, read from a file of that name."""

    def known(text: str, name: str = "page.md") -> DocumentKnowledge:
        file = tmp_path / name
        file.write_text(text, encoding="utf-8")
        return convert(file, program).knowledge

    return known
