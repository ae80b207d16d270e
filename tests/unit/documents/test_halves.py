"""Letters that are halves of characters, told from letters that stand so in any text."""

import pytest

from sctui.documents.decode import decode
from sctui.documents.halves import halves_in
from sctui.documents.read import read_bytes
from sctui.lexicon.lexicon import Lexicon

TEXT = (
    "間充質幹細胞可以調節免疫細胞，也可以促進組織修復。研究人員把臍帶來源的間充質幹細胞輸注給患者，"
    "觀察了一年，以確保患者安全。治療後患者的疼痛明顯減輕，關節功能得到改善，沒有出現嚴重的不良反應。"
    "T細胞和B細胞的數量恢復正常，維生素D的水平也有提高；MSC與HSC聯合使用，效果更好[3]。"
    "II期試驗納入64名患者，劑量為1×10^6個/kg，P<0.05。對照組接受A型製劑，隨訪24週~30週。"
    "\nQ：安全嗎？\nA：I 期研究沒有見到嚴重的不良反應。"
)


@pytest.mark.parametrize("codec", ["cp950", "gb18030"])
def test_letters_of_an_intact_text_are_letters(codec: str) -> None:
    assert halves_in(TEXT, codec) == []


@pytest.mark.parametrize("word", ["確保", "疼痛", "沒有", "使用", "細胞", "反應"])
def test_what_is_left_of_a_character_is_found(word: str) -> None:
    whole, second = TEXT.encode("cp950"), word[1].encode("cp950")
    at = whole.index(word.encode("cp950")) + 2
    decoded = decode(whole[:at] + whole[at + 1 :], "page.txt")
    assert len(second) == 2
    assert decoded.lost + len(decoded.halves) > 0


def test_a_cell_named_in_small_once_is_half_of_a_character() -> None:
    text = f"{TEXT}\n過度活躍的髓系細胞，會加劇損傷。"
    whole = text.encode("cp950")
    at = whole.index("系細胞".encode("cp950"))
    assert halves_in(text, "cp950") == []
    decoded = decode(whole[:at] + whole[at + 1 :], "page.txt")
    assert [decoded.text[half] for half in decoded.halves] == ["t"]


@pytest.mark.parametrize(
    ("whole", "lost"),
    [
        ("| 多發性硬化症（MS） | 中樞神經系統免疫病 |", "）"),
        ("TGF-β和白細胞介素-10（IL-10），抑制", "（"),
    ],
)
def test_half_of_a_bracket_that_the_line_lacks(whole: str, lost: str) -> None:
    text = f"{TEXT}\n{whole}"
    assert halves_in(text, "cp950") == []
    at = len(text[: text.rindex(lost)].encode("cp950"))
    data = text.encode("cp950")
    decoded = decode(data[:at] + data[at + 1 :], "page.txt")
    (half,) = decoded.halves
    assert decoded.text[half] == chr(lost.encode("cp950")[1])


@pytest.mark.parametrize("text", ["劑量為10^6（每次", "見表[1]和（MSC", "60~70歲，60~ 歲（約）"])
def test_signs_with_a_sense_of_their_own_are_no_halves(text: str) -> None:
    assert halves_in(f"{TEXT}\n{text}", "cp950") == []


def test_the_place_is_damaged_in_the_document(lexicon: Lexicon) -> None:
    whole = f"{TEXT[:48]}\n{TEXT[48:]}".encode("cp950")
    at = whole.index("保患".encode("cp950"))
    document = read_bytes(whole[:at] + whole[at + 1 :], "page.txt", lexicon)
    (damage,) = [damage for damage in document.damage if damage.rule == "D0"]
    assert (document.text(damage.span), damage.kind, damage.safe) == ("O", "lost-bytes", False)
    assert "halves" in document.metadata["damage"]


def test_simplified_text_in_gbk_has_no_such_halves() -> None:
    assert halves_in("间充质干细胞治疗后Q患者的疼痛减轻，功能改善。", "gb18030") == []


@pytest.mark.parametrize(
    "text", ["你平時t度所需的時間", "沒有v杖就無法進行", "，並寫J主文件夾中", "充質幹細胞“w家”之後"]
)
def test_the_only_letter_between_chinese_characters_is_a_half(text: str) -> None:
    (half,) = halves_in(f"{TEXT}\n{text}", "cp950")
    assert f"{TEXT}\n{text}"[half] in "tvJw"


@pytest.mark.parametrize(
    "text",
    [
        "電流I與電壓V成正比",  # they name things
        "則k個點可分，令n為偶數，函數f在此，x屬於實數，向量v與w正交，求c的範圍，可知y最大",  # so do many
        "患者已接受t度治療。接受t度治療的患者",  # it stands so twice
    ],
)
def test_letters_that_are_names_are_no_halves(text: str) -> None:
    assert halves_in(f"{TEXT}\n{text}", "cp950") == []


@pytest.mark.parametrize(
    "text",
    [
        "凝血功能的檢查另有D-二聚體，氨基酸有L-精氨酸",
        "以T、B淋巴細胞為主，肝炎分為A、B、C、D、E五型",
        "內分泌細胞、M細胞和腸吸收細胞",
        "血型分為A型、O型與AB型",
        "蛋白S、蛋白C、因子V與因子X",
        "按下h、j、k、l鍵移動",
        "12 個月後，X 光骨高度在 A 組增加，粒線體複合體 I 效率下降",
        "第2b期試驗，公司完成B輪融資，案例A好轉，由C到B，半年後升到D，p均大於0.05",
        "患者w***青與L女士，已經五個月啦~",
        "\n@橙子媽媽：我也做過兩次",
        "\n藥師專欄|傷口三個月不好的原因\n下文",
    ],
)
def test_letters_of_lists_of_names_are_no_halves(text: str) -> None:
    assert halves_in(f"{TEXT}\n{text}。", "cp950") == []


def test_a_bracket_may_close_one_of_a_line_before() -> None:
    assert halves_in(f"{TEXT}\n- [間充質幹細胞,\n再生胰島]\n", "cp950") == []
    assert len(halves_in(f"{TEXT}\n- 間充質幹細胞，\n風險]括免疫反應\n", "cp950")) == 1


def test_a_letter_in_a_latin_text_is_a_name() -> None:
    text = "The English text quotes no more than the words `接受X的50名` and goes on in English.\n" * 2
    assert halves_in(text[: len(text) // 2], "cp950") == []


def test_a_letter_in_a_chinese_line_is_a_half_whatever_stands_below() -> None:
    below = "[1] Bee A. Cord cells for lupus nephritis: a trial. J Cells. 2020;1(2):3-4.\n" * 20
    (half,) = halves_in(f"{TEXT}\n導致正常x小葉結構被破壞，形成結節。\n{below}", "cp950")
    assert f"{TEXT}\n導致正常x小葉結構被破壞，形成結節。"[half] == "x"


def test_a_letter_before_the_number_of_a_name_is_a_half() -> None:
    text = f"{TEXT}\n與文獻12的結果相同，與文m16的題名不符。"
    (half,) = halves_in(text, "cp950")
    assert text[half : half + 3] == "m16"


def test_a_letter_that_joins_two_abbreviations_is_a_half() -> None:
    text = f"{TEXT}\n患者的VEGF升高，FGF降低；VEGFMFGF受到調節。"
    (half,) = halves_in(text, "cp950")
    assert text[half - 4 : half + 4] == "VEGFMFGF"


@pytest.mark.parametrize("text", ["CD正常，CD升高，CDw者減少", "有效率F60%，顯著高於對照組"])
def test_a_letter_that_is_none_of_the_word_is_a_half(text: str) -> None:
    assert len(halves_in(f"{TEXT}\n{text}", "cp950")) == 1
