"""An abstract on one line, cut into its parts."""

import pytest

from sctui.text.abstract_labels import abstract_parts_of


@pytest.mark.parametrize(
    "parts",
    [
        [
            "Background: Few know.",
            "Methods: We asked 48.",
            "Results: Half knew (24/48).",
            "Conclusions: More.",
        ],
        ["目的:观察作用。", "方法：纳入40例。", "结果：愈合率75%。", "结论：可能有效。"],
        ["OBJECTIVE: To ask.", "PATIENTS AND METHODS: 48 adults.", "RESULTS: Half."],
    ],
)
def test_parts(parts: list[str]) -> None:
    assert list(abstract_parts_of(" ".join(parts))) == parts
    assert list(abstract_parts_of("".join(parts))) == parts


@pytest.mark.parametrize(
    "text",
    ["Results: half knew.", "The methods: see below. The results: none.", "目的:观察作用。结果:见表2。"],
)
def test_few_labels_are_no_abstract(text: str) -> None:
    assert list(abstract_parts_of(text)) == [text]
