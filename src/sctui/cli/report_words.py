"""The words that a report counts: kinds of lines, damage, facts and cards, in the learner's language."""

from __future__ import annotations

from sctui.i18n import N_
from sctui.text.damage_words import damage_words

WORDS = (
    *(N_("caption"), N_("byline"), N_("reference"), N_("boilerplate"), N_("record"), N_("repeated")),
    *(N_("front matter"), N_("table rule"), N_("abbreviations"), N_("blank")),
    *(N_("mechanism"), N_("trial"), N_("comparison"), N_("term"), N_("figure"), N_("note")),
    *(N_("basic"), N_("cloze"), N_("number"), N_("choice"), N_("reversible")),
    *(N_("agrees"), N_("doubtful"), N_("derived")),
    *(N_("preclinical"), N_("hedged"), N_("negated"), N_("repaired"), N_("damage"), N_("conflict")),
)


def told(name: str) -> str:
    """A name that is counted, as people read it; a flag has what it is about behind a colon."""
    kind, colon, detail = name.partition(":")
    return f"{damage_words(kind)}: {damage_words(detail)}" if colon else damage_words(name)
