"""What the entries of a topic say of one another: names that must be there, pairs told once, shares of counts."""

from __future__ import annotations

import re

from pipeline.records.topic import Metric, Topic
from pipeline.scorers.things import group_of
from pipeline.topic_lines import Lines, nearest

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}\Z")


def check_links(topic: Topic, lines: Lines) -> None:
    """Notes every id that is malformed or given twice, and every name of an entry that is not there or is of the wrong sort."""
    for name, entries in (("proposition", topic.propositions), ("metric", topic.metrics)):
        ids = [entry.id for entry in entries]
        for one in sorted(set(ids)):
            if one and not _ID.match(one):
                lines.say(lines.of_value("id", one), f"{name} id '{one}': use lower-case letters, digits and hyphens.")
            if ids.count(one) > 1:
                lines.say(lines.of_value("id", one), f"{name} id '{one}' is given twice.")
    propositions = [entry.id for entry in topic.propositions]
    units = {one.id: one.unit for one in topic.metrics}
    for metric in topic.metrics:
        for bearing in metric.bears_on:
            if bearing.proposition not in propositions:
                message = f"metric '{metric.id}' bears on '{bearing.proposition}', which is no proposition here."
                at = lines.of_value("proposition", bearing.proposition)
                lines.say(at, f"{message} {nearest(bearing.proposition, propositions)}")
        _shares(metric, units, lines)
    paired: set[tuple[str, str]] = set()
    for entry in topic.propositions:
        for other in entry.goes_with:
            if other == entry.id or other not in propositions:
                message = f"proposition '{entry.id}' goes with '{other}', which is no other proposition here."
                lines.say(lines.of_key("goes_with"), f"{message} {nearest(other, propositions)}")
            elif (other, entry.id) in paired:
                message = f"proposition '{entry.id}' goes with '{other}', which says so already: write it under one of them."
                lines.say(lines.of_key("goes_with"), message)
            paired.add((entry.id, other))
        for other in entry.yields_to:
            if other == entry.id or other not in propositions:
                message = f"proposition '{entry.id}' yields to '{other}', which is no other proposition here."
                lines.say(lines.of_key("yields_to"), f"{message} {nearest(other, propositions)}")
        for text in entry.things:
            if group_of(text) is None:
                message = f'proposition \'{entry.id}\': things must read "list: word|word", as in "what: bed|beds|night*".'
                lines.say(lines.of_text(text, lines.of_key("things")), message)
        if not entry.affirm and not entry.deny:
            lines.say(lines.of_value("id", entry.id), f"proposition '{entry.id}' has no pattern under affirm or deny.")


def _shares(metric: Metric, units: dict[str, str], lines: Lines) -> None:
    """What `apart` and `share` name must be other metrics, and shares."""
    named = (
        *(("apart", one, "share") for one in metric.apart),
        *([("share", metric.share, "count")] if metric.share else []),
    )
    for key, other, unit in named:
        if units.get(other) != "share" or other == metric.id or metric.unit != unit:
            message = f"metric '{metric.id}': {key} names '{other}', but must name another metric that is a share, of a {unit}."
            lines.say(lines.of_key(key), f"{message} {nearest(other, [one for one in units if units[one] == 'share'])}")
