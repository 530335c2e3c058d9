"""Small things that OCR gets wrong and the page shows: signs that nobody printed, marks of items, noughts and the letter O."""

from __future__ import annotations

import re
from dataclasses import replace

from pipeline.patterns.days.months import STEMS
from pipeline.ports import Look, OcrEngine
from pipeline.records.page import Box, Line, Word
from pipeline.seen import Grey
from pipeline.stages.reading.code_lists import agreed

SURE = 0.9  # confidence from which on a sign at a word's end is there: of 19 that were not, none had more than 0.86
UNSURE = 0.8  # confidence below which the mark of an item is read again by itself
BETTER = 0.1  # by how much the second reading must be surer
HANGING = 0.8  # heights of type between the mark of an item and its text
LONGEST = 4  # letters of what may be such a mark
SIGNED = re.compile(r"[^.]*[^\W_]{2}[.,;]")  # an initial runs into its point on copies
ITEM = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[ivx]{1,5})[.)]")
COUNTED = re.compile(r"\d{1,2},")
NOUGHT = re.compile(r"(?<=[\d/-])O(?=\d)")  # "DRC-O1", "2O10": between a figure, hyphen or stroke and a figure no letter O stands
LEADING_O = re.compile(r"(?<![\w-])O(?=\d{4})")  # "O80630Z"
UPRIGHT = re.compile(r"[A-Za-z][a-z]{2,}[aeioul][!\]|]")  # behind other letters no English word has an l at its end
CODE = re.compile(
    r"(?P<name>[A-Z]{2,}-)(?P<number>[0-9OIl|!\]}]{1,2}[0-9OIl]|[0OIl][|!\]}])[,;]?"
)  # "RSC-0!", "EA-I1": a name in capitals and its number; a sign behind a number that is whole ("COVID-19!") is a sign
IN_CAPITALS = frozenset(STEMS.upper().split("|"))
PAGED = re.compile(r"(?=.*[0-9Ol|!])(?:[0-9OIlL|!]{1,2}|(?=.*\d)[0-9OIlL|!]{3})")  # behind "page"; "II" may be just that
TIMED = re.compile(r"(?=(?:\D*\d){3})[0-9OIlLSB]{6}Z")
OPENED = re.compile(r"\{[A-Z]{2,}[,.;:]?")  # "{TEMS"
COUNT = re.compile(r"(?P<name>)(?P<number>0[Il|!\]}])")  # "PAGE 0!"
LIKE_FIGURES = str.maketrans("OIlL|!]}SB", "0111111158")
GROUP = re.compile(
    r"-*(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d(?P<zone>[Z2])"
)  # day, hour, minute: "112046Z" in message traffic
TRAFFIC = re.compile(
    r"--|PAGE \d{1,3}\b|(?:(?:ZZ?|OO?|PP?|RR?) ){1,2}-*\d"
)  # how lines above a message begin: rule, page, precedence
LETTER_O = re.compile(r"(?<=\b[A-Z]\.)0(?=\.(?!\d))")  # "E.0.": among initials no nought stands


def settled(
    lines: tuple[Line, ...], pixels: Grey, dpi: float, look: Look, engine: OcrEngine, languages: tuple[str, ...]
) -> tuple[Line, ...]:
    """The lines as the image bears them out. `pixels` is what they were read from: their boxes are fractions of it."""
    lines = tuple(_item(line, pixels, dpi, look, engine, languages) for line in lines)
    return in_shape(_signed(lines, pixels, look))


def in_shape(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with signs and letters for figures, and figures for letters, as the words around them tell without the image."""
    lines = tuple(Line(tuple(map(_rounded, _paged(_lettered(line.words)))), line.block) for line in lines)
    return _zoned(tuple(agreed(line) for line in lines))


def _zoned(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with the Z of a date-time group that OCR took for a 2: of one before the name of a month and, where the page
    has such a group or one with its Z, of those in the lines that stand above a message. Any other number may be just that.
    """
    groups = {
        (at, order): found["zone"]
        for at, line in enumerate(lines)
        for order, word in enumerate(line.words)
        if (found := GROUP.fullmatch(word.text))
    }
    dated = {(at, order) for at, order in groups if _before_month(lines[at].words, order)}
    if not dated and "Z" not in groups.values():
        return lines
    above = {at for at, _ in groups if TRAFFIC.match(" ".join(word.text for word in lines[at].words))}
    times = dated | {(at, order) for at, order in groups if at in above}
    return tuple(
        Line(tuple(_with_zone(word) if (at, order) in times else word for order, word in enumerate(line.words)), line.block)
        for at, line in enumerate(lines)
    )


def _before_month(words: tuple[Word, ...], order: int) -> bool:
    return order + 1 < len(words) and words[order + 1].text in IN_CAPITALS


def _with_zone(word: Word) -> Word:
    return replace(word, text=word.text[:-1] + "Z")


def _lettered(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a line with letters that OCR took for upright signs: the l of "shal!" before a small letter, the I of "{TEMS".

    A sentence that ends goes on with a large letter, a bracket that closes was opened, and one that opens is closed.
    """
    opened = any("[" in word.text for word in words)
    if not any("}" in word.text for word in words):
        words = tuple(replace(word, text="I" + word.text[1:]) if OPENED.fullmatch(word.text) else word for word in words)
    return tuple(
        replace(word, text=word.text[:-1] + "l")
        if after.islower() and word.confidence < SURE and UPRIGHT.fullmatch(word.text) and not (opened and word.text[-1] == "]")
        else word
        for word, after in zip(words, [*(word.text[:1] for word in words[1:]), ""], strict=False)
    )


def _paged(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words of a line with the figures of a page's number that OCR took for letters: "PAGE OI", "Page l"."""
    return tuple(
        replace(word, text=word.text.translate(LIKE_FIGURES))
        if before.lower() == "page" and PAGED.fullmatch(word.text) and word.text != "O"
        else word
        for before, word in zip(["", *(word.text for word in words)], words, strict=False)
    )


def _rounded(word: Word) -> Word:
    if TIMED.fullmatch(word.text) and GROUP.fullmatch(told := word.text[:-1].translate(LIKE_FIGURES) + "Z"):
        return word if told == word.text else replace(word, text=told)
    text = LETTER_O.sub("O", LEADING_O.sub("0", NOUGHT.sub("0", word.text)))
    code = CODE.fullmatch(text) or COUNT.fullmatch(text)
    if code and not code["number"].isalpha():
        text = code["name"] + code["number"].translate(LIKE_FIGURES) + text[code.end("number") :]
    return word if text == word.text else replace(word, text=text)


def _signed(lines: tuple[Line, ...], pixels: Grey, look: Look) -> tuple[Line, ...]:
    """Without the full stops and commas that OCR puts at the end of a line behind a bare letter; "1," before an item is "1."."""
    asked = [(at, order) for at, line in enumerate(lines) for order in range(len(line.words)) if _in_question(line.words, order)]
    shown = look.endings(pixels, tuple(_box(lines[at].words[order]) for at, order in asked))
    changed: dict[tuple[int, int], Word] = {}
    for (at, order), last in zip(asked, shown, strict=True):
        word = lines[at].words[order]
        if last == "letter" and word.confidence < SURE and not word.text.endswith(";"):
            changed[at, order] = replace(word, text=word.text[:-1])
        elif last == "colon" and word.confidence < SURE:
            changed[at, order] = replace(word, text=word.text[:-1] + ":")
        elif last in ("point", "colon") and _counts(lines[at].words, order):
            changed[at, order] = replace(word, text=word.text[:-1] + ".")
    return tuple(
        Line(tuple(changed.get((at, order), word) for order, word in enumerate(line.words)), line.block)
        for at, line in enumerate(lines)
    )


def _in_question(words: tuple[Word, ...], order: int) -> bool:
    return _counts(words, order) or (words[order].confidence < SURE and SIGNED.fullmatch(words[order].text) is not None)


def _counts(words: tuple[Word, ...], order: int) -> bool:
    """Whether "1," stands before the first word of an item; before "2010" it may be a day."""
    return order == 0 and len(words) > 1 and COUNTED.fullmatch(words[0].text) is not None and words[1].text[:1].isupper()


def _item(line: Line, pixels: Grey, dpi: float, look: Look, engine: OcrEngine, languages: tuple[str, ...]) -> Line:
    """The line with the mark of its item, "2." or "(i)", read again alone where OCR was unsure and that is surer."""
    first, *rest = line.words
    if not rest or first.confidence >= UNSURE or len(first.text) > LONGEST:
        return line
    tall = max(word.y1 - word.y0 for word in line.words)
    high, wide = pixels.shape
    if (rest[0].x0 - first.x1) * wide < HANGING * tall * high:
        return line
    spot = look.crop(pixels, _box(first), dpi)
    read = [word for one in engine.recognise(spot, round(dpi), languages, single_block=True) for word in one.words]
    if len(read) != 1 or read[0].confidence < first.confidence + BETTER or not ITEM.fullmatch(read[0].text):
        return line
    return Line((replace(first, text=read[0].text, confidence=read[0].confidence), *rest), line.block)


def _box(word: Word) -> Box:
    return Box(word.x0, word.y0, word.x1, word.y1)
