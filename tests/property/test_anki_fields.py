"""What any text can do in Anki, in a spreadsheet, or in a terminal: nothing but be read."""

from __future__ import annotations

import csv
import html
import io
import re
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path
from tempfile import TemporaryDirectory

from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from sctui.anki.notes_out import notes_out, row_of, usual_row
from sctui.anki.tsv import HEADER, tsv
from sctui.cli.commands import cli
from sctui.decks.yaml_writer import deck_text
from sctui.model.card import Markup, Note, Source
from sctui.model.deck import Deck
from sctui.model.language import Language
from sctui.text.plain_text import plain

_ODD = st.sampled_from(
    ["<script>alert(1)</script>", "<img src=x onerror=a()>", "</script>", "{{Front}}", "=1+1", "-2+3", "@SUM(1)", "+1", "\t=1",
     "\x1b[31m", "[sound:a.mp3]", "[latex]x[/latex]", "&lt;b&gt;", "\u202eabc", "\uff1d1", "\x1f", '"', "'", "$x$", "![a](b.png)",
     "[a](javascript:alert(1))", "<https://x>", "`<b>`", "**b**", "|", "- a\n- b", "\r\n"]
)  # fmt: skip
_TEXT = st.lists(_ODD | st.text(max_size=8), min_size=1, max_size=6).map("".join)
_MARKUP = st.sampled_from(Markup)
# the elements that our own writer makes of Markdown
_OURS = {
    "b",
    "i",
    "code",
    "pre",
    "br",
    "ul",
    "ol",
    "li",
    "a",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "blockquote",
    "span",
}


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += ((name, value or "") for name, value in attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def seen(field: str) -> _Seen:
    parser = _Seen()
    parser.feed(field)
    parser.close()
    return parser


def note_of(front: str, back: str, quote: str, markup: Markup) -> Note:
    return Note("a", front=front, back=back, sources=(Source("d.md", 1, quote),), markup=markup)


@given(_TEXT, _TEXT, _TEXT, _MARKUP)
def test_no_text_becomes_a_program_in_anki(front: str, back: str, quote: str, markup: Markup) -> None:
    note = note_of(front, back, quote, markup)
    (out,) = notes_out(note, Language.ENGLISH)
    for text in out.fields:
        found = seen(text)
        assert found.tags <= _OURS
        assert all(name in {"href", "start", "style"} for name, _ in found.attributes)
        assert not any("javascript:" in value.lower() for _, value in found.attributes)
        assert "\x1f" not in text
        assert "\x1b" not in text
        assert not re.search(r"\[(?:sound:|latex\])", text)


@given(_TEXT, _TEXT, _TEXT, _MARKUP, st.booleans())
def test_the_short_way_to_a_row_says_what_the_long_one_says(
    front: str, back: str, quote: str, markup: Markup, dated: bool
) -> None:
    note = replace(note_of(front, back, quote, markup), topic=(back,), flags=("damage:x",), tags=(front,))
    origins = {"d.md": quote} if dated else {}
    (out,) = notes_out(note, Language.ENGLISH, str.upper, origins=origins)
    assert usual_row(note, Language.ENGLISH, lambda _: str.upper, origins) == row_of(out)


@given(_TEXT)
def test_plain_text_is_read_in_anki_as_it_is_typed(text: str) -> None:
    (out,) = notes_out(Note("a", front=text, back="b", markup=Markup.PLAIN), Language.ENGLISH)
    shown = html.unescape(re.sub(r"</?span>", "", out.fields[0]).replace("<br>", "\n"))
    assert shown == plain(text)


@given(_TEXT, _TEXT, _MARKUP)
def test_all_scripts_are_as_harmless_as_one(front: str, back: str, markup: Markup) -> None:
    note = Note("a", front=f"细胞{front}", back=back, markup=markup)
    (out,) = notes_out(note, Language.SIMPLIFIED, all_scripts=True)
    waiting = re.findall(r'<script type="text/plain" lang="[\w-]+">(.*?)</script>', out.fields[0], re.DOTALL)
    assert len(waiting) == 2
    bare = re.sub(r'<script type="text/plain" lang="[\w-]+">.*?</script>', "", out.fields[0], flags=re.DOTALL)
    for text in (bare, *waiting):
        assert seen(text).tags <= _OURS
        assert "<script" not in text.lower()


@given(_TEXT, _TEXT, _TEXT, _MARKUP)
def test_no_cell_of_a_table_begins_a_formula(name: str, front: str, tag: str, markup: Markup) -> None:
    note = Note("a", front=front, back=front, tags=(tag,), markup=markup)
    text = tsv([Deck(name, Language.ENGLISH, (note,))])
    assert text.startswith(HEADER)
    (row,) = csv.reader(io.StringIO(text[len(HEADER) :]), "excel-tab")
    for cell in row:
        assert not re.match("[=+@\\-\t\r\n\uff1d\uff0b\uff0d\uff20]", cell)
        assert "\x1b" not in cell


@settings(max_examples=25)
@given(_TEXT, _TEXT)
def test_nothing_reaches_the_terminal_but_text(name: str, front: str) -> None:
    with TemporaryDirectory() as place:
        folder = Path(place)
        deck = Deck(
            name.replace("::", "-").strip() or "d",
            Language.ENGLISH,
            (Note("a", front=f"q{front}", back="b"),),
        )
        (folder / "d.yaml").write_text(deck_text(deck), encoding="utf-8", errors="replace")
        done = CliRunner().invoke(
            cli, ["--home", place, "export", "--decks", place, "-o", f"{place}/x\x1b[31m.apkg"]
        )
    assert "\x1b" not in done.output
    assert "\u202e" not in done.output
