"""Files of every format with bytes flipped, lost, added and cut off: each is read, or refused in our words."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from functools import cache

import pytest

from sctui.documents.read import read_bytes
from sctui.errors import SctuiError
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.outline.build import build_outline
from tests.unit.documents.formats.test_read_formats import PAGE, RECORD, pdf, word

ROUNDS = 25  # mutations of each file; tens of thousands more were tried by hand


@cache
def originals() -> dict[str, bytes]:
    """A small file of each format."""
    lines = ["1. 作用机制", "间充质干细胞可以分泌多种生长因子,", "The cells secrete growth factors (HGF)."]
    return {
        "pdf": pdf(lines, [*lines, "3 × 10 6 cells"], title="细胞"),
        "docx": word(),
        "html": PAGE.format(charset="utf-8").encode(),
        "json": json.dumps([RECORD, {**RECORD, "title": "b", "abstract": "另一段"}]).encode(),
        "markdown": "---\ntitle: 甲\n---\n# 甲\n\n| a | b |\n|---|---|\n| 1 | 2×10? |\n\n1. 乙:丙。\n".encode(),
        "gb18030": "一、干细胞\n\n间充质干细胞(MSC)分泌多种因子,改善血液供应。\n".encode("gb18030") * 4,
    }


def mutated(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to eight changes of one kind or another."""
    changed = bytearray(data)
    for _ in range(chance.choice([1, 1, 2, 8])):
        at = chance.randrange(max(1, len(changed)))
        size = chance.choice([1, 1, 2, 16, 200])
        match chance.randrange(6):
            case 0:
                changed[at : at + 1] = bytes([chance.randrange(256)])
            case 1:
                del changed[at : at + size]
            case 2:
                changed[at:at] = chance.randbytes(size)
            case 3:
                changed[at:at] = changed[at : at + size]
            case 4:
                changed[at : at + size] = bytes(size)
            case _:
                if chance.random() < 0.2:
                    del changed[at:]
    return bytes(changed)


def repacked(data: bytes, chance: random.Random) -> bytes:
    """A zip archive whose parts are changed inside, so that their check sums are right."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        chosen = chance.choice([name for name in names if name.startswith("word/d") or chance.random() < 0.3])
        for name in names:
            part = old.read(name)
            new.writestr(name, mutated(part, chance) if name == chosen else part)
    return out.getvalue()


def read(data: bytes, lexicon: Lexicon) -> Document | None:
    """The document; None when it is refused. What is kept of it must read as the same lines."""
    try:
        document = read_bytes(data, "any.file", lexicon)
    except SctuiError:
        return None
    build_outline(document)
    for damage in document.damage:
        assert 0 <= damage.span.start < damage.span.end <= len(document.lines[damage.span.line - 1].text)
    if document.name != "any.file":
        kept = "\n".join(line.text for line in document.lines).encode()
        again = read_bytes(kept, document.name, lexicon)
        assert (again.lines, again.sha256, again.pages) == (document.lines, document.sha256, document.pages)
    return document


@pytest.mark.parametrize("name", ["pdf", "docx", "html", "json", "markdown", "gb18030"])
def test_a_damaged_file_is_read_or_refused(name: str, lexicon: Lexicon) -> None:
    original, chance = originals()[name], random.Random(name)  # noqa: S311 -- repeatable
    assert read(original, lexicon) is not None
    for _ in range(ROUNDS):
        read(mutated(original, chance), lexicon)


def test_a_word_file_that_is_damaged_inside(lexicon: Lexicon) -> None:
    chance = random.Random(5)  # noqa: S311 -- repeatable
    for _ in range(ROUNDS // 3):
        read(repacked(originals()["docx"], chance), lexicon)


def zipped(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return out.getvalue()


def nested_word(tag: str, depth: int) -> bytes:
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:{tag}>" * depth + "<w:p><w:r><w:t>x</w:t></w:r></w:p>" + f"</w:{tag}>" * depth
    parts = dict.fromkeys(["[Content_Types].xml", "_rels/.rels"], b"")
    with zipfile.ZipFile(io.BytesIO(word())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = f"<w:document {space}><w:body>{body}</w:body></w:document>".encode()
    return zipped(parts)


HOSTILE: dict[str, Callable[[], bytes]] = {
    "deep list": lambda: b"[" * 100_000 + b"]" * 100_000,
    "deep record": lambda: b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "deep record in a line": lambda: b"# a\n" + b'{"a":' * 50_000 + b"1" + b"}" * 50_000,
    "huge number": lambda: b'{"title": "a", "abstract": "b", "n": ' + b"9" * 10_000 + b"}",
    "huge number as date": lambda: b'{"title": "a", "abstract": "b", "year": 1e999}',
    "half characters": lambda: b'{"title": "\\ud800", "abstract": "a \\udfff b\\u0000c\\rd"}',
    "not a number": lambda: b'{"title": NaN, "abstract": "text", "date": -Infinity}',
    "deep page": lambda: b"<!doctype html><body>" + b"<div><b>" * 5_000 + "干细胞".encode() * 50,
    "deep list of a page": lambda: b"<!doctype html><body>" + b"<ul><li>" * 3_000 + b"text " * 50,
    "wide cell": lambda: b"<html><body><table>" + b"<tr><td colspan=1000 rowspan=1000>a</td></tr>" * 60,
    "unclosed comment": lambda: b"<!--" * 20_000 + b"<html>",
    "deep word file": lambda: nested_word("sdt", 3_000),
    "word file of blanks": lambda: zipped({"word/document.xml": b" " * 60_000_000}),
    "pdf without end": lambda: b"%PDF-1.7\n" + b"1 0 obj << /Length 99999999 >> stream\n" * 2_000,
    "pdf that is its own page": lambda: (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    ),
    "front matter of aliases": lambda: b"---\na: &a [x, x]\nb: &b [*a, *a]\n---\n# t\n\ntext\n",
    "deep front matter": lambda: b"---\na: " + b"[" * 20_000 + b"\n---\n# t\n\ntext\n",
    "one long line": lambda: "干细胞?(".encode() * 40_000,
    "question marks": lambda: b"?" * 200_000 + "干".encode(),
    "table bars": lambda: b"|" * 200_000,
    "digits": lambda: b"10" * 100_000 + " × 10".encode() * 20_000,
}


@pytest.mark.parametrize("name", list(HOSTILE))
def test_hostile_files(name: str, lexicon: Lexicon) -> None:
    read(HOSTILE[name](), lexicon)
