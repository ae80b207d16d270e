from collections.abc import Callable

import pytest

from sctui.text.gbk_slip import find_slips


def slipped(text: str, at: int) -> str:
    """The text after the channel lost the lead byte of the character at `at`."""
    code = text[at:].encode("gbk")[1:]
    return text[:at] + "?" + code.decode("gbk")


def known(*words: str) -> Callable[[str, str], bool]:
    return lambda before, char: any((before + char).endswith(word) for word in words)


@pytest.mark.parametrize(
    ("text", "at", "word"),
    [
        ("自身免疫性疾病（SLE）", 6, "疾病"),
        ("代謝性疾病：從Treg說起", 4, "疾病"),
        ("移植後感染（CMV）常見", 4, "感染"),
    ],
)
def test_a_slip_is_undone_when_one_word_fits(text: str, at: int, word: str) -> None:
    line = slipped(text, at)
    assert line != text
    (slip,) = find_slips(line, known(word))
    half_width = text.replace("（", "(").replace("：", ":")
    assert slip.repair is not None
    assert line[: slip.start] + slip.repair + line[slip.end :] in (half_width, half_width.replace(")", "）"))


def test_a_slip_that_fits_no_word_or_two_is_only_flagged() -> None:
    line = slipped("自身免疫性疾病（SLE）", 6)
    (none,) = find_slips(line, known())
    (two,) = find_slips(line, lambda _, char: char in "病苍")
    assert none.repair is None
    assert (two.repair is None) == (slipped("自身免疫性疾苍（SLE）", 6) == line)


@pytest.mark.parametrize(
    "line", ["疗效如何?。见下文", "Is it safe?; yes", "增加了3倍?", "普通句子。没有问号"]
)
def test_questions_and_plain_text_are_no_slips(line: str) -> None:
    assert find_slips(line, known("病")) == []


def test_a_word_that_breaks_off_at_a_mark_is_flagged() -> None:
    (slip,) = find_slips("研究正向規?;瘧眠~進", known())
    assert slip.start == 5
    assert slip.repair is None
