"""What a street with a house looks like in print, and where the address ends."""

from __future__ import annotations

import re

# An owner's street: scans read his apostrophe as other signs, and may part what follows ("Saddler' s Row").
OF_STREET = r"(?:[A-Z][\w’'‘`´′.-]*(?:(?<=[’'‘`´′])\ss\b)?|\d{1,3}(?:st|nd|rd|th|ST|ND|RD|TH))"
SUFFIX = (
    r"(?:Street|Avenue|Road|Lane|Drive|Court|Boulevard|Way|Place|Terrace|Circle|Highway|Parkway|Trail|Square|Loop"
    r"|Alley|Path|Row|Pike|Close|Mews|Rise|Ridge|Run|Crossing|Bend|Grove|Gardens?|Green|Walk|Creek|Canyon|Glen|Heights|Landing"
    r"|Manor|Meadows?|Hollow|Reach|Lea|Stile|Yard|Steps|Acres?|Bank|End|Pass|Vista|Crescent|Cove|Knoll|Hill|View|Point|Wharf|Quay"
    r"|St|Ave?|Rd|Ln|Dr|Ct|Blvd|Pl|Ter|Cir|Hwy|Pkwy|Trl|Sq|STREET|AVENUE|ROAD|LANE|DRIVE|COURT|BOULEVARD|WAY|PLACE"
    r"|TERRACE|CIRCLE"
    r"|ST|AVE?|RD|LN|DR|CT|BLVD|PL)\b\.?"
)  # what the word after a street's own name is
STATES = (
    r"(?:Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho"
    r"|Illinois|Indiana|Iowa"
    r"|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|Missouri|Montana|Nebraska|Nevada"
    r"|New (?:Hampshire|Jersey|Mexico|York)|North (?:Carolina|Dakota)|Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island"
    r"|South (?:Carolina|Dakota)|Tennessee|Texas|Utah|Vermont|Virginia|Washington|West Virginia|Wisconsin|Wyoming)\b"
)
STREET = re.compile(
    rf"(?<![\w$.,/-])(?P<street>\d{{1,6}}(?:[A-Z]|½|-\d+|\s1/[234])?\s(?:[NSEW]{{1,2}}\.?\s|(?:North|South|East"
    rf"|West)\s)?(?:{OF_STREET}\s){{1,4}}?{SUFFIX}"
    r"(?:\s(?:[NSEW]{1,2}|North|South|East|West)\b\.?)?)"
    r"(?P<flat>,?\s(?:Apt|No\.|Apartment|Unit|APT|UNIT|Lot|Trailer|Trlr|#)\.?\s?#?\s?[A-Za-z0-9-]{1,6})?"
    r"(?P<room>,?\s(?:Suite|Ste|SUITE|STE|Room|Rm|ROOM|Floor|Fl)\.?\s?[A-Za-z0-9-]{1,6})?"
    r"(?:,?\s(?:in\s)?(?P<city>[A-Z][A-Za-z.’'-]+(?:[ ][A-Z][A-Za-z.’'-]+){0,3})"
    rf"(?:,?\s(?P<state>[A-Z]{{2}}\b|{STATES})\.?,?)?(?:\s+\d{{5}}(?:-\d{{4}})?)?(?!\w))?"
)


def home_end(match: re.Match[str]) -> int:
    """Where an address that STREET found ends: without a comma, and on the next line, what follows is its town only where a
    state or ZIP code stands behind it."""
    end = max(match.end("street"), match.end("flat"), match.end("room"))
    joint = match.string[end : match.start("city")] if match["city"] else ""
    if joint and ("\n" in joint or not re.search(r",|\bin\b", joint)) and not match["state"] and not match.group()[-5:].isdigit():
        return end
    return match.end()
