"""When a document appeared and what kind of source it is, as far as it says so."""

import pytest

from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document, Language, Line, LineKind
from sctui.records.origin import kind_named, origin_of


def page(*lines: str, furniture: str = "", **metadata: str) -> Document:
    texts = [Line(at, text, LineKind.PARAGRAPH) for at, text in enumerate(lines, start=1)]
    if furniture:
        texts.append(Line(len(texts) + 1, furniture, LineKind.BOILERPLATE))
    return Document("a.txt", "", Language.SIMPLIFIED, tuple(texts), metadata=metadata)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("narrative review", "review"),
        ("Systematic Review; Meta-Analysis", "meta-analysis"),
        ("系統回顧", "review"),
        ("随机对照试验", "trial"),
        ("病例報告", "case"),
        ("专家共识", "guideline"),
        ("推廣性質的科普文章", "press"),
        ("press release", "press"),
        ("Journal Article", ""),
    ],
)
def test_a_kind_is_named(text: str, kind: str, lexicon: Lexicon) -> None:
    assert kind_named(text, lexicon) == kind


def test_what_a_document_says_of_itself_tells_first(lexicon: Lexicon) -> None:
    told = page("某文", furniture="不构成任何医疗建议", kind="review", doi="10.1/x", date="2023-05-06")
    assert origin_of(told, lexicon) == ("2023-05-06", "review")


def test_a_paper_is_known_by_its_doi_and_its_kind_by_its_title(lexicon: Lexicon) -> None:
    assert origin_of(page("某文", doi="10.1/x"), lexicon) == ("", "paper")
    title = "Exosomes in burns: a meta-analysis"
    assert origin_of(page("Text", doi="10.1/x", title=title), lexicon) == ("", "meta-analysis")


def test_a_disclaimer_tells_that_a_page_is_for_the_public(lexicon: Lexicon) -> None:
    told = page("某文", "2022年1月8日", furniture="本文仅用于传播科普知识")
    assert origin_of(told, lexicon) == ("2022-01-08", "press")


def test_a_retelling_is_as_old_as_its_newest_source_and_of_the_kind_of_its_first(lexicon: Lexicon) -> None:
    based_on = {"1.kind": "科普文章", "1.year": "2021", "2.kind": "综述", "2.year": "2024"}
    told = page("某文")
    told.metadata.update({f"based_on.{key}": value for key, value in based_on.items()})
    assert origin_of(told, lexicon) == ("2024", "press")


def test_nothing_is_guessed(lexicon: Lexicon) -> None:
    assert origin_of(page("甲病的综述说明了机制。"), lexicon) == ("", "")
