"""Persons known only by what stands beside their name, and names in like places that must stay readable."""

from __future__ import annotations

import re

import pytest
from drawn_page import page
from one_parser import loaded_parser

from pipeline.records.spans import MASK
from pipeline.stages.screen import Params, screen

HELD: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Call 7, 08:14. Caller gave the name Odile Marchbank, reachable at\n(555) 201-3344 after six.", ("OdileMarchbank",)),
    ("Hotline sheet\nPia Rosencrantz for her neighbor. Evening\nnumber 201-3344 today.", ("PiaRosencrantz", "2013344")),
    (
        "Visitor  Relation  Telephone\nOdile Marchbank  wife  555-201-3344  to see Lucan Marchbank",
        ("OdileMarchbank", "LucanMarchbank"),
    ),
    ("Tell us more.\n\nOdile Marchbank\n(555) 201-3344", ("OdileMarchbank",)),
    ("Odile Marchbank\n12 Larkspur Lane\nMarlow, Ohio 44001\n\nDear Director:", ("OdileMarchbank", "12LarkspurLane")),
    ("My own number is 555-201-3344.\n\nSincerely,\n\nOdile Marchbank", ("OdileMarchbank",)),
    ("My cell is 555-201-3344. My son-in-law, Bram Tolliver, was held.", ("BramTolliver",)),
    ("Q. State your full name.\nA. Odile Marchbank.\nQ. Your telephone?\nA. It is 555-201-3344, my cell.", ("OdileMarchbank",)),
    ("Family Name  First  Middle\nMARCHBANK Odile Pia\nDate of birth 03/04/1985", ("OdilePia",)),
    ("Unknown male, uses “Rico Montclair”. SSN 123-45-6789", ("RicoMontclair",)),
    ("We reside at 12 Larkspur Row, Marlow.\nDECLARATION OF ODILE MARCHBANK", ("ODILEMARCHBANK",)),
    ("SSAN: 229514407", ("229514407",)),
    ("Taxpayer ID: 603 44 7718", ("603447718",)),
    ("the last four of my social are 4471", ("4471",)),
    ("DPOB: 19800713 / Minsk", ("19800713",)),
    ("FBI: 88231TB7", ("88231TB7",)),
    ("a copy of the passport (No. 488120935)", ("488120935",)),
    ("sister PP 5518203 to see him", ("5518203",)),
    ("wife DL S530-4408-2217", ("S53044082217",)),
    ("MRN: 0031174", ("0031174",)),
    ("visa foil L7719203", ("L7719203",)),
    ("a false DOB (3.3.1980) instead of 3.13.1980", ("331980", "3131980")),
    ("Domicilio: Calle Roble 214, Depto. 6", ("CalleRoble214",)),
    ("Telefono: 956 555 0137", ("9565550137",)),
    ("Her home: 9 Bellwether, Tarrow 98499", ("9Bellwether",)),
    ("At 097-661-203 he is listed", ("097661203",)),
    ("R/P: Tamsin Elmore W/F 02-11-59 12 Larkspur Street", ("TamsinElmore", "021159", "12LarkspurStreet")),
    ("Arriola, Paloma (juv, 04-04-97)", ("040497",)),
    ("My birthday is June the second nineteen seventy one.", ("Junethesecondnineteenseventyone",)),
    ("call me at area code 505, 555, 0141 tonight", ("areacode5055550141",)),
    ("We live on Old Quarry Lane, number 14.", ("OldQuarryLanenumber14",)),
    ("Driver: lic. OH RT448812", ("OHRT448812",)),
    ("USC daughter (Linnea, b. 2009)", ("Linnea",)),
    ("Odile Marchbank's home at 12 Larkspur Lane, Marlow", ("OdileMarchbank",)),
    ("From: A\nTo: B\nAsk about Odile Marchbank, the student.\nShe is 20, born April 30, 1990.", ("OdileMarchbank",)),
    ("Passport of Italy: YA 4471820", ("YA4471820",)),
    ("(spouse), ID LA 008812447", ("LA008812447",)),
    (
        "Re: Odile Marchbank\n\nMail it to her residence, 12 Larkspur Lane, Marlow, OH 44001.",
        ("OdileMarchbank", "12LarkspurLane"),
    ),
    ("RE: Odile Marchbank\nMailing address: 12 Larkspur Walk, Marlow", ("OdileMarchbank", "12LarkspurWalk")),
    ("Re: Odile Marchbank\n\nShe stays at 12 Larkspur and asks for it.", ("OdileMarchbank",)),
    ("It was gone. Odile Marchbank,\nFBI 440 812 TA2. He is held.", ("OdileMarchbank", "440812TA2")),
    ("Back again: Odile Marchbank, SID 4408127.", ("OdileMarchbank", "4408127")),
    ("Name Charge Bond\nMarchbank theft 400\nTolliver dui 500", ("Marchbank", "Tolliver")),
    ("Inmate Hold\nMarchbank, Odile 4\nTolliver, Bram 3", ("MarchbankOdile", "TolliverBram")),
    ("Write to me. My number is 555-201-3344.\nMay you be well,\nOdile Marchbank\ncc: Mayor Moll", ("OdileMarchbank",)),
    ("SSN 123-45-6789. I was born in Port Larkspur and he was born in Ossick.", ("PortLarkspur", "Ossick")),
    ("Suit of the minor child J.R. and of minors C.D. and E.F., by K. Poe", ("JR", "CD", "EF")),
    ("Names of your children? Otta, she is eleven, and Remi, four.", ("Otta", "Remi")),
)
OPEN: tuple[tuple[str, str], ...] = (
    ("Desk officer: Deputy R. Tessendorf. Call his cell: 555-201-3344", "Tessendorf"),
    ("Desk line: (318) 555-0100", "555-0100"),
    ("Odile Marchbank\nSection Chief\ncell 555-201-3344", "Odile Marchbank"),
    ("Regards,\nOdile Marchbank, Senior Producer\nodile@tarrownews.example", "Odile Marchbank"),
    ("From: Marchbank, Odile\nSent: May 3\nCall Odile Marchbank on her cell 555-201-3344.", "Odile Marchbank"),
    ("Acrobat Reader is needed, write to odile@example.org; the reader and acrobat are free.", "Acrobat Reader"),
    ("If to the Company: Odile Marchbank, 555-201-3344; odile@marlowsteel.example, Marlow Steel LLC", "Odile Marchbank"),
    ("MARLOW MARKET, 12 INCHES, SECOND COLUMN OLD\nTEL 555-201-3344", "SECOND COLUMN"),
    ("SAVINGS 25 10 30 10\nTIME 10 5 15 5", "25 10 30 10"),
    ("C. SERVICES (188) (261.9) 39.3", "(188)"),
    ("Marlow Legal Aid Center can be called at 555-201-3344.", "Legal Aid"),
    ("The hearing is on 3/13/1980 instead of 3/3/1980.", "3/13/1980"),
    ("Her A-number A012 345 678 is known.", "Her"),
    ("Budget 2010-123-456 and part 12.345-678-901", "345-678-901"),
    ("The tag on the door is new.", "new"),
    ("MARLOW RECORDS OFFICE\n12 Larkspur Lane, Marlow\n\nRe: Quiet Harbors\n\nThe copies are in.", "Quiet Harbors"),
    ("Odile Marchbank\n12 Larkspur Lane\nMarlow, Ohio 44001\n\nRe: Quiet Harbors\nDear Sir:", "Quiet Harbors"),
    ("Inmates Booked Released\nMarlow 40 20\nTarrow 31 18\nOssick 12 9", "Tarrow"),
    ("Name of offense Arrests\nBurglary 40\nTheft 31\n", "Burglary 40"),
    ("The FBI 440 agents met. Odile Marchbank, FBI liaison, spoke.", "Odile Marchbank"),
    ("It is a minor D.C. matter; minor A.C.L.U. edits to the draft were kept.", "D.C. matter; minor A.C.L.U."),
    ("The list was short.\nWith many thanks,\nOdile Marchbank\nSection Chief", "Odile Marchbank"),
    ("The program was born in Ossick, and Sheriff Moll was there.", "Ossick"),
    ("My name is on the list. Sincerely,\nOdile Marchbank", "Odile Marchbank"),
)


@pytest.mark.parametrize(("text", "held"), HELD)
def test_what_stands_beside_a_contact_is_held(text: str, held: tuple[str, ...]) -> None:
    folded = re.sub(r"\W", "", " ".join(one.text for one in screen((page(text),), Params(), loaded_parser())))
    for value in held:
        assert value in folded


@pytest.mark.parametrize(("text", "stays"), OPEN)
def test_officials_businesses_and_tables_stay_readable(text: str, stays: str) -> None:
    shown = page(text)
    chars = list(shown.text)
    for one in screen((shown,), Params(), loaded_parser()):
        if one.start >= 0:
            chars[one.start : one.end] = MASK * (one.end - one.start)
    assert re.sub(r"\s+", " ", stays) in re.sub(r"\s+", " ", "".join(chars))
