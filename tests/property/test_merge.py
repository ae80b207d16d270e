"""Whatever an author did to a generated deck, and whatever is generated next: nothing of the author's is lost."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from sctui.decks.merge_plan import MergeResult, plan_deck
from sctui.decks.yaml_reader import read_deck_text
from sctui.model.card import CardKind, Note, Source
from sctui.model.deck import Deck, DocumentRef
from sctui.model.document import Language

_WORD = st.sampled_from(["甲", "乙", "a: b", "# x", "no", "84%", "两行\n文字", "'", "- y", "{z}"])
_NUMBERS = st.integers(0, 7)


def note(number: int, back: str, quote: str) -> Note:
    source = Source("d.md", number + 1, quote)
    return Note(f"g{number}", CardKind.TERM, ("t",), f"问题{number}", back, sources=(source,))


@st.composite
def generations(draw: st.DrawFn) -> Deck:
    numbers = draw(st.lists(_NUMBERS, unique=True, max_size=6))
    notes = [
        note(number, draw(_WORD), draw(st.sampled_from([f"引文{number}", "同一句", "又一句"])))
        for number in numbers
    ]
    return Deck(
        "d", Language.SIMPLIFIED, tuple(notes), {"d": DocumentRef("../d.md", draw(st.sampled_from("ab")) * 8)}
    )


@st.composite
def edits(draw: st.DrawFn) -> list[tuple[str, int]]:
    return draw(
        st.lists(
            st.tuples(st.sampled_from(["edit", "delete", "comment", "own", "quote", "answer"]), _NUMBERS),
            max_size=5,
        )
    )


def author(text: str, changes: list[tuple[str, int]], first_step: int = 0) -> tuple[str, list[str], set[str]]:
    """The edited text, the pieces of it that must stay as they are, and the ids that were deleted."""
    touched: set[str] = set()
    pieces: set[str] = set()
    deleted: set[str] = set()
    for step, (change, number) in enumerate(changes, first_step):
        key = f"g{number}"
        lines = text.splitlines(keepends=True)
        places = read_deck_text(text, "d.yaml").deck_file.places
        place = places.get(key)
        if change == "own":
            lines[-1] = lines[-1].replace("cards: []", "cards:")
            lines.append(f"  - {{id: own{step}, front: eigen, back: '{number}'}}   # mine\n")
        elif place is None:
            continue
        elif change == "edit" and "    tags: [" not in "".join(lines[place.line - 1 : place.last_line]):
            lines.insert(place.last_line, f"    tags: [step{step}]\n")
            pieces.add(f"    tags: [step{step}]\n")
            touched.add(key)
        elif change == "quote":
            lines[place.line - 1] = lines[place.line - 1].replace(f"id: {key}", f'id: "{key}"')
            pieces.add(lines[place.line - 1])
            touched.add(key)
        elif change == "answer" and key not in touched:
            lines[place.line - 1 : place.last_line] = [
                f"    back: mine {step}  # better\n" if line.startswith("    back: ") else line
                for line in lines[place.line - 1 : place.last_line]
                if not line.startswith("      ")
            ]
            pieces.add(f"    back: mine {step}  # better\n")
            touched.add(key)
        elif change == "comment":
            lines.insert(place.line - 1, f"  # why {step}\n")
        elif change == "delete" and key not in touched:
            del lines[place.line - 1 : place.last_line]
            if len(places) == 1:
                lines[lines.index("cards:\n")] = "cards: []\n"
            deleted.add(key)
        text = "".join(lines)
    lines = text.splitlines(keepends=True)
    return (
        text,
        [*pieces, *(line for line in lines if line.startswith("  # why") or line.endswith("# mine\n"))],
        deleted,
    )


def missing(pieces: list[str], text: str) -> list[str]:
    return [piece for piece in pieces if text.count(piece) != 1]


def checked(text: str, generated: Deck, sidecar: dict[str, str]) -> MergeResult:
    result = plan_deck(text, generated, sidecar)
    again = plan_deck(result.text, generated, result.sidecar)
    assert (again.text, again.sidecar) == (result.text, result.sidecar)
    assert (again.added, again.updated, again.orphaned) == ((), (), ())
    return result


@given(generations(), edits(), generations(), edits(), generations())
def test_edits_survive_and_a_second_run_changes_nothing(
    first: Deck, one: list[tuple[str, int]], second: Deck, two: list[tuple[str, int]], third: Deck
) -> None:
    fresh = plan_deck(None, first, {})
    text, kept, deleted = author(fresh.text, one)
    merged = checked(text, second, fresh.sidecar)
    assert missing(kept, merged.text) == []
    assert not deleted & set(read_deck_text(merged.text, "d").deck_file.places)
    text, kept_too, _ = author(merged.text, two, 10)
    after = checked(text, third, merged.sidecar)
    assert missing(kept_too, after.text) == []


@given(generations(), generations())
def test_an_untouched_deck_follows_the_generation(first: Deck, second: Deck) -> None:
    fresh = plan_deck(None, first, {})
    merged = checked(fresh.text, second, fresh.sidecar)
    notes = read_deck_text(merged.text, "d.yaml").deck_file.deck.notes
    live = {(n.kind, n.front, n.back, n.sources) for n in notes if "orphan" not in n.flags}
    assert live == {(n.kind, n.front, n.back, n.sources) for n in second.notes}
    assert {n.id for n in first.notes} <= {n.id for n in notes}


@given(generations(), edits())
def test_line_breaks_of_the_file_are_kept(first: Deck, changes: list[tuple[str, int]]) -> None:
    fresh = plan_deck(None, first, {})
    text, _, _ = author(fresh.text, changes)
    second = replace(first, notes=(*first.notes, note(9, "neu", "引文9")))
    plain = plan_deck(text, second, fresh.sidecar).text
    windows = plan_deck("\ufeff" + text.replace("\n", "\r\n"), second, fresh.sidecar).text
    assert windows == "\ufeff" + plain.replace("\n", "\r\n")
