import pytest

from sctui.text.section_names import SectionRole, is_bare_section_name, section_role


@pytest.mark.parametrize(
    ("title", "role", "bare"),
    [
        ("參考資料:", SectionRole.REFERENCES, True),
        ("【参考文献】", SectionRole.REFERENCES, True),
        ("References", SectionRole.REFERENCES, True),
        ("＊　Ｒｅｆｅｒｅｎｃｅｓ：", SectionRole.REFERENCES, True),
        ("参 考 文 献", SectionRole.REFERENCES, True),
        ("參考資料:某人,某文", SectionRole.REFERENCES, False),
        ("結語:新的開始", SectionRole.CLOSING, False),
        ("Conclusions", SectionRole.CLOSING, True),
        ("引言", SectionRole.OPENING, True),
        ("期刊介绍:", SectionRole.APPARATUS, True),
        ("结论性意见", None, False),
        ("细胞来源", None, False),
    ],
)
def test_fixed_names_have_a_role(title: str, role: SectionRole | None, bare: bool) -> None:
    assert section_role(title) is role
    assert is_bare_section_name(title) is bare
