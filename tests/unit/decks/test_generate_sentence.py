"""Facts become notes: what a template's `{sentence}` holds."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sctui.decks.candidates import find_candidates
from sctui.decks.generate import make_notes
from sctui.decks.templates import Templates, read_templates
from sctui.lexicon.lexicon import Lexicon
from sctui.locations import bundled
from sctui.model.card import Note
from sctui.model.document import Document, Span
from sctui.model.fact import Fact, FactKind
from sctui.outline.build import build_outline

Read = Callable[[str], Document]


@pytest.fixture
def templates(tmp_path: Path) -> Templates:
    folder = tmp_path / "templates"
    folder.mkdir()
    for language in ("zh", "en"):
        file = folder / f"mechanism.{language}.yaml"
        file.write_text('templates:\n  inhibits:\n    - {text: "Gap: {sentence}"}\n', encoding="utf-8")
    return read_templates(folder)


def notes_of(
    document: Document, fact: Fact, templates: Templates, lexicon: Lexicon | None = None
) -> tuple[Note, ...]:
    """The notes that one fact becomes."""
    tree = build_outline(document)
    return make_notes(document, tree, find_candidates(document, tree, [fact], templates, lexicon), "d").notes


def front(document: Document, templates: Templates, subject: str, evidence: str, answer: str) -> str:
    text = document.lines[0].text
    left, start = text.index(answer), text.index(evidence)
    fact = Fact(
        FactKind.MECHANISM,
        "inhibits",
        subject,
        answer,
        Span(1, start, start + len(evidence)),
        Span(1, left, left + len(answer)),
    )
    (note,) = notes_of(document, fact, templates)
    assert note.sources[0].quote == evidence
    (card,) = note.cards()
    assert card.back == answer
    return card.front


def test_a_clause_that_names_its_subject_is_asked_as_it_stands(
    document_of: Read, templates: Templates
) -> None:
    document = document_of("外泌体抑制成纤维细胞增殖,减少瘢痕。")
    asked = front(document, templates, "外泌体", "外泌体抑制成纤维细胞增殖", "成纤维细胞增殖")
    assert asked == "Gap: 外泌体抑制[…]"


def test_a_clause_without_its_subject_is_given_it(document_of: Read, templates: Templates) -> None:
    document = document_of("外泌体进入细胞,抑制成纤维细胞增殖。")
    asked = front(document, templates, "外泌体", "抑制成纤维细胞增殖", "成纤维细胞增殖")
    assert asked == "Gap: 外泌体抑制[…]"


def test_an_english_subject_is_set_off_by_a_space(document_of: Read, templates: Templates) -> None:
    document = document_of("Schwann cells divide and inhibit axonal decay.")
    asked = front(document, templates, "Schwann cells", "inhibit axonal decay", "axonal decay")
    assert asked == "Gap: Schwann cells inhibit […]"


def asked(
    document: Document, subject: str, answer: str, measure: str = "", flags: tuple[str, ...] = ()
) -> str:
    """The question of the library's own templates for what a subject secretes."""
    text = document.lines[0].text.rstrip("。.")
    left = text.index(answer)
    fact = Fact(
        FactKind.MECHANISM,
        "secretes",
        subject,
        answer,
        Span(1, 0, len(text)),
        Span(1, left, left + len(answer)),
        measure=measure,
        flags=flags,
    )
    known = read_templates(bundled() / "data" / "templates")
    return notes_of(document, fact, known)[0].front


def test_one_example_is_asked_for_as_one(document_of: Read) -> None:
    document = document_of("外泌体可分泌细胞因子(如IL-10)。")
    assert asked(document, "外泌体", "IL-10", "细胞因子") == "外泌体可分泌哪种细胞因子（举一例）？"


@pytest.mark.parametrize(
    "text", ["外泌体可分泌细胞因子(如IL-10、TGF-β)。", "外泌体可分泌IL-10、TGF-β等细胞因子。"]
)
def test_examples_are_asked_for_as_examples(document_of: Read, text: str) -> None:
    question = asked(document_of(text), "外泌体", "IL-10、TGF-β", "细胞因子")
    assert question == "外泌体可分泌哪些细胞因子（举例）？"


def test_a_whole_list_is_asked_for_as_one(document_of: Read) -> None:
    document = document_of("外泌体可分泌两种细胞因子IL-10、TGF-β。")
    assert asked(document, "外泌体", "IL-10、TGF-β", "细胞因子") == "外泌体可分泌哪些细胞因子？"


def test_a_describing_word_begins_small_within_a_question(document_of: Read) -> None:
    document = document_of("Activated platelets do not secrete growth factors.")
    assert asked(document, "Activated platelets", "do not secrete growth factors", flags=("negated",)) == (
        "What do activated platelets not secrete?"
    )


def test_a_list_that_fills_its_clause_is_asked_in_words(document_of: Read, lexicon: Lexicon) -> None:
    document = document_of("间充质干细胞分泌VEGF和HGF。")
    fact = Fact(
        FactKind.MECHANISM,
        "secretes",
        "间充质干细胞",
        "VEGF和HGF",
        Span(1, 0, 16),
        Span(1, 8, 16),
        context="银屑病",
        items=("VEGF", "HGF"),
    )
    known = read_templates(bundled() / "data" / "templates")
    (note,) = notes_of(document, fact, known, lexicon)
    assert note.front == "在银屑病中，间充质干细胞会分泌哪些物质？"
