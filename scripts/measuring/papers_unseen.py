"""Held-out family of invented papers: other layouts, labels and wording than the development family. Never tuned on.

Its figures are reported; what goes wrong in it is not looked at one by one, or it would be the development family.
"""

from __future__ import annotations

from random import Random

from measuring import wordstock as w
from measuring.papers import Paper, counted, paged
from measuring.papers_unseen_mails import mail_capitals, mail_named_top, mail_subject_first


def memo_interoffice(chance: Random) -> Paper:
    """INTEROFFICE MEMORANDUM with labels in another order and a numeric date."""
    when, subject = w.day(chance), w.heading(chance).upper()
    to, sender = f"All {chance.choice(w.OFFICES)} staff", f"{w.person(chance)}, {chance.choice(w.TITLES)}"
    lines = ["INTEROFFICE MEMORANDUM", "", f"TO:        {to}", f"FROM:      {sender}", f"SUBJECT:   {subject}"]
    lines += [
        f"DATE:      {when.month}/{when.day}/{when.year}",
        f"CC:        {w.person(chance)}",
        "_" * 50,
        "",
        *w.prose(chance, chance.randint(8, 100), 90),
    ]
    return Paper("memo", paged(lines), {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})


def memo_for_the_secretary(chance: Random) -> Paper:
    """Banner, INFORMATION MEMORANDUM, THROUGH line, sections; count of pages in the foot."""
    when, subject = w.day(chance), w.heading(chance)
    sender = f"{w.person(chance)}, {chance.choice(w.TITLES)}"
    to = f"{w.person(chance)}, Director"
    lines = [
        "FOR OFFICIAL USE ONLY // PRE-DECISIONAL",
        "",
        "INFORMATION MEMORANDUM FOR THE DIRECTOR" if chance.random() < 0.5 else "DECISION MEMORANDUM",
        "",
    ]
    lines += [
        f"{when.day} {when:%B} {when.year}",
        "",
        f"TO: {to}",
        f"THROUGH: {w.person(chance)}",
        f"FROM: {sender}",
        f"SUBJECT: {subject}",
        "",
    ]
    for head in ("Background", "Discussion", "Recommendation"):
        lines += [head, "", *w.prose(chance, chance.randint(6, 34))]
    pages = paged(lines, ["FOR OFFICIAL USE ONLY // PRE-DECISIONAL", ""])
    return Paper(
        "memo", counted(pages, "{n} of {all}"), {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject}
    )


def letter_from_outside(chance: Random) -> Paper:
    """A county or member of a house writes: date first, office below, "Re:" line, Respectfully."""
    when, last, signer = w.day(chance), chance.choice(w.LAST.split()), w.person(chance)
    lines = [
        f"{when:%B} {when.day}, {when.year}",
        "",
        f"Director {w.person(chance).split()[0]} {last}",
        "Bureau of Weights",
        "500 Scale Avenue",
        "Port Calder",
        "",
    ]
    if chance.random() < 0.5:
        lines += [f"Re: {w.heading(chance)}", ""]
    lines += [f"Dear Director {last},", "", *w.prose(chance, chance.randint(10, 60), 86)]
    lines += [
        chance.choice(["Respectfully,", "Sincerely yours,", "Very truly yours,"]),
        "",
        signer,
        f"Sheriff, {chance.choice(w.COUNTIES)} County",
    ]
    return Paper(
        "letter",
        paged(
            lines, [f"Director {last}", f"{when:%B} {when.day}, {when.year}", "Page Two", ""] if chance.random() < 0.4 else None
        ),
        {"date": when.isoformat()},
    )


def final_response(chance: Random) -> Paper:
    """A final response to a requester."""
    when = w.day(chance)
    lines = [
        "Bureau of Weights",
        "FOIA Division",
        f"{when:%B} {when.day}, {when.year}",
        "",
        w.person(chance).upper(),
        "Reader's Almanac",
        "",
    ]
    lines += [
        f"Request number: {chance.randint(2008, 2013)}FOIA{chance.randint(100, 9999)}",
        "",
        f"Dear {chance.choice(['Ms.', 'Mr.'])} {chance.choice(w.LAST.split())}:",
        "",
    ]
    lines += [
        "This is the final response to your request under the Freedom of Information Act, 5 U.S.C. 552. A search found responsive"
    ]
    lines += [
        f"records. After review {chance.randint(2, 90)} pages are released; portions are withheld under (b)(5) and (b)(6).",
        "",
    ]
    lines += [*w.prose(chance, chance.randint(3, 40)), "Sincerely,", "", w.person(chance), "Disclosure Officer"]
    return Paper("cover-letter", paged(lines), {"date": when.isoformat()})


def understanding(chance: Random) -> Paper:
    """A memorandum of understanding, articles in capitals, exhibits, a page of signatures."""
    state, when = chance.choice(w.STATES), w.day(chance)
    lines = [
        "Memorandum of Understanding",
        "between",
        "the Bureau of Weights",
        "and",
        f"the {state} Department of Public Scales",
        "",
    ]
    lines += [f"This Memorandum of Understanding is entered into this {when.day}th day of {when:%B} {when.year}.", ""]
    for number in range(1, chance.randint(5, 9)):
        lines += [f"ARTICLE {number}", w.heading(chance).upper(), "", *w.prose(chance, chance.randint(8, 24))]
    pages = paged(lines)
    pages.append(
        [
            "SIGNATURES",
            "",
            "For the Bureau of Weights:",
            "______________________   Date ____",
            "",
            f"For the State of {state}:",
            "______________________   Date ____",
        ]
    )
    if chance.random() < 0.6:
        pages.append(
            [
                "EXHIBIT 1",
                "SCHEDULE OF FEES",
                "",
                "Class   Fee   Share",
                *[f"{chr(65 + n)}   {n * 12}   {n * 3}%" for n in range(9)],
            ]
        )
    return Paper("agreement", counted(pages) if chance.random() < 0.3 else pages, {})


def procedures(chance: Random) -> Paper:
    """Standard operating procedures or a fact sheet, sections starting pages in capitals."""
    name = chance.choice(
        ["STANDARD OPERATING PROCEDURES", "Weekly Status Report", "Fact Sheet", "Strategic Plan", "Assessment of the Pilot"]
    )
    title = f"{name}: {w.heading(chance)}"
    pages = [[title, "", f"{w.day(chance):%B %Y}", "", *w.prose(chance, chance.choice([0, 12, 36]))]]
    for _ in range(chance.randint(1, 5)):
        pages += paged(
            [
                chance.choice([w.heading(chance).upper(), w.heading(chance), "EXECUTIVE SUMMARY", "Methodology", "Appendix B"]),
                "",
                *w.prose(chance, chance.randint(14, 80)),
            ]
        )
    return Paper("report", pages, {}, large=chance.random() < 0.7)


def deck(chance: Random) -> Paper:
    """Slides with the office's name as a running head."""
    office = chance.choice(w.OFFICES)
    pages = [[office, "", w.heading(chance), "", "Briefing"]]
    pages += [
        [office, w.heading(chance), "", *[f"- {w.sentence(chance)}" for _ in range(chance.randint(2, 7))]]
        for _ in range(chance.randint(2, 9))
    ]
    return Paper("slides", pages, {}, large=True, landscape=True)


def figures(chance: Random) -> Paper:
    """Sheets of figures whose columns are dates and counts."""
    rows = [
        f"{chance.choice(w.STATES)}  {chance.randint(1, 12)}/{chance.randint(1, 28)}/2010  {chance.randint(1, 4000)}  "
        f"{chance.randint(1, 90)}  {chance.random():.2f}"
        for _ in range(chance.randint(25, 100))
    ]
    head = [f"{chance.choice(w.TOPICS).title()} by State", "State  Activated  Submitted  Matched  Rate"]
    return Paper("table", paged([*head, *rows], head[1:]), {})


def news(chance: Random) -> Paper:
    """A news release of another office."""
    when, title = w.day(chance), w.heading(chance)
    lines = [
        "News Release",
        chance.choice(w.OFFICES),
        "",
        title,
        "",
        f"{when:%b}. {when.day}, {when.year}",
        "",
        *w.prose(chance, chance.randint(14, 60), 86),
        "# # #",
    ]
    return Paper("press", paged(lines), {"date": when.isoformat()})


def timeline(chance: Random) -> Paper:
    """A timeline of events, two columns."""
    rows = [
        f"{when:%B} {when.day}, {when.year} - {w.sentence(chance)}"
        for when in sorted(w.day(chance) for _ in range(chance.randint(10, 40)))
    ]
    return Paper("chronology", paged([f"TIMELINE: {w.heading(chance).upper()}", "", *rows]), {})


def answers(chance: Random) -> Paper:
    """Questions and answers for the press office."""
    lines = [
        chance.choice(["Questions and Answers", "Press Guidance", "Frequently Asked Questions (FAQ)", "Key Messages"]),
        w.heading(chance),
        "",
    ]
    for _ in range(chance.randint(4, 14)):
        lines += [f"Q: {w.sentence(chance)[:-1]}?", f"A: {w.sentence(chance)} {w.sentence(chance)}", ""]
    return Paper("talking-points", paged(lines), {})


def slip(chance: Random) -> Paper:
    """A routing slip or checklist."""
    head = chance.choice(["ROUTING SLIP", "Clearance Sheet", "DEPLOYMENT CHECKLIST", "TRANSMITTAL SLIP"])
    lines = [
        head,
        "",
        *[f"{office}   Initials ____   Date ____" for office in w.OFFICES],
        "",
        *[f"[ ] {w.sentence(chance)}" for _ in range(chance.randint(4, 16))],
    ]
    return Paper("form", [lines], {})


def removed(chance: Random) -> Paper:
    """What stands where pages were taken out."""
    if chance.random() < 0.5:
        return Paper("withheld-page", [["(b)(5), (b)(7)(E)"] for _ in range(chance.randint(1, 4))], covered=True)
    return Paper(
        "withheld-page", [[f"{chance.randint(2, 30)} pages have been withheld in their entirety", "under exemption (b)(5)."]], {}
    )


MAKERS = (
    mail_named_top, mail_named_top, mail_named_top, mail_subject_first, mail_subject_first, mail_capitals, memo_interoffice,
    memo_for_the_secretary, letter_from_outside, letter_from_outside, final_response, understanding, procedures, deck, figures,
    news, timeline, answers, slip, removed,
)  # fmt: skip
