from collections.abc import Callable

from sctui.facts.extract import extract_facts
from sctui.facts.mended import as_mended
from sctui.lexicon.lexicon import Lexicon
from sctui.model.document import Document
from sctui.outline.build import build_outline
from sctui.text.mending import MendedLine, mended_lines

PLAIN = "间充质干细胞能够分泌血管内皮生长因子,促进血管生成。"
INJECTED = "间充质干细(xì)胞能够分(fēn)泌血管内皮生长因(yīn)子,促进血(xuè)管生成。"


def test_facts_are_found_through_injected_pinyin(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    told = {}
    for text in (PLAIN, INJECTED):
        document = document_of(f"# 作用机制\n\n{text}\n")
        facts = extract_facts(document, build_outline(document), lexicon)
        told[text] = {(fact.kind, fact.slot, fact.subject, fact.value) for fact in facts}
        for fact in facts:
            assert document.text(fact.evidence) in text
    assert told[PLAIN]
    assert told[PLAIN] == told[INJECTED]


def test_the_answer_stands_in_the_line_as_it_is(
    document_of: Callable[[str], Document], lexicon: Lexicon
) -> None:
    document = document_of(f"# 作用机制\n\n{INJECTED}\n")
    facts = extract_facts(document, build_outline(document), lexicon)
    answers = {document.text(fact.answer) for fact in facts if fact.answer}
    assert "血管内皮生长因(yīn)子" in answers


def lines_of(document: Document) -> dict[int, MendedLine]:
    return mended_lines([line.text for line in document.lines], document.damage)


def test_only_what_is_proved_is_mended(document_of: Callable[[str], Document]) -> None:
    document = document_of("机(jī)制不明,剂量为3×10?个细胞。")
    assert as_mended(document, lines_of(document)).lines[0].text == "机制不明,剂量为3×10?个细胞。"
    whole = document_of("机制不明。")
    assert as_mended(whole, lines_of(whole)) is whole
