import pytest

from sctui.text.damage_rules import line_flaws
from sctui.text.flaw import Flaw
from sctui.text.lost_powers import Counted

CELLS = Counted("细胞|cells|cell|mscs|msc|颗粒|particles", "自体|异体")


def flaws(text: str) -> list[tuple[str, str, str | None, bool]]:
    return [(text[f.start : f.end], f.kind, f.repair, f.safe) for f in line_flaws(text, CELLS)]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("关节腔注射3×10?个细胞", "3×10?"),
        ("每次 4×10□ 颗粒", "4×10□"),
        ("dose of 2 x 10\ufffd cells", "2 x 10\ufffd"),
        ("输注10^个细胞", "10^"),
        ("输注6×10个细胞", "6×10"),
        ("输注10?個細胞", "10?"),
    ],
)
def test_lost_exponents(text: str, place: str) -> None:
    assert (place, "lost-exponent", None, False) in flaws(text)


@pytest.mark.parametrize(
    ("text", "place", "repair", "safe"),
    [
        ("剂量为2×106个MSC/kg", "2×106", "2×10^6", True),
        ("剂量为1×107自体骨髓细胞", "1×107", "1×10^7", True),
        ("a dose of 5 x 108 cells", "5 x 108", "5 x 10^8", True),
        ("结果为2×106,之后下降", "2×106", "2×10^6", False),
        ("输注2×1013个细胞", "2×1013", None, False),
        ("gave 106 cells/kg twice", "106", "10^6", False),
        ("静脉输注2.0 × 10 7个细胞", "2.0 × 10 7", "2.0 × 10^7", True),
        ("a dose of 3 × 10 6 cells/kg", "3 × 10 6", "3 × 10^6", True),
        ("scored 3 × 10 6 on average", "3 × 10 6", "3 × 10^6", False),
        ("gave 10 6 cells/kg twice", "10 6", "10^6", False),
        ("with stem cells (40 × 106), then saline", "40 × 106", "40 × 10^6", True),
        ("输注脐带间充质干细胞(5.0 × 10 7)。", "5.0 × 10 7", "5.0 × 10^7", True),
        ("每次细胞数为5.0 × 10 7,共三次", "5.0 × 10 7", "5.0 × 10^7", True),
        ("a cell dose of 2 x 108, once", "2 x 108", "2 x 10^8", True),
        ("低(2×107个细胞)、中(4×107)和高(8×107)剂量", "4×107", "4×10^7", True),
        ("低(2×107个细胞)、中(4×107)和高(8×107)剂量", "8×107", "8×10^7", True),
        ("stem cells (40 × 106 copies)", "40 × 106", "40 × 10^6", False),
        ("gave MSCs. A field (40 × 106)", "40 × 106", "40 × 10^6", False),
        ("the cell area (40 × 106)", "40 × 106", "40 × 10^6", False),
        ("低(2×107个细胞)组,血小板(4×107)", "4×107", "4×10^7", False),
        ("细胞数为2×107拷贝", "2×107", "2×10^7", False),
        ("CD34+ 105–106/kg IV", "105", "10^5", False),
        ("CD34+ 105–106/kg IV", "106", "10^6", False),
    ],
)
def test_flattened_exponents(text: str, place: str, repair: str | None, safe: bool) -> None:
    assert (place, "flattened-exponent", repair, safe) in flaws(text)


@pytest.mark.parametrize(
    "text",
    [
        "剂量为2×10^6个/kg",
        "放大2×100倍",
        "3×10⁷个细胞",
        "共106名患者",
        "5×10^(7)个",
        "在2×1050米外",
        "room 10, 10 cells",
        "3 × 10 mg 5 times",
        "2×10 ⁷个细胞",
        "2×10⁷ 个细胞",
    ],
)
def test_sound_powers(text: str) -> None:
    assert flaws(text) == []


@pytest.mark.parametrize(
    ("text", "repair", "safe"),
    [("CD4?輔助性T細胞", "+", True), ("CD8?毒性T细胞", "+", True), ("CD34?的祖细胞群", None, False)],
)
def test_lost_signs(text: str, repair: str | None, safe: bool) -> None:
    assert ("?", "lost-sign", repair, safe) in flaws(text)


@pytest.mark.parametrize(
    ("text", "repair", "safe"),
    [
        ("美国批准了Zyloxin?(某药)上市", "", True),
        ("? 2025 Some Press Ltd", "©", True),
        ("Copyright ? 2024 Some Taiwan All Rights Reserved", "©", True),
        ("作者:Petrovi?, A.", None, False),
        ("由 ?imun 报告", None, False),
        ("by M?ller et al", None, False),
        ("抗炎?免疫作用明显", None, False),
    ],
)
def test_lost_letters(text: str, repair: str | None, safe: bool) -> None:
    assert [(r, s) for _, kind, r, s in flaws(text) if kind == "lost-letter"] == [(repair, safe)]


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("骨关节炎(OA)?是常见病", ["?"]),
        ("研制的?“某某注射液”?获得批准", ["?", "?"]),
        ("?干细胞与心脏", ["?"]),
        ("分泌多种因子。?", ["?"]),
        ("减轻炎症[3、4]?;? 分泌因子", ["?", "?"]),
        ("细胞的作用机制??", ["??"]),
        ("细胞的作用机制?", ["?"]),
    ],
)
def test_stray_marks(text: str, marks: list[str]) -> None:
    assert [place for place, kind, _, _ in flaws(text) if kind == "stray-mark"] == marks


@pytest.mark.parametrize(
    "text",
    [
        "人体会发生哪些变化?",
        "为什么??",
        "疗效如何?见下文。",
        "价差为何这么大?如何申请?软骨增生后,老了不必换人工关节?",
        "他问:“这安全吗?”",
        "See https://example.org/a?b=c and https://example.org/?q=stem",
        "Does it work? It does.",
        "What is the dose (per kg)?",
        "Ready for the clinic??",
        "什么是Wharton?这是脐带中的胶质。",
        r"细胞数为 $1.2\times10^{6}$ IEQ。",
    ],
)
def test_real_questions_and_addresses_are_left_alone(text: str) -> None:
    assert flaws(text) == []


def test_a_final_mark_alone_is_not_proved_to_be_stray() -> None:
    assert Flaw(7, 8, "stray-mark", "D6", "", safe=False) in list(line_flaws("细胞的作用机制?"))


def test_signs_close_together_are_all_found() -> None:
    found = flaws("CD4?輔助性T細胞與CD8?毒性T細胞")
    assert [(repair, safe) for _, kind, repair, safe in found if kind == "lost-sign"] == [("+", True)] * 2


def test_a_closing_quote_read_as_western_is_undone_where_one_was_opened() -> None:
    assert [(r, s) for _, _, r, s in flaws("called â€œyoungâ€\x9d cells")] == [("“", True), ("”", True)]
    assert [(r, s) for _, _, r, s in flaws("called â€œyoungâ€ and â€œoldâ€.")] == [
        ("“", True),
        ("”", True),
    ] * 2
    assert flaws("a wellâ€ known cell") == [("â€", "mojibake", "”", False)]


def test_utf8_read_as_western_is_undone() -> None:
    assert ("â€™", "mojibake", "’", True) in flaws("Crohnâ€™s disease")
    assert ("Ã©", "mojibake", "é", True) in flaws("GynÃ©cologie")
    assert flaws("Gynécologie à Paris") == []


def test_nonsense_and_lost_bytes_are_flagged() -> None:
    assert ("锟斤拷", "mojibake", None, False) in flaws("细胞锟斤拷治疗")
    assert ("\ufffd\ufffd", "lost-bytes", None, False) in flaws("细\ufffd\ufffd胞")


def test_a_byte_that_slipped_where_pinyin_was_put_in_is_only_pointed_out() -> None:
    assert ("?shù)臈l", "mojibake", None, False) in flaws("在適當(dāng)?shù)臈l件下培養")
    assert not any(kind == "stray-mark" for _, kind, _, _ in flaws("在適當(dāng)?shù)臈l件下培養"))
    assert ("?", "stray-mark", "", True) in flaws("膝骨關節炎(OA)?作為疾病")


def test_the_one_mark_of_a_headline_is_a_question() -> None:
    assert flaws("膝盖退化免换人工关节?自体软骨细胞层片获批") == []
    assert ("?", "lost-letter", None, False) in flaws("细胞疗法治疗免疫疾?的研究")
    assert ("?", "lost-letter", None, False) in flaws(
        "膝盖退化免换人工关节?自体软骨细胞层片获批,一年之后随访。"
    )
