"""Reading lexicon files: what is accepted, what is refused, and where the message points."""

from pathlib import Path

import pytest

from sctui.errors import LexiconError
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.lexicon.term import TermKind


def write(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def test_reads_names_and_attributes(tmp_path: Path) -> None:
    write(
        tmp_path,
        "unit.yaml",
        "kind: unit\nterms:\n  - {zh: 滴, en: drop, synonyms: [水滴], abbreviations: [gtt], measures: volume}\n",
    )
    (term,) = read_lexicon(tmp_path).terms
    assert term.kind is TermKind.UNIT
    assert term.key == "滴"
    assert term.names() == ("滴", "drop", "水滴", "gtt")
    assert term.attributes == {"measures": "volume"}


def test_a_term_may_have_an_english_name_alone(tmp_path: Path) -> None:
    write(tmp_path, "cell.yaml", "kind: cell\nterms:\n  - {en: wonder cell}\n")
    assert read_lexicon(tmp_path).terms[0].key == "wonder cell"


def test_a_folder_that_is_missing_adds_nothing(tmp_path: Path) -> None:
    assert read_lexicon(tmp_path / "none").terms == ()


def test_a_later_folder_adds_and_the_earlier_one_is_found_first(tmp_path: Path) -> None:
    write(tmp_path / "own", "cell.yaml", "kind: cell\nterms:\n  - {zh: 甲细胞, synonyms: [乙细胞, 丙细胞]}\n")
    write(tmp_path / "bundled", "cell.yaml", "kind: cell\nterms:\n  - {zh: 乙细胞}\n")
    lexicon = read_lexicon(tmp_path / "bundled", tmp_path / "own")
    assert [m.term.key for m in lexicon.mentions("乙細胞和丙細胞")] == ["乙细胞", "甲细胞"]


@pytest.mark.parametrize(
    ("text", "place", "message"),
    [
        ("kind: cell\nterms:\n  - {synonyms: [x]}\n", ":3:5:", "`zh` or `en`"),
        ("kind: cell\nterms:\n  - 干细胞\n", ":3:5:", "a term is written"),
        ("kind: cell\nterms: 干细胞\n", ":1:1:", "must be a list"),
        ("kind: wonder\nterms: []\n", ":1:1:", "wonder"),
        ("- a\n", ":1:1:", "`kind:` and `terms:`"),
        ("kind: cell\nkind: cell\n", ":2:1:", "a second time"),
    ],
)
def test_says_where_a_file_is_wrong(tmp_path: Path, text: str, place: str, message: str) -> None:
    file = write(tmp_path, "cell.yaml", text)
    with pytest.raises(LexiconError) as caught:
        read_lexicon(tmp_path)
    assert str(file) + place in str(caught.value)
    assert message in str(caught.value)


def test_a_file_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "cell.yaml").write_bytes(b"\xff\xfe\x00kind")
    with pytest.raises(LexiconError, match=r"cell\.yaml"):
        read_lexicon(tmp_path)


def test_a_lexicon_of_a_kind_is_made_once() -> None:
    lexicon = Lexicon(())
    assert lexicon.of(TermKind.CELL) is lexicon.of(TermKind.CELL)


def test_lookup_takes_the_whole_name_only(tmp_path: Path) -> None:
    write(tmp_path, "cell.yaml", "kind: cell\nterms:\n  - {zh: 甲细胞, abbreviations: [JC]}\n")
    lexicon = read_lexicon(tmp_path)
    assert lexicon.lookup(" 甲細胞 ") is lexicon.terms[0]
    assert lexicon.lookup("jc") is lexicon.terms[0]
    assert lexicon.lookup("甲细胞群") is None


def test_a_folder_in_the_folder_is_a_field_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "cardiology").mkdir()
    (tmp_path / "templates").mkdir()
    (tmp_path / "cardiology" / "drugs.yaml").write_text("kind: treatment\nterms:\n  - {en: warfarin}\n")
    (tmp_path / "templates" / "term.en.yaml").write_text("kind: term\ntemplates: {}\n")
    lexicon = read_lexicon(tmp_path)
    assert [term.en for term in lexicon.terms] == ["warfarin"]
