"""Cards that were chosen in Browse and are no longer in the list."""

from collections.abc import Callable

from sctui.locations import Home
from sctui.tui.app import SctuiApp
from tests.tui.screen_text import settled
from tests.tui.test_browse_screen import begin, found

Make = Callable[..., SctuiApp]


async def test_what_leaves_the_list_after_an_act_is_not_chosen_any_more(make_app: Make, home: Home) -> None:
    home.decks.mkdir(parents=True)
    cards = "".join(f"  - {{id: c{n}, front: question {n}, back: answer}}\n" for n in range(4))
    (home.decks / "few.yaml").write_text(f"deck: Few\nlanguage: en\ncards:\n{cards}", "utf-8")
    app = make_app([home.decks])
    async with app.run_test(size=(80, 24)) as pilot:
        await begin(pilot, "-is:suspended")
        assert "2 chosen" in await settled(pilot, "space", "space")
        assert "chosen" not in await settled(pilot, "exclamation_mark")
        assert found(app) == ["c2", "c3"]
        await settled(pilot, "b")  # an act on the card under the cursor, and on no other
        marks = app.desk.collection.store.marks()
        assert [name for name, of in sorted(marks.items()) if of.buried_until] == ["c2"]
