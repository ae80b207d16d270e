"""No line is ever wider than the terminal, whatever stands in a deck."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import lines, press

Make = Callable[..., SctuiApp]
NASTY = [
    "间充质干细胞的治疗作用,包括免疫调节、抗炎与组织修复等多个方面的机制研究进展" * 4,
    "e\u0301" * 120 + "à̖" * 40,
    "👨‍👩‍👧‍👦🇨🇳👍🏽" * 20,
    "ﷺ﷽" * 20 + "עברית" * 20,
    "a" * 500,
    "半角ｶﾞ全角ガ한국어กำ" * 15,
    "\u200b\u202e\t\x1b[2J" * 20,
]


@pytest.fixture
def nasty(tmp_path: Path) -> Path:
    deck = "::".join(["深度免疫学", "e\u0301" * 30, "间充质干细胞与自身免疫性疾病" * 4])
    cards = "".join(
        f"  - id: n{i}\n    topic: [{_quoted(text[:60])}, {_quoted(text[:60])}]\n    front: {_quoted(text)}\n"
        f"    back: {_quoted(text)}\n    source: {{document: d, line: 1, quote: {_quoted(text)}}}\n"
        for i, text in enumerate(NASTY)
    )
    (tmp_path / "nasty.yaml").write_text(
        f"deck: {_quoted(deck)}\nlanguage: en\ndocuments:\n  d: {{file: d.md}}\ncards:\n{cards}", "utf-8"
    )
    return tmp_path


def _quoted(text: str) -> str:
    return '"' + "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text) + '"'


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (81, 25), (200, 60)])
@pytest.mark.parametrize("script", [Script.AS_WRITTEN, Script.HONG_KONG])
async def test_every_line_is_as_wide_as_the_terminal(
    make_app: Make, nasty: Path, size: tuple[int, int], script: Script
) -> None:
    app = make_app([nasty], script=script)
    async with app.run_test(size=size) as pilot:
        await press(pilot)
        assert len(lines(app)) == size[1]
        await press(pilot, "enter")
        for _ in NASTY:
            await press(pilot, "space", "s", "q", "4")  # every `press` measures each line
        assert "Well done" in await press(pilot)
