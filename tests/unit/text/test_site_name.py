"""The title of a page without the name of its site."""

import pytest

from sctui.text.site_name import without_site


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("肝硬化还能逆转吗?了解一下 | 某某市第一人民医院", "肝硬化还能逆转吗?了解一下"),
        ("膝關節炎的治療｜某某醫院", "膝關節炎的治療"),
        ("间充质干细胞_某某百科", "间充质干细胞"),
        ("自身免疫病 - 维基百科,自由的百科全书", "自身免疫病"),
        ("膝关节炎的治疗-某某健康网", "膝关节炎的治疗"),
        ("膝关节炎的治疗_健康_某某网", "膝关节炎的治疗"),
        ("Stem cells for the knee - Some Clinic", "Stem cells for the knee"),
        ("Stem cells for the knee | Some Name", "Stem cells for the knee"),
        ("Home » Heart » Can cells mend a failing heart?", "Can cells mend a failing heart?"),
        ("衛教園地 / 傷口中心 / 糖尿病足的細胞治療說明", "糖尿病足的細胞治療說明"),
        ("某某島》膝蓋退化先別急著換", "膝蓋退化先別急著換"),
        ("藥師專欄｜認識外泌體與糖尿病足", "認識外泌體與糖尿病足"),
    ],
)
def test_what_stands_behind_the_title_is_taken_off(written: str, title: str) -> None:
    assert without_site(written) == title


@pytest.mark.parametrize(
    "title",
    [
        "干细胞治疗糖尿病 - 机制与进展",
        "机制 | 应用",
        "干细胞疗法——从医院到大学",
        "CD4+ T细胞 - Treg",
        "Phase I-II trial at a hospital",
        "COVID-19 in hospital",
        "| 某某医院",
        "骨髓 / 脂肪 / 脐带",
        "《细胞》一书的读后感",
        "脐带 > 脂肪 > 骨髓",
    ],
)
def test_what_belongs_to_the_title_stays(title: str) -> None:
    assert without_site(title) == title
