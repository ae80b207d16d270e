"""Chinese sentences, clause by clause: forms first, then verbs with their objects."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sctui.facts.mechanisms.cause_list import read_cause_list
from sctui.facts.mechanisms.chains import read_chains
from sctui.facts.mechanisms.challenges import read_challenges
from sctui.facts.mechanisms.chinese_objects import object_end, remember, with_verb
from sctui.facts.mechanisms.chinese_ways import is_asked, leads, led_by, lifted, via, ways
from sctui.facts.mechanisms.claim import Claim
from sctui.facts.mechanisms.conditions import denies_how, is_tried, with_condition
from sctui.facts.mechanisms.connectives import skip_connectives
from sctui.facts.mechanisms.disease_forms import read_disease, read_label, who_acts
from sctui.facts.mechanisms.fitting import HEDGE, evidence, is_disease, read_forms
from sctui.facts.mechanisms.handled import read_handled, relation_told, who_makes
from sctui.facts.mechanisms.listening import (
    after_verb,
    hear,
    hedged_before,
    is_one_of_two,
    is_relayed,
    is_state,
)
from sctui.facts.mechanisms.long_forms import read_long_forms
from sctui.facts.mechanisms.noun_phrase import noun_phrase, with_members, without_purpose
from sctui.facts.mechanisms.passage import Passage
from sctui.facts.mechanisms.predicate import Predicate, predicates
from sctui.facts.mechanisms.speaker import Found, Speaker, find_subject
from sctui.facts.mechanisms.told_wholly import read_driver, read_jointly, read_told_wholly
from sctui.facts.mechanisms.two_changes import read_two_changes
from sctui.facts.mechanisms.two_named import one_of_two
from sctui.lexicon.term import TermKind
from sctui.text.match_view import match_view
from sctui.text.sentence import Piece, clauses, sentences

_PROMOTIONAL = re.compile(
    r"希望|前景|福音|里程碑|重大突破|曙光|新方向|热点|意义重大|重要意义|积极意义|广阔|捷报|新思路|新策略|必将|造福|价值|趋势"
)
# the parts of an abstract in one paragraph
_PART = re.compile(r"(?:摘要:\s*)?(?:(?P<plan>目的|方法)|结果|结论)(?:[:：]|\s)")
_PLANS = {"目的", "方法"}
_HOPE = re.compile(r"希望|福音|曙光")  # a sentence of hope claims nothing that could be learnt
_FIGURES = re.compile(r"\d+(?:\.\d+)?\s*(?:%|名|例|倍|iu|ml|mg)|p\s*[<=]|平均")
_COPULA = re.compile(r"是|(?<![成认因作])为(?!主|了)|具有|具备|拥有|称为")
_PARTED = re.compile(
    r"[—―]{2}|--|→|➔|、(?=[后後]者)|[:：](?!\d)"
)  # an arrow leads to the next step of a chain
_DASH_LENGTH = 2
_OF_OBJECT = re.compile("(?:[—―]{2}|--)(?:它们?|其|[这该此])")  # `A分泌B——它吸引C`: it is B
# `作者认为…`: what one study's authors make of it
_OPINION = re.compile(
    r"(?:早期|早年|过去|以前|以往|曾经?|一度|起初|最初)[^,;。]{0,6}(?:认为|以为|相信)|[^,;。]{0,8}(?<![加予])以为(?![主荣])|[^,;。]{0,6}(?:作者|笔者|研究者|课题组|团队)[^,;。]{0,4}(?:认为|推测|猜测|怀疑|估计|相信)"
)
_IF = re.compile(r"如果|若(?!干)|一旦|假如")
_EFFECTS = {"prevents", "protects", "restores", "improves", "maintains", "regulates", "repairs", "increases"}
_OR_MORE = re.compile(r"(?:或|以及|和|及)[^,;。]{2,20}$")  # `不能抑制A或降低B`: neither is done
# `会导致严重的副作用并且不会逆转X`: two limits, which are told together
_HARM_TOO = re.compile(
    r"(?:会|可能|可|能|常|往往)*(?:导致|引起|产生|带来|伴有|伴随着?)[^,;。]{2,16},?(?:并且|而且|且|并|也|又)+$"
)
_PATIENTS = re.compile("(?:患者|病人)的?(?:体内的?)?")
_OWN_RELATIONS = {"differentiates", "causes"}  # said beside what a form says
_AGENTS = {TermKind.FACTOR, TermKind.CELL, TermKind.IMMUNE}
_LONGEST_CLAUSE = 300  # characters; what is longer has no punctuation, and is no clause
_LONGEST_STORY = 52  # characters from the disease to the end of what happens
_LONGEST_STATE, _COUNTED = 24, re.compile(r"\d")
_EDGE = " \t,，。;；:：、"
_CITED = ("]", "］")
_CLAUSE_END = re.compile(r"(?:[\[［][\d,，、\s–-]+[\]］]|[ \t,，。;；:：、])+$")  # citations too


def read_chinese(passage: Passage, speaker: Speaker) -> Iterator[Claim]:
    """The claims of a passage, in the order of the text; `speaker` is who it speaks of, and is kept up."""
    silent = passage.body > 0 and passage.section in _PLANS
    if passage.body:
        yield from read_label(passage)
        speaker.subject = speaker.subject or who_acts(passage)
    for sentence in sentences(passage.line.text[passage.body :]):
        start, end = sentence.start + passage.body, sentence.end + passage.body
        label = _PART.match(passage.view, start, end)
        silent = label["plan"] is not None if label else silent
        if silent:  # `目的: …`, `方法: …`: what was asked and done, not what was found
            continue
        speaker.begin_sentence()
        if _HOPE.search(passage.view, start, end):
            continue
        yield from read_long_forms(passage, start, end, speaker.subject)
        yield from read_chains(passage, start, end)
        yield from read_challenges(passage, speaker, start, end)
        causes = list(_causes(passage, speaker, start, end))
        yield from causes
        listed_at = causes[0].evidence if causes else (-1, -1)
        parts = list(_parts(sentence.text, start))
        speaker.ends = tuple(map(_end, parts))
        for clause in parts:
            told = listed_at[0] <= clause.start < listed_at[1]
            if len(clause.text) <= _LONGEST_CLAUSE and not told:
                yield from _clause(passage, speaker, clause)


def _parts(text: str, offset: int) -> Iterator[Piece]:
    """The clauses of a sentence; a dash or an arrow ends one as a comma does."""
    for clause in clauses(text, offset):
        start = clause.start
        for mark in _PARTED.finditer(clause.text):
            end = clause.start + mark.start()
            if start < end:  # two dashes may follow each other
                yield Piece(text[start - offset : end - offset], start, end)
            start = clause.start + mark.end()
        if start < clause.end:
            yield Piece(text[start - offset : clause.end - offset], start, clause.end)


def _clause(passage: Passage, speaker: Speaker, clause: Piece) -> Iterator[Claim]:
    end = _end(clause)
    start = _beginning(passage, speaker, clause, end)
    way, speaker.way = speaker.way, (-1, -1)
    if start < 0:
        return
    if leads(passage, speaker, start, end):
        speaker.way = start, end
        return
    verbs = list(predicates(passage, start, end))
    silent = _PROMOTIONAL.search(passage.view, start, end) or _FIGURES.search(passage.view, start, end)
    if not silent:
        claims, verbs = _told_otherwise(passage, speaker, verbs, start, end)
        yield from claims
        if claims and not verbs:
            return
    copula = _COPULA.search(passage.view, start, end)
    heads = [verb.start for verb in verbs[:1]] + ([copula.start()] if copula else [])
    if not heads:
        yield from _happening(passage, speaker, start, end)
        hear(passage, speaker, start, end)
        yield from lifted(passage, speaker, start, end)
        return
    subject = find_subject(passage, speaker, start, min(heads))
    if subject.named or not subject.subject:
        speaker.before = -1
    said = list(_said(passage, speaker, subject, verbs, end))
    if said and way[0] >= 0 and subject.named:
        said = list(led_by(passage, way, said, verbs[0]))
    if not silent and subject.subject:
        yield from said
        yield from (way for way in ways(passage, speaker, subject, start, end) if not is_asked(way, said))
        if verbs:
            yield from via(passage, speaker, subject, start, verbs[0], end)
    speaker.before = subject.start if said and subject.subject else -1
    if not said and not copula and verbs and verbs[-1].object_end == verbs[-1].end:
        after_verb(passage, speaker, start, end)


def _beginning(passage: Passage, speaker: Speaker, clause: Piece, end: int) -> int:
    """Where a clause begins behind its conjunctions; -1 for one of no claim, which silences the speaker."""
    speaker.begin_clause(apart=passage.view.startswith(";", max(0, clause.start - 1)))
    aside = _OF_OBJECT.match(passage.view, max(0, clause.start - _DASH_LENGTH))
    if aside or _OPINION.match(passage.view, clause.start):
        speaker.subject = ""
        return -1
    start = _behind_agent_mark(passage, skip_connectives(passage, clause.start, end))
    if start >= end:
        return -1
    one, rest = one_of_two(passage, start, end)
    if one:
        speaker.main = speaker.main or speaker.subject
        speaker.subject, speaker.said, speaker.before = one, -1, -1
        return rest
    if _IF.match(passage.view, start) or is_one_of_two(passage.view, start):
        speaker.subject = ""
        return -1
    return start


def _told_otherwise(
    passage: Passage, speaker: Speaker, verbs: list[Predicate], start: int, end: int
) -> tuple[list[Claim], list[Predicate]]:
    """What a clause claims other than by a verb and the object behind it; and the verbs that are left."""
    handled = list(read_handled(passage, speaker, start, end))
    if handled:
        before = min(claim.value[0] for claim in handled)
        return handled, [verb for verb in verbs if verb.end < before]
    claims = list(read_driver(passage, start, end)) or list(read_jointly(passage, start, end))
    claims = claims or list(read_two_changes(passage, speaker, start, end))
    claims = claims or list(read_disease(passage, speaker, start, end))
    claims = claims or list(read_forms(passage, speaker, start, end))
    claims = claims or list(read_told_wholly(passage, start, end))
    return claims, [verb for verb in verbs if not claims or verb.relation in _OWN_RELATIONS]


def _end(clause: Piece) -> int:
    """Where a clause ends, without its mark and citations."""
    text = clause.text.rstrip(_EDGE)
    return clause.start + len(_CLAUSE_END.sub("", text) if text.endswith(_CITED) else text)


def _behind_agent_mark(passage: Passage, start: int) -> int:
    """Behind the `由` of a clause that goes on with who acts (`由PTEN抑制该通路`)."""
    agent = passage.mention_at(start + 1) if passage.view.startswith("由", start) else None
    return start + 1 if agent and agent.start == start + 1 and agent.term.kind in _AGENTS else start


def _happening(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    """`X是一种病, 细胞大量坏死`: what goes on in the disease that the sentence is about."""
    about = is_disease(passage, speaker.subject) and 0 <= speaker.said < start
    fits = about and end - speaker.said <= _LONGEST_STORY and 4 <= end - start <= _LONGEST_STATE
    if (
        fits
        and not _COUNTED.search(passage.view, start, end)
        and is_state(passage.view[start:end])
        and passage.entities(start, end)
    ):
        whose = _PATIENTS.match(passage.view, start, end)
        start = whose.end() if whose else start
        yield Claim("pathology", speaker.subject, (start, end), (speaker.said, end))


def _causes(passage: Passage, speaker: Speaker, start: int, end: int) -> Iterator[Claim]:
    spoken = speaker.subject if is_disease(passage, speaker.subject) else ""
    disease = spoken or passage.disease or speaker.disease
    yield from read_cause_list(passage, disease, start, end)


def _said(
    passage: Passage, speaker: Speaker, subject: Found, verbs: list[Predicate], end: int
) -> Iterator[Claim]:
    for verb in verbs:
        phrase = noun_phrase(passage, verb.end, object_end(passage, subject.start, verb))
        phrase = without_purpose(passage, phrase) if phrase else None
        tried = is_tried(passage.view, verb.start) or denies_how(passage.view, subject.start, verb.start)
        if phrase is None or not verb.relation or tried:
            continue
        if speaker.goes_on is not None and any(passage.named_diseases(phrase.start, phrase.end)):
            continue  # that the cause of a disease brings on the disease
        phrase, end = with_members(passage, phrase, end)
        remember(passage, speaker, phrase)
        flags = []
        subject = who_makes(passage, speaker, subject, verb)
        value = (phrase.start, phrase.end)
        relation = relation_told(passage, subject.start, verb)
        if relation == "causes" and not (is_state(subject.subject) or (subject.named and verb is verbs[0])):
            relation = "leads-to"  # what the clause before tells is part of the cause
        if verb.negation >= 0:
            more = _OR_MORE.match(passage.view, phrase.end, end)
            harm = _HARM_TOO.search(passage.view, 0, verb.negation)
            begin = harm.start() if harm else verb.negation
            value, flags = (begin, more.end() if more else phrase.end), ["negated"]
        told = evidence(passage, speaker, subject, verb.start, value, end)
        relayed = not subject.named and is_relayed(passage, speaker.said, told[0])
        proof = None if relayed else with_condition(passage.view, told, verb.start)
        if proof is None:
            continue
        hedge = HEDGE.search(passage.view, min(subject.start, proof[0]), end)
        if hedge and hedge.start() < proof[0]:
            proof = (hedge.start(), proof[1])  # how sure the text is belongs to the claim
        if verb.relation in _EFFECTS and not phrase.measure and verb.negation < 0:
            value = with_verb(passage, subject, verb, value, proof)
        if hedge or hedged_before(passage, speaker, subject):
            flags.append("hedged")
        if match_view(subject.subject) not in passage.view[slice(*value)]:
            if (
                relation == "differentiates"
                and passage.view.startswith("转", verb.start)
                and "negated" not in flags
            ):
                speaker.subject = passage.line.text[slice(*value)]  # `A转化为B,表达C`: B does
            yield Claim(relation, subject.subject, value, proof, phrase.measure, phrase.items, tuple(flags))
