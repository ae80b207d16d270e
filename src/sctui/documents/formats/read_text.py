"""What a format was read into: Markdown with the document's own statements in front of it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sctui.errors import DocumentError
from sctui.i18n import _

# what programs write where nobody said anything
_NO_TITLE = re.compile(
    r"\(?(?:untitled|unspecified|anonymous|no title|无标题|無標題|未命名|新建.*文档)\)?[\s\d._-]*"
    r"|(?:document|文档|文件|presentation|slide)\s?\d*"
    r"|microsoft \w+ - .*|.*\.(?:docx?|pdf|pptx?|indd|tex|dvi|qxd|wps|rtf|html?)",
    re.IGNORECASE,
)
_NO_AUTHOR = re.compile(
    r"\(?(?:anonymous|unspecified|unknown)\)?|python-docx|(?:windows |microsoft |微软)?(?:user|用户)"
    r"|admin(?:istrator)?|owner|author|作者",
    re.IGNORECASE,
)
_UNWRITABLE = re.compile("[\x00-\x08\x0a-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class ReadText:
    """Lines of Markdown, what the document says of itself, and the first line (from 1) of each page."""

    lines: Sequence[str]
    metadata: Mapping[str, str] = field(default_factory=dict)
    pages: Sequence[int] = ()

    def as_markdown(self, original: str) -> list[str]:
        """The text as it is kept, line by line: front matter, an empty line, the lines, and their end.

        `original` is the file's name. The lines can be written in UTF-8 and read again as they are.
        """
        said = {key: value for key, value in self.metadata.items() if value and not _is_filler(key, value)}
        values = {"original": original, **said}
        front = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
        before = len(front) + 3 + bool(self.pages)
        if self.pages:
            front.append(f'pages: "{" ".join(str(page + before) for page in self.pages)}"')
        return ["---", *map(_writable, front), "---", "", *map(_writable, self.lines), ""]


def _is_filler(key: str, value: str) -> bool:
    """Whether a title or author is what a program puts there by itself."""
    pattern = {"title": _NO_TITLE, "authors": _NO_AUTHOR}.get(key)
    return bool(pattern and pattern.fullmatch(value.strip()))


def _writable(line: str) -> str:
    """A line without what is no character of a text, or would be a line break in a file."""
    if _UNWRITABLE.search(line):
        return _UNWRITABLE.sub(lambda match: " " if match[0] in "\n\v\f\r" else "\ufffd", line)
    return line


def missing(name: str, what: str, extra: str) -> DocumentError:
    """What to say when the library that reads a format is not installed."""
    return DocumentError(
        _("{name} is {what}, and what reads it is not installed.").format(name=name, what=what),
        hint=_("Install it with: pip install 'sctui[{extra}]'").format(extra=extra),
    )
