import pytest

from sctui.text.match_view import match_view
from sctui.text.mistranslation import _words, find_mistranslations


def found(text: str, document: str = "") -> list[tuple[str, str | None, bool]]:
    return [
        (text[f.start : f.end], f.repair, f.safe)
        for f in find_mistranslations(text, lambda word: word in match_view(document or text))
    ]


@pytest.mark.parametrize(
    ("text", "place", "meant"),
    [
        ("藥物使卵巢內毛囊數目上升", "毛囊", "卵泡"),
        ("防治移植物抗主机病", "抗主机病", "抗宿主病"),
        ("雌激素（E2）水平升高", "雌激素（E2）", "雌二醇(E2)"),
        ("臨床審判納入患者", "臨床審判", "臨床試驗"),
        ("血清中抗体的集中度下降", "集中度", "浓度"),
        ("风湿性关节炎 (RA)患者", "风湿性关节炎 (RA)", "类风湿性关节炎(RA)"),
        ("Umbilical cord Dry Cells were used", "Dry Cells", "stem cells"),
    ],
)
def test_a_word_that_means_another_is_flagged_never_repaired(text: str, place: str, meant: str) -> None:
    assert found(text) == [(place, meant, False)]


@pytest.mark.parametrize(
    "text",
    [
        "头皮毛囊与卵巢无关",
        "毛囊干细胞取自皮肤",
        "类风湿性关节炎(RA)患者",
        "市场集中度与药物价格",
        "a dry cell powers the lamp",
        "laundry cells of the umbilical clinic",
        "计算机主机细节",
        "原文把抗宿主病误作移植物抗主机病",
        "此處的臨床審判是誤譯",
    ],
)
def test_the_same_word_where_it_is_meant_stays(text: str) -> None:
    assert found(text) == []


def test_the_document_tells_which_abbreviation_was_taken_for_another() -> None:
    line = "艾滋病患者负担沉重"
    assert found(line, "自身免疫性疾病(AID)多见。" + line) == [("艾滋病", "自身免疫性疾病", False)]
    assert found(line, "自身免疫性疾病(AID)与HIV感染。" + line) == []
    assert found(line) == []


def test_a_power_that_its_unit_cuts_in_two_has_one_reading() -> None:
    assert found("共两剂(3×每次10^6个细胞)") == [("3×每次10^6", "每次3×10^6", True)]
    assert found("每次3×10^6个细胞") == []


def test_every_entry_can_be_found() -> None:
    pattern, entries = _words()
    assert len(entries) > 40
    for word, entry in entries.items():
        assert match_view(word) == word, word
        assert entry.right
        found_word = pattern.search(word)
        assert found_word
        assert found_word[0] == word
