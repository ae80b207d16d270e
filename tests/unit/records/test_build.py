"""What a document gives to the library: every value with its proof, and the card that asks for it."""

from tests.unit.records.conftest import Know

PAGE = """# 甲院的经验

间充质干细胞(MSC)分泌VEGF和HGF,骨髓来源的MSC抑制T细胞。

2021年,成都某医院发表在《Cell Repair》上的一项随机、双盲II期试验,纳入40名克罗恩病患者,接受静脉输注脐带间充质干细胞治疗。

12个月后,治疗组的缓解率为55%。

## 来源比较

| 细胞 | 增殖能力 |
|---|---|
| 脐带MSC | 强 |
| 骨髓MSC | 中等 |
"""


def test_a_record_holds_every_slot_with_its_quote(know: Know) -> None:
    known = know(PAGE)
    (record,) = known.records
    assert record.kind == "trial"
    assert record.get("n") == "40名"
    assert record.get("year") == "2021年"
    assert {told.evidence.document for told in record.told} == {"page.md"} == set(record.documents)
    lines = PAGE.split("\n")
    for told in record.told:
        place = told.evidence
        assert lines[place.line - 1][place.start : place.end] == place.quote
    assert next(record.all("outcome")).measure == "治疗组的缓解率"
    assert all(told.card for told in record.told if told.slot in {"n", "outcome"})
    assert set(record.cards) == {told.card for told in record.told} - {""}


def test_keys_hold_when_something_is_put_in_before(know: Know) -> None:
    before = know(PAGE).records[0].key
    assert know(f"# 序\n\n一段新的话。\n\n{PAGE}").records[0].key == before


def test_the_same_sentence_twice_has_two_keys(know: Know) -> None:
    sentence = "2021年,甲院对{}名膝骨关节炎患者进行了脂肪间充质干细胞关节腔注射治疗。\n\n"
    page = "# 甲\n\n" + sentence.format(12) + "# 乙\n\n" + sentence.format(13)
    keys = [record.key for record in know(page).records]
    assert len(keys) == len(set(keys)) == 2


def test_a_case_names_the_study_it_is_taken_from(know: Know) -> None:
    page = (
        "2019年,乙院招募了64名类风湿关节炎患者,静脉注射脐带间充质干细胞。\n\n"
        "一名68岁的男性患者,在接受MSCs治疗前,双手关节无法伸直。\n"
    )
    trial, case = know(page).records
    assert (trial.kind, case.kind) == ("trial", "case")
    assert case.parent == trial.key


def test_studies_of_nobody_are_no_records(know: Know) -> None:
    assert not know("临床研究显示,间充质干细胞输注可显著降低狼疮性肾炎患者蛋白尿。\n").records


def test_cells_of_one_source_share_a_key(know: Know) -> None:
    cells = know(PAGE).cells
    assert [(cell.row_key, cell.column, cell.value) for cell in cells] == [
        ("脐带间充质干细胞", "增殖能力", "强"),
        ("骨髓间充质干细胞", "增殖能力", "中等"),
    ]
    assert all(cell.card for cell in cells)


def test_a_list_of_objects_makes_a_link_each(know: Know) -> None:
    links = [(link.subject_key, link.relation, link.object_key) for link in know(PAGE).links]
    assert ("间充质干细胞", "secretes", "血管内皮生长因子") in links
    assert ("间充质干细胞", "secretes", "肝细胞生长因子") in links
    assert ("骨髓间充质干细胞", "inhibits", "T细胞") in links


def test_a_paper_of_which_only_the_title_is_told_is_no_trial(know: Know) -> None:
    page = "2023年,期刊《干细胞前沿》上发表了一篇题为“间充质干细胞治疗克罗恩病的机制”的文章。\n"
    (record,) = know(page).records
    assert record.kind == "review"
