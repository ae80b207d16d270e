"""Chains: a sentence that tells what comes of a step makes a link that follows it."""

import pytest

from tests.unit.records.conftest import Know

HEAD = "# 間充質幹細胞\n\n"


@pytest.mark.parametrize(
    "text",
    [
        "MSC分泌IDO,使色氨酸耗竭,從而抑制T細胞增殖。",
        "MSC分泌IDO,消耗色氨酸,进而抑制T细胞增殖。",
    ],
)
def test_a_chinese_sentence_goes_from_cell_to_factor_to_effect(know: Know, text: str) -> None:
    secreted, spent, calmed = know(HEAD + text).links
    assert (secreted.object_key, secreted.after) == ("吲哚胺2,3-双加氧酶", ())
    assert (spent.object_key, spent.after) == ("色氨酸", ("吲哚胺2,3-双加氧酶",))
    assert (calmed.relation, calmed.after) == ("inhibits", ("色氨酸",))


def test_who_takes_a_step_is_no_step(know: Know) -> None:
    links = know(HEAD + "关节炎患者的滑膜细胞中,NF-κB、miR-155等促炎分子上调,激活破骨细胞。").links
    assert [link.relation for link in links] == ["activates"]


def test_an_english_sentence_goes_on_from_what_is_made(know: Know) -> None:
    links = know(
        "# Cells\n\nMSCs secrete IDO, which depletes tryptophan and thereby inhibits Th17 cells."
    ).links
    assert [(link.subject, link.relation, link.object) for link in links] == [
        ("MSCs", "secretes", "IDO"),
        ("IDO", "reduces", "tryptophan"),
        ("IDO", "inhibits", "Th17 cells"),
    ]
    assert [link.after for link in links] == [(), (), ("色氨酸",)]


@pytest.mark.parametrize(
    "text",
    [
        "MSC抑制Th17細胞,並且促進血管生成。",
        "MSC分泌VEGF,还抑制Th17细胞。",
        "MSC分泌VEGF。MSC从而抑制Th17细胞。",
        "MSC不分泌IL-6,从而抑制Th17细胞。",
        "MSCs secrete VEGF and inhibit Th17 cells.",
        "Asthma leads to scars and increases the risk of other diseases, including osteoporosis and gout.",
        "MSCs restore hormone levels by anti-apoptosis, promoting angiogenesis, and anti-oxidation.",
    ],
)
def test_deeds_side_by_side_do_not_follow_one_another(know: Know, text: str) -> None:
    links = know(HEAD + text).links
    assert links
    assert all(not link.after for link in links)


def test_what_follows_a_list_follows_each_of_it(know: Know) -> None:
    links = know(f"{HEAD}MSC分泌VEGF和HGF,从而促进血管生成。").links
    assert links[-1].after == ("血管内皮生长因子", "肝细胞生长因子")


def test_a_link_names_the_thing_without_the_verb_of_its_answer(know: Know) -> None:
    links = know(f"{HEAD}骨髓MSC向神经元转移线粒体,提高ATP水平。MSC不表达HLA-DR。").links
    assert {link.object for link in links} == {"线粒体", "ATP水平", "HLA-DR"}
