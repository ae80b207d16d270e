"""A term comes before every card that uses it: its short form, asked both ways or one way, and what it is."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.order import core_notes, study_order
from sctui.model.card import CORE, CardKind, Note, Reverse

SHORT = ("MSC", "VEGF", "IL-10", "RA")
NAMES = ("间充质干细胞", "血管内皮生长因子", "白细胞介素-10", "类风湿关节炎")


def short_form(at: int, *, both_ways: bool, tags: tuple[str, ...]) -> Note:
    front = f"{SHORT[at]} 的中文全称是什么？"
    turned = Reverse(f"{NAMES[at]}的英文缩写是什么？", SHORT[at]) if both_ways else None
    return Note(f"s{at}", CardKind.TERM, front=front, back=NAMES[at], tags=tags, reverse=turned)


def definition(at: int, tags: tuple[str, ...]) -> Note:
    return Note(f"d{at}", CardKind.TERM, front=f"什么是{NAMES[at]}？", back="一种说法", tags=tags)


TAGS = st.sampled_from(((), (CORE,)))
PLACES = st.integers(0, len(SHORT) - 1)
CARDS = st.lists(st.tuples(st.lists(PLACES, max_size=2), st.lists(PLACES, max_size=2), TAGS), max_size=8)


@given(
    st.lists(st.tuples(st.booleans(), TAGS), min_size=4, max_size=4),
    st.lists(TAGS, max_size=4),
    CARDS,
    st.randoms(),
)
def test_a_term_comes_before_every_card_that_uses_it(
    forms: list[tuple[bool, tuple[str, ...]]],
    defined: list[tuple[str, ...]],
    cards: list[tuple[list[int], list[int], tuple[str, ...]]],
    chance: Random,
) -> None:
    notes = [short_form(at, both_ways=both, tags=tags) for at, (both, tags) in enumerate(forms)]
    notes += [definition(at, tags) for at, tags in enumerate(defined)]
    uses: dict[str, tuple[list[int], list[int]]] = {}
    for number, (short, full, tags) in enumerate(cards):
        said = "与".join([*(SHORT[at] for at in short), *(NAMES[at] for at in full), "某物"])
        notes.append(
            Note(f"c{number}", CardKind.MECHANISM, front=f"{said}有什么作用？", back="无", tags=tags)
        )
        uses[f"c{number}"] = short, full
    chance.shuffle(notes)
    ordered = study_order(notes, core_notes([notes]))
    place = {note.id: at for at, note in enumerate(ordered)}
    assert sorted(place) == sorted(note.id for note in notes)
    for card, (short, full) in uses.items():
        assert all(place[f"s{at}"] < place[card] for at in short if at not in full)
        assert all(place[f"d{at}"] < place[card] for at in full if at < len(defined))
