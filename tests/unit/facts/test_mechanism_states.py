"""What things are bound up with: what drives, mediates or befalls them, what treatments lean on, what follows."""

import pytest

from tests.unit.facts.mechanism_claims import Found, claims


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("多发性硬化症的病理改变与IL-17密切相关。", ("多发性硬化症的病理改变", "related", "IL-17")),
        ("银屑病的发病与Th17细胞高度相关。", ("银屑病的发病", "related", "Th17细胞")),
        ("骨關節炎的治療主要依靠糖皮質激素。", ("骨關節炎的治療", "depends", "糖皮質激素")),
        ("外泌體主要通過miR-21發揮作用。", ("外泌體", "via", "miR-21")),
        ("成纖維細胞在缺氧條件下發生DNA甲基化異常。", ("成纖維細胞", "undergoes", "DNA甲基化異常")),
        (
            "多数类风湿关节炎患者存在Th17细胞和调节性T细胞比例失衡。",
            ("多数类风湿关节炎", "shows", "Th17细胞和调节性T细胞比例失衡"),
        ),
        ("銀屑病是一種皮膚病,是由於T細胞功能紊亂,炎症持續。", ("銀屑病", "due-to", "T細胞功能紊亂")),
        ("MSC移植抑制T细胞增殖,平衡Th1和Th2细胞的比例。", ("MSC移植", "balances", "Th1和Th2")),
        ("患者的间充质干细胞迁移能力严重受损。", ("患者的间充质干细胞", "impaired", "迁移能力")),
    ],
)
def test_a_form_tells_what_a_thing_is_bound_up_with(
    told: Found, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize(
    "text",
    [
        "移植的疗效与年龄密切相关。",  # a correlation of results, and no thing
        "银屑病的发病与遗传、环境和免疫等多方面因素密切相关。",  # nothing with a name
        "干细胞的疗效不佳,是由于细胞存活率低。",  # no disease's cause
        "患者发生严重不良反应的风险增加。",
        "MSC通过分泌IL-10发挥抗炎作用。",  # the deed is asked by itself
    ],
)
def test_but_not_what_names_nothing_or_is_asked_otherwise(told: Found, text: str) -> None:
    slots = {slot for _subject, slot, _value in claims(told(text + "\n"))}
    assert slots.isdisjoint({"related", "depends", "via", "undergoes", "shows", "due-to"})


def test_what_is_behind_a_disease(told: Found) -> None:
    found = claims(told("# 骨关节炎\n\n软骨细胞过早衰老是驱动疾病的关键因素。\n"))
    assert ("疾病", "driver", "软骨细胞过早衰老") in found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "如果T細胞在胸腺中發生突變,導致抗原表位的改變,就會導致自身抗體的產生。",
            {"抗原表位的改變", "自身抗體的產生"},
        ),
        ("若调节性T细胞出现缺陷,则会引起自身抗体的产生,导致组织损伤。", set()),  # no 导致 before it
        ("如果患者出现发热,就会导致IL-6升高。", set()),  # of a patient, no mechanism
    ],
)
def test_what_follows_where_something_goes_wrong(told: Found, text: str, values: set[str]) -> None:
    found = claims(told(text + "\n"))
    assert {value for _subject, slot, value in found if slot == "leads-to"} >= values


def test_what_a_treatment_does_in_the_long_run(told: Found) -> None:
    text = "类风湿关节炎的传统治疗依赖糖皮质激素,虽能抑制T细胞,但长期使用易引发感染、骨质疏松等副作用。"
    found = {(subject, value) for subject, _slot, value in claims(told(text + "\n"))}
    assert ("类风湿关节炎的传统治疗", "感染、骨质疏松") in found


def test_the_cause_of_a_disease_goes_on_to_act_and_the_next_sentence_is_on_the_disease_again(
    told: Found,
) -> None:
    text = "银屑病的主要原因是T细胞功能紊乱,使机体产生自身抗体。它可导致关节畸形。"
    found = {(subject, value) for subject, _slot, value in claims(told(text + "\n"))}
    assert ("T细胞功能紊乱", "自身抗体") in found
    assert ("T细胞功能紊乱", "关节畸形") not in found


def test_that_the_cause_of_a_disease_brings_it_on_is_not_asked_again(told: Found) -> None:
    text = "银屑病的主要原因是T细胞功能紊乱,使机体产生自身抗体,从而增加了银屑病的发生概率。"
    assert not [value for _subject, _slot, value in claims(told(text + "\n")) if "银屑病" in value]


def test_features_are_told_by_what_they_include(told: Found) -> None:
    text = "类风湿关节炎是一种自身免疫病。它还以异常的血液表型为特征,包括贫血和骨质疏松。"
    assert ("类风湿关节炎", "feature", "贫血和骨质疏松") in claims(told(text + "\n"))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("心肌缺氧→HIF-1α升高→VEGF增多→血管新生。", {"HIF-1α升高", "VEGF增多", "血管新生"}),
        ("Hypoxia → HIF-1α → VEGF → angiogenesis.", set()),
        ("采血→分离→培养→回输。", set()),  # what is done, and no mechanism
        ("MSC释放TSG-6→抑制NF-κB。", set()),  # a deed and what it does: clauses
    ],
)
def test_the_steps_of_a_chain_are_asked_in_it(told: Found, text: str, steps: set[str]) -> None:
    found = claims(told(text + "\n"))
    assert {value for _subject, slot, value in found if slot == "chain"} >= steps
    assert steps or "chain" not in {slot for _subject, slot, _value in found}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        (
            "结膜囊\n\n化学灼伤、热烧伤等可造成角膜缘干细胞缺乏症。",
            "因素",
            "化学灼伤、热烧伤",
        ),
        (
            "1型糖尿病\n\n环境因素(如高糖、高脂饮食)通过DNA甲基化、组蛋白修饰等多种多样的方式,调控β细胞关键基因(如INS、PDX-1)的表达,加速β细胞功能衰退。",
            "环境因素",
            "高糖、高脂饮食",
        ),
        (
            "多发性硬化症\n\n- 环境风险:儿童期肥胖、维生素D缺乏、EB病毒感染及有机溶剂暴露,通过表观遗传修饰激活自身反应性T细胞。",
            "环境风险",
            "儿童期肥胖、维生素D缺乏、EB病毒感染及有机溶剂暴露",
        ),
    ],
)
def test_things_that_act_together_are_asked_for_by_what_they_do(
    told: Found, text: str, kind: str, value: str
) -> None:
    assert (kind, "done-by", value) in claims(told(text + "\n"))


def test_what_is_said_of_one_disease_is_asked_of_it(told: Found) -> None:
    facts = told("抑制炎症反应:MSC减轻炎症。例如,在渐冻症中抑制神经炎症。\n")
    last = next(fact for fact in facts if fact.value == "神经炎症")
    assert last.evidence.start < last.evidence.end - len("在渐冻症中抑制神经炎症") + 1


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        (
            "The pathology of multiple sclerosis is closely associated with Th17 cells.",
            ("pathology of multiple sclerosis", "related", "Th17 cells"),
        ),
        (
            "Mesenchymal stem cells work mainly through paracrine signalling.",
            ("Mesenchymal stem cells", "acts-through", "paracrine signalling"),
        ),
        (
            "Senescent chondrocytes are a major driver of osteoarthritis.",
            ("osteoarthritis", "driver", "Senescent chondrocytes"),
        ),
        (
            "In psoriasis, keratinocyte proliferation is driven by IL-17.",
            ("keratinocyte proliferation", "mediated-by", "IL-17"),
        ),
        ("MSCs lower IL-6 by way of PGE2.", ("MSCs", "via", "PGE2")),
        (  # it is the cells again that express it
            "MSCs secrete TSG-6, which blocks neutrophil migration, and express PD-L1.",
            ("MSCs", "expresses", "PD-L1"),
        ),
    ],
)
def test_english_says_so_too(told: Found, text: str, claim: tuple[str, str, str]) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("基质金属蛋白酶-9(MMP-9)过度降解胶原。", ("基质金属蛋白酶-9(MMP-9)", "reduces", "胶原")),
        (
            "化疗药环磷酰胺会过度激活这条通路,同时直接诱导颗粒细胞凋亡。",
            ("化疗药环磷酰胺", "induces", "颗粒细胞凋亡"),
        ),
        (
            "細菌產物 LPS 由破損的黏膜進入血流,刺激巨噬細胞活化。",
            ("細菌產物 LPS", "promotes", "巨噬細胞活化"),
        ),
        ("牙菌斑里的牙龈单胞菌释放脂多糖,激活巨噬细胞。", ("牙菌斑里的牙龈单胞菌", "activates", "巨噬细胞")),
        ("立他司特(lifitegrast)则是挡住LFA-1。", ("立他司特", "inhibits", "LFA-1")),
        ("PGE2作用于EP4受体。", ("PGE2", "acts-at", "EP4受体")),
        ("缺氧使小膠質細胞活化,放出TNF-α。", ("小膠質細胞", "secretes", "TNF-α")),
        ("MSC使巨噬细胞分泌IL-10。", ("MSC", "induces", "IL-10")),  # it is they who secrete it
        (
            "HLA-G and TGF-beta shift the Treg/Th17 balance.",
            ("HLA-G and TGF-beta", "induces", "Treg/Th17 balance"),
        ),
        (
            "Th1 and Th17 cells stick to vessels, cross the barrier, and release IFN-γ.",
            ("Th1 and Th17 cells", "secretes", "IFN-γ"),
        ),
        (
            "MSCs reach the lung. Their extracellular vesicles (EVs) carry miR-146a.",
            ("extracellular vesicles", "carries", "miR-146a"),
        ),
    ],
)
def test_who_acts_is_known_by_what_stands_with_the_name(
    told: Found, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize("text", ["外泌体让颗粒细胞不再凋亡。", "雌激素使卵泡启动然后耗尽。"])
def test_a_change_of_what_does_something_is_no_claim(told: Found, text: str) -> None:
    assert "changes" not in {slot for _subject, slot, _value in claims(told(text + "\n"))}


def test_english_that_names_nothing_is_not_read(told: Found) -> None:
    text = "The outcome of arthritis is closely related to age. The therapy works through many mechanisms."
    assert {"related", "acts-through"}.isdisjoint(
        slot for _subject, slot, _value in claims(told(text + "\n"))
    )


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("MSC使巨噬細胞轉為M2型,釋放IL-10。", ("巨噬細胞", "secretes", "IL-10")),  # they do it themselves
        (
            "MSC分泌IGF-1和TGF-β3,后者诱导Sox9表达;同时抑制IL-1β。",
            ("MSC", "inhibits", "IL-1β"),  # back to whom the sentence is about
        ),
        (
            "骨關節炎\n\n- 來源:A型滑膜細胞可能源自骨髓單核細胞,B型滑膜細胞可能源於骨髓樹突狀細胞,其異常遷移與活化受TNF-α驅動。",
            ("A型滑膜細胞和B型滑膜細胞的異常遷移與活化", "driven-by", "TNF-α"),  # both
        ),
        ("活化的T细胞迁移至关节,分泌TNF-α,诱导软骨细胞凋亡。", ("活化的T细胞", "induces", "软骨细胞凋亡")),
    ],
)
def test_who_acts_where_another_was_spoken_of_between(
    told: Found, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("銀屑病:Th17細胞釋放IL-17,形成“炎癥-角化”惡性循環。", ("Th17細胞", "circle", "炎癥-角化")),
        ("造血干细胞移植通常分为自体、同种和异种三类。", ("造血干细胞移植", "divided", "自体、同种和异种")),
        ("银屑病的本质是T细胞对表皮组织的持续攻击。", ("银屑病", "essence", "T细胞对表皮组织的持续攻击")),
        ("银屑病:遗传易感性与感染共同导致T细胞异常活化。", ("T细胞异常活化", "jointly", "遗传易感性与感染")),
        (
            "外泌体通过递送miR-21而非替代肝细胞实现肝功能恢复。",
            ("外泌体", "via", "递送miR-21而非替代肝细胞"),
        ),
        (
            "編輯細胞的脫靶效應及外泌體的免疫擾動風險仍需長期觀察。",
            ("編輯細胞和外泌體", "risks", "編輯細胞的脫靶效應及外泌體的免疫擾動風險"),
        ),
        ("再生障碍性贫血是化疗后的严重并发症。", ("再生障碍性贫血", "marker", "化疗")),
        ("哮喘:遺傳易感性與感染共同導致氣道炎症。", ("氣道炎症", "jointly", "遺傳易感性與感染")),
        (
            "支氣管哮喘和慢性阻塞性肺病是兩種常見的慢性肺病。",
            ("常見的慢性肺病", "kinds", "支氣管哮喘和慢性阻塞性肺病"),
        ),
        ("肥大細胞釋放的促炎介質以組胺為代表。", ("肥大細胞", "typified", "組胺")),
        ("哮喘的治疗主要靠糖皮质激素。", ("哮喘的治疗", "depends", "糖皮质激素")),
        ("銀屑病的一線治療以甲氨蝶呤為基礎。", ("銀屑病的一線治療", "depends", "甲氨蝶呤")),
    ],
)
def test_what_parts_circles_and_things_that_act_together_are(
    told: Found, text: str, claim: tuple[str, str, str]
) -> None:
    assert claim in claims(told(text + "\n"))


@pytest.mark.parametrize(
    "text",
    [
        "外泌体释放IL-17,形成良性循环。",  # of what with what?
        "移植物分为自体和异体三类。",  # not as many as it says
        "银屑病的本质是慢性炎症。",
        "这些因素和压力共同导致T细胞活化。",  # what points back
        "研究以患者自愿为基础。",
    ],
)
def test_but_not_where_they_are_not_told(told: Found, text: str) -> None:
    slots = {slot for _subject, slot, _value in claims(told(text + "\n"))}
    assert slots.isdisjoint({"circle", "divided", "essence", "jointly", "depends"})


def test_this_therapy_is_the_one_that_was_given_a_short_form(told: Found) -> None:
    named = "团队开发的雾化型脐带间充质干细胞外泌体(UC-Exo)治疗哮喘。\n\n"
    found = claims(told(f"# 哮喘\n\n{named}这一创新疗法通过miR-146a发挥作用。\n"))
    assert ("雾化型脐带间充质干细胞外泌体", "via", "miR-146a") in found
    unnamed = "团队开发的雾化型制剂治疗哮喘。\n\n"
    apart = claims(told(f"# 哮喘\n\n{unnamed}这一创新疗法通过miR-146a发挥作用。\n"))
    assert "via" not in {slot for _subject, slot, _value in apart}


def test_what_follows_a_paragraph_on_a_disease_is_told_of_it_where_it_names_no_other(told: Found) -> None:
    page = "硬皮病是一种结缔组织病,常并发胃轻瘫和肺高压。\n\n{}外泌体主要通过miR-21发挥作用。\n"
    (goes_on,) = (fact for fact in told(page.format("后来发现,")) if fact.slot == "via")
    (turns,) = (fact for fact in told(page.format("在自身免疫性疾病领域,")) if fact.slot == "via")
    assert (goes_on.context, turns.context) == ("硬皮病", "")
