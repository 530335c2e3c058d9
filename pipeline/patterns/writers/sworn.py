"""Who speaks on oath, in a hearing or an interview, and the kind that his rank gives him: "DEPOSITION OF ANN ROE"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.patterns.names.offices import AGENCY, DATE_TAIL, LONGEST, NOBODYS, Names, is_office, kind_of
from pipeline.patterns.names.roles import HEAD
from pipeline.patterns.openings.examined import examinations
from pipeline.patterns.openings.papers import REACH, Paper
from pipeline.patterns.public.openly import RANK
from pipeline.patterns.writers.parties import speaker_kind
from pipeline.patterns.writers.voices import ranks_outside

_BEFORE = re.compile(r"(?i:\W*(?:before|to|at)\b)")
_TAKEN_DOWN = re.compile(r"(?i:\bdeposition of\b|\btranscript\b|^(?:public |joint )?hearing\b|\bhearing before\b|^before the$)")
OF_WHOM = re.compile(
    r"(?i:\b(?:declaration|affidavit|testimony|statement|comments?|remarks|speech)(?:\sfor\sthe\srecord)?\s(?:of|by|from)\s(?:the\s)?)"
    r"(?P<who>[A-Z][^\n]{2,110}?)(?i:\s(?:on|about|regarding|concerning|before)\s.*)?$"
)
_STATED = re.compile(
    r"(?:(?i:(?:prepared|opening|written)\s)?(?:STATEMENT|TESTIMONY|Statement|Testimony)\s(?i:of)\s(?i:the\s)?)(?P<who>[A-Z][^\n]{3,110})$"
)
_DEPONENT = re.compile(
    r"(?:(?i:\bdeposition\sof\s(?:the\s)?)|(?i:\btranscript\sof\s)(?=(?:[A-Z]\.\s|[A-Z][\w’'-]+\s){1,2}[A-Z][\w’'-]+,))(?P<who>[A-Z\d][^\n]{3,90})$",
    re.MULTILINE,
)
# "A. I am the Branch Chief for Harbor Watch."
_SWORN = re.compile(
    r"(?im:^[\s\d]*(?:A[.:]?|Answer[.:]|THE\s(?:WITNESS|DEPONENT)[.:])\s+)(?:[Il1L|]\s?(?:am(?:\scurrently)?|have\sbeen|serve\sas|work\sas)|I['’](?:m|ve\sbeen))"
    r"\s(?:the\s|an?\s)?(?P<rank>(?:(?:[A-Z][\w’'-]*+|chief|director|sheriff|captain|commander|administrator|superintendent|manager|head|clerk)"
    r"\s?){1,6}?)(?:,?\s(?:for|of|at|in|with)\s(?:the\s)?(?P<house>(?:(?:[A-Z][\w.&’'-]*(?![\w&’'-])|and|of|for|the)\s?){1,9}?))?"
    r"(?=\s?[.,;]|\s(?:since|for\s(?:\w+\s){1,4}years)\b)"
)
# "Q. What is your position? A. Branch Chief, out of the Alder Field Office", below the lines' numbers.
_NUMBERS = re.compile(r"(?m)^[ \t]*\d{1,2}(?=[ \t]|$)")
_ASKED_POST = re.compile(
    r"(?im)^\s*Q[.:]?\s[^?\n]{0,80}?\b(?:you|your|state|give)\b[^?\n]{0,60}?\b(?:post|position|title|rank|occupation|job|employ\w*|work|living)\b"
    r"[^?.]{0,60}[?.]\s*^\s*A[.:]?\s+(?P<who>[^?.]{3,160})"
)
# "Q. You were the harbor's director then? A. I was."
_CONFIRMED = re.compile(
    r"(?im)^\s*(?:Q[.:]?|M[RS]S?\.\s[A-Z][\w’'-]+:)\s[^?\n]{0,60}?\byou\s(?:then\s|still\s|also\s)?(?:are|were|run|ran|head(?:ed)?|command(?:ed)?|managed?|supervised?"
    r"|served?\sas|work(?:ed)?\s(?:for|at)|(?:are|were)\s(?:employed\sby|with|with))\s(?=the\s|an?\s|its\s|(?-i:[A-Z]))(?P<who>[^?.]{3,120})\?\s*"
    r"^\s*(?:A[.:]?|THE\s(?:WITNESS|DEPONENT):)\s+(?:Yes|I\s(?:am|was|do|did|have|still)|Correct|That(?:['’]s|\sis|\swas)\s(?:right|correct)|Right)\b"
)
# "Q. You run the desk? A. I have, since 2004. For the Dorn County Sheriff.": for whom he does so stands by itself.
_FOR_WHOM = re.compile(
    r"(?im)^\s*Q[.:]?\s[^?\n]{0,60}?\byou\b[^?\n]{0,80}\?\s*^\s*A[.:]?\s+(?:I|Yes)\b[^?.\n]{0,60}[.,]\s(?:For|With)\sthe\s"
    r"(?P<who>(?-i:[A-Z][\w’'-]*(?:,?[ ](?:[A-Z][\w’'-]*|of|for|and|the|on|&)){0,8}))\."
)
_EMPLOYED = re.compile(r"(?i:\b(?:work(?:ed)?\s(?:for|at)|employed\sby|with)\s$)")
_ARTICLE = re.compile(r"^(?i:the|an?|its)\s")
_DEALS_WITH = re.compile(r"(?i:\b(?:to|with)\s(?:the\s)?[^,.;]*)")  # "liaison to the sheriffs" is no sheriff's
# "I, Jane Roe, hereby declare": whoever swears speaks, whatever court is named above.
_DECLARES = re.compile(
    r"\bI,\s(?:the\s)?(?P<who>[A-Z][^.;,]{2,90}?(?:,\s[^.;,]{2,60}?)?),\s(?:(?:do|being|having|hereby|and|solemnly)\b[^.;]{0,60}?\s)?"
    r"(?:declare|affirm|depose|swear|certify|attest|state)\b"
)
_DEPOSES = re.compile(  # "ANN ROE, being first duly sworn, deposes and says:"
    r"(?m)^[ \t]*(?P<who>(?:[A-Z][A-Za-z.’'-]*[ ]){1,3}[A-Z][\w’'-]+),\s(?:being|having\sbeen)\s(?:first\s)?"
    r"(?:duly\s)?sworn,?\s[^.;:]{0,40}?"
    r"\b(?:deposes?|states?|says?|swears?|testifies)\b"
)
# "I am a staff attorney with the Alder Clinic", "I am employed by the Bureau of Weights as Branch Chief"
_HOLDS = re.compile(
    r"\bI\s(?:(?:am|was|have\sbeen|serve\sas)\s(?:currently\s|now\s)?(?:employed\s(?:by|with|as)\s)?(?=(?:the|an?)\s|[A-Z])"
    r"|(?P<does>(?:now\s|currently\s)?(?:command|run|head|lead|direct|manage|supervise|oversee|administer|work\s(?:for|at))\s)"
    r"(?=(?:the|our|an?)\s|[A-Z])|(?P<within>work\sin\s)(?=the\s))"
    r"(?P<what>[^.;]{4,140})[.;]"
)
_TIED = re.compile(r"\b(?:of|by|from|with|for|at|in|to|who|whose)\b|['’]s\b|,")  # how who one is goes on
_EMPLOYS = frozenset({"with", "for", "at"})
_HELD = re.compile(
    r"(?i:\b(?:prisoners?|inmates?|detainees?|patients?|clients?|visitors?|victims?|plaintiffs?|residents?|students?|guests?|tenants?|arrest\w*"
    r"|held|jailed|booked|citizens?|immigrants?|customers?|parents?|mother|father|wife|husband|sister|brother|son|daughter|friend|neighbou?r)\b)"
)
_INTERVIEWED = re.compile(
    r"(?i:^(?:transcript\sof\s)?(?:an\s|the\s)?(?:\w+\s){0,2}interview\s(?:with|of)\s(?:the\s)?)(?P<who>[\w][^\n]{3,90}?)(?:\s(?i:by|before|conducted)\s[^\n]*)?$"
)
# Who sits beside the one examined: "AGENCY COUNSEL: I would ask that he not ..."
_HOUSE_COUNSEL = re.compile(r"(?im)\bagency['’]?s?\scounsel\b|\bcounsel\sfor\sthe\sagency\b")
_ASIDE = re.compile(r"\s*\((?:excerpt|excerpts|extract|partial|rough|redacted)[^)]*\)", re.IGNORECASE)
_PARTY = re.compile(r"(?i:\b(?:plaintiffs?|defendants?|petitioners?|respondents?)\b)|^(?i:v|vs|versus)\.?(?=\s|$)")
_CAPTION = 12  # lines below the title of a paper with a caption in which it says what it is
_TOPS = 4  # the same of any other paper
_RANK_HEAD = re.compile(rf"(?i:\b{HEAD}\b)")
_TAKEN_ON = re.compile(r"(?i:[\s,]+(?:taken|held|recorded)(?:\son)?\W*$)")
_EARLY = 2500  # characters in which whoever is examined says who he is


def is_taken_down(paper: Paper) -> bool:
    """Whether the lines below the title say that a hearing or a deposition is taken down; a caption may stand first."""
    lines = (paper.title, *paper.below[: _CAPTION if _has_caption(paper) else _TOPS])
    return any(_TAKEN_DOWN.search(line) for line in lines if len(line.split()) <= LONGEST)


def _has_caption(paper: Paper) -> bool:
    """Whether the parties of a case stand at the head."""
    return any(map(_PARTY.search, (paper.title, *paper.below[:REACH])))


def kind_below(lines: tuple[str, ...], own: Names) -> str:
    """The kind that the lines below a name give him ("Director / U.S. Coast and Harbor Guard"), up to whom he speaks to."""
    for line in lines[:REACH]:
        if _BEFORE.match(line) or len(line.split()) > LONGEST:
            return ""
        if kind := kind_of(DATE_TAIL.sub("", line), own):
            return kind
    return ""


def sworn(paper: Paper, own: Names) -> tuple[str, str, str] | None:
    """Who swears to a declaration, or answers in an interview, with the kind his rank gives, if any."""
    early = " ".join(paper.text[:_EARLY].split())
    if found := _DECLARES.search(early) or _DEPOSES.search(paper.text[:_EARLY]):
        who = found["who"].strip()
        held = next((one for one in _HOLDS.finditer(early) if _is_post(one)), None)
        titled = OF_WHOM.search(paper.title)  # "DECLARATION OF SHERIFF ANN ROE"
        kind = (
            kind_of(who, own) or (kind_of(titled["who"], own) if titled else "") or (kind_of(held["what"], own) if held else "")
        )
        return who, kind or NOBODYS, "declares it on oath"
    if (found := _INTERVIEWED.match(_ASIDE.sub("", paper.title))) is not None:
        who = found["who"].strip()
        ours = _HOUSE_COUNSEL.search(paper.text) is not None and not ranks_outside(who)
        return who, kind_of(who, own) or (AGENCY if ours else NOBODYS), "is interviewed"
    return None


def _is_post(held: re.Match[str]) -> bool:
    """Whether what somebody says he is or does is a post: no prisoner of a jail, no sister of a deputy's."""
    if held["does"] or held["within"] or "employed" in held.group()[: held.start("what") - held.start()]:
        return True
    tie = _TIED.search(held["what"])
    is_whom = held["what"][: tie.start()] if tie else held["what"]
    return not _HELD.search(is_whom) and ((tie is not None and tie.group() in _EMPLOYS) or _RANK_HEAD.search(is_whom) is not None)


def heard(paper: Paper, own: Names) -> Iterable[tuple[str, str, str]]:
    """Who alone makes a statement in a hearing, or whose answers a deposition takes down, with the kind their words give them."""
    short = [paper.title, *(line.strip() for line in paper.text.split("\n") if len(line.split()) <= LONGEST)]
    made = {DATE_TAIL.sub("", found["who"]).strip(" ,.:-–—") for line in short if (found := _STATED.match(line))}
    if len(made) == 1:
        below = kind_below(paper.below, own) if _STATED.match(paper.title) else ""
        yield (who := made.pop()), kind_of(who, own) or below, "makes the statement"
    caption = _has_caption(paper)
    bare = not any(map(_TAKEN_DOWN.search, (paper.title, *paper.below[:REACH])))  # pages of a transcript without its title page
    sworn = {one.who.casefold(): one.who for one in examinations(paper.text) if one.who} if caption or bare else {}
    if len(sworn) == 1:  # what stands beside "Deposition of" in a caption may be the parties
        who = _with_rank(" ".join(next(iter(sworn.values())).split()), paper.text)
        yield who, kind_of(sworn_house(paper.text), own) or kind_of(who, own) or NOBODYS, "says so on oath"
        return
    heads = "\n".join((paper.title, *paper.below[: _CAPTION if caption else _TOPS]))
    if deponent := _DEPONENT.search(heads) or _DEPONENT.search("\n".join(paper.foot)):
        who = _TAKEN_ON.sub("", DATE_TAIL.sub("", _ASIDE.sub("", deponent["who"]))).strip(" ,.:-–—")
        if not who:
            return  # "Deposition of June 4, 2010"
        who = _with_rank(who, paper.text)
        yield who, kind_of(sworn_house(paper.text), own) or kind_of(who, own), "says so on oath"


def witnesses_in(text: str) -> tuple[str, ...]:
    """Who is examined on a page, or whose deposition it heads, as printed."""
    headed = _DEPONENT.search(text[:_EARLY])
    who = (DATE_TAIL.sub("", _ASIDE.sub("", headed["who"])).strip(" ,.:-–—"),) if headed else ()
    return (*who, *(one.who for one in examinations(text) if one.who))


def _with_rank(who: str, text: str) -> str:
    """A witness with the rank that his paper gives him: "Ann Roe, Sheriff" in a running head, "Sheriff Ann Roe" above."""
    if not who.split(",")[0].strip():
        return who
    name = re.escape(who.split(",")[0]).replace("\\ ", r"\s+")
    if "," not in who and (behind := re.search(rf"(?i:\b{name}),\s(?P<rank>(?:[A-Z][\w’'-]*\s?(?:of\s)?){{1,6}})", text)):
        rank = DATE_TAIL.sub("", behind["rank"]).strip(" ,")
        return f"{who}, {rank}" if _RANK_HEAD.search(rank) else who
    last = re.escape(who.split(",")[0].split()[-1])
    before = re.search(rf"(?i:\b(?P<rank>{HEAD})\s+{name}\b)", text)
    before = before or re.search(rf"(?i:\b(?P<rank>{HEAD})\s+{last}\b)(?=,\s)", text)  # as counsel calls him
    before = None if _RANK_HEAD.search(who) else before
    return f"{before['rank']} {who}" if before and "," not in who else who


def _is_held(asked: re.Match[str]) -> bool:
    """Whether what somebody confirms that he is, runs or works for is a post or an office: no cook for a jail, no stop sign."""
    plain = _ARTICLE.sub("", asked["who"])
    if _EMPLOYED.search(asked.group()[: asked.start("who") - asked.start()]):
        return plain[:1].isupper() or is_office(plain.split(",")[0].strip())
    post = _TIED.split(plain)[0].strip()
    of_anothers = re.match(r"\s*['’]s\b", plain[len(post) :]) is not None
    ranked = re.search(rf"(?i:\b{RANK})", post) is not None or _RANK_HEAD.search(post) is not None
    return not of_anothers and (ranked or is_office(post) or speaker_kind(post) != "")


def sworn_house(text: str) -> str:
    """The rank and house that a witness gives for himself early in a text ("A. I am the Branch Chief for ..."), or ''."""
    rank = _SWORN.search(text[:_EARLY])
    if rank:
        return ", ".join(part for part in (rank["rank"], rank["house"]) if part)
    plain = _NUMBERS.sub("", text[:_EARLY])
    confirmed = (one for one in _CONFIRMED.finditer(plain) if not _HELD.search(one["who"]) and _is_held(one))
    asked = _ASKED_POST.search(plain) or next(confirmed, None)
    if by_itself := _FOR_WHOM.search(plain):
        return f"{asked['who']}, {by_itself['who']}" if asked else by_itself["who"]
    return " ".join(_DEALS_WITH.sub("", asked["who"]).split()) if asked else ""
