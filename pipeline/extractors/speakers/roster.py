"""Who the labels of a transcript stand for: "STATEMENT OF PAT HALE, DIRECTOR, FEE OFFICE" makes Mr. HALE the Fee Office's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.extractors.speakers import masked
from pipeline.extractors.speakers.kinds import is_person_or_body, kind_of
from pipeline.extractors.speakers.label_forms import FLOOR
from pipeline.extractors.speakers.present import initials_of, offices_present, present_in
from pipeline.extractors.speakers.sources import Source
from pipeline.patterns.names.person_names import COURTESY
from pipeline.patterns.openings.questions import answered_in_writing
from pipeline.patterns.openings.talk import talkers
from pipeline.patterns.public.openly import RANK
from pipeline.patterns.writers.parties import SPEAKER_KINDS
from pipeline.patterns.writers.parties import speaker_kind as _speaker_kind

NOBODY = Source("", "")
_INTRODUCED = re.compile(
    r"(?m)^[ \t\d]*(?:[A-Z][A-Za-z]+\s){0,2}"
    r"(?P<deed>STATEMENT|TESTIMONY|DEPOSITION|EXAMINATION|INTERVIEW|Statement|Testimony|Deposition|Interview"
    r"|(?:TRANSCRIPT|Transcript)(?=\s+(?:OF|of)\s+(?:[A-Z]\.\s|[A-Z][\w’'-]+\s){1,2}[A-Z][\w’'-]+,))"
    r"\s+(?:OF|WITH|of|with)\s+(?:THE\s+|the\s+|HON\.\s+|Hon\.\s+)?(?P<who>[A-Z][^\n]{2,90}(?:,\s*\n[ \t]*[A-Z][^\n"
    r"]{2,90}){0,4})"
)
# A paper that only writes down what others said, told by a short line at its top.
_TAKEN_DOWN = re.compile(
    r"(?im)^(?=[^\n]{0,110}$)(?!(?:[^\s\n]+[ \t]+){14})[^\n.?]*\b(?:deposition|transcript|hearing|interview|testimony)\b"
    r"(?! room| date| officer)|^[ \t\d]*(?:(?:direct |cross.)?examination by|by (?:mr|ms|mrs)\.)|\bduly sworn\b|\bcalled "
    r"as a witness\b"
)
_OWN_WORDS = ("memo", "talking-points")
_FLOOR = re.compile(  # "Ms. ROE. ..."
    r"(?m)^[ \t\d]*(?P<title>Mr\.|Ms\.|Mrs\.|Dr\.|MR\.|MS\.|MRS\.|DR\.)\s(?P<last>[A-Z][A-Z’'-]{2,})[.:](?=\s)"
)
_LABEL = re.compile(
    r"(?m)^[ \t\d]*((?:(?:THE|The)[ ])?[A-Z][A-Z’'/-]+(?:[ ][A-Z][A-Z’'/-]+){0,5})(?:,[ ][A-Z\d][A-Z\d ]*)?[.:](?=\s)"
)
# Who does something for his office: "GAUGER", "SURVEYOR", "ANALYST"; and words that only end so.
_DOER = re.compile(r"(?!(?:NUMB|ORD|MATT|LETT|OTH|COV|PAP)ER$)[A-Z]+(?:ER|OR|IST|ICIAN)$")
# What a witness is: "A. I am the Branch Chief for Safe Harbors."
_POSITION = re.compile(r"\bA\s?[.:]\s*(?:\d+\s)?I (?:am|was|serve as|work as)(?: the| a| an)? (?P<what>[A-Z][^.?\n]{3,90})")
_ALONE = re.compile(r"(?m)^[ \t]*([A-Z][A-Za-z.’']+(?:[ ][A-Z][A-Za-z.’']+){0,3})\s?:[ \t]*$")
# "12   A   Nobody ever told us.": beside the numbers of lines, no sentence begins so.
_ASKED, _ANSWERED = (re.compile(rf"(?m)^[ \t]*\d{{1,2}}[ \t]+{letter}[ \t]+[A-Z“\"].*") for letter in "QA")
_UNMARKED = 2  # such questions, and such answers
# Behind a courtesy title stands a surname, whatever word it is; behind a rank only one that is no word besides.
_TITLED = re.compile(
    rf"(?<![\w.])(?:(?P<courtesy>{COURTESY})\s|(?i:{RANK})[ ])(?:(?P<given>[A-Z]\.|[A-Z][a-z’'-]+)[ ])?(?!(?i:{RANK}))"
    r"(?P<last>[A-Z][a-z][\w’'-]+)(?![\w’'-]|\s?:\s*$|\s(?:County|Parish|City|Town|State|Street|Avenue|Road|Jail)\b)",
    re.MULTILINE,
)
_SAYS = re.compile(r",?\s(?:says|said|told|asked|added|replied|answered|wrote|thinks|thought)\b")  # no heading does
_NO_SURNAMES = frozenset(
    {"From", "Sent", "Date", "Subject", "Time", "Place", "Note", "Notes", "Attn", "Dear", "The", "This", "City", "County"}
    | {"Office", "Department", "Bureau", "General", "Affairs", "Answer", "Question", "Response", "Issue", "Cost", "Findings"}
)
_TOP, _NAME = 8, 12  # lines of a transcript in which the body stands that hears; words of its name
_OF_RANK = re.compile(rf"(?:{RANK}|(?:MR|MS|MRS|DR)\.)\s[A-Z]", re.IGNORECASE)  # "SENATOR ROE", "CAPTAIN POE"
_TALKERS = 3  # people with labels in capitals from which on a paper is what they said
_MANY = re.compile(
    r"(?i)\b(?:assembly|legislature|senate|house|congress|(?:sub)?committee|council|board|commission(?:ers)?|supervisors)\b"
)
_OF_THE = re.compile(r"(?i:of(?:\sthe)?)")
# How those who are heard say whose they are: "I am Ada Roe, and I run the Guard's pier office", "For the Port Network: no."
_I_AM = (
    r"(?:(?:(?:[Mm]y\sname\sis|I\sam|I['’]m|[Tt]his\sis)\s"
    r"|(?:^|[.!,]\s)(?=[^.?!]{{0,40}},\s(?:I\s|I['’]m|for\s|with\s|from\s|[a-z])))"
) + r"(?:[A-Z][\w.’'-]*\s){{0,3}}(?i:{name}),?\s(?P<what>[^.?!]{{3,140}})[.?!])"
_I_SPEAK = r"(?:(?:For|On\sbehalf\sof|Speaking\sfor)\sthe\s(?P<house>(?:[A-Z][\w’'&-]*\s?){{1,6}})[:,])"
_NEAR_LABEL = 300  # characters of a turn in which its speaker says who he is
_HEARING = frozenset({"state", "local", "congress"})
_HEAD = 1500  # characters at the top of a document in which it says what it is
_TAKEN = re.compile(
    r"(?i:[\s,]*\b(?:taken|recorded|held|conducted|by\sthe|volume|dated|on|before|january|february|march|april|june|july|august|september"
    r"|october|november|december|may \d)\b.*)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Roster:
    """`named` maps a label without its article, or its last word, in capitals, to whom it stands for; `witness` is whoever
    answers the questions.

    `taken_down`: the paper holds questions and answers that others spoke, so its author is not the one who answers. `body` is
    the kind of the public body whose hearing its top lines tell of, and so of its chair; '' where they do not. `again` are the
    labels in capitals that stand twice or more and whose last word the paper uses for nothing else, `alone` is the one label
    that has a line to itself, which may greet whom a letter goes to; '' where none or several have.
    `written`: somebody else put questions in writing, and the author answers them. `bare` are labels in capitals without a mark
    behind them ("HOST   And mistakes?"), `letters` those by which notes call the offices of those present: "(CJIS)"; `initials`
    those by which they call one of these themselves, with his surname, '' where it may be one of two. `unmarked`: "Q" and "A"
    stand before what is asked and answered without a stop behind them. `surnames` are those that stand behind a title, or among
    those present, and may stand alone before what somebody says ("Roe: there is no cost"); `present` maps the latter to the
    kind of the house in brackets behind them, '' where it tells none.
    `masked`: of what office whoever speaks with his name withheld is; `all_masked`: nobody speaks under a name.
    """

    named: dict[str, Source]
    witness: Source | None
    taken_down: bool
    body: str = ""
    again: frozenset[str] = frozenset()
    alone: str = ""
    written: bool = False
    bare: frozenset[str] = frozenset()
    letters: frozenset[str] = frozenset()
    initials: dict[str, str] = field(default_factory=dict)
    unmarked: bool = False
    surnames: frozenset[str] = frozenset()
    present: dict[str, str] = field(default_factory=dict)
    masked: Source = NOBODY
    all_masked: bool = False
    ordinary: Callable[[str], bool] = field(default=lambda word: False, compare=False, repr=False)

    def is_word(self, name: str) -> bool:
        """Whether a name is a word besides, of which a heading may be made."""
        return self.ordinary(name.lower())

    def talks(self, label: str) -> bool:
        """Whether words in capitals before a colon are one speaker's: introduced, of an office, or printed again and again.

        A heading ("LEVEL 1:", "JAIL BOOKING:") is none, nor is a crowd ("U.S. CITIZENS:").
        """
        who = " ".join(label.split(",")[0].split()).removeprefix("THE ")
        words = re.split(r"\s(?:OF|FOR|AT|FROM|ON|IN)\s", who)[0].replace("-", " ").split()
        if who in self.named or who in self.again or (words and words[-1] in self.named):
            return True
        crowd = not words or re.search(r"(?<!S)S$", words[-1]) is not None
        return not crowd and (is_person_or_body(who.title()) or _DOER.match(words[-1]) is not None)


NO_ROSTER = Roster({}, None, False)


def roster_of(
    title: str,
    texts: tuple[str, ...],
    agencies: tuple[str, ...],
    ordinary: Callable[[str], bool] = lambda word: False,
    kind: str = "",
) -> Roster:
    """Read off the title and the headings of its pages (`texts`). `ordinary`: whether a word stands in a dictionary; `kind`:
    that of the document, for a memorandum on a hearing takes down nobody's words."""
    named: dict[str, Source] = {}
    witnesses: list[Source] = []
    for text in (title, *texts):
        for found in _INTRODUCED.finditer(text):
            source = _introduced(found["who"], agencies)
            if words := source.name.split(",")[0].split():  # "Testimony of May 9, 2010" names nobody
                named.setdefault(words[-1].upper(), source)
                witnesses.append(source)
    alone = {source.name.split(",")[0].casefold(): source for source in sorted(witnesses, key=lambda one: len(one.name))}
    bare = talkers(line.strip() for text in texts for line in text.split("\n") if line.strip())
    for label in bare:
        _named_in_full(label, " ".join(" ".join(texts).split()), named, agencies)
    witness = next(iter(alone.values())) if len(alone) == 1 else None
    labels = _LABEL.findall("\n".join(texts))
    _say_who_they_are("\n".join(texts), named, agencies)
    for label in dict.fromkeys(labels):
        _introduce(label, " ".join(" ".join(texts).split()), named, agencies)
    if witness is not None and not witness.kind and (told := _POSITION.search(" ".join(" ".join(texts).split()))):
        witness = Source(witness.name, kind_of(told["what"], agencies))
    top = f"{title}\n{''.join(texts)[:_HEAD]}"
    public = re.search(r"(?i:\bQ\s?(?:&|and)\s?A\b|\bFAQ|\bfrequently asked|\bquestions and answers\b)", top) is not None
    floor = [f"{one['title']} {one['last']}" for one in _FLOOR.finditer("\n".join(texts))]
    headed = kind not in _OWN_WORDS and _TAKEN_DOWN.search(top) is not None
    open_labels = frozenset(label.split()[-1].upper() for label in (*labels, *floor))
    hidden = masked.turns_in("\n".join(texts)) >= masked.MANY
    taken_down = headed or _talked([*labels, *floor], hidden)
    written = answered_in_writing("\n".join(texts))
    present = present_in("\n".join(texts), agencies)
    lone = _ALONE.findall("\n".join(texts))
    return Roster(
        named,
        witness,
        bool(bare) or (taken_down and not (public or written)),
        _body(texts, agencies),
        _again(labels, texts, agencies),
        lone[0] if len(lone) == 1 else "",
        written,
        bare,
        offices_present("\n".join(texts)[: 2 * _HEAD]),
        initials_of("\n".join(texts)),
        all(len(set(letters.findall("\n".join(texts)))) >= _UNMARKED for letters in (_ASKED, _ANSWERED)),
        (_surnames("\n".join(texts), ordinary) | present.keys()) - _NO_SURNAMES,
        present,
        masked.introduced("\n".join(texts), open_labels, agencies) if hidden else NOBODY,
        hidden and not (_talkers(labels) or any(FLOOR.match(line) for text in texts for line in text.split("\n"))),
        ordinary,
    )


def _surnames(text: str, ordinary: Callable[[str], bool]) -> frozenset[str]:
    """The surnames behind titles; not what stands before "County" elsewhere, and not what the text uses as a word."""
    used = set(re.findall(r"\b[a-z]+\b", text))
    found = set()
    for one in _TITLED.finditer(text):
        word = one["last"].lower()
        given = one["given"] or ""
        called = given.endswith(".") or (given and not ordinary(given.lower())) or _SAYS.match(text, one.end())
        named = one["courtesy"] or (word not in used and given not in _NO_SURNAMES and (called or not ordinary(word)))
        of_a_place = re.search(rf"\b{re.escape(one['last'])}\s(?:County|Parish|City|Town|Jail)\b", text)
        found |= {one["last"]} if named and not of_a_place else set()
    return frozenset(found)


def _again(labels: list[str], texts: tuple[str, ...], agencies: tuple[str, ...]) -> frozenset[str]:
    """The labels in capitals printed twice or more: no word of the topic, and no word the paper uses in small letters."""
    used = {word for text in texts for word in re.findall(r"\b[a-z]+\b", text)}
    seen = Counter(" ".join(label.split()) for label in labels)
    terms = {" ".join(name.upper().split()) for name in agencies if " " in name}
    return frozenset(
        label.removeprefix("THE ")
        for label, count in seen.items()
        if count > 1 and label.split()[-1].lower() not in used and label not in terms
    )


def _talked(labels: list[str], hidden: bool = False) -> bool:
    """Whether these labels are those of people who talk in turn: several who can speak, one of them more than once.

    `hidden`: turns of one more have no name.
    """
    people = _talkers(labels)
    return len(set(people)) >= (1 if hidden else _TALKERS) and len(set(people)) < len(people)


def _talkers(labels: list[str]) -> list[str]:
    return [label for label in labels if is_person_or_body(label.title()) or _OF_RANK.match(label)]


def _body(texts: tuple[str, ...], agencies: tuple[str, ...]) -> str:
    """The first of the top lines that is the name of a body which hears others: "MARLOW STATE ASSEMBLY"."""
    lines = [line.strip() for line in (texts[0] if texts else "")[:_HEAD].split("\n")][:_TOP]
    whole = {above for above, below in pairwise(lines) if _OF_THE.fullmatch(below)}  # "COMMITTEE ON PORTS / OF THE / ASSEMBLY"
    lines = [line for line in lines if line not in whole]
    names = (line for line in lines if _MANY.search(line) and len(line.split()) <= _NAME and line[-1] not in ".,:;")
    kinds = (kind_of(line, agencies) for line in names)
    return next((kind for kind in kinds if kind in _HEARING), "")


def _introduce(label: str, text: str, named: dict[str, Source], agencies: tuple[str, ...]) -> None:
    """ "THE ASSISTANT DIRECTOR" is of the body that "the Assistant Director for Boats of the Harbor Guard" names.

    "The LEGAL DIRECTOR", introduced as that of a body of no known kind, is of no known kind: not of the agency for his title.
    Who is spoken to is not introduced: "Colonel Roe, you came from afar".
    """
    words = label.split()[label.upper().startswith("THE ") :]
    called, last = " ".join(words).upper(), words[-1].upper()
    if called in named or last in named:
        return
    role = re.escape(" ".join(words).lower())
    found = [
        kind_of(re.split(r",? and ", match["whole"])[0], agencies)
        for match in re.finditer(rf"(?i)\b(?P<whole>{role}(?: for| of| at|, (?-i:(?=[A-Z])))[^.;:\n]{{3,110}})", text)
        if not match["whole"].isupper()
    ]
    known = next((kind for kind in found if kind in SPEAKER_KINDS), "")
    if known or (found and len(words) > 1):
        named[called] = Source(label, known)


def _say_who_they_are(text: str, named: dict[str, Source], agencies: tuple[str, ...]) -> None:
    """Whoever says at the beginning of a turn who he is, or for whom he speaks."""
    for label in _FLOOR.finditer(text):
        last = label["last"].upper()
        if last in named:
            continue
        turn = " ".join(text[label.end() : label.end() + _NEAR_LABEL].split())
        name = re.escape(label["last"])
        am, speaks = re.search(_I_AM.format(name=name), turn), re.match(_I_SPEAK.format(), turn)
        kind = kind_of(am["what"], agencies) if am else _speaker_kind(speaks["house"]) if speaks else ""
        if kind in SPEAKER_KINDS:
            named[last] = Source(f"{label['title']} {label['last']}", kind)


def _named_in_full(label: str, text: str, named: dict[str, Source], agencies: tuple[str, ...]) -> None:
    """ "ALDER" is the "Ada Alder, who runs the Guard's office in town" with whom somebody talks."""
    told = re.search(
        rf"(?P<whole>(?:[A-Z][\w.’'-]+\s){{1,3}}(?i:{re.escape(label)})),?\s(?:who\s(?:\w+\s){{0,2}}?(?:runs|heads|leads|directs|is)\s|of\s)?(?P<what>[^.;:?!]{{3,90}})",
        text,
    )
    if told and label not in named and not told["whole"].isupper():
        named[label] = Source(told["whole"], kind_of(re.split(r"\s(?:in|at|near|here|down)\b", told["what"])[0], agencies))


def _introduced(printed: str, agencies: tuple[str, ...]) -> Source:
    whole = " ".join(_TAKEN.sub("", printed).split()).strip(" ,.;")
    name, _, role = whole.partition(",")
    kind = kind_of(role, agencies) or kind_of(whole, agencies)
    return Source(whole or " ".join(printed.split()), kind) if name else Source(whole, kind)
