"""Whose a paper filed in a suit is, by its heading and its caption."""

from __future__ import annotations

import pytest

from pipeline.patterns.names.offices import Names
from pipeline.patterns.writers.filings import filer

OWN = Names(("U.S. Coast and Harbor Guard", "Coast and Harbor Guard", "CHG"), ("Ferry Checks",))
COURT = "UNITED STATES DISTRICT COURT\n\nDISTRICT OF FRANKLIN\n"


@pytest.mark.parametrize(
    ("caption", "heading", "filed"),
    [
        ("COUNTY OF MARLOW, No. 11-cv-7\nPlaintiff,\nv.\nU.S. COAST AND HARBOR GUARD,\nDefendant.\n",
         "DEFENDANT'S ANSWERS TO PLAINTIFF'S FIRST INTERROGATORIES", ("U.S. Coast and Harbor Guard", "agency")),
        ("COUNTY OF MARLOW, No. 11-cv-7\nPlaintiff,\nv.\nU.S. COAST AND HARBOR GUARD,\nDefendant.\n",
         "PLAINTIFF'S OPPOSITION TO THE MOTION", ("COUNTY OF MARLOW", "local")),
        # The columns of a caption are read into one another.
        ("COUNTY OF MARLOW, No. 11-cv-7\nPlaintiff,\nDEFENDANT'S ANSWERS TO\nU.S. COAST AND PLAINTIFF'S FIRST INTERROGATORIES\n"
         "HARBOR GUARD,\nDefendant.\n", "", ("U.S. Coast and Harbor Guard", "agency")),
        ("SAM POE, No. 11-cv-7\nPlaintiff,\nv.\nHOLT DUNNE,\nDefendant.\n", "DEFENDANT'S ANSWERS TO INTERROGATORIES", ("", "")),
        ("COUNTY OF MARLOW, No. 11-cv-7\nPlaintiff,\nv.\nU.S. COAST AND HARBOR GUARD,\nDefendant.\n", "ORDER", ("", "")),
        ("", "The defendant's answers to the questions were read in court, and the plaintiff had none.", ("", "")),
    ],
)  # fmt: skip
def test_a_filing_is_of_the_party_that_heads_it(caption: str, heading: str, filed: tuple[str, str]) -> None:
    assert filer(f"{COURT}{caption}\n{heading}\n\nINTERROGATORY NO. 1: State it.\nANSWER: It is so.\n", OWN) == filed
