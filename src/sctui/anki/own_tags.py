"""Which tags are ours: those that say of a note what its deck says, and change with it."""

from __future__ import annotations

_OWN = ("kind::", "topic::", "flag::")


def own_tag(tag: str) -> bool:
    """Whether a tag was made from kind, topic or flags; all others are a learner's or an author's."""
    return tag.startswith(_OWN)
