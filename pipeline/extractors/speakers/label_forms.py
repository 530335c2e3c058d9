"""The forms of what may stand before the words of whoever speaks, and of what only looks like it."""

from __future__ import annotations

import re

from pipeline.extractors.speakers.answers import LINE
from pipeline.patterns.names.person_names import COURTESY
from pipeline.patterns.public.openly import RANK

# As hearings are printed: the surname or the office in capitals, then a stop; in depositions often all of it in capitals.
_TITLE = (
    r"(?:The|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|MR\.?|MRS\.?|MS\.?|DR\.?|Senator|Representative|Chairman|Chairwoman|Chair|Secretary|Sheriff"
)
_TITLE += r"|Assembly(?:man|woman|member)|Council(?:man|woman|member)|Congress(?:man|woman)|Delegate|Supervisor|Alderman"
_TITLE += r"|Selectman|Trustee|Vice\sChair\w*|Speaker|Governor|Mayor|Judge|Justice|Chief|Captain|Lieutenant|Undersheriff"
_TITLE += r"|Director|General|Commissioner|THE(?=\s(?:WITNESS|COURT|CHAIR\w*|CLERK|REPORTER|DEPONENT|INTERPRETER|SPEAKER)\b))"
FLOOR = re.compile(
    rf"\W*(?P<who>{_TITLE}\s[A-Z][A-Z’'-]{{2,}}(?:\s[A-Z][A-Z’'-]+){{0,4}}(?:\sof(?:\s[A-Z][\w’-]+){{1,2}})?)[.:](?=\s|$)"
)
# "THE ASSISTANT DIRECTOR. Thank you." No verb may stand in it: "THE BOATS ARE OLD." is a sentence.
CAPITALS = re.compile(
    r"\W*(?P<who>THE(?:\s(?!(?:IS|ARE|WAS|WERE|MAY|MUST|WILL|HAS|HAVE|CAN|NOT|AND)\b)[A-Z█][A-Z█’'-]+){1,5})[.:](?=\s|$)"
)
# In a transcript words in capitals before a colon, where they can be a speaker's (`Roster.talks`):
# "COUNTY AUDITOR-CONTROLLER: ...", "SUPERVISOR, 2ND DISTRICT: ...".
SPOKEN = re.compile(
    r"\W*(?:\d{1,3}\s+)?(?P<who>[A-Z█][A-Z█.’'/-]+(?:,?\s(?:[A-Z\d█][A-Z\d█.’'/&-]*|\d+(?:st|nd|rd|th))){0,7})"
    r"(?:\s\([^)]*\))?\s?:(?=\s|$)"
)
# ... or before a stop, where they are those of somebody who can speak, or who is introduced.
STOPPED = re.compile(
    r"\W*(?P<who>(?:THE\s)?[A-Z][A-Z’'-]+(?:\s[A-Z][A-Z’'-]+){0,4}(?:,\s[A-Z\d][A-Z\d]*(?:\s[A-Z]+){0,2})?)\.(?=\s[“\"]?[A-Z]|$)"
)
# "Mr. Roe: "There is no choice."", as minutes quote somebody; his surname stands behind a title.
CITED = re.compile(
    rf"\W*(?:(?:[A-Z]|\d{{1,2}})[.)]\s+)?(?P<who>(?:(?:{COURTESY}|(?i:{RANK})|(?:Maj|Capt|Lt|Sgt|Cpl|Col|Det|Dep|Comm?|Supt|Insp|Gov|Sen|Rep)\.)\s)+"
    r"[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)\s?:(?=\s*(?P<marked>[“\"])|\s+\S|\s*$)"
)
# "12/3/2010 10:04  Roe, Jane: no.", as chats are printed.
CHAT = re.compile(
    r"\W*(?:\d{1,2}/\d{1,2}/\d{2,4},?\s+\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?|(?<=\[)\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?\])\s+"
    r"(?P<who>[A-Z][\w’'-]+,\s[A-Z][\w’'.-]*|(?:[A-Z][\w’'.-]*\s){1,2}[A-Z][\w’'-]+)\s?:(?=\s)"
)
# A row of a log of calls, and who called, before the stop behind his house: "Mon 4/4  2:40  J. Roe, the Guard."
ROW = re.compile(
    r"\W*(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\.?,?\s+)?\d{1,2}/\d{1,2}(?:/\d{2,4})?,?\s+(?:at\s)?\d{1,2}:\d\d(?:\s?[AaPp]\.?[Mm]\.?)?\s+"
    r"(?:(?P<who>(?:[A-Z][\w.’'-]*\s){0,4}[A-Z][\w’'-]*(?:,\s(?:the\s)?(?:[A-Z][\w.’'-]*(?![\w’'-])\s?){1,6}|\s\([^()]{2,40}\)))[.:](?=\s|$))?"
)
SURNAME = re.compile(r"\W*(?P<who>[A-Z][a-z][\w’'-]+)(?::(?=\s+\S)|\s[-–—]\s(?=[a-z]))")
# Whom a speech or a paper of it greets, who says nothing: "Mr. Chairman and members:".
GREETED = re.compile(
    r"\W*(?:(?i:good\s(?:morning|afternoon|evening)),?\s)?(?:(?:Mr|Madam|Mme|Ms)\.?\s(?:Chair\w*|Speaker|President)(?!\s[A-Z])"
    r"|(?:[A-Z][\w’'.-]*\s){1,4}and\s(?i:(?:distinguished\s|honorable\s)?members)\b|(?i:(?:distinguished\s|honorable\s)?members\sof\b))[^.?!:]{0,80}:\s*$"
)
HEADS = re.compile(r"\W*[A-Z][\w’'-]{2,}(?:\s[A-Z][\w’'-]+)?:\s+\S")
MARK = re.compile(r"\s*[“\"]")
ROLL = re.compile(
    r"(?:ALSO\s)?(?:PRESENT|ABSENT|APPEARING|APPEARANCES|EXHIBITS?|NOTE|SUBJECT|DATE|TIME|PLACE|RE|ITEM|AGENDA|WITNESSES|BY|WHEREAS|RESOLVED)\b"
)
LETTERED = re.compile(r"\W*(?:\d+[.)]\s*)?(?P<who>[A-Z][A-Z/-]{1,9}):(?=\s)")  # "CJIS: that could be done in a day"
HEADED = re.compile(
    r"\W*(?:PREPARED |OPENING |WRITTEN )?(?:STATEMENT|TESTIMONY|REMARKS) (?:OF|BY) (?P<who>[A-Z][^\n]{2,120}?)\W*$"
)
QUESTION = re.compile(rf"\W*{LINE}(?:Q|Question|QUESTION)\s?\d{{0,3}}\s?[.:]|\W*BY\s(?:MR|MS|MRS|DR)\b")
ANSWER = re.compile(rf"\W*{LINE}(?:A|Answer|ANSWER|Response|RESPONSE|Reply)\s?\d{{0,3}}\s?[.:](?=\s|$)")
UNMARKED = re.compile(r"\W*(?:\d{1,2}\s+)?(?P<who>[QA])\s+(?=[A-Z“\"])")
BULLET = re.compile(r"\s*(?:[•▪◦‣*]|[-–—]\s)")
DATED = re.compile(r"^\W*(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\d{1,2}:\d\d)\W*$")

# A place alone, and the titles of papers whose rows are headed by places.
PLACE = re.compile(
    r"(?:[A-Z][\w’'.-]*\s){1,3}(?:County|Co\.?|Cty\.?|Parish|City|Borough|Town)|(?:City|County|Town)\sof(?:\s[A-Z][\w’'.-]*)+"
)
OF_PLACES = re.compile(
    r"(?i:\b(?:weekly|daily|monthly|quarterly|status|summary|reports?|updates?|roll-?up|highlights|sitrep|dashboard)\b)"
)
