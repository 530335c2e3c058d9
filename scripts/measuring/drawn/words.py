"""What is printed on drawn pages: invented prose, exemption codes in the ways they are printed, citations that are none."""

from __future__ import annotations

from random import Random

_PEOPLE = "the field office|the county clerk|a supervisor|the program analyst|the sheriff's staff|the unit chief|the liaison"
_DID = "asked for|returned|reviewed|drafted|circulated|questioned|postponed|confirmed|summarised|filed"
_WHAT = "the deployment list|a revised schedule|the weekly figures|the training plan|an answer to the letter|the cost table"
_WHERE = "in Marlow County|for Tarrow County|before the meeting|after the call|during the second quarter|at the regional desk"
_THEN = (
    "and no reply was recorded|and a copy went to the file|as the attachment shows|while the request was open|with two changes"
)
_NAMES = "Unit|Desk|Section|Group|Team"
CITATIONS = (
    "8 U.S.C. 1357(g)", "5 U.S.C. § 552(b)(6)", "5 U.S.C. 552a(k)(2)", "section 287(g)", "Rule 26(b)(1)", "8 C.F.R. 236.1(c)(8)",
    "INA § 236(c)(1)(B)", "section 552(b)(7)(C) of title 5", "8 U.S.C. § 1226(c)", "Fed. R. Civ. P. 12(b)(6)",
)  # fmt: skip
# As printed, with the codes a reader sees in it. What a box cuts off is not there to be read.
CODES: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("(b)(6)", ("(b)(6)",)),
    ("(b)(6)", ("(b)(6)",)),
    ("(b)(6), (b)(7)(C)", ("(b)(6)", "(b)(7)(C)")),
    ("(b)(6), (b)(7)(C)", ("(b)(6)", "(b)(7)(C)")),
    ("(b)(6);(b)(7)(C)", ("(b)(6)", "(b)(7)(C)")),
    ("(b)(6) (b)(7)(C)", ("(b)(6)", "(b)(7)(C)")),
    ("(b)(6)(b)(7)(C)", ("(b)(6)", "(b)(7)(C)")),
    ("(b)(7)(E)", ("(b)(7)(E)",)),
    ("(b)(7)(e)", ("(b)(7)(E)",)),
    ("(b)(5)", ("(b)(5)",)),
    ("(b) (5)", ("(b)(5)",)),
    ("(b)(5) AWP", ("(b)(5)",)),
    ("(b)(5) DPP", ("(b)(5)",)),
    ("(b)(5) ACP", ("(b)(5)",)),
    ("(b)(5) ACP, AWP", ("(b)(5)",)),
    ("(b)(2)high", ("(b)(2)",)),
    ("(b)(2) Low", ("(b)(2)",)),
    ("(b)(3)", ("(b)(3)",)),
    ("(b)(4)", ("(b)(4)",)),
    ("b6 b7C", ("(b)(6)", "(b)(7)(C)")),
    ("b6", ("(b)(6)",)),
    ("b5", ("(b)(5)",)),
    ("(k)(2)", ("(k)(2)",)),
    ("(j)(2)", ("(j)(2)",)),
    ("(b)(6)...", ("(b)(6)",)),
    ("(b)(6), (b)(", ("(b)(6)",)),
    ("(b)(", ()),
)


def sentence(random: Random, cite: float = 0.08) -> str:
    """One invented sentence; with this chance it cites law."""
    parts = [random.choice(pool.split("|")) for pool in (_PEOPLE, _DID, _WHAT, _WHERE, _THEN)]
    text = f"{parts[0].capitalize()} {parts[1]} {parts[2]} {parts[3]}, {parts[4]}."
    if random.random() < cite:
        text = text[:-1] + f" under {random.choice(CITATIONS)}."
    return text


def paragraph(random: Random, sentences: int) -> str:
    """Sentences in a row."""
    return " ".join(sentence(random) for _ in range(sentences))


def office(random: Random) -> str:
    """The name of an invented office."""
    return (
        f"{random.choice(('Program', 'Records', 'Field', 'Policy'))} {random.choice(_NAMES.split('|'))} {random.randint(2, 19)}"
    )


def code(random: Random, most: float, width_of_sign: float) -> tuple[str, tuple[str, ...]]:
    """A code as printed, that fits into this width, with the normal codes in it; ("", ()) where none fits."""
    fitting = [one for one in CODES if len(one[0]) * width_of_sign <= most]
    return random.choice(fitting) if fitting else ("", ())
