"""What each kind of evidence on a sentence's subject is worth: log odds, by the words in which it is told."""

from __future__ import annotations

# Fitted by `python scripts/measure.py --fit`, but for those that `scripts/measuring/weights.py` holds, to the 575 sentences of
# `about.jsonl` (553 about the program, 22 not) and the papers of `subjects.jsonl`, both in `corpus/labels/secure-communities`.
WEIGHTS = {
    "start": -1.0,
    "names the program": 8.0,
    "refers back to the program": 2.8,
    "follows a mention of the program": 3.2,
    "speaks of the program, and names no other": 1.6,
    "stands just before a mention of the program": 0.1,
    "its title names the program": 4.5,
    "stands in a document about the program": 0.8,
    "stands in a document that names the program": 1.6,
    "has a word that goes with the program": 1.1,
    "has a common word of such papers": 0.5,
    "stands beside words that go with the program": 0.1,
    "the paper has words that go with the program": 0.6,
    "the paper has common words of such papers": 0.1,
    "says of whom it speaks": 0.6,
    "tells of somebody whose particulars are withheld": -2.8,
    "an office of the program writes or gets it": 0.1,
    "nothing beside it names the program": -0.8,
    "its thread names the program": 1.0,
    "papers of its file name the program": 0.9,
    "its release is about the program": 2.2,
    "its release was asked for as the program's": 1.0,
    "its title has words that go with the program": 0.1,
    "names another program": -5.8,
    "follows a mention of another program": -5.0,
    "refers back to another program": -1.5,
    "has a word of another matter": -4.8,
    "follows a word of another matter": -3.0,
    "is titled as another program's": -4.0,
    "is titled as another matter's": -5.9,
    "the paper comes back to another thing that its title names": -4.8,
}
