"""A title that stands below the name of a journal or a site is no byline."""

from collections.abc import Callable

from sctui.model.document import Document, LineKind

BODY = (
    "Mesenchymal stromal cells calm the inflammation of the diabetic foot, and the wound may close in weeks."
)


def test_a_line_on_the_subject_is_no_byline_of_a_line_on_none(document_of: Callable[[str], Document]) -> None:
    head = "Annals of Repair 2023; 12(3): 214-229\nStem cells for diabetic foot: from matrix to immunity\n"
    page = document_of(
        f"{head}Anna Lind1, Bo Lund2 and Carl Berg1,*\nDownload PDF   Cite   Share\n\n{BODY}\n"
    )
    told = next(line for line in page.lines if line.text.startswith("Stem cells"))
    assert told.kind is not LineKind.BYLINE
