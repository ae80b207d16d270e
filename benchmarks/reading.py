"""Reading: peak memory against the text's size, time a megabyte as text and page grow tenfold, bare decoding.

Memory is that of `sctui outline` on a text of 50 MB and on a PDF of 2,000 pages, in a process of its own,
over what the same command takes on one page. It runs by itself as `python -m benchmarks.reading`.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, count, pairwise
from pathlib import Path
from time import process_time

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.report import Row, show
from sctui.documents.decode import decode
from sctui.documents.formats.html import read_html
from sctui.documents.read import read_bytes
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.reader import read_lexicon
from sctui.locations import bundled
from sctui.tui.line_break import break_offsets

TEXT_BYTES, PAGES = 50_000_000, 2_000
MOST = 5.0  # times the text's size
_SCTUI = [sys.executable, "-c", "from sctui.cli.main import run; run()"]
_ROUNDS = 3
_MEGABYTE = 1_000_000
_COLUMNS, _ROWS = 42, 50  # of a page


def varied_lines() -> Iterator[str]:
    """The lines of the bundled documents without end, each time with another number behind them."""
    texts = [file.read_text("utf-8") for file in sorted((bundled() / "data" / "documents").glob("*.md"))]
    for number in count(1000):
        for text in texts:
            body = text.split("\n---\n", 1)[-1]
            for line in body.split("\n"):
                yield f"{line}({number})" if line.strip() and "|" not in line else line


def write_text(file: Path, size: int) -> int:
    """Write so many bytes of text, and give how many they came to."""
    written = 0
    with file.open("w", encoding="utf-8", newline="\n") as out:
        for line in varied_lines():
            out.write(f"{line}\n")
            written += len(line.encode()) + 1
            if written >= size:
                return written
    return written


def write_pdf(file: Path, pages: int) -> int:
    """Write a PDF of so many full pages, and give the bytes of its text in UTF-8."""
    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    canvas, written = Canvas(str(file), invariant=1, pageCompression=1), 0
    rows = (row for line in varied_lines() for row in _rows(line))
    for number in range(1, pages + 1):
        canvas.setFont("STSong-Light", 10)
        for place in range(_ROWS):
            row = next(rows)
            canvas.drawString(72, 790 - 14 * place, row)
            written += len(row.encode()) + 1
        canvas.drawString(300, 40, str(number))
        canvas.showPage()
    canvas.save()
    return written


def _rows(line: str) -> Iterator[str]:
    """A paragraph in rows of one width, as it is printed."""
    text = line.lstrip("# ").replace("|", " ")
    return (text[start:end] for start, end in pairwise([0, *break_offsets(text, 2 * _COLUMNS), len(text)]))


def peak(file: Path, home: Path) -> int:
    """The most memory, in bytes, that `sctui outline` takes on a file."""
    command = [*_SCTUI, "--home", str(home), "outline", str(file)]
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise RuntimeError(f"sctui outline {file.name} failed")
    return usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def memory_rows(text_bytes: int = TEXT_BYTES, pages: int = PAGES) -> Iterator[Row]:
    """A line of the report for the text, and one for the PDF."""
    with tempfile.TemporaryDirectory() as folder:
        for kind, write, most, least, unit in (
            ("text", write_text, text_bytes, 3_000, "bytes"),
            ("PDF", write_pdf, pages, 1, "pages"),
        ):
            large, small = Path(folder, f"large-{kind}"), Path(folder, f"small-{kind}")
            size = write(large, most)
            write(small, least)
            over = peak(large, Path(folder)) - peak(small, Path(folder))
            figures = f"{over / _MEGABYTE:.0f} MB for {size / _MEGABYTE:.1f} MB of text over one page"
            yield Row(f"peak memory, {kind} of {most:,} {unit}", figures, over / size, MOST, "x text")
            large.unlink()


def growth_rows(lexicon: Lexicon, size: int = _MEGABYTE, times: int = 10) -> Iterator[Row]:
    """Time per byte at ten times the text, and reading against decoding alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "large")
        write_text(file, size * times)
        data = file.read_bytes()
    lines = data.split(b"\n")
    share = len(lines) // times
    # other parts each time: what is remembered of lines seen before helps neither side
    parts = [b"\n".join(lines[share * i : share * (i + 1)]) for i in range(_ROUNDS)]
    once = statistics.median(_seconds(part, lexicon) / len(part) for part in parts)
    bare = statistics.median(_decoding(part) / len(part) for part in parts)
    more = _seconds(data, lexicon) / len(data)
    figures = f"{once * _MEGABYTE:.2f} s/MB at {size / _MEGABYTE:g} MB, {more * _MEGABYTE:.2f} at {times} x"
    yield Row(f"reading, {times} x the text", figures, more / once, 1.25)
    yield Row("reading against bare decoding", f"decoding {bare * _MEGABYTE * 1000:.1f} ms/MB", once / bare)


def page_of(lines: Iterable[str]) -> bytes:
    """A web page of these lines of Markdown: headings, paragraphs and tables."""
    parts: list[str] = []
    rows: list[str] = []
    for line in chain(lines, [""]):
        text = line.strip()
        if text.startswith("|"):
            cells = "".join(f"<td>{cell.strip()}</td>" for cell in text.strip("|").split("|"))
            rows += [] if set(text) <= set("|-: ") else [f"<tr>{cells}</tr>"]
            continue
        if rows:
            parts.append(f"<table>{''.join(rows)}</table>")
            rows = []
        if text:
            level = len(text) - len(text.lstrip("#"))
            tag = f"h{level}" if level else "p"
            parts.append(f"<{tag}>{text.lstrip('# ')}</{tag}>")
    body = "\n".join(parts)
    return f"<html><head><title>Page</title></head><body><article>{body}</article></body></html>".encode()


def page_rows(size: int = _MEGABYTE, times: int = 10) -> Iterator[Row]:
    """Time per byte of a web page at ten times the size."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "large")
        write_text(file, size * times)
        lines = file.read_text("utf-8").split("\n")
    small, large = page_of(lines[: len(lines) // times]), page_of(lines)
    read_html(page_of(lines[:100]), "page.html")  # imports
    once = statistics.median(_reading(small) / len(small) for _ in range(_ROUNDS))
    more = _reading(large) / len(large)
    figures = (
        f"{once * _MEGABYTE:.2f} s/MB at {len(small) / _MEGABYTE:.1f} MB, {more * _MEGABYTE:.2f} at {times} x"
    )
    yield Row(f"main text of a web page, {times} x the page", figures, more / once, 1.25)


def _reading(page: bytes) -> float:
    started = process_time()
    read_html(page, "page.html")
    return process_time() - started


def _seconds(data: bytes, lexicon: Lexicon) -> float:
    started = process_time()
    read_bytes(data, "page.txt", lexicon)
    return process_time() - started


def _decoding(data: bytes) -> float:
    started = process_time()
    decode(data, "page.txt")
    return process_time() - started


def main() -> list[Row]:
    """Measure; what was found, as lines of the report."""
    return [*memory_rows(), *page_rows(), *growth_rows(read_lexicon(bundled() / "data" / "lexicon"))]


if __name__ == "__main__":
    show(main())
