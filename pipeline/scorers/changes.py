"""Words by which a speaker himself says that something changed: a date it takes effect, an act that did it, what it was before.

They are read off the quote, so that a change is told from a contradiction whoever found the claim. General English of
offices; nothing here belongs to a subject.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_DAY = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}(?:\s+\d{{1,4}}\b)?"
    rf"|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?|(?:19|20)\d\d)"
)
_THIS_TIME = r"(?:today|tomorrow|now(?:\s+on)?|(?:this|the\s+present|its|that)\s+(?:date|day|week|month|year|morning|quarter))"
_ACT = (
    r"(?:act|polic(?:y|ies)|guidance|directive|law|ordinance|memo(?:randum)?|order|proclamation|amendment|modification|ruling"
    r"|decision|settlement|regulation|rules?|resolution|opinion|advice|instruction|priorities|procedures?|announcement|letter"
    r"|notice|agreement|addendum|circular|bulletin|vote|injunction|judgment|decree|review|legislation|statute|terms)"
)
_HELD = (
    r"(?:position|answer|mind|view|policy|practice|rules?|stance|course|guidance|reading|interpretation"
    r"|finding|approach|tune|advice)"
)
_STARTS = r"(?:effective|as\s+of|as\s+from|from|beginning|starting|commencing|dating\s+from|with\s+effect\s+from|since)"
_GIVEN_UP = (
    r"(?:rescind(?:ed|s|ing)?|revok(?:ed?|es|ing)|supersed(?:ed?|es|ing)|repeal(?:ed|s|ing)?|retract(?:ed"
    r"|s|ing)?|overrul(?:ed?|es)"
    r"|abandon(?:ed|s|ing)?|overturn(?:ed|s)?|reinstat(?:ed?|es|ing)|restored|revived|relaunched)"
)
_NOUNS = (
    r"(?:letter|opinion|finding|statement|memo(?:randum)?|guidance|position|answer|assurance|offer|policy"
    r"|agreements?|advice|earlier\s+\w+|previous\s+\w+)"
)

_PAPER = (
    r"(?:forms?|agreements?|templates?|memorand(?:um|a)|version|edition|procedures?|process(?:es)?|polic(?:y|ies)|guidance|rules?"
    r"|guidelines?|priorities|protocols?|directives?|regulations?|notices?|wording|language|clause|instructions?)"
)
_BROUGHT_IN = (
    r"(?:issu(?:e[ds]?|ing)|releas(?:e[ds]?|ing)|introduc(?:e[ds]?|ing)|announc(?:e[ds]?|ing)|adopt(?:s|ed|ing)?|publish(?:es|ed|ing)?"
    r"|roll(?:s|ed|ing)?\s+out|put\s+out|brought\s+(?:in|out)|bring(?:s|ing)?\s+(?:in|out)|replac(?:e[ds]?|ing)|supersed(?:e[ds]?|ing)"
    r"|takes?\s+(?:effect|the\s+place)|took\s+(?:effect|the\s+place)|provid(?:es|ed)|requires?|states?|makes?\s+(?:clear|it)|allows?|lets?)"
)

CHANGE = re.compile(
    r"\b(?=\w)(?:"  # tried at the beginnings of words alone, which saves a third of the time
    + "|".join(
        (
            r"\bno\s+longer\b",
            r"\bnot?\b[^.;!?]{0,60}\bany\s?more\b|\bnot?\b[^.;!?]{0,40}\bany\s+longer\b",
            r"\b(?:henceforth|henceforward|hereafter|hereinafter\s+no|thenceforth|going\s+forward"
            r"|from\s+here\s+on(?:\s+out)?)\b",
            rf"\b{_STARTS}\s+{_THIS_TIME}\b(?!\s+writing)",
            r"\b(?:effective|as\s+of|from|beginning|starting|since)\s+(?:immediately|with\s+(?:the|this)"
            r"|this\s+(?!writing|state|county|city|country|town|office|agency|jail|facility)\w+|the\s+date)\b",
            r"\b(?:effective|as\s+of|as\s+from|beginning|starting|commencing"
            rf"|with\s+effect\s+from)\s+(?:on\s+)?(?:the\s+)?{_DAY}",
            rf"\bfrom\s+{_DAY}\s+(?:on(?:wards?)?|forward)\b",
            rf"\bsince\s+(?:(?:the\s+)?(?:end|start|beginning|middle|first|last\s+day)\s+of\s+)?{_DAY}(?:,\s+(?:19|20)\d\d)?,?"
            r"\s+(?:[\w'’-]+\s+){1,3}?(?:do|does|may|can|cannot|must|need|needs)\b",
            rf"\bfrom\s+{_DAY},?\s+(?:[\w-]+\s+){{1,3}}?(?:have|has|had)\s+(?:stopped|ceased|discontinued|ended|dropped)\b",
            rf"\b(?:from|as\s+of|on)\s+{_DAY},?\s+(?:[\w-]+\s+){{1,3}}?(?:will\s+)?(?:stops?|ceases?|discontinues?|quits?)\s+\w+ing\b",
            r"\b(?:have|has)\s+(?:now\s+|since\s+)?(?:stopped|ceased|discontinued|given\s+up|quit)\s+\w+ing\b",
            r"\b(?:by|per|under|following|pursuant\s+to|in\s+light\s+of|because\s+of|given|with|since"
            r"|after)\s+(?:the|this|that|my|our|a|an|its|their|his|her)?\s*"
            r"(?:new|newly\s+\w+|recent|latest|amended|revised|updated)\s+(?!name|label|heading|title"
            r"|\w+\s+name)(?:[\w-]+\s+){0,3}\w+",
            r"\b(?:by|per|pursuant\s+to|under)\s+(?:this|my|today's|yesterday's"
            rf"|last\s+\w+'s)\s+(?:[\w-]+\s+)?(?!agreement){_ACT}\b",
            rf"\b(?:by|per|pursuant\s+to)\s+(?:an?\s+|the\s+)?{_ACT}\s+of\s+(?:{_THIS_TIME}|yesterday|last\s+\w+|{_DAY})",
            r"\b(?:under|with|by|following|since|after|pursuant\s+to|in\s+light\s+of|per)\s+(?:the|an?|our|my"
            rf"|that)\s+(?:[\w'’-]+\s+){{0,3}}?{_ACT}"
            r"\s+(?:that\s+|which\s+)?(?:signed|issued|adopted|passed|enacted|released|received|announced"
            r"|handed\s+down|entered|reached|approved|published"
            rf"|took\s+effect|came\s+into|went\s+into|effective|in\s+(?:effect|force)\s+since|given|dated)\b",
            rf"\bsince\s+(?:the|an?|our|my|that)\s+(?:[\w'’-]+\s+){{0,3}}?{_ACT}\b",
            r"\b(?:took|takes|taking|take)\s+effect\b|\b(?:came|comes|went|goes)\s+into\s+(?:force|effect)\b"
            r"|\bin\s+(?:effect|force)\s+since\b",
            r"\b(?:have|has|had|having|be|been|is|are)?\s*(?:chang(?:ed|ing|es)|revers(?:ed|ing|es)|revis(?:ed"
            r"|ing|es)|reconsider(?:ed|ing))"
            rf"\s+(?:our|my|its|their|his|her|the|that|this)\b(?:\s+\w+){{0,2}}?\s+{_HELD}\b",
            rf"\b{_HELD}\s+(?:has|have|had|was|were)\s+(?:since\s+)?(?:been\s+)?(?:chang|revers|revis|withdrawn"
            r"|amend|supersed|rescind|updat|replac)\w*",
            rf"\b{_GIVEN_UP}\b",
            r"\b(?:withdraw(?:s|n|ing)?|withdrew|replac(?:es|ed|ing)|correct(?:s|ed|ing)?|amend(?:s|ed|ing)?"
            r"|terminat(?:es|ed|ing))\s+"
            rf"(?:my|our|the|that|those|this|its|last\s+\w+'s|what)\s+(?:[\w'’.-]+\s+){{0,4}}?{_NOUNS}",
            rf"\b(?:{_NOUNS}|section|paragraph|article|opinion\s+[\w-]+|clause)\s*[\w-]*\s+(?:(?:is|are|was|were"
            r"|has\s+been|have\s+been)\s+)(?:hereby\s+)?"
            r"(?:withdrawn|replaced|amended|terminated|deleted|struck|cancelled|canceled)\b",
            r"\b(?:is|are|was|were)\s+hereby\b",
            r"\b(?:we|i|they|it|counties|states|jails|agencies|the\s+\w+)\s+now\s+(?:hold|conclude|find|take"
            r"|believe|say|require|accept|treat|consider|read|ask|leave|must|may|can|need)s?\b",
            r"\b(?:is|are|am)\s+now\s+(?:up\s+to|free|obliged|required|mandatory|voluntary|optional|bound|needed"
            r"|permitted|allowed|possible|a|an|over(?!\s+\w)|in\s+(?:force|effect|operation|place|use)|no|able|covered|closed|open|compulsory"
            rf"|the\s+(?:[\w-]+\s+)?(?:{_HELD}|law))\b",
            r"\b(?:now\s+(?:has|have)\s+(?:its|their|a|an|the)|there\s+is\s+now)\b",
            r"\b(?:formerly|used\s+to|until\s+(?:now|recently|today|lately|yesterday|this|last)|till\s+now"
            r"|hitherto|heretofore)\b",
            r"\b(?:in\s+(?:operation|force|effect)|up\s+and\s+running|running|operating)\s+(?:once\s+)?again\b"
            r"|\bonce\s+(?:more|again)\b",
            r"\b(?:after\s+all|has\s+been\s+put\s+right|have\s+been\s+put\s+right|has\s+become|have\s+become)\b",
            r"\b(?:changed|change)\s+(?:of\s+)?(?:my|our|his|her|its|their)?\s*(?:mind|heart|position|course|policy)\b",
            rf"\b(?:policy\s+change|change\s+(?:in|to|of)\s+(?:(?:the|our|this|that|its|their|my|his|her)\s+)?(?:[\w-]+\s+){{0,2}}?(?:{_HELD}|{_ACT}|{_PAPER})"
            r"|new\s+(?:policy|rule|guidance"
            r"|practice|position|instruction|directive|order))\b",
            rf"\b(?:new|revised|amended|updated|replacement|redrafted|modified)\s+(?:[\w-]+\s+){{0,2}}?{_PAPER}\b[^.;]{{0,60}}?\b{_BROUGHT_IN}\b",
            rf"\b{_BROUGHT_IN}\s+(?:(?:out|in|an?|the|its|our|their|today|now)\s+){{0,3}}?(?:new|revised|amended|updated|replacement|redrafted"
            rf"|modified)\s+(?:[\w-]+\s+){{0,2}}?{_PAPER}\b",
            rf"\b{_PAPER}\s+(?:is|are|was|were|has\s+been|have\s+been|being|will\s+be)\s+(?:now\s+|since\s+|recently\s+|being\s+)?"
            r"(?:revis|amend|reword|redraft|rewritten|updat|replac|chang|phas)\w*",
            r"\bwill\s+(?:now|instead|from\s+now|soon|no\s+longer|henceforth)\b|\bphas(?:ed|ing|es)?\s+(?:out|in)\b",
            r"\b(?:stopped|ceased|quit|given\s+up|did\s+away\s+with|dropped|lifted|scrapped|suspended|waived"
            r"|reopened|resumed|(?:switched|moved)(?=\s+(?:(?:over|back|away)\s+)?(?:to|from)\b))\b[^.;]{0,50}\b(?:today|yesterday|this\s+\w+|last\s+\w+|as\s+of"
            r"|effective)\b",
            r"\b(?:today|yesterday|this\s+(?:morning|week|month)|last\s+(?:night|week|month|spring|summer|fall"
            r"|autumn|winter|\w+day))\b[^.;]{0,60}\b(?:voted|decided|signed|ordered|directed|agreed|adopted|ruled"
            r"|announced|stopped|ceased|ended)\b",
            r"\b(?:voted|decided|signed|ordered|directed|agreed|adopted|ruled)\b[^.;]{0,60}\b(?:today|yesterday"
            r"|this\s+(?:morning|week|month)|last\s+(?:night|week|month|\w+day))\b",
            r"\b(?:disregard|ignore|scratch|forget)\s+(?:my|our|the|what|all)\s+(?:earlier|previous|prior|last"
            r"|old|former|we|i)\b",
            r"\b(?:i\s+stand\s+corrected|we\s+were\s+wrong|i\s+was\s+wrong|contrary\s+to\s+what\s+(?:i|we)"
            r"|unlike\s+(?:before|previously|last\s+year|in\s+the\s+past))\b",
            rf"\bon\s+and\s+after\s+{_DAY}|\b(?:starting|beginning|effective)\s+(?:next\s+)?(?:mon|tues|wednes"
            r"|thurs|fri|satur|sun)day\b|\bas\s+of\s+(?:yesterday|last\s+\w+|next\s+\w+)",
            r"\b(?:expired|lapsed|sunset)\s+(?:on|in|last|this|at)\b|\bstands\s+(?:rescinded|revoked|repealed|withdrawn)\b",
            r"\bwith\s+the\s+\w+\s+(?:signed|passed|enacted|adopted|approved)\b",
        )
    )
    + ")",
    re.IGNORECASE,
)
# When a change was made that is told as past.
_MADE_IN = re.compile(
    r"\b(?:was|were|has\s+been|have\s+been|had\s+been|we|they|it)\s+(?:[\w-]+\s+)?(?:changed|revised|amended|reworded|redrafted|rewritten|updated|replaced|withdrawn"
    r"|withdrew|rescinded|revoked|repealed|superseded|ended|dropped|stopped|ceased|lifted|abandoned|terminated)\b[^.;,]{0,30}?\s"
    rf"(?:in|on|since)\s+(?P<when>{_MONTH}\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
# A number mended, or counted on from another, by the one who gave it.
RECOUNT = re.compile(
    r"\b(?:correct(?:ion|ed|ing)|(?<!\bis )(?<!\bare )(?<!\bwas )(?<!\bbe )corrects?"
    r"(?=\s+(?:our|my|the|its|his|her|their|this|that|an?|last)\s+(?:[\w’']+\s+){0,2}?"
    r"(?:figures?|numbers?|counts?|totals?|shares?|statements?|reports?|records?|letters?|answers?|tables?|errors?"
    r"|mistakes?|(?:month|week|quarter|year)['’]s)\b)|revis(?:ed|ion|ing)|restat(?:ed|ement)|updat(?:ed|e|ing)|supersed(?:es"
    r"|ed)|misfiled|miscounted|retract(?:ed|s)?"
    r"|amended|erratum|recount(?:ed)?)\b"
    r"|\b(?:grown|grew|grows|risen|rose|up|increased|climbed|jumped|gone|went|fallen|fell|down|dropped"
    r"|declined)\s+(?:up\s+|down\s+)?from\b"
    r"|\bmore\s+(?:have|has|had)\s+(?:\w+\s+){0,2}(?:since|come|been|arrived|joined)\b|\bsince\s+then\b|\badded\s+since\b"
    r"|\b(?:i|we)\s+(?:gave|told|sent|reported|quoted|said)\b[^.]{0,60}\b(?:now|since|actually|should)\b",
    re.IGNORECASE,
)
# What is still to come changes nothing yet: "until the new guidance is out", "pending a revised form".
_AWAITED = re.compile(
    r"\b(?:until|till|before|pending|awaiting|unless)\s+(?:there\s+is\s+)?(?:the|an?|our|its|that|any)?\s*\Z", re.IGNORECASE
)
_NONE = re.compile(r"\b(?:no|not\s+any|not\s+a|without(?:\s+any)?|never\s+any)\s+(?:\w+\s+)?\Z", re.IGNORECASE)
# What something takes or is done by has not changed by that: "it can be done by a small change to the form".
_TAKEN = re.compile(
    r"\b(?:by|through|with|without|means|needs?|takes?|requires?|involves?|would\s+be|for)\s+(?:an?|one|some|only\s+an?|just\s+an?)\s+(?:[\w-]+\s+){0,2}\Z",
    re.IGNORECASE,
)
# What befell somebody, his car or his case is no change of what is done: "was stopped last night", "his licence, suspended in".
_PULLED_OVER = re.compile(r"\b(?:was|were|been|being|got|gets?)\s+(?:\w+ly\s+)?\Z", re.IGNORECASE)
_OF_A_CASE = re.compile(
    r"\b(?:charges?|counts?|cases?|licen[sc]es?|sentences?|complaints?|warrants?|while)\b(?:\s+(?!\w+ing\b)[\w’'-]+){0,4}\s*\Z",
    re.IGNORECASE,
)
_CASE_WORDS = ("dropped", "lifted", "suspended", "waived", "reopened")


@lru_cache(maxsize=65536)
def words(quote: str) -> str:
    """The words by which the quote itself says that something changed; '' where it does not, or the change is still awaited."""
    found = (one for one in CHANGE.finditer(quote) if not _AWAITED.search(quote, 0, one.start()) and not _denied(quote, one))
    return next((" ".join(one[0].split()) for one in found), "")


@lru_cache(maxsize=65536)
def made_in(quote: str) -> str:
    """When a change that a quote tells as past was made, in its words ("was changed in May 2009"); '' where it does not say."""
    found = _MADE_IN.search(quote)
    return found["when"] if found else ""


def _denied(quote: str, found: re.Match[str]) -> bool:
    """Whether there is none, or it is told what one would take: "there will be no change in policy", "by a change of rules"."""
    told = found[0].casefold()
    if told.startswith(_CASE_WORDS) and _OF_A_CASE.search(quote, 0, found.start()):
        return True
    if told.startswith("stopped") and _PULLED_OVER.search(quote, 0, found.start()):
        return True
    change = told.startswith(("change", "new", "policy change"))
    return change and any(one.search(quote, 0, found.start()) for one in (_NONE, _TAKEN))


@lru_cache(maxsize=65536)
def recount(quote: str) -> str:
    """The words by which a number is given as a correction of, or growth from, an earlier one; '' where it is not."""
    found = RECOUNT.search(quote)
    return " ".join(found[0].split()) if found else ""


def mended(words: str) -> bool:
    """Whether these words of a recount say that the earlier number was wrong, not that it grew."""
    return words.casefold().startswith(("correct", "restate", "misfiled", "miscounted", "retract", "erratum", "recount"))
