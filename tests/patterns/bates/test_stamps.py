"""Bates numbers: prefixes learned from the sequence, misread digits put right only where neighbours agree."""

from __future__ import annotations

import pytest
from drawn_page import page

from pipeline.patterns.bates.stamp_repair import beside
from pipeline.patterns.bates.stamps import numbering_of, series_of, stamps_of
from pipeline.records.document import Series
from pipeline.records.page import Page

BODY = "The county wrote to the office about the fee."


def bates(*feet: str) -> list[str]:
    pages = tuple(page(BODY, number, foot) for number, foot in enumerate(feet, 1))
    found = {stamp.page_id: stamp.bates for stamp in stamps_of(pages)}
    return [found.get(one.id, "") for one in pages]


def test_a_long_prefix_with_spaces_dots_and_dashes() -> None:
    feet = ["XX FOIA 10-2674.0013078", "XX FOIA 10-2674.0013079", "XX FOIA 10-2674.0013080"]
    assert bates(*feet) == feet


@pytest.mark.parametrize("wrong", ["MARL-O00125", "MARL-0OO125", "MARL-000725", "MARL-00012S"])
def test_a_misread_number_between_two_that_agree_is_put_right(wrong: str) -> None:
    assert bates("MARL-000124", wrong, "MARL-000126") == ["MARL-000124", "MARL-000125", "MARL-000126"]


def test_the_print_as_read_is_kept() -> None:
    pages = tuple(page(BODY, number, foot) for number, foot in enumerate(("MARL-000124", "MARL-O00125", "MARL-000126"), 1))
    assert [stamp.raw for stamp in stamps_of(pages)] == ["MARL-000124", "MARL-O00125", "MARL-000126"]


def test_a_gap_in_the_numbers_is_no_misreading() -> None:
    feet = ["MARL-000124", "MARL-000125", "MARL-000190", "MARL-000191"]
    assert bates(*feet) == feet


def test_a_page_without_a_stamp_gets_none() -> None:
    assert bates("MARL 000009", "", "MARL 000011") == ["MARL 000009", "", "MARL 000011"]


def test_spaces_that_a_scan_put_into_the_prefix_are_closed() -> None:
    assert bates("XX 26-0001 .0000117", "XX 26-0001.0000118") == ["XX 26-0001.0000117", "XX 26-0001.0000118"]


def test_a_stamp_beside_a_page_number() -> None:
    assert bates("Page 1   MARL-000965", "Page 2   MARL-000966") == ["MARL-000965", "MARL-000966"]


@pytest.mark.parametrize("foot", ["XX-001-0004567", "MARL000123", "MARL FOIA 10-2674.0013078", "MARL 2011FOIA0417.0000912"])
def test_a_single_page_with_a_plain_stamp(foot: str) -> None:
    assert bates(foot) == [foot]


@pytest.mark.parametrize(
    ("foot", "bates_"),
    [
        ("MARL 201 1FOIA0417.0000912", "MARL 2011FOIA0417.0000912"),
        ("MARL 20 11FOIA0417.0000912", "MARL 2011FOIA0417.0000912"),
        ("MARL 20 1FOIA0417.0000912", "MARL 20 1FOIA0417.0000912"),
        ("MARL 201 11FOIA0417.0000912", "MARL 201 11FOIA0417.0000912"),
    ],
)
def test_a_year_that_a_scan_broke_is_closed(foot: str, bates_: str) -> None:
    (stamp,) = stamps_of(_file(foot))
    assert (stamp.bates, stamp.repaired) == (bates_, foot != bates_)


@pytest.mark.parametrize("foot", ["MARL 2011FOTA0417.0000912", "MARL 201 1FOTANG17.0000912", "MARL 2011FO1A0417.0000912"])
def test_a_single_page_whose_request_was_misread_has_none(foot: str) -> None:
    assert bates(foot) == [""]


@pytest.mark.parametrize(
    "foot",
    [
        "Page 3 of 10",
        "Washington, DC 20536",
        "Case 1:10-cv-03488-SAS Document 29 Filed 01/26/2011",
        "(202) 555-0142",
        "March 2010",
        "Form G-1234",
        "Document Number: 1979TOWN06523",
        "Request No. 2010-00123",
        "2010",
        "TOTAL 12345",
        "",
    ],
)
def test_no_stamp(foot: str) -> None:
    assert bates(foot) == [""]
    assert bates(foot, foot) == ["", ""]


@pytest.mark.parametrize(
    "feet", [("Page 1", "Page 2", "Page 3"), ("1", "2", "3"), ("2010-07-22", "2010-07-23"), ("Page 2010", "Page 2011")]
)
def test_running_numbers_that_are_no_stamps(feet: tuple[str, ...]) -> None:
    assert bates(*feet) == [""] * len(feet)


def test_no_pages_no_stamps() -> None:
    assert stamps_of(()) == ()


def _numbers(texts: list[str], **where: str) -> list[tuple[str, bool, bool]]:
    pages = tuple(page("The county wrote.", number, foot=foot) for number, foot in enumerate(texts, 1))
    return [(one.bates, one.chief, one.repaired) for one in stamps_of(pages)]


def test_a_second_series_is_kept_beside_the_first() -> None:
    feet = [f"MARL-{n:06d}   DEF0000{n + 40}" for n in range(11, 17)]
    found = _numbers(feet)
    assert [one for one in found if one[1]] == [(f"MARL-{n:06d}", True, False) for n in range(11, 17)]
    assert [one[0] for one in found if not one[1]] == [f"DEF0000{n + 40}" for n in range(11, 17)]


def test_a_misread_prefix_is_put_right_only_where_the_number_fits() -> None:
    good = ["SMPL FOIA 12.0007001", "SMPL FOTA 12.0007002", "SMPL FOIA 12.0007003", "SMPL FOIA 12.0007004"]
    assert [one[0] for one in _numbers(good)] == [f"SMPL FOIA 12.000700{n}" for n in range(1, 5)]
    other = [good[0], "SMPL FOTA 12.0009999", *good[2:]]
    assert "SMPL FOIA 12.0009999" not in [one[0] for one in _numbers(other)]


def test_a_repair_says_so_and_a_gap_is_no_misreading() -> None:
    assert _numbers(["MARL-000124", "MARL-000128", "MARL-000126"]) == [
        ("MARL-000124", True, False), ("MARL-000125", True, True), ("MARL-000126", True, False),
    ]  # fmt: skip
    kept = ["MARL-000124", "MARL-000125", "MARL-000190", "MARL-000191"]
    assert _numbers(kept) == [(one, True, False) for one in kept]


def test_the_prefix_keeps_the_spaces_it_is_printed_with() -> None:
    assert [one[0] for one in _numbers([f"Exh. A-00{n}" for n in range(4100, 4104)])] == [
        f"Exh. A-00{n}" for n in range(4100, 4104)
    ]


def _file(*feet: str) -> tuple[Page, ...]:
    return tuple(page(BODY, number, foot) for number, foot in enumerate(feet, 1))


def _release(*files: tuple[Page, ...]) -> tuple[Series, ...]:
    return series_of([numbering_of(pages) for pages in files])


def test_a_series_is_learned_through_short_files() -> None:
    files = [_file(f"MARL 26-{number:05d}") for number in range(41, 45)]
    assert _release(*files) == (Series("MARL 26-", 5),)
    assert _release(*files[:2]) == ()


@pytest.mark.parametrize("foot", ["Form AB-00120", "Invoice AB-00120", "AB 1200", "00120", "Page 3"])
def test_numbers_of_forms_are_no_series(foot: str) -> None:
    assert _release(*(_file(foot) for _ in range(6))) == ()


def test_a_number_with_the_prefix_of_the_release_needs_no_neighbours() -> None:
    known = (Series("Exh. A-", 5),)
    alone = _file("Page 2   Exh. A-00817")
    assert [one.bates for one in stamps_of(alone)] == []
    assert [one.bates for one in stamps_of(alone, known)] == ["Exh. A-00817"]


@pytest.mark.parametrize("foot", ["Exh. A-817", "Exh. A-000817", "Exh. B-2-00817", "Page 00817", "Exhibits of 2010"])
def test_another_prefix_or_width_is_not_of_the_release(foot: str) -> None:
    assert stamps_of(_file(foot), (Series("Exh. A-", 5),)) == ()


def test_the_release_outranks_what_one_file_suggests() -> None:
    pages = _file("Ticket QX-0411   MARL-000124", "Ticket QX-0412   MARL-000190")
    assert [one.bates for one in stamps_of(pages, (Series("MARL-", 6),)) if one.chief] == ["MARL-000124", "MARL-000190"]


def _in_files(*files: tuple[str, ...]) -> list[list[str]]:
    """The stamps of each file of a release, read as in a run; '' for a page without one."""
    pages = [_file(*feet) for feet in files]
    numbered = [numbering_of(one) for one in pages]
    known = series_of(numbered)
    found = []
    for own, around in zip(pages, beside(numbered, known), strict=True):
        read = {stamp.page_id: stamp.bates for stamp in stamps_of(own, known, around)}
        found.append([read.get(one.id, "") for one in own])
    return found


def _run(prefix: str, *numbers: str) -> tuple[str, ...]:
    return tuple(prefix + number for number in numbers)


FIRST = _run("HARL-", "000008", "000009", "000010", "000011")


@pytest.mark.parametrize(
    ("files", "wanted"),
    [
        # the last page of a file, with a file after it and without one
        ((FIRST, _run("HARL-", "000012", "660013"), _run("HARL-", "000014", "000015")), "HARL-000013"),
        ((FIRST, _run("HARL-", "000012", "660013")), "HARL-000013"),
        # a file of one page between two others, and the last file of all
        ((FIRST, _run("HARL-", "000612"), _run("HARL-", "000013", "000014")), "HARL-000012"),
        ((FIRST, _run("HARL-", "900012")), "HARL-000012"),
        # another digit than a nought needs a neighbour on either side
        ((FIRST, _run("HARL-", "000017"), _run("HARL-", "000013", "000014")), "HARL-000012"),
        # two pages running misread alike
        ((FIRST, _run("HARL-", "000012", "000013", "660014", "660015", "000016", "000017")), "HARL-000015"),
    ],
)
def test_a_stamp_is_repaired_from_the_files_beside_its_own(files: tuple[tuple[str, ...], ...], wanted: str) -> None:
    found = _in_files(*files)
    assert wanted in found[1]
    assert all("66" not in one and "90" not in one for one in found[1])


@pytest.mark.parametrize(
    "files",
    [
        (FIRST, _run("HARL-", "000017")),  # five pages may be missing
        (FIRST, _run("HARL-", "000112")),  # or a hundred
        (FIRST, _run("HARL-", "660012", "660013", "660014", "660015", "660016")),  # a production that goes on elsewhere
        (_run("HARL-", "660010", "660011", "660012"), _run("HARL-", "000013")),
        (FIRST, _run("HARL-", "660034"), _run("HARL-", "000035")),  # no sequence holds it
        (FIRST, _run("HARL-", "000017"), _run("HARL-", "000013", "000014"), _run("HARL-", "000012")),  # 12 stands elsewhere
        (FIRST, _run("OTHER-", "660012"), _run("HARL-", "000013", "000014")),
    ],
)
def test_a_number_that_may_be_true_is_left(files: tuple[tuple[str, ...], ...]) -> None:
    read = [one for file in _in_files(*files) for one in file if one]
    assert all(one in {foot for file in files for foot in file} for one in read)
    assert len(read) >= sum(map(len, files)) - 1


def test_files_that_bear_no_stamp_stand_between_without_harm() -> None:
    files = (FIRST, ("", ""), _run("HARL-", "000014", "660015"), _run("HARL-", "000016", "000017"))
    assert _in_files(*files)[2] == ["HARL-000014", "HARL-000015"]


@pytest.mark.parametrize(
    ("banner", "prefix"),
    [
        ("SAMPLE - made for a test - ", "2011FOIA00417."),
        ("Not a real record. ", "MARL-"),
        ("a real record - ", "MARL "),
        ("", "XX FOIA 10-2674."),
        ("", "MARL FOIA "),
        ("", "Marlow "),
    ],
)
def test_the_words_of_a_banner_are_no_part_of_the_prefix(banner: str, prefix: str) -> None:
    assert bates(*(f"{banner}{prefix}{at:06d}" for at in (124, 125, 126))) == [f"{prefix}{at:06d}" for at in (124, 125, 126)]


@pytest.mark.parametrize(
    ("feet", "prefix"),
    [
        (("QRF 2014FO1A0093.002211", "QRF 2014FOIA0093.002212"), "QRF 2014FOIA0093."),
        (("QRF 2014FOIA0093.002211", "QRF 2014FO1A0093.002212"), "QRF 2014FOIA0093."),
        (("B1B-02211", "B1B-02212", "BIB-02213"), "B1B-"),  # most pages have it so
        (("SC10-02211", "SC10-02212"), "SC10-"),
    ],
)
def test_of_two_readings_of_a_prefix_the_less_mixed_one_is_printed(feet: tuple[str, ...], prefix: str) -> None:
    assert bates(*feet) == [prefix + foot.split(".")[-1].split("-")[-1] for foot in feet]
