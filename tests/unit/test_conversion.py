"""Documents converted together, and after one another: a study told twice is asked for once."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from sctui.conversion import Made, standing_imprints, together
from sctui.conversion import made as made_module
from sctui.decks.candidates import Candidates
from sctui.decks.library import read_library
from sctui.locations import bundled
from sctui.model.card import Note
from sctui.pipeline import Knowledge, Reading, candidates, opened, read, read_knowledge
from sctui.records.library import read_library_knowledge
from tests.writing import write

A = "# 甲页\n\n2017年,某大学的一项试验招募了26名难治性红斑狼疮患者,静脉注射1×10^6个自体骨髓间充质干细胞/kg。治疗组的缓解率为62%。\n"
B = (
    "# 乙頁\n\n2017年報道的一項研究中,26例SLE患者接受自體BM-MSC靜脈輸注治療,劑量為1×10^6/kg。"
    "患者的疲勞評分下降。治療組的緩解率為65%。\n"
)
C = "# 丙页\n\n2020年,一项试验对48名多发性硬化症患者进行了骨髓间充质干细胞鞘内注射治疗。\n"


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Path]:
    made = {}
    for name, text in (("a", A), ("b", B), ("c", C)):
        made[name] = tmp_path / f"{name}.md"
        made[name].write_text(text, encoding="utf-8")
    return made


def run(given: Sequence[Path], decks: Path, knowledge: Knowledge, held: int = 0) -> list[str]:
    """Convert files into `decks`; the names of the documents that were brought up to date beside them."""
    texts = [opened(file, knowledge) for file in given]
    around = standing_imprints(read_library_knowledge([decks]))
    around |= {text.document.name: text.imprint for text in texts}
    made = [Made.of(file, file, read(file, knowledge, around=around), held, around) for file in given]
    library = together(made, decks, knowledge)
    for one in (*library.made, *library.neighbours):
        write(library.finished(one, knowledge), one.file, decks, library.places)
    return [one.known.file for one in library.neighbours]


def notes(decks: Path) -> list[Note]:
    library = read_library([decks])
    assert library.problems == ()
    return [note for loaded in library.decks for note in loaded.deck.notes]


def texts(decks: Path) -> dict[str, bytes]:
    return {file.relative_to(decks).as_posix(): file.read_bytes() for file in sorted(decks.rglob("*.*"))}


def asking(decks: Path, answer: str) -> list[Note]:
    return [note for note in notes(decks) if note.back.startswith(answer) and note.kind == "trial"]


def test_what_two_documents_tell_is_asked_once_with_both_proofs(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    run(list(files.values()), tmp_path / "decks", knowledge)
    (note,) = asking(tmp_path / "decks", "26")
    assert list(dict.fromkeys(source.document for source in note.sources)) == ["a.md", "b.md"]
    (only_b,) = [n for n in notes(tmp_path / "decks") if any("疲勞" in s.quote for s in n.sources)]
    assert [source.document for source in only_b.sources] == ["b.md"]


def test_each_document_is_asked_once_when_all_are_known(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[str] = []

    def counted(reading: Reading, *others: Any) -> Candidates:
        calls.append(reading.document.name)
        return candidates(reading, *others)

    monkeypatch.setattr(made_module, "candidates", counted)
    made = [Made.of(file, file, read(file, knowledge), 0) for file in files.values()]
    told: list[tuple[str, int, int]] = []
    library = together(made, tmp_path, knowledge, progress=lambda *step: told.append(step))
    for one in library.made:
        library.finished(one, knowledge)
    assert calls == ["a.md", "b.md", "c.md"]
    assert told == [("cards", number, 3) for number in (1, 2, 3)]


def test_where_they_differ_the_card_shows_both(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    run(list(files.values()), tmp_path / "decks", knowledge)
    (note,) = asking(tmp_path / "decks", "62%")
    assert note.back == "62%；另一来源：65%"
    assert note.flags == ("conflict:outcome",)
    assert {source.document for source in note.sources} == {"a.md", "b.md"}
    assert asking(tmp_path / "decks", "65%") == []


def test_the_order_of_documents_in_a_call_does_not_matter(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    run([files["a"], files["b"], files["c"]], tmp_path / "one" / "decks", knowledge)
    run([files["c"], files["b"], files["a"]], tmp_path / "two" / "decks", knowledge)
    assert texts(tmp_path / "one" / "decks") == texts(tmp_path / "two" / "decks")


def test_what_is_not_kept_is_made_again(files: dict[str, Path], tmp_path: Path, knowledge: Knowledge) -> None:
    run(list(files.values()), tmp_path / "one" / "decks", knowledge)
    run(list(files.values()), tmp_path / "two" / "decks", knowledge, held=10**9)
    assert texts(tmp_path / "one" / "decks") == texts(tmp_path / "two" / "decks")


def test_knowledge_that_cannot_be_read_is_told_and_left(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    decks = tmp_path / "decks"
    run([files["a"]], decks, knowledge)
    (decks / "a" / "knowledge.json").write_text("{", encoding="utf-8")
    made = [Made.of(files["b"], files["b"], read(files["b"], knowledge), 0)]
    library = together(made, decks, knowledge)
    assert library.neighbours == ()
    (problem,) = library.problems
    assert "knowledge.json" in problem


@pytest.mark.parametrize("again", ["a", "b", "c", "ab", "cba"])
def test_converting_again_changes_nothing(
    again: str, files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    decks = tmp_path / "decks"
    run(list(files.values()), decks, knowledge)
    before = texts(decks)
    run([files[name] for name in again], decks, knowledge)
    assert texts(decks) == before


def test_a_later_document_brings_the_earlier_one_up_to_date(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    decks = tmp_path / "decks"
    run([files["b"]], decks, knowledge)
    (first,) = asking(decks, "26")
    assert run([files["c"]], decks, knowledge) == []
    assert run([files["a"]], decks, knowledge) == ["b.md"]
    (note,) = asking(decks, "26")
    assert note.id == first.id  # what a learner has begun goes on
    assert list(dict.fromkeys(source.document for source in note.sources)) == ["b.md", "a.md"]


def test_a_document_that_is_gone_keeps_its_decks(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    decks = tmp_path / "decks"
    run([files["b"]], decks, knowledge)
    before = texts(decks)
    files["b"].unlink()
    assert run([files["a"]], decks, knowledge) == []
    after = texts(decks)
    assert {name: after[name] for name in before} == before
    assert len(asking(decks, "26")) == 2  # each proves its own


def test_the_record_names_the_card_that_asks(
    files: dict[str, Path], tmp_path: Path, knowledge: Knowledge
) -> None:
    decks = tmp_path / "decks"
    run(list(files.values()), decks, knowledge)
    known = {note.id for note in notes(decks)}
    library = read_library_knowledge([decks])
    assert {card for record in library.records for card in record.cards} <= known


DAMAGED = (
    "# 丁页\n\n2022年,一项试验对36名膝骨关节炎患者进行了脐带间充质干细胞关节腔注射治疗,"
    "患者接受5×10?个细胞。患者疼痛评分下降3.37分。\n"
)
WHOLE = (
    "# 戊页\n\n2022年,一项研究中36例膝OA患者接受脐带MSC关节腔注射治疗,剂量为{dose}个细胞,"
    "疼痛评分下降3.37分。\n"
)


@pytest.mark.parametrize(("dose", "answer"), [("5×10^7", "5×10^7"), ("2×10^7", ""), ("5×10?", "")])
def test_a_lost_exponent_is_repaired_from_another_telling(
    dose: str, answer: str, tmp_path: Path, knowledge: Knowledge
) -> None:
    (tmp_path / "damaged.md").write_text(DAMAGED, encoding="utf-8")
    (tmp_path / "whole.md").write_text(WHOLE.format(dose=dose), encoding="utf-8")
    decks = tmp_path / "decks"
    run([tmp_path / "damaged.md", tmp_path / "whole.md"], decks, knowledge)
    mended = [note for note in asking(decks, "5×10^7") if "repaired:lost-exponent" in note.flags]
    assert [note.back[: len(answer)] for note in mended] == ([answer] if answer else [])
    for note in mended:
        assert {source.document for source in note.sources} == {"damaged.md", "whole.md"}
    before = texts(decks)
    run([tmp_path / "damaged.md"], decks, knowledge)
    assert texts(decks) == before


def test_another_study_repairs_nothing(tmp_path: Path, knowledge: Knowledge) -> None:
    (tmp_path / "damaged.md").write_text(DAMAGED, encoding="utf-8")
    other = WHOLE.format(dose="5×10^7").replace("36例", "58例")
    (tmp_path / "other.md").write_text(other, encoding="utf-8")
    run([tmp_path / "damaged.md", tmp_path / "other.md"], tmp_path / "decks", knowledge)
    assert not [note for note in notes(tmp_path / "decks") if "repaired:lost-exponent" in note.flags]


ALIKE = "2020年,一项{}试验对{}例进行性多发性硬化症患者进行了自体骨髓间充质干细胞{}注射治疗,疲劳评分下降。\n"


def test_no_question_names_two_studies_of_the_library(tmp_path: Path, knowledge: Knowledge) -> None:
    files = [tmp_path / "one.md", tmp_path / "two.md"]
    for file, told in zip(files, (("双盲", "48", "静脉"), ("开放标签", "20", "鞘内")), strict=True):
        file.write_text(f"# {file.stem}\n\n{ALIKE.format(*told)}", encoding="utf-8")
    run(files[:1], tmp_path / "alone", knowledge)
    run(files, tmp_path / "decks", knowledge)
    (alone,) = asking(tmp_path / "alone", "疲劳评分")
    first, second = asking(tmp_path / "decks", "疲劳评分")
    assert "48例" not in alone.front
    assert "48例" in first.front
    assert "20例" in second.front
    assert first.id == alone.id  # a better name keeps what was learnt
    before = texts(tmp_path / "decks")
    run(files[1:], tmp_path / "decks", knowledge)
    assert texts(tmp_path / "decks") == before


def test_the_telling_that_says_more_asks_for_whom_was_treated(tmp_path: Path, knowledge: Knowledge) -> None:
    decks = tmp_path / "decks"
    told = "2019年,{}的一项试验对64名{}患者进行脐带间充质干细胞静脉注射治疗,剂量为2×10^7个细胞。\n"
    for name, where in (("a", ("丙地某医院", "难治性RA")), ("b", ("丙地甲医院", "RA"))):
        (tmp_path / f"{name}.md").write_text(f"# {name}\n\n{told.format(*where)}", encoding="utf-8")
    run([tmp_path / "a.md", tmp_path / "b.md"], decks, knowledge)
    (note,) = asking(decks, "64名")
    assert note.back == "64名难治性RA患者（2019年）"  # the place is asked by itself
    assert not any("conflict" in flag for note in notes(decks) for flag in note.flags)
    assert asking(decks, "RA") == []


def test_year_and_date_of_a_study_stand_behind_an_answer_and_are_no_question(
    tmp_path: Path, knowledge: Knowledge
) -> None:
    told = "{}报道的一项研究对{}例克罗恩病患者进行{}间充质干细胞静脉注射治疗。\n\n"
    page = tmp_path / "page.md"
    page.write_text(
        f"# 页\n\n{told.format('2021年', 31, '脂肪')}另{told.format('2022年3月', 45, '骨髓')}",
        encoding="utf-8",
    )
    run([page], tmp_path / "decks", knowledge)
    (year,), (date,) = (asking(tmp_path / "decks", answer) for answer in ("31例", "45例"))
    assert (year.back, date.back) == ("31例（2021年）", "45例（2022年3月）")
    assert not any(note.front.endswith(("报道的？", "哪一年的？")) for note in notes(tmp_path / "decks"))
