"""Pages of a PDF whose running heads stand elsewhere than at their edges."""

import io

from reportlab.pdfgen.canvas import Canvas

from sctui.documents.read import read_bytes
from sctui.lexicon.lexicon import Lexicon
from tests.unit.documents.formats.test_read_formats import texts


def test_heads_and_feet_that_are_printed_before_the_text(lexicon: Lexicon) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    for number, words in enumerate(("liver", "heart", "brain"), start=1):
        canvas.drawString(50, 815, "J Regen Med 2023;12:45-58")
        canvas.drawString(60, 803, "Cells in GVHD")
        canvas.drawString(297, 30, str(44 + number))
        canvas.drawString(50, 20, "https://example.org/jrm.2023.045")
        for row in range(5):
            canvas.drawString(50, 700 - 14 * row, f"Sentence {row} on the {words} tells what its cells do.")
        canvas.showPage()
    canvas.save()
    text = " ".join(texts(read_bytes(out.getvalue(), "paper.pdf", lexicon)))
    assert text.count("Sentence") == 15
    assert not any(said in text for said in ("J Regen", "GVHD", "example.org", "46"))
