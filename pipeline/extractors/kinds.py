"""What kind of speaker a phrase names: the words for offices, courts, councils, groups, papers and records."""

from __future__ import annotations

# In this order: a "federal judge" is a court, a "county supervisor" local, before the general words for agencies apply.
_KINDS = {
    "court": "judge court justice magistrate tribunal",
    "congress": "congressman congresswoman senator senators representative representatives rep rep. reps. sen sen. sens. congress"
    " house senate lawmaker lawmakers congressional",
    "local": "sheriff sheriffs mayor county city police supervisor supervisors commissioners councilman councilwoman"
    " councilmember council jail local deputy localities municipal",
    "state": "governor gov gov. governors legislature assemblyman state statewide states legislator legislators",
    "advocate": "advocate advocates activist activists coalition network union critics critic opponents opponent association"
    " center campaign alliance organization organizations groups group attorneys lawyers attorney lawyer clinic"
    " foundation committee plaintiffs plaintiff experts organizers organizer",
    "press": "newspaper reporter reporters times post journal tribune chronicle herald gazette news press magazine reuters"
    " journalist media blog wire",
    "agency": "federal agency department bureau administration secretary director government immigration homeland spokesman"
    " spokeswoman spokesperson agents assistant officials office headquarters inspector",
    "record": "records record data statistics documents document figures numbers spreadsheet memo memorandum email emails"
    " e-mails statistic",
}


# A press officer speaks for an office, not for a paper.
_SPOKEN_FOR = (
    (frozenset({"press", "media"}), frozenset({"officer", "office", "secretary", "spokesman", "spokeswoman", "liaison", "aide"})),
    (frozenset({"public"}), frozenset({"affairs"})),
)


def kind_of(phrase: str, agencies: tuple[str, ...]) -> str:
    """The kind a speaker's own words tell, '' where they tell none. `agencies` are the topic's names of the agency."""
    words = [word.strip(".,'’\"()").removesuffix("'s").removesuffix("’s") for word in phrase.split()]
    lower = {word.lower() for word in words} | {word.lower() + "." for word in words}
    last = words[-1].lower() if words else ""
    if last in _KINDS["record"].split():
        return "record"
    if any(lower & first and lower & second for first, second in _SPOKEN_FOR):
        return "agency"
    is_agency = any(f" {name} ".lower() in f" {' '.join(words)} ".lower() for name in agencies)
    for kind, known in _KINDS.items():
        if kind == "local" and is_agency:
            return "agency"
        if not lower & set(known.split()):
            continue
        if kind == "local" and {"state", "police"} <= lower and "county" not in lower:
            continue
        return "agency" if kind in ("state", "local") and "federal" in lower else kind
    return "agency" if is_agency else ""
