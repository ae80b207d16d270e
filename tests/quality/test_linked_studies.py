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


# kind and lines of every record of the originals, read one by one
RECORDS = {
    "000": {("review", 1, 3), ("review", 28, 30), ("review", 32, 34), ("trial", 35, 58), ("trial", 57, 57)},
    "001": {
        *(("review", 2, 2), ("trial", 35, 35), ("trial", 37, 43), ("trial", 65, 68), ("trial", 71, 76)),
        *(("case", 75, 75), ("trial", 103, 103), ("trial", 105, 105), ("trial", 126, 128)),
        *(("trial", 130, 133), ("case", 137, 137)),
    },
    "002": set(),
    "003": {
        *(("trial", 23, 23), ("trial", 25, 25), ("review", 35, 37), ("trial", 39, 39), ("trial", 45, 45)),
        *(("trial", 47, 47), ("consensus", 55, 57), ("trial", 65, 65), ("trial", 67, 67)),
        *(("trial", 71, 71), ("review", 75, 75)),
    },
    "004": {
        *(("approval", 2, 2), ("approval", 3, 4), ("approval", 5, 5), ("trial", 29, 34), ("trial", 37, 37)),
        *(("trial", 40, 40), ("trial", 41, 47), ("trial", 56, 56), ("trial", 65, 65)),
    },
}


@pytest.fixture(scope="module")
def library(shared: Path) -> LibraryKnowledge:
    knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
    files = [next((shared / "seeds").glob(f"{name}_*.txt")) for name in NAMES]
    return merge_knowledge(convert(file, knowledge).knowledge for file in files)


def test_every_study_is_a_record_of_its_own(library: LibraryKnowledge) -> None:
    for document in library.documents:
        found = set()
        for record in document.records:
            lines = [told.evidence.line for told in record.told]
            found.add((record.kind, min(lines), max(lines)))
        assert found == RECORDS[document.file[:3]]


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


def of_disease(library: LibraryKnowledge, name: str) -> list[str]:
    """The sizes and dates that tell the studies of a disease apart."""
    studies = (record for record in library.records if record.kind != "case")
    return sorted(
        record.get("n") or record.get("year") or record.source
        for record in studies
        if any(facet == "disease" and name in value.split("/") for facet, value in record.identity)
    )


def test_look_alikes_of_the_originals_stay_apart(library: LibraryKnowledge) -> None:
    progressive = of_disease(library, "进展型多发性硬化")
    assert sorted({*of_disease(library, "多发性硬化症"), *progressive}) == ["120名", "20例", "48例", "507名"]
    diabetes = of_disease(library, "1型糖尿病")
    assert diabetes == ["2024年9月25日", "2025年4月14號", "42例", "meta-analysis"]


def test_checks_of_the_originals_say_what_a_reader_would(library: LibraryKnowledge) -> None:
    found = {(f.check, f.verdict.value, f.says) for record in library.records for f in record.findings}
    assert {
        ("timeline", "doubtful", "5年 is longer than the 3年 that were looked at."),
        ("eligibility", "doubtful", "A patient of 68 is outside the ages let in (18-64歲)."),
        ("groups", "doubtful", "98.8% can be of 414, but not of 93: the groups may be swapped."),
        ("sum-of-arms", "agrees", "22 + 59 = 81."),
        ("parts", "agrees", "27% + 7% = 34%."),
        ("reachable", "derived", "24% is 9 of 37, and not of all 81."),
        ("implied-size", "derived", "16 + 22 = 38, which is 高達70% only of 54: so many took part."),
    } <= found
    assert {check for check, verdict, _ in found if verdict == "doubtful"} == {
        "timeline",
        "eligibility",
        "groups",
    }


def test_what_a_check_doubts_of_this_document_is_not_asked(shared: Path) -> None:
    knowledge = read_knowledge(bundled() / "data", Path("nobody's own lexicon"))
    conversion = convert(next((shared / "seeds").glob("001_*.txt")), knowledge)
    flags = {flag for note in conversion.generation.notes for flag in note.flags if "doubtful" in flag}
    assert not flags  # by the ages let in, the time line and the groups
