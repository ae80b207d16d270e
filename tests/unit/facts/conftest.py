from collections.abc import Callable

import pytest

from sctui.facts.mechanisms import find_mechanisms
from sctui.facts.trials import find_trials
from sctui.facts.trials.telling import read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.model.fact import Fact
from sctui.outline.build import build_outline
from tests.unit.facts.mechanism_claims import Found


@pytest.fixture
def told(document_of: Callable[[str], Document], lexicon: Lexicon) -> Found:
    def find(text: str) -> list[Fact]:
        document = document_of(text)
        facts = list(find_mechanisms(document, build_outline(document), lexicon))
        for fact in facts:
            assert fact.answer is not None
            assert document.text(fact.answer) == fact.value
            assert fact.evidence.start <= fact.answer.start < fact.answer.end <= fact.evidence.end
        return facts

    return find


@pytest.fixture
def trials(document_of: Callable[[str], Document], lexicon: Lexicon) -> Found:
    """The trial facts of a text; each must stand in its line."""

    def find(text: str) -> list[Fact]:
        document = document_of(text)
        tree = build_outline(document)
        facts = list(find_trials(read_telling(document, tree, lexicon), document, tree, lexicon))
        for fact in facts:
            assert fact.answer is None or fact.evidence.start <= fact.answer.start
            assert fact.answer is None or fact.answer.end <= fact.evidence.end
        return facts

    return find
