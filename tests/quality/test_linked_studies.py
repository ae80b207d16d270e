"""One study, many documents, on the originals: the true pairs are one record, and nothing else is."""

from pathlib import Path

import pytest

from sctui.locations import bundled
from sctui.model.knowledge import LibraryKnowledge
from sctui.pipeline import convert, read_knowledge
from sctui.records.library import merge_knowledge

pytestmark = pytest.mark.shared

NAMES = ("000", "001", "002", "003", "004")
# found by reading: the lines of each study that is told in two places
TOLD_TWICE = [
    {("001", 67), ("003", 23)},  # 9 patients with rheumatoid arthritis
    {("001", 73), ("003", 25)},  # 64 patients with rheumatoid arthritis
    {("004", 29), ("004", 65)},  # knee osteoarthritis
]


@pytest.fixture(scope="module")
def library(shared: Path) -> LibraryKnowledge:
    knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
    files = [next((shared / "seeds").glob(f"{name}_*.txt")) for name in NAMES]
    return merge_knowledge(convert(file, knowledge).knowledge for file in files)


def test_only_what_is_told_twice_is_joined(library: LibraryKnowledge) -> None:
    single = {record.key for document in library.documents for record in document.records}
    joined = len(single) - len(library.records)
    assert joined == len(TOLD_TWICE)
    for places in TOLD_TWICE:
        assert any(
            places <= {(told.evidence.document[:3], told.evidence.line) for told in record.told}
            for record in library.records
        )


def test_nothing_that_is_told_twice_disagrees(library: LibraryKnowledge) -> None:
    assert [record.disagreements for record in library.records if record.disagreements] == []
