import pytest

from sctui.decks.places import yaml_lines


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("", []),
        ("a", ["a"]),
        ("a\n\nb\n", ["a\n", "\n", "b\n"]),
        ("a\r\nb\rc\x85d\u2028e\u2029f", ["a\r\n", "b\r", "c\x85", "d\u2028", "e\u2029", "f"]),
        ("a\vb\fc\x1cd\x1de\x1ef\r\ng", ["a\vb\fc\x1cd\x1de\x1ef\r\n", "g"]),
    ],
)
def test_lines_end_where_yaml_ends_them(text: str, lines: list[str]) -> None:
    assert yaml_lines(text) == lines
