"""Who does what to what: mechanisms, causes, properties, read clause by clause with a closed lexicon."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from sctui.facts.mechanisms import english_subject
from sctui.facts.mechanisms.agents import with_agents
from sctui.facts.mechanisms.chinese import read_chinese
from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.doers import read_doers, with_plain_names
from sctui.facts.mechanisms.english import read_english
from sctui.facts.mechanisms.frame import (
    ACTS_BY,
    NOTHING,
    Heard,
    Stretch,
    as_reported,
    begins_with,
    disease_before,
    disease_told,
    introduced_by_name,
    is_general,
    named_cells,
    only_cells,
    or_begun,
    past_class,
    patients_class,
    patients_frame,
    stretches,
    treated_by_traits,
    with_condition,
)
from sctui.facts.mechanisms.passage import LISTED, Passage, passages
from sctui.facts.mechanisms.speaker import Speaker
from sctui.lexicon.lexicon import Lexicon
from sctui.lexicon.term import Term
from sctui.model.document import Document, LineKind, Span
from sctui.model.fact import Fact, FactKind
from sctui.model.topic import Topic
from sctui.text.match_view import match_view
from sctui.text.patterns import HAN, LATIN

_MOST_PAIRED = 3
_LONGEST_PAIR = 60  # characters of two sentences that are asked together
_SHORT = 16  # characters around a gap that are too few to tell which claim is meant
_TITLE = (16, 48)  # characters of a heading that still fit into a question, Chinese and English
_EMPTY = re.compile(
    r"^(?:结论|结语|总结|概述|小结|简介|引言|前言|摘要|讨论|导读|介绍|背景|方法|结果|目的|编者按|核心提示|要点|conclusions?|summary"
    r"|introduction|abstract|backgrounds?|methods?|results?|objectives?|purpose|aims?|discussion|overview|highlights?"
    r"|significance)$"
)
_PLAIN = {"via", "property", "trait", "feature", "cause"}  # asked in words: `在<disease>中, …`
# a paragraph whose first word means who the one before it spoke of
_GOES_ON = re.compile(
    r"\s*(?:其次|此外|另外|同时|最后|再次|再者|而且)?,?(?:它|它们)(?!的|们的)|(?:they|it)\s(?:also|can|may|then|further)\b"
)
_THEY = re.compile("(?:它们|其(?=(?:所|能|可以?|会|也|还)?(?:分泌|释放|产生|来源|具有|表达)))(?!中)")
_THIS_THERAPY = re.compile("[这该此](?:一|种|项|类)?(?:创新|新型|新)?(?:疗法|治疗|产品|药物|制剂)")
_THESE_EN = re.compile(r"(?:(?P<cells>these\s(?:stem\s)?cells)|they)\b")
# sections that tell what was asked and done, not what was found
_PLAN = re.compile(
    r"(?:目的|方法|材料与方法|资料与方法|(?:materials? and |patients and )?methods?|objectives?"
    r"|purpose|aims?)"
)
_OF_TREATMENT = {"changes-how", "implies"}  # a change is told of what was given
_CARRYING = {"secretes", "carries", "expresses", "produces"}
# the cells do it, not their transplantation
_DEED = r"(?<=[胞体)sc])(?:<:giving.zh>|输注|注射|递送)$"
_MADE = r"(?:(?:<:made.zh>)的?)+$"
# `利用工程化外泌体携带X`: a proposal; nothing is said of what such vesicles carry
_USED = re.compile(r"[,，;；。:：]?\s*(?:可以?|通过|计划|拟)?(?:利用|使用|采用|借助|应用)(?!率)")
_MARKS = ",;。:"
_LONGEST_CLAUSE = 64  # characters before an answer in which its clause begins
_BETWEEN = " · "


# `炎症减轻后神经生长因子下降` lessens nothing; and `reversed, 0.38 to 0.27` is no thing
_NO_THING = re.compile(r"^后(?![代续期天肢角根部颅基])|\d\.\d+ to \d")
_NO_CLAUSE = re.compile(
    r"[a-z0-9 +-]{2,40}, which (?:\w+ ){1,3}by [\w-]+ing\b"
)  # of a sentence whose verb is elsewhere


def find_mechanisms(
    document: Document, tree: Topic, lexicon: Lexicon, own: Mapping[str, Term] | None = None
) -> Iterator[Fact]:
    """Facts whose slot is a verb's relation (`secretes`, `inhibits` …) or a form's (`cause`, `property` …).

    Flags: `hedged` (may, 可能), `negated` (the value then begins with the negation), `preclinical` (animals,
    cell culture). A claim with an end that cannot be named makes no fact. `own` are the short forms that the
    document defines, with the terms they stand for.
    """
    speaker, speaker_en = Speaker(""), english_subject.Speaker("")
    path: tuple[str, ...] = ()
    headings = {line.number for line in document.lines if line.kind is LineKind.HEADING}
    plans = {t.title for t in tree.walk() if t.line in headings and _PLAN.fullmatch(match_view(t.title))}
    heard, introduced, begun, cells, given = NOTHING, False, "", dict[str, str](), ""
    for passage in passages(document, tree, lexicon, own or {}):
        before, path = path, tree.path_of(passage.line.number)
        heard, begun, given = (heard, begun, given) if path == before else (NOTHING, "", "")
        if path and path[-1] in plans:
            continue
        goes_on = path == before and _GOES_ON.match(passage.view)
        speaker = Speaker(passage.actor or (speaker.subject if goes_on else ""), disease=heard.name or begun)
        speaker.cells = only_cells(cells)
        they = path == before and len(cells) == 1  # and nobody else is meant
        if they and not speaker.subject and _THEY.match(passage.view, passage.body):
            speaker.subject = speaker.cells
        if given and not speaker.subject and _THIS_THERAPY.match(passage.view, passage.body):
            speaker.subject = given
        seen: set[tuple[str, str, int]] = set()
        if passage.is_chinese:
            claims = read_chinese(passage, speaker)
        else:
            before_it = speaker_en.spoken_of if goes_on else ""
            these = _THESE_EN.match(passage.view, passage.body)
            known = only_cells(cells) if these and (these["cells"] or they) else ""
            speaker_en = english_subject.Speaker(passage.actor or before_it or known)
            claims = read_english(passage, speaker_en)
        told = stretches(passage)
        ends = [stretch.end for stretch in told]
        made = list(claims)
        found = list(with_agents(passage, with_plain_names(passage, made)))
        for claim in _with_siblings(passage, [*found, *read_doers(passage, made, found)]):
            key = (claim.slot, claim.subject, claim.value[0])
            told_as = passage.view[slice(*claim.evidence)]
            if (
                key in seen
                or _NO_THING.search(passage.view[slice(*claim.value)])
                or _NO_CLAUSE.match(told_as)
            ):
                continue
            if not _is_proposed(passage, claim):
                seen.add(key)
                stretch = told[min(bisect_left(ends, claim.evidence[1]), len(ends) - 1)]
                yield _fact(passage, claim, stretch, or_begun(passage, heard, begun))
        if passage.line.kind in LISTED and introduced:
            continue  # each is about what the line above them said, whatever its neighbour names
        cells, given = named_cells(passage, cells), introduced_by_name(passage, given)
        heard, begun = disease_told(passage, heard), begins_with(passage) or begun
        introduced = match_view(passage.line.text).rstrip().endswith(":")


def _fact(passage: Passage, claim: Claim, stretch: Stretch, heard: Heard) -> Fact:
    number = passage.line.number
    value = passage.line.text[slice(*claim.value)]
    general = not stretch.names_models and is_general(passage, claim, stretch)
    preclinical = stretch.names_models or (not general and (passage.preclinical or stretch.in_models))
    start = past_class(passage, with_condition(passage, stretch, claim.evidence[0]), claim.value[0])
    reported = as_reported(passage, start)
    hedged = ("hedged",) if reported >= 0 and "hedged" not in claim.flags else ()
    flags = (*claim.flags, *hedged, *(("preclinical",) if preclinical else ()))
    subject = _as_made(passage, claim, _who_carries(passage, claim))
    treated = treated_by_traits(passage, claim, heard)
    context = _context(passage, claim, heard, stretch, general=general, framed=start < claim.evidence[0])
    return Fact(
        FactKind.MECHANISM,
        ACTS_BY if treated else claim.slot,
        subject,
        value,
        Span(number, reported if reported >= 0 else start, claim.evidence[1]),
        Span(number, *claim.value),
        measure=claim.measure,
        context=treated or context,
        items=claim.items,
        flags=flags,
    )


def _is_proposed(passage: Passage, claim: Claim) -> bool:
    """Whether what carries or makes something is only used for that: its clause begins with the use of it."""
    if claim.slot not in _CARRYING or "negated" in claim.flags:
        return False
    end = claim.value[0]
    start = max(passage.view.rfind(mark, max(0, end - _LONGEST_CLAUSE), end) for mark in _MARKS) + 1
    return bool(_USED.match(passage.view, start))


def _who_carries(passage: Passage, claim: Claim) -> str:
    """The subject; the cells that were given (`移植的干细胞`) where it is giving them that makes things."""
    deed = passage.words.pattern(_DEED).search(match_view(claim.subject)) if claim.slot in _CARRYING else None
    if deed is None:
        return claim.subject
    return f"{claim.subject[deed.start() :]}的{claim.subject[: deed.start()]}"


def _as_made(passage: Passage, claim: Claim, subject: str) -> str:
    """The subject with what its clause says of how it was made (`工程化外泌体` for `外泌体`)."""
    at = passage.view.find(match_view(subject), *claim.evidence) if subject else -1
    made = passage.words.pattern(_MADE).search(passage.view[claim.evidence[0] : at]) if at > 0 else None
    return passage.line.text[claim.evidence[0] + made.start() : at] + subject if made else subject


def _context(
    passage: Passage, claim: Claim, heard: Heard, stretch: Stretch, *, general: bool, framed: bool
) -> str:
    """What a question must add to stand alone: the disease, and for a short clause its label or heading.

    A clause is `framed` where it is told with what stands before it, of when or in whom it is true.
    What the clause says already is not said again, and nothing that holds the answer. Where neither label nor
    heading names a disease it is the one that the text spoke of before; what cells are everywhere has none.
    """
    proof = passage.view[slice(*claim.evidence)]
    subject = match_view(claim.subject)
    said = proof if subject in proof else subject + proof
    answer = passage.view[slice(*claim.value)]
    treated = claim.slot in _OF_TREATMENT and passage.actor not in said
    parts = [passage.actor] if treated else []
    several = "、" in claim.subject  # an illness that brings on another, with others, is not what is told of
    named = [
        mention
        for mention in passage.named_diseases(*claim.evidence)
        if not (several and passage.line.text[mention.start : mention.end] in claim.subject)
    ]
    asked = any(not claim.value[0] <= mention.start < claim.value[1] for mention in named)
    asked = asked or (not several and any(_is_in(subject, match_view(name)) for name in passage.diseases))
    patients = patients_frame(passage, claim.evidence[0])
    disease = "" if asked or general else patients or _topic(passage, answer)
    if not named and not asked and not general and not passage.topics:
        disease = disease_before(passage, claim.evidence[0], heard).name
        disease = disease or patients_class(passage, stretch, claim.evidence)
    short = not framed and _is_short(said, answer)
    aspect = passage.section if short and claim.slot not in _PLAIN else ""
    for candidate in (disease, aspect):
        view = match_view(candidate)
        if (
            0 < len(candidate) <= _TITLE[candidate.isascii()]
            and not _EMPTY.search(view)
            and not _is_in(said, view)
            and answer not in view
            and view not in answer
        ):
            parts += [] if any(match_view(part) in view for part in parts) else [candidate]
    return _BETWEEN.join(filter(None, parts))


def _with_siblings(passage: Passage, claims: list[Claim]) -> Iterator[Claim]:
    """Two sentences that differ only in the answer (`X降低A。X降低B。`) are asked together."""
    alike: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        alike[claim.slot, claim.subject, _around(passage, claim)].append(claim)
    for claim in claims:
        group = alike[claim.slot, claim.subject, _around(passage, claim)]
        start, end = group[0].evidence[0], group[-1].evidence[1]
        few = group if len(group) <= _MOST_PAIRED else []
        spans, answers = {other.evidence for other in few}, {_answer(passage, other) for other in few}
        apart = len(spans) == len(answers) == len(few) > 1
        yield replace(claim, evidence=(start, end)) if apart and end - start <= _LONGEST_PAIR else claim


def _answer(passage: Passage, claim: Claim) -> str:
    return passage.view[slice(*claim.value)]


def _around(passage: Passage, claim: Claim) -> str:
    before = passage.view[claim.evidence[0] : claim.value[0]]
    return f"{before}_{passage.view[claim.value[1] : claim.evidence[1]]}"


def _topic(passage: Passage, answer: str) -> str:
    """The disease of the label or the headings; where the answer holds the label's, that of the headings."""
    topics = passage.topics
    if topics and topics[0] in passage.section and match_view(topics[0]) in answer:
        topics = topics[1:]
    return topics[0] if topics else ""


def _is_in(said: str, name: str) -> bool:
    """Whether words say a name, and not another that begins so (`MS` of `MSC`)."""
    return bool(
        re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])" if name.isascii() else re.escape(name), said)
    )


def _is_short(said: str, answer: str) -> bool:
    """Whether what is left around a gap is too little to tell which claim is meant; Latin words count two."""
    left = said.replace(answer, "")
    return len(HAN.findall(left)) + 2 * len(LATIN.findall(left)) < _SHORT
