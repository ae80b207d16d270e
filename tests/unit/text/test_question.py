import pytest

from sctui.text.question import asks, sentence_before


@pytest.mark.parametrize(
    "sentence",
    [
        "什么是外泌体",
        "細胞從哪裡來?",
        "治疗安全吗",
        "是不是所有人都适合",
        "How do cells home",
        "Is it safe?",
        "能否治愈",
    ],
)
def test_words_that_ask(sentence: str) -> None:
    assert asks(sentence)


@pytest.mark.parametrize(
    "sentence", ["細胞分泌因子的機制?", "Cells are safe", "这是一种疾病", "The dose was low"]
)
def test_statements_do_not_ask(sentence: str) -> None:
    assert not asks(sentence)


def test_a_sentence_goes_back_to_the_last_end_but_not_through_its_own_marks() -> None:
    text = "前一句。这一句的末尾??"
    assert sentence_before(text, len(text)) == "这一句的末尾"
