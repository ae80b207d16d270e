import pytest

from sctui.decks.rubric import failed_item, leaks, length


@pytest.mark.parametrize(
    ("front", "back", "quote", "item"),
    [
        ("2021年甲院试验共纳入多少名患者?", "", "纳入12名患者", "empty answer"),
        ("甲院试验用了哪种细胞?", "脂肪干细胞(ADSC", "用脂肪干细胞(ADSC)治疗", "cut text"),
        ("甲院试验用了哪种?细胞", "脂肪干细胞", "用脂肪干细胞治疗", "damaged question"),
        ("甲院试验的结论是什么?", "细" * 41, "细" * 41, "answer too long"),
        ("甲" * 65 + "?", "是", "是", "question too long"),
        ("甲院试验是否有效?", "有效", "有效", "yes or no"),
        ("该研究共纳入多少名患者?", "12名", "纳入12名患者", "does not stand alone"),
        ("同年的試驗共納入多少名患者?", "12名", "納入12名患者", "does not stand alone"),
        ("How many patients did this trial enrol?", "12 patients", "12 patients", "does not stand alone"),
        ("甲院试验中什么减少了?", "这些细胞", "这些细胞减少", "answer points elsewhere"),
        ("間充質幹細胞來自哪種间充质干细胞?", "间充质干细胞", "间充质干细胞", "gives its answer away"),
        ("甲院试验的缓解率是多少?", "41%", "缓解率为14%", "answer not in the quote"),
        ("甲院试验观察的因子是什么?", "IL-6", "IL-10升高", "answer not in the quote"),
    ],
)
def test_a_card_that_fails_is_named_by_its_item(front: str, back: str, quote: str, item: str) -> None:
    assert failed_item(front, back, quote) == item


@pytest.mark.parametrize(
    ("front", "back", "quote"),
    [
        ("2021年甲院试验共纳入多少名患者?", "12名", "共纳入12名患者"),
        ("在甲院试验中,尤其常见的不良反应是什么?", "发热", "尤其以发热多见"),
        ("治疗时应该监测什么?", "血压", "应监测血压"),
        ("Which factor do stem cells secrete to drive vessel growth?", "VEGF", "stem cells secrete VEGF"),
    ],
)
def test_a_sound_card_passes(front: str, back: str, quote: str) -> None:
    assert failed_item(front, back, quote) is None


def test_a_repaired_answer_need_not_stand_in_the_quote() -> None:
    assert failed_item("甲院试验的剂量是多少?", "2×10^6/kg", "2×106/kg") == "answer not in the quote"
    assert failed_item("甲院试验的剂量是多少?", "2×10^6/kg", "2×106/kg", repaired=True) is None


def test_a_number_leaks_only_as_a_whole() -> None:
    assert not leaks("2019年的试验中有多少名患者?", "9")
    assert leaks("9 patients of how many?", "9")


def test_length_counts_a_latin_word_as_two_characters() -> None:
    assert length("干细胞 MSC") == 5
