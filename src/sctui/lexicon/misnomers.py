"""Full names that are none of a short form (`misnomer: NP=神经祖细胞` in the lexicon), or a part of it."""

from __future__ import annotations

from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view


def is_misnomer(short: str, name: str, lexicon: Lexicon) -> bool:
    """Whether a full name is known to be none of a short form."""
    view, single = match_view(name), short.removesuffix("s")
    known = lexicon.senses(short) or lexicon.senses(single)
    listed = {one.strip() for term in known for one in term.attributes.get("misnomer", "").split(",")}
    return any(f"{single}={one}" in listed for one in (view, view.removesuffix("s")))


def cell_left_out(short: str, name: str, lexicon: Lexicon) -> str:
    """The cell that a short form begins with, where the full name (`外泌体(MSC-Exo)`) lacks it."""
    head, dash, _ = short.partition("-")
    cells = lexicon.of(TermKind.CELL)
    cell = cells.lookup(head) if dash else None
    if cell is None or match_view(name).startswith(match_view(head)):
        return ""
    view = match_view(name)  # `MSC来源的细胞外囊泡` is found as the vesicles, not as the cells
    told = any(match_view(one) in view for one in cell.names())
    return "" if told or any(m.term.key == cell.key for m in cells.mentions(name)) else cell.zh
