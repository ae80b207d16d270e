from collections.abc import Iterable

import pytest

from sctui.text.sentence import Piece, clauses, sentences


def texts(pieces: Iterable[Piece]) -> list[str]:
    return [piece.text for piece in pieces]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("细胞分泌因子。因子抑制炎症;效果明显", ["细胞分泌因子。", "因子抑制炎症;", "效果明显"]),
        ("One study found it. Another did not.", ["One study found it.", "Another did not."]),
        (
            "They lack HLA-DR. Dr. Lee saw it.",
            ["They lack HLA-DR.", "Dr. Lee saw it."],
        ),
        (
            "Smith et al. found 1.5 mg in Fig. 2. Then nothing.",
            ["Smith et al. found 1.5 mg in Fig. 2.", "Then nothing."],
        ),
        ("他说(第一。第二)完了。好", ["他说(第一。第二)完了。", "好"]),
        ("坏了(第一。第二", ["坏了(第一。", "第二"]),
        ("坏了)第一。第二", ["坏了)第一。", "第二"]),
        ("机制?免疫调节。", ["机制?免疫调节。"]),
        ("安全吗? 安全。", ["安全吗?", "安全。"]),
        ("  前后有空格。  ", ["前后有空格。"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert texts(sentences(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("抑制T细胞,减轻炎症,共1,234例", ["抑制T细胞,", "减轻炎症,", "共1,234例"]),
        ("抑制T细胞，减轻炎症", ["抑制T细胞，", "减轻炎症"]),
        ("骨髓、脂肪、脐带", ["骨髓、脂肪、脐带"]),
    ],
)
def test_clauses(text: str, expected: list[str]) -> None:
    assert texts(clauses(text)) == expected


def test_pieces_say_where_they_stand() -> None:
    text = "  甲。乙,丙"
    assert list(sentences(text)) == [Piece("甲。", 2, 4), Piece("乙,丙", 4, 7)]
    assert list(clauses("乙,丙", offset=4)) == [Piece("乙,", 4, 6), Piece("丙", 6, 7)]
    assert all(text[piece.start : piece.end] == piece.text for piece in sentences(text))
