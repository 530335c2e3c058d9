"""Rows in plain English: dates at their own precision, speakers, stances, numbers, exemption codes. No markup, no SQL."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any

from db.citations.cite import named
from db.pages import terms

Row = Mapping[str, Any]

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


DOUBTFUL = 5  # of ten pairs of a score, so many or fewer right: the pair is called doubtful
# A label a page prints before a sentence: words of its own that end in a colon, or what is refuted and what is held against it.
# Words that are no part of a name, though a title writes them with a capital.
_SMALL = (
    r"(?:The|An?|This|That|These|Those|Which|What|Whose|Each|Every|Any|No|Some|All|Both|One|Single|Other|Another|Same|Such"
    r"|My|Your|Our|Their|His|Her|Its|And|Or|But|Nor|As|If|Than|When|Where|Why|How|Who|Is|Are|Was|Were|Not"
    r"|Of|In|On|At|By|To|For|From|With|Within|Without|Into|Per|Under|Over|Between|Among|About|Against|Across|Outside|Re)\b"
)
# "Town of Alder", "COUNTY OF MARLOW" (in title case), "Marlow County"
_GOVERNED = re.compile(
    rf"\b(?:(?:County|City|Town|State|Parish) (?:of|Of)(?:\s+(?!{_SMALL})[A-Z][\w'’-]+){{1,2}}"
    rf"|(?:(?!{_SMALL})[A-Z][\w'’.-]+\s+){{1,2}}(?:County|Parish|Borough)\b)"
)
_LABEL = re.compile(
    r"(?:\A|\n)[ \t\W]*((?:[^\W\d_]|\d+[.)] *[^\W\d_])[^\n:]{0,38}:"
    r"|(?:(?:common )?(?:myth|misconception|rumou?r|fact|realit)(?:y|s|ies)?|fiction|truth) *+(?:#? *+\d+)?+"
    r" *+[.\u2013\u2014-]?)\s*+\Z",
    re.I,
)


def printed_label(row: Row) -> str:
    """The label a page prints just before a quote, on its line or the line above, such as 'Myth:' or 'Q:'; '' without one."""
    found = _LABEL.search(str(row.get("printed_before") or ""))
    label = " ".join(found[1].split()) if found else ""
    return label if label[:1].isupper() or label[:1].isdigit() else ""


def paper(row: Row) -> str:
    """What kind of paper a claim stands in: 'E-mail', 'Talking points'; 'Document' where that was not told."""
    kind = label(terms.PAPERS, row.get("document_kind")) or "document"
    return f"{kind[:1].upper()}{kind[1:]}"


def sure(score: float) -> str:
    """How sure the machine is of a pair, as a count of ten: 'in tests about 7 in 10 such pairs were right'."""
    tenths = min(9, max(1, int(10 * score + 0.5)))
    return f"{'doubtful: ' if tenths <= DOUBTFUL else ''}in tests about {tenths} in 10 such pairs were right"


def date_words(date: str, precision: str = "") -> str:
    """'2010-09' as 'September 2010', approx as 'about 2010'; '' as 'date unknown'; what is no ISO date as it stands."""
    if not date:
        return "date unknown"
    found = re.fullmatch(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?", date)
    if not found or (found[2] and not 1 <= int(found[2]) <= 12):
        return date
    parts = [str(int(found[3]))] if found[3] else []
    parts += [MONTHS[int(found[2]) - 1]] if found[2] else []
    words = " ".join([*parts, found[1]])
    return f"about {words}" if precision == "approx" else words


def date_note(row: Row) -> str:
    """How sure a date is and where it was read: 'only the month is known, from its header'; of none, where it was sought."""
    if not row.get("date"):
        return terms.NO_DATE
    known = {"day": "", "month": "only the month is known", "year": "only the year is known", "approx": "approximate"}
    basis = row.get("date_basis", "")
    if "document_date" in row and row["document_date"] != row["date"]:
        basis = "text"
    parts = [known.get(row.get("date_precision", ""), ""), terms.BASES.get(basis, "")]
    return ", ".join(part for part in parts if part)


def apart(days: int | None) -> str:
    """'41 days apart'; where the days are not known, that."""
    if days is None:
        return "how far apart is not known"
    return "same day" if days == 0 else f"{abs(days):,} day{'s' if abs(days) != 1 else ''} apart"


def speaker(row: Row) -> str:
    """Who says it, as printed; when unknown, that; when only exemption codes stand there, that the name is withheld."""
    return named(str(row.get("speaker") or "")) or "speaker not named"


def place(row: Row) -> str:
    """What place the words speak of; where they name none, that, and what county, city or state the paper is by or to."""
    if row.get("jurisdiction"):
        return str(row["jurisdiction"])
    parts = (
        str(row.get(key) or "") for key in ("speaker", "document_author", "addressee", "document_recipients", "document_title")
    )
    named = [flat(found[0]) for part in parts for found in _GOVERNED.finditer(part.title() if part.isupper() else part)]
    once = list({one.casefold(): one.replace(" Of ", " of ") for one in named}.values())
    return "no place named" + (f"; its paper is by, to or about {' and '.join(once[:2])}" if once else "")


def flat(text: object) -> str:
    """Printed lines run together, for lists; a word broken by a hyphen at a line's end closes up and keeps its hyphen."""
    return " ".join(re.sub(r"(?<=[^\W\d_]-)\s*\n\s*(?=[^\W\d_])", "", str(text)).split())


def short(text: object, most: int) -> str:
    """The first words of a text, run together, with an ellipsis when any are left out."""
    whole = flat(text)
    return whole if len(whole) <= most else whole[:most].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def half(row: Row, side: str) -> dict[str, Any]:
    """The `left` or `right` half of a row that holds a pair, under the names a claim has."""
    return {key.removeprefix(f"{side}_"): value for key, value in row.items() if key.startswith(f"{side}_")}


def stands(claim: Row) -> str:
    """What a claim answers, in a word: 'yes', 'no', or its number."""
    return number(claim) if claim.get("metric") else {"affirm": "yes", "deny": "no"}.get(str(claim.get("stance")), "unclear")


def in_order(kind: str, left: Row, right: Row) -> tuple[Row, Row, bool]:
    """Both sides, the earlier first where that is known, and whether it is; a statement always before the number against it.

    Of an announced change the side told as past comes first and the one still planned last, whatever the days they were said.
    """
    if kind == "data":
        return (right, left, False) if left.get("metric") else (left, right, False)
    if kind == "shift":
        turned = left.get("status") == "planned" or right.get("status") == "former"
        if turned != (right.get("status") == "planned" or left.get("status") == "former"):
            return (right, left, True) if turned else (left, right, True)
    early, late = str(left.get("date") or ""), str(right.get("date") or "")
    if not early or not late or early.startswith(late) or late.startswith(early):
        return left, right, False
    return (left, right, True) if early < late else (right, left, True)


def one_sentence(kind: str, left: Row, right: Row) -> bool:
    """Whether both halves of an announced change are read from one place ("until now ..."): it is printed once."""
    one, other = str(left.get("quote") or ""), str(right.get("quote") or "")
    same = bool(left.get("page_id")) and all(left.get(name) == right.get(name) for name in ("page_id", "start"))
    return kind == "shift" and same and bool(one and other) and (one.startswith(other) or other.startswith(one))


def audiences(pair: object) -> str:
    """'public/public' as 'both public', 'internal/public' as 'internal and public'; '' when not known."""
    one, _, other = str(pair or "").partition("/")
    told = [label(terms.AUDIENCES, name) or "not known" for name in (one, other)]
    if not one and not other:
        return ""
    return f"both {told[0]}" if one == other else " and ".join(told)


def sides(kind: str, ordered: bool) -> tuple[str, str]:
    """What the two sides of a pair are called, in the order of `in_order`, which says whether it is `ordered`."""
    if kind == "data":
        return "The statement", "The number against it"
    if not ordered:
        return "One claim", "The other claim"
    return ("The position before", "The position after") if kind == "shift" else ("The earlier claim", "The later claim")


def heading(kind: str, statement: str, left: Row, right: Row, beside: str = "") -> str:
    """A pair in a few words: what it is about and what each side answers, the earlier one first where that is known.

    `beside` is what the right side is about where that is another question than the left side's, `statement`.
    """
    about = statement.strip().rstrip(".")
    one, other, known = in_order(kind, left, right)
    if beside and kind != "data":
        first, second = (about, beside.strip().rstrip(".")) if one is left else (beside.strip().rstrip("."), about)
        return f"{first}: {stands(one)}. {second}: {stands(other)}"
    if kind == "data":
        return f"{about}: {stands(one)}, against a number ({stands(other)})"
    if not known:
        return f"{about}: {stands(one)} and {stands(other)}"
    answers = f"formerly {stands(one)}, now {stands(other)}" if kind == "shift" else f"{stands(one)}, then {stands(other)}"
    return f"{about}: {answers}"


def why(row: Row) -> str:
    """Who, how far apart and to whom, in one line: the explanation's last sentence, or where it has but one, from the row."""
    sentences = re.split(r"(?<=[.”])\s+(?=[A-Z])", str(row.get("explanation") or "").strip())
    if len(sentences) > 1:
        return sentences[-1]
    parts = [apart(row.get("days_apart")), "same speaker" if row.get("same_speaker") else ""]
    parts.append(str(row.get("audience_pair") or "").replace("/", " and "))
    line = ", ".join(part for part in parts if part)
    return f"{line[:1].upper()}{line[1:]}."


def compared(feature: str, value: object) -> str:
    """A value in the table of reasons, in words where it is one of the record's own."""
    text = str(value or "")
    if feature == "time":
        return date_words(text) if re.match(r"\d{4}", text) else text
    if feature == "speaker":
        return named(text)
    return label(terms.REASONS.get(feature, {}), text) if feature in terms.REASONS else text


def label(words: Mapping[str, str], key: object) -> str:
    """The words for a stored value; a value without words is shown as it is, hyphens as spaces."""
    return words.get(str(key), str(key or "").replace("-", " ").replace("_", " "))


def number(row: Row) -> str:
    """A claim's number: '79%', 'about 47,000'; '' without one."""
    value = row.get("value")
    if value is None:
        return ""
    text = f"{value * 100:.1f}".removesuffix(".0") + "%" if row.get("unit") == "share" else f"{value:,.2f}".removesuffix(".00")
    return terms.BOUNDS.get(str(row.get("bound")), "") + text


def percent(value: float) -> str:
    """0.913 as '91%'."""
    return f"{value * 100:.0f}%"


def pin(row: Row) -> str:
    """Where a page is: its Bates number, or the file and page."""
    return str(row.get("bates") or f"{row.get('file')}, page {row.get('page_no')}")


def codes(stored: object) -> tuple[str, ...]:
    """The exemption codes of a redaction; () when none were read or the value is spoilt."""
    try:
        found = json.loads(str(stored))
    except ValueError:
        return ()
    return tuple(str(code) for code in found) if isinstance(found, list) else ()


def exemption(code: str) -> str:
    """What an exemption is about; a rider such as `(b)(5) AWP` is told by its code; '' when unknown."""
    found = re.match(r"\(b\)\(\d\)(?:\([A-F]\))?", code)
    return terms.EXEMPTIONS.get(found.group(), "") if found else ""


def web_link(url: str) -> str:
    """The address when it is one a reader may follow (http or https), else ''."""
    return url if re.match(r"https?://[^\s]+$", url, re.IGNORECASE) else ""


def rows_of(stored: object) -> tuple[Row, ...]:
    """A JSON array of objects, such as a claim's reasons; () when it is none."""
    try:
        found = json.loads(str(stored))
    except ValueError:
        return ()
    return tuple(row for row in found if isinstance(row, dict)) if isinstance(found, list) else ()


def names_of(stored: object) -> tuple[str, ...]:
    """A JSON array of strings, such as an entity's other names; () when it is none."""
    return codes(stored)
