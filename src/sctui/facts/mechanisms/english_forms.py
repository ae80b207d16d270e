"""Patterns of English mechanism sentences: fixed forms, where objects stop, what leads a clause in."""

from __future__ import annotations

import re

_I = re.IGNORECASE
_NAME = r"(?:[^,;.]|(?<=\d),(?=\d))"  # `indoleamine 2,3-dioxygenase` has a comma
_END = r"(?=,(?!\d)|;|\.(?:\s|$)|$)"
_BY = r"\s(?:by|through|via)\s+(?:(?:way|means) of\s)?"
_LIST_END = r"(?=;|\.(?:\s|$)|$)"
_AUX = (
    r"(?:cannot|can|may|might|could|will|would|also|does|do|did|not|has|have|been|is|are|was|were|thus|thereby|then"
    r"|further|[a-z]+ly)"
)
# slot, form: `v` is the answer
FORMS = (
    (
        "feature",
        re.compile(
            r"\b(?:pertains to|refers to|is defined as)\s+(?:the\s+)?"
            rf"(?P<v>[^,;.]{{4,90}}?)(?=\sin\s|{_END})",
            _I,
        ),
    ),
    (
        "risk",
        re.compile(
            r"\bincreas(?:es?|ing) the risk of\s+(?:[a-z ]{4,30}, (?:including|such as)\s+)?"
            rf"(?P<v>[^;.]{{4,110}}?){_LIST_END}",
            _I,
        ),
    ),
    (
        "property",
        re.compile(
            r"\b(?:shares?|have|has|possess|possesses) the (?:ability|capacity|potential) (?:of|for|to)\s+"
            rf"(?P<v>[^,;.]{{4,80}}?){_END}",
            _I,
        ),
    ),
    (
        "property",
        re.compile(
            r"\b(?:have|has|possess(?:es|ing)?|exhibits?|displays?|shows?|exerts?)\s+"
            r"(?:an?\s+|strong\s+|potent\s+)?(?P<v>[a-z][^,;.()]{3,70}?\s(?:potential|potency|capacit(?:y|ies)"
            r"|propert(?:y|ies)|effects?|activit(?:y|ies)|abilit(?:y|ies)|immunogenicity))"
            r"(?=\s(?:and\s(?:are|is|have|can|may)|on|in|but|as well)\b|,|;|\.(?:\s|$)|$)",
            _I,
        ),
    ),
    (
        "property",
        re.compile(
            r"\b(?:is|are)\s+(?:an?\s+)?(?:[a-z-]+\s){0,4}cells?\s+with\s+(?P<v>[a-z][^,;.()]{3,70}?"
            r"\s(?:potential|potency|capacit(?:y|ies)|propert(?:y|ies)|effects?|activit(?:y|ies)|abilit(?:y|ies)))"
            r"(?=,|;|\.(?:\s|$)|\sand\s|$)",
            _I,
        ),
    ),
    (
        "essential",
        re.compile(
            r"\b(?:is|are|plays?)\s+(?:also\s+)?(?:critical|crucial|essential|vital|indispensable|necessary|required)"
            rf"\s+(?:in|for|to)\s+(?:the\s+)?(?P<v>[^,;.]{{4,80}}?){_END}",
            _I,
        ),
    ),
    (
        "cause",
        re.compile(
            r"\bcauses?\s+(?:of|for)\s+(?P<s>[^,;.]{3,50}?)(?:,\s+including\s+[^,;.]{3,60},)?\s+(?:is|are|includes?)\s+"
            rf"(?P<v>[^,;.]{{4,110}}?){_END}",
            _I,
        ),
    ),
    (
        "cause",
        re.compile(
            r"^(?P<v>[A-Z][^.;:]{4,110}?)\s(?:can\s|may\s|all\s)*(?:contribute to|predispose to|lead to"
            r"|cause)\s(?:the (?:development|onset|progression) of\s)?"
            r"(?P<d>(?:the|this) (?:disease|disorder|condition))(?=[,;.]|$)"
        ),
    ),
    (
        "cause",
        re.compile(r"\bcauses?\s+(?:of|for)\s+(?P<s>[^,;.]{3,50}?),\s+including\s+(?P<v>[^,;.]{3,60}),", _I),
    ),
    (
        "cause",
        re.compile(
            r"\b(?:is|are)\s+(?:(?:mainly|usually|primarily|mostly|(?:most )?(?:often|commonly))\s+)?"
            rf"(?:caused|triggered)\s+by\s+(?P<v>[^;.]{{4,110}}?){_LIST_END}",
            _I,
        ),
    ),
    (
        "markers",
        re.compile(
            r"^(?P<v>[A-Z][^.;]{3,60}?)\s(?:is|are)\s(?:an?\s|the\s)?(?P<m>(?:[a-z]+\s)?markers?)\s(?:of|for)\s"
            rf"(?P<s>[^,;.]{{3,40}}?){_END}"
        ),
    ),
    (
        "allows",
        re.compile(
            r"\b(?P<v>an?\s[a-z][^,;.]{6,60}?)\sthat\s(?:allows?|enables?|lets?)\s(?P<s>[^,;.]{2,40}?)\sto\s"
            rf"(?P<m>[a-z][^,;.]{{2,40}}?){_END}"
        ),
    ),
    (
        "role",
        re.compile(rf"\bplay(?:s|ing|ed)? an? (?:[a-z]+ )?role in (?:the )?(?P<v>[^,;.]{{4,80}}?){_END}", _I),
    ),
)
LEAD_IN = re.compile(
    r"(?:(?:notably|however|moreover|furthermore|additionally|in addition|therefore|thus|currently|recently"
    r"|so far|overall|in contrast|for example|in particular|similarly|interestingly|importantly|conversely"
    r"|there(?=\s(?:they|it)\b)|afterwards|thereafter|eventually|finally|instead|meanwhile|locally"
    r"|in the presence of [^,;.]{2,30}?(?=\s(?:they|it|these)\b)"
    r"|where|so(?!\s(?:far|that|much|many|long|as)\b)|hence"
    r"|although|because|since|while|whereas|besides|consequently|as a result|more recently"
    r"|in conclusion"
    r"|in vitro|in vivo|and|but),?\s+"
    r"|[^,;]{0,50}?\b(?:studies|research|evidence|results|data|findings|reports|we|et al\.)\s+"
    r"(?:have\s+|has\s+|also\s+)*(?:show(?:n|ed)?|demonstrated?|indicated?|found|reported|suggest(?:ed)?"
    r"|reveal(?:ed)?|proved|confirmed)\s+(?:that\s+)?"
    r"|[^,;]{0,60}?\b(?:show(?:s|n|ed)?|demonstrate[sd]?|indicate[sd]?|found|report(?:s|ed)?|suggest(?:s|ed)?"
    r"|reveal(?:s|ed)?)\s+that\s+)+",
    _I,
)
# a name, perhaps its short form, then an apposition between commas
APPOSITION = re.compile(
    r"(?P<s>[A-Za-z][^,;.()]{2,60}?)\s*(?:\([^()]*\))?,\s+"
    r"(?:(?:an?|the|one of)\s[^,;.]{4,80}|(?:once|when|upon|in turn)\b[^,;.]{0,30}),\s",
    _I,
)
# `are more inclined to`, `have been shown to`: how the deed is told, not who does it
_TOLD = (
    r"(?:(?:can|may|have|has|had)\s+)?(?:is|are|was|were|be|been)\s+(?:also\s+)?"
    r"(?:more\s+|less\s+|most\s+|generally\s+|widely\s+)?(?:able|inclined|likely|prone|known|shown|thought|found"
    r"|reported|believed|considered|demonstrated|expected|capable|used)"
    r"\s+(?:to|of|for)"
)
BEFORE_VERB = re.compile(
    rf"(?:\s*\b(?:{_TOLD}|(?:acts?|works?|functions?)\s+by|{_AUX}|fail(?:s|ed)?\s+to|becomes?|became|remains?|both|either|thus)\b)+\s*$",
    _I,
)
PRONOUN = re.compile(r"(?:it|they|which|that|who|these cells|this therapy|this treatment|and|but|to|)$", _I)
# `these stem cells`: the cells named before, or else what the words say
HEAD = re.compile(
    r"(?P<s>[^,;.]{2,70}?)\s(?:is|are|was|were|has|have|can|could|may|might|will|do|does|did|acts?|works?)\s",
    _I,
)
IS_ONE = re.compile(r"[^,;.]{2,70}?\s(?:(?:is|are)\s(?:an?|one of)|are)\s(?:(?!of\s)[^,;.]){3,60}\s", _I)
IS_A = re.compile(r"\s(?:is|are)\san?\s")
MANNER = re.compile(r"(?:significantly|markedly|rapidly|slightly|substantially|progressively)\b", _I)
GOES_ON = re.compile(r"\s(?:and|or|but|by|thereby|while)\s(?:also\s|thereby\s|thus\s)?$", _I)
GERUND = re.compile(r"(?P<s>[A-Za-z-]+ing\s[^,;.]{3,60}?)(?=,|\s(?:[a-z]+ly\s)?$)", _I)
PRAISE = re.compile(
    r"\b(?:attention|interest|hopes?|enthusiasm|promise|opportunit(?:y|ies)|research(?:ers)?)\b", _I
)
THESE = re.compile(
    r"(?:(?:these|this|those|such)\s+(?P<name>\S.*)|(?:their|its)\s+(?P<own>(?:[a-z-]+\s)?(?:vesicles|exosomes|secretome))"
    r"(?:\s\([^()]*\))?)$",
    _I,
)
STOP = re.compile(
    r"[;]|:\s|\.(?:\s|$)|,\s(?:so\s|hence\s)?[a-z]+ing\s(?:the|its|their|a|an|new)\b|,\sso\s[a-z]+ing\b"
    r"|,\s+(?:which|who|whereas|while|but|so|suggesting|leading|resulting|leaving|providing|playing"
    r"|including|such as|as(?! well)|rather|thus|thereby|studies|research|it|they|we|this|these|there)\b"
    r"|\s(?:by|through|via|rather than|but|which|that|because|while|whereas|when|after)\s",
    _I,
)
CLAUSE_END = re.compile(
    r"[;]|\.(?:\s|$)|,\s+(?:which|who|suggesting|indicating|rather|but|while|whereas|studies|research|it|they|we|this"
    r"|these)\b|\s(?:but)\s",
    _I,
)
JOINED = re.compile(
    r"(?:,?\s+(?:and/or|and|or)|,)\s+(?:(?:thus|thereby|then|also|further|even|subsequently|may|can|might|could|will)\s)*$",
    _I,
)
# a molecule by its plain noun: `this protein` is the one named before
MOLECULE = re.compile(
    r"(?:growth |signal(?:l?ing)? )?(?:proteins?|factors?|cytokines?|chemokines?|enzymes?|hormones?|peptides?"
    r"|molecules?|mediators?|(?:micro-?|mi)rnas?)",
    _I,
)
# `growth factors such as A and B`: A and B are asked, and what they are is told
SUCH_AS = re.compile(r"(?:[\w-]+\s){1,4}(?:such as|including|like)\s(?=\S)", _I)
WHICH = re.compile(r",\swhich\s(?:[a-z]+ly\s)?[a-z]+s\s")
WHICH_END = re.compile(r",(?!\d)|;|\.(?:\s|$)")
CLASS_FIRST = re.compile(r"(?P<class>[^,;.()]{4,60}\([A-Z][A-Za-z-]+\)),? (?:such as|including|like)\s")
# a stretch that tells where it was seen; it belongs to the proof, not to the answer
SETTING = re.compile(
    r"\s(?:in\s(?:vitro|vivo|(?:an?|the)\s[^,;.]{0,40}?(?:model|models|variety of settings)\b"
    r"|(?:mice|rats|rabbits|animals)\b|[a-z0-9/-]+\s(?:mice|rats|rabbits|models?)\b|response\sto\b|pooled\s(?:trials|data|analys[ei]s))|with\san?\s(?:resultant|concomitant|subsequent|consequent)\b)",
    _I,
)
# a finite verb inside a stretch: two clauses ran into one
FINITE = re.compile(r"\b(?:is|are|was|were|has|have|had|can|may|might|could|will)\b", _I)
UNKNOWN = re.compile(
    r"\bauthors?\s(?:believe|think|thought|speculat|attribut|hypothesi[sz]|suspect)"  # who are not told
    r"|\b(?:(?:has|have|is|are)\s+(?:still\s+)?(?:not\s+(?:yet\s+)?been|not\s+(?:yet\s+)?(?:fully|completely|well)"
    r"|poorly|largely unknown|unknown|unclear)|remains?\s+(?:still\s+)?(?:unclear|unknown|elusive|to be))",
    _I,
)
NEGATED = re.compile(r"\b(?:(?:does|do|did|can|could|will)\s+not|cannot|never|fail(?:s|ed)?\s+to)\s*$", _I)
HEDGED = re.compile(r"\b(?:may|might|could|potentially|possibly|suggest(?:s|ed|ing)?|likely)\b", _I)
THERAPY = re.compile(
    r"^(?:the\s)?(?:transplanted|injected|infused|grafted|engrafted|donor|administered|implanted|therapeutic)\s(?:stem\s)?cells$|(?:therap(?:y|ies)|treatments?|drugs?|medications?|agents?|antibod(?:y|ies)|inhibitors?)$",
    _I,
)
# what befalls a body, or a thing of it, and brings more about
STATE = re.compile(
    r"(?:the\s)?(?:(?:loss|lack|absence|deficiency|excess|accumulation|death|degeneration|dysfunction|damage"
    r"|injury)\s(?:of|to)\s|(?:\w+\s)?(?:hypoxia|ischa?emia|obesity|age?ing|smoking|hyperglyca?emia|hypertension"
    r"|oxidative stress)$)",
    _I,
)
CELLS = re.compile(r"\bcells\b")
WITHIN = re.compile(r"\s(?:in|by|through) which\s$")
FIGURES = re.compile(
    r"\d+(?:\.\d+)?\s*%|\d\s*(?:million|billion|thousand|people|patients|women|men|children)\b|\btimes as\b"
    r"|\bp\s*[<=]|\bn\s*=",
    _I,
)
# `the most common treatment is X`: X is what the next clause's `it` means
MAIN = re.compile(
    r"\b(?:most common|main|first-line|standard|major|only) \w+ (?:is|are|was) (?P<s>[a-z][^,;.()]{3,50}?)"
    r"\s*(?:\([^()]*\))?(?=[,;.])",
    _I,
)
POINTS = re.compile(
    r"\b(?:it|its|they|them|their|this|these|those|we|our|stud(?:y|ies)|results?|findings?)\b|[?%]", _I
)
ARTICLE = re.compile(
    r"(?:(?i:the(?!\simmune system)|a|an|both|of|to"
    r"|too (?:much|many|little|few)|(?:very )?(?:little|few) or no)"
    r"|more(?= [A-Z]))\s+"
)
LOOSE_END = re.compile(
    r"(?:[\s,;.]+|\[[\d,–\s-]+\]|\s(?:too|only|as well|and|or|and/or|of|in|with|the|by|to|thus|thereby)"
    r"|,?\s(?:mostly|mainly|chiefly|largely|primarily|partly|in part))$",
    _I,
)
# what a study measured, which is its result and no mechanism
STUDIED = re.compile(
    r"\bby \d|\d\s?(?:points?|%)|\bat \d+ (?:months?|weeks?|years?|days?)"
    r"|\bat (?:three|six|twelve) (?:months|weeks)",
    _I,
)
# `by A, promoting B, C, and D`: all of them are the way
BY_LIST = re.compile(
    rf"{_BY}(?P<v>{_NAME}{{3,40}}(?:,\s+(?!and\s){_NAME}{{3,40}})+,?\s+and\s+{_NAME}{{3,40}}?){_END}",
    _I,
)
BY = re.compile(
    rf"{_BY}(?P<v>{_NAME}{{4,70}}?)(?=,(?!\d)|\sand\s[a-z]+ing\s|{_END})",
    _I,
)
NOUN_BEFORE_BY = re.compile(r"(?:(?<!func)tion|sion|sis|ment|uptake|attack|killing|entry|release)$", _I)
GERUND_FIRST = re.compile(r"(?:[a-z]+ly\s)?[a-z-]+ing\s", _I)
BY_HOW_MUCH = re.compile(
    r"(?:(?:about|around|roughly|approximately|nearly|almost|only|at least|up to|some|more than|less than"
    r"|over|an?)\s)*"
    r"(?:\d|one|two|three|four|five|six|half|third|quarter|factor|several|few)\b",
    _I,
)
# by what, in which model or when: told in front of a clause, and part of what it claims
LEAD = re.compile(
    r"(?:^|[.;:]\s+)(?P<lead>(?:Through|By|Via|Under|In|After|During)\s"
    r"(?!(?:this|these|those|our|the present|addition|contrast|summary|conclusion|particular|total|short|fact"
    r"|general)\b)"
    r"[^,.;:]{3,70},\s+)$"
)
# what is no answer: another verb was taken in, a guess stands behind it, or how it is seen (`as foreign too`)
BROKEN = re.compile(
    r"^(?:and|or|but|in)\s|\sthan\s|\band\s[a-z]+s\s(?:out|up|down|off|in|on|into|the|an?|most|all|some|more|their|its)\b"
    r"|,?\s(?:possibly|probably|perhaps|likely|partly|presumably)$|\sas\s[a-z]+(?:\stoo)?$",
    _I,
)
HOLLOW = re.compile(r"(?:responses?|effects?|process(?:es)?|functions?|activity)", _I)  # of what?
POINTED = re.compile(
    r"^(?:when|if|once|while|although|because|since|as|how|what)\s|\b(?:they|we)\b"
    r"|\b(?:very |the )?same\b|\bsuch\b",
    _I,
)  # of what was told before
# `the use of cells to halt the damage`: what for, and no deed
AIM = re.compile(
    r"\b(?:uses?|used|using|aim(?:s|ed)?|intended|designed|attempts?|tr(?:y|ies)|order|refers?|approach(?:es)?"
    r"|strateg(?:y|ies)|expected|hoped|needed|required)\b[^.;]*\sto(?:\s[a-z]+\s(?:or|and))?(?:\s[a-z]+ly)?$",
    _I,
)
