"""The record's own terms in plain English: what values such as `text_layer`, `deny` or `(b)(5)` are called on the pages."""

BASES = {
    "header": "from its header",
    "letterhead": "from its letterhead",
    "text": "from its text",
    "file-name": "from the file's name",
    "enclosure": "that of the letter it came with",
    "continued": "that of its part in the file before",
}
NO_DATE = "none could be read in its header, its text or the file's name"
# Kinds of documents whose stored names are no words of a reader's.
PAPERS = {"email": "e-mail", "press": "press release", "other": "document"}
SPEAKERS = {
    "agency": "federal agency",
    "congress": "Congress",
    "state": "state",
    "local": "county or city",
    "court": "court",
    "advocate": "advocate",
    "press": "press",
    "record": "the record itself",
}
AUDIENCES = {"internal": "internal", "public": "public", "congress": "to Congress", "state-local": "to state or local officials"}
STATUSES = {
    "asserted": "stated outright",
    "former": "stated of the past",
    "planned": "stated of the future",
    "hedged": "stated with a reservation",
    "questioned": "raised as a question",
    "reported": "reported from others",
}
FOUND_BY = {
    "rules": "rules over the grammar",
    "model": "the trained model",
    "rules+model": "rules and trained model, who agree",
}
STANCES = {"affirm": "Says yes to", "deny": "Says no to"}
REASONS = {
    "stance": {"affirm": "says yes", "deny": "says no"},
    "status": STATUSES,
    "audience": AUDIENCES,
}
BOUNDS = {"about": "about ", "more-than": "more than ", "less-than": "less than ", "at-least": "at least "}
METHODS = {"text_layer": "the file's own text", "ocr": "read from the scan (OCR)", "blank": "found blank"}
STATES = {"read": "read in full", "partly-read": "read in part", "failed": "not read"}
KINDS = {
    "stance": "Opposite claims",
    "number": "Numbers that do not agree",
    "data": "A claim against a number",
    "shift": "Announced change",
}
# What a pair beside the contradictions is; kinds under review stand under `review`.
RELATIONS = {
    "review": "To review",
    "dispute": "Two parties dispute it",
    "redefinition": "A term given a meaning of its own",
    "scope": "Different place, time or matter",
    "hedged": "A guess, a question or hearsay",
    "copy": "One wording read in two ways",
    "shift": "An announced change that is shown beside another statement",
}
LEADS = {
    "negation": "One denies what the other says",
    "opposite": "Words of opposite meaning",
    "duty": "May against must",
    "number": "Two numbers for what is called the same",
}
VERDICTS = {
    "machine-found": "Machine-found, not reviewed",
    "confirmed": "Confirmed by a person",
    "dismissed": "Dismissed by a person",
    "unsure": "Reviewed by a person, left open",
}
# What each verdict says of each kind of finding.
CHOICES = {
    "contradiction": {
        "confirmed": "both quotes are read rightly, and they cannot both hold of the same place, time and people",
        "dismissed": "one is misread, or both can hold",
        "unsure": "the records do not decide it",
    },
    "claim": {
        "confirmed": "the words say this, and are this speaker's own",
        "dismissed": "the words say something else, or are not this speaker's",
        "unsure": "the page does not decide it",
    },
    "document": {
        "confirmed": "it begins and ends where it should",
        "dismissed": "it should be cut otherwise, or is of another kind",
        "unsure": "the pages do not decide it",
    },
}
FAMILIES = {
    "copy": "the same words as",
    "version": "nearly the same words as",
    "excerpt": "part of",
    "template": "the same form as",
}
# 5 U.S.C. 552(b), in the words of the statute's subject matter.
EXEMPTIONS = {
    "(b)(1)": "classified for national defense or foreign policy",
    "(b)(2)": "internal personnel rules and practices",
    "(b)(3)": "withheld under another statute",
    "(b)(4)": "trade secrets and confidential business information",
    "(b)(5)": "privileged communications within or between agencies",
    "(b)(6)": "personal privacy",
    "(b)(7)": "law-enforcement records",
    "(b)(7)(A)": "law enforcement: could interfere with proceedings",
    "(b)(7)(B)": "law enforcement: fair trial",
    "(b)(7)(C)": "law enforcement: personal privacy",
    "(b)(7)(D)": "law enforcement: confidential source",
    "(b)(7)(E)": "law enforcement: techniques and procedures",
    "(b)(7)(F)": "law enforcement: safety of a person",
    "(b)(8)": "supervision of banks",
    "(b)(9)": "wells: geological information",
}
