import os
from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.decks.asking import Asking
from sctui.decks.candidate import Candidate
from sctui.decks.rubric import Refusal
from sctui.errors import DocumentError, ExportError
from sctui.locations import bundled
from sctui.model.card import CardKind
from sctui.model.fact import Fact
from sctui.pipeline import (
    STAGES,
    Ahead,
    Knowledge,
    Reading,
    ask,
    candidates,
    convert,
    decks_of,
    read,
    read_knowledge,
    slug,
)
from tests.writing import write

PAGE = """# 甲院的经验

间充质干细胞(MSC)分泌VEGF和HGF。

2021年,甲院对12名膝骨关节炎患者进行了脂肪间充质干细胞关节腔注射治疗,患者疼痛评分下降。
"""


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return read_knowledge(bundled() / "data", Path("nobody's own lexicon"))


@pytest.fixture
def page(tmp_path: Path) -> Callable[[str], Path]:
    def written(name: str) -> Path:
        (tmp_path / name).write_text(PAGE, encoding="utf-8")
        return tmp_path / name

    return written


def test_every_stage_is_told_in_order(knowledge: Knowledge, page: Callable[[str], Path]) -> None:
    told: list[str] = []
    convert(page("a.md"), knowledge, lambda stage, _done, _total: told.append(stage))
    assert tuple(dict.fromkeys(told)) == tuple(stage for stage in STAGES if stage != "pages")


def test_each_kind_has_a_deck_below_the_document(
    knowledge: Knowledge, page: Callable[[str], Path], tmp_path: Path
) -> None:
    file = page("a.md")
    decks = decks_of(convert(file, knowledge), file, tmp_path / "decks" / "a")
    assert decks["1-terms.yaml"].name == "甲院的经验::术语"
    assert decks["4-trials.yaml"].documents["a"].file == "../../a.md"
    assert {note.kind for note in decks["4-trials.yaml"].notes} == {CardKind.TRIAL}


def test_decks_of_a_document_without_a_title_are_called_as_its_file(
    knowledge: Knowledge, tmp_path: Path
) -> None:
    file = tmp_path / "细胞.笔记.txt"
    file.write_text(PAGE.split("\n", 2)[2], encoding="utf-8")
    decks = decks_of(convert(file, knowledge), file, tmp_path / "decks" / "a")
    assert {deck.name for deck in decks.values()} >= {"细胞.笔记::术语"}


def test_converting_again_changes_nothing(
    knowledge: Knowledge, page: Callable[[str], Path], tmp_path: Path
) -> None:
    file, decks = page("a.md"), tmp_path / "decks"
    assert write(convert(file, knowledge), file, decks).added
    again = write(convert(file, knowledge), file, decks)
    assert (again.files, again.added, again.updated, again.orphaned) == ((), (), (), ())


def test_decks_and_knowledge_change_together_or_not_at_all(
    knowledge: Knowledge, page: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, decks = page("a.md"), tmp_path / "decks"
    write(convert(file, knowledge), file, decks)
    (folder,) = decks.iterdir()
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    file.write_text(file.read_text("utf-8").replace("12名", "13名"), "utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    changed = convert(file, knowledge)
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(ExportError):
            write(changed, file, decks)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    write(changed, file, decks)
    after = {file.name: file.read_bytes() for file in folder.iterdir()}
    assert set(after) == set(before)
    assert after["knowledge.json"] != before["knowledge.json"]


def test_two_documents_of_one_name_do_not_share_a_folder(
    knowledge: Knowledge, page: Callable[[str], Path], tmp_path: Path
) -> None:
    write(convert(page("a.md"), knowledge), page("a.md"), tmp_path / "decks")
    before = (tmp_path / "decks" / "a" / "1-terms.yaml").read_bytes()
    with pytest.raises(DocumentError, match=r"decks of a\.md"):
        write(convert(page("a.txt"), knowledge), page("a.txt"), tmp_path / "decks")
    assert (tmp_path / "decks" / "a" / "1-terms.yaml").read_bytes() == before


def test_lines_left_out_are_counted_by_their_kind(knowledge: Knowledge, tmp_path: Path) -> None:
    (tmp_path / "b.md").write_text(
        PAGE + "\n参考资料:\n\n[1] A trial. https://example.org/1\n", encoding="utf-8"
    )
    assert convert(tmp_path / "b.md", knowledge).left_out["reference"] >= 1


@pytest.mark.parametrize(
    ("name", "short"), [("My Paper (v2).md", "my-paper-v2"), ("干细胞.txt", "干细胞"), ("---.md", "document")]
)
def test_the_short_name_of_a_document(name: str, short: str) -> None:
    assert slug(Path(name)) == short


@pytest.fixture
def reading(knowledge: Knowledge, tmp_path: Path) -> Reading:
    file = tmp_path / "long.md"
    more = (
        "骨髓间充质干细胞分泌TGF-β,抑制T细胞增殖。脂肪来源的间充质干细胞易获取,但分化能力较弱。\n\n"
        "2019年,乙院对30名红斑狼疮患者静脉输注脐带间充质干细胞,5年生存率为84%,3人出现发热。\n\n"
        "全球约1%的人患有类风湿关节炎(RA)。\n"
    )
    file.write_text(f"{PAGE}\n{more}", encoding="utf-8")
    return read(file, knowledge)


@pytest.mark.parametrize("steps", [0, 1, 3, 99])
def test_what_was_asked_ahead_changes_no_card(steps: int, knowledge: Knowledge, reading: Reading) -> None:
    ahead = Ahead(reading, knowledge)
    came = [ahead.step() for _ in range(steps)]
    nobodys = [at for at, fact in enumerate(reading.facts) if fact.study is None]
    assert len(nobodys) > 3
    assert list(ahead.made) == nobodys[:steps]
    assert sum(came) == len(ahead.made)
    expected = ask(reading, candidates(reading, knowledge), knowledge)
    made = ask(reading, candidates(reading, knowledge, ahead=ahead), knowledge)
    assert (made.generation.notes, made.knowledge) == (expected.generation.notes, expected.knowledge)


def test_what_was_asked_ahead_is_not_asked_again(
    knowledge: Knowledge, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    ahead = Ahead(reading, knowledge)
    while ahead.step():
        pass
    asked: list[Fact] = []
    make = Asking.candidate

    def counted(one: Asking, fact: Fact) -> Candidate | Refusal:
        asked.append(fact)
        return make(one, fact)

    monkeypatch.setattr(Asking, "candidate", counted)
    candidates(reading, knowledge, ahead=ahead)
    assert asked
    assert all(fact.study for fact in asked)
