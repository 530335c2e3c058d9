"""A topic's check in plain sentences."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.topic_report import Count, CueUse, Example, Report


def lines(report: Report, full: bool) -> list[str]:
    """The report for a person; `full` also lists each example and each cue with what it does."""
    right = sum(one.right for one in report.examples)
    read = "by the rules and the trained model" if report.model else "by the rules; there is no trained model"
    out = [
        report.topic,
        "-" * len(report.topic),
        f"{right} of {len(report.examples)} examples come out as meant. {len(report.cues)} cues, {report.statements} labelled"
        f" statements, read {read}.",
    ]
    if full:
        out += ["", "What each example does", *(_example(one) for one in report.examples)]
        out += ["", "What each cue does", *(_cue(one) for one in report.cues)]
    if report.counts:
        out += ["", "What is found in the labelled statements", *(_count(one) for one in report.counts)]
    out += _titled("Wrong, to be mended", report.wrong) + _titled("To be weighed", report.remarks)
    return out


def _titled(title: str, said: Iterable[str]) -> list[str]:
    rows = [f"  {one}" for one in said]
    return ["", f"{title} ({len(rows)})", *rows] if rows else []


def _example(one: Example) -> str:
    found = " and ".join(one.rules) or "nothing"
    verdict = "as meant" if one.right else f"MEANT: {one.wanted}"
    return f"  {one.subject}: {one.text!r} gives {found}, {verdict}."


def _cue(one: CueUse) -> str:
    does = {"requires": "is needed", "not_about": "rules a sentence out"}.get(one.kind, one.kind)
    said = f"  {one.subject}, {does}: {one.cue!r} holds in {one.own} of its examples, {one.neither} that are to give nothing,"
    told = f"in {one.labelled} labelled statements, {one.fitting} of them on this subject"
    return f"{said} {len(one.others)} of other subjects; {told}."


def _count(one: Count) -> str:
    what = f"{one.subject} {one.stance}".strip()
    return f"  {what}, {one.part}: {one.labelled} labelled, {one.found} found, {one.right} of these right{_shares(one)}."


def _shares(one: Count) -> str:
    shares = []
    if one.found:
        shares.append(f"precision {one.right / one.found:.2f}")
    if one.labelled:
        shares.append(f"recall {one.right / one.labelled:.2f}")
    return f" ({', '.join(shares)})" if shares else ""
