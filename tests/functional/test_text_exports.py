"""Exports as text: the real Anki reads the table, the sheet is sound HTML, and nothing in a card does any harm."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from anki.collection import Collection, ImportCsvRequest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from sctui.anki.ids import guid
from sctui.anki.tsv import HEADER, tsv
from sctui.cli.commands import cli
from sctui.decks.markdown_cards import markdown_cards
from sctui.decks.sheet import sheet
from sctui.decks.yaml_writer import deck_text
from sctui.errors import ExportError
from sctui.model.card import Markup, Note, Reverse, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.language import Language
from tests.property.test_yaml_round_trip import DECKS

NOTES = (
    Note(
        "a",
        front='=SUM(1)\t"x" <b>',
        back="-1\n第二行",
        topic=("甲", "乙"),
        tags=("考试",),
        flags=("hedged",),
    ),
    Note("b", text="{{c1::VEGF}} 与 {{c2::HGF::因子}}"),
    Note("c", front="选", back="对", options=("错", "误")),
    Note("d", front="POF", back="卵巢早衰", reverse=Reverse("卵巢早衰", "POF")),
    Note(
        "e",
        front="<script>alert(1)</script>\x1b[31m",
        back="Q: \u202eabc",
        sources=(Source("p.md", 3, "a & <b>"),),
    ),
)
DECK = Deck("细胞::一", Language.SIMPLIFIED, NOTES, {"p": DocumentRef("p.md")})


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def imported(collection: Any, file: Path, text: str) -> Any:
    file.write_text(text, encoding="utf-8")
    metadata = collection.get_csv_metadata(path=str(file), delimiter=None)
    return collection.import_csv(ImportCsvRequest(path=str(file), metadata=metadata)).log


def test_anki_imports_the_table_and_updates_it(collection: Any, tmp_path: Path) -> None:
    log = imported(collection, tmp_path / "x.tsv", tsv([DECK]))
    assert (len(log.new), collection.note_count()) == (6, 6)  # both directions of the reversible note
    note = collection.get_note(collection.db.scalar("select id from notes where guid = ?", guid("a")))
    assert note.note_type()["name"] == "Basic"
    assert note["Front"] == '&#61;SUM(1)&#9;"x" &lt;b&gt;'
    assert note["Back"] == "&#45;1<br>第二行"
    assert set(note.tags) == {"kind::note", "topic::甲::乙", "flag::hedged", "考试"}
    assert collection.decks.name(note.cards()[0].did) == "细胞::一"
    cloze = collection.get_note(collection.db.scalar("select id from notes where guid = ?", guid("b")))
    assert (cloze.note_type()["name"], cloze["Text"]) == ("Cloze", NOTES[1].text)
    assert len(cloze.cards()) == 2
    again = imported(collection, tmp_path / "x.tsv", tsv([DECK]).replace("第二行", "改"))
    assert (len(again.new), collection.note_count()) == (0, 6)
    note.load()
    assert note["Back"] == "&#45;1<br>改"


@given(DECKS)
def test_no_cell_of_a_table_begins_a_formula(deck: Deck) -> None:
    table = io.StringIO(tsv([deck]).removeprefix(HEADER), newline="")
    rows = list(csv.reader(table, "excel-tab", strict=True))
    assert all(len(row) == 6 for row in rows)
    cells = [cell for row in rows for cell in row]
    assert not [
        cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    ]
    assert not [cell for cell in cells if any(char < " " for char in cell)]


MARKED = {"b", "i", "code", "pre", "ul", "ol", "li", "a", "blockquote", "thead", "tbody", "th", "span"}


class _Page(HTMLParser):
    """Which elements a page has, and whether they are closed in order."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name.startswith("on") or name == "src" for name, _ in attrs)
        assert all(str(value).startswith(("http", "mailto:")) for name, value in attrs if name == "href")
        if tag not in {"meta", "br"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@given(st.lists(DECKS, max_size=2))
def test_a_sheet_is_a_page_that_runs_nothing(decks: list[Deck]) -> None:
    page = _Page()
    page.feed(sheet(decks))
    page.close()
    assert page.open == []
    assert page.seen <= {"html", "head", "meta", "title", "style", "body", "section", "h1", "h2", "table", "tr", "td", "small", "br"} | MARKED  # fmt: skip


def test_what_a_sheet_shows() -> None:
    page = sheet([DECK])
    assert page.count("<tr>") == 7
    assert "<h2>甲 › 乙</h2>" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;␛[31m" in page
    assert "<small>p.md · 3: a &amp; &lt;b&gt;</small>" in page
    assert "\u202e" not in page
    assert "[因子]" in page


def test_markdown() -> None:
    text = markdown_cards([DECK])
    assert text.startswith('# 细胞::一\n\n---\n\n## 甲 / 乙\n\nQ: =SUM(1)\t"x" \\<b>\nA: -1\n第二行\n')
    assert "C: {{c1::VEGF}} 与 {{c2::HGF::因子}}\n" in text
    assert "Q: POF\nA: 卵巢早衰\n\nQ: 卵巢早衰\nA: POF\n" in text
    assert "Q: \\<script>alert(1)\\</script>␛[31m\nA: Q\\: abc\n" in text
    assert markdown_cards([Deck("d", Language.ENGLISH, (Note("x", text="a {{c1::b}} {{c2::c}}"),))]).endswith(
        "C: a [b] [c]\n"
    )


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("x.tsv", "#separator:tab\n"),
        ("x.md", "# 细胞::一"),
        ("x.html", "<!doctype html>"),
    ],
)
def test_the_name_of_the_file_decides(name: str, start: str, tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "d.yaml").write_text(deck_text(DECK), encoding="utf-8")
    words = ["export", "--decks", str(tmp_path / "decks"), "-o", str(tmp_path / name)]
    assert CliRunner().invoke(cli, words).exit_code == 0
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    formats = {"tsv": "tsv", "md": "markdown", "html": "html"}
    printed = CliRunner().invoke(cli, [*words[:3], "--format", formats[name.split(".")[1]]]).output
    assert printed == (tmp_path / name).read_text(encoding="utf-8")


def test_a_sheet_holds_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"png")
    note = Note("n", front="![a cell](x.png) and ![none](y.png)", back="b")
    page = sheet([Deck("d", Language.ENGLISH, (note,))], {"n": {"x.png": tmp_path / "x.png"}})
    assert '<img src="data:image/png;base64,cG5n" alt="a cell"> and [none]' in page
    assert "default-src 'none'; img-src data:;" in page  # without it no browser shows the picture
    (tmp_path / "x.png").unlink()
    with pytest.raises(ExportError, match="cannot be read"):
        sheet([Deck("d", Language.ENGLISH, (note,))], {"n": {"x.png": tmp_path / "x.png"}})


def test_markdown_takes_its_pictures_along(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / "decks" / name).mkdir(parents=True)
        (tmp_path / "decks" / name / "a cell.png").write_bytes(name.encode())
        (tmp_path / "decks" / name / "d.yaml").write_text(
            f"deck: {name}\nlanguage: en\ncards:\n"
            f"  - {{id: {name}, front: '![cell](<a cell.png>) is?', back: '![](a%20cell.png \"x\"), ![](none.png)'}}\n",
            encoding="utf-8",
        )
    words = ["export", "--decks", str(tmp_path / "decks"), "-o", str(tmp_path / "out" / "my cards.md")]
    (tmp_path / "out").mkdir()
    for _ in range(2):  # again over what is there
        done = CliRunner().invoke(cli, words)
        assert done.exit_code == 0
        assert "the picture `none.png` is not there" in done.output
        text = (tmp_path / "out" / "my cards.md").read_text(encoding="utf-8")
        assert "![](none.png)" in text
        paths = re.findall(r"\]\((my%20cards[^)\s]*)", text)
        files = [tmp_path / "out" / unquote(path) for path in paths]
        assert [file.read_text(encoding="utf-8") for file in files] == ["one", "one", "two", "two"]
        assert len(list((tmp_path / "out" / "my cards.pictures").iterdir())) == 2


def test_a_plain_card_says_the_same_in_markdown() -> None:
    note = Note("n", front="**a** $b", back="c_d_", markup=Markup.PLAIN)
    assert "Q: \\*\\*a\\*\\* \\$b\nA: c\\_d\\_\n" in markdown_cards([Deck("d", Language.ENGLISH, (note,))])
