"""Put the letters of an exported screen where they stand on a terminal.

Rich gives a piece of text a length of one cell a character, so that Han characters, which take two, lie over
each other. Every piece is cut into runs of one width, each with its own place and length.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from itertools import groupby

from rich.cells import get_character_cell_size

CELL = 12.2  # units of the picture
_TEXT = re.compile(
    r'<text class="(?P<style>[^"]+)" x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" textLength="[\d.]+" '
    r'clip-path="(?P<clip>[^"]+)">(?P<text>[^<]*)</text>'
)
_WIDE = ' style="font-size: 23px"'  # nearly two cells, so that Han characters stand close
_FULL_WIDTH = re.compile(r"\s*font-variant-east-asian: full-width;")
_FONTS = "font-family: Fira Code, monospace"
_MORE_FONTS = (
    "font-family: Fira Code, DejaVu Sans Mono, Menlo, Consolas, Noto Sans Mono CJK TC, Noto Sans CJK TC, "
    "PingFang TC, Microsoft JhengHei, monospace"
)


def in_cells(svg: str) -> str:
    """The picture with every run of letters at its place."""
    placed = _TEXT.sub(lambda found: "".join(_runs(found)), _FULL_WIDTH.sub("", svg))
    return placed.replace(_FONTS, _MORE_FONTS)


def _runs(found: re.Match[str]) -> Iterator[str]:
    x = float(found["x"])
    for wide, letters in groupby(html.unescape(found["text"]), _is_wide):
        run = "".join(letters)
        length = CELL * len(run) * (2 if wide else 1)
        shown = html.escape(run).replace("\N{NO-BREAK SPACE}", "&#160;")
        yield (
            f'<text class="{found["style"]}" x="{x:g}" y="{found["y"]}" textLength="{length:g}" '
            f'clip-path="{found["clip"]}"{_WIDE if wide else ""}>{shown}</text>'
        )
        x += length


def _is_wide(char: str) -> bool:
    return get_character_cell_size(char) == 2
