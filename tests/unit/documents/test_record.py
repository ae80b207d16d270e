import json

import pytest

from sctui.documents.record import parse_record, record_metadata

NESTED = json.dumps({"title": "Cells in the ovary", "authors": "Ann Bee, Cy Dee"})
RECORD = {
    "title": "细胞与卵巢",
    "authors": None,
    "doi": "10.1000/abc",
    "journal": {"name": "Journal of Cells", "volume": "3"},
    "publicationDate": "2020-01-02",
    "ListUrlMain": "https://example.org/1",
    "publicationTypes": ["Review", "Journal Article"],
    "isOpenAccess": False,
    "resultStr": NESTED,
}


def test_metadata_of_a_record_and_of_the_record_inside_it() -> None:
    record = parse_record(json.dumps(RECORD, ensure_ascii=False))
    assert record is not None
    assert record_metadata(record) == {
        "title": "细胞与卵巢",
        "other_title": "Cells in the ovary",
        "authors": "Ann Bee, Cy Dee",
        "doi": "10.1000/abc",
        "journal": "Journal of Cells",
        "date": "2020-01-02",
        "url": "https://example.org/1",
        "kind": "Review, Journal Article",
    }


def test_tags_are_taken_out_of_a_title() -> None:
    record = {"title": "<p>Cells <i>in vivo</i>: 10<sup>6</sup> &amp; more</p>", "journal": "A < B"}
    found = record_metadata(record)
    assert (found["title"], found["journal"]) == ("Cells in vivo: 10⁶ & more", "A < B")


@pytest.mark.parametrize("line", ["{not json}", "[1, 2]", '{"a": 1', "text", "{}"])
def test_what_is_no_record(line: str) -> None:
    assert not parse_record(line)


def test_nesting_without_end_is_no_fault() -> None:
    deep = parse_record('{"a":' * 100_000 + "1" + "}" * 100_000)  # how deep json goes is Python's own affair
    assert not record_metadata(deep or {})
