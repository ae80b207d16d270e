"""Conversion of every original, line by line: what cards each line gave, and what was refused.

The originals are not ours to keep, so the expected files hold line numbers, kinds, flags and short hashes of the cards,
not their words. Write them anew with `make golden`, then read the diff.
"""

import hashlib
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from sctui.decks.templates import constant
from sctui.locations import bundled
from sctui.model.topic import Topic
from sctui.pipeline import Conversion, Knowledge, convert, read_knowledge
from sctui.text import script
from sctui.text.script import Script

pytestmark = pytest.mark.shared

EXPECTED = Path(__file__).parent / "originals"
WRITE = os.environ.get("SCTUI_GOLDEN") == "write"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


def record(conversion: Conversion) -> Iterator[str]:
    for line in conversion.document.lines:
        yield f"line\t{line.number}\t{line.kind}"
    for damage in conversion.document.damage:
        yield f"damage\t{damage.span.line}\t{damage.span.start}\t{damage.kind}\t{damage.repair}\t{damage.safe}"
    yield from headings(conversion.tree, 0)
    for note in conversion.generation.notes:
        digest = hashlib.sha256("\0".join((note.front, note.back, note.text)).encode()).hexdigest()[:8]
        lines = "+".join(str(source.line) for source in note.sources)
        yield f"note\t{lines}\t{note.kind}\t{note.id.rpartition('-')[2]}\t{digest}\t{','.join(note.flags)}"
    for item, count in sorted(Counter(refusal.item for refusal in conversion.generation.refused).items()):
        yield f"refused\t{count}\t{item}"


def headings(topic: Topic, depth: int) -> Iterator[str]:
    for child in topic.children:
        yield f"topic\t{child.line}\t{child.last_line}\t{depth}"
        yield from headings(child, depth + 1)


@pytest.mark.parametrize("name", ["000", "001", "002", "003", "004"])
def test_the_conversion_of_an_original_is_as_expected(name: str, shared: Path, knowledge: Knowledge) -> None:
    (file,) = (shared / "seeds").glob(f"{name}_*.txt")
    got = "\n".join(record(convert(file, knowledge))) + "\n"
    expected = EXPECTED / f"{name}.tsv"
    if WRITE:
        expected.write_text(got, encoding="utf-8", newline="\n")
    assert got == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["000", "001", "004"])
def test_a_traditional_original_is_asked_without_the_dictionaries_of_opencc(
    name: str, shared: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All our words for it stand in `taiwan.txt`; to load what makes them takes as long as to convert it."""
    missing: list[str] = []

    def converted(text: str, _script: Script) -> str:
        missing.append(text)
        return text

    monkeypatch.setattr(script, "converted", converted)
    constant.cache_clear()
    (file,) = (shared / "seeds").glob(f"{name}_*.txt")
    convert(file, knowledge)
    constant.cache_clear()  # of what this test has put there
    assert not missing


def test_expectations_are_not_being_rewritten_in_ci() -> None:
    assert not (WRITE and os.environ.get("CI"))
