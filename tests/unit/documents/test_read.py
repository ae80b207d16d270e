import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.documents.read import read_document
from sctui.errors import DocumentError
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Language

Read = Callable[[str], Document]


def test_lines_are_the_text(tmp_path: Path, lexicon: Lexicon) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes("第一行\r\n\r\n第二\u2028行 \x1b[1m\r\n".encode())
    document = read_document(file, lexicon)
    assert [line.text for line in document.lines] == ["第一行", "", "第二\u2028行 \x1b[1m", ""]
    assert [line.number for line in document.lines] == [1, 2, 3, 4]
    assert [line.text for line in document.lines] == file.read_text(encoding="utf-8").split("\n")
    assert document.name == "a.txt"
    assert document.sha256 == hashlib.sha256(file.read_bytes()).hexdigest()


def test_lost_bytes_are_damage_and_said(tmp_path: Path, lexicon: Lexicon) -> None:
    file = tmp_path / "a.txt"
    data = "干细胞分泌多种因子,调节免疫反应,并促进血管生成。".encode()
    file.write_bytes(data[:9] + b"\xff" + data[9:])
    document = read_document(file, lexicon)
    (damage,) = document.damage
    assert (damage.kind, damage.span.start, damage.safe) == ("lost-bytes", 3, False)
    assert document.metadata["damage"].startswith("1 characters could not be read")


def test_terms_of_the_lexicon_prove_repairs(document_of: Read) -> None:
    line = "移植後常見感" + "?" + "染病（GVHD）".encode("gbk")[1:].decode("gbk", errors="ignore")
    document = document_of(f"移植後的照護\n\n{line}\n")
    assert "mojibake" in {damage.kind for damage in document.damage}


def test_metadata_of_a_record_with_the_title_that_stands_in_the_text(document_of: Read) -> None:
    inner = json.dumps({"title": "Cells in the Ovary", "authors": "Ann Bee"})
    record = json.dumps({"title": "细胞与卵巢", "doi": "10.1/x", "resultStr": inner}, ensure_ascii=False)
    document = document_of(f"{record}\nCells in the Ovary\nCells restore the ovary in mice.\n")
    assert document.metadata["title"] == "Cells in the Ovary"
    assert document.metadata["other_title"] == "细胞与卵巢"
    assert document.metadata["doi"] == "10.1/x"
    assert document.language is Language.ENGLISH


def test_the_document_says_its_language(document_of: Read) -> None:
    assert document_of("---\nlanguage: zh-TW\n---\n# 一\n\n二三\n").language is Language.TRADITIONAL


def test_what_cannot_be_read(tmp_path: Path, lexicon: Lexicon) -> None:
    empty = tmp_path / "empty.txt"
    empty.touch()
    for path, said in ((tmp_path / "none.txt", "does not exist"), (tmp_path, "folder"), (empty, "empty")):
        with pytest.raises(DocumentError, match=said) as caught:
            read_document(path, lexicon)
        assert caught.value.hint
    with pytest.raises(DocumentError, match=r"cannot be read|does not exist"):
        read_document(empty / "below.txt", lexicon)
    with pytest.raises(DocumentError, match="cannot be read"):
        read_document(Path("nul\x00.txt"), lexicon)
