"""Development family of invented papers: layouts that the rules were written with in sight."""

from __future__ import annotations

from random import Random

from measuring import wordstock as w
from measuring.papers import Paper, counted, paged

CODED = ("(b)(6), (b)(7)(C)", "(b)(6)", "(b)(6); (b)(7)(C)")


def _who(chance: Random, coded: float = 0.3) -> str:
    if chance.random() < coded:
        return chance.choice(CODED)
    first, last = w.person(chance).split()
    return chance.choice([f"{last}, {first}", f"{last}, {first} (OPS)", f"{first} {last}"])


def _clock(chance: Random) -> str:
    return f"{chance.randint(1, 12)}:{chance.randint(0, 59):02d} {chance.choice(['AM', 'PM'])}"


def email_outlook(chance: Random) -> Paper:
    """Outlook print with quoted history."""
    when, sender, to, subject = (
        w.day(chance),
        _who(chance),
        [_who(chance) for _ in range(chance.randint(1, 3))],
        w.heading(chance),
    )
    subject = chance.choice(["", "RE: ", "FW: "]) + subject
    to = list(dict.fromkeys(to))
    lines = [f"From: {sender}", f"Sent: {when:%A, %B} {when.day}, {when.year} {_clock(chance)}", f"To: {'; '.join(to)}"]
    if chance.random() < 0.4:
        lines.append(f"Cc: {_who(chance, 0.2)}")
    lines += [f"Subject: {subject}", ""]
    if chance.random() < 0.3:
        lines.insert(len(lines) - 1, "Attachments: Draft schedule.doc; Rates.xls")
    lines += w.prose(chance, chance.randint(3, 18), 88)
    for _ in range(chance.choice([0, 0, 1, 1, 2, 3])):
        older = w.day(chance)
        lines += [f"From: {_who(chance)}", f"Sent: {older:%A, %B} {older.day}, {older.year} {_clock(chance)}"]
        lines += [
            f"To: {_who(chance)}",
            f"Subject: {subject.replace('FW: ', '')}",
            "",
            *w.prose(chance, chance.randint(3, 16), 88),
        ]
    fields = {"date": when.isoformat(), "author": sender, "recipients": "; ".join(to), "title": subject}
    return Paper("email", paged(lines), fields)


def email_blackberry(chance: Random) -> Paper:
    """A handheld's print: To before Sent, ctime dates, dashed separator."""
    when, sender, to, subject = w.day(chance), _who(chance, 0.6), _who(chance, 0.6), "Re: " + w.heading(chance)
    lines = [
        f"From: {sender}",
        f"To: {to}",
        f"Sent: {when:%a %b %d} 0{chance.randint(1, 9)}:10:22 {when.year}",
        f"Subject: {subject}",
        "",
    ]
    lines += [*w.paragraph(chance, 1), "", "Sent from my handheld", ""]
    for _ in range(chance.randint(0, 2)):
        older = w.day(chance)
        lines += ["----- Original Message -----", f"From: {_who(chance)}", f"To: {_who(chance)}"]
        lines += [f"Sent: {older:%a %b %d} 10:00:00 {older.year}", f"Subject: {subject[4:]}", "", *w.prose(chance, 6)]
    return Paper("email", paged(lines), {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})


def email_scanned(chance: Random) -> Paper:
    """Colons lost, To read as T, a print date within the block."""
    when, sender, to, subject = w.day(chance), chance.choice(CODED), chance.choice(CODED), w.heading(chance)
    lines = [f"From {sender}", f"Sent {when:%A, %B} {when.day}, {when.year} {_clock(chance)}", f"T {to}", f"Subject {subject}"]
    if chance.random() < 0.5:
        lines.insert(2, f"{when.month}/{when.day}/{when.year + 1}")
    lines += ["", *w.prose(chance, chance.randint(4, 60), 88)]
    return Paper("email", paged(lines), {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})


def memo_plain(chance: Random) -> Paper:
    """MEMORANDUM FOR ... FROM ... SUBJECT, with a running head on later pages."""
    when, subject = w.day(chance), w.heading(chance)
    to, sender = f"{w.person(chance)}, {chance.choice(w.TITLES)}", f"{w.person(chance)}, {chance.choice(w.TITLES)}"
    lines = [chance.choice(w.OFFICES), "Department of Example", "", f"{when:%B} {when.day}, {when.year}", ""]
    lines += [f"MEMORANDUM FOR: {to}", "", f"FROM: {sender}", "", f"SUBJECT: {subject}", "", "Purpose", ""]
    lines += w.prose(chance, chance.randint(20, 120))
    pages = paged(lines, [f"Subject: {subject}", ""] if chance.random() < 0.4 else None)
    pages = [[*page, "", str(n)] if n > 1 else page for n, page in enumerate(pages, 1)]
    return Paper("memo", pages, {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})


def memo_table(chance: Random) -> Paper:
    """MEMORANDUM with DATE, TO, FROM, RE and a count of pages."""
    when, subject = w.day(chance), w.heading(chance)
    to, sender = chance.choice(w.OFFICES), w.person(chance)
    lines = ["MEMORANDUM", "", f"DATE: {when:%B} {when.day}, {when.year}", f"TO: {to}", f"FROM: {sender}", f"RE: {subject}", ""]
    lines += w.prose(chance, chance.randint(10, 90))
    pages = counted(paged(lines))
    return Paper("memo", pages, {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})


def letter(chance: Random) -> Paper:
    """A letter with letterhead, address, salutation and close."""
    when, first, last = w.day(chance), chance.choice(w.FIRST.split()), chance.choice(w.LAST.split())
    signer, title = w.person(chance), chance.choice(w.TITLES)
    lines = ["Department of Example", chance.choice(w.OFFICES), "12 Gate Street", "Riverton, Calder 00000", ""]
    lines += [
        f"{when:%B} {when.day}, {when.year}",
        "",
        f"The Honorable {first} {last}",
        f"{chance.choice(w.COUNTIES)} County Board",
        "",
    ]
    lines += [f"Dear {chance.choice(['Mr.', 'Ms.', 'Chairman'])} {last}:", "", *w.prose(chance, chance.randint(12, 70))]
    lines += ["Sincerely,", "", "", signer, title]
    running = [f"The Honorable {first} {last}", f"Page {2}", ""] if chance.random() < 0.5 else None
    return Paper("letter", paged(lines, running), {"date": when.isoformat(), "author": f"{signer}, {title}"})


def cover_letter(chance: Random) -> Paper:
    """An answer to a FOIA request."""
    when, signer = w.day(chance), w.person(chance)
    lines = [
        "Freedom of Information Office",
        "12 Gate Street",
        "",
        f"{when:%B} {when.day}, {when.year}",
        "",
        w.person(chance),
        "Law Clinic",
        "",
    ]
    lines += [f"RE: FOIA Request {chance.randint(10, 13)}-{chance.randint(1000, 9999)}", "", f"Dear {w.person(chance)}:", ""]
    lines += [
        "This is in response to your Freedom of Information Act request. We have located responsive pages. Of these some are"
    ]
    lines += ["withheld in part under the exemptions marked on them. You may appeal within sixty days of this letter.", ""]
    lines += [*w.prose(chance, chance.randint(4, 16)), "Sincerely,", "", signer, "FOIA Officer"]
    return Paper("cover-letter", paged(lines), {"date": when.isoformat()})


def agreement(chance: Random) -> Paper:
    """A memorandum of agreement with sections, signature page and appendix."""
    county, state, when = chance.choice(w.COUNTIES), chance.choice(w.STATES), w.day(chance)
    other = f"THE {county.upper()} COUNTY SHERIFF"
    lines = ["MEMORANDUM OF AGREEMENT", "BETWEEN THE BUREAU OF WEIGHTS", f"AND {other}", ""]
    lines += [
        f"This agreement is made as of {when:%B} {when.day}, {when.year} between the Bureau of Weights and the sheriff of",
        f"{county} County, {state}.",
        "",
    ]
    for number, head in enumerate(("PURPOSE", "AUTHORITY", "RESPONSIBILITIES", "LIABILITY", "MODIFICATION", "TERMINATION"), 1):
        lines += [
            f"{'I' * number if number < 4 else ['IV', 'V', 'VI'][number - 4]}. {head}",
            "",
            *w.prose(chance, chance.randint(6, 22)),
        ]
    pages = paged(lines)
    pages.append(
        [
            "IN WITNESS WHEREOF the parties sign.",
            "",
            "____________________  Date: ________",
            "For the Bureau",
            "",
            "____________________  Date: ________",
            "For the Sheriff",
        ]
    )
    if chance.random() < 0.5:
        pages.append(["APPENDIX A", "", "POINTS OF CONTACT", "", *w.prose(chance, 10)])
    return Paper("agreement", pages, {"date": when.isoformat()})


def report(chance: Random) -> Paper:
    """A report with a cover, contents, chapters that start pages, a table page."""
    when, title = w.day(chance), f"Report on {w.heading(chance)}"
    pages = [[title, "", chance.choice(w.OFFICES), "", f"{when:%B} {when.year}"]]
    pages.append(["Table of Contents", "", *[f"{n}. {w.heading(chance)} ........ {n * 3}" for n in range(1, 7)]])
    for number in range(chance.randint(2, 4)):
        pages += paged([f"Chapter {number + 1}: {w.heading(chance)}", "", *w.prose(chance, chance.randint(30, 70))])
    pages.append([f"Table {number + 1}. Counts by county", "", *_rows(chance, 14)])
    pages = [[*page, "", str(n)] for n, page in enumerate(pages, 1)]
    return Paper("report", pages, {"title": title}, large=True)


def _rows(chance: Random, count: int) -> list[str]:
    return [
        f"{chance.choice(w.COUNTIES)}   {chance.randint(10, 9000):,}   {chance.randint(1, 99)}%   {chance.randint(1, 500)}"
        for _ in range(count)
    ]


def slides(chance: Random) -> Paper:
    """Landscape pages with a title and bullets each."""
    title = w.heading(chance)
    pages = [[title, "", chance.choice(w.OFFICES), f"{w.day(chance):%B %Y}"]]
    for number in range(2, chance.randint(4, 9)):
        pages.append([w.heading(chance), "", *[f"• {w.sentence(chance)}" for _ in range(chance.randint(3, 6))], "", str(number)])
    return Paper("slides", pages, {"title": title}, large=True, landscape=True)


def table(chance: Random) -> Paper:
    """A sheet of figures over one or two pages, its head repeated."""
    head = [w.heading(chance) + ", totals", "County   Stops   Share   Fees"]
    return Paper("table", [[*head, *_rows(chance, 30)] for _ in range(chance.randint(1, 2))])


def press(chance: Random) -> Paper:
    """A press release."""
    when, title = w.day(chance), w.heading(chance)
    lines = [
        "FOR IMMEDIATE RELEASE",
        f"{when:%B} {when.day}, {when.year}",
        "",
        "Contact: Office of Public Affairs",
        "",
        title,
        "",
    ]
    lines += ["RIVERTON, Calder - " + w.sentence(chance), "", *w.prose(chance, chance.randint(15, 50)), "###"]
    return Paper("press", paged(lines), {"date": when.isoformat(), "title": title})


def chronology(chance: Random) -> Paper:
    """Dated entries."""
    lines = [f"Chronology of {chance.choice(w.TOPICS)}", ""]
    for when in sorted(w.day(chance) for _ in range(chance.randint(8, 30))):
        lines += [f"{when:%m/%d/%Y}   {w.sentence(chance)}", ""]
    return Paper("chronology", paged(lines), {"title": lines[0]})


def talking_points(chance: Random) -> Paper:
    """Bullets under a heading that says so."""
    lines = [
        f"TALKING POINTS: {w.heading(chance).upper()}",
        "",
        *[f"• {w.sentence(chance)}" for _ in range(chance.randint(8, 30))],
    ]
    return Paper("talking-points", paged(lines), {"title": lines[0]})


def form(chance: Random) -> Paper:
    """A form with boxes to tick."""
    lines = [
        f"FORM T-{chance.randint(100, 999)}",
        "REQUEST FOR INSPECTION",
        "OMB No. 0000-0000",
        "",
        "Name: (b)(6)",
        "County: " + chance.choice(w.COUNTIES),
    ]
    lines += [
        "[ ] New   [X] Renewal   [ ] Closed",
        "",
        *[f"{n}. {w.sentence(chance)}  [ ] Yes  [ ] No" for n in range(1, 14)],
        "Signature: ________",
    ]
    return Paper("form", paged(lines))


def withheld(chance: Random) -> Paper:
    """Sheets blacked out as a whole or put in place of what is withheld."""
    if chance.random() < 0.5:
        return Paper("withheld-page", [["(b)(5)"] for _ in range(chance.randint(1, 3))], covered=True)
    return Paper("withheld-page", [["PAGES WITHHELD IN FULL", "Pursuant to (b)(5), (b)(7)(E)"]])


MAKERS = (
    email_outlook, email_outlook, email_outlook, email_outlook, email_blackberry, email_scanned, memo_plain, memo_table, letter,
    letter, cover_letter, agreement, report, slides, table, press, chronology, talking_points, form, withheld,
)  # fmt: skip
