"""Lists of persons: tables whose heads name private identifiers, read by where the words stand rather than by their order.

A number that a table splits over several columns, or a column that stands apart from the others, is no longer one string of
text; every cell of such a row is told by the head above it. A list goes on over the pages of a file though its head does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from pipeline.patterns.names.name_forms import names_nobody, of_an_official
from pipeline.patterns.names.office_words import names_office
from pipeline.patterns.private.signs import IdentifierFound
from pipeline.records.page import Page
from pipeline.stages.reading.set_rows import Cell, Row, height_of, in_lower_case, rows_of, runs_on, starts_of, text_of
from pipeline.stages.screening.remarks import confided

PRIVATE = re.compile(
    r"\bA\s?#|\bA[- ]?(?:[Ff]iles?|FILE|[Nn]umbers?|NUMBER|[Nn]o\b|NO\b|[Nn]um\b|NUM\b)|\bSSN\b"
    r"|\bFBI\s?(?:[Nn]o|NO|#|[Nn]umber|UCN)|\bFIN\b|(?i:\balien\s(?:no|num|#|reg|id)"
    r"|\b[DO0]\.?\s?[O0]\.?\s?B\b|\bdate\sof\sbirth|\bbirth\s?-?date|\bborn\b|\bpassport\b|\bsocial\ssec"
    r"|\b(?:book(?:ing)?|inmate|jacket|event|encounter|subject|person|detainee|receipt|file)\s?(?:no\b|num|#|[i1l]d\b)"
    r"|\bvisitors?$|\b(?:inmate|detainee|prisoner)$|\bto\ssee$|\bjacket$|\bcallers?$|\bholders?\b|\bdeposit(?:ed)?\sby\b|\bguests?$|\bpatients?$|\bobligors?$|\bindemnitors?$|\bcall\s?-?backs?\b|\bcomplainants?$|\bdriver[’']?s?\slic|\bID\sshown|\b(?:mother|father|parent|spouse)s?[’']s?\s(?:\w+\s){0,3}names?\b|\bnext\sof\skin|\bemergency\scontact|\bplates?\b|\bveh\w*\.?\s(?:tag|lic|plate))"
)
NAME = re.compile(
    r"(?i:\bnames?\b|\blast\b|\bfirst\b|\bsurname|\bgiven\b|\bfamily\b|\bM\.?I\b|\bmiddle\b"
    r"|\balien$|\bsubject\b|\bdetainee\b|\binmate\b|\bvisitors?\b|\bcallers?\b|\bcomplainant|\bto\ssee\b|\bvisit(?:ed|ing)\b|\bholders?\b|\bdeposit(?:ed)?\sby\b|\bguests?$|\bpatients?$|\bobligors?$)"
)
PARTS_OF_NAME = (re.compile(r"(?i:\b(?:family|last|sur)\s?name|^last$)"), re.compile(r"(?i:^first|^given)"))
HOME = re.compile(r"(?i:\baddress\b|\bresidence\b|\bstreet\b|\btown\b|\bcity\b|\bzip\b)")
OPEN = re.compile(
    r"(?i:\blevels?\b|\boffen[cs]e|\bcharge|\barrest|\bbook(?:ed|ing)?\b|\bencounter|\bstatus\b|\bbond\b|\bdays?\b|\bnational"
    r"|\bcountry\b|\bc\.?o\.?[bc]\b|\bcitizen|\bsex\b|\brace\b|\bfee\b|\bamount|\bamt\b|\bbalance\b|\btotal|\bcount\b|\bmatch|\bstatut|\bsection\b"
    r"|\bagency\b|\bcounty\b|\bfacility\b|\bdisposition\b|\bremarks?\b|\bcustody\b|\breleased?\b|\bhearing\b"
    r"|\btime\b|^from$|^to$|^dates?\s?:?$|\bdate\sof\s(?:arr|entry|rem|enc|book|hear)|^in$|^out$|^seq|^no\.?$|^#$|^rel\b|^relation)"
)
# A column of sentences: what is told in it is read as a sentence is, and its words do not end the list.
TOLD = re.compile(
    r"(?i:\bsaid\b|\bremarks?\b|\bnotes?\b|\bcomments?\b|\bnarrative|\bsummary|\bgist\b|\bnature\b|\bpurpose|\breason|\bmessage"
    r"|\bconcern|\bissue|\baction|\bdescription|\bdetails?\b|\bwhat\b)"
)
MOST_ROWS = 400
CELL = 4  # lines that the cells of one row may take
MOST_LABELS = 24  # words in a row of a head
REACH = 0.15  # share of the page's width beyond which a label says nothing of a cell
MOST_IN_LABEL = 5  # words
HEADS = 3  # rows that a head may take
PROSE = 5  # words in lower case that make a row a sentence
LAST = re.compile(
    r"(?i:(?:grand\s)?totals?\b|sources?\s?:|notes?\s?:|page\s\d|to\s?:|from\s?:)"
)  # what no row of a list begins with
# "Plates in lot: ...", below a list: what is said of something else, behind its own label.
_NOTE = re.compile(r"[A-Z][a-z]+(?:\s[a-z]+){0,3}(?:\s\d{4})?:\s")
# "Records and Tracking Unit (202) 555-0100 Room 12", below a list: an office's own line, in one piece up to its telephone.
_OFFICE_LINE = re.compile(
    r"(?P<office>[A-Z][a-z][\w’'&-]*(?:[ ](?:and|of|for|the|&|[A-Z][a-z][\w’'-]*)){1,6}),?[ ]\(?\d{3}[)-]{1}[ -]?\d{3}-\d{4},?[ ]"
    r"(?:Room|Rm\.?|Suite)[ ]\d+[A-Z]?\Z"
)
_OF_OFFICE = re.compile(r"(?:\b(?:Unit|Office|Division|Branch|Section|Bureau|Desk|Department)|Office[ ]of[^\n]+)\Z")
FORM_REACH = 8  # rows below a name in which its form asks for something private
FORM_ROWS = 2  # rows that belong to labels of a form, which end in colons
MARGIN_ROWS = 4  # rows above or below a list that may be the margins of its page
COLUMNS = 3  # parts set apart from which on a row is one of a table, however much is said in it
OF_PLACE = re.compile(r"(?i:jail|county|police|sheriff[’']?s?|court|city|town|pd|so|prison|hospital)[.,;]?")
FOOT = 0.88  # share of the page's height below which its foot stands
OF_ONE = re.compile(
    r"^(?:\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4}|[A-Z#-]{0,3}\s?\w{2,3}[- ]?\w{3}[- ]?\d\w{2}(?![\w,])|[A-Z#-]{0,3}\s?\d{6})"
)  # one person's value
ALIGNED = 0.025  # share of the page's width by which a column may be off on the next page
_COUNT = re.compile(r"(?P<letters>(?:[A-Z]{1,4}[- ]?)?)(?P<number>\d{1,4})[.)]?")
BASIS = "stands in a list of persons, below a head for private identifiers"


@dataclass(frozen=True, slots=True)
class _Label:
    """What a head says over a column (left and right edge), in which of its rows."""

    left: float
    right: float
    text: str
    row: int


@dataclass(frozen=True, slots=True)
class _List:
    """A list whose rows reach the foot of their page: its labels, and where the parts of its last row begin."""

    labels: tuple[_Label, ...]
    starts: tuple[float, ...]

    def goes_on(self, rows: list[Row]) -> bool:
        """Whether the first of these rows stands in the columns of the list and tells of a person."""
        starts = starts_of(rows[0])
        same = sum(any(abs(start - ours) < ALIGNED for ours in self.starts) for start in starts)
        telling = any(
            OF_ONE.search(text_of([cell for cell in row if cell.word.x0 >= at])) for row in rows[:1] for at in starts_of(row)
        )
        return same >= 3 and same >= 0.6 * len(starts) and telling and _is_person(rows, list(self.labels))


def roster_cells(pages: tuple[Page, ...]) -> Iterator[tuple[IdentifierFound, ...]]:
    """What rows of lists of persons say, page by page: names, numbers, homes. Columns for charges, counts and the like stay."""
    open_list: _List | None = None
    for page in pages:
        if not open_list and not PRIVATE.search(page.text):
            yield ()
            continue
        found, open_list = _of_page(rows_of(page), open_list)
        yield tuple(found)


def _of_page(rows: list[Row], before: _List | None) -> tuple[list[IdentifierFound], _List | None]:
    """The finds on a page on which the list `before` may go on, and the list that may go on on the next."""
    found: list[IdentifierFound] = []
    last: _List | None = None
    at = 0
    while at < len(rows):
        found += _parts_of_name(rows, at)
        heads = _head(rows, at)
        labels, first = (_labels(heads), at + len(heads)) if heads else ([], at)
        if not heads and before and at < MARGIN_ROWS and before.goes_on(rows[at : at + CELL]):
            labels = list(before.labels)
        at += max(len(heads), 1)
        if labels:
            end = _end(rows, first, labels)
            found += _listed(labels, rows[first:end])
            foot = end > first and len(rows) - end <= MARGIN_ROWS and all(row[0].word.y0 > FOOT for row in rows[end:])
            last = _List(tuple(labels), starts_of(rows[end - 1])) if foot else None
            at = max(end, at)
            before = None
    return found, last


def _parts_of_name(rows: list[Row], at: int) -> Iterator[IdentifierFound]:
    """The name in the row below a form's labels for its parts, where what the form asks for next is private."""
    labels = [label.text for label in _labels(rows[at : at + 1])]
    if at + 1 == len(rows) or not all(any(part.search(label) for label in labels) for part in PARTS_OF_NAME):
        return
    below = rows[at + 1]
    names = [cell for cell in below if _capital(cell.word.text) and not names_nobody(cell.word.text)]
    asks = any(PRIVATE.search(text_of(row)) for row in rows[at + 2 : at + 2 + FORM_REACH])
    if asks and len(names) == len(below) <= PROSE + 1:
        yield from (IdentifierFound(cell.start, cell.end, "person-name", BASIS) for cell in names)


def _head(rows: list[Row], at: int) -> list[Row]:
    """The rows of the head that begins here: labels without numbers, one of them private, above a row of a person's values."""
    heads: list[Row] = []
    for index, row in enumerate(rows[at : at + HEADS + 1], at):
        if (
            len(heads) < HEADS
            and not re.search(r"\d\d|(?:\d.*){3}", text_of(row))
            and len(row) <= MOST_LABELS
            and in_lower_case(row) < 2 * PROSE
        ):
            heads.append(row)
            continue
        labels = _labels(heads)
        telling = {label.row for label in labels if PRIVATE.search(label.text) and len(label.text.split()) <= MOST_IN_LABEL}
        several = any(sum(label.row == row for label in labels) > 1 for row in telling)
        told = [[cell for cell in below if not _told(cell, labels)] for below in rows[index : index + CELL]]
        return heads if several and _is_person([below for below in told if below], labels) else []
    return []


def _labels(heads: list[Row]) -> list[_Label]:
    """Words of the head's rows that stand close together."""
    found: list[_Label] = []
    for number, row in enumerate(heads):
        part: Row = []
        for cell in row:
            if part and cell.word.x0 - part[-1].word.x1 > 0.9 * height_of(row):
                found.append(_Label(part[0].word.x0, part[-1].word.x1, text_of(part), number))
                part = []
            part.append(cell)
        found.append(_Label(part[0].word.x0, part[-1].word.x1, text_of(part), number))
    return found


def _is_person(rows: list[Row], labels: list[_Label]) -> bool:
    """Whether these rows are one of values, its cells of several lines: a name and five digits or more, no sentence."""
    plain = list(takewhile(lambda row: in_lower_case(row) < PROSE, rows))
    digits = sum(sign.isdigit() for row in plain for sign in text_of(row))
    named = any(NAME.search(label.text) for label in labels)
    return digits >= 5 and (named or any(_capital(cell.word.text) for row in plain for cell in row))


def _capital(word: str) -> bool:
    return word[:1].isalpha() and word[0].isupper()


def _end(rows: list[Row], first: int, labels: list[_Label]) -> int:
    """Where the list ends whose values begin in row `first`: before a sentence, a sum, another head or a wide gap."""
    last = rows[first][0].word
    lowest = max(label.row for label in labels)
    columns = sum(label.row == lowest for label in labels)  # a row of words in all of them, without a number: a form's labels
    most = FORM_ROWS if all(label.text.endswith(":") for label in labels if label.row == lowest) else MOST_ROWS
    for at, row in enumerate(rows[first : first + most], first):
        word = row[0].word
        listed = [cell for cell in row if not _told(cell, labels)]
        gap = word.y0 - last.y1 > 4 * (word.y1 - word.y0)
        prose = in_lower_case(listed) >= PROSE and len(starts_of(row)) < COLUMNS
        worded = not re.search(r"\d", text_of(row)) and in_lower_case(row) > 0
        labelled = at > first and worded and len(starts_of(row)) >= max(columns, 3)
        noted = at > first and columns > COLUMNS and _NOTE.match(text_of(row)) is not None
        if (
            gap
            or prose
            or labelled
            or noted
            or (at > first and _is_offices(row))
            or runs_on(listed)
            or LAST.match(text_of(row))
            or (at > first and _head(rows, at))
        ):
            return at
        last = word
    return min(len(rows), first + most)


def _is_offices(row: Row) -> bool:
    """Whether the row is the line of an office, its words set as one, and in no column of a list."""
    line = _OFFICE_LINE.match(text_of(row))
    words = len(line["office"].split()) if line else 0
    return line is not None and _OF_OFFICE.search(line["office"]) is not None and len(starts_of(row[:words])) == 1


def _told(cell: Cell, labels: list[_Label]) -> bool:
    """Whether the word stands in a column of sentences, which reaches from its label to the next."""
    left = [label for label in labels if label.left <= cell.word.x0 + 0.005]
    return bool(left) and TOLD.search(max(left, key=lambda label: label.left).text) is not None


def _listed(labels: list[_Label], rows: list[Row]) -> Iterator[IdentifierFound]:
    """What to keep back in these rows of values below the labels."""
    counted = _counted(rows)
    for row in rows:
        held: list[tuple[Cell, str, str]] = []
        office = False  # whether the words before are an official's title, and his name goes on
        own = True  # whether the row is a private person's, no official's who called
        for cell, after in zip(row, [*row[1:], None], strict=True):
            kind, column = ("", "") if _told(cell, labels) or cell in counted else _kind(cell, labels)
            title = of_an_official(f"{cell.word.text} ", len(cell.word.text) + 1)
            if kind == "person-name" and (office or title or names_office(cell.word.text.strip(".,:"))):
                own &= not title or any(one == "person-name" for _, one, _ in held)
                kind, column = "", ""
            if kind == "roster-number" and not own:
                kind, column = "", ""
            office = (office or title) and after is not None and after.word.x0 - cell.word.x1 < height_of(row)
            if kind == "person-name" and after and OF_PLACE.fullmatch(after.word.text):
                kind, column = "", ""  # "Sergeant, Kessel jail"
            if held and (kind, column) == held[-1][1:] and kind not in ("", "person-name") and cell.start == held[-1][0].end + 1:
                held[-1] = (Cell(held[-1][0].start, cell.end, cell.word), kind, column)
            else:
                held.append((cell, kind, column))
        yield from (IdentifierFound(cell.start, cell.end, kind, BASIS) for cell, kind, _ in held if kind)
        if own:
            lowest = max(label.row for label in labels)
            heads = [(label.left, label.text) for label in labels if label.row == lowest]
            yield from confided(row, {cell.start for cell, kind, _ in held if kind}, heads)


def _counted(rows: list[Row]) -> list[Cell]:
    """The first cells of the rows where they only count them: each a number one higher than the last, "T-014" and "T-015" too."""
    parts = [(row[0], _COUNT.fullmatch(row[0].word.text)) for row in rows]
    first = [cell for cell, part in parts if part]
    numbers = [int(part["number"]) for _, part in parts if part]
    if len({part["letters"] for _, part in parts if part}) > 1:
        return []
    return first if len(first) >= COLUMNS and all(b - a == 1 for a, b in pairwise(numbers)) else []


def _kind(cell: Cell, labels: list[_Label]) -> tuple[str, str]:
    """What a cell holds and under which label, told by its own shape and the nearest label in each row of the head.

    ('', '') for what may stay.
    """
    word = cell.word
    rows: dict[int, tuple[float, float, str]] = {}
    for label in labels:
        rank = (max(label.left - word.x1, word.x0 - label.right, 0.0), abs(label.left - word.x0), label.text)
        rows[label.row] = min(rows.get(label.row, rank), rank)
    near = [text for gap, _, text in rows.values() if gap < REACH]
    private = next((text for text in near if PRIVATE.search(text)), "")
    home = next((text for text in near if HOME.search(text)), "")
    if any(OPEN.search(text) for text in near) and not private and not home:
        return "", ""
    if home and not private:
        return ("address", home) if any(sign.isalnum() for sign in word.text) else ("", "")
    if sum(sign.isdigit() for sign in word.text) >= 2:
        return "roster-number", private
    if any(NAME.search(text) for text in near) and _capital(word.text) and not names_nobody(word.text):
        return "person-name", ""
    return "", ""
