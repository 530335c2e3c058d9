"""Who is who in a release: a post printed in one paper tells whose the name in another is, and nothing where it is unsure."""

from __future__ import annotations

import pytest
from small_releases import RELEASES

from pipeline.patterns.names.offices import Names
from pipeline.patterns.writers.letters_of_houses import shorts_on
from pipeline.patterns.writers.posts import names_on, posts_on
from pipeline.patterns.writers.whos_who import told
from pipeline.posted import joined
from pipeline.records.finding import Claim, Reason
from pipeline.records.page import Page
from pipeline.records.post import Post, Posted
from pipeline.records.source import Release
from pipeline.stages.cutting.whose import spoken_by
from pipeline.stages.posts import posts

GUARD = Release("r", agency="U.S. Coast and Harbor Guard", component="Safe Harbors")


def page(name: str, text: str) -> Page:
    return Page(f"{name}-p1", name, 1, text, (), "text_layer", "", 1.0, 0, "eng", 612.0, 792.0, "test")


def people(files: dict[str, str]) -> tuple[Post, ...]:
    found = {name: posts((), (), (page(name, text),), GUARD) for name, text in files.items()}
    by_surname = joined(found, {name: f"{name}.pdf" for name in files})
    return tuple(one for surname in sorted(by_surname) for one in by_surname[surname])


@pytest.mark.parametrize(
    ("files", "where", "printed", "kind"),
    [
        pytest.param(files, where, printed, kind, id=f"{shows}: {printed}")
        for shows, files, asked in RELEASES
        for where, printed, kind in asked
    ],
)
def test_whose_a_name_is(files: dict[str, str], where: str, printed: str, kind: str) -> None:
    found = told(printed, people(files), {f"{where}-p1"})
    assert (found.kind if found else "") == kind


def test_the_page_that_tells_it_is_named() -> None:
    found = told("Roe", people({"a": "Roe said no.", "b": "Distribution: Roe, Jane (CHG Fees); others"}), {"a-p1"})
    assert found is not None and (found.where, found.printed) == ("b.pdf, page 1", "Roe, Jane (CHG Fees)")


@pytest.mark.parametrize(
    "text",
    [
        "Jane Roe, Director, wrote.",  # many have directors
        "Former Sheriff Jane Roe spoke.",
        "Jane Roe, Sheriff Poe and others came.",  # his rank
        "Roe, Jane (by phone)",
        "Present: Jane Roe, Adam Poe, Sheriff's deputies.",
        "Jane Roe of Dorn County asked for help.",
        "Jane Roe\n\nSheriff Poe\n",
        "She saw Jane Roe; the county answered.",
        "Jane Roe and the director agreed.",
        "Jane Roe said the sheriff had told her.",
        "Jane Roe, regional coordinator for Dorn County, spoke.",  # whose coordinator?
        "Roe, Jane (Regional Coordinator, Dorn County)",
        "Jane Roe (Bureau, chair)",  # which?
        "Those who met Jane Roe, CHG, and others were glad.",
    ],
)
def test_no_post_of_hers(text: str) -> None:
    assert not [one for one in people({"a": text}) if one.surname == "roe" and one.kind not in ("", "none")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Jane Roe, the Dorn County sheriff, wrote.", "local"),
        ("the Guard's Fee Office, Jane Roe (CHG), and others", "agency"),
        ("Coast and Harbor Guard spokeswoman Jane Roe said so.", "agency"),
        ("JANE ROE, Mayor, City of Oster", "local"),
        ("By: Jane Roe\nField Office Director\n", "agency"),
        ("Jane Roe, field office\ndirector, wrote.", "agency"),
        ("Ms. Jane Roe of the Coast and Harbor Guard answered.", "agency"),
        ("Roe, Jane (CHG liaison to the Sheriff's Office)", "agency"),
        ("Roe, Jane (State Police liaison to CHG)", "state"),
        ("Jane Roe, Director\nVerrin State Bureau of Records\nPort Lessing", "state"),
        ("the call of Monday with those on the line, Sheriff Poe; J. Poe; Jane\nRoe (CHG), and others", "agency"),
        ("Attendees\nAdam Poe, Poe Fishing\nJane Roe, CHG Fees\nC. Doe, Dorn County Clerk\n", "agency"),
        ("CHG met with Sheriff Jane Roe.", "local"),
        ("Guests: Adam Poe, Poe Fishing; Ms. Jane Roe, CHG.", "agency"),
        ("<jane.roe@chg.dhs.gov>", "agency"),
        ("ROE, a clerk, and Jane Roe, 44, both came", "none"),
    ],
)
def test_a_post_in_other_makes(text: str, kind: str) -> None:
    assert {one.kind for one in people({"a": text}) if (one.given, one.surname) == ("jane", "roe")} == {kind}


def test_a_surname_beside_which_no_post_stands_is_not_told_on() -> None:
    assert joined({"a": Posted((Post("jane", "roe", "", "", "a-p1"),))}, {"a": "a.pdf"}) == {}


def test_letters_that_stand_for_two_houses_tell_nothing() -> None:
    first = Posted((Post("jane", "roe", "", "Roe, Jane (HB)", "a-p1", "HB"),), (("HB", "state"),))
    assert joined({"a": first}, {"a": "a.pdf"})["roe"][0].kind == "state"
    assert joined({"a": first, "b": Posted((), (("HB", "local"),))}, {}) == {}


def test_people_of_a_letterhead_are_called_by_its_letters() -> None:
    own = Names(("U.S. Coast and Harbor Guard",))
    assert list(shorts_on("VERRIN STATE POLICE\nRecords of the Pier\n", own)) == [("VSP", "state")]
    assert not list(shorts_on("VERRIN POLICE\nThe Verrin State Police came.\nTHE STATE POLICE HAVE COME TO THE PIER\n", own))


def test_every_name_counts_once() -> None:
    own = Names(("U.S. Coast and Harbor Guard",))
    text = "Supervisor Jane Roe and Adam B. Poe of the Harbor Bureau (HB)"
    assert {(one.given, one.surname) for one in names_on(text)} >= {("jane", "roe"), ("adam", "poe")}
    assert list(posts_on("", own)) == [] == list(shorts_on("Harbor Bureau (HBR)", own))


@pytest.mark.parametrize(
    ("speaker", "kind"),
    [("Roe", "agency"), ("Roe's people", "agency"), ("Roe's last letter", "agency"), ("Roe's wife", ""), ("Roe's critics", "")],
)
def test_whoever_speaks_for_somebody_is_of_his_party(speaker: str, kind: str) -> None:
    told_by = people({"b": "Distribution: Roe, Jane (CHG Fees); others"})
    claim = Claim(
        "c", "a-p1", "d", "a", "r", "t", "p", "", "affirm", "asserted", None, "", "", "It is so.", 0, 9, speaker, "",
        *("",) * 7, False, 1.0, "test", (Reason("speaker", speaker, "", 0.0, "by 'say'"),),
    )  # fmt: skip
    spoken = spoken_by(claim, told_by, {"a-p1"})
    assert spoken.speaker_kind == kind
    assert ("b.pdf, page 1 prints “Roe, Jane (CHG Fees)”" in spoken.reasons[0].note) == bool(kind)
