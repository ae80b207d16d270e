"""Short forms in the singular."""

import pytest

from sctui.decks.singular import in_singular
from sctui.model.document import Span
from sctui.model.fact import Fact, FactKind
from sctui.model.language import Language


@pytest.mark.parametrize(
    ("short", "name", "asked"),
    [
        ("Bregs", "调节性B细胞", "Breg"),
        ("EPCs", "内皮祖细胞", "EPC"),
        ("Fas", "凋亡相关因子", "Fas"),  # an s of its own
        ("ARDS", "急性呼吸窘迫综合征", "ARDS"),
    ],
)
def test_a_chinese_text_asks_for_short_forms_in_the_singular(short: str, name: str, asked: str) -> None:
    fact = Fact(FactKind.TERM, "expansion", short, name, Span(1, 0, 9))
    (told,) = in_singular([fact], Language.SIMPLIFIED)
    assert told.subject == asked
