"""What tells studies apart, whatever script, wording or short form a document uses."""

from sctui.decks.study_marks import KnownStudies, said_marks
from sctui.lexicon.lexicon import Lexicon

HERE = (
    ("kind", "trial"),
    ("year", "2020年"),
    ("product", "自体BM-MSC移植"),
    ("condition", "进行性MS患者"),
    ("n", "48例"),
)
THERE = (
    *(("kind", "trial"), ("year", "2020年3月"), ("cell_source", "自體骨髓間充質干細胞神經祖細胞")),
    *(("condition", "多發性硬化癥"), ("n", "20名")),
)


def fitting(lexicon: Lexicon | None, **said: str) -> set[str]:
    known = KnownStudies(lexicon)
    known.add("here", HERE)
    known.add("there", THERE)
    return set(known.fitting(said_marks(said, lexicon)))


def test_a_name_fits_whoever_has_all_it_says(lexicon: Lexicon) -> None:
    said = {"year": "2020年", "product": "骨髓间充质干细胞", "condition": "MS"}
    assert fitting(lexicon, **said) == {"here", "there"}
    assert fitting(lexicon, **said, n="48") == {"here"}
    assert fitting(lexicon, n="20 patients") == {"there"}


def test_stem_cells_are_any_cells_and_a_disease_is_those_above_it(lexicon: Lexicon) -> None:
    assert fitting(lexicon, product="干细胞", condition="multiple sclerosis") == {"here", "there"}
    assert fitting(lexicon, product="脐带间充质干细胞", condition="MS") == set()


def test_without_a_lexicon_words_are_compared() -> None:
    assert fitting(None, condition="进行性MS") == {"here"}
    assert fitting(None, year="2020") == {"here", "there"}


def test_what_says_nothing_fits_nobody(lexicon: Lexicon) -> None:
    assert fitting(lexicon) == set()
    assert fitting(lexicon, product="干细胞") == set()
