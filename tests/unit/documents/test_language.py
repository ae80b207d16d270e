import pytest

from sctui.documents.language import detect_language, language_of_name
from sctui.model.document import Language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Stem cells secrete many factors.", Language.ENGLISH),
        ("干细胞分泌多种因子,调节免疫反应。", Language.SIMPLIFIED),
        ("幹細胞分泌多種因子,調節免疫反應。", Language.TRADITIONAL),
        ("干細胞治療炎癥", Language.TRADITIONAL),  # broken Traditional
        ("MSC 和 HSC 通过 VEGF、HGF 起作用", Language.SIMPLIFIED),
        ("一二三", Language.SIMPLIFIED),
        ("", Language.ENGLISH),
    ],
)
def test_language_of_a_text(text: str, language: Language) -> None:
    assert detect_language([text]) is language


@pytest.mark.parametrize(
    ("name", "language"),
    [
        ("en", Language.ENGLISH),
        ("en-GB", Language.ENGLISH),
        ("zh", Language.SIMPLIFIED),
        ("zh-CN", Language.SIMPLIFIED),
        ("zh_TW", Language.TRADITIONAL),
        ("zh-Hant-HK", Language.TRADITIONAL),
        ("fr", None),
        ("", None),
    ],
)
def test_language_of_a_name(name: str, language: Language | None) -> None:
    assert language_of_name(name) is language
