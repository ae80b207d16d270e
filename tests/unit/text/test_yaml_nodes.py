import sys

import pytest
import yaml

from sctui.text.yaml_nodes import Mapping, Scalar, Sequence, YamlError, parse


def test_scalars_stay_strings_and_know_their_place() -> None:
    node = parse("a: no\nb: 1e3\nc: ~\nd: '{{c1::x}}'\n")
    assert isinstance(node, Mapping)
    assert [(key.value, value.value) for key, value in node.entries if isinstance(value, Scalar)] == [
        ("a", "no"),
        ("b", "1e3"),
        ("c", "~"),
        ("d", "{{c1::x}}"),
    ]
    b = node.get("b")
    assert isinstance(b, Scalar)
    assert (b.line, b.column) == (2, 4)
    assert node.get("missing") is None


def test_lists_and_block_text() -> None:
    node = parse("list:\n  - one\n  - two\ntext: |\n  first\n  second\n")
    assert isinstance(node, Mapping)
    items = node.get("list")
    assert isinstance(items, Sequence)
    assert [item.value for item in items.items if isinstance(item, Scalar)] == ["one", "two"]
    assert (items.line, items.column) == (2, 3)
    text = node.get("text")
    assert isinstance(text, Scalar)
    assert text.value == "first\nsecond\n"


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_nothing_is_none_or_empty(text: str) -> None:
    node = parse(text)
    assert node is None or (isinstance(node, Scalar) and node.value == "")


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("a: &x 1\nb: *x\n", 1, 4, "anchors"),
        ("b: *x\n", 1, 4, "aliases"),
        ("a: !!int 1\n", 1, 4, "tags"),
        ("a: !python/object:os.system x\n", 1, 4, "tags"),
        ("a: 1\nb: 2\na: 3\n", 3, 1, "second time"),
        ("a: 1\n---\nb: 2\n", 2, 1, "one document"),
        ("? [a, b]\n: 1\n", 1, 3, "plain word"),
        ("a: [1, 2\n", 1, 4, "not closed: `]` is missing"),
        ("a: 1\nb: {c: [1, 2],\nd: 1\ne: 2\n", 2, 4, "not closed: `}` is missing"),
        ("a: 'x\nb: 2\n", 1, 4, "not closed: `\"`/`'` is missing"),
        ("a: [1, 2}\n", 1, 9, ""),
        ("a: b: c\n", 1, 5, ""),
        ("a: \ud800", 1, 4, "U+D800"),
        ("a: 1\nb: x\x00y\n", 2, 5, "U+0000"),
    ],
)
def test_what_is_refused_says_where(text: str, line: int, column: int, said: str) -> None:
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert said in caught.value.message


def test_deep_nesting_is_refused() -> None:
    with pytest.raises(YamlError, match="nested deeper"):
        parse("[" * 40 + "]" * 40)


def test_without_libyaml_the_result_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "a:\n  - {b: 1}\n  - x\nc: yes\n"
    fast = parse(text)
    monkeypatch.setattr(yaml, "cyaml", None, raising=False)
    assert parse(text) == fast
    assert "yaml" in sys.modules


@pytest.mark.parametrize(
    "text",
    ['a: b\nc: "{}"\n', "a: b\nc: {}\n", "a: b\nc: |\n  {}\n", "a: b\nc: >\n" + "  xxxxxxxxx\n" * 10_001],
)
def test_a_huge_text_is_refused_where_it_begins(text: str) -> None:
    with pytest.raises(YamlError, match="the longest may have 100,000") as told:
        parse(text.format("x" * 100_001))
    assert (told.value.line, told.value.column) == (2, 4)
    assert parse('a: b\nc: "{}"\n'.format("x" * 100_000))
