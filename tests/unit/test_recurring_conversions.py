"""What recurs in documents converted one after another gives no cards; what they tell stays."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from sctui.conversion import Made, standing_imprints, together
from sctui.decks.library import read_library
from sctui.locations import bundled
from sctui.model.document import LineKind
from sctui.model.imprint import Imprint
from sctui.pipeline import Conversion, Knowledge, convert, read, read_knowledge
from sctui.records.knowledge_file import FILE_NAME, knowledge_text
from sctui.records.library import read_library_knowledge
from tests.writing import write

ABOUT = "本页由志愿阅读驿站（Volunteer Reading Stop，VRS）整理，欢迎读者朋友转告身边的人。"
TOLD = "2017年,某大学的一项试验招募了26名难治性红斑狼疮患者,静脉注射1×10^6个自体骨髓间充质干细胞/kg。"
HEART = "# 心脏\n\n心肌梗死是指冠状动脉闭塞引起的心肌坏死。\n\n心脏有四个腔室，左右心房在上，左右心室在下。\n"
LIVER = (
    "# 肝脏\n\n肝硬化是指肝组织弥漫性纤维化形成假小叶的慢性病变。\n\n肝脏分为左右两叶，门静脉从下方进入。\n"
)

Write = Callable[[str, str], Path]


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.fixture
def page(tmp_path: Path) -> Write:
    def put(name: str, text: str) -> Path:
        (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path / name

    return put


@pytest.fixture
def decks(tmp_path: Path) -> Path:
    return tmp_path / "decks"


def run(file: Path, decks: Path, knowledge: Knowledge) -> list[Conversion]:
    """Convert one file into `decks`, beside what stands there: its conversion, and those of neighbours."""
    standing = read_library_knowledge([decks])
    around = standing_imprints(standing)
    made = Made.of(file, file, read(file, knowledge, around=around), 0, around)
    library = together([made], decks, knowledge, standing)
    for one in (*library.made, *library.neighbours):
        write(library.finished(one, knowledge), one.file, decks, library.places)
    return [library.finished(one, knowledge) for one in (*library.made, *library.neighbours)]


def kinds(conversion: Conversion, text: str) -> Sequence[LineKind]:
    return [line.kind for line in conversion.document.lines if line.text == text]


def asked(decks: Path, document: str) -> str:
    """The texts of all cards that cite a document."""
    library = read_library([decks])
    assert library.problems == ()
    return "\n".join(
        f"{card.front} {card.back}"
        for loaded in library.decks
        for note in loaded.deck.notes
        if document in {source.document for source in note.sources}
        for card in note.cards()
    )


def test_a_line_known_from_an_earlier_conversion_gives_no_card(
    page: Write, decks: Path, knowledge: Knowledge
) -> None:
    run(page("a.md", f"{HEART}\n{ABOUT}\n"), decks, knowledge)
    assert "志愿阅读驿站" in asked(decks, "a.md")
    (later,) = run(page("b.md", f"{LIVER}\n{ABOUT}\n"), decks, knowledge)
    assert kinds(later, ABOUT) == [LineKind.BOILERPLATE]
    assert [fact for fact in later.facts if "VRS" in (fact.subject, fact.value)] == []
    assert "志愿阅读驿站" not in asked(decks, "b.md")
    assert "假小叶" in asked(decks, "b.md")
    assert "志愿阅读驿站" in asked(decks, "a.md")  # who came first is not converted again


def test_a_study_that_two_documents_tell_in_the_same_words_stays(
    page: Write, decks: Path, knowledge: Knowledge
) -> None:
    run(page("a.md", f"{HEART}\n{TOLD}\n"), decks, knowledge)
    later, neighbour = run(page("b.md", f"{LIVER}\n{TOLD}\n"), decks, knowledge)
    for one in (later, neighbour):
        assert LineKind.BOILERPLATE not in kinds(one, TOLD)
    alone = convert(page("b.md", f"{LIVER}\n{TOLD}\n"), knowledge)
    assert later.facts == alone.facts
    assert "26" in asked(decks, "a.md")
    assert "26" in asked(decks, "b.md")


def test_a_document_is_not_compared_with_its_own_earlier_text(
    page: Write, decks: Path, knowledge: Knowledge
) -> None:
    run(page("a.md", f"{HEART}\n{ABOUT}\n"), decks, knowledge)
    before = (decks / "a" / FILE_NAME).read_bytes()
    run(page("a.md", f"{HEART}\n{ABOUT}\n"), decks, knowledge)
    assert (decks / "a" / FILE_NAME).read_bytes() == before
    (rewritten,) = run(page("a.md", f"{LIVER}\n{ABOUT}\n"), decks, knowledge)
    assert LineKind.BOILERPLATE not in kinds(rewritten, ABOUT)


def test_a_neighbour_that_is_converted_again_keeps_what_was_left_out(
    page: Write, decks: Path, knowledge: Knowledge
) -> None:
    run(page("a.md", f"{HEART}\n{ABOUT}\n"), decks, knowledge)
    run(page("b.md", f"{LIVER}\n{TOLD}\n\n{ABOUT}\n"), decks, knowledge)
    third, neighbour = run(page("c.md", f"# 另页\n\n{TOLD}\n"), decks, knowledge)
    assert (third.document.name, neighbour.document.name) == ("c.md", "b.md")
    assert kinds(neighbour, ABOUT) == [LineKind.BOILERPLATE]


def test_decks_without_an_imprint_say_nothing(page: Write, decks: Path, knowledge: Knowledge) -> None:
    (made,) = run(page("a.md", f"{HEART}\n{ABOUT}\n"), decks, knowledge)
    older = knowledge_text(replace(made.knowledge, imprint=Imprint())).replace(',\n"imprint": []', "")
    (decks / "a" / FILE_NAME).write_text(older, encoding="utf-8")
    (later,) = run(page("b.md", f"{LIVER}\n{ABOUT}\n"), decks, knowledge)
    assert LineKind.BOILERPLATE not in kinds(later, ABOUT)
