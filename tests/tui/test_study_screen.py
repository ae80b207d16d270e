from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.errors import CollectionError
from sctui.model.review import Rating
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.study import StudyScreen
from tests.tui.conftest import Watch
from tests.tui.screen_text import press, text, told

Make = Callable[..., SctuiApp]
LUPUS = ("j", "j", "enter")  # from all decks past 自身免疫病 to 狼疮
TERMS = ("G", "enter")


async def test_the_answer_comes_with_its_proof_and_intervals(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *LUPUS)
        assert "狼疮笔记 › 临床试验   trial" in screen
        assert "65%" not in screen
        assert "Show the answer" in screen
        screen = await press(pilot, "space")
        assert "中有26名(65%)病情缓解" in screen
        assert "lupus.md  line 6" in screen
        for words in ("1 Again", "2 Hard", "3 Good", "4 Easy", "1m", "10m"):
            assert words in screen


async def test_three_cards_are_studied_and_summed_up(make_app: Make, watch: Watch) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS)
        for _ in range(3):
            await press(pilot, "space")
            watch.pass_by(seconds=20)
            await press(pilot, "4")
        screen = text(app)
        assert "3 answers in 1 min" in screen
        assert "100% recalled   0 again  0 hard  0 good  3 easy" in screen
        assert "The next card is due on" in screen
        log = list(app.desk.collection.store.reviews())
        assert [review.rating for review in log] == [Rating.EASY] * 3
        assert {review.duration for review in log} == {20_000}
        await press(pilot, "enter")
        assert isinstance(app.screen, LibraryScreen)


async def test_a_grade_is_on_the_disk_before_the_next_card_shows(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "space", "3")
        other = make_app()
        assert [review.card for review in other.desk.collection.store.reviews()] == ["lupus-40-remission"]


async def test_grading_needs_the_answer_to_be_shown(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        before = await press(pilot, *LUPUS)
        assert await press(pilot, "3") == before
        assert not list(app.desk.collection.store.reviews())


async def test_space_on_the_answer_grades_it_as_good(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "space", "space")
        assert [review.rating for review in app.desk.collection.store.reviews()] == [Rating.GOOD]


async def test_the_mouse_does_the_same(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS)
        await pilot.click("RatingBar", offset=(20, 0))  # above the button
        assert "Show the answer" in await press(pilot)
        await pilot.hover("RatingBar", offset=(20, 2))
        await pilot.click("RatingBar", offset=(20, 2))
        await pilot.pause()
        await pilot.click("RatingBar", offset=(30, 1))
        await pilot.pause()
        assert [review.rating for review in app.desk.collection.store.reviews()] == [Rating.HARD]


async def test_undo_asks_the_card_again_also_from_another_session(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        first = await press(pilot, *LUPUS)
        second = await press(pilot, "space", "4")
        assert "前列腺素" not in first
        assert "分泌哪种因子" in second
        undone = await press(pilot, "u")
        assert "病情缓解的比例是多少" in undone
        assert not list(app.desk.collection.store.reviews())
        await press(pilot, "space", "4", "q", "enter")
        assert "病情缓解的比例是多少" in await press(pilot, "u")
        await press(pilot, "u")
        assert "no answer to take back" in told(app)


async def test_redo_gives_the_answer_again_and_goes_on(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "space", "4")
        await press(pilot, "u")
        assert "分泌哪种因子" in await press(pilot, "U")
        assert [review.rating for review in app.desk.collection.store.reviews()] == [Rating.EASY]
        await press(pilot, "ctrl+r")
        assert "nothing to do again" in told(app)


async def test_undo_from_the_summary(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        summary = await press(pilot, *LUPUS, "space", "4", "space", "4", "space", "4")
        assert "Well done!" in summary
        screen = await press(pilot, "u")
        assert "小鼠实验中" in screen
        assert len(list(app.desk.collection.store.reviews())) == 2


async def test_nothing_due_says_when(make_app: Make) -> None:
    async with make_app(new_per_day=0).run_test(size=(80, 24)) as pilot:
        assert "Nothing to study here now." in await press(pilot, "enter")
        assert "Library" in await press(pilot, "q")


async def test_limited_new_cards_come_tomorrow(make_app: Make) -> None:
    async with make_app(new_per_day=1).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *LUPUS, "space", "4")
        assert "The next card is due tomorrow." in screen


async def test_a_failed_card_comes_back_in_the_session(make_app: Make, watch: Watch) -> None:
    async with make_app(new_per_day=1).run_test(size=(80, 24)) as pilot:
        first = await press(pilot, *LUPUS)
        watch.pass_by(seconds=10)
        again = await press(pilot, "space", "1")
        assert "病情缓解的比例是多少" in first
        assert "病情缓解的比例是多少" in again


async def test_the_script_switches_while_studying(make_app: Make) -> None:
    async with make_app(script=Script.SIMPLIFIED).run_test(size=(80, 24)) as pilot:
        assert "脐带间充质干细胞" in await press(pilot, *LUPUS)
        screen = await press(pilot, "t", "space")
        assert "輸注臍帶間充質幹細胞的40名狼瘡患者" in screen
        assert "输注脐带间充质干细胞的40名患者中" in screen  # the quote stays as the source has it


async def test_text_of_decks_is_no_markup_and_no_control(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        assert "What does [bold] do here?" in await press(pilot, *TERMS, "space", "4")
        assert "[/] nothing [red]" in await press(pilot, "space")
        screen = await press(pilot, "4", "space")
        assert "An ␛[31mescape␛[0m and a �turn" in screen
        assert "\x1b" not in screen


async def test_flags_show_and_those_of_the_answer_wait_for_it(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, *LUPUS, "space", "4", "space", "4")
        assert "mechanism   preclinical" in screen
        screen = await press(pilot, "q", "j", "enter")
        assert "repaired" not in screen
        assert "repaired: flattened exponent" in await press(pilot, "space")


async def test_the_source_passage_opens_at_the_quote(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "s")
        assert "show the answer first" in told(app)
        screen = await press(pilot, "space", "s")
        assert "临床试验" in screen
        assert "#" not in screen  # a heading is read, not its signs
        assert "没有发现严重的不良反应" in screen
        assert "1 Again" in await press(pilot, "q")


async def test_a_card_without_a_source_says_so(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *TERMS, "space", "s")
        assert "names no source" in told(app)


@pytest.mark.parametrize(
    ("document", "said"),
    [(None, "not at hand"), ("other words\n", "The document has changed"), (b"\x00\x01\x02", "not text")],
)
async def test_a_document_that_is_gone_or_changed(
    make_app: Make, tmp_path: Path, document: str | bytes | None, said: str
) -> None:
    (tmp_path / "deck.yaml").write_text(
        "deck: D\nlanguage: en\ndocuments:\n  doc: {file: doc.md}\ncards:\n"
        "  - {id: d1, front: a, back: b, source: {document: doc, line: 1, quote: the very words}}\n"
    )
    if document is not None:
        (tmp_path / "doc.md").write_bytes(document.encode() if isinstance(document, str) else document)
    async with make_app([tmp_path]).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "enter", "space", "s")
        assert "the very words" in screen
        assert said in screen


async def test_a_long_card_scrolls(make_app: Make, tmp_path: Path) -> None:
    front = " ".join(f"word{n}" for n in range(600))
    (tmp_path / "long.yaml").write_text(
        f"deck: L\nlanguage: en\ncards:\n  - {{id: l1, front: {front}, back: end}}\n"
    )
    async with make_app([tmp_path]).run_test(size=(80, 24)) as pilot:
        screen = await press(pilot, "enter")
        assert "word0 " in screen
        assert "word599" not in screen
        assert "word0 " not in await press(pilot, "j")
        assert "word0 " in await press(pilot, "k")
        assert "word0 " not in await press(pilot, "pagedown")
        assert "word599" in await press(pilot, *["pagedown"] * 9)
        assert "word0 " in await press(pilot, *["pageup"] * 10)
        assert "end" in await press(pilot, "space")


async def test_too_small_a_window_says_so_and_grades_nothing(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "space")
        await pilot.resize_terminal(38, 11)
        await pilot.pause()
        assert "too small" in text(app)
        await press(pilot, "3")
        assert not list(app.desk.collection.store.reviews())
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "65%" in text(app)


async def test_a_note_takes_the_place_of_the_one_before_it(make_app: Make) -> None:
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "s", "u", "t")
        assert [note.message for note in app._notifications] == ["Script: 简体"]


async def test_no_note_lies_on_the_buttons(make_app: Make) -> None:
    for size in ((80, 24), (42, 14)):
        async with make_app().run_test(size=size, notifications=True) as pilot:
            await press(pilot, *LUPUS, "space", "t")
            await pilot.pause(0.1)
            toast, bar = pilot.app.screen.query_one("Toast"), pilot.app.screen.query_one("RatingBar")
            assert toast.region.bottom <= bar.region.y


@pytest.mark.parametrize(
    ("method", "keys"),
    [
        ("changed", ["3"]),
        ("record", ["3"]),
        ("state_and_name", ["3"]),
        ("due_before", ["u"]),
        ("undo", ["u"]),
    ],
)
async def test_a_failing_database_is_told_and_study_goes_on(
    make_app: Make, monkeypatch: pytest.MonkeyPatch, method: str, keys: list[str]
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise CollectionError("The disk is gone.")

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *LUPUS, "space", "3", "space")
        with monkeypatch.context() as patch:
            patch.setattr(type(app.desk.collection.store), method, broken)
            await press(pilot, *keys)
            assert "The disk is gone." in told(app)
        assert isinstance(app.screen, StudyScreen)
        answered = len(list(app.desk.collection.store.reviews()))
        await press(pilot, "space", "space", "3")
        assert len(list(app.desk.collection.store.reviews())) > answered
        assert "The disk is gone." not in told(app)


async def test_counts_have_names_where_there_is_room(make_app: Make) -> None:
    async with make_app().run_test(size=(80, 24)) as pilot:
        assert "3 new   0 learning   0 due" in await press(pilot, *LUPUS)
    async with make_app().run_test(size=(42, 14)) as pilot:
        assert "3 · 0 · 0" in await press(pilot, *LUPUS)


async def test_the_summary_tells_of_the_limit_of_new_cards(make_app: Make) -> None:
    async with make_app(new_per_day=1).run_test(size=(80, 24)) as pilot:
        assert "1 new card a day" in await press(pilot, *LUPUS, "space", "4")
    async with make_app().run_test(size=(80, 24)) as pilot:
        assert "a day are begun" not in await press(pilot, *LUPUS, *["space", "4"] * 3)
