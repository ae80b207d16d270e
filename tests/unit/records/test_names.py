import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.records.names import cell_key, name_key


@pytest.mark.parametrize(
    "written",
    [
        "骨髓间充质干细胞",
        "骨髓來源的間充質干細胞",
        "BM-MSCs",
        "bone marrow-derived mesenchymal stem cells",
        "自体骨髓来源的MSCs",
    ],
)
def test_one_key_for_the_same_cells(written: str, lexicon: Lexicon) -> None:
    assert cell_key(written, lexicon) == "骨髓间充质干细胞"


def test_vesicles_are_not_the_cells_they_come_from(lexicon: Lexicon) -> None:
    assert cell_key("MSCs释放的外泌体", lexicon) == "间充质干细胞外泌体"


@pytest.mark.parametrize(("written", "key"), [("VEGF", "血管内皮生长因子"), ("受损 的组织A", "受损组织a")])
def test_a_term_that_is_most_of_the_words_names_them(written: str, key: str, lexicon: Lexicon) -> None:
    assert name_key(written, lexicon) == key
