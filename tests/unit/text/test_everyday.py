import pytest

from sctui.text.everyday import is_everyday


@pytest.mark.parametrize("char", "的细胞細胞病。（×")
def test_common_characters_of_either_script(char: str) -> None:
    assert is_everyday(char)


@pytest.mark.parametrize("char", "簭⊿腉縗é")
def test_what_wrong_decoding_brings_up(char: str) -> None:
    assert not is_everyday(char)
