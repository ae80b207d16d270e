"""`By secreting A, X does B`: by what something is done, told in front of who does it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.english_phrase import trimmed
from sctui.facts.mechanisms.passage import Passage
from sctui.text.enumeration import members
from sctui.text.sentence import Piece

_LED = re.compile(
    r"(?:By|Through|Via)\s(?:the\s)?(?P<by>[^,;.]{3,60}?),\s(?P<s>[^,;.]{2,60}?)\s(?:can\s|may\s|also\s|[a-z]+ly\s)*$"
)
_JOINED = re.compile(r"\s(?:and|or)\s[a-z]+ing\s")  # two ways
_LONGEST = 27  # words of a question


def led_by(passage: Passage, piece: Piece, claims: list[Claim]) -> Iterator[Claim]:
    """The claims of a sentence; of one that begins with a way, that way too, by its own verb or as `via`."""
    yield from claims
    text = passage.line.text
    verbs = (
        passage.actions(piece.start, piece.end)
        if text.startswith(("By ", "Through ", "Via "), piece.start)
        else []
    )
    for verb in verbs:
        found = _LED.fullmatch(text, piece.start, verb.start)
        first = next((one for one in claims if one.value[1] >= verb.end and "negated" not in one.flags), None)
        if found is None or first is None:
            continue
        left, right = found.span("by")
        deed = verbs[0] if verbs[0].start == left else None
        if deed is None and (
            passage.actions(left, right) or passage.view[left:right].split()[0].endswith("ing")
        ):
            return  # a verb that no lexicon has, or one further in
        left, right = trimmed(text, deed.end if deed else left, right)
        proof = piece.start, max(first.evidence[1], first.value[1])
        fits = passage.entities(left, right) and not _JOINED.search(text, left, right)
        if (
            not fits
            or len(text[slice(*proof)].split()) > _LONGEST
            or first.subject not in text[slice(*proof)]
        ):
            return
        relation = deed.term.attributes.get("relation", "") if deed else "via"
        names = members(text[left:right])
        flags = tuple(flag for flag in first.flags if flag == "hedged")
        measure = "" if deed else text[verb.start : first.value[1]]
        yield replace(
            first,
            slot=relation,
            value=(left, right),
            evidence=proof,
            measure=measure,
            items=names if len(names) > 1 else (),
            flags=flags,
        )
        return
