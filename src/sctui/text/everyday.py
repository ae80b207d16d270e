"""Everyday characters, told from the rare ones that a wrong decoding brings up."""

from __future__ import annotations

from functools import cache

_MARKS = "，。、；：？！（）《》〈〉「」『』“”‘’—–…·％～\u3000①②③④⑤⑥⑦⑧⑨⑩×±≥≤℃αβγδκμ"
_DRAWN = "─│┌┐└┘├┤┬┴┼━┃┏┓┗┛═║╔╗╚╝"  # the frames of tables


@cache
def is_everyday(char: str) -> bool:
    """Whether a character beyond ASCII is common: level 1 of GB 2312 or of Big5, or a usual mark."""
    if char in _MARKS or char in _DRAWN:
        return True
    return is_everyday_simplified(char) or is_everyday_traditional(char)


def is_everyday_simplified(char: str) -> bool:
    """Whether a character stands in level 1 of GB 2312 (3,755 characters)."""
    code = char.encode("gb2312", errors="ignore")
    return len(code) == 2 and 0xB0 <= code[0] <= 0xD7


def is_everyday_traditional(char: str) -> bool:
    """Whether a character stands in level 1 of Big5 (5,401 characters)."""
    code = char.encode("big5", errors="ignore")
    return len(code) == 2 and 0xA4 <= code[0] <= 0xC6
