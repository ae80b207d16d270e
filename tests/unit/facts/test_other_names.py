"""Other names, names of sale, and kinds: what else a thing is called, and into which kinds it falls."""

import pytest

from sctui.lexicon.lexicon import Lexicon
from tests.unit.facts.test_definitions import defined
from tests.unit.facts.test_terms import DocumentOf


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("1型糖尿病又叫胰岛素依赖型糖尿病,儿童多见。", "1型糖尿病", "胰岛素依赖型糖尿病"),
        ("華通氏膠,又稱沃頓膠,位於臍帶之中。", "華通氏膠", "沃頓膠"),
        ("渐冻症是肌萎缩侧索硬化(ALS)的俗称。", "肌萎缩侧索硬化", "渐冻症"),
        ("Amyotrophic lateral sclerosis (ALS), also known as Lou Gehrig's disease, is incurable.",
         "Amyotrophic lateral sclerosis", "Lou Gehrig's disease"),
        ("A stem cell transplant is sometimes called a bone marrow transplant.",
         "stem cell transplant", "bone marrow transplant"),
    ],
)  # fmt: skip
def test_what_else_a_thing_is_called(
    document_of: DocumentOf, lexicon: Lexicon, text: str, subject: str, value: str
) -> None:
    assert (subject, value) in defined(document_of, lexicon, text, "alias")


@pytest.mark.parametrize(
    "text",
    [
        "他后来又叫停了这项试验。",
        "利妥昔单抗的有效期一般为3年,俗称“蜜月期”。",
        "这种疗法又叫细胞治疗,患者很多。",
        "Patients are often called back after a year.",
        "It is also called the waiting game.",
    ],
)
def test_what_is_no_other_name(document_of: DocumentOf, lexicon: Lexicon, text: str) -> None:
    assert not defined(document_of, lexicon, text, "alias")


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("芦可替尼(商品名:捷恪卫)用于急性移植物抗宿主病。", "芦可替尼", "捷恪卫"),
        ("The drug ruxolitinib (Jakafi) works in half of them.", "ruxolitinib", "Jakafi"),
        ("Lisocabtagene maraleucel (Breyanzi) is a CAR-T therapy.", "lisocabtagene maraleucel", "Breyanzi"),
        ("首款CAR-T疗法Kymriah(tisagenlecleucel)已经上市。", "tisagenlecleucel", "Kymriah"),
    ],
)
def test_under_which_name_a_medicine_is_sold(
    document_of: DocumentOf, lexicon: Lexicon, text: str, subject: str, value: str
) -> None:
    assert (subject, value) in defined(document_of, lexicon, text, "brand")


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("细胞外囊泡根据大小可分为外泌体和微囊泡两类。", "细胞外囊泡", "外泌体和微囊泡"),
        ("移植物抗宿主病分为急性和慢性两种。", "移植物抗宿主病", "急性和慢性"),
        ("There are two main types of stem cell transplant: autologous and allogeneic.",
         "stem cell transplant", "autologous and allogeneic"),
        ("Stem cells can be divided into embryonic stem cells and adult stem cells.",
         "Stem cells", "embryonic stem cells and adult stem cells"),
    ],
)  # fmt: skip
def test_which_kinds_there_are(
    document_of: DocumentOf, lexicon: Lexicon, text: str, subject: str, value: str
) -> None:
    assert (subject, value) in defined(document_of, lexicon, text, "includes")


def test_a_list_that_is_not_counted_out_names_things(document_of: DocumentOf, lexicon: Lexicon) -> None:
    assert not defined(document_of, lexicon, "移植物抗宿主病分为急性和慢性三种。", "includes")


@pytest.mark.parametrize(
    ("text", "subject", "value"),
    [
        ("所谓类风湿关节炎(RA),就是一种自身免疫性疾病,免疫系统会攻击关节的内膜。",
         "类风湿关节炎", "一种自身免疫性疾病,免疫系统会攻击关节的内膜"),
        ("帕金森病是一种神经退行性疾病,主要表现为静止性震颤。",
         "帕金森病", "一种神经退行性疾病,主要表现为静止性震颤"),
        ("移植物抗宿主疾病(Graft-versus-Host Disease),说的是移植物反过来攻击宿主而引起的病症。",
         "移植物抗宿主疾病", "移植物反过来攻击宿主而引起的病症"),
    ],
)  # fmt: skip
def test_a_definition_goes_on_behind_a_comma(
    document_of: DocumentOf, lexicon: Lexicon, text: str, subject: str, value: str
) -> None:
    assert (subject, value) in defined(document_of, lexicon, text)


@pytest.mark.parametrize(
    "text",
    [
        "帕金森病是一种神经退行性疾病,目前无法治愈。",
        "骨关节炎是一种关节疾病,我国有很多患者。",
        "移植物抗宿主病是一种严重的疾病,发生在造血干细胞移植之后。",
    ],
)
def test_what_tells_of_something_else_is_no_part_of_it(
    document_of: DocumentOf, lexicon: Lexicon, text: str
) -> None:
    assert not defined(document_of, lexicon, text)
