"""`knowledge.json`: what is written is read back, and anything else is refused with its place."""

import json
from pathlib import Path

import pytest

from sctui.errors import DeckError
from sctui.records.knowledge_file import knowledge_text, parse_knowledge
from sctui.records.library import merge_knowledge, read_library_knowledge
from tests.unit.records.conftest import Know

PAGE = (
    "# 甲院\n\n间充质干细胞分泌VEGF和HGF。\n\n"
    "2021年,甲院对12名膝骨关节炎患者进行了脂肪间充质干细胞关节腔注射治疗,剂量为5×10?个细胞,患者疼痛评分下降。\n"
)


def test_what_is_written_is_read_back(know: Know) -> None:
    known = know(PAGE)
    text = knowledge_text(known)
    assert parse_knowledge(text, "x") == known
    assert known.records
    assert known.links
    assert text == knowledge_text(parse_knowledge(text, "x"))


def test_one_record_a_line(know: Know) -> None:
    known = know(PAGE)
    lines = knowledge_text(known).splitlines()
    assert sum('"told":' in line for line in lines) == len(known.records)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"version": 99}, "version 99"),
        ({"language": "tlh"}, "no language"),
        ({"more": 1}, "unknown key `more`"),
        ({"title": 3}, "`title` must be a text"),
        ({"records": {}}, "`records` must be a list"),
        ({"records": [{"key": "a"}]}, "records[0]: `kind` must be a text"),
        ({"records": [{"key": "a", "kind": "trial", "told": [{"slot": "n", "value": "9"}]}]}, "`at` must be"),
        ({"cells": [{"row": "a", "value": "b", "at": [1, 0, 5, "abc"]}]}, "does not fit"),
        ({"links": ["a"]}, "links[0]: must be an object"),
    ],
)
def test_anything_else_is_refused(know: Know, change: dict[str, object], message: str) -> None:
    entries = json.loads(knowledge_text(know(PAGE))) | change
    with pytest.raises(DeckError, match=message.replace("[", r"\[")) as error:
        parse_knowledge(json.dumps(entries), "k.json")
    assert error.value.file == "k.json"
    assert "again" in error.value.hint


@pytest.mark.parametrize("text", ["", "{", "[]", "[" * 5000])
def test_what_is_no_object_is_refused(text: str) -> None:
    with pytest.raises(DeckError):
        parse_knowledge(text, "k.json")


def test_a_library_is_read_past_a_broken_file(know: Know, tmp_path: Path) -> None:
    decks, own = tmp_path / "decks", tmp_path / "own"
    for folder, name in ((decks, "a"), (decks, "b"), (own, "b")):
        (folder / name).mkdir(parents=True)
    (decks / "a" / "knowledge.json").write_text(knowledge_text(know(PAGE, "a.md")), "utf-8")
    (decks / "b" / "knowledge.json").write_text("{", "utf-8")
    found = read_library_knowledge([decks, tmp_path / "nowhere"])
    assert [document.file for document in found.documents] == ["a.md"]
    (problem,) = found.problems
    assert "not JSON" in problem
    (own / "b" / "knowledge.json").write_text(knowledge_text(know(PAGE, "b.md")), "utf-8")
    assert [d.file for d in read_library_knowledge([decks, own]).documents] == ["a.md", "b.md"]


def test_the_order_of_documents_does_not_matter(know: Know) -> None:
    a, b = know(PAGE, "a.md"), know(PAGE.replace("12名", "90名"), "b.md")
    assert merge_knowledge([a, b]) == merge_knowledge([b, a])
