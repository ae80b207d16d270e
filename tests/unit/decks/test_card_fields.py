"""A card that its author edited: what they wrote stays, what they left alone follows the document."""

from __future__ import annotations

from dataclasses import replace

from sctui.decks.merge import plan_deck
from sctui.model.card import Source
from tests.unit.decks.test_merge import A, B, deck


def test_an_edited_card_of_an_earlier_version_stays_and_follows_from_then_on() -> None:
    fresh = plan_deck(None, deck(A), {})
    text = fresh.text + "    tags: [own]\n"
    old = {key: " ".join(value.split(" ")[:5]) for key, value in fresh.sidecar.items()}
    first = plan_deck(text, deck(A), old)
    assert (first.text, first.kept) == (text, ("a",))
    moved = replace(A, sources=(Source("d.md", 7, "quote of a"),))
    assert plan_deck(text, deck(moved), first.sidecar).text == text.replace("line: 1", "line: 7")


def test_what_an_author_left_alone_follows() -> None:
    fresh = plan_deck(None, deck(A, B), {})
    text = fresh.text.replace("    front: front b\n", '    # mine\n    front: "Which b?"  # clearer\n')
    text = text.replace("topic: [t]\n    front: front a", "topic: [t, own]\n    front: front a")
    moved = [replace(one, sources=(Source("d.md", 9, one.sources[0].quote),)) for one in (A, B)]
    anew = [replace(one, back=f"new {one.id}", topic=("else",), flags=("hedged",)) for one in moved]
    result = plan_deck(text, deck(*anew), fresh.sidecar)
    wanted = text.replace("line: 1,", "line: 9,").replace("back: back a", "back: new a")
    wanted = wanted.replace("topic: [t]", "topic: [else]").replace("}\n  - ", "}\n    flags: [hedged]\n  - ")
    assert result.text == wanted + "    flags: [hedged]\n"
    assert result.kept == ("a", "b")
    again = plan_deck(result.text, deck(*anew), result.sidecar)
    assert (again.text, again.sidecar) == (result.text, result.sidecar)
    undone = result.text.replace('    # mine\n    front: "Which b?"  # clearer\n', "    front: front b\n")
    assert plan_deck(undone, deck(*anew), result.sidecar).text == undone.replace(
        "back: back b", "back: new b"
    )


def test_a_card_that_cannot_be_changed_field_by_field_stays() -> None:
    fresh = plan_deck(None, deck(A), {})
    text = (
        "deck: d\nlanguage: en\ndocuments:\n  doc: {file: ../d.md}\ncards:\n"
        "  - {id: a, kind: term, topic: t, front: mine, back: back a,"
        " source: {document: doc, line: 1, quote: quote of a}}\n"
    )
    moved = replace(A, sources=(Source("d.md", 7, "quote of a"),))
    assert plan_deck(text, deck(moved), fresh.sidecar).text == text
