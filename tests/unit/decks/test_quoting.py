import pytest

from sctui.decks.quoting import plain, standing_alone


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("死亡率为12﹪", "死亡率为12%"),
        ("干扰素 -γ和白细胞介素 -6", "干扰素-γ和白细胞介素-6"),
        ("促进 血管新生", "促进血管新生"),
        ("MSC 分泌 VEGF", "MSC 分泌 VEGF"),
        ("between 3 - 5 weeks", "between 3 - 5 weeks"),
    ],
)
def test_a_card_shows_names_whole_and_one_percent_sign(written: str, shown: str) -> None:
    assert plain(written) == shown


@pytest.mark.parametrize(
    ("sentence", "alone"),
    [
        ("此外,外泌体促进{{c1::愈合}}", "外泌体促进{{c1::愈合}}"),
        ("在肝硬化中，同时,外泌体促进{{c1::愈合}}", "在肝硬化中，外泌体促进{{c1::愈合}}"),
        ("SDF-1則可吸引{{c1::祖細胞}},也能促進愈合", "SDF-1可吸引{{c1::祖細胞}},也能促進愈合"),
        ("患者的MSC(甲)則表現為{{c1::分化阻滯}}", "患者的MSC(甲)表現為{{c1::分化阻滯}}"),
        ("规则表现为{{c1::甲}}", "规则表现为{{c1::甲}}"),
        ("{{c1::甲}}则抑制{{c2::乙}},还能促进愈合", "{{c1::甲}}抑制{{c2::乙}},还能促进愈合"),
        ("{{c1::甲}}失调还通过乙抑制丙", "{{c1::甲}}失调通过乙抑制丙"),
        ("细胞的另一个作用是抑制{{c1::炎症}}", "细胞的一个作用是抑制{{c1::炎症}}"),
        ("细胞不仅抑制{{c1::炎症}},还能促进愈合", "细胞不仅抑制{{c1::炎症}},还能促进愈合"),
        ("细胞抑制炎症,另一方面促进{{c1::愈合}}", "细胞抑制炎症,促进{{c1::愈合}}"),
        ("细胞一方面抑制炎症,另一方面促进{{c1::愈合}}", "细胞一方面抑制炎症,另一方面促进{{c1::愈合}}"),
        ("In lupus, stem cells also secrete {{c1::IL-10}}", "In lupus, stem cells secrete {{c1::IL-10}}"),
        ("In lupus, cells secrete {{c1::IL-10}}", "In lupus, cells secrete {{c1::IL-10}}"),
    ],
)
def test_a_sentence_is_not_tied_to_the_one_before_it(sentence: str, alone: str) -> None:
    assert standing_alone(sentence) == alone
