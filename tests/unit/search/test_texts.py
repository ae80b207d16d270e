from sctui.search.masks import rows_of
from sctui.search.texts import Texts


def test_a_character_that_ends_a_text_is_found_there() -> None:
    texts = Texts()
    texts.add(["a\x1fb\x1fc\x1f", *["x\x1fy\x1fz\x1f"] * 20, "x\x1fy\x1fz\x1fa"])
    assert rows_of(texts.with_words(["a"])) == [0, 21]
