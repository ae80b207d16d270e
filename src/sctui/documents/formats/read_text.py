"""What a format was read into: Markdown with the document's own statements in front of it."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sctui.errors import DocumentError


@dataclass(frozen=True, slots=True)
class ReadText:
    """Lines of Markdown, what the document says of itself, and the first line (from 1) of each page."""

    lines: Sequence[str]
    metadata: Mapping[str, str] = field(default_factory=dict)
    pages: Sequence[int] = ()

    def as_markdown(self, original: str) -> str:
        """The text as it is kept: front matter, an empty line, the lines. `original` is the file's name."""
        values = {"original": original, **{key: value for key, value in self.metadata.items() if value}}
        front = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
        before = len(front) + 3 + bool(self.pages)
        if self.pages:
            front.append(f'pages: "{" ".join(str(page + before) for page in self.pages)}"')
        return "\n".join(["---", *front, "---", "", *self.lines]) + "\n"


def missing(name: str, what: str, extra: str) -> DocumentError:
    """What to say when the library that reads a format is not installed."""
    return DocumentError(
        f"{name} is {what}, and what reads it is not installed.",
        hint=f"Install it with: pip install 'sctui[{extra}]'",
    )
