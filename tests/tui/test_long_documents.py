from itertools import count, pairwise
from pathlib import Path

import pytest

from sctui.tui.line_break import break_offsets
from sctui.tui.widgets import document_view
from sctui.tui.widgets.document_view import DocumentView
from tests.tui.screen_text import settled as press
from tests.tui.screen_text import text
from tests.tui.test_document_screen import Make, one_card


async def test_a_long_document_is_read_to_its_end(make_app: Make, tmp_path: Path) -> None:
    one_card(tmp_path, "line 3000")
    (tmp_path / "doc.md").write_text("".join(f"This is line {n} of it.\n" for n in range(1, 3001)), "utf-8")
    async with make_app([tmp_path]).run_test(size=(80, 24)) as pilot:
        assert " 3000      This is line 3000 of it." in await press(pilot, "d", "G")


@pytest.mark.parametrize("size", [(80, 24), (40, 12)])
async def test_a_damaged_place_deep_in_a_long_line_is_shown(
    make_app: Make, tmp_path: Path, size: tuple[int, int]
) -> None:
    filler = "间充质干细胞归巢到受损的组织。" * 300
    quote = "本句的原文在很深的地方"
    one_card(tmp_path, quote)
    document = f"{quote[:3]}\n\n{filler}机(jī)制甲{filler}机(zhì)制乙{filler}{quote}{filler}\n\n完(wán)了\n"
    (tmp_path / "doc.md").write_text(document, "utf-8")
    (tmp_path / "deck.yaml").write_text(
        (tmp_path / "deck.yaml").read_text("utf-8").replace("line: 1", "line: 3"), "utf-8"
    )
    async with make_app([tmp_path]).run_test(size=size) as pilot:
        assert quote in await press(pilot, "enter", "space", "d")
        await press(pilot, "g")
        for key, place in (("n", "(jī)制甲"), ("n", "(zhì)制乙"), ("n", "(wán)了"), ("p", "(zhì)制乙")):
            assert place in (await press(pilot, key)).replace("\n", "")
        assert "(jī)制甲" in await press(pilot, "pageup", "pageup", "p")


def _megabytes(size: int) -> str:
    """A text whose lines take from one row to some twenty, with a heading and a damaged place now and then."""
    parts, length = [], 0
    for number in count(1):
        text = (
            f"第{number}段" + "间充质干细胞 mesenchymal stem cells 归巢," * (number * 7 % 23) + f"完{number}"
        )
        text = f"## 标题{number}" if number % 100 == 0 else text
        parts.append(f"{text}机(jī)制" if number % 250 == 0 else text)
        length += len(text.encode()) + 2
        if length > size:
            return "\n\n".join(parts)
    return ""


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (40, 12)])
async def test_of_megabytes_only_what_is_near_is_wrapped(
    make_app: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    one_card(tmp_path, "第1段")
    (tmp_path / "doc.md").write_text(_megabytes(3_000_000), "utf-8")
    wrapped: set[str] = set()

    def noted(text: str, width: int) -> tuple[int, ...]:
        wrapped.add(text)
        return break_offsets(text, width)

    monkeypatch.setattr(document_view, "break_offsets", noted)
    app = make_app([tmp_path])
    async with app.run_test(size=size) as pilot:
        assert "第1段" in await press(pilot, "d")
        assert len(wrapped) < 400
        screen = await press(pilot, "G")
        last = len((tmp_path / "doc.md").read_text("utf-8").split("\n"))
        assert f"完{(last + 1) // 2}" in screen
        view = app.screen.query_one(DocumentView)
        shown, seen = view.top, []
        for _ in range(60):  # row by row upward: every line above comes, none twice
            await pilot.press("k")
            seen.append(view.top)
        assert seen == sorted(seen, reverse=True)
        assert seen[0] >= shown - 1
        assert all(one - two <= 2 for one, two in pairwise([shown, *seen]))
        await press(pilot, "p")
        line = view._current
        assert f" {line} " in text(app)
        await pilot.resize_terminal(size[0] + 13, size[1])
        await pilot.pause()
        top = view.top
        assert top <= line <= top + size[1]
        await press(pilot, "t")
        assert view.top == top
        assert len(wrapped) < 2_000
