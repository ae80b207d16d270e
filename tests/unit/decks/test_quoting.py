import pytest

from sctui.decks.quoting import plain


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
