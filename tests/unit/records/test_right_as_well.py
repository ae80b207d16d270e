"""What other cells tell of a thing is no wrong answer to a question for it."""

from sctui.model.knowledge import Cell, DocumentKnowledge, Evidence
from sctui.model.language import Language
from sctui.records.right_as_well import right_as_well


def knowledge(file: str, *told: tuple[str, str, str, str]) -> DocumentKnowledge:
    cells = tuple(
        Cell(row, row, column, column, value, Evidence(file, 1, 0, 1, value), card=card)
        for row, column, value, card in told
    )
    return DocumentKnowledge(file, Language.SIMPLIFIED, "", cells=cells)


def test_values_of_the_same_row_and_column_come_to_the_card_that_asks() -> None:
    one = knowledge("a.md", ("脐带", "途径", "静脉", "a-1"), ("骨髓", "途径", "鞘内", "a-2"))
    other = knowledge("b.md", ("脐带", "途径", "鞘内", "b-1"), ("脐带", "优势", "易得", ""))
    assert right_as_well([one, other], {"a.md"}) == {"a.md": {"a-1": ("鞘内",)}}


def test_who_tells_the_same_tells_nothing_more() -> None:
    documents = [knowledge(name, ("脐带", "途径", "静脉", name)) for name in ("a.md", "b.md")]
    assert right_as_well(documents, {"a.md", "b.md"}) == {"a.md": {}, "b.md": {}}
