"""One row of `foia.db` for one record: a dict by column name.

Lists and dicts become JSON, and every text passes the gate, where rows are written (`db/building/load.py`), in one place for all.
"""

from __future__ import annotations

from typing import Any

from pipeline import codec
from pipeline.records import spans
from pipeline.records.document import Boundary, Continuation, Document, Family, Message, RedactionDifference, Thread
from pipeline.records.finding import Citation, Claim, Contradiction, Mention, Reason, Redaction
from pipeline.records.line_numbers import without_numbers
from pipeline.records.outcome import Failure
from pipeline.records.page import Page
from pipeline.records.source import File, Release

Row = dict[str, Any]


def release(record: Release) -> Row:
    """A row of `releases`. Passwords and the requester stay behind."""
    values = {name: getattr(record, name) for name in
              ("title", "agency", "request_number", "litigation", "received_on", "source_url", "note")}  # fmt: skip
    return {"id": record.id} | values


def file(
    record: File, n_pages: int, status: str, problem: str, original: str = "", not_offered: str = "", replaced_by: str = ""
) -> Row:
    """A row of `files`."""
    return {
        "id": record.id, "release_id": record.release_id, "name": record.name, "sha256": record.sha256,
        "bytes": record.bytes, "media_type": record.media_type, "n_pages": n_pages, "status": status,
        "also": list(record.also), "problem": problem, "original": original, "not_offered": not_offered,
        "replaced_by": replaced_by or None,
    }  # fmt: skip


def family(record: Family) -> Row:
    """A row of `families`."""
    level = "page" if record.page_ids else "document"
    return {
        "id": record.id,
        "level": level,
        "kind": record.kind,
        "n_members": len(record.page_ids or record.document_ids),
    }


def family_members(record: Family) -> list[Row]:
    """Rows of `family_members`."""
    if record.page_ids:
        return [{"family_id": record.id, "document_id": None, "page_id": key} for key in record.page_ids]
    return [{"family_id": record.id, "document_id": key, "page_id": None} for key in record.document_ids]


def thread(record: Thread, dates: list[str]) -> Row:
    """A row of `threads`; `dates` are those of its messages."""
    known = sorted(date for date in dates if date)
    return {
        "id": record.id, "subject": record.subject, "first_date": known[0] if known else "",
        "last_date": known[-1] if known else "", "n_documents": len(record.document_ids), "n_messages": len(record.message_ids),
    }  # fmt: skip


def message(record: Message, thread_id: str | None) -> Row:
    """A row of `messages`."""
    values = {name: getattr(record, name) for name in Message.__slots__ if name != "sender_kind"}  # shown with each claim
    return values | {"recipients": "; ".join(record.recipients), "cc": "; ".join(record.cc), "thread_id": thread_id}


def boundary(record: Boundary) -> Row:
    """A row of `boundaries`."""
    return {
        "page_id": record.page_id, "starts": int(record.starts), "confidence": record.confidence,
        "reasons": list(record.reasons), "reviewed": int(record.reviewed),
    }  # fmt: skip


def document(record: Document, file_name: str, family_id: str | None, thread_id: str) -> Row:
    """A row of `documents`."""
    return {
        "id": record.id, "release_id": record.release_id, "file_id": record.file_id, "file": file_name,
        "first_page": record.first_page, "last_page": record.last_page, "kind": record.kind, "title": record.title,
        "date": record.date, "date_precision": record.date_precision, "date_basis": record.date_basis,
        "author": record.author, "recipients": "; ".join(record.recipients),
        "cc": "; ".join(record.cc), "audience": record.audience,
        "bates_first": record.bates_first, "bates_last": record.bates_last, "thread_id": thread_id,
        "family_id": family_id, "confidence": record.confidence,
    }  # fmt: skip


def page(record: Page, file_name: str, document_id: str | None, bates: str, image: str) -> Row:
    """A row of `pages`; `record` is masked already."""
    return {
        "id": record.id, "file_id": record.file_id, "file": file_name, "page_no": record.number,
        "document_id": document_id, "bates": bates, "text": record.text, "method": record.method,
        "method_reason": record.method_reason, "confidence": record.confidence, "rotation": record.rotation,
        "language": record.language, "engine": record.engine, "image": image, "width": record.width, "height": record.height,
    }  # fmt: skip


def redaction(record: Redaction) -> Row:
    """A row of `redactions`."""
    return {
        "id": record.id, "page_id": record.page_id, "x0": record.box.x0, "y0": record.box.y0, "x1": record.box.x1,
        "y1": record.box.y1, "codes": list(record.codes), "riders": list(record.riders),
        "raw": record.raw, "kind": record.kind, "area": record.area,
    }  # fmt: skip


def mention(record: Mention, entity_id: str) -> Row:
    """A row of `mentions`; its text is what the masked page shows."""
    key = codec.short_id("mention", record.page_id, record.start, record.end, record.kind, record.normal)
    return {"id": key, "entity_id": entity_id, "page_id": record.page_id, "start": record.start, "end": record.end,
            "text": record.text, "kind": record.kind}  # fmt: skip


def citation(record: Citation, text: str) -> Row:
    """A row of `citations`; `text` is what the masked page shows there."""
    key = codec.short_id("citation", record.page_id, record.start, record.end, record.kind)
    return {"id": key, "page_id": record.page_id, "start": record.start, "end": record.end, "text": text,
            "normal": record.normal, "kind": record.kind}  # fmt: skip


def claim(record: Claim, masked: Page) -> Row:
    """A row of `claims`, its boxes and its quote (without the numbers of a transcript's lines) taken from the masked page.

    `speaker_id` is set later.
    """
    boxes = [[b.x0, b.y0, b.x1, b.y1] for b in spans.boxes(masked, record.start, record.end)]
    return {
        "id": record.id, "page_id": record.page_id, "document_id": record.document_id, "topic": record.topic,
        "proposition": record.proposition or None, "metric": record.metric or None, "stance": record.stance,
        "status": record.status, "value": record.value, "bound": record.bound, "unit": record.unit,
        "quote": without_numbers(masked.text, record.start, record.end), "start": record.start, "end": record.end, "boxes": boxes,
        "speaker": record.speaker, "speaker_id": None, "speaker_kind": record.speaker_kind,
        "addressee": record.addressee, "date": record.date, "date_precision": record.date_precision,
        "jurisdiction": record.jurisdiction, "period": record.period, "population": record.population,
        "audience": record.audience, "confidence": record.confidence,
        "ocr_confidence": spans.confidence(masked, record.start, record.end), "extractor": record.extractor,
        "faint": int(record.faint), "reasons": [reason(one) for one in record.reasons],
    }  # fmt: skip


def reason(record: Reason) -> Row:
    """The columns of a reason that its record holds."""
    return {"feature": record.feature, "left": record.left, "right": record.right, "weight": record.weight,
            "note": record.note}  # fmt: skip


def contradiction(record: Contradiction) -> Row:
    """A row of `contradictions`, not reviewed."""
    return {
        "id": record.id, "kind": record.kind, "left_claim_id": record.left_claim_id, "right_claim_id": record.right_claim_id,
        "topic": record.topic, "proposition": record.proposition, "score": record.score, "days_apart": record.days_apart,
        "same_speaker": int(record.same_speaker), "audience_pair": record.audience_pair,
        "explanation": record.explanation, "verdict": "machine-found", "reviewed_on": None,
    }  # fmt: skip


def related_pair(record: Contradiction) -> Row:
    """A row of `related_pairs`: what is laid aside for review or told apart from a contradiction."""
    kept = contradiction(record)
    return {"list": record.standing} | {key: kept[key] for key in kept if key not in ("verdict", "reviewed_on")}


def difference(record: RedactionDifference) -> Row:
    """A row of `redaction_differences`."""
    values = {name: getattr(record, name) for name in RedactionDifference.__slots__}
    boxes = {side: [codec.plain(box) for box in values[side]] for side in ("boxes_left", "boxes_right")}
    return values | boxes | {"changes": [codec.plain(change) for change in record.changes]}


def continuation(record: Continuation) -> Row:
    """A row of `continuations`."""
    return {name: getattr(record, name) for name in Continuation.__slots__} | {"reasons": list(record.reasons)}


def failure(record: Failure, position: int) -> Row:
    """A row of `failures`."""
    return {
        "id": codec.short_id("failure", record.stage, record.file_id, record.file, record.page_no, record.kind, position),
        "stage": record.stage, "file_id": record.file_id, "file": record.file, "page_no": record.page_no, "kind": record.kind,
        "message": record.message, "remedy": record.remedy,
    }  # fmt: skip


def run(values: dict[str, Any]) -> Row:
    """A row of `runs` from a run's log; what the log does not say stays empty or 0."""
    numbers = ("computed", "reused", "failed", "pages", "seconds")
    words = {name: str(values.get(name) or "") for name in ("id", "started_at", "finished_at", "outcome", "summary")}
    return words | {name: values.get(name) or 0 for name in numbers}
