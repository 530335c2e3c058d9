"""Labels that say whose words follow: "SHERIFF: ...", "Delegation's counsel: ...", "The GENTLEWOMAN FROM MARLOW. ...", "A. ...".

As in transcripts, minutes and notes. Who "A." and "Mr. HALE." are, the document's roster tells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.answers import LINE
from pipeline.extractors.grammar import View
from pipeline.extractors.kinds import is_person_or_body, kind_of
from pipeline.extractors.quotations import left_open
from pipeline.extractors.roster import NO_ROSTER, Roster
from pipeline.extractors.sources import Source, Voices
from pipeline.patterns.name_forms import personal
from pipeline.patterns.openly import RANK
from pipeline.patterns.parties import speaker_kind
from pipeline.patterns.person_names import COURTESY
from pipeline.patterns.talk import LABEL

LONGEST = 7  # words of a label
MANY = 3  # labels from which a document is a transcript, whatever else it says of itself
_ANSWERS = frozenset({"a", "answer", "response", "reply"})
_QUESTIONS = frozenset({"q", "question"})
# One word of this kind before a colon is a field of a form, not a speaker.
_FIELDS = frozenset({
    "county", "city", "state", "town", "jail", "agency", "department", "office", "press", "attorney", "party", "parties",
    "officer",
    "board", "court", "judge", "agent", "contact", "client", "parent", "worker", "owner", "bureau", "committee", "members",
    "staff",
    "jails", "counties", "cities", "states", "departments", "chiefs", "deputies", "towns", "agents", "officers", "records",
    "supervisors",
    "parents", "workers", "families", "children", "victims", "immigrants", "courts", "judges", "localities", "police",
})  # fmt: skip
_ADDRESSING = frozenset(
    {"dear", "to", "from", "cc", "bcc", "attn", "attention", "re", "via", "through", "for", "by", "note", "see"}
)
_CONJUNCTIONS = frozenset({"if", "when", "whether", "where", "because", "unless", "while", "although", "though"})
# As hearings are printed: the surname or the office in capitals, then a stop; in depositions often all of it in capitals.
_TITLE = (
    r"(?:The|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|MR\.?|MRS\.?|MS\.?|DR\.?|Senator|Representative|Chairman|Chairwoman|Chair|Secretary|Sheriff"
)
_TITLE += r"|Director|General|Commissioner|THE(?=\s(?:WITNESS|COURT|CHAIR\w*|CLERK|REPORTER|DEPONENT|INTERPRETER|SPEAKER)\b))"
_FLOOR = re.compile(
    rf"\W*(?P<who>{_TITLE}\s[A-Z][A-Z’'-]{{2,}}(?:\s[A-Z][A-Z’'-]+){{0,4}}(?:\sof(?:\s[A-Z][\w’-]+){{1,2}})?)[.:](?=\s|$)"
)
# "THE ASSISTANT DIRECTOR. Thank you." No verb may stand in it: "THE BOATS ARE OLD." is a sentence.
_CAPITALS = re.compile(
    r"\W*(?P<who>THE(?:\s(?!(?:IS|ARE|WAS|WERE|MAY|MUST|WILL|HAS|HAVE|CAN|NOT|AND)\b)[A-Z█][A-Z█’'-]+){1,5})[.:](?=\s|$)"
)
# In a transcript words in capitals before a colon, where they can be a speaker's (`Roster.talks`):
# "COUNTY AUDITOR-CONTROLLER: ...", "SUPERVISOR, 2ND DISTRICT: ...".
_SPOKEN = re.compile(
    r"\W*(?:\d{1,3}\s+)?(?P<who>[A-Z█][A-Z█.’'/-]+(?:,?\s(?:[A-Z\d█][A-Z\d█.’'/&-]*|\d+(?:st|nd|rd|th))){0,7})"
    r"(?:\s\([^)]*\))?\s?:(?=\s|$)"
)
# ... or before a stop, where they are those of somebody who can speak, or who is introduced.
_STOPPED = re.compile(
    r"\W*(?P<who>(?:THE\s)?[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){0,4}(?:,\s[A-Z\d][A-Z\d]*(?:\s[A-Z]+){0,2})?)\.(?=\s[“\"]?[A-Z]|$)"
)
# "Mr. Roe: "There is no choice."", as minutes quote somebody; his surname stands behind a title.
_CITED = re.compile(
    rf"\W*(?:(?:[A-Z]|\d{{1,2}})[.)]\s+)?(?P<who>(?:(?:{COURTESY}|(?i:{RANK})|(?:Maj|Capt|Lt|Sgt|Cpl|Col|Det|Dep|Comm?|Supt|Insp|Gov|Sen|Rep)\.)\s)+"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s?:(?=\s*(?P<marked>[“\"])|\s+\S|\s*$)"
)
# "12/3/2010 10:04  Roe, Jane: no.", as chats are printed.
_CHAT = re.compile(
    r"\W*\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?\s+"
    r"(?P<who>[A-Z][\w’'-]+,\s[A-Z][\w’'.-]*|(?:[A-Z][\w’'.-]*\s){1,2}[A-Z][\w’'-]+)\s?:(?=\s)"
)
_SURNAME = re.compile(r"\W*(?P<who>[A-Z][a-z][\w’'-]+)(?::(?=\s+\S)|\s[-–—]\s(?=[a-z]))")
# Whom a speech or a paper of it greets, who says nothing: "Mr. Chairman and members:".
_GREETED = re.compile(
    r"\W*(?:(?i:good\s(?:morning|afternoon|evening)),?\s)?(?:(?:Mr|Madam|Mme|Ms)\.?\s(?:Chair\w*|Speaker|President)(?!\s[A-Z])"
    r"|(?:[A-Z][\w’'.-]*\s){1,4}and\s(?i:(?:distinguished\s|honorable\s)?members)\b|(?i:(?:distinguished\s|honorable\s)?members\sof\b))[^.?!:]{0,80}:\s*$"
)
_HEADS = re.compile(r"\W*[A-Z][\w’'-]{2,}(?:\s[A-Z][\w’'-]+)?:\s+\S")
_MARK = re.compile(r"\s*[“\"]")
_ROLL = re.compile(
    r"(?:ALSO\s)?(?:PRESENT|ABSENT|APPEARING|APPEARANCES|EXHIBITS?|NOTE|SUBJECT|DATE|TIME|PLACE|RE|ITEM|AGENDA|WITNESSES|BY|WHEREAS|RESOLVED)\b"
)
_LETTERED = re.compile(r"\W*(?:\d+[.)]\s*)?(?P<who>[A-Z][A-Z/-]{1,9}):(?=\s)")  # "CJIS: that could be done in a day"
_HEADED = re.compile(
    r"\W*(?:PREPARED |OPENING |WRITTEN )?(?:STATEMENT|TESTIMONY|REMARKS) (?:OF|BY) (?P<who>[A-Z][^\n]{2,120}?)\W*$"
)
_QUESTION = re.compile(rf"\W*{LINE}(?:Q|Question|QUESTION)\s?\d{{0,3}}\s?[.:]|\W*BY\s(?:MR|MS|MRS|DR)\b")
_ANSWER = re.compile(rf"\W*{LINE}(?:A|Answer|ANSWER|Response|RESPONSE|Reply)\s?\d{{0,3}}\s?[.:](?=\s|$)")
_UNMARKED = re.compile(r"\W*(?:\d{1,2}\s+)?(?P<who>[QA])\s+(?=[A-Z“\"])")
_WITNESS = frozenset({"witness", "deponent"})
_MEMBER = re.compile(r"\b(?:gentle(?:man|woman|lady)|ranking)\b", re.IGNORECASE)
_CHAIR = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_SEATED = frozenset({"representative", "senator", "delegate", "assemblyman", "assemblywoman", "councilman", "councilwoman"})
_BOARDS = frozenset({"local", "state"})
_BULLET = re.compile(r"\s*(?:[•▪◦‣*]|[-–—]\s)")
_DATED = re.compile(r"^\W*(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}:\d\d)\W*$")


class Turns:
    """Follows the labels through one document. A turn ends with the next label, or with an empty line outside of a transcript."""

    def __init__(self, title: str, roster: Roster = NO_ROSTER) -> None:
        self._title = title
        self._roster = roster
        self._owner: Source | None = None
        self._seen = 0
        self.labelled = False  # whether the sentence begins with the label of whoever speaks
        self._bulleted = False
        self._cited = False  # whether the turn is a quotation, and ends with it
        self._open: bool | None = False  # whether that quotation is open; None where it is still to come

    def next(self, view: View, voices: Voices, agencies: tuple[str, ...], apart: bool) -> Source | None:
        """Whose turn this sentence stands in, None where it is nobody's. `apart`: an empty line stands before it."""
        found = label_in(view, voices, agencies, self._title, self._roster)
        if found is not None and not (self._seen or self._roster.taken_down) and (_heads(view, found) or self._greets(found)):
            found = None
        self.labelled = found is not None
        if found is not None:
            self._seen += 1
            # Who is asked in a transcript and is named nowhere answers all the same: not the paper's author.
            others = self._roster.taken_down or (self._roster.written and not found.kind)
            self._owner = found if found.name or others else None
            self._bulleted = _BULLET.match(view.sentence.text) is not None
            self._cite(view.sentence.text)
        elif self._cited and not self._quotes_on(view.sentence.text):
            self._owner, self._cited = None, False
        elif apart and self._seen < MANY and not self._roster.taken_down:
            self._owner = None
        elif self._owner is not None and self._owner.name in self._roster.surnames and _HEADS.match(view.sentence.text):
            self._owner = None  # the next line of notes is headed by something else
        elif self._bulleted and _BULLET.match(view.sentence.text):
            self._owner = None  # the next item of notes, which names nobody
        return self._owner

    def _cite(self, text: str) -> None:
        """Notes whether the label quotes somebody, in this sentence or, where it stands alone, in the next."""
        cited = _CITED.match(text)
        self._cited = cited is not None and bool(cited["marked"] or cited.end() >= len(text.rstrip()))
        self._open = left_open(text, False) if cited and cited["marked"] else None

    def _quotes_on(self, text: str) -> bool:
        """Whether the quotation behind a label goes on in this sentence, or only begins in it."""
        if self._open is None:
            self._cited = _MARK.match(text) is not None  # else it is a turn like any other
        goes_on, self._open = self._open is not False, left_open(text, bool(self._open))
        return goes_on

    def _greets(self, found: Source) -> bool:
        """Whether a label alone on its line is a letter's greeting ("Sheriff:"): no other stands so in the paper."""
        return bool(found.name) and found.name == self._roster.alone


def _heads(view: View, found: Source) -> bool:
    """Whether a label heads a row and not what somebody says: no verb stands behind it ("Sheriff: no new work")."""
    behind = view.tokens[len(found.tokens) + 1 :] if found.tokens else ()
    return len(behind) > 1 and not any(token.pos in ("VERB", "AUX", "INTJ") for token in behind)


def is_label(text: str) -> bool:
    """Whether a sentence is nothing but the label of a turn as transcripts print it: "The ASSISTANT DIRECTOR."."""
    return any(found.end() >= len(text.rstrip()) for form in (_FLOOR, _CAPITALS, _ANSWER) if (found := form.match(text)))


def label_in(view: View, voices: Voices, agencies: tuple[str, ...], title: str = "", roster: Roster = NO_ROSTER) -> Source | None:
    """The source a label at the start of the sentence names; one without a name for "Q:"; None where there is no label."""
    text = view.sentence.text
    if _GREETED.match(text.split("\n")[0]):
        return None
    if roster.unmarked and (letter := _UNMARKED.match(text)):
        return _answering(voices, roster) if letter["who"] == "A" else Source("", "")
    if _QUESTION.match(text):
        return Source("", "")
    if _ANSWER.match(text):
        return _answering(voices, roster)
    if floor := _FLOOR.match(text):
        return _on_the_floor(floor["who"], voices, agencies, title, roster)
    if (plain := LABEL.match(text.lstrip())) and plain["who"] in roster.bare:
        return roster.named.get(plain["who"]) or Source(plain["who"], kind_of(plain["who"], agencies))
    if (lettered := _LETTERED.match(text)) and lettered["who"] in roster.letters:
        return Source(lettered["who"], speaker_kind(lettered["who"]))
    if lettered and lettered["who"] in roster.initials:
        return Source(roster.initials[lettered["who"]] or lettered["who"], "")
    named = _STOPPED.match(text) if roster.taken_down else None
    if named and (roster.named.get(named["who"].removeprefix("THE ")) or is_person_or_body(named["who"].split(",")[0].title())):
        return _on_the_floor(named["who"], voices, agencies, title, roster)
    called = _CAPITALS.match(text)
    if called and not is_person_or_body(called["who"].title()) and roster.taken_down and text[called.end() - 1] == ":":
        return Source(" ".join(called["who"].split()), "")  # whose office that is nobody knows
    if called and is_person_or_body(called["who"].title()):
        return _on_the_floor(called["who"], voices, agencies, title, roster)
    if roster.taken_down and (said := _SPOKEN.match(text)) and not _ROLL.match(said["who"]):
        if not re.search(r"[A-Z]", said["who"]) or not roster.talks(said["who"]):
            return Source("", "")  # a name that is withheld, or a heading: whose words follow nobody knows
        return _on_the_floor(said["who"], replace(voices, author=Source("", "")), agencies, title, roster)
    if headed := _HEADED.match(" ".join(text.split())):
        return _on_the_floor(headed["who"], voices, agencies, title, roster)
    if (alone := _SURNAME.match(text)) and alone["who"] in roster.surnames:
        return Source(alone["who"], roster.present.get(alone["who"], ""))
    if (chat := _CHAT.match(text)) and personal(chat["who"]):
        return Source(" ".join(chat["who"].split()), kind_of(chat["who"], agencies))
    if (cited := _CITED.match(text)) and _cites(cited["who"], roster):
        return Source(" ".join(cited["who"].split()), kind_of(cited["who"], agencies))
    colon = next((at for at in range(1, min(LONGEST + 4, len(view.lower))) if view.lower[at] == ":"), 0)
    if not colon:
        return None
    words = _words(view, colon)
    if not words or len(words) > LONGEST or view.lower[0] in _CONJUNCTIONS:  # "If asked about the sheriff: ..."
        return None
    last = words[-1].lower().rstrip(".")
    if len(words) == 1 and last in _ANSWERS:
        return _answering(voices, roster)
    if len(words) == 1 and last in _QUESTIONS:
        return Source("", "")
    if len(words) == 1 and (
        last in _FIELDS or (view.tokens[colon - 1].tag in ("NNS", "NNPS") and (_bids(view, colon) or not kind_of(last, agencies)))
    ):
        return None
    phrase = " ".join(words)
    if words[0].lower().rstrip(".:") in _ADDRESSING or (
        not is_person_or_body(phrase) and not any(f" {name} " in f" {phrase} " for name in agencies)
    ):
        return None
    if not words[0][:1].isupper() and not view.lower[0].startswith(("(", "-", "•")):
        return None
    if last in _WITNESS and roster.witness:
        return roster.witness
    kind = _titled(last, title, agencies) or _kind(phrase, last, voices, agencies, roster)
    return Source(phrase, kind, tuple(range(colon)))


def _cites(who: str, roster: Roster) -> bool:
    """Whether what stands behind a rank before a colon is a name: "Sheriff Roe", and no "Sheriff Concerns"."""
    last = who.split()[-1]
    titled = re.match(rf"(?:{COURTESY}|[A-Z][a-z]+\.)\s", who) is not None
    return titled or last in roster.surnames or (personal(last, 1) and not roster.is_word(last))


def _bids(view: View, colon: int) -> bool:
    """Whether what follows a colon bids the reader do something: "Boats: send over both lists." is a matter to see to."""
    return view.tokens[colon + 1 : colon + 2] != () and view.tokens[colon + 1].tag == "VB"


def _answering(voices: Voices, roster: Roster) -> Source:
    """Who answers: the witness of a transcript, unknown where it names none; else whoever wrote the questions and answers."""
    if roster.taken_down:
        witness = roster.witness or Source("", "")
        return witness if witness.kind or not witness.name else Source(witness.name, voices.author.kind)
    return voices.author


def _on_the_floor(printed: str, voices: Voices, agencies: tuple[str, ...], title: str, roster: Roster) -> Source:
    phrase = " ".join(printed.split())
    last = re.split(r"\sof\s", phrase)[0].split()[-1].upper()
    if last.lower() in _WITNESS:
        return roster.witness or Source(phrase, "")
    called = phrase.upper().removeprefix("THE ")
    by_name = None if is_person_or_body(last.lower()) else roster.named.get(last)  # "DEPUTY DIRECTOR" is not the DIRECTOR
    if known := roster.named.get(called) or by_name:
        return known
    if _MEMBER.search(phrase):
        return Source(phrase, "congress" if voices.author.kind not in _BOARDS else voices.author.kind)
    chairs = last.lower() in _CHAIR or phrase.split()[0].lower() in _CHAIR  # "Chair ROE"
    presides = roster.body if chairs and roster.taken_down else ""
    told = presides or _titled(last.lower(), title, agencies)
    return Source(phrase, told or _kind(phrase, last.lower(), voices, agencies, roster))


def _kind(phrase: str, last: str, voices: Voices, agencies: tuple[str, ...], roster: Roster) -> str:
    if last in _CHAIR and voices.author.kind in _BOARDS:
        return voices.author.kind  # the chair of the board whose minutes these are
    if last in _CHAIR and roster.taken_down:
        return roster.body or kind_of(phrase, agencies)  # whoever presides does not speak for whoever is heard
    if phrase.split()[0].lower() in _SEATED and roster.body:
        return roster.body
    return kind_of(phrase, agencies, voices.author.kind)


def _titled(word: str, title: str, agencies: tuple[str, ...]) -> str:
    """The kind that the document's title gives a bare role: DIRECTOR, under "debate: undersheriff and law clinic director"."""
    found = re.search(rf"((?:[\w’'-]+ ){{1,3}}){re.escape(word)}\b", title, re.I)
    return kind_of(f"{found.group(1).rpartition(' and ')[2]}{word}", agencies) if found else ""


def _words(view: View, colon: int) -> list[str]:
    """The label's words: without item numbers and brackets; nothing where a verb stands among them."""
    words: list[str] = []
    inside = False
    for at in range(colon):
        text = view.tokens[at].text
        if text in "()[]":
            inside = text in "(["
        elif inside or not any(letter.isalpha() for letter in text) or _DATED.match(text):
            continue
        elif view.tokens[at].pos in ("VERB", "AUX") and view.tokens[at].tag != "VBN" and not text.isupper():
            return []
        elif text.lower() in ("'s", "’s") and words:
            words[-1] += text
        else:
            words.append(text)
    return words
