"""Which study a fact belongs to: items of lists, plans, opinions, names, and the disease of those who took part."""

import pytest

from tests.unit.facts.mechanism_claims import Found


def told(facts: list, *slots: str) -> dict[str, list[str]]:  # type: ignore[type-arg]
    """What is told of each study in some slots, by how many took part in it."""
    found: dict[str, list[str]] = {}
    for fact in facts:
        if fact.study and fact.slot in slots:
            found.setdefault(fact.study.get("n"), []).append(fact.value)
    return found


def names(facts: list) -> list[str]:  # type: ignore[type-arg]
    return list(dict.fromkeys(fact.study.get("name") for fact in facts if fact.study))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            (
                "* LANTERN (2019). Double-blind, phase 2. 64 adults with stroke were randomised to marrow MSCs or"
                " placebo.\n"
                "* Registry of 150 treated patients with stroke: 5-year survival 71%.\n"
                "* HARBOUR-3 (2022). Phase 1 of cord MSCs in 12 patients with stroke.\n"
            ),
            {"64 adults": ["phase 2"], "12 patients": ["Phase 1"]},
        ),
        (
            (
                "※ 本院的單臂第一期試驗,收案 20 位中風病人,靜脈輸注骨髓間質幹細胞。\n\n"
                "※ 國外的隨機第二期試驗,收案 88 位中風病人,靜脈輸注臍帶間質幹細胞。\n"
            ),
            {"20 位": ["第一期"], "88 位": ["第二期"]},
        ),
        (
            (
                "研究一:双盲Ⅱ期试验,60例脑卒中患者,静脉输注脐带间充质干细胞。\n\n"
                "研究二:某团队做了途径比较。30例脑卒中患者接受骨髓间充质干细胞,Ⅰ期试验。\n"
            ),
            {"60例": ["Ⅱ期"], "30例": ["Ⅰ期"]},
        ),
    ],
)
def test_each_item_of_a_list_tells_of_its_own_study(
    text: str, values: dict[str, list[str]], trials: Found
) -> None:
    assert told(trials(text), "phase") == values


def test_an_items_head_belongs_to_its_study(trials: Found) -> None:
    facts = trials(
        "- LANTERN-SLE (2021). Double-blind, phase 2. 64 adults with lupus were randomised to MSCs.\n"
    )
    assert names(facts) == ["LANTERN-SLE"]
    assert {(fact.study.get("n"), fact.study.get("year")) for fact in facts if fact.study} == {
        ("64 adults", "2021")
    }


def test_items_of_one_studys_results_are_no_studies(trials: Found) -> None:
    facts = trials(
        "一项随机试验纳入60例脑卒中患者,静脉输注脐带间充质干细胞。\n\n"
        "- 缓解率为40%。\n- 有12例患者接受了第二次输注。\n- 发热率为10%。\n"
    )
    assert told(facts, "outcome") == {"60例": ["40%", "10%"]}


@pytest.mark.parametrize(
    "text",
    [
        "A saline arm was missing and will be included in the phase 3 trial (n=390) of MSCs.",
        "The company must run a randomised trial of MSCs against best care (target n=120).",
        "- complete LANTERN-3, a randomised trial of 260 patients given MSCs, reporting by the end of 2028;",
        "下一步规划第二期试验,收24人,静脉输注间充质干细胞。",
        "現在做的第三期是假手術對照,計劃招84例,靜脈輸注間質幹細胞。",
        "台灣銜接試驗預計 60 人,對照為玻尿酸,靜脈輸注間質幹細胞。",
    ],
)
def test_what_is_planned_is_no_study(text: str, trials: Found) -> None:
    assert not [fact.value for fact in trials(text) if fact.slot in {"n", "phase", "design", "comparator"}]


@pytest.mark.parametrize(
    "text",
    [
        "LANTERN was a double-blind phase 3 study of MSCs. It enrolled 90 patients with stroke.",
        "The evidence is LANTERN, a double-blind phase 2b/3 trial. 90 patients received MSCs.",
        "In the LANTERN phase 1 trial (n = 90), MSCs were given to patients with stroke.",
        "骨髓间充质干细胞  LANTERN Ⅲ期试验(n=90)采用静脉输注,治疗脑卒中。",
        "代號LANTERN-7的二期試驗,90位中風病人,靜脈輸注間質幹細胞。",
    ],
)
def test_a_study_has_its_name(text: str, trials: Found) -> None:
    assert {name.removesuffix("-7") for name in names(trials(text))} == {"LANTERN"}


def test_a_code_is_a_name_where_the_text_says_so(trials: Found) -> None:
    assert names(trials("一个代号ICP-30的1/2期研究,共12例癫痫患者,单次注射间充质干细胞。")) == ["ICP-30"]
    assert not any(names(trials("2021年的研究用间充质干细胞(代号LX-30)治疗12例癫痫患者,属于1期试验。")))


def test_the_short_form_of_an_operation_is_no_study(trials: Found) -> None:
    facts = trials(
        "羊膜上皮片移植(AMST)已用多年。\n\n本院的 AMST 研究:收案 43 位角膜炎病人,做骨髓間質幹細胞移植。成功率 72.1%。\n"
    )
    assert names(facts) == [""]


def test_the_trial_further_down_is_the_one_that_was_introduced(trials: Found) -> None:
    facts = trials(
        "# 前体细胞治疗帕金森病\n\n团队公布了LANTERN-1研究的结果。这是一项把间充质干细胞植入帕金森病患者壳核的Ⅰ期临床试验。\n\n"
        "黑质神经元不断丢失。\n\n移植的设想由来已久。\n\n试验共入组18人,随访24个月。缓解率为40%。\n"
    )
    assert told(facts, "outcome") == {"18人": ["40%"]}
    assert names(facts) == ["LANTERN-1"]


@pytest.mark.parametrize(
    ("text", "disease"),
    [
        (("# MSCs for graft-versus-host disease\n\nIn LANTERN, 54 children received MSCs. Relapse of the underlying"
         " leukaemia at 2 years was 13%."), "graft-versus-host disease"),
        ("# 间充质干细胞治疗肝衰竭\n\n一项研究纳入60例患者,输注间充质干细胞。随访期间新发肝癌2例,缓解率为40%。", "肝衰竭"),
    ],
)  # fmt: skip
def test_what_befell_some_is_not_what_all_had(text: str, disease: str, trials: Found) -> None:
    facts = trials(text)
    assert {fact.study.get("condition") or fact.study.get("topic") for fact in facts if fact.study} == {
        disease
    }


def test_the_page_s_disease_is_not_that_of_an_item_on_another(trials: Found) -> None:
    facts = trials(
        "雄性禿是最常見的掉髮,雄性禿的治療有很多種。雄性禿會遺傳。\n\n"
        "◎ 膚色不均:韓國團隊的31人半臉試驗,一側塗外泌體,一側塗食鹽水,缓解率為13%。\n"
    )
    assert {fact.study.get("topic") for fact in facts if fact.study} == {""}


@pytest.mark.parametrize(
    "text",
    [
        "一项研究用间充质干细胞治疗67例癫痫患者。未设盲,安慰剂效应能到15%。",
        "一項研究用間質幹細胞治療67例癲癇病人。該研究沒有假手術對照。",
        "A trial gave MSCs to 67 patients with epilepsy. There was no placebo group.",
        "A trial gave MSCs to 67 patients with epilepsy. The placebo effect is large in epilepsy.",
    ],
)
def test_with_what_nothing_was_compared_is_no_comparator(text: str, trials: Found) -> None:
    assert not [fact for fact in trials(text) if fact.slot == "comparator"]


def test_an_opinion_is_not_how_a_study_was_made(trials: Found) -> None:
    facts = trials(
        "“开放标签研究里患者和医生都知道自己做了什么。”没有参与的主任医师对记者说。"
        "LANTERN试验(用间充质干细胞的随机研究,n=42)里,评分下降了12%。\n"
    )
    assert told(facts, "design") == {"42": ["随机研究"]}


def test_what_all_had_is_not_what_was_tested(trials: Found) -> None:
    facts = trials(
        "Novacel, an allogeneic mesenchymal stromal cell product, was tested.\n\n"
        "A phase 2 trial randomised 76 patients with anaemia to haplo-HSCT with or without Novacel 1 x 10^6/kg.\n"
    )
    assert {(fact.slot, fact.value) for fact in facts if fact.slot in {"product", "cell_source", "dose"}} == {
        ("cell_source", "Novacel"),
        ("dose", "1 x 10^6/kg"),
    }


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("LANTERN Ⅲ期试验(n=482)注射骨髓MSC,试验组(n=241)注射细胞,对照组(n=241)行假操作。", ["482"]),
        ("LANTERN试验,180个2~7岁的孩子,自体脐血组56人、异体脐血组63人、安慰剂组61人,静脉输注。", ["180名"]),
        ("骨髓MSC研究:介入组15例,静脉组17例,剂量均为1×10^8。", []),
        ("一项204人的随机研究用间充质干细胞治疗脑卒中。", ["204人"]),
        ("60 patients were randomised, 30 to 1 x 10^7 MSCs and 30 to saline alone.", ["60 patients"]),
    ],
)
def test_the_size_is_no_groups(text: str, size: list[str], trials: Found) -> None:
    assert [fact.value for fact in trials(text) if fact.slot == "n"] == size


def test_people_before_a_dose_are_no_part_of_it(trials: Found) -> None:
    facts = trials("60 patients were randomised, 30 to 1 x 10^7 MSCs and 30 to saline alone.")
    assert [fact.value for fact in facts if fact.slot == "dose"] == ["1 x 10^7 MSCs"]


def test_studies_counted_together_are_none_of_them(trials: Found) -> None:
    facts = trials("已发表的14项研究共计612例接受间充质干细胞的肝衰竭患者中,未见与细胞相关的死亡。")
    assert {(fact.study.get("kind"), fact.study.get("work")) for fact in facts if fact.study} == {
        ("review", "pooled")
    }


def test_what_its_text_calls_a_cohort_is_no_trial(trials: Found) -> None:
    facts = trials(
        "LANTERN is an observational cohort of people who receive MSCs. It enrolled 61 patients with stroke."
    )
    assert {fact.study.get("work") for fact in facts if fact.study} == {"cohort"}
    assert not [fact for fact in facts if fact.slot == "design" and fact.value == "cohort"]


def test_a_line_told_twice_tells_once(trials: Found) -> None:
    facts = trials(
        "LANTERN试验用骨髓间充质干细胞治疗48例肝衰竭患者。缓解率为54%。\n\n"
        "12周生存率为56.7%,差异没有统计学意义,\n\n"
        "此外:12周生存率为56.7%,差异没有统计学意义,三组共90例肝衰竭患者接受血浆置换。\n"
    )
    assert told(facts, "outcome")["48例"] == ["54%"]


def test_for_how_long_people_were_taken_in_is_no_year(trials: Found) -> None:
    facts = trials("2022年6月至2023年1月,一项研究入组12名帕金森病患者,植入间充质干细胞。")
    assert not [fact for fact in facts if fact.slot in {"year", "year_told"}]
    assert {fact.study.get("year") for fact in facts if fact.study} == {"2022年6月至2023年1月"}


def test_what_was_swallowed_beside_cells_is_not_their_way(trials: Found) -> None:
    facts = trials("一项研究给18名帕金森病患者植入间充质干细胞。术后口服他克莫司,12个月后减量,15个月停药。")
    assert not [fact for fact in facts if fact.slot in {"route", "when"}]


def test_an_author_is_known_behind_his_mark(trials: Found) -> None:
    facts = trials(
        "LANTERN试验用脐带间充质干细胞治疗48例肝衰竭患者。\n\n戚南等[6]将90例患者分为3组,给予骨髓间充质干细胞。缓解率为40%。\n"
    )
    assert told(facts, "outcome") == {"90例": ["40%"]}
    assert {fact.study.get("author") for fact in facts if fact.study} == {"", "戚南等"}
