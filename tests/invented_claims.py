"""Claims and a topic made up for tests of comparing: fictional counties, role-only speakers."""

from __future__ import annotations

from typing import Any

from pipeline import codec
from pipeline.records.finding import Claim
from pipeline.records.topic import Bearing, Metric, Proposition, Topic

TOPIC = Topic(
    "ferries",
    "River ferries",
    "",
    (),
    (
        Proposition("joining-free", "Joining is voluntary", "Joining is not voluntary", (), ()),
        Proposition("aims-high", "The scheme deals with grave cases", "The scheme does not deal with grave cases", (), ()),
        Proposition("paper-needed", "A signed paper is needed", "No signed paper is needed", (), ()),
        Proposition("running", "The scheme is running", "The scheme is not running", (), ()),
    ),
    (
        Metric(
            "light-share",
            "share of light cases",
            "share",
            "people handled",
            (),
            bears_on=(Bearing("aims-high", "deny", 0.5, None),),
        ),
        Metric("handled", "people handled", "count", "people handled", ()),
        Metric(
            "grave-share",
            "share of grave cases",
            "share",
            "people handled",
            (),
            bears_on=(Bearing("aims-high", "deny", None, 0.3),),
        ),
    ),
)

SPEAKERS = {
    "assistant": ("Assistant Director", "agency"),
    "chief": ("Unit Chief, Deployment", "agency"),
    "press": ("Press Officer", "agency"),
    "table": ("Program Office", "record"),
    "sheriff": ("County Sheriff", "local"),
    "governor": ("Governor of Franklin", "state"),
    "clinic": ("Riverbend Legal Aid", "advocate"),
    "wire": ("Franklin Wire", "press"),
    "nobody": ("", ""),
    "coded": ("(b)(6), (b)(7)(C)", "agency"),
    "official": ("an official", "agency"),
}


def claim(what: str, quote: str, who: str = "assistant", when: str = "2010-09-07", to: str = "public", **more: Any) -> Claim:
    """`what` is `+proposition` (affirm), `-proposition` (deny) or `metric=value`, then `/status` or `/bound` as needed.

    Each claim stands on a page of its own unless `page_id`, `start`, `end` say otherwise.
    """
    first, *rest = what.split("/")
    speaker, kind = SPEAKERS[who]
    about: dict[str, Any] = {"proposition": "", "metric": "", "stance": "", "value": None, "bound": "", "unit": ""}
    status = next((word for word in rest if word in STATUSES), "asserted")
    if first[0] in "+-":
        about |= {"proposition": first[1:], "stance": "affirm" if first[0] == "+" else "deny"}
    else:
        name, _, number = first.partition("=")
        unit = next((metric.unit for metric in TOPIC.metrics if metric.id == name), "count")
        bound = next((word for word in rest if word not in STATUSES), "exact")
        about |= {"metric": name, "value": float(number), "bound": bound, "unit": unit}
    precision = {10: "day", 7: "month", 4: "year"}.get(len(when), "")
    place = codec.short_id("page", quote, who, when, to, sorted(more.items(), key=str))
    fields: dict[str, Any] = {
        "id": codec.short_id("claim", what, quote, who, when, to, sorted(more.items(), key=str)),
        "page_id": f"{place}-p1", "document_id": place, "file_id": place, "release_id": "made-up", "topic": TOPIC.id,
        **about, "status": status, "quote": quote, "start": 0, "end": len(quote), "speaker": speaker, "speaker_kind": kind,
        "addressee": "", "date": when, "date_precision": precision, "jurisdiction": "", "period": "", "population": "",
        "audience": to, "announced": False, "confidence": 0.9, "extractor": "hand", "reasons": (),
    }  # fmt: skip
    return Claim(**{**fields, **more})


STATUSES = ("asserted", "former", "planned", "hedged", "questioned", "reported")
