"""What an author does to other lines of a document, and what we do to templates, keeps the ids of its notes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sctui.decks.templates import Template
from sctui.locations import bundled
from sctui.pipeline import Conversion, Knowledge, convert, read_knowledge

_TITLE = "# 干细胞治疗三种疾病\n"
_SECTIONS = (
    (
        "## 系统性红斑狼疮\n\n2018年,一项开放标签试验用脐带间充质干细胞治疗了40名狼疮患者。"
        "治疗后12个月,65%的患者病情缓解,12%的患者复发。\n"
    ),
    (
        "## 类风湿关节炎\n\n间充质干细胞(MSC)能分泌IL-10、TGF-β等抗炎因子,从而减轻关节炎症。"
        "2020年,一项II期试验纳入64名类风湿关节炎患者,静脉输注1×10^6个细胞/kg。\n"
    ),
    (
        "## 比较\n\n| 来源 | 免疫原性 | 增殖能力 |\n|---|---|---|\n| 脐带 | 极低 | 极强 |\n| 脂肪 | 低 | 中等 |\n"
        "| 骨髓 | 中等 | 随年龄下降 |\n"
    ),
    "## 卵巢早衰\n\n卵巢早衰(POF)会导致不孕。在小鼠实验中,外泌体恢复了卵泡发育。\n",
)
_NEW = (
    "## 其他\n\n天气很好。\n",
    "## 糖尿病\n\n1型糖尿病(T1DM)会导致高血糖。2021年,一项试验纳入30名1型糖尿病患者。\n",
    "\n\n",
)
_SLOW = settings(
    deadline=None,
    max_examples=25,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture(scope="module")
def knowledge(tmp_path_factory: pytest.TempPathFactory) -> Knowledge:
    return read_knowledge(bundled() / "data", tmp_path_factory.mktemp("none"))


def made(folder: Path, knowledge: Knowledge, sections: Sequence[str]) -> Conversion:
    file = folder / "page.md"
    file.write_text(_TITLE + "\n" + "\n".join(sections), encoding="utf-8")
    return convert(file, knowledge)


def known(conversion: Conversion) -> dict[tuple[str, ...], str]:
    """The card that asks for each fact, by what the fact says and where its sentence stands."""
    return {
        (
            fact.kind,
            fact.slot,
            fact.subject,
            fact.measure,
            fact.value,
            conversion.document.text(fact.evidence),
        ): id_
        for fact, id_ in conversion.generation.asked
    }


@_SLOW
@given(st.permutations(_SECTIONS), st.lists(st.tuples(st.integers(0, 4), st.sampled_from(_NEW)), max_size=3))
def test_inserted_and_moved_lines_keep_ids(
    tmp_path: Path, knowledge: Knowledge, order: list[str], new: list[tuple[int, str]]
) -> None:
    before = known(made(tmp_path, knowledge, _SECTIONS))
    for place, section in new:
        order.insert(place, section)
    after = known(made(tmp_path, knowledge, order))
    assert len(before) > 15
    same = before.keys() & after.keys()
    assert len(same) >= 0.9 * len(before)
    assert {key: after[key] for key in same} == {key: before[key] for key in same}


@_SLOW
@given(st.sampled_from(range(len(_SECTIONS))), st.sampled_from(["40", "64", "65%", "极低", "导致"]))
def test_an_edited_line_keeps_the_ids_of_all_others(
    tmp_path: Path, knowledge: Knowledge, at: int, word: str
) -> None:
    before = made(tmp_path, knowledge, _SECTIONS)
    edited = [*_SECTIONS]
    edited[at] = edited[at].replace(
        word, {"40": "41", "64": "66", "65%": "70%", "极低": "很低"}.get(word, "引起")
    )
    after = made(tmp_path, knowledge, edited)
    old, new = known(before), known(after)
    untouched = {key for key in old.keys() & new.keys() if word not in key[4]}
    assert {key: new[key] for key in untouched} == {key: old[key] for key in untouched}


def test_a_corrected_figure_keeps_the_id_of_its_card(tmp_path: Path, knowledge: Knowledge) -> None:
    before = made(tmp_path, knowledge, _SECTIONS)
    after = made(tmp_path, knowledge, [_SECTIONS[0].replace("40名", "41名"), *_SECTIONS[1:]])
    (old,) = (id_ for fact, id_ in before.generation.asked if fact.value.startswith("40"))
    (new,) = (id_ for fact, id_ in after.generation.asked if fact.value.startswith("41"))
    assert old == new


@_SLOW
@given(st.text("问题甲乙丙", min_size=1, max_size=5))
def test_other_wording_keeps_ids(tmp_path: Path, knowledge: Knowledge, word: str) -> None:
    def reworded(template: Template) -> Template:
        return replace(template, front=template.front and f"{word}:{template.front}")

    templates = replace(
        knowledge.templates,
        slots={key: tuple(map(reworded, found)) for key, found in knowledge.templates.slots.items()},
    )
    before = made(tmp_path, knowledge, _SECTIONS)
    after = made(tmp_path, replace(knowledge, templates=templates), _SECTIONS)
    assert known(after) == known(before)
    assert {note.front for note in after.generation.notes} != {note.front for note in before.generation.notes}


def test_ids_are_unique(tmp_path: Path, knowledge: Knowledge) -> None:
    notes = made(tmp_path, knowledge, [*_SECTIONS, *_SECTIONS]).generation.notes
    assert len({note.id for note in notes}) == len(notes)
