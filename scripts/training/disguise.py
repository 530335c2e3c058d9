"""Marked pages made over for training: other names and numbers, another case, other lines, a scanner's damage; the marks stay.

A page is a tuple of (words, label) that make up its text.
"""

from __future__ import annotations

import random
import re
from typing import Protocol

from measuring.misread import damaged

from pipeline.records.tagging import PUBLIC

Portions = tuple[tuple[str, str], ...]
NAME = "name"
_NAME_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'](?=[A-Z]))+")
_BESIDE_NAMES_LIST = """
mr mrs ms miss mx dr sr sra srta don doña dona de la del los las van von bin al da dos y jr ii iii the his her my aka nee née
uncle aunt tia tío tio tía baby boy girl little big family and of or el father mother sister brother son daughter mom dad mama
papá grandma cousin señor señora hermano hermana unk unknown doe no name first last middle minor child juvenile victim witness
subject inmate detainee respondent applicant petitioner
"""
_BESIDE_NAMES = frozenset(_BESIDE_NAMES_LIST.split())
_DIGITS = re.compile(r"\d+")
_LABEL_COLON = re.compile(r"(?<=[A-Za-z]):(?=[ \t\n]|$)")


class Namer(Protocol):
    """Draws names."""

    def given(self) -> str: ...

    def surname(self) -> str: ...


class Disguise:
    """Makes pages over. `ordinary` are words that texts use in lower case: in what is public they are no names."""

    def __init__(self, ordinary: frozenset[str], aliases: Namer, chance: random.Random) -> None:
        self._ordinary, self._aliases, self._chance = ordinary, aliases, chance

    def made_over(self, page: Portions) -> Portions:
        """The same page, differently."""
        chance = self._chance
        if chance.random() < 0.8:
            page = self._renamed(page)
        if chance.random() < 0.8:
            page = self._renumbered(page)
        kind = chance.random()
        if kind < 0.06:
            page = tuple((words.upper(), label) for words, label in page)
        elif kind < 0.11:
            page = tuple((words.lower(), label) for words, label in page)
        page = self._laid_out(page)
        if chance.random() < 0.15:
            rate = chance.choice((0.005, 0.01, 0.03))
            page = tuple((damaged(words, rate, chance), label) for words, label in page)
        return tuple(one for one in page if one[0])

    def _renamed(self, page: Portions) -> Portions:
        other: dict[str, str] = {}
        for words, label in page:
            if label in (NAME, PUBLIC):
                self._name(words, label, other)
        if not other:
            return page
        inside = re.compile("|".join(sorted((w for w in other if len(w) > 3), key=len, reverse=True)) or r"(?!)")

        def named(match: re.Match[str]) -> str:
            return (
                _in_case(other[match.group().casefold()], match.group()) if match.group().casefold() in other else match.group()
            )

        made = []
        for words, label in page:
            if "@" in words:
                words = inside.sub(lambda m: other[m.group()].lower(), words)
            elif label in (NAME, PUBLIC) or not self._ordinary.issuperset(other):
                keep = label not in (NAME, PUBLIC)
                words = _NAME_WORD.sub(
                    lambda m, keep=keep: m.group() if keep and m.group().casefold() in self._ordinary else named(m), words
                )
            made.append((words, label))
        return tuple(made)

    def _name(self, words: str, label: str, other: dict[str, str]) -> None:
        found = [m.group() for m in _NAME_WORD.finditer(words)]
        known = [w for w in found if w.casefold() not in _BESIDE_NAMES and (label == NAME or w.casefold() not in self._ordinary)]
        last_first = re.match(r"\s*[^\W\d_]+(?:[ -][^\W\d_]+)?,", words) is not None
        for order, word in enumerate(known):
            alone = len(known) == 1
            given = self._chance.random() < 0.5 if alone else (order > 0 if last_first else order == 0)
            if word.casefold() not in other:
                other[word.casefold()] = self._aliases.given() if given else self._aliases.surname()

    def _renumbered(self, page: Portions) -> Portions:
        other: dict[str, str] = {}

        def again(match: re.Match[str]) -> str:
            digits = match.group()
            if len(digits) < 3:
                return self._few(digits)
            if digits not in other:
                year = len(digits) == 4 and digits[:2] in ("19", "20")
                other[digits] = self._year(digits) if year else "".join(self._chance.choice("0123456789") for _ in digits)
            return other[digits]

        return tuple((_DIGITS.sub(again, words), label) for words, label in page)

    def _year(self, digits: str) -> str:
        return str(self._chance.randint(1935, 1999) if digits[0] == "1" else self._chance.randint(2000, 2015))

    def _few(self, digits: str) -> str:
        most = next(most for most in (9, 12, 31, 59, 99) if int(digits) <= most)
        made = str(self._chance.randint(1, most))
        return made.zfill(2) if len(digits) == 2 and digits[0] == "0" else made

    def _laid_out(self, page: Portions) -> Portions:
        chance = self._chance
        if chance.random() < 0.12:
            page = tuple((re.sub(r"[ ]{2,}", " ", words), label) for words, label in page)
        if chance.random() < 0.10:
            page = tuple((_LABEL_COLON.sub("", words), label) for words, label in page)
        if chance.random() < 0.10:
            page = tuple((re.sub(r"\n{2,}", "\n", words), label) for words, label in page)
        if chance.random() < 0.08:
            page = tuple((re.sub(r"(?m)^[ ]+", "", words), label) for words, label in page)
        if chance.random() < 0.2:
            page = self._wrapped(page)
        return page

    def _wrapped(self, page: Portions) -> Portions:
        """Lines of prose broken elsewhere: a break between two words in lower case, or behind a comma, is none of layout's."""
        whole = "".join(words for words, _ in page)
        soft = {m.start() for m in re.finditer(r"(?<=[a-z,])\n(?=[a-z(“\"A-Z])", whole) if _is_prose(whole, m.start())}
        if not soft:
            return page
        width, column, at, made = self._chance.randint(45, 110), 0, 0, []
        for words, label in page:
            out = []
            for sign in words:
                if at in soft or (sign == " " and column > width and _is_prose(whole, at)):
                    sign = "\n" if column > width else " "
                column = 0 if sign == "\n" else column + 1
                out.append(sign)
                at += 1
            made.append(("".join(out), label))
        return tuple(made)


def _is_prose(whole: str, at: int) -> bool:
    """Whether the line that ends or is broken at `at` is a long one without columns."""
    start = whole.rfind("\n", 0, at) + 1
    end = whole.find("\n", at + 1)
    line = whole[start : at if whole[at] == "\n" else (end if end >= 0 else len(whole))]
    return len(line) > 45 and "   " not in line.strip()


def _in_case(new: str, old: str) -> str:
    if old.isupper():
        return new.upper()
    return new.lower() if old.islower() else new
