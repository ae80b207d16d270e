from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import pytest
from textual.pilot import Pilot

from sctui.locations import Home, bundled
from sctui.model.knowledge import LibraryKnowledge, Record
from sctui.records.library import knowledge_files
from sctui.text.script import Script
from sctui.tui.app import SctuiApp
from sctui.tui.screens.library import LibraryScreen
from sctui.tui.screens.record import RecordScreen
from sctui.tui.screens.study import StudyScreen
from sctui.tui.screens.trials import TrialsScreen
from sctui.tui.widgets.table_list import TableList
from tests.tui.known import ASTHMA_TRIAL, KNOWN, LUPUS_TRIAL, QUOTE, know, told
from tests.tui.screen_text import lines, settled, text, work_done
from tests.tui.screen_text import told as said
from tests.tui.test_widths import NASTY

Make = Callable[..., SctuiApp]
READING = Path(__file__).parent / "reading" / "decks"


@pytest.fixture
def app(make_app: Make) -> SctuiApp:
    return knowing(make_app([READING]))


def knowing(app: SctuiApp, known: LibraryKnowledge = KNOWN) -> SctuiApp:
    know(app.desk, known)
    return app


def names(screen: str) -> list[str]:
    """The first column of the table."""
    return [line.split()[0] for line in screen.split("\n")[2:] if line.strip()][:-1]


async def test_every_study_stands_in_one_table(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot, "r")
        assert names(screen) == ["1型糖尿病", "哮喘", "移植物抗宿主病", "系统性红斑狼疮"]
        row = next(line for line in screen.split("\n") if "系统性" in line)
        for shown in ("异体脐", "trial", "I/II期", " 81 ", "2018", "开放标签", "84% 总生存率", "≠1 ?1"):
            assert shown in row
        assert "4 records  ·  2 documents" in screen


async def test_columns_go_where_there_is_no_room(app: SctuiApp) -> None:
    async with app.run_test(size=(40, 12)) as pilot:
        screen = await settled(pilot, "r")
        assert "系统性红斑狼疮" in screen
        assert "81" in screen
        assert "Year" not in screen


async def test_the_table_sorts_by_keys_and_by_the_mouse(app: SctuiApp) -> None:
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot, "r", *"llll")
        assert "n▼" in screen
        assert names(screen)[0] == "1型糖尿病"
        assert names(await settled(pilot, "o"))[0] == "哮喘"
        await pilot.click("TableHead", offset=(3, 0))
        await pilot.pause()
        assert "Disease▲" in text(pilot.app)
        await pilot.click("TableHead", offset=(3, 0))
        await pilot.pause()
        assert names(text(pilot.app))[0] == "系统性红斑狼疮"


async def test_the_filter_follows_what_is_typed_and_escape_takes_it_away(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "r", "slash", *"n>50")
        assert names(screen)[:2] == ["1型糖尿病", "系统性红斑狼疮"]
        assert "2 of 4 records" in screen
        screen = await settled(pilot, "enter", "j")
        assert pilot.app.screen.query_one(TableList).cursor == 1
        assert "n>50" in screen
        assert "Nothing fits" in await settled(pilot, "slash", *"00000")
        assert "4 records" in await settled(pilot, "escape")
        assert isinstance(pilot.app.screen, TrialsScreen)
        await settled(pilot, "escape")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_what_is_typed_in_another_script_finds(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "r", "slash")
        pilot.app.screen.query_one("FilterBar").value = "狼瘡"  # type: ignore[attr-defined]  # an Input
        await pilot.pause()
        assert "1 of 4 records" in text(pilot.app)


async def test_what_is_not_understood_is_said(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "r", "slash", *"n>x")
        assert "not understood: n>x" in screen
        assert "哮喘" in screen


async def test_a_record_shows_every_value_with_quote_and_place(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await settled(pilot, "r", "j", "enter")
        assert "哮喘 · 骨髓间充质干细胞" in screen
        assert "Patients      9名(75%)  发作次数减少" in screen
        assert "asthma.md:20" in screen
        screen = await settled(pilot, "j", "j", "j")
        assert QUOTE in screen
        assert "asthma.md  line 20" in screen


async def test_disagreements_and_checks_are_told_in_words(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 40)) as pilot:
        screen = await settled(pilot, "r", "G", "enter")
        assert "≠ 1 disagreement" in screen
        assert "Participants  81名" in screen
        assert "Participants  78名" in screen
        assert "lupus.md  line 3" in screen
        assert "asthma.md  line 20" in screen
        assert "The arms add up to 79, not to 81." in screen
        assert "34% of 81 is 27.5" in screen


async def test_a_value_leads_to_its_line_in_the_document(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "r", "j", "enter", "G", "k", "s")
        assert "asthma.md" in screen
        assert " 20  1   六个月时" in screen
        assert "哮喘 · 骨髓间充质干细胞" in await settled(pilot, "q")


async def test_a_document_that_is_not_at_hand_is_said(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "r", "G", "enter", "j", "j", "j", "enter")
        assert "not at hand" in said(app)
        assert isinstance(app.screen, RecordScreen)


async def test_the_next_record_is_a_key_away_and_the_table_follows(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        assert "哮喘 · " in await settled(pilot, "r", "enter", "n")
        await settled(pilot, "p", "p")
        assert "no other record" in said(app)
        await settled(pilot, "n", "n", "q")
        assert app.screen.query_one(TableList).cursor == 2


async def test_the_cards_of_a_record_are_studied_and_one_comes_back(make_app: Make) -> None:
    record = replace(ASTHMA_TRIAL, told=(*ASTHMA_TRIAL.told, told("year", "2020年", card="asthma-fewer")))
    cards = _cards(make_app)
    trial = replace(
        record, told=tuple(replace(one, card=cards[0] if one.card else "") for one in record.told)
    )
    app = knowing(make_app([READING]), replace(KNOWN, records=(trial,)))
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(2):  # the second time nothing is due, and the card is asked all the same
            await settled(pilot, *(() if isinstance(app.screen, TrialsScreen) else ("r",)), "a")
            assert isinstance(app.screen, StudyScreen)
            await settled(pilot, "space", "4")
            assert "Well done" in text(app)
            await settled(pilot, "enter")
            assert isinstance(app.screen, TrialsScreen)


def _cards(make_app: Make) -> list[str]:
    return [card.note.id for card in make_app([READING]).desk.collection.cards.values()]


async def test_a_record_without_cards_says_so(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "r", "a")
        assert "No card asks for this" in said(app)


async def test_names_change_script_and_quotes_do_not(app: SctuiApp) -> None:
    app.desk.settings = replace(app.desk.settings, script=Script.SIMPLIFIED)
    async with app.run_test(size=(80, 40)) as pilot:
        assert "系統性紅斑狼瘡" in await settled(pilot, "r", "t")
        screen = await settled(pilot, "G", "enter", *"jjjjjjjjjj")
        assert "總生存率" in screen
        assert "随访五年时,总生存率为84%" in screen


async def test_the_mouse_opens_a_record_and_a_source(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await settled(pilot, "r")
        for _ in range(2):
            await pilot.click("TableList", offset=(5, 1))
            await pilot.pause()
        assert isinstance(app.screen, RecordScreen)
        for _ in range(2):
            await pilot.click("ItemList", offset=(5, 2))
            await pilot.pause()
        await work_done(app)
        assert "asthma.md" in text(app)


async def test_a_library_that_tells_nothing_says_what_to_do(make_app: Make) -> None:
    async with knowing(make_app(), LibraryKnowledge()).run_test(size=(80, 24)) as pilot:
        screen = await settled(pilot, "r", "enter", "slash", "a", "o")
        assert "No study is known yet." in screen
        assert "sctui convert" in screen
        await settled(pilot, "q")
        assert isinstance(pilot.app.screen, LibraryScreen)


async def test_thousands_of_records_are_shown(make_app: Make) -> None:
    many = tuple(
        Record(f"r{n}", "trial", (told("condition", f"疾病{n:04}"), told("n", f"{n}名"))) for n in range(5000)
    )
    async with knowing(make_app(), LibraryKnowledge(records=many)).run_test(size=(80, 24)) as pilot:
        assert "疾病4999" in await settled(pilot, "r", "G")
        screen = await settled(pilot, "slash", *"n>4997")
        assert "2 of 5000 records" in screen
        assert "疾病4998" in screen


async def test_what_the_bundled_documents_tell_is_read_when_a_screen_is_opened(make_app: Make) -> None:
    app = make_app([bundled() / "decks"])
    async with app.run_test(size=(120, 40)) as pilot:
        assert app.desk.known is None
        for key, part in (("r", "records"), ("c", "attributes"), ("m", "subjects"), ("o", "Comparison")):
            assert part in await settled(pilot, key)
            await settled(pilot, "q")
    cards = app.desk.collection.cards_of(
        card for record in app.desk.knowledge().records for card in record.cards
    )
    assert cards


async def test_what_a_document_tells_since_is_seen_when_the_screen_is_opened_again(
    make_app: Make, home: Home
) -> None:
    app = make_app([bundled() / "decks"])
    small, *_, large = sorted(knowledge_files([bundled() / "decks"]), key=lambda file: file.stat().st_size)
    async with app.run_test(size=(120, 40)) as pilot:
        before = await settled(pilot, "r")
        await settled(pilot, "q")
        stands_in = home.decks / large.parent.name / large.name
        stands_in.parent.mkdir(parents=True)
        copyfile(small, stands_in)
        after = await settled(pilot, "r")
        assert "records" in before.splitlines()[0]
        assert before.splitlines()[0] != after.splitlines()[0]


@pytest.mark.parametrize("size", [(80, 24), (40, 12), (111, 25), (200, 60)])
async def test_every_line_is_as_wide_as_the_terminal(make_app: Make, size: tuple[int, int]) -> None:
    odd = tuple(
        Record(
            f"r{n}",
            "trial",
            tuple(told(slot, nasty, measure=nasty) for slot in ("condition", "n", "outcome")),
        )
        for n, nasty in enumerate(NASTY)
    )
    app = knowing(make_app(script=Script.HONG_KONG), LibraryKnowledge(records=(*odd, LUPUS_TRIAL)))
    async with app.run_test(size=size) as pilot:
        await settled(pilot, "r")
        for _ in range(len(odd) + 1):
            await settled(pilot, "enter", "j", "j", "q", "j")
            assert len(lines(app)) == size[1]


async def test_the_palette_offers_the_table(app: SctuiApp) -> None:
    async with app.run_test(size=(80, 24)) as pilot:
        await _choose(pilot, "Trials")
        assert isinstance(app.screen, TrialsScreen)


async def _choose(pilot: Pilot[None], command: str) -> None:
    await pilot.press("ctrl+p", *command)
    await work_done(pilot.app)
    await pilot.press("down", "enter")
    await pilot.pause(0.2)


async def test_a_case_names_the_study_it_is_taken_from(make_app: Make) -> None:
    told = replace(LUPUS_TRIAL.told[0], value="一名狼疮患者")
    case = replace(LUPUS_TRIAL, key="case-1", kind="case", told=(told,), parent=LUPUS_TRIAL.key)
    app = knowing(make_app([READING]), replace(KNOWN, records=(case, LUPUS_TRIAL)))
    async with app.run_test(size=(120, 24)) as pilot:
        screen = await settled(pilot, "r", "slash", *"一名", "enter", "enter")
        assert "一名狼疮患者" in screen
        assert "One case of: 系统性红斑狼疮 · 异体脐带间充质干细胞  trial  I/II期  n = 81  2018" in screen
