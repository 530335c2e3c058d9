"""A document's own count of its pages: "Page 2 of 5", "Page 2", "- 2 -", "Page 2 – The Honorable Ada Roe"."""

from __future__ import annotations

import re

_COUNT = re.compile(
    r"(?i:\bpage\s{0,2}([\dIl|]{1,3})\s?(?:of|/)\s?([\dIl|]{1,3})\b)|^\s*(\d{1,3})\s(?:of|OF)\s(\d{1,3})\s*$", re.MULTILINE
)
_ALONE = re.compile(r"(?:[-–—(\[]\s?)?(\d{1,3})(?:\s?[-–—)\]])?|(?i:page|p\.)\s?(\d{1,3})")
_LATER = re.compile(r"(?i:page\s{0,2}(?P<number>\d{1,3}|two|three|four|five|six|seven|eight|nine)\b(?!\s?(?:of|/)\s?[\dIl|]))")
_BESIDE = " \t,.:;|()[]–—-"  # what may stand between such a number and a name
_NAMED_IN = 1200  # characters of a paper that hold its address, its salutation and its subject
_ONES = str.maketrans("Il|", "111")  # what scans make of a 1


def page_of(text: str) -> tuple[int, int] | None:
    """(this page, all pages) as printed in the first or last lines; None where absent, impossible or said in two ways."""
    lines = [line for line in text.split("\n") if line.strip()]
    edges = "\n".join(lines[:4] + lines[max(4, len(lines) - 4) :])
    read = [tuple(part.translate(_ONES) for part in (a or c, b or d)) for a, b, c, d in _COUNT.findall(edges)]
    counts = {(int(page), int(pages)) for page, pages in read}
    counts = {one for one in counts if 0 < one[0] <= one[1]}
    return counts.pop() if len(counts) == 1 else None


def number_of(text: str) -> int | None:
    """The page number alone in the first or last lines ("2", "- 2 -", "Page 2"); None where absent or said in two ways."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = {int(match[1] or match[2]) for line in lines[:3] + lines[-3:] if (match := _ALONE.fullmatch(line))}
    return found.pop() if len(found) == 1 else None


def later_head(text: str) -> str:
    """Whom or what the first lines of a page name beside a later number: "Page 2 – The Honorable Ada Roe", "Chair Roe, page 3".

    The name may stand on the lines above or below ("The Honorable Ada Roe / May 4, 2011 / Page 2"). '' where no number above 1
    stands there, or nothing is named.
    """
    lines = [line.strip() for line in text[:_NAMED_IN].split("\n") if line.strip()][:3]
    for line in lines:
        found = _LATER.search(line)
        if found is None or (found["number"].isdigit() and int(found["number"]) < 2):
            continue
        before, after = line[: found.start()].strip(_BESIDE), line[found.end() :].strip(_BESIDE)
        if not (before and after):
            return before or after or next((one for one in lines if one is not line and _words(one)), "")
    return ""


def heads_on(head: str, text: str) -> bool:
    """Whether a `later_head` names what the top of the paper `text` names: nearly all its words stand there.

    One word in three may be lost to the scan.
    """
    words, told = _words(head), frozenset(_words(text[:_NAMED_IN]))
    return bool(words) and sum(word in told for word in words) * 3 >= len(words) * 2


def _words(text: str) -> list[str]:
    """The words in capitals, folded, by which a paper is named."""
    return [word.casefold() for word in re.findall(r"\b[A-Z][\w’'-]{2,}", text) if word != "The"]
