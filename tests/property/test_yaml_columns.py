"""Texts that are read together are those that are read one by one."""

from __future__ import annotations

import json

from hypothesis import example, given
from hypothesis import strategies as st

from sctui.text.yaml_columns import all_said_as
from sctui.text.yaml_texts import said_as
from sctui.text.yaml_unusual import UnknownFormError

_LEAST = 4
_LINES = st.lists(
    st.sampled_from(["a", "- b", " c", "#", "干细胞", "x  ", "|", '"', "\\"]), min_size=1, max_size=3
)


@st.composite
def _blocks(draw: st.DrawFn) -> str:
    header = draw(st.sampled_from(["|", "|", "|-", ">", ">-"]))
    indent = " " * draw(st.sampled_from([_LEAST, _LEAST, _LEAST, _LEAST - 1, _LEAST + 2]))
    return "\n".join([header, *(indent + line for line in draw(_LINES))])


@st.composite
def _quoted(draw: st.DrawFn) -> str:
    text = json.dumps(
        draw(st.text("a/é\\\" '\x00\x1f\u2028😀", max_size=6)), ensure_ascii=draw(st.booleans())
    )
    between = draw(
        st.sampled_from(["", "", "\\x41", "\\\n    ", "\\\n    \\ ", "\\\n  ", "\n    ", "\\e", "\\ud83d"])
    )
    return f'"{between}{text[1:]}'


_WRITTEN = st.lists(
    st.one_of(
        _blocks(),
        _quoted(),
        st.sampled_from([None, "plain", "on\n    and on", "'it''s'", "'on\n    and on'", '""']),
    ),
    min_size=1,
    max_size=6,
)


@given(_WRITTEN)
@example(["|\n    a\n    b", "|\n    c"])
@example(['"\\u4e2d\\\n    \\ a"', '"\\x41"'])
def test_together_as_one_by_one(written: list[str | None]) -> None:
    texts, unknown = all_said_as(written, _LEAST)
    for at, one in enumerate(written):
        try:
            expected = said_as(one, _LEAST) if one else ""
        except UnknownFormError:
            assert at in unknown
        else:
            assert at not in unknown
            assert texts[at] == expected
