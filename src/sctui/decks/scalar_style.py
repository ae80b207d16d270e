"""How a text is written in YAML: plain when every YAML reader would give the same text back, else quoted."""

from __future__ import annotations

import re
import unicodedata

_INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")
# what YAML 1.1 or 1.2 readers other than ours would take for a boolean, a null, a number, a time or a mark
_NOT_TEXT = re.compile(
    r"""(?: y|yes|n|no|true|false|on|off|null|~|=|<<|\.\.\..*|[-+]?\.(?:nan|inf)
    | [-+]?(?:0x[0-9a-f_]+|0o?[0-7_]+|0b[01_]+)
    | [-+]?(?:\.[0-9]+|[0-9][0-9_,]*(?:\.[0-9_]*)?)(?:e[-+]?[0-9]+)?
    | [-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[t ].*)? )$""",
    re.IGNORECASE | re.VERBOSE,
)
_BEGINS_NO_TEXT = frozenset("yYnNtTfFoO~=<.+-0123456789")  # how such words begin
_BEGINS_UNSURELY = _INDICATORS | _BEGINS_NO_TEXT | {" "}
_ENDS_PLAIN = re.compile(r": | #|:$|\t")
_ENDS_PLAIN_IN_FLOW = re.compile(r"[,?\[\]{}]|:(?=[\s,\[\]{}\"'])")
_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r", "\x1b": "\\e", "\0": "\\0"}
_IDEOGRAPHIC_SPACE = "\u3000"


def scalar(text: str, *, flow: bool = False) -> str:
    """`text` on one line; `flow` says that it stands between `{}` or `[]`."""
    if flow or not text or text[0] in _BEGINS_UNSURELY or text[-1] == " " or ":" in text or "#" in text:
        return _scalar(text, flow=flow)
    return text if text.isprintable() else _scalar(text)  # as it is, as nearly every text


def _scalar(text: str, *, flow: bool = False) -> str:
    if not text.isprintable() and not all(_as_is(char) for char in text):
        return _escaped(text)
    if _plain(text, flow=flow):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def block(text: str, indent: str) -> list[str] | None:
    """`text` as the lines of a literal block behind `key: |-`, or None when it is better quoted.

    Only texts of several lines that a literal block gives back unchanged.
    """
    lines = text.split("\n")
    if len(lines) < 2 or not lines[0] or not lines[-1]:
        return None
    if any(line != line.strip() or not all(_as_is(char) for char in line) for line in lines):
        return None
    return [f"{indent}{line}" if line else "" for line in lines]


def _plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATORS:
        return False
    if text[0] in _BEGINS_NO_TEXT and _NOT_TEXT.match(text):
        return False
    if (":" in text or "#" in text or "\t" in text) and _ENDS_PLAIN.search(text):
        return False
    return not (flow and _ENDS_PLAIN_IN_FLOW.search(text))


def _as_is(char: str) -> bool:
    """Not `isprintable` alone: it depends on the Unicode tables of the running Python."""
    if char.isprintable() or char == _IDEOGRAPHIC_SPACE:
        return True
    return unicodedata.category(char) == "Cn" and ord(char) & 0xFFFE != 0xFFFE


def _escaped(text: str) -> str:
    return '"' + "".join(_escape(char) for char in text) + '"'


def _escape(char: str) -> str:
    if char in _ESCAPES:
        return _ESCAPES[char]
    if _as_is(char):
        return char
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
