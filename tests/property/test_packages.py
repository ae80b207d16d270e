"""Whatever a package holds: names stay in their folder, text comes out as text, ids hold their GUIDs."""

from __future__ import annotations

import html
import re
from pathlib import PurePosixPath, PureWindowsPath

from hypothesis import given
from hypothesis import strategies as st

from sctui.anki.foreign import ForeignReview
from sctui.anki.ids import guid, id_of_foreign
from sctui.anki.media_names import safe_name
from sctui.anki.protobuf import fields
from sctui.decks.imports.html_markdown import markdown_of
from sctui.decks.note_reader import _ID
from sctui.markup.html import field_html
from sctui.model.card import Note
from sctui.model.review import MemoryState, Rating, Review
from sctui.transfer.answers import unknown_answers

_NAMES = st.text() | st.builds(
    "{}{}{}".format,
    st.sampled_from(("../", "/", "C:\\", "..\\", "con.", "")),
    st.text(),
    st.sampled_from((".png", ".PNG", ".mp3", ".yaml", "")),
)


@given(st.lists(_NAMES, max_size=8))
def test_a_medium_has_a_name_of_its_own_in_its_folder(names: list[str]) -> None:
    taken: set[str] = set()
    for name in names:
        safe = safe_name(name, taken)
        if not safe:
            continue
        assert PurePosixPath(safe).name == safe == PureWindowsPath(safe).name
        assert not safe.startswith(".")
        assert not PureWindowsPath(safe).is_reserved()
        assert not safe.endswith((".yaml", ".yml"))
        assert safe.lower() not in taken
        assert safe.isprintable()
        taken.add(safe.lower())


@given(st.text())
def test_text_without_tags_is_what_it_was(text: str) -> None:
    plain = "".join(text.replace("\r", "").replace("\u00a0", " ").split("\0"))
    if "[" in plain or "\\" in plain:
        return
    lines = "\n".join(line.rstrip() for line in plain.split("\n"))
    expected = re.sub(r"\n{3,}", "\n\n", lines).strip()
    shown = markdown_of(html.escape(plain).replace("\n", "<br>") + "<!-- -->", lambda _: "")
    assert shown == expected


@given(st.text(alphabet="<>/&;abipre=\"' \n[]$\\(){}c1:!-", max_size=60))
def test_any_html_can_be_read_and_runs_nothing(text: str) -> None:
    read = markdown_of(f"{text}<script>alert(1)</script>", lambda name: f"m/{name}")
    assert "<script" not in field_html(read, Note(id="x", front=read, back="y"))


@given(st.text(min_size=1))
def test_an_id_gives_back_the_guid_that_it_holds(foreign: str) -> None:
    if foreign.encode("utf-8", "replace").decode() != foreign:
        return
    key = id_of_foreign(foreign)
    assert _ID.fullmatch(key)
    assert guid(key) == foreign


@given(st.text(min_size=1).filter(lambda key: not key.startswith("anki-")))
def test_other_ids_have_guids_that_tell_nothing(key: str) -> None:
    if key.encode("utf-8", "replace").decode() == key:
        assert re.fullmatch("[0-9a-f]{20}", guid(key))


@given(st.binary())
def test_protobuf_is_read_or_refused(data: bytes) -> None:
    try:
        found = list(fields(data))
    except ValueError:
        return
    assert all(isinstance(value, int | bytes) for _, value in found)


_ANSWERS = st.lists(
    st.tuples(st.integers(0, 40_000), st.integers(1, 4)), max_size=8, unique_by=lambda one: one[0]
)


@given(_ANSWERS, _ANSWERS, st.lists(st.integers(0, 3), min_size=8, max_size=8))
def test_no_answer_comes_twice_and_none_is_lost(
    ours: list[tuple[int, int]], new: list[tuple[int, int]], moved: list[int]
) -> None:
    """Ours went out, each moved by up to 3 ms; what comes back beside them is new."""
    here = [_review(at * 10, rating) for at, rating in ours]
    out = [ForeignReview(at * 10 + by, rating, 0) for (at, rating), by in zip(ours, moved, strict=False)]
    theirs = [ForeignReview(at * 10 + 5, rating, 0) for at, rating in new]
    found = unknown_answers([*theirs, *out], here)
    assert len(found) == len(new)
    known = unknown_answers([*theirs, *out], [*here, *(_review(one.at, one.rating) for one in found)])
    assert known == []


def _review(at: int, rating: int) -> Review:
    state = MemoryState("a")
    return Review("a", at, Rating(rating), 0, state, state)
