import codecs

import pytest

from sctui.documents.decode import decode
from sctui.errors import DocumentError

SIMPLIFIED = "间充质干细胞通过分泌生长因子促进血管生成,并调节免疫细胞。\n第二行讨论安全性与剂量。\n"
ENGLISH = "Crohn’s disease in adults – a trial of Padé’s group (n = 12): remission in 50% of them.\n" * 3
TRADITIONAL = "間充質幹細胞透過分泌生長因子促進血管生成,並調節免疫細胞。\n第二行討論安全性與劑量。\n"


@pytest.mark.parametrize(
    ("text", "written_as", "read_as"),
    [
        (SIMPLIFIED, "utf-8", "utf-8"),
        (SIMPLIFIED, "utf-8-sig", "utf-8-sig"),
        (TRADITIONAL, "utf-16", "utf-16"),
        (SIMPLIFIED, "utf-32", "utf-32"),
        (SIMPLIFIED, "gb18030", "gb18030"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (TRADITIONAL, "cp950", "cp950"),
        ("A plain English line.\n", "ascii", "utf-8"),
        (ENGLISH, "gbk", "gb18030"),
        (ENGLISH.replace("é", "e"), "cp950", "cp950"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
    ],
)
def test_encodings(text: str, written_as: str, read_as: str) -> None:
    decoded = decode(text.encode(written_as), "page.txt")
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, read_as, 0)


def test_big_endian_with_its_mark() -> None:
    assert decode(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "page.txt").text == SIMPLIFIED


@pytest.mark.parametrize("breaks", ["\r\n", "\r", "\n"])
def test_line_breaks_become_line_feeds(breaks: str) -> None:
    assert decode(f"one{breaks}two{breaks}".encode(), "page.txt").text == "one\ntwo\n"


def test_other_separators_break_no_line() -> None:
    text = "one\x0b\x0c\x1c\x85\u2028\u2029two\n"
    assert decode(text.encode(), "page.txt").text == text


def test_a_few_bad_bytes_are_counted_and_stand_as_replacement_characters() -> None:
    data = SIMPLIFIED.encode()
    broken = data[:9] + b"\xff" + data[9:30] + b"\xc3" + data[30:]
    decoded = decode(broken, "page.txt")
    assert decoded.encoding == "utf-8"
    assert decoded.lost == 2
    assert decoded.text.replace("\ufffd", "") == SIMPLIFIED


def test_a_western_byte_in_english_text_is_lost_not_read_as_chinese() -> None:
    decoded = decode(
        "The Gyn\xe9cologie journal reported thirty patients in one arm.\n".encode("latin-1"), "page.txt"
    )
    assert decoded.text.startswith("The Gyn\ufffdcologie journal")
    assert decoded.lost == 1


def test_a_replacement_character_of_the_text_itself_is_not_counted() -> None:
    assert decode("细胞\ufffd治疗,再次评估。".encode(), "page.txt").lost == 0


def test_a_nul_stands_as_a_lost_character() -> None:
    decoded = decode(b"some text\x00more text", "page.txt")
    assert (decoded.text, decoded.lost) == ("some text\ufffdmore text", 1)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", [SIMPLIFIED, TRADITIONAL, "A plain English line.\n"])
def test_utf_16_without_its_mark(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "page.txt")
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, encoding, 0)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_lost_byte_of_a_latin_text_costs_a_letter(encoding: str) -> None:
    text = f"{ENGLISH}{TRADITIONAL}{ENGLISH}"
    whole = text.encode(encoding)
    first = 2 if encoding == "utf-16" else 0  # behind the byte order mark
    for at in (first, 3, 40, 41, 100, 310, len(whole) - 20, len(whole) - 1):
        decoded = decode(whole[:at] + whole[at + 1 :], "page.txt")
        assert decoded.lost == 1, at
        assert len(decoded.text) >= len(text) - 1
        assert decoded.text[-200:-20] == text[-200:-20] or at > len(whole) - 420


def test_half_a_character_that_reads_as_a_letter_is_doubtful() -> None:
    whole = TRADITIONAL.encode("cp950")
    lost = whole.replace("節".encode("cp950"), "節".encode("cp950")[1:])
    assert decode(whole, "page.txt").halves == ()
    assert len(decode(lost, "page.txt").halves) == 1


def test_terminal_output_is_text() -> None:
    text = "\x1b[31mred\x1b[0m and plain words\n"
    assert decode(text.encode(), "page.txt").text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        ("\ufeff".encode(), "empty"),
        ("\u3000\n\u00a0".encode(), "empty"),
        (b"%PDF-1.7 text", "PDF"),
        (b"PK\x03\x04rest", "zip"),
        (b"PK\x03\x04\x14\x00collection.anki2\x00", "Anki package"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0JFIF", "picture"),
        (b"\x00\x01\x02\x03abc" * 4, "binary"),
        (bytes(range(1, 256)) * 4, "not text"),
        (b"\x01\x02\x03\x04 abc", "binary"),
    ],
)
def test_what_is_no_text_is_refused_with_a_hint(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError) as caught:
        decode(data, "page.txt")
    assert "page.txt" in caught.value.message
    assert said in caught.value.message
    assert caught.value.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("lost", [0, 1])
def test_a_lost_byte_between_words_of_two_scripts(encoding: str, lost: int) -> None:
    before = "杂志以“Transplantation of chemically induced pluripotent stem-cell-derived islets in a type 1 diabetes patient”为题，"
    text = f"{before}首次报道了用重编程的干细胞制备的胰岛细胞移植，治疗1型糖尿病的临床研究。\n间充质干细胞可以分泌多种生长因子。\n"
    at = 2 * text.index("胰岛细胞移植") + lost
    data = text.encode(encoding)
    bom = codecs.BOM_UTF16_LE if encoding.endswith("le") else codecs.BOM_UTF16_BE
    read = decode(bom + data[:at] + data[at + 1 :], "page.txt").text
    assert read.replace("\ufffd", "胰") == text


@pytest.mark.parametrize("encoding", ["gb18030", "cp950"])
def test_signs_of_western_text_in_an_encoding_of_chinese(encoding: str) -> None:
    text = (
        "Macrophages release TNF-α, IL-1 and IL-6; interferon-γ stimulates them.\n"
        "Keep it at 15-25 °C and use it within a day. The list price is €58,400 in most countries.\n"
    )
    decoded = decode(text.encode(encoding), "page.txt")
    assert (decoded.text, decoded.encoding, decoded.lost) == (text, encoding, 0)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"{TRADITIONAL}今天就把這事掰開講。\n", "cp950"),
        (f"{TRADITIONAL}6個月後改良式Ashworth量表平均下降0.4分。\n", "cp950"),
        (f"{TRADITIONAL}阻斷神經肌肉接合處乙醯膽鹼釋放，放鬆肌肉。\n", "gb18030"),
        (f"{TRADITIONAL}星狀膠細胞會分泌腦啡肽酶(neprilysin)，分解它。\n", "gb18030"),
        (f"{TRADITIONAL}┌────┬────┐\n│時機│慢性│\n└────┴────┘\n", "gb18030"),
        (
            f"{SIMPLIFIED}\u3000\u3000\u3000\u3000\u3000\u3000\u3000\u3000UC-MSC\u3000\u3000\u3000CAR-T\n",
            "utf-16-le",
        ),
        (f"{SIMPLIFIED}作用\u3000\u3000\u3000\u3000\u3000\u3000抑制炎症\n", "utf-16-be"),
        (f"{SIMPLIFIED}└────┴────┘\n", "utf-16-le"),
    ],
)
def test_a_rare_word_of_a_whole_text_is_no_loss(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), "page.txt")
    assert (decoded.text, decoded.lost, decoded.halves) == (text, 0, ())


def test_two_everyday_characters_are_told_by_how_usual_the_pair_is() -> None:
    text = '{"title": "A trial of cells in lupus nephritis", "subject": "醫學", "year": 2021}'
    decoded = decode(text.encode("cp950"), "record.json")
    assert (decoded.text, decoded.encoding) == (text, "cp950")
