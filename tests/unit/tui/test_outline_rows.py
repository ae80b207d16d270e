from sctui.scheduler.limits import Place
from sctui.scheduler.queue import Counts
from sctui.tui.outline_rows import Outline, RowScope

TOPICS = {"a::b": ("x", "x / y", "z"), "a": ("own",), "c": ()}


def shown(*turned: RowScope) -> list[tuple[int, str, bool | None]]:
    outline = Outline(("a", "a::b", "c"), lambda deck: TOPICS[deck])
    rows = outline.rows({}, Counts(), set(turned))
    return [(row.depth, row.title, row.open) for row in rows]


def test_decks_with_decks_below_are_open_at_first_and_topics_are_not_shown() -> None:
    assert shown() == [
        (0, "All decks", None),
        (0, "a", True),
        (1, "b", False),
        (1, "own", None),
        (0, "c", None),
    ]


def test_a_deck_opens_to_its_topics_and_a_topic_to_those_below_it() -> None:
    assert shown("a::b")[3:5] == [(2, "x", False), (2, "z", None)]
    assert shown("a::b", Place("a::b", "x"))[3:6] == [(2, "x", True), (3, "y", None), (2, "z", None)]


def test_a_folded_deck_hides_all_below_it() -> None:
    assert shown("a") == [(0, "All decks", None), (0, "a", False), (0, "c", None)]
