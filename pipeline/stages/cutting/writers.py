"""Who wrote a document that bears no header: its title, margins and foot laid out for `patterns.writers.authorship`."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import replace

from pipeline.patterns.days.dates import dates_in
from pipeline.patterns.names.offices import AGENCY, Names, is_office, kind_of
from pipeline.patterns.openings.examined import is_asked, witness_of_head
from pipeline.patterns.openings.headings import top_lines
from pipeline.patterns.openings.notes_below import NOTE, is_to_file, noted_by
from pipeline.patterns.openings.on_top import HEADS
from pipeline.patterns.openings.opening import Opening
from pipeline.patterns.openings.papers import Paper
from pipeline.patterns.writers.authorship import Writer, writer_of
from pipeline.patterns.writers.parties import house_kind, names_of, speaker_kind
from pipeline.patterns.writers.unsigned import by_another, made_for_public, office_of, whose
from pipeline.patterns.writers.voices import from_outside
from pipeline.records.document import PRESUMED, Document
from pipeline.records.page import Page
from pipeline.records.source import Release
from pipeline.stages.cutting.sheets import folded, is_stamp

EDGE = 3  # lines at the top and at the foot of a page that may be printed again on the next
FOR_PUBLIC = frozenset({"talking-points", "press"})
_IN_SERIES = frozenset({"report", "table", "other", "talking-points", "slides", "chronology"})
_ENCLOSING = frozenset({"letter", "cover-letter", "memo", "email"})
_ENCLOSED = re.compile(r"(?i:encl(?:osures?)?|attach(?:ments?|ed)|tab\s(?:[A-Z]|\d{1,2}))\b")
# What letters call the papers they send, by the kind these are.
_SORTS = {
    "talking-points": re.compile(
        r"(?i:\bquestions?\b|\banswers\b|\bQ\s?(?:&|and)\s?As?\b|\bFAQ|\bfact\s?sheet|\btalking points\b|\bmyths?\b|\bleaflet)"
    ),
    "report": re.compile(r"(?i:\breport\b|\bfact\s?sheet|\bstatistic|\bfigures\b|\bsummary\b|\bguid(?:e|ance)\b)"),
    "table": re.compile(r"(?i:\btables?\b|\bstatistic|\bfigures\b|\bspreadsheet|\bnumbers\b|\bcounts?\b)"),
    "slides": re.compile(r"(?i:\bslides?\b|\bpresentation\b|\bdeck\b|\bpower\s?point\b)"),
}
_SENT = re.compile(r"(?i)\b(?:enclos\w+|attach\w*)\b")
# A line of its own at a letter's foot, or in a memorandum's head.
_ANNEXED = re.compile(r"(?im)^\W*(?:encl(?:osures?|s)?\b|attach(?:ments?)?\b|tabs?\s[A-Z]\b)[^\n]{0,60}$")
# The one written to, or a third, has made the paper or holds it: "your agency's sheet".
_ANOTHERS = re.compile(
    r"(?i)\b(?<!for )(?<!per )(?<!to )(?<!at )(?<!with )your\b"
    r"|\byou\b(?! (?:will|may|can|should|(?:had |have )?(?:asked|requested))\b)"
    r"|\b(?:he|she|they|his|her|their|constituents?)\b"
    r"|\b(?:by|from) (?!(?:this|our|us|my|mail|fax|e-?mail|messenger|courier)\b)"
)
_ANNEX = re.compile(
    r"(?i:\b(?:addend\w+|amend\w+|annex\w*|append\w+|supplement\w*|modification|schedule)\b|^to\sthe\s(?:memo|agreement|mo[au]))"
)
_CONT = re.compile(r"(?i:\bcont(?:inued|inuation|[’']?d)?\b\.?\s?(?:sheet|page)?[)\]]?\W*$)")
_STOP = re.compile(r"[.;?!]")
_LABEL = 10  # words of the line in which a paper calls itself an enclosure
_SHORT_TITLE = 12  # letters; what is shorter ("Notes", "Minutes") heads papers of many
_HEADS = 4  # lines at the top of a page one of which heads each of a series
_OFFICE = 2  # papers of a file that must tell whose they are before it is one office's
FOOT = 5  # lines at the end of a document in which it may be signed


def own_names(release: Release) -> Names:
    """What the papers of a release call the agency that made it, and its component."""
    return Names(names_of(release.agency), (release.component,) if release.component else ())


def again_printed(pages: tuple[Page, ...]) -> frozenset[str]:
    """The lines, folded, that stand at the edges of two or more pages of a file."""
    seen = Counter(line for page in pages for line in {folded(one) for one in _edges(page)})
    return frozenset(line for line, count in seen.items() if count > 1 and line)


def writer(opening: Opening, title: str, pages: tuple[Page, ...], again: frozenset[str], release: Release) -> Writer:
    """Who wrote the document on these pages; `again` are the lines its file prints again and again."""
    paper = _paper(opening.kind, title, opening.letterhead, pages, again)
    return _headed(writer_of(paper, own_names(release)), paper, own_names(release))


def _headed(found: Writer, paper: Paper, own: Names) -> Writer:
    """The writer, with who heads the office that he is, where the paper says so: its word is his."""
    if found.kind not in ("local", "state") or not is_office(found.name, by_head=True):
        return found
    for line in (paper.title, *paper.above, *paper.below[:3], *paper.foot):
        named = HEADS.fullmatch(line.strip())
        if named and kind_of(named["who"], own) in (found.kind, ""):
            return replace(found, name=f"{named['who']}, {found.name}")
    return found


def annexed(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents of a file; an addendum that names no party is between those of the agreement before it."""
    made: list[Document] = []
    for one in documents:
        before = next((other for other in reversed(made) if other.kind == "agreement" and other.author), None)
        days = {found.iso for found in dates_in(one.title)}
        if one.kind == "agreement" and not one.author and before and _ANNEX.search(one.title) and days <= {before.date}:
            one = replace(one, author=before.author, author_kind=before.author_kind, recipients=before.recipients)
        made.append(one)
    return tuple(made)


def presumed(one: Document, pages: tuple[Page, ...], again: frozenset[str], release: Release) -> Document:
    """The document as the releasing agency's own where it is of a sort that agencies make, unsigned, and no other hand shows.

    `pages` are what of its pages is its own. What came with another's letter may be that other's.
    """
    if one.author_kind or one.date_basis == "enclosure" or not pages:
        return one
    own, paper = own_names(release), _paper(one.kind, one.title, "", pages, again)
    kind = whose(one.kind, paper, own) if one.author in ("", office_of(paper, own)) else ""
    if not kind:
        return one
    audience = one.audience or ("public" if made_for_public(paper) else "")
    return replace(one, author=office_of(paper, own), author_kind=kind, audience=audience, author_basis=PRESUMED)


def _paper(kind: str, title: str, letterhead: str, pages: tuple[Page, ...], again: frozenset[str]) -> Paper:
    above, below = _around(top_lines(pages[0].text, 30), title)
    if not title:
        above, below = (), tuple(letterhead.split("\n")) + below
    margins = tuple(dict.fromkeys(line for page in pages for line in _edges(page) if folded(line) in again))
    lines = [line for line in top_lines(pages[-1].text, 400) if not is_stamp(line) and folded(line) not in again]
    text = "\n\n".join(page.text for page in pages)
    return Paper(title, above, below, margins, tuple(lines[-FOOT:]), text, kind in FOR_PUBLIC)


def of_one_series(documents: tuple[Document, ...]) -> tuple[Document, ...]:
    """The documents of a file; one of unknown writer whose title but for its days is that of others is by the same kind."""
    series: dict[tuple[str, str], set[str]] = defaultdict(set)
    for one in documents:
        if one.kind in _IN_SERIES:
            series[one.kind, _undated(one.title)].add(one.author_kind)
    made = []
    for one in documents:
        kinds = series.get((one.kind, _undated(one.title)), set()) - {""} if len(_undated(one.title)) > _SHORT_TITLE else set()
        made.append(replace(one, author_kind=next(iter(kinds))) if not one.author_kind and len(kinds) == 1 else one)
    return tuple(made)


def next_of(whole: Document, first: str, made: Document, lower: str) -> Document:
    """The next of a series on one page ("Week ending May 14" under that of May 7), by whom the one above it is."""
    heads = {_undated(line) for line in top_lines(first, _HEADS)} - {""}
    tops = top_lines(lower, 1)
    again = any((_undated(line) in heads and len(_undated(line)) > _SHORT_TITLE // 2) or _CONT.search(line) for line in tops)
    if not again or made.author or made.author_kind not in ("", whole.author_kind):
        return made
    named = whole.author.casefold() in lower.casefold() or not made.author_kind  # another may have prepared the next
    return replace(
        made,
        author=whole.author if named else "",
        author_kind=whole.author_kind,
        author_basis=whole.author_basis,
        audience=whole.audience,
    )


def noted_below(whole: Document, made: Document) -> Document:
    """A note with initials below a memorandum of the agency's own, or to the file below any paper of it: one of its people's."""
    if not made.author_kind and (who := noted_by(made.title, (*whole.recipients, whole.author))):
        return replace(made, author=who, author_kind=speaker_kind(who), author_basis="its title names whom the paper above names")
    if made.author_kind or whole.author_kind != AGENCY:
        return made
    if made.title == NOTE and whole.kind == "memo":
        return replace(made, author_kind=AGENCY, author_basis="initials end it below the agency's memorandum")
    if not made.author and is_to_file(made.title) and whole.kind in _IN_SERIES | _ENCLOSING:
        return replace(made, author_kind=AGENCY, author_basis="a note to the file below the agency's paper")
    return made


def of_one_office(
    documents: tuple[Document, ...], pages: tuple[Page, ...], again: frozenset[str], own: Names
) -> tuple[Document, ...]:
    """The documents of a file; where it holds the agency's papers and nobody else's, those without a name are the agency's too.

    Two or more must tell whose they are, and no fewer than do not; what is only taken for the agency's own tells nothing,
    and what shows another's hand stays nobody's. `again` are the lines its file prints again and again.
    """
    house = house_kind(own.agency)
    known = [one for one in documents if one.author_basis != PRESUMED]
    told = [one.author_kind for one in known if one.author or one.author_kind]
    bare = [one for one in documents if not (one.author or one.author_kind) and one.kind in _IN_SERIES - {"other"}]
    if not house or set(told) != {house} or len(told) < max(_OFFICE, len(documents) - len(told)):
        return documents
    ours = set()
    for one in bare:
        held = tuple(page for page in pages if one.first_page <= page.number <= one.last_page)
        paper = _paper(one.kind, one.title, "", held, again) if held else None
        if paper and not (by_another(paper, own) or from_outside(paper.text)):
            ours.add(one.id)
    return tuple(replace(one, author_kind=house, author_basis=PRESUMED) if one.id in ours else one for one in documents)


def enclosed(documents: tuple[Document, ...], pages: tuple[Page, ...]) -> tuple[Document, ...]:
    """The documents of a file; what a letter, memo or mail right before it encloses takes from it what it does not say itself.

    Its day, as an approximate one ("enclosure"), its writer, unless it is of another kind, and for whom it is. It calls itself an
    enclosure, or the letter names what sort of paper it sends, or it has a line for enclosures and what comes right behind it
    neither names nor dates itself. Who sends a paper by mail need not have written it: only day and side are taken then. What
    does not call itself an enclosure is its sender's only where an agency sends it and speaks of nobody else beside it; else it
    takes the day alone.
    """
    texts = {page.number: page.text for page in pages}
    made: list[Document] = []
    letter: Document | None = None
    sent = ""
    for one in documents:
        titled = _titled(one, texts)
        alone = made[-1:] == [letter] and not (one.author or one.date) and _ANNEXED.search(sent) is not None
        if letter and one.kind not in _ENCLOSING and (titled or alone or _sends(sent, one)):
            made.append(_with_letter(one, letter, titled, titled or (letter.author_kind == AGENCY and not _of_another(sent))))
            continue
        letter = one if one.kind in _ENCLOSING and (one.author_kind or one.date) else None
        sent = "\n".join(texts.get(at, "") for at in range(one.first_page, one.last_page + 1)) if letter else ""
        made.append(one)
    return tuple(made)


def resumed(documents: tuple[Document, ...], pages: tuple[Page, ...]) -> tuple[Document, ...]:
    """The documents of a file; pages of a transcript that go on behind an exhibit are of the witness and day of those before it.

    Both hold questions and answers, and bear one running head but for its page's number.
    """
    texts = {page.number: page.text for page in pages}
    made: list[Document] = []
    for one in documents:
        text = texts.get(one.first_page, "")
        # What the running head alone says of the witness is less than what the oath said: "O. Roe" is ORRIN ROE, sworn before.
        unsaid = one.author in ("", witness_of_head((text,)))
        heads = {folded(line) for line in top_lines(text, 2)} if unsaid and is_asked((text,)) else set[str]()
        first = (other for other in reversed(made) if other.author and is_asked((texts.get(other.first_page, ""),)))
        same = next((other for other in first if heads & {folded(line) for line in top_lines(texts[other.first_page], 2)}), None)
        if same and one.kind == same.kind:
            one = replace(one, author=same.author, author_kind=same.author_kind, date=one.date or same.date)
            one = replace(one, date_precision=same.date_precision, date_basis=same.date_basis) if one.date == same.date else one
        made.append(one)
    return tuple(made)


def _titled(one: Document, texts: dict[int, str]) -> bool:
    """Whether a paper calls itself an enclosure: in its title, in its first line, or in its last."""
    first = top_lines(texts.get(one.first_page, ""), 1)
    last = [line for line in top_lines(texts.get(one.last_page, ""), 400) if not is_stamp(line)][-1:]
    labels = (line for line in (*first, *last) if len(line.split()) <= _LABEL)
    return any(_ENCLOSED.match(line) for line in (one.title, *labels))


def _of_another(letter: str) -> bool:
    """Whether a sentence in which the letter speaks of what it encloses speaks of another, whose paper that may be."""
    said = _STOP.split(" ".join(_ANNEXED.sub(". ", letter).split()))
    return any(_SENT.search(one) and _ANOTHERS.search(one) for one in said)


def _with_letter(one: Document, letter: Document, titled: bool, own: bool) -> Document:
    written = letter.kind != "email"
    if own and not one.author and letter.author_kind and one.author_kind in ("", letter.author_kind) and (written or titled):
        one = replace(one, author=letter.author if written else "", author_kind=letter.author_kind)
        one = replace(one, recipients=letter.recipients, audience=letter.audience) if not one.recipients else one
    if not one.date and letter.date:
        one = replace(one, date=letter.date, date_precision="approx", date_basis="enclosure")
    return one


def _sends(letter: str, one: Document) -> bool:
    """Whether a sentence of the letter says that it encloses a paper of this sort."""
    sort = _SORTS.get(one.kind)
    said = _STOP.split(" ".join(letter.split())) if sort else []  # a sentence may be a whole letter: each is searched once
    return sort is not None and any(_SENT.search(one) and sort.search(one) for one in said)


def _undated(title: str) -> str:
    for found in reversed(dates_in(title)):
        title = title[: found.start] + title[found.end :]
    return folded(title)


def _around(lines: tuple[str, ...], title: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines above the title, and those below it; nothing is above a title that is not found."""
    whole = folded(title)
    at = [index for index, line in enumerate(lines[:12]) if whole and folded(line) and folded(line) in whole]
    if not at:
        start = next((index for index, line in enumerate(lines[:12]) if whole and whole in folded(line)), -1)
        return (lines[:start], lines[start:]) if start >= 0 else ((), lines)
    first = at[0]
    last = max(index for order, index in enumerate(at) if index == first + order)
    return lines[:first], lines[last + 1 :]


def _edges(page: Page) -> list[str]:
    lines = [line.strip() for line in page.text.split("\n") if line.strip()]
    return lines[:EDGE] + lines[EDGE:][-EDGE:]
