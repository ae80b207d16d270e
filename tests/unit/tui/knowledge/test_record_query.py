import pytest

from sctui.tui.knowledge.record_query import parse
from sctui.tui.knowledge.record_rows import rows_of
from tests.tui.known import RECORDS

ROWS = [row for part in rows_of(RECORDS) for row in part]


def found(text: str) -> list[str]:
    query = parse(text)
    return [row.record.key for row in ROWS if query.holds(row)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", ["lupus-1", "asthma-1", "asthma-2", "lupus-2"]),
        ("狼瘡", ["lupus-1"]),  # Traditional, and the record is Simplified
        ("RYONCIL", ["lupus-2"]),
        ("ｒｙｏｎｃｉｌ", ["lupus-2"]),
        ("n>50", ["lupus-1", "asthma-2"]),
        ("n>=12 n<100", ["lupus-1", "asthma-1"]),
        ("ｎ＝１２", ["asthma-1"]),
        ("人数:12", ["asthma-1"]),
        ("year>=2021", ["asthma-1", "asthma-2", "lupus-2"]),
        ("disease:哮喘", ["asthma-1"]),
        ("疾病:哮喘", ["asthma-1"]),
        ("disease:兒童", ["asthma-2"]),  # by the wider name that all documents share
        ("cell:臍帶", ["lupus-1"]),
        ("product:骨髓", ["asthma-1", "asthma-2"]),
        ("kind:approval", ["lupus-2"]),
        ("phase:2", ["lupus-1"]),
        ("phase:II", ["lupus-1"]),
        ("phase:3", []),
        ("phase:1/2", ["lupus-1"]),
        ("is:disputed", ["lupus-1"]),
        ("is:doubtful", ["lupus-1"]),
        ("is:merged", ["lupus-1"]),
        ("-is:disputed -kind:approval", ["asthma-1", "asthma-2"]),
        ('"Stem Cell" lupus', ["lupus-1"]),
        ("document:asthma", ["lupus-1", "asthma-1", "asthma-2"]),
        ("n>", ["lupus-1", "asthma-1", "asthma-2", "lupus-2"]),  # still being typed
        ("nothing:such", []),  # no field: a word like any other
    ],
)
def test_what_is_typed_finds(text: str, keys: list[str]) -> None:
    assert found(text) == keys


@pytest.mark.parametrize("text", ["n>many", "phase:late", "is:lost", "disease>3"])
def test_what_nothing_can_be_made_of_is_told_and_hides_nothing(text: str) -> None:
    assert parse(text).faults == (text,)
    assert len(found(text)) == len(ROWS)


@pytest.mark.parametrize("text", ["", "-", '"', "n>", "狼 ", "is:"])
def test_what_is_unfinished_is_no_fault(text: str) -> None:
    assert parse(text).faults == ()
