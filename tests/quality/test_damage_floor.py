"""Damage in the originals: every place the gold marks is found, hardly anything else is, and repairs are right."""

import re
from pathlib import Path

import pytest

from sctui.documents.read import read_document
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.text.yaml_nodes import Mapping, Node, Scalar, Sequence, parse

pytestmark = pytest.mark.shared

MARKED = ("000", "002", "003")
DAMAGE = {"mojibake", "lost-exponent", "flattened-exponent", "mistranslation", "wording"}
ELSEWHERE = {"external", "outside"}  # the file alone cannot show it
# All finds of the five originals, read one by one: line and column of those that are damaged indeed.
READ = {
    "000": "1:4 1:53 5:6 7:11 18:21 23:22 25:30 40:17 65:145 66:97 66:99 76:13 79:79 90:11 90:22 90:29 90:47",
    "001": "65:69 67:40 102:1 103:81 114:75 114:97 144:48",
    "002": "",
    "003": "47:83 69:33 75:128",
    "004": "2:43 3:157 5:39 5:54 8:96 28:10 29:42 42:14 48:5 49:14 62:27 65:97 91:30",
}
# What safe repairs put there, where it is more than taking a mark out; each was checked by reading.
REPAIRED = {
    "000": {},
    "001": {"67:40": "1×10^6", "114:75": "+", "114:97": "+"},
    "002": {},
    "003": {"47:83": "每剂量1×10^7"},
    "004": {"3:157": "病(S", "48:5": "病:從G"},
}


def original(shared: Path, name: str, lexicon: Lexicon) -> Document:
    (file,) = (shared / "seeds").glob(f"{name}_*.txt")
    return read_document(file, lexicon)


def text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value if isinstance(value, Scalar) else ""


def marked(shared: Path, name: str) -> list[tuple[int, str]]:
    """Line and quote (empty: the whole line) of every place that the gold says is damaged."""
    root: Node | None = parse((shared / "quality" / "gold" / f"{name}.yaml").read_text(encoding="utf-8"))
    assert isinstance(root, Mapping)
    places = []
    for part in ("outline", "boilerplate", "facts"):
        listed = root.get(part)
        for item in listed.items if isinstance(listed, Sequence) else ():
            assert isinstance(item, Mapping)
            traps = {trap.split(":")[0].strip() for trap in re.split(r"[;|]", text(item, "trap"))}
            if traps & DAMAGE and not ELSEWHERE & {text(item, "trap_basis"), text(item, "evidence")}:
                places.append((int(text(item, "line")), text(item, "quote")))
    return places


@pytest.mark.parametrize("name", MARKED)
def test_every_marked_place_is_found(name: str, shared: Path, lexicon: Lexicon) -> None:
    document = original(shared, name, lexicon)
    places = marked(shared, name)
    assert bool(places) == (name != "002")
    for line, quote in places:
        start = document.lines[line - 1].text.index(quote)
        end = start + len(quote or document.lines[line - 1].text)
        assert any(
            damage.span.line == line and damage.span.start < end and start < damage.span.end
            for damage in document.damage
        ), (line, quote)


def test_hardly_anything_else_is_marked(shared: Path, lexicon: Lexicon) -> None:
    found = right = 0
    for name, places in READ.items():
        finds = original(shared, name, lexicon).damage
        found += len(finds)
        right += sum(f"{d.span.line}:{d.span.start + 1}" in places.split() for d in finds)
    assert right >= 0.95 * found
    assert right == sum(len(places.split()) for places in READ.values())


@pytest.mark.parametrize("name", READ)
def test_each_repair_is_right(name: str, shared: Path, lexicon: Lexicon) -> None:
    repaired = {
        f"{d.span.line}:{d.span.start + 1}": d.repair
        for d in original(shared, name, lexicon).damage
        if d.safe and d.repair
    }
    assert repaired == REPAIRED[name]
