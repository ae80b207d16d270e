import pytest

from sctui.text.injected_pinyin import find_injected_pinyin
from sctui.text.pinyin import is_syllable, readings, without_tone


def brackets(text: str) -> list[tuple[str, bool]]:
    return [(text[f.start : f.end], f.safe) for f in find_injected_pinyin(text)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("這是一種機(jī)制", "(jī)"),
        ("免疫細(xì)胞浸潤", "(xì)"),
        ("血（xuè）管新生", "（xuè）"),
        ("一行(háng)文字", "(háng)"),
        ("綠(lǜ)色", "(lǜ)"),
        ("损伤(shāng )组织", "(shāng )"),
        ("机(j\u012d)制", "(j\u012d)"),
        ("多(duo)能細胞", "(duo)"),
        ("结痂(jiā)后", "(jiā)"),
        ("基质(jī zhì)细胞", "(jī zhì)"),
    ],
)
def test_what_only_says_how_characters_are_read_is_taken_out(text: str, place: str) -> None:
    assert brackets(text) == [(place, True)]


@pytest.mark.parametrize(
    "text",
    [
        "间充质干细胞(MSC)",
        "骨关节炎(OA)",
        "某蛋白(he)",
        "研究者何(He)等",
        "钙(ca)离子",
        "分为(a)与(b)",
        "组织(in vivo)",
        "no Han (jī) here",
        "图(jìan·x)",
    ],
)
def test_other_brackets_stay(text: str) -> None:
    assert brackets(text) == []


def test_a_reading_that_the_character_does_not_have_is_flagged_only() -> None:
    assert brackets("管(jī)制") == [("(jī)", False)]


@pytest.mark.parametrize(
    ("char", "syllable"),
    [("机", "ji"), ("機", "ji"), ("胞", "bao"), ("啊", "a"), ("座", "zuo"), ("率", "lv"), ("率", "shuai")],
)
def test_readings(char: str, syllable: str) -> None:
    assert syllable in readings(char)


def test_rare_characters_and_others_have_no_readings() -> None:
    assert readings("龘") == readings("痂") == readings("a") == readings("，") == frozenset()


def test_syllables() -> None:
    assert without_tone("lǜ") == ("lv", 1)
    assert without_tone("zhuàng") == ("zhuang", 1)
    assert is_syllable("zhuang")
    assert not is_syllable("msc")
