"""The place of a disease among others, and the year of a name."""

from collections.abc import Callable

import pytest

from sctui.facts.namings import find_namings
from sctui.facts.ranks import find_ranks
from sctui.facts.trials.telling import Telling, read_telling
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.outline.build import build_outline

Told = Callable[[str], Telling]


@pytest.fixture
def told(document_of: Callable[[str], Document], lexicon: Lexicon) -> Told:
    """A text as it is read for studies and figures."""

    def read(text: str) -> Telling:
        document = document_of(f"{text}\n")
        return read_telling(document, build_outline(document), lexicon)

    return read


@pytest.mark.parametrize(
    ("text", "disease", "place"),
    [
        ("肝癌是全球第三大癌症死因。", "肝癌", "全球第三大癌症死因"),
        ("2022年,一项研究为全球第五大死因的糖尿病提供了新思路。", "糖尿病", "全球第五大死因"),
    ],
)
def test_a_place_is_told_of_the_disease_that_has_it(told: Told, text: str, disease: str, place: str) -> None:
    assert [(fact.subject, fact.value) for fact in find_ranks(told(text))] == [(disease, place)]


@pytest.mark.parametrize(
    "text",
    [
        "这是全球第三大死因。",
        "糖尿病是第二大死因。",  # of where?
        "糖尿病常见,高血压是它的伙伴,全球第三大死因另有所指。",
    ],
)
def test_a_place_of_nothing_or_nowhere_is_not_told(told: Told, text: str) -> None:
    assert not list(find_ranks(told(text)))


def test_the_year_of_a_name(told: Told) -> None:
    (fact,) = find_namings(told("1978年,这种病被正式命名为“川崎病”,此后各国陆续报告。"))
    assert (fact.subject, fact.value) == ("川崎病", "1978年")


@pytest.mark.parametrize("text", ["1978年,各国陆续报告川崎病。", "这种病被命名为“川崎病”,1978年传到欧洲。"])
def test_a_name_or_a_year_alone_is_no_naming(told: Told, text: str) -> None:
    assert not list(find_namings(told(text)))
