"""The study documents in `data/documents`: complete, undamaged, in proper script, and in our own words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from opencc import OpenCC

from sctui.locations import bundled
from sctui.model.document import Language
from sctui.text.match_view import match_view

DOCUMENTS = sorted((bundled() / "data" / "documents").glob("*.md"))
HAN_RUN = 20  # Han characters in a row, punctuation left out, that count as a copied sentence
WORD_RUN = 12  # English words in a row that count as a copied sentence
REFERENCES = re.compile(r"#+\s*(?:[一二三四五六七八九十]+、|\d+\.\s*)?(?:參考|参考|References\b)")
STUDY_NOTE = re.compile(r"學習材料.*建議|学习材料.*建议|study material.*advice", re.IGNORECASE)
# What a one-to-many conversion from Simplified leaves behind, and what proper Traditional writes.
BROKEN_TRADITIONAL = (
    "干細胞",
    "炎癥",
    "癥狀",
    "適應癥",
    "病癥",
    "雜志",
    "制備",
    "并發",
    "聯系",
    "移植后",
    "治療后",
    "憑借",
)
# Lost exponents (`10?`), flattened ones (`×106`), replacement characters, a lost character before a Han one.
DAMAGE = re.compile(
    r"10[?？□]|[×xX*]\s?10\d|\ufffd|□|\?[。；：，、]|[?？](?=[\u4e00-\u9fff])|[A-Za-z]\?[a-z]"
)


@dataclass(frozen=True)
class StudyDocument:
    """One document taken apart: front matter, the lines behind it, and those before the references."""

    front: dict[str, Any]
    lines: list[str]
    body: list[str]


@cache
def read(path: Path) -> StudyDocument:
    """The document at `path`; its front matter must stand between two `---` lines."""
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0] == "---", "front matter comes first"
    end = lines.index("---", 1)
    rest = lines[end + 1 :]
    cut = next((i for i, line in enumerate(rest) if REFERENCES.match(line)), len(rest))
    return StudyDocument(yaml.safe_load("\n".join(lines[1:end])), rest, rest[:cut])


def levels(document: StudyDocument) -> list[int]:
    """The level of every Markdown heading, in order."""
    return [len(line.split(" ", 1)[0]) for line in document.lines if re.match(r"#{1,6} \S", line)]


def runs(tokens: list[str], length: int) -> Iterator[tuple[str, ...]]:
    """Every run of `length` tokens."""
    return (tuple(tokens[i : i + length]) for i in range(len(tokens) - length + 1))


def han(line: str) -> list[str]:
    """The Han characters of a line in Simplified, so that a change of script hides no copy."""
    return re.findall(r"[\u3400-\u9fff]", match_view(line))


def words(line: str) -> list[str]:
    """The English words of a line in lower case."""
    return re.findall(r"[a-z]+", line.lower())


def original_lines(seeds: Path) -> list[str]:
    """The lines of all the originals."""
    return [
        line for path in sorted(seeds.glob("*.txt")) for line in path.read_text(encoding="utf-8").splitlines()
    ]


@cache
def original_runs(seeds: Path) -> tuple[frozenset[tuple[str, ...]], frozenset[tuple[str, ...]]]:
    """Runs of Han characters, and runs of words, of all the originals."""
    lines = original_lines(seeds)
    return (
        frozenset(run for line in lines for run in runs(han(line), HAN_RUN)),
        frozenset(run for line in lines for run in runs(words(line), WORD_RUN)),
    )


each_document = pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)


def test_there_are_documents() -> None:
    assert DOCUMENTS


@each_document
def test_front_matter_is_complete(path: Path) -> None:
    front = read(path).front
    assert front["title"]
    assert front["deck"]
    assert front["language"] in set(Language)
    assert front["based_on"]
    for source in front["based_on"]:
        assert all(source.get(key) for key in ("authors", "title", "journal", "year", "kind")), source
        assert source.get("doi") or source.get("url"), source


@each_document
def test_headings_make_a_tree(path: Path) -> None:
    found = levels(read(path))
    assert found[0] == 1, "the title comes first"
    assert found.count(1) == 1, "one title"
    assert found.count(2) >= 3
    assert all(after - before <= 1 for before, after in pairwise(found)), "a level is skipped"
    assert len(read(path).body) < len(read(path).lines), "a heading for the references"


@each_document
def test_says_that_it_is_study_material_and_no_advice(path: Path) -> None:
    assert any(STUDY_NOTE.search(line) for line in read(path).body)


@each_document
def test_rows_of_a_table_have_the_same_number_of_cells(path: Path) -> None:
    cells = 0
    for line in read(path).lines:
        count = line.count("|") if line.startswith("|") else 0
        assert not (cells and count) or count == cells, line
        cells = count


@each_document
def test_shows_no_damage(path: Path) -> None:
    assert [line for line in read(path).body if DAMAGE.search(line)] == []


@each_document
def test_is_in_one_script(path: Path) -> None:
    document = read(path)
    text = "\n".join(document.body)
    if document.front["language"] == Language.TRADITIONAL:
        assert [word for word in BROKEN_TRADITIONAL if word in text] == []
        assert "，" in text
    elif document.front["language"] == Language.SIMPLIFIED:
        simplified = OpenCC("t2s").convert(text)
        assert {(old, new) for old, new in zip(text, simplified, strict=True) if old != new} == set()


@each_document
def test_shares_no_sentence_with_an_original(path: Path, shared: Path) -> None:
    han_runs, word_runs = original_runs(shared / "seeds")
    copied = [
        "".join(run) for line in read(path).body for run in runs(han(line), HAN_RUN) if run in han_runs
    ] + [" ".join(run) for line in read(path).body for run in runs(words(line), WORD_RUN) if run in word_runs]
    assert copied == []


def test_a_copied_sentence_would_be_found(shared: Path) -> None:
    han_runs, word_runs = original_runs(shared / "seeds")
    lines = original_lines(shared / "seeds")
    assert next(runs(han(max(lines, key=lambda line: len(han(line)))), HAN_RUN)) in han_runs
    assert next(runs(words(max(lines, key=lambda line: len(words(line)))), WORD_RUN)) in word_runs
