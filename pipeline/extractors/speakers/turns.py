"""Labels that say whose words follow: "SHERIFF: ...", "Delegation's counsel: ...", "The GENTLEWOMAN FROM MARLOW. ...", "A. ...".

As in transcripts, minutes and notes. Who "A." and "Mr. HALE." are, the document's roster tells.
"""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.extractors.cueing.grammar import View
from pipeline.extractors.sides import status
from pipeline.extractors.speakers import annexes, label_forms, masked
from pipeline.extractors.speakers.kinds import is_person_or_body, kind_of
from pipeline.extractors.speakers.quotations import left_open
from pipeline.extractors.speakers.roster import NO_ROSTER, Roster
from pipeline.extractors.speakers.sources import Source, Voices
from pipeline.patterns.names.name_forms import personal
from pipeline.patterns.names.person_names import COURTESY
from pipeline.patterns.openings.talk import LABEL
from pipeline.patterns.writers.parties import speaker_kind

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
_WITNESS = frozenset({"witness", "deponent"})
_MEMBER = re.compile(r"\b(?:gentle(?:man|woman|lady)|ranking)\b", re.IGNORECASE)
_CHAIR = frozenset({"chair", "chairman", "chairwoman", "chairperson"})
_SEATED = frozenset({"representative", "senator", "delegate", "assemblyman", "assemblywoman", "councilman", "councilwoman"})
_OURS = frozenset({"we", "our", "us", "i", "my"})
_BOARDS = frozenset({"local", "state"})


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
        self._asked = False  # whether the sentence before is a question
        self._open: bool | None = False  # whether that quotation is open; None where it is still to come

    def next(self, view: View, voices: Voices, agencies: tuple[str, ...], apart: bool) -> Source | None:
        """Whose turn this sentence stands in, None where it is nobody's. `apart`: an empty line stands before it."""
        found = label_in(view, voices, agencies, self._title, self._roster)
        if self._roster.all_masked and (mark := masked.LABEL.match(view.sentence.text)) and not (mark["house"] or mark["post"]):
            found = self._roster.masked if self._asked and not status.is_question(view) else Source("", "")
        if (annexed := annexes.heading_in(view.sentence.text)) is not None:
            found = self._annexed(annexed, voices, agencies)
        self._asked = status.is_question(view)
        if found is not None and not self._roster.taken_down and self._is_none(view, found, voices):
            found = None
        self.labelled = found is not None
        if found is not None:
            self._seen += 1
            # Who is asked in a transcript and is named nowhere answers all the same: not the paper's author.
            others = self._roster.taken_down or (self._roster.written and not found.kind)
            self._owner = found if found.name or others else None
            self._bulleted = label_forms.BULLET.match(view.sentence.text) is not None
            self._cite(view.sentence.text)
        elif self._cited and not self._quotes_on(view.sentence.text):
            self._owner, self._cited = None, False
        elif apart and (self._bulleted or self._seen < MANY) and not self._roster.taken_down:
            self._owner = None
        elif (
            self._owner is not None and self._owner.name in self._roster.surnames and label_forms.HEADS.match(view.sentence.text)
        ):
            self._owner = None  # the next line of notes is headed by something else
        elif label_forms.ROW.match(view.sentence.text):
            self._owner = None  # the next row of a log
        elif self._bulleted and label_forms.BULLET.match(view.sentence.text):
            self._owner = None  # the next item of notes, which names nobody
        return self._owner

    def _annexed(self, whose: str, voices: Voices, agencies: tuple[str, ...]) -> Source:
        """Whose words an annex holds: those of whoever's statement it belongs to; nobody's where that is not said."""
        last = re.sub(r"\W+$", "", whose).split()[-1:]
        if not last:
            return Source("", "")
        guest = self._roster.masked
        if masked.LABEL.match(f"{whose}:") or (guest.kind and _words_of(whose) <= _words_of(guest.name)):
            return guest
        return _on_the_floor(whose, voices, agencies, self._title, self._roster)

    def _cite(self, text: str) -> None:
        """Notes whether the label quotes somebody, in this sentence or, where it stands alone, in the next."""
        cited = label_forms.CITED.match(text)
        self._cited = cited is not None and bool(cited["marked"] or cited.end() >= len(text.rstrip()))
        self._open = left_open(text, False) if cited and cited["marked"] else None

    def _quotes_on(self, text: str) -> bool:
        """Whether the quotation behind a label goes on in this sentence, or only begins in it."""
        if self._open is None:
            self._cited = label_forms.MARK.match(text) is not None  # else it is a turn like any other
        goes_on, self._open = self._open is not False, left_open(text, bool(self._open))
        return goes_on

    def _is_none(self, view: View, found: Source, voices: Voices) -> bool:
        """Whether what looks like the label of a turn heads a row, or greets whom the paper goes to."""
        if (
            label_forms.PLACE.fullmatch(found.name)
            and label_forms.OF_PLACES.search(self._title)
            and not _OURS.intersection(view.lower)
        ):
            return True  # "- Dorn County: active since May", in a weekly report
        to = voices.reader.name.lower().replace(",", " ").split() if voices.reader else []
        greets = self._greets(found) or (found.name.lower().split()[-1:] != [] and found.name.lower().split()[-1] in to)
        return not self._seen and (_heads(view, found) or greets)

    def _greets(self, found: Source) -> bool:
        """Whether a label alone on its line is a letter's greeting ("Sheriff:"): no other stands so in the paper."""
        return bool(found.name) and found.name == self._roster.alone


def _heads(view: View, found: Source) -> bool:
    """Whether a label heads a row and not what somebody says: no verb stands behind it ("Sheriff: no new work")."""
    behind = view.tokens[len(found.tokens) + 1 :] if found.tokens else ()
    return len(behind) > 1 and not any(token.pos in ("VERB", "AUX", "INTJ") for token in behind)


def is_label(text: str) -> bool:
    """Whether a sentence is nothing but the label of a turn as transcripts print it: "The ASSISTANT DIRECTOR."."""
    return any(
        found.end() >= len(text.rstrip())
        for form in (label_forms.FLOOR, label_forms.CAPITALS, label_forms.ANSWER)
        if (found := form.match(text))
    )


def label_in(view: View, voices: Voices, agencies: tuple[str, ...], title: str = "", roster: Roster = NO_ROSTER) -> Source | None:
    """The source a label at the start of the sentence names; one without a name for "Q:"; None where there is no label."""
    text = view.sentence.text
    if label_forms.GREETED.match(text.split("\n")[0]):
        return None
    if roster.taken_down and (mark := masked.LABEL.match(text)):
        return masked.labelled(mark, roster.masked, agencies)
    if roster.unmarked and (letter := label_forms.UNMARKED.match(text)):
        return _answering(voices, roster) if letter["who"] == "A" else Source("", "")
    if label_forms.QUESTION.match(text):
        return Source("", "")
    if label_forms.ANSWER.match(text):
        return _answering(voices, roster)
    if floor := label_forms.FLOOR.match(text):
        return _on_the_floor(floor["who"], voices, agencies, title, roster)
    if (plain := LABEL.match(text.lstrip())) and plain["who"] in roster.bare:
        return roster.named.get(plain["who"]) or Source(plain["who"], kind_of(plain["who"], agencies))
    if (lettered := label_forms.LETTERED.match(text)) and lettered["who"] in roster.letters:
        return Source(lettered["who"], speaker_kind(lettered["who"]))
    if lettered and lettered["who"] in roster.initials:
        return Source(roster.initials[lettered["who"]] or lettered["who"], "")
    named = label_forms.STOPPED.match(text) if roster.taken_down else None
    if named and (roster.named.get(named["who"].removeprefix("THE ")) or is_person_or_body(named["who"].split(",")[0].title())):
        return _on_the_floor(named["who"], voices, agencies, title, roster)
    called = label_forms.CAPITALS.match(text)
    if called and not is_person_or_body(called["who"].title()) and roster.taken_down and text[called.end() - 1] == ":":
        return Source(" ".join(called["who"].split()), "")  # whose office that is nobody knows
    if called and is_person_or_body(called["who"].title()):
        return _on_the_floor(called["who"], voices, agencies, title, roster)
    if roster.taken_down and (said := label_forms.SPOKEN.match(text)) and not label_forms.ROLL.match(said["who"]):
        if not re.search(r"[A-Z]", said["who"]) or not roster.talks(said["who"]):
            return Source("", "")  # a name that is withheld, or a heading: whose words follow nobody knows
        return _on_the_floor(said["who"], replace(voices, author=Source("", "")), agencies, title, roster)
    if headed := label_forms.HEADED.match(" ".join(text.split())):
        return _on_the_floor(headed["who"], voices, agencies, title, roster)
    if (alone := label_forms.SURNAME.match(text)) and alone["who"] in roster.surnames:
        return Source(alone["who"], roster.present.get(alone["who"], ""))
    if (row := label_forms.ROW.match(text)) and row["who"] and (kind := kind_of(row["who"].replace("(", " "), agencies)):
        return Source(" ".join(row["who"].split()), kind)
    if (chat := label_forms.CHAT.match(text)) and personal(chat["who"]):
        return Source(" ".join(chat["who"].split()), kind_of(chat["who"], agencies))
    if (cited := label_forms.CITED.match(text)) and _cites(cited["who"], roster):
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


def _words_of(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[a-z]{3,}", name.casefold())) - {"the"}


def _words(view: View, colon: int) -> list[str]:
    """The label's words: without item numbers and brackets; nothing where a verb stands among them."""
    words: list[str] = []
    inside = False
    for at in range(colon):
        text = view.tokens[at].text
        if text in "()[]":
            inside = text in "(["
        elif inside or not any(letter.isalpha() for letter in text) or label_forms.DATED.match(text):
            continue
        elif view.tokens[at].pos in ("VERB", "AUX") and view.tokens[at].tag != "VBN" and not text.isupper():
            return []
        elif text.lower() in ("'s", "’s") and words:
            words[-1] += text
        else:
            words.append(text)
    return words
