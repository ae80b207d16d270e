"""A field of Anki's, which is HTML, as the Markdown of our cards; formulas as `$…$`, pictures by path.

Text of a note without formatting comes out as it stands: it is plain, and marks in it are its own. Where
there is some, what Markdown would take for a mark is escaped.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser

from sctui.markup.parse import is_marked
from sctui.markup.sounds import sound_of
from sctui.model.card import Markup
from sctui.text.plain_text import plain

_FORMULA = re.compile(
    r"\\\((.+?)\\\)|\[\$\](.+?)\[/\$\]|\\\[(.+?)\\\]|\[\$\$\](.+?)\[/\$\$\]|\[latex\](.+?)\[/latex\]",
    re.DOTALL,
)
_SOUND = re.compile(r"\[sound:([^\[\]]+)\]")
_MARK = re.compile(r"[\\`*$]|(?<!\w)_|_(?!\w)|(?<=\])\(")
_LINE_MARK = re.compile(r"^(\s*)([#>+-]|\d{1,9}[.)])(?=\s)", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n{3,}")
_DOLLARS = re.compile(r"^\$+|\$+$")
_PAIRS = {"b": "**", "strong": "**", "i": "*", "em": "*", "code": "`", "tt": "`"}
_BLOCKS = frozenset(("div", "p", "ul", "ol", "blockquote", "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6"))
_TABLE = frozenset(("table", "tr", "td", "th"))
_UNSEEN = frozenset(("script", "style", "title", "head"))
_MARKED = re.compile(r"</?(?:b|strong|i|em|code|tt|ul|ol|li|a|img|pre|blockquote|table)\b", re.IGNORECASE)

# the name of a file, as a field calls it -> its path from the deck; empty where there is no such file
Media = Callable[[str], str]


def is_formatted(field: str) -> bool:
    """Whether the field has what only Markdown can say: emphasis, lists, links, pictures, formulas."""
    if "<" not in field and "[" not in field and "\\" not in field:
        return False
    return bool(_MARKED.search(field) or _FORMULA.search(field))


def texts_of(fields: Sequence[str], media: Media) -> tuple[list[str], Markup]:
    """The fields of a note as texts of ours, and how these are to be read."""
    formatted = any(map(is_formatted, fields))
    texts = [plain(markdown_of(field, media, escape=formatted)) for field in fields]
    typed = not formatted and any(map(is_marked, texts))
    return texts, Markup.PLAIN if typed else Markup.MARKDOWN


def markdown_of(field: str, media: Media, *, escape: bool = False) -> str:
    """What a reader of the field reads; tags that only colour or place it are gone.

    `escape` is for a note that has a formatted field: else text is given as it stands, to be read as plain.
    """
    if "<" not in field and "&" not in field:
        text = field.strip()
        return _commands(text, media, marks=escape) if escape or "[" in text or "\\" in text else text
    reader = _Reader(media, marks=escape)
    reader.feed(field)
    reader.close()
    return reader.text()


class _Reader(HTMLParser):
    def __init__(self, media: Media, *, marks: bool) -> None:
        super().__init__(convert_charrefs=True)
        self._media, self._marks = media, marks
        self._out: list[str] = []
        self._unseen = 0
        self._lists: list[int | None] = []  # the number of the next item, None where they have none
        self._link: list[str] = []
        self._tables = 0
        self._rows: list[list[str]] = []
        self._cell: int | None = None  # where in `_out` the open cell of a table begins
        self._code = 0

    def text(self) -> str:
        self._end_table()
        whole = "".join(self._out).replace("\u00a0", " ")
        lines = "\n".join(line.rstrip() for line in whole.split("\n"))
        return _BLANK_LINES.sub("\n\n", lines).strip()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in _UNSEEN:
            self._unseen += 1
        elif tag == "br":
            self._out.append("\n")
        elif tag in _PAIRS:
            self._out.append("" if self._code else _PAIRS[tag])
        elif tag == "img":
            self._picture(values.get("src") or "", values.get("alt") or "")
        elif tag == "a":
            self._link.append(values.get("href") or "")
            self._out.append("[" if self._link[-1] else "")
        elif tag in _TABLE:
            self._table(tag)
        elif tag == "li":
            self._item()
        elif tag in _BLOCKS:
            self._block(tag, values)

    def handle_endtag(self, tag: str) -> None:
        if tag in _UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in _PAIRS:
            if not self._code:
                self._end_pair(_PAIRS[tag])
        elif tag == "a" and self._link:
            address = self._link.pop()
            self._out.append(
                f"]({address.replace(' ', '%20').replace('(', '%28').replace(')', '%29')})" if address else ""
            )
        elif tag == "table":
            self._tables -= 1
            self._end_table()
        elif tag in _TABLE:
            self._end_cell()
        elif tag == "pre" and self._code:
            self._code -= 1
            self._break()
            self._out.append("```\n")
        elif tag in {"ul", "ol"} and self._lists:
            self._lists.pop()
            self._break()
        elif tag in _BLOCKS:
            self._break()

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self._out.append(data if self._code else _commands(data, self._media, marks=self._marks))

    def _table(self, tag: str) -> None:
        self._end_cell()
        if tag == "table":
            self._break()
            self._tables += 1
        elif tag == "tr":
            self._rows.append([])
        elif self._rows:
            self._cell = len(self._out)

    def _end_cell(self) -> None:
        if self._cell is not None:
            text = "".join(self._out[self._cell :])
            del self._out[self._cell :]
            self._rows[-1].append(" ".join(text.replace("|", "\\|").split()))
            self._cell = None

    def _end_table(self) -> None:
        """Write the rows, all as wide as the widest; the first is the head, as Markdown wants one."""
        self._end_cell()
        if self._tables > 0 or not any(self._rows):
            return
        width = max(map(len, self._rows))
        head, *body = [row + [""] * (width - len(row)) for row in self._rows if row]
        self._break()
        for row in (head, ["---"] * width, *body):
            self._out.append(f"| {' | '.join(row)} |\n")
        self._rows = []

    def _end_pair(self, mark: str) -> None:
        if self._out and self._out[-1] == mark:  # nothing between the two
            self._out.pop()
            return
        blanks = ""
        if self._out and (kept := self._out[-1].rstrip(" \u00a0")) != self._out[-1]:
            blanks, self._out[-1] = " ", kept  # `**word **` would be no emphasis
        self._out.append(mark + blanks)

    def _item(self) -> None:
        self._break()
        number = self._lists[-1] if self._lists else None
        if number is not None:
            self._lists[-1] = number + 1
        indent = "   " * (len(self._lists) - 1)
        self._out.append(f"{indent}- " if number is None else f"{indent}{number}. ")

    def _block(self, tag: str, values: dict[str, str | None]) -> None:
        self._break()
        if tag == "pre":
            self._code += 1
            self._out.append("```\n")
        if tag in {"ul", "ol"}:
            start = (values.get("start") or "1")[:9]
            self._lists.append((int(start) if start.isdecimal() else 1) if tag == "ol" else None)

    def _break(self) -> None:
        if self._out and not self._out[-1].endswith("\n"):
            self._out.append("\n")

    def _picture(self, source: str, shows: str) -> None:
        path = self._media(source)
        shown = shows.replace("[", "(").replace("]", ")").replace("\n", " ")
        self._out.append(f"![{shown}]({path})" if path else "")


def _commands(text: str, media: Media, *, marks: bool = False) -> str:
    """Text with its formulas and sounds in our way; its own marks escaped where `marks` says so."""
    pieces: list[str] = []
    at = 0
    for found in _FORMULA.finditer(text):
        pieces += [_words(text[at : found.start()], media, marks=marks), _formula(found)]
        at = found.end()
    return "".join((*pieces, _words(text[at:], media, marks=marks)))


def _formula(found: re.Match[str]) -> str:
    inline = found[1] or found[2]
    tex = _DOLLARS.sub("", html.unescape(inline or found[3] or found[4] or found[5]).strip()).strip()
    return f"${tex}$" if inline or found[5] else f"$${tex}$$"


def _words(text: str, media: Media, *, marks: bool) -> str:
    if marks:
        text = _LINE_MARK.sub(r"\1\\\2", _MARK.sub(lambda found: f"\\{found[0]}", text))
    return _SOUND.sub(lambda found: _sound(found[1], media), text)


def _sound(name: str, media: Media) -> str:
    path = media(html.unescape(name))
    return sound_of(path) if path else ""
