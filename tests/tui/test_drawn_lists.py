"""A list that draws only what has changed shows what one shows that draws everything."""

from collections.abc import Callable
from random import Random

import pytest
from textual.app import App, ComposeResult

from sctui.tui.columns import Column
from sctui.tui.widgets.table_list import TableList
from tests.tui.screen_text import lines

NAMES = ("干细胞", "liver", "a long name of something", "x", "狼疮 81")


class Chosen(TableList[str], can_focus=False):
    """Rows of which some are chosen."""

    DEFAULT_CSS = (
        "Chosen > .table-list--cursor {text-style: bold;} Chosen > .table-list--chosen {color: red;}"
    )

    def __init__(self) -> None:
        columns: list[Column[str]] = [
            Column("name", "", str, 6, 1, share=1),
            Column("size", "", str, 3, 2, right=True),
        ]
        super().__init__(columns, str)
        self.chosen: set[str] = set()

    def is_chosen(self, row: str) -> bool:
        """Whether it is."""
        return row in self.chosen


class Shown(App[None]):
    """Nothing but the list."""

    def compose(self) -> ComposeResult:
        """It."""
        yield Chosen()


def choose(rows: Chosen, at: int) -> None:
    """Choose a row, or do so no longer."""
    rows.chosen ^= set(rows._rows[at : at + 1])
    rows.draw_changes()


@pytest.mark.parametrize("seed", range(3))
async def test_what_has_not_changed_need_not_be_drawn(seed: int) -> None:
    chance = Random(seed)  # noqa: S311 -- made-up keys
    app = Shown()
    async with app.run_test(size=(30, 8)) as pilot:
        rows = app.query_one(Chosen)
        steps: list[Callable[[], object]] = [
            lambda: rows.show(chance.choices(NAMES, k=chance.randrange(20))),
            lambda: rows.move(chance.randint(-12, 12)),
            lambda: choose(rows, chance.randrange(12)),
            lambda: setattr(rows, "display", not rows.display),
        ]
        for step in range(24):
            if step % 6 == 5:
                await pilot.resize_terminal(chance.randint(12, 60), chance.randint(1, 16))
            else:
                chance.choice(steps)()
            await pilot.pause()
            shown = looks(app)
            rows.refresh()
            assert shown == looks(app)


def looks(app: App[None]) -> list[str]:
    """Each line with its styles."""
    assert lines(app)
    return [strip.render(app.console) for strip in app.screen._compositor.render_strips(app.size)]
