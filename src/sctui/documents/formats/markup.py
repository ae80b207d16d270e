"""HTML to lines of Markdown: headings, paragraphs, lists, tables; exponents stay exponents."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from sctui.documents.formats.table_cells import Cell, table_lines

_SILENT = {"script", "style", "head", "title", "template", "noscript", "svg", "math", "button", "select"}
_BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl"),
    *("dt", "figcaption", "figure", "footer", "form", "header", "hr", "html", "main", "nav", "p", "pre"),
    *("section", "summary", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6"),
}
_HEADING = re.compile(r"h([1-6])")
_RAISED = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_EXPONENT = re.compile(r"[+\-−–]?\d{1,2}")
_TAKES_EXPONENT = re.compile(r"(?:\d|\b[cmkµμ]?m|\bkg/m)$")
_CITATION = re.compile(r"\d+(?:\s*[,，、–-]\s*\d+)*,?")
_SPACE = re.compile(r"[ \t\r\n\f\u00a0]+")
_MARKS = re.compile(r"(#{1,6}\s|[|>])")
_NUMBERED = re.compile(r"\d{1,3}[.)、]|[-•●]\s")
_TAG = re.compile(
    r"</?(?:div|p|br|h[1-6]|ul|ol|li|sup|sub|b|i|em|strong|span|jats:\w+)\b[^>]*>", re.IGNORECASE
)


def has_markup(text: str) -> bool:
    """Whether a value of a record is a piece of HTML; `a < b` is none."""
    return bool(_TAG.search(text))


def markup_lines(html: str) -> list[str]:
    """The lines of a piece of HTML, an empty line between blocks, none at either end."""
    parser = _Lines()
    parser.feed(html)
    parser.close()
    return parser.done()


class _Lines(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines: list[str] = []
        self._text = ""
        self._prefix = ""
        self._silent = 0
        self._raised: list[int] = []
        self._lists: list[int | None] = []  # the number of the last item; None for bullets
        self._tables: list[list[list[Cell]]] = []
        self._spans: list[tuple[int, int]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, an item, a cell."""
        if tag in _SILENT:
            self._silent += 1
        elif tag == "br":
            self._text += " " if self._tables else "\n"
        elif tag == "sup":
            self._raised.append(len(self._text))
        elif tag == "table":
            self._begin_table()
        elif tag in {"tr", "td", "th"}:
            self._begin_cell(tag, dict(attrs))
        elif tag in _BLOCKS:
            self._end_block()
            if tag in {"ul", "ol"}:
                self._lists.append(0 if tag == "ol" else None)
            elif tag == "li":
                self._prefix = self._mark()
            elif heading := _HEADING.fullmatch(tag):
                self._prefix = "#" * int(heading[1]) + " "

    def handle_endtag(self, tag: str) -> None:
        """End a block, an item, a cell."""
        if tag in _SILENT:
            self._silent = max(0, self._silent - 1)
        elif tag == "sup" and self._raised:
            self._raise(self._raised.pop())
        elif tag in {"td", "th"}:
            self._end_cell()
        elif tag == "table" and self._tables:
            self._end_table()
        elif tag in _BLOCKS:
            self._end_block()
            if tag in {"ul", "ol"} and self._lists:
                self._lists.pop()
                self._gap()

    def handle_data(self, data: str) -> None:
        """Text between the tags."""
        if not self._silent:
            self._text += _SPACE.sub(" ", data)

    def done(self) -> list[str]:
        """All lines; call it once, at the end."""
        while self._tables:
            self._end_table()
        self._end_block()
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return self._lines

    def _mark(self) -> str:
        depth = "  " * max(0, len(self._lists) - 1)
        number = self._lists[-1] if self._lists else None
        if number is None:
            return f"{depth}- "
        self._lists[-1] = number + 1
        return f"{depth}{number + 1}. "

    def _end_block(self) -> None:
        if self._tables:  # blocks inside a cell are one line
            self._text = self._text.rstrip() + " "
            self._prefix = ""
            return
        texts = [text for part in self._text.split("\n") if (text := _SPACE.sub(" ", part).strip())]
        item = self._prefix.strip() == "-" or bool(self._prefix and self._lists)
        for text in texts:
            marked = _NUMBERED.match(text) if self._prefix.strip() == "-" else None
            shown = (
                text if self._prefix else _MARKS.sub(r"\\\1", text, count=1) if _MARKS.match(text) else text
            )
            self._lines.append(("" if marked else self._prefix) + shown)
            self._prefix = "" if item else self._prefix
            if not item:
                self._gap()
        self._text = ""
        if texts or not item:
            self._prefix = ""

    def _gap(self) -> None:
        if self._lines and self._lines[-1] and not self._tables:
            self._lines.append("")

    def _raise(self, start: int) -> None:
        """Make `10<sup>6</sup>` into 10⁶ and a citation into `[6]`; what is neither stays on the line."""
        before, raised = self._text[:start], self._text[start:].strip()
        if _EXPONENT.fullmatch(raised) and _TAKES_EXPONENT.search(before):
            self._text = before + raised.translate(_RAISED)
        elif _CITATION.fullmatch(raised):
            self._text = f"{before}[{raised}]"

    def _begin_table(self) -> None:
        if not self._tables:
            self._end_block()
            self._gap()
        self._tables.append([])
        self._text = "" if len(self._tables) == 1 else self._text

    def _begin_cell(self, tag: str, attributes: dict[str, str | None]) -> None:
        if len(self._tables) != 1:  # a table inside a cell is text of the cell
            self._text += " "
            return
        self._end_cell()
        if tag == "tr":
            self._tables[0].append([])
            return
        if not self._tables[0]:
            self._tables[0].append([])
        if self._text.strip():  # a caption, or text between the cells
            self._tables[0][-1:-1] = [[Cell(_SPACE.sub(" ", self._text).strip())]]
        self._text = ""
        self._spans.append((_number(attributes.get("rowspan")), _number(attributes.get("colspan"))))

    def _end_cell(self) -> None:
        if len(self._tables) == 1 and self._spans:
            rows, columns = self._spans.pop()
            self._tables[0][-1].append(Cell(_SPACE.sub(" ", self._text).strip(), rows, columns))
            self._text = ""

    def _end_table(self) -> None:
        self._end_cell()
        rows = self._tables.pop()
        if self._tables:
            return
        width = max((sum(cell.columns for cell in row) for row in rows), default=1)
        whole = [[Cell(row[0].text, 1, width)] if len(row) == 1 and row[0].rows == 1 else row for row in rows]
        self._lines += table_lines(whole)
        self._gap()


def _number(value: str | None) -> int:
    return int(value) if value and value.isdecimal() else 1
