from sctui.documents.front_matter import FrontMatter, read_front_matter


def read(text: str) -> FrontMatter:
    return read_front_matter(text.split("\n"))


def test_values_are_flat_text() -> None:
    front = read(
        "---\ntitle: Cells\nlanguage: en\nbased_on:\n  - authors: A, B\n    doi: 10.1/x\n  - authors: C\ntags: [a, b]\n"
        "journal: {name: J, volume: 4}\n---\ntext"
    )
    assert front.lines == 10
    assert front.values == {
        "title": "Cells",
        "language": "en",
        "based_on.1.authors": "A, B",
        "based_on.1.doi": "10.1/x",
        "based_on.2.authors": "C",
        "tags": "a; b",
        "journal.name": "J",
        "journal.volume": "4",
    }


def test_text_that_only_begins_with_a_rule_has_none() -> None:
    assert read("---\nJust a paragraph.\n---\nmore").lines == 0
    assert read("---\ntitle: never closed\ntext").lines == 0
    assert read("title: no rule").lines == 0
    assert read("").lines == 0


def test_a_colon_too_many_does_not_lose_the_rest() -> None:
    front = read("---\ntitle: Cells: a review\nlanguage: en\n---\ntext")
    assert front.lines == 4
    assert front.values["title"] == "Cells: a review"
    assert front.values["language"] == "en"
    assert front.values["front_matter_error"].startswith("line 2:")
