"""Labels that say whose words follow, as in transcripts, minutes and notes: "SHERIFF: ...", "Delegation's counsel: ..."."""

from __future__ import annotations

import re

from pipeline.extractors.grammar import View
from pipeline.extractors.kinds import is_person_or_body, kind_of
from pipeline.extractors.sources import Source, Voices

LONGEST = 7  # words of a label
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
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "the", "chairman", "chairwoman", "senator", "representative", "secretary", "sheriff"}
)
_DATED = re.compile(r"^\W*(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}:\d\d)\W*$")


class Turns:
    """Follows the labels through one document. A turn ends with the next label, or with an empty line outside of a transcript."""

    def __init__(self, title: str) -> None:
        self._title = title
        self._owner: Source | None = None
        self._seen = 0

    def next(self, view: View, voices: Voices, agencies: tuple[str, ...], apart: bool) -> Source | None:
        """Whose turn this sentence stands in, None where it is nobody's. `apart`: an empty line stands before it."""
        found = label_in(view, voices, agencies, self._title)
        if found is not None:
            self._seen += 1
            self._owner = found if found.name else None
        elif apart and self._seen < 3:
            self._owner = None
        return self._owner


def label_in(view: View, voices: Voices, agencies: tuple[str, ...], title: str = "") -> Source | None:
    """The source a label at the start of the sentence names; one without a name for "Q:"; None where there is no label."""
    colon = next((at for at in range(1, min(LONGEST + 4, len(view.lower))) if view.lower[at] == ":"), 0) or _stop(view)
    if not colon:
        return None
    words = _words(view, colon)
    if not words or len(words) > LONGEST:
        return None
    last = words[-1].lower().rstrip(".")
    if len(words) == 1 and last in _ANSWERS:
        return voices.author
    if len(words) == 1 and last in _QUESTIONS:
        return Source("", "")
    if len(words) == 1 and last in _FIELDS:
        return None
    phrase = " ".join(words)
    if words[0].lower().rstrip(".:") in _ADDRESSING or (
        not is_person_or_body(phrase) and not any(f" {name} " in f" {phrase} " for name in agencies)
    ):
        return None
    if not words[0][:1].isupper() and not view.lower[0].startswith(("(", "-", "•")):
        return None
    kind = _titled(last, title, agencies) or kind_of(phrase, agencies, voices.author.kind)
    return Source(phrase, kind, tuple(range(colon)))


def _stop(view: View) -> int:
    """Where a label of the kind "Mr. HALE." or "The CHAIRMAN." ends, as in printed hearings; 0 where there is none."""
    if view.lower[0].rstrip(".") not in _TITLES:
        return 0
    for at in range(1, min(5, len(view.lower))):
        text = view.tokens[at].text
        if text == "." or (text.endswith(".") and text[:-1].isupper() and len(text) > 3):
            return at if text == "." and view.tokens[at - 1].text.isupper() else 0
    return 0


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
        elif text in ("'s", "’s") and words:
            words[-1] += text
        else:
            words.append(text)
    return words
