"""Full names that texts give a short form by mistake: `misnomer: NP=神经祖细胞` in the lexicon."""

from __future__ import annotations

from sctui.lexicon.lexicon import Lexicon
from sctui.text.match_view import match_view


def is_misnomer(short: str, name: str, lexicon: Lexicon) -> bool:
    """Whether a full name is known to be none of a short form."""
    view, single = match_view(name), short.removesuffix("s")
    known = lexicon.senses(short) or lexicon.senses(single)
    listed = {one.strip() for term in known for one in term.attributes.get("misnomer", "").split(",")}
    return any(f"{single}={one}" in listed for one in (view, view.removesuffix("s")))
