"""Words that take a statement out of the comparison: a meaning of its own, an exception, a doubt, another program.

All are read off the quotes. A pair that meets one of them is still shown, as what it is, among the related pairs.
"""

from __future__ import annotations

import re
from functools import lru_cache

from pipeline.patterns.sense.drafts import is_labelled
from pipeline.records.finding import Claim
from pipeline.records.topic import Topic
from pipeline.scorers import speakers

_QUOTED = r"[\"“”'‘’][^\"“”]{1,40}[\"“”'‘’]"
# "As far as I know", "so far as my people can see" tell how sure one is, and give no word a meaning.
_KNOWN = (
    r"\s+(?:i|we|he|she|they|you|one|it|any(?:one|body)|the\s+\w+|(?:my|our|his|her|their)\s+\w+)\s+(?:(?:can|could|have|has|had|am|is|are|was|were)\s+)?"
    r"(?:been\s+)?(?:ever\s+)?(?:know[ns]?|knew|tell|told|see[ns]?|saw|aware|remember(?:ed|s)?|recall(?:ed|s)?|learn(?:ed|t)?|heard?|find|found|judge"
    r"|determined?|understood|understands?)\b"
)
_REDEFINED = re.compile(
    r"(?:\b(?=\w)|(?=,)|\A)(?:"  # tried where one can begin and nowhere else, which saves half of the time
    + "|".join(
        (
            rf"\bby\s+(?:the\s+(?:word|term|phrase)\s+)?(?:{_QUOTED}|[\w-]+|that|this|it)\s*,?\s+(?:we|i|they|it"
            rf"|one|is|are)\b[^.;]{{0,12}}\b(?:mean|meant|means|understand|understood)\b",
            r"\bif\s+by\s+(?:that|this|it|\w+)\s+(?:one|you|we|they|is)\b",
            r"\bin\s+the\s+(?:\w+\s+)?sense\s+(?:that|of|in\s+which)\b|\bonly\s+in\s+the\s+sense\b|\bin\s+(?:a"
            r"|one|that|this|some|another)\s+(?:\w+\s+)?sense\b",
            # "and that is a real expense", "a law that is in force" explain no word.
            r"(?<=\s)(?:that\s+is(?=\s*,)|(?<=[,;(–—-]\s)that\s+is(?=\s+(?:to|only|may|can|elect|choose|ask)\b)|i\.\s?e\.|that\s+is\s+to\s+say"
            r"|which\s+is\s+to\s+say|in\s+other\s+words)\s*,?\s+(?:it\s+|they\s+)?(?:may|can|to|only|not|elect|choose|ask|the|a|we|is"
            r"|in)\b",
            r",\s*(?:here\s+)?meaning\b|\bmeaning\s+(?:only|by|that|here)\b|\bmeans\s+(?:only|merely|simply|just"
            r"|no\s+more\s+than|nothing\s+more)\b",
            r"\b(?:used|taken|understood|read|defined|redefined|construed|interpreted|counted|classed"
            r"|treated)\s+(?:here\s+|only\s+|merely\s+)?(?:as|to\s+mean|in\s+the|so\s+as)\b",
            r"\b(?:counting|treating|classing|defining|reading|taking|regarding)\s+(?:only\s+|all\s+|any\s+"
            r"|every\w*\s+|as\s+)[^.;]{0,60}?\bas\b",
            r"\b(?:counting|excluding|leaving\s+out|not\s+counting)\s+(?:only|all|any|every|the|as|those|in)\b|\bincluding\s+(?:only|as|in)\b",
            r"\bin\s+that\s+(?:the|a|an|you|it|they|each|one|we|no)\b",
            r"\bas\s+to\s+[^.;]{1,40},\s*(?:and\s+)?not\s+(?:as\s+)?to\b|\bas\s+(?:regards|concerns"
            r"|respects)\b[^.;]{0,40}\bnot\b",
            r"\b(?:under|by|in)\s+(?:that|this|the\s+old|its\s+old|the\s+same|a\s+new|a\s+different|another"
            r"|the)\s+name\b|\bin\s+name\s+only\b|\bthe\s+name\b[^.;]{0,30}\b(?:retired|dropped|ended|changed"
            r"|gone)\b",
            r"\bwhat\s+(?:we|i|they|the\s+\w+)\s+(?:call|mean\s+by|meant\s+by|term)\b|\bso-called\b"
            rf"|\bwhen\s+(?:we|i|they)\s+(?:say|said|write)\s+{_QUOTED}",
            r"\b(?:strictly|technically|formally|nominally)\s+speaking\b|\bfor\s+(?:these|our|this|present"
            r"|the)\s+purposes?(?:\s+of)?\b",
            # "The word came down" is news and no word.
            r"\bthe\s+(?:word|term|phrase|expression)\s+"
            rf"(?:{_QUOTED}|(?!(?:came|comes?|coming|went|goes|going|got|gets|has|had|from|to|on|out|down|around|up|reached|spread|passed)\b)\w+)|\bthe\s+{_QUOTED}\s+(?:is|was|refers"
            r"|concerns|means|goes)\b",
            r"\b(?:refers?|extends?|applies|goes)\s+(?:only|merely|solely)\s+to\b|\bdefinition\s+of\b"
            r"|\bbroadly\s+(?:defined|understood|speaking)\b",
            rf"\b(?:insofar|in\s+so\s+far|so\s+far|as\s+far|to\s+the\s+extent)\s+(?:as|that)\b(?!{_KNOWN})"
            r"|\bwhen\s+it\s+comes\s+to\b|\bas\s+(?:we|they|i|the\s+\w+)\s+uses?\s+(?:the|that|it|this)\b",
            r"\b(?:on|by|under|using|with)\s+(?:our|their|my|its|your|the|that|this|a"
            r"|an)(?:\s+[\w'’-]+){0,3}\s+(?:definitions?|count(?:ing)?|reckoning|scale|terminology|usage|meaning"
            r"|reading|classification|standard|yardstick)\b",
            r"\b(?:loosely|narrowly|broadly)\s+(?:defined|understood|used|speaking|read)\b|\b(?:narrow|broad"
            r"|loose|wide|strict|limited)(?:er)?\s+sense\b",
            r"\bif\s+(?:one|you|we)\s+(?:counts?|includes?|means?|reads?|leaves?\s+out|takes?)\b|\bdepend(?:s"
            r"|ing)\s+on\s+(?:how|what|whether)\s+(?:one|you|we|is)\b",
            r"\b(?:only|merely|just)\s+(?:in\s+(?:respect|regard)|with\s+(?:respect|regard)|as\s+(?:to"
            r"|regards))\b|\bin\s+the\s+case\s+of\s+the\s+\w+\s+(?:only|alone)\b",
            r",\s+(?:[\w-]+\s+){1,4}being\s+(?:itself\s+)?(?:a|an|one|also)\b",
            r"\b(?:properly|rightly|correctly|strictly)\s+(?:understood|so\s+called)\b|,\s+the\s+\w+\s+being\b",
            r"\bhere\s+refers?\b|\b(?:in|by)\s+(?:our|my|their|its|agency|official)\s+(?:usage|parlance|vocabulary|language|book)\b",
            r"\A\W*to\s+\w+(?:\s+\w+)?\s+(?:is|means)\s+(?:to|only|merely|simply)\b|\b(?:all|what)\s+(?:i|we|they)\s+(?:meant|mean)\b",
            r"\b(?:amounts?|comes?\s+down|boils?\s+down)\s+to\b",
            r"\bat\s+least\s+(?:where|as\s+(?:far|to|regards)|in\s+(?:so|respect)|so\s+far|with\s+(?:respect|regard))\b",
            r"\bout\s+when\s+(?:it|they|he|she|the\s+\w+)\s+(?:asks?|declines?|elects?|chooses?|tells?)\b|,\s+(?:and\s+)?no\s+more\s*\.",
            r"\b(about|over|on|of)\s+(?:the\s+)?\w+(?:\s+\w+)?,\s*(?:but\s+|and\s+)?not\s+\1\b"
            r"|\b(?:the|one|that)\s+(?:\w+\s+)?(?:part|half|piece|side|portion)\s+of\s+(?:it|the\s+(?:program|arrangement|scheme))\b"
            r"|\bonly\s+the\s+\w+\s+(?:is|are)\b[^.]{0,40};|\bthe\s+rest\s+(?:is|are)\b",
            r"\b(?:low-level|level\s+\w+|criminal|serious|minor|cost|local)\s+(?:here\s+)?(?:is\s+)?(?:defined"
            r"|means|includes|meaning)\b",
        )
    )
    + ")",
    re.IGNORECASE,
)
_EXCEPTION = re.compile(
    r"\b(?:as\s+a\s+(?:general\s+)?rule|generally(?:\s+speaking)?|in\s+general|normally|ordinarily"
    r"|usually|typically|for\s+the\s+most\s+part"
    r"|on\s+the\s+whole|with\s+(?:one|few|some|rare|\w+)\s+exceptions?|except(?:\s+(?:for|in|that|where"
    r"|as))?|exempt(?:ed|ion)?|alone\s+among|apart\s+from"
    r"|aside\s+from|other\s+than|on\s+account\s+of\s+(?:its|the|a)|elsewhere|by\s+way\s+of\s+exception"
    r"|special\s+case|waiver)\b",
    re.IGNORECASE,
)
_NOBODY_SAYS = re.compile(
    r"\b(?:rumou?rs?|rumou?red|put\s+about|it\s+(?:is|was|has\s+been)\s+(?:said|reported|suggested"
    r"|claimed|alleged)|allegedly|reportedly|supposedly"
    r"|purportedly|some\s+(?:say|claim|believe)|people\s+say|word\s+is|hearsay)\b"
    r"|\b(?:has|have|had|was|were|is|are|been|being)\s+(?:also\s+|often\s+|sometimes\s+|widely\s+|since\s+)?(?:described|portrayed"
    r"|presented|characteri[sz]ed|depicted|billed|touted|understood|spoken\s+of)\b[^.;]{0,60}?\bas\b"
    r"|\b(?:some|others|many|people)\s+(?:have\s+|has\s+|even\s+|still\s+|also\s+)?(?:call|called|term|termed|dub|dubbed|describe|described)\b"
    r"|\b(?:been|is|was)\s+(?:often\s+|sometimes\s+|widely\s+)?(?:called|termed|dubbed|label+ed)\s+(?:an?|the|mandatory|voluntary|optional|free)\b",
    re.IGNORECASE,
)
_DRAFT = re.compile(r"\bdrafts?\b", re.IGNORECASE)
_MAY_HAVE_SAID = re.compile(
    r"\b(?:I|we)\s+(?:may|might|could)\s+(?:well\s+)?have\s+(?:said|told|written|put\s+it)\b", re.IGNORECASE
)
# A body that decides does so for itself; that a place was let go is no word of the one who tells of it on whether it may.
_BODY = (
    r"(?:boards?|councils?|commission(?:ers)?|supervisors|legislatures?|assembl(?:y|ies)|freeholders|aldermen|selectmen|trustees"
    r"|senate|voters|town\s+meetings?|count(?:y|ies)|cit(?:y|ies)|towns?|jurisdictions?|localit(?:y|ies)|states?)"
)
_DECIDED = re.compile(
    rf"\b{_BODY}\b[^.;:]{{0,60}}?(?<!\bbe\s)\b(?:voted|resolved|adopted|passed(?!\s+on\b)|decided|moved|elected|chose|opted|asked|requested|declared)\b"
    r"[^.;:]{0,40}?\b(?:to|that|out|not|a\s+(?:resolution|motion|measure|ordinance))\b",
    re.IGNORECASE,
)
# Who is told something by nobody he names has it from hearsay, unless he says it outright besides.
_TOLD_US = re.compile(
    r"\b(?:we|i)\s+(?:are|am|were|was|have\s+been|keep\s+being|get)\s+(?:[\w-]+\s+){0,4}?told(?!\s+by)\b"
    r"|\bwe\s+(?:often\s+)?hear(?:\s+it\s+said)?\s+that\b",
    re.IGNORECASE,
)
_ALL_THE_SAME = re.compile(
    r"\b(?:but|yet|and)\b[^.;]{0,40}\b(?:was|were|stays?|stands?|remains?|goes|went|gets?|got|refus\w+|declin\w+)\b|\b(?:anyway|all\s+the\s+same|nonetheless"
    r"|nevertheless|regardless)\b|\b(?:against|over)\s+(?:its|their)\s+\w+",
    re.IGNORECASE,
)

_OWN_WORDS = re.compile(
    r"[\"“”]|\b(?:I|we|(?:in|is)\s+(?:my|our)\s+(?:view|opinion|reading|judge?ment|experience|position|understanding))\b",
    re.IGNORECASE,
)
# What an opponent says that a speaker said is the opponent's: "The plaintiffs say that the office told towns ...".
_ALLEGED = re.compile(
    r"\b(plaintiffs?|petitioners?|complainants?|claimants?|critics|opponents|detractors|complaint|lawsuit|suit|petition|advocates?|activists"
    r"|advocacy|coalition|folks|groups?)(?:\s+(?:groups?|folks|people|organi[sz]ations?))?"
    r"\s+(?:also\s+|now\s+)?(?:says?|said|claim(?:s|ed)?|alleg(?:es?|ed)|contends?|contended|argues?|argued|asserts?|asserted"
    r"|maintains?|maintained|charges?|charged)\b",
    re.IGNORECASE,
)
# Who reads out a paper that he names as another's says nothing himself, nor does whomever the paper quotes.
_READ_OUT = re.compile(
    r"\b(?:I['’]m|I\s+am|let\s+me)\s+(?:just\s+|now\s+)?(?:reading|quoting|read|quote)\b|\b(?:this|that|it)\s+(?:is|comes|was)\s+(?:taken\s+)?from"
    r"\s+(?:the|their|your|a)\s+[\w-]+['’]s\s+\w+|\b(?:their|your|the\s+[\w-]+['’]s)\s+(?:paper|report|letter|leaflet|flyer|website|statement)"
    r"\s+(?:says|said|reads|has\s+it)\b",
    re.IGNORECASE,
)
# "Roe said that it has no duty; Doe has told them the reverse": what Doe said is not what stands there.
_REVERSE = re.compile(
    r";\s*(?P<who>[^;.]{3,120}?)\b(?:the\s+(?:reverse|opposite|contrary)|otherwise|differently)\b", re.IGNORECASE
)
# "You say that my jail is required to ..." is the writer's account of what was said to him.
_ADDRESSED = re.compile(
    r"(?:^|[.;:]\s*)\W*(?:but\s+|and\s+|(?:in|on|at|by|during)\s+(?:your|the|a|that|this|last|[A-Z0-9])[^,.;]{1,40}?,?\s+"
    r"|(?:last|earlier|then)\s+[\w ]{0,20}?)?"
    r"you\s+(?:now\s+|also\s+|have\s+)?(?:say|said|state|stated|write|wrote|written|claim|claimed|told|testified|assured|informed|promised"
    r"|reported|announced)\b",
    re.I,
)
_TOLD_BY = "by '"  # how the row of a speaker begins that was found by a verb of saying


@lru_cache(maxsize=65536)
def redefinition(quote: str) -> str:
    """The words that give a term a meaning of its own; '' where there are none."""
    found = _REDEFINED.search(quote)
    return " ".join(found[0].split()).strip(" ,") if found else ""


@lru_cache(maxsize=65536)
def exception(quote: str) -> str:
    """The words that make a rule one with exceptions, or an exception of one place; '' where there are none."""
    found = _EXCEPTION.search(quote)
    return " ".join(found[0].split()) if found else ""


def other_program(left: Claim, right: Claim, topic: Topic) -> str:
    """A program that only one side names, by a name the topic file lists as mixed up with its own; '' where there is none."""
    one, other = (_programs(claim.quote, topic.other_programs, topic.terms) for claim in (left, right))
    return next(iter(sorted(one ^ other)), "")


@lru_cache(maxsize=65536)
def _programs(quote: str, others: tuple[str, ...], own: tuple[str, ...]) -> frozenset[str]:
    words = quote.casefold()
    if any(term.casefold() in words for term in own):
        return frozenset()
    return frozenset(name for name in others if name.casefold() in words)


def relayed(claim: Claim) -> bool:
    """Whether a reported statement is that of a named speaker or of an office's voice, to be held beside other words of it."""
    named = claim.status == "reported" and claim.speaker_kind and (speakers.name(claim) or speakers.for_a_body(claim))
    hearsay = _NOBODY_SAYS.search(claim.quote) or _TOLD_US.search(claim.quote) or _READ_OUT.search(claim.quote) or _turned(claim)
    return bool(named) and not hearsay and not alleged(claim)


def _turned(claim: Claim) -> bool:
    """Whether the speaker is named only where he is said to have said the reverse."""
    found = _REVERSE.search(claim.quote)
    return found is not None and claim.speaker.casefold().removeprefix("the ") in " ".join(found["who"].split()).casefold()


def alleged(claim: Claim) -> bool:
    """Whether an opponent tells what this speaker said."""
    found = _ALLEGED.search(claim.quote)
    return found is not None and found[1].casefold() not in claim.speaker.casefold()


@lru_cache(maxsize=65536)
def drafted(quote: str, speaker: str = "") -> bool:
    """Whether the words are a draft of what somebody might say, or what he grants that he may have said."""
    return bool(is_labelled(quote) or _MAY_HAVE_SAID.search(quote) or _DRAFT.search(speaker))


def of_nobody(claim: Claim) -> bool:
    """Whether what is told outright is what is said by nobody in particular: "it has been described as a choice"."""
    return claim.status == "asserted" and not claim.metric and (bool(_NOBODY_SAYS.search(claim.quote)) or alleged(claim))


@lru_cache(maxsize=65536)
def decision(quote: str) -> str:
    """The words by which a body of a place decides for itself ("the board voted to ..."); '' where there are none.

    What became of it all the same ("the county asked to stay out and was brought in") is more than its decision.
    """
    found = _DECIDED.search(quote)
    return " ".join(found[0].split()) if found and not _ALL_THE_SAME.search(quote, found.start()) else ""


@lru_cache(maxsize=65536)
def addressed(quote: str) -> bool:
    """Whether a writer tells his reader what the reader said."""
    return bool(_ADDRESSED.search(quote))


def second_hand(claim: Claim) -> bool:
    """Whether another's words tell what this speaker says, outside of what is published: "the press office tells them ..."."""
    if addressed(claim.quote):
        return True
    if claim.audience == "public" or not claim.speaker:
        return False
    told = any(row.feature == "speaker" and row.note.startswith(_TOLD_BY) for row in claim.reasons)
    return told and not _OWN_WORDS.search(claim.quote)
