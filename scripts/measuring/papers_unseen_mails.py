"""Held-out mails: whose name stands on top, which line comes first, how history is quoted. Never tuned on."""

from __future__ import annotations

from random import Random

from measuring import wordstock as w
from measuring.papers import Paper, paged

HIDDEN = ("(b)(6), (b)(7)(C)", "(b)(6);(b)(7)(C)", "(b)(6)", "(b) (6), (b) (7)(C)")


def someone(chance: Random, hidden: float = 0.35) -> str:
    """A sender or recipient as printed; with chance `hidden` (0..1) only the codes that hide the name."""
    if chance.random() < hidden:
        return chance.choice(HIDDEN)
    first, last = w.person(chance).split()
    return chance.choice(
        [
            f"{last}, {first} {chance.choice('ABCD')}",
            f"{first} {last} <{first.lower()}.{last.lower()}@example.gov>",
            f"{last}, {first} [EX]",
        ]
    )


def mail_named_top(chance: Random) -> Paper:
    """The owner's name on top of the print, short weekdays, wide gaps after labels, importance below."""
    when, subject = w.day(chance), chance.choice(["", "FW: ", "RE: ", "Re: Fw: "]) + w.heading(chance)
    sender, to = someone(chance), [someone(chance, 0.2) for _ in range(chance.randint(1, 4))]
    to = list(dict.fromkeys(to))
    lines = [
        w.person(chance),
        "",
        f"From:    {sender}",
        f"Sent:    {when:%a} {when.month}/{when.day}/{when.year} {chance.randint(1, 12)}:{chance.randint(10, 59)} PM",
    ]
    lines += [f"To:      {'; '.join(to)}", f"Subject: {subject}"]
    if chance.random() < 0.3:
        lines.append("Importance: High")
    lines += ["", *w.prose(chance, chance.randint(3, 50), 84)]
    if chance.random() < 0.5:
        older = w.day(chance)
        lines += [
            "_" * 40,
            f"From: {someone(chance)}",
            f"To: {someone(chance)}",
            f"Sent: {older:%a %b %d} 08:12:00 {older.year}",
        ]
        lines += [f"Subject: {subject}", "", *w.prose(chance, chance.randint(4, 20), 84)]
    return Paper(
        "email", paged(lines), {"date": when.isoformat(), "author": sender, "recipients": "; ".join(to), "title": subject}
    )


def mail_subject_first(chance: Random) -> Paper:
    """Subject, From, Date, To; history quoted with marks below "wrote" lines."""
    when, subject, sender, to = w.day(chance), w.heading(chance), someone(chance, 0.1), someone(chance, 0.1)
    lines = [
        f"Subject: {subject}",
        f"From: {sender}",
        f"Date: {when:%a}, {when.day} {when:%b %Y} 1{chance.randint(0, 9)}:22:05 -0500",
        f"To: {to}",
        "",
    ]
    lines += w.prose(chance, chance.randint(5, 20), 80)
    marks = ""
    for _ in range(chance.randint(0, 3)):
        older = w.day(chance)
        lines.append(
            f"{marks}On {older:%b} {older.day}, {older.year}, at {chance.randint(1, 12)}:{chance.randint(10, 59)} AM, "
            f"{someone(chance, 0.3)} wrote:"
        )
        marks += "> "
        lines += [f"{marks}{line}" for line in w.prose(chance, chance.randint(3, 14), 74)]
    return Paper("email", paged(lines), {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})


def mail_capitals(chance: Random) -> Paper:
    """Labels in capitals, date between From and To, text that was scanned askew: labels without colons now and then."""
    when, subject, sender, to = w.day(chance), w.heading(chance), chance.choice(HIDDEN), chance.choice(HIDDEN)
    mark = chance.choice([":", ":", ";", " :", ""])
    lines = [
        f"FROM{mark} {sender}",
        f"SENT{mark} {when:%A, %B} {when.day}, {when.year} {chance.randint(1, 12)}:{chance.randint(10, 59)} AM",
    ]
    lines += [f"TO{mark} {to}", f"SUBJECT{mark} {subject}", "", *w.prose(chance, chance.randint(3, 55), 86)]
    return Paper("email", paged(lines), {"date": when.isoformat(), "author": sender, "recipients": to, "title": subject})
