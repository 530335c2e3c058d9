"""How likely a word is right that OCR read: its own confidence, set right by what was counted.

Tesseract's confidence ranks words well and means little by itself: of the words it gives 0.1 a third are right on worn pages,
of those it gives 0.94 all but two in a hundred. The curve keeps the order, so nothing is lost by keeping only what it says.
"""

from __future__ import annotations

from dataclasses import replace

from pipeline.records.page import Line

# (Tesseract's confidence, share of words that were right), straight lines between. Counted on 6,546 words of 13 drawn pages
# worn as by `scripts/measuring/worn.py` (clean, 150 dpi, fax, photocopy, noise, both combined); on 4,658 words of 14 other pages
# what it says is off by 0.007 on average, Tesseract's own confidence by 0.038.
CURVE = (
    (0.0, 0.3), (0.1, 0.33), (0.4, 0.47), (0.61, 0.626), (0.75, 0.74), (0.83, 0.818), (0.878, 0.877), (0.92, 0.962),
    (0.938, 0.983), (0.956, 0.996), (0.968, 0.999), (1.0, 1.0),
)  # fmt: skip


def likely(confidence: float) -> float:
    """The chance, 0..1, that a word is right which OCR read with this confidence (0..1). Never falls as it grows."""
    before = CURVE[0]
    for after in CURVE[1:]:
        if confidence <= after[0]:
            share = (max(confidence, before[0]) - before[0]) / (after[0] - before[0])
            return round(before[1] + share * (after[1] - before[1]), 4)
        before = after
    return CURVE[-1][1]


def believed(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The lines with each word's confidence as the chance that it is right."""
    return tuple(
        Line(tuple(replace(word, confidence=likely(word.confidence)) for word in line.words), line.block) for line in lines
    )
