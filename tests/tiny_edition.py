"""A hand-made finished run, small and hostile: two releases, five files, every kind of contradiction, and secrets.

`make_artifacts(root)` writes it through the store. A test that needs another shape takes `tiny_records()`, changes what
it likes and calls `write`. All wording is made up; Marlow County and everybody in it are fictional.
"""

from __future__ import annotations

import hashlib
import io
import json
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from PIL import Image, ImageDraw

from pipeline import codec
from pipeline.records import spans
from pipeline.records.document import (
    Boundary,
    Change,
    Continuation,
    Document,
    Family,
    Kinship,
    Message,
    Part,
    RedactionDifference,
    Segmentation,
    Stamp,
    Thread,
)  # fmt: skip
from pipeline.records.finding import Citation, Claim, Contradiction, Findings, Mention, Reason, Redaction, Withheld
from pipeline.records.lead import Lead, Passed
from pipeline.records.outcome import Failure
from pipeline.records.page import Box, HiddenText, Line, Page, RedactionBox, Word
from pipeline.records.source import File, Probe, Release
from pipeline.records.topic import Bearing, Metric, Proposition, Topic
from pipeline.store import Store

XSS = "<script>alert('x')</script>"
XSS_IMG = '"><img src=x onerror=alert(1)>'
A_NUMBER = "A 099 123 456"
A_NUMBER_ELSEWHERE = "A099123456"
SSN = "521-45-6788"
PRIVATE_NAME = "Orrin Quillfeather"
HIDDEN = "Deputy Rowan Thistle called the sheriff on extension 55-01937"
SECRETS = (A_NUMBER, A_NUMBER_ELSEWHERE, SSN, PRIVATE_NAME, HIDDEN, "Rowan Thistle", "55-01937")

TOPIC = Topic(
    id="host-program",
    title=f"Host program {XSS}",
    description="A made-up program for tests.",
    terms=("Host Program",),
    propositions=(
        Proposition("participation-voluntary", f"Taking part is voluntary. {XSS_IMG}", "Taking part is mandatory.", (), ()),
        Proposition("targets-serious", "It targets serious offenders.", "It does not.", (), ()),
    ),
    metrics=(
        Metric("noncriminal-share", "Share without a conviction", "share", "people removed", (),
               bears_on=(Bearing("targets-serious", "deny", 0.5, None),)),
    ),
)  # fmt: skip

EMAIL = (
    "From: Field Office Liaison",
    f"To: Regional Desk {XSS}",
    "Sent: May 12, 2010",
    "Subject: Host Program opt out",
    "",
    "Participation is not voluntary and no county may decline.",
    "The office (b)(6) will answer callers under 8 U.S.C. 1357(g).",
    "",
    "MARLOW 10-0042.0000001",
)
MEMO = (
    "MEMORANDUM",
    "Subject: Removals of the first year",
    "",
    f"Name: {PRIVATE_NAME}",
    f"File: {A_NUMBER} and SSN {SSN}",
    "Of the people removed, 79% had no criminal conviction.",
    "Only 26% of the people removed had no criminal conviction.",
    "",
    "MARLOW 10-0042.0000003",
)
PRESS = (
    "FOR IMMEDIATE RELEASE",
    f"Questions and answers {XSS_IMG}",
    "",
    "Participation in the Host Program is voluntary for every county.",
    "The Host Program targets the most serious offenders.",
    f"The case of {A_NUMBER_ELSEWHERE} was named by a caller.",
    f"A visitor wrote {XSS} in the guest book.",
)
NOTICE = ("Public notice of June 3, 2011", "", "From this day participation is no longer voluntary.")
COPY = ("MEMORANDUM", "Subject: Removals of the first year", "", "Of the people removed, 79% had no criminal conviction.")


@dataclass
class Records:
    """Everything a manifest names, free to be changed by a test before `write`."""

    releases: list[Release] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    failures: list[Failure] = field(default_factory=list)
    outputs: dict[tuple[str, str], Any] = field(default_factory=dict)
    images: dict[str, bytes] = field(default_factory=dict)
    topics: list[Topic] = field(default_factory=list)
    runs: list[dict[str, Any]] = field(default_factory=list)


def file_of(release: str, name: str, media_type: str = "application/pdf", also: tuple[str, ...] = ()) -> File:
    """A received file whose bytes are its own name."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    return File(sha256[:16], release, name, sha256, len(name), media_type, also)


def page_of(made: Records, file: File, number: int, lines: tuple[str, ...], **more: Any) -> Page:
    """A page with one line of print per string (an empty string starts a block) and a drawn image; kept in `made`."""
    laid: list[Line] = []
    block = 0
    for row, line in enumerate(lines):
        if not line:
            block += 1
            continue
        x, y, words = 0.1, 0.08 + 0.05 * row, []
        for text in line.split():
            width = min(0.009 * len(text), 0.3)
            words.append(Word(text, round(x, 5), round(y, 5), round(min(x + width, 0.99), 5), round(y + 0.02, 5), 0.9))
            x = min(x + width + 0.01, 0.95)
        laid.append(Line(tuple(words), block))
    image = drawn(tuple(laid))
    sha256 = hashlib.sha256(image).hexdigest()
    made.images[sha256] = image
    values: dict[str, Any] = {
        "method": "ocr" if laid else "blank", "method_reason": "no text layer" if laid else "no ink on the page",
        "confidence": 0.9 if laid else 1.0, "rotation": 0, "language": "eng", "width": 612.0, "height": 792.0,
        "engine": "scripted 1", "image": sha256,
    }  # fmt: skip
    page = Page(f"{file.id}-p{number}", file.id, number, spans.joined(tuple(laid)), tuple(laid), **(values | more))
    made.outputs["read", page.id] = page
    return page


def drawn(lines: tuple[Line, ...]) -> bytes:
    """A white 425 x 550 page with grey dashes where words are, as lossless WebP."""
    picture = Image.new("L", (425, 550), 255)
    pen = ImageDraw.Draw(picture)
    for line in lines:
        for word in line.words:
            pen.rectangle((word.x0 * 425, word.y0 * 550, word.x1 * 425, word.y1 * 550), fill=90)
            pen.line((word.x0 * 425, word.y0 * 550, word.x1 * 425, word.y1 * 550), fill=200)
    out = io.BytesIO()
    picture.save(out, "WEBP", lossless=True)
    return out.getvalue()


def withheld_in(page: Page, kind: str, text: str) -> Withheld:
    """The first place where the text stands on the page, as `screen` would report it."""
    start = page.text.index(text)
    end = start + len(text)
    return Withheld(page.id, kind, start, end, text, spans.boxes(page, start, end), "pattern")


def shown(made: Records, page: Page) -> Page:
    """The page as the stages after `screen` see it."""
    held = made.outputs.get(("screen", page.file_id), ())
    return spans.masked(page, tuple((w.start, w.end) for w in held if w.page_id == page.id and w.start >= 0))


def document_of(file: File, first: int, last: int, kind: str, title: str, **more: Any) -> Document:
    """A document with empty fields but those given."""
    values: dict[str, Any] = {
        "date": "", "date_precision": "", "date_basis": "", "author": "", "author_kind": "", "recipients": (), "cc": (),
        "audience": "", "bates_first": "", "bates_last": "", "thread_id": "", "confidence": 0.8,
    }  # fmt: skip
    key = codec.short_id("document", file.id, first, kind, title.casefold())
    return Document(key, file.release_id, file.id, first, last, kind, title, **(values | more))


def claim_of(made: Records, page: Page, document: Document, quote: str, **more: Any) -> Claim:
    """A claim whose quote stands on the page; `more` gives proposition and stance, or metric, value and unit."""
    text = shown(made, page).text
    start = text.index(quote)
    values: dict[str, Any] = {
        "proposition": "", "metric": "", "stance": "", "status": "asserted", "value": None, "bound": "", "unit": "",
        "speaker": "", "speaker_kind": "agency", "addressee": "", "date": document.date,
        "date_precision": document.date_precision, "jurisdiction": "", "period": "", "population": "",
        "audience": document.audience, "announced": False, "confidence": 0.7, "extractor": "rules 1",
        "reasons": (Reason("cue", quote.split()[0], "", 1.0, f"the sentence says so {XSS}"),),
    } | more  # fmt: skip
    about = values["proposition"] or values["metric"]
    key = codec.short_id("claim", page.file_id, page.number, " ".join(quote.split()), about, values["stance"], 0)
    claim = Claim(id=key, page_id=page.id, document_id=document.id, file_id=page.file_id, release_id=document.release_id,
                  topic=TOPIC.id, quote=quote, start=start, end=start + len(quote), **values)  # fmt: skip
    unit = f"{document.id}/{TOPIC.id}/rules"
    made.outputs["claims", unit] = (*made.outputs.get(("claims", unit), ()), claim)
    return claim


def against(made: Records, kind: str, left: Claim, right: Claim, proposition: str, **more: Any) -> Contradiction:
    """A contradiction of two claims, kept in `made`."""
    values: dict[str, Any] = {
        "standing": "shift" if kind == "shift" else "listed",
        "score": 0.8, "days_apart": 97, "same_speaker": False, "audience_pair": "internal/public",
        "explanation": f"One record says the opposite of the other. {XSS}",
        "reasons": (
            Reason("stance", "affirm", "deny", 0.5, f"opposite {XSS_IMG}"),
            Reason("period", "2010", "2010", 0.3, "same year"),
        ),
    } | more  # fmt: skip
    key = codec.short_id("contradiction", kind, *sorted((left.id, right.id)))
    found = Contradiction(id=key, kind=kind, left_claim_id=left.id, right_claim_id=right.id, topic=TOPIC.id,
                          proposition=proposition, **values)  # fmt: skip
    unit = f"{TOPIC.id}/{proposition}/first"
    made.outputs["compare", unit] = (*made.outputs.get(("compare", unit), ()), found)
    return found


def lead_of(one: Claim, other: Claim) -> Lead:
    """Two sentences as if they were opposed in a word."""
    left, right = (Passed(side.page_id, side.document_id, side.start, side.end, side.quote) for side in (one, other))
    why = (Reason("number", "79%", "26%", 0.0, f"two numbers {XSS}"), Reason("words in both", "remov", "remov", 0.6, XSS_IMG))
    return Lead(codec.short_id("lead", "number", one.id, other.id), "number", left, right, 0.6, "own", why)


def mention_of(page: Page, text: str, kind: str, normal: str) -> Mention:
    """The first place where the name stands on the page."""
    start = page.text.index(text)
    return Mention(page.id, start, start + len(text), text, kind, normal)


def tiny_records() -> Records:
    """The whole tiny edition: 5 files in 2 releases, 6 pages read, one page and one file that could not be read."""
    made = Records(topics=[TOPIC])
    made.releases = [
        Release("marlow-2011", f"Marlow County emails {XSS}", "Agency of Examples", request_number="10-0042",
                litigation="Marlow v. Examples, 10-cv-0042", received_on="2011-01-17", note=XSS_IMG),
        Release("sample", "Sample release", "Agency of Examples"),
    ]  # fmt: skip
    thread = file_of("marlow-2011", f"emails/01 thread {XSS.replace('/', '')}.pdf", also=("sample:again.pdf",))
    press, copy = file_of("marlow-2011", "press.txt", "text/plain"), file_of("sample", "copy.pdf")
    locked, bad = file_of("sample", "locked.pdf"), file_of("sample", f"odd {XSS_IMG}.bin", "application/octet-stream")
    made.files = [thread, press, copy, locked, bad]
    for file, count in ((thread, 4), (press, 2), (copy, 1)):
        made.outputs["probe", file.id] = Probe(file.id, count)
    made.failures = [
        Failure("read", thread.name, thread.id, 4, "timeout", f"The page took longer than 60 s. {XSS}", "Try again.", False),
        Failure("probe", locked.name, locked.id, None, "encrypted", "A password is needed.", "Add it to release.toml.", True),
        Failure("intake", bad.name, bad.id, None, "not-supported", "Not a document.", "Convert it to PDF.", True),
    ]
    made.runs = [{
        "id": "20110117T120000Z", "started_at": "2011-01-17T12:00:00Z", "finished_at": "2011-01-17T12:01:00Z",
        "outcome": "some-failed", "computed": 20, "reused": 0, "failed": 3, "pages": 6, "seconds": 60.0,
        "summary": "6 pages read",
    }]  # fmt: skip
    _email(made, thread, press)
    _memo(made, thread, copy)
    return made


def _email(made: Records, thread: File, press: File) -> None:
    black = Box(0.2, 0.37, 0.26, 0.4)
    mail = page_of(made, thread, 1, EMAIL, redactions=(RedactionBox(black, "black", f"(b)(6) {XSS}"),),
                   hidden=(HiddenText(HIDDEN, black, "under a black box"),))  # fmt: skip
    page_of(made, thread, 2, ())
    held = Withheld(mail.id, "hidden-text", -1, -1, HIDDEN, (black,), "under a black box")
    made.outputs["screen", thread.id], made.outputs["screen", press.id] = (held,), ()
    release = page_of(made, press, 1, PRESS, method="text_layer", method_reason="text file", engine="text 1", image="")
    notice = page_of(made, press, 2, NOTICE, method="text_layer", method_reason="text file", engine="text 1", image="")
    email = document_of(thread, 1, 2, "email", f"Host Program opt out {XSS}", date="2010-05-12", date_precision="day",
                        date_basis="header", author="Field Office Liaison", recipients=(f"Regional Desk {XSS}",), cc=(XSS_IMG,),
                        audience="internal", bates_first="MARLOW 10-0042.0000001")  # fmt: skip
    story = document_of(press, 1, 1, "press", f"Questions and answers {XSS_IMG}", date="2010-08-17", date_precision="day",
                        date_basis="letterhead", author="Press Office", audience="public")  # fmt: skip
    public = document_of(press, 2, 2, "press", "Public notice", date="2011-06", date_precision="month", date_basis="text",
                         audience="public")  # fmt: skip
    stamp = Stamp(mail.id, "MARLOW 10-0042.0000001", "MARLOW 1O-0042.0000001")
    head = mail.text.index("Participation")
    place = (mail.id, 0, head, mail.id, len(mail.text))
    message = Message("message-1", email.id, 0, 0, *place, "header", "Field Office Liaison",
                      (f"Regional Desk {XSS}",), (XSS_IMG,), f"Host Program {XSS}", "2010-05-12", "day", "09:15")  # fmt: skip
    doubt = Boundary(f"{thread.id}-p2", False, 0.45, (f"a heading {XSS}", "the page before is full"), False)
    made.outputs["segment", thread.id] = Segmentation((email,), (stamp,), (message,), (doubt,))
    letter = replace(story, kind="letter", title=f"Letter below {XSS}", author=f"Clerk {XSS_IMG}", date="2010-09-01")
    below = (Part(release.id, release.text.index(PRESS[6]), letter),)
    made.outputs["segment", press.id] = Segmentation((story, public), (), parts=below)
    at = mail.text.index("8 U.S.C. 1357(g)")
    made.outputs["find", thread.id] = Findings(
        (Redaction("r1", mail.id, black, ("(b)(6)",), f"(b)(6) {XSS}", "black", 0.0018),),
        (mention_of(mail, "Field Office Liaison", "office", "field office liaison"),),
        (Citation(mail.id, at, at + 16, "8 U.S.C. 1357(g)", "8 U.S.C. § 1357(g)", "usc"),),
    )
    made.outputs["find", press.id] = Findings((), (mention_of(release, "Host Program", "office", "host program"),), ())
    about = "participation-voluntary"
    no = claim_of(made, mail, email, EMAIL[5], proposition=about, stance="deny", speaker="Field Office Liaison",
                  addressee=f"Regional Desk {XSS}", population=XSS_IMG, jurisdiction="Marlow County")  # fmt: skip
    yes = claim_of(made, release, story, PRESS[3], proposition=about, stance="affirm", speaker=f"Press Office {XSS_IMG}")
    ends = claim_of(made, notice, public, NOTICE[2], proposition=about, stance="deny", announced=True, period="2011-06")
    claim_of(made, release, story, PRESS[4], proposition="targets-serious", stance="affirm", speaker="Press Office")
    claim_of(made, release, story, PRESS[5], proposition="targets-serious", stance="deny", status="reported")
    claim_of(made, release, story, PRESS[6], proposition="targets-serious", stance="deny", status="reported", confidence=0.2)
    against(made, "stance", no, yes, about)
    against(made, "shift", yes, ends, about, score=0.6, days_apart=None, audience_pair="public/public")


def _memo(made: Records, thread: File, copy: File) -> None:
    memo = page_of(made, thread, 3, MEMO)
    other = page_of(made, copy, 1, COPY)
    held = tuple(
        withheld_in(memo, kind, text) for kind, text in (("person-name", PRIVATE_NAME), ("a-number", A_NUMBER), ("ssn", SSN))
    )
    made.outputs["screen", thread.id] += held
    made.outputs["screen", copy.id] = ()
    paper = document_of(thread, 3, 4, "memo", "Removals of the first year", date="2010", date_precision="year", date_basis="text",
                        audience="internal", bates_first="MARLOW 10-0042.0000003")  # fmt: skip
    again = document_of(copy, 1, 1, "memo", "Removals of the first year", audience="internal")
    had: Segmentation = made.outputs["segment", thread.id]
    stamp = Stamp(memo.id, "MARLOW 10-0042.0000003", "MARLOW 10-0042.0000003")
    made.outputs["segment", thread.id] = replace(had, documents=(*had.documents, paper), stamps=(*had.stamps, stamp))
    made.outputs["segment", copy.id] = Segmentation((again,), ())
    made.outputs["find", copy.id] = Findings((), (), ())
    family = Family(codec.short_id("family", *sorted((paper.id, again.id))), "version", (paper.id, again.id))
    same_page = Family("family-of-pages", "copy", (), (memo.id, other.id))
    box = Box(0.1, 0.2, 0.3, 0.22)
    change = Change("hidden-right", 0, 0, 12, 18, 9)
    difference = RedactionDifference(memo.id, other.id, 9, 0, 0, 1, (), (box,), (change,))
    mail = had.messages[0]
    threads = (Thread("thread-1", f"Host Program opt out {XSS}", (mail.document_id,), (mail.id,)),)
    onward = Continuation(paper.id, again.id, 0.8, (f"its stamps run on {XSS}",))
    made.outputs["relate", "corpus"] = Kinship((family, same_page), (difference,), threads, (onward,))
    share: dict[str, Any] = {"metric": "noncriminal-share", "unit": "share", "bound": "exact", "population": "people removed"}
    most = claim_of(made, memo, paper, MEMO[5], value=0.79, speaker_kind="record", **share)
    few = claim_of(made, memo, paper, MEMO[6], value=0.26, speaker_kind="record", **share)
    targets = next(c for (stage, _), out in made.outputs.items() if stage == "claims" for c in out if c.quote == PRESS[4])
    made.outputs["leads", "corpus"] = (lead_of(most, few), lead_of(targets, few))
    against(made, "number", most, few, "noncriminal-share", same_speaker=True, audience_pair="internal/internal", days_apart=0)
    against(made, "data", targets, most, "targets-serious", score=0.9, days_apart=None)
    against(made, "dispute", targets, few, "targets-serious", score=0.3, days_apart=None, standing="related")


def write(made: Records, root: Path) -> Path:
    """Writes the run into an artifacts directory and returns it."""
    store = Store(root)
    for image in made.images.values():
        store.put(image)
    units = [
        {"stage": stage, "unit": unit, "key": codec.digest([stage, unit]), "output": store.put(codec.encode(record))}
        for (stage, unit), record in sorted(made.outputs.items())
    ]
    store.write_manifest({
        "format": 1, "code": "tiny", "releases": codec.plain(made.releases), "files": codec.plain(made.files),
        "failures": codec.plain(made.failures), "topics": codec.plain(made.topics), "tools": ["scripted 1"], "units": units,
    })  # fmt: skip
    (root / "runs").mkdir(parents=True, exist_ok=True)
    for run in made.runs:
        (root / "runs" / f"{run['id']}.json").write_text(json.dumps(run), encoding="utf-8")
    return root


def make_artifacts(root: Path) -> Path:
    """The tiny edition as an artifacts directory below `root`; returns the directory to hand to `pipeline.store.Reader`."""
    return write(tiny_records(), root / ".artifacts")
