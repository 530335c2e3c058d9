"""Numbers by which police, prisons, consulates and banks know one person, and numbers much like them that nobody is known by."""

from __future__ import annotations

import pytest

from pipeline.patterns.private.identifiers import identifiers_in


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("SID/WM10274883", "state-id", "WM10274883"),
        ("FBI/448201KC7", "fbi-number", "448201KC7"),
        ("SOC/514-27-9036", "ssn", "514-27-9036"),
        ("OLN/H1553208841 OLS/WM", "driver-licence", "H1553208841"),
        ("shown: WM DL ADEBL*771K9", "driver-licence", "ADEBL*771K9"),
        ("PCN 0042771983", "person-number", "0042771983"),
        ("DOB/19810923 19800923 19810329", "date-of-birth", "19810329"),
        ("FINS #: 1177620934", "fin", "1177620934"),
        ("EARM event SAM1003000217", "person-number", "SAM1003000217"),
        ("Her Social, which ends in 6617", "ssn", "6617"),
        ("wants his passport back, no. C 9182 7734", "passport", "C 9182 7734"),
        ("titular del pasaporte E337019 y", "passport", "E337019"),
        ("matrícula consular número 7718204", "person-number", "7718204"),
        ("a voter card, no. 0417118820931", "person-number", "0417118820931"),
        ("CURP: ROEA751103HDFHLV09", "person-number", "ROEA751103HDFHLV09"),
        ("I-94 442 118 907 03", "person-number", "442 118 907 03"),
        ("insurance ID XHP 881 20 4417", "person-number", "XHP 881 20 4417"),
        ("his number N0009182736 was ended", "person-number", "N0009182736"),
        ("a check on account 0088-4417-2290", "account-number", "0088-4417-2290"),
        ("routing 125000741, then", "account-number", "125000741"),
        ("LIC/903-WQT", "plate", "903-WQT"),
        ("@1A ROE, ADA 099118204 880412 GT", "a-number", "099118204"),
        ("A-NUM 201448876", "a-number", "201448876"),
        ("the car, 1HGEJ6673WL042118, was towed", "plate", "1HGEJ6673WL042118"),
        ("the number on his immigration card is 087-553-41-8", "a-number", "087-553-41-8"),
    ],
)
def test_the_number_of_one_person_is_found(text: str, kind: str, value: str) -> None:
    assert (kind, value) in {(one.kind, text[one.start : one.end]) for one in identifiers_in(text)}


@pytest.mark.parametrize(
    "text",
    [
        "SIDs for 14,220 persons",
        "the FBI/DHS sharing of 2010",
        "social programs which end in 2011",
        "Account 70-0540 was charged",
        "the accounts of 2009 and 2010",
        "Routing slip 10-2674",
        "routing of 1400 calls",
        "ICE0001000123",
        "the passport office in Room 1221 opened in 2010",
        "event no later than May 2010",
        "event #4 of 2010",
        "admission no later than 2010-11-12",
        "The I-94 form of 2010 was revised",
        "national no 10-2674",
        "a national ID card program of 2005",
        "health cards were issued to 10,400 persons",
        "insurance costs 10,400 dollars",
        "lic/insp 2010",
        "tag/label",
        "VIN numbers for 40 cars",
        "green card statistics 14,220",
        "FINS of 2010",
        "FOIA-099118204",
        "contract 099118204 was let",
        "000118204 is a stamp",
        "in all 199118204 prints",
        "INTEROPERABILITY1",
    ],
)
def test_other_numbers_stay(text: str) -> None:
    assert identifiers_in(text) == ()
