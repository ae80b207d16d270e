from collections import Counter

import pytest

from sctui.tui.knowledge.naming import shared_name


@pytest.mark.parametrize(
    ("key", "written", "name"),
    [
        # the lexicon's name, in the script in which most is written
        ("间充质干细胞", ["MSC", "MSC", "間充質幹細胞"], "間充質幹細胞"),
        ("间充质干细胞", ["MSC", "间充质干细胞", "间充质干细胞", "間充質幹細胞"], "间充质干细胞"),
        ("获取难度", ["採集", "采集过程", "獲取難度"], "獲取難度"),
        ("间充质干细胞", ["MSC", "MSCs"], "MSC"),  # nobody writes Chinese
        ("effectofhrt", ["Effect of HRT"], "Effect of HRT"),
        ("过度活化th17细胞", ["過度活化的Th17細胞"], "過度活化的Th17細胞"),
        ("环境因素", ["環境因素", "環境因素"], "環境因素"),
        ("T细胞", ["T細胞的", "T 細胞"], "T細胞"),
    ],
)
def test_a_thing_goes_by_the_name_that_reads_best(key: str, written: list[str], name: str) -> None:
    assert shared_name(key, Counter(written)) == name
