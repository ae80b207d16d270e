"""Which keys a narrow terminal shows."""

from sctui.tui.widgets.key_bar import Shown, fitting

KEYS = [
    Shown("reveal", "space", "space", "答案"),
    Shown("undo", "u", "u", "撤销"),
    Shown("source", "s", "s", "出处"),
    Shown("leave", "q", "q", "返回"),
    Shown("script", "t", "t", "繁简"),
    Shown("help", "question_mark", "?", "帮助"),
]


def names(width: int) -> list[str]:
    return [key.name for key in fitting(KEYS, width)]


def test_all_are_shown_where_there_is_room() -> None:
    assert names(52) == [key.name for key in KEYS]


def test_the_way_back_and_the_help_stay_longest() -> None:
    assert names(51) == ["reveal", "undo", "source", "leave", "help"]
    assert names(40) == ["reveal", "undo", "leave", "help"]
    assert names(20) == ["leave", "help"]
    assert names(9) == ["help"]
    assert names(1) == ["help"]


def test_every_line_of_keys_fits() -> None:
    for width in range(8, 60):
        assert sum(key.width for key in fitting(KEYS, width)) <= width
