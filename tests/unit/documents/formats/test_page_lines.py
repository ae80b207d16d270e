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


def test_a_title_and_the_authors_below_it_are_no_paragraph(lexicon: Lexicon) -> None:
    out = io.BytesIO()
    canvas = Canvas(out)
    rows = [
        (16, "Cells for the osteoarthritis of the knee, a trial"),
        (8, "A. Marlowe, J. Quist and P. Oduya, Lund"),
    ]
    rows += [(10, f"Sentence {number} of the text tells at length what the cells do") for number in range(12)]
    for place, (size, text) in enumerate(rows):
        canvas.setFont("Helvetica", size)
        canvas.drawString(50, 780 - 20 * place, text)
    canvas.showPage()
    canvas.save()
    found = texts(read_bytes(out.getvalue(), "paper.pdf", lexicon))
    assert found[:2] == [text for _, text in rows[:2]]
    assert found[2].startswith("Sentence 0")
    assert "Sentence 11" in found[2]
