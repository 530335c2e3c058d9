"""On a page about one person's case the burden turns; on every other page it does not."""

from __future__ import annotations

import pytest
from drawn_page import page
from one_parser import loaded_parser

from pipeline.records import spans
from pipeline.records.finding import Openly
from pipeline.stages.screen import Params, screen

CASE = "STATEMENT\nThe driver gave his date of birth as 4/11/90 on the road.\n\n"


def shown(text: str) -> str:
    one = page(text)
    held = screen((one,), Params(), loaded_parser())
    return spans.masked(one, tuple((w.start, w.end) for w in held if w.start >= 0)).text


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("The deputy wrote down what Casimir Oyelowo said of it at length.", "Casimir Oyelowo"),
        ("she is at 318 6624 by night", "318 6624"),
        ("Technical Writer, Maria Lopezka, lives there", "Lopezka"),
        ("A neighbor called Inez Falkenrath came by.", "Falkenrath"),
        ("It was told by somebody of that street whose name is known: Thessaly\nVrba had seen the van.", "Vrba"),
        ("TESFAYE, DAWIT H in cell 4", "TESFAYE"),
        ("He produced a card numbered 0092-7714-8 there.", "0092-7714-8"),
        ("The account is H0044182207 as said.", "H0044182207"),
        ("a tan Chevrolet, registration EWX 3318, stood there", "EWX 3318"),
        ("Notify: his mother, 614 555 0138 at night", "614 555 0138"),
        ("He was born in Puebla in the spring of 1971 as said.", "1971"),
        ("of age 19:\n58 Thistledown Wynd\nnear the mill", "58 Thistledown Wynd"),
        ("NIC/N881204476 was told", "N881204476"),
        ("RAN NC/ZVB-4410 twice", "ZVB-4410"),
        ("asks for mail at Box 12, Gristmill Trailer Ct then", "Gristmill"),
        ("sent to 3 Ferry Steps, Larkmoor OH 44998 at once", "3 Ferry Steps"),
        ("and the barber, “Chuy” Menjivar, too", "Menjivar"),
        ("Her daughter Oriel was left with Zebedia.", "Zebedia"),
        ("The man said that Wendelino had paid him for it.", "Wendelino"),
        ("Ms. Quillfeather-Roe was told by telephone.", "Quillfeather"),
        ("Ignatius Brandreth-Oyelaran came. Later Ignat came again.", "Ignat "),
        ("a card of the library in the name of\nHumberta Sloot Arriaga", "Sloot"),
        ("the Vandersloot family has left the house", "Vandersloot"),
        ("His file 214 330 118", "214 330 118"),
        ("Vrba, Thessaly 214 330 118", "214 330 118"),
        ("His file 214 330 118 was pulled.", "214 330 118"),
        ("VRBA THESSALY   214330118   19850412", "19850412"),
        ("Thessaly Vrba (Peru, 1969) sleeps there.", "1969"),
        ("Thessaly Vrba; papers show 03 MAR 1981 too.", "03 MAR 1981"),
        ("Thessaly Vrba turned nineteen on June 14 last.", "June 14"),
        ("He stays behind the shop, Gristmill Road, 61, as told.", "Gristmill Road, 61"),
        ("He stays at Lot 22, Whistling Pines MHP, as told.", "Whistling"),
        ("reach her: thessaly.v arroba correomio.example", "thessaly.v"),
        ("Her pharmacy slip, Rx# 44718, was kept.", "44718"),
        ("Thessaly Vrba 555 0139 (nights)", "555 0139"),
        ("llamar al 208 555 01 09 o con el vecino", "555 01 09"),
        ("The respondent J-A-Q-P- is with his uncle.", "J-A-Q-P"),
        ("He stays with the Vanderhooves nearby.", "Vanderhooves"),
        ("Vrba, Thessaly   PT ID 55-0917", "55-0917"),
        ("A neighbor took them in, Mrs. Sloot, of 36 Locust Bend.", "36 Locust Bend"),
        ("His uncle works as a roofer, 809 E 6th, back house, as told.", "809 E 6th"),
        ("Last known: 1533 Vine, 2nd fl rear; he works nights.", "1533 Vine"),
        ("His wages were shown by papers for xxx-xx-4471; they are here.", "4471"),
        ("NAM/001 ALVERO,NOE\n 002 PORTELA,NOE\n 003 FLACO\nFBI", "FLACO"),
        ("He now stays with 5120 Old Ferrell people.", "Ferrell"),
        ("the driver, his cousin Teodoro, left", "Teodoro"),
        ("He gave his social security number as 6618.", "6618"),
        ("She has a box at Route 2, Box 441-A now.", "441-A"),
        ("Keep Oyelowick in the hall.", "Oyelowick"),
        ("The clinic of Whitefeather Goodwater was shut.", "Goodwater"),
        ("PT ID 55-0917 was kept.", "55-0917"),
        ("Later V. Okonkwosi was told.", "Okonkwosi"),
        ("Name: BARAHONEZ-MEJIAS\nDOB 3/4/85\nLater Subject BARAHONEZ was seen at the jail by two of them.", "BARAHONEZ was"),
        ("Q. When were you born?\nA. The 14th of June, in ’68.", "14th of June"),
        ("They are at the blue house 702 Tinkerly now.", "702 Tinkerly"),
        ("Check on acct. ending 70091 was kept.", "70091"),
        ("State Police brought in Yobanio N., as told.", "Yobanio"),
        ("vecina de la calle Nogalito 415, apartamento 2, desde entonces", "Nogalito 415"),
        ("VRBA, THESSALY M   WF 02-19-66   215 W LINNET", "215 W LINNET"),
        ("VRBA, THESSALY M   WF 02-19-66   215 W LINNET", "02-19-66"),
        ("VRBA, L   HM   NO OL", "VRBA, L"),
        ("She lives in the white trailer on Old Depot Lane.", "Old Depot Lane"),
        ("Guardian: Thessaly Morcombe Vrba   Home language: Czech", "Vrba"),
        ("He left 555-0139 with the desk.", "555-0139"),
        ("t.vrba77 @mailhaven.e) driaptelf", "t.vrba77"),
        ("I reside at S Old Tannery Mews, as told.", "S Old Tannery"),
        ("Marlow Police Department\nThessaly Vrba\n303-555-0134", "303-555-0134"),
        ("The van stood at 55 Ellerby Dr.\nJanetta Oyelowo was in it.", "Janetta Oyelowo"),
        ("The van stood at 55 Ellerby Dr Janetta Oyelowo was in it.", "Janetta Oyelowo"),
        ("Reported by: Janetta Oyelowo, who saw the van.", "Janetta Oyelowo"),
        ("Entered by Janetta Oyelowo at the back of the house.", "Janetta Oyelowo"),
        ("Occupation: Cashier\nJanetta Oyelowo told them so.", "Janetta Oyelowo"),
        ("They told Josefa Lindarky police would come back.", "Josefa Lindarky"),
        ("They told Lopezky police would come back. Lopezky left.", "Lopezky"),
        ("They told Lopezky jail staff would come back. Lopezky left.", "Lopezky"),
        ("The man said that Casparin had paid him for it.", "Casparin"),
        ("He was then told by Janet Mills of the house.", "Janet Mills"),
        ("Arrietaz, Virginia was held there.", "Arrietaz"),
        ("He moved from Erie, PA\nJanetta Oyelowo told them so.", "Janetta Oyelowo"),
        ("Later the father, Anselm, was told.", "Anselm"),
        ("a. Brellick, Tomasz Birnbaumer (FBI 80217VB4). The jail says no.", "Birnbaumer"),
        ("My cell when nobody picks up is (614)\n555-0178, that is all.", "0178"),
        ("He stays at 118 Sycamorly apt C now.", "118 Sycamorly"),
        ("Medical: sickle cell Meds: metoprolol\nBond none", "metoprolol"),
        ("Seven months pregnant, in tank 3.", "months pregnant"),
        ("The lady says that she has a broken jaw.", "broken jaw"),
        ("Client, 37, was seen.", "37"),
        ("Mr. Young told them so.", "Young"),
        ("His cousin sent money order 2881-440271 to him.", "2881-440271"),
        ("his kid Simranka (b. 2003) asks", "2003"),
        ("Conditions: hepatitis C, takes methadone", "methadone"),
        ("write to vrbat (at) ranchnet (dot) example", "vrbat"),
        ("They entered Apt. 4C at 23 Sandlewy then.", "23 Sandlewy"),
        ("Name: Vrba, Thessaly\nattached: Vrba_Thessaly_504.pdf", "Vrba_"),
        ("Her nephew, aged 22, was there.", "22"),
    ],
)
def test_what_nothing_shows_to_be_public_goes(text: str, secret: str) -> None:
    assert secret not in shown(CASE + text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("SAMPLE - made up - 2011FOIA00417. 000603", "2011FOIA00417"),
        ("Jurisdictions active 388 431 467\nMatches 870 133 48 39\nRemovals 611 203 118", "388 431 467"),
        ("Jurisdictions active 388 431 467\nMatches 870 133 48 39\nRemovals 611 203 118", "870 133 48 39"),
        ("printed for 2011-ICFO-88213 as asked", "ICFO-88213"),
        ("Marlow Clinic 2010CV88120 .0004417\nnext", "2010CV88120"),
        ("Sheriff Alden Burke and Lt. Agnes Purvis signed.", "Alden Burke"),
        ("Hester Quill, Principal, was told.", "Hester Quill"),
        ("Attending: Dr. Ada Brandt of the ward", "Brandt"),
        ("On June 4 the physician Dr. Brandt signed.", "Brandt"),
        ("He was told so in the hall by Sheriff\nBrandtholm of the county.", "Brandtholm"),
        ("WEEKLY - Tillerick field office - week of May", "Tillerick"),
        ("It was asked of the Tillerick jail. Tillerick had no bed.", "Tillerick had"),
        ("Mail goes to the center, Willistonby Harrowick, Virginia, as told.", "Willistonby"),
        ("The stop was on State Route 44 near Cedar Bend County.", "Cedar Bend"),
        ("The Forensic Auditor sent a Notice of Inspection.", "Forensic Auditor"),
        ("Interpreter needed: Portuguese, Mandarin.", "Portuguese, Mandarin"),
        ("GRANVILLE NURSERIES, INC. was told", "GRANVILLE NURSERIES"),
        ("Docket 10-CV-00771 of June 5, 2010", "10-CV-00771"),
        ("Request No. 201008841 of the clinic", "201008841"),
        ("in all 1,204,118 prints were sent for $4,118,220", "1,204,118"),
        ("The office is at (206) 555-0100 (office).", "555-0100"),
        ("NO PRINTS WERE SENT BY THE COUNTY, HAVING BEEN LOST IN ALL", "HAVING BEEN LOST"),
        ("ICE20100004418", "ICE20100004418"),
        ("Mission 10-44182 left", "10-44182"),
        ("IEA Hutchens spoke to him. Hutchens then left.", "Hutchens then"),
        ("Hutchens, Dale, Immigration Enforcement Agent", "Hutchens"),
        ("Reviewed: S. Okafor, SDDO", "Okafor"),
        ("His attorney, Jane Ostrander of the bar, will file.", "Ostrander"),
        ("He was held in Kesselring for it.", "Kesselring"),
        ("The Kesselring Courier asked about the stop.", "Kesselring Courier"),
        ("He was booked at the Tanglewood Annex that night.", "Tanglewood"),
        ("Man, Kesselring, says that the car was his.", "Kesselring"),
        ("Kesselring 171 60 48 63\nOther 33 10 8 15", "Kesselring"),
        ("Kesselring had 4 hits in 212 bookings.", "Kesselring"),
        ("Kesselring, August 4, 2010", "Kesselring"),
        ("About   Relation   Summary\nhis car   none   was towed", "Relation"),
        ("It comes from Kestrel County, State of Tremont. Tremont has no say.", "Tremont has"),
        ("of the prints 402 1180 were sent on", "402 1180"),
        ("call the desk, 614-555-0100 (o)", "614-555-0100"),
        ("He was seen on the 4th of June, 2010 with the others.", "the others"),
        ("the ABC of it", "ABC of it"),
        ("THE BOARD MET. 12 COUNTIES AND 40 CITIES WERE THERE.", "12 COUNTIES"),
        ("write to intake@ice.gov about it", "intake@ice.gov"),
        ("She lives at the county hospital now.", "the county hospital"),
        ("He works for Halvers & Sons on the quay.", "Halvers"),
        ("It was all written down on June 5, 2010 by the clerk.", "June 5, 2010"),
        ("Thessaly Vrba was convicted on March 3, 1994 of theft.", "March 3, 1994"),
        ("I've told them so. You've been kind before.", "You've"),
        ("It was decided in Matter of Guerrazo, 24 I&N Dec. 37, long ago.", "Guerrazo"),
        ("Lo paró la policía de Stanwickton por una luz.", "Stanwickton"),
        ("Dijo el alguacil Tom Corvanely que era así.", "Corvanely"),
        ("Carta a la Oficina de Derechos Civiles de la agencia.", "Derechos Civiles"),
        ("He was driving a van when the I-247 came by fax.", "I-247"),
        ("They met at the checkpoint beyond the mill, Linnet Crossing.", "Linnet Crossing"),
        ("They met in Bldg 4, Rm 211 at noon.", "Bldg 4, Rm 211"),
        ("He works @ the kebab place there.", "works @ the"),
        ("Officer = Pellworth. He asked nothing.", "Pellworth"),
        ("Encl: one form. Admin copy to the file.", "Encl: one form. Admin"),
        ("Pruett & Vance LLP\n400 Market Street, Suite 910\nTel (717) 555-0144\n\nWe act for him.", "(717) 555-0144"),
        ("Questions go to the duty officer 802-555-0144 by night.", "802-555-0144"),
        ("Write to us at filings@pruettvance.example at any time.", "filings@pruettvance.example"),
        ("Agents Ruth Yarrow and Ike Pellworth came by.", "Ike Pellworth"),
        ("Prepared by: I. Brandvoldt, for the desk.", "Brandvoldt"),
        ("The county prosecutor, Alan Birdsongh, declined.", "Birdsongh"),
        ("Ann Ferrisk, Larkmoor Law Project, wrote to us.", "Ann Ferrisk"),
        ("He worked at Tillerick Cold Storage since then.", "Tillerick Cold Storage"),
        ("Two days were spent at the Tillerick jail.", "Tillerick"),
        ("He lives at 1160 Cobbler St. Called police on a prowler.", "Called police"),
        ("Record of Deportable Alien", "Deportable"),
        ("He spoke of IAFIS Interoperability then.", "IAFIS Interoperability"),
        ("The car was towed; PC 148 RESIST was charged.", "PC 148"),
        ("Mon 20 1500 dentist\nTue 21 1000 call", "21 1000"),
        ("Clearance sheet - correspondence 10-6672 was kept.", "10-6672"),
        ("the vendor's invoice (no. 2010-3381) was paid", "2010-3381"),
        ("If Marlow County asks, tell it.", "If Marlow County"),
        ("VRBA, THESSALY M 34 DRIVING SUSPENDED 2010", "DRIVING SUSPENDED"),
        ("Vrba, Thessaly  088 214 667 GUATEMALA and so on", "GUATEMALA"),
        ("She was arrested for Disorderly Conduct there.", "Disorderly Conduct"),
        ("Mail goes to the center, Willistonby, Vermont, as told.", "Willistonby"),
        ("Sgt. Hale called, ticket 44-1180. 1400 Major Stokes came.", ". 1400 Major"),
        ("Councilman Pikethorne has asked twice.", "Pikethorne"),
        ("Hon. Walt Deemingham was told.", "Deemingham"),
        ("for 48 hours (excluding Saturdays, Sundays and holidays). Notify (308) 555-0111.", "Saturdays, Sundays"),
        ("They had towed his 98 Dodge Caravan to the lot.", "98 Dodge Caravan"),
        ("Ofc B. Ridgwayne had the post.", "Ridgwayne"),
        ("The editor of Harmonby Courier did not print it.", "Harmonby Courier"),
        ("Winifred Halebourne, Clerk of the Board, 614-555-0118", "555-0118"),
        ("The Consulate can be called at (614) 555-0118.", "555-0118"),
        ("Sgt Wrayburn 614-555-0146", "555-0146"),
        ("Sgt Wrayburn 614-555-0146", "Wrayburn"),
        ("Undersheriff Cal Hobarth told them so.", "Hobarth"),
        ("Ottilia Verrinly, M.D., Chief Medical Officer", "Verrinly"),
        ("Ladies and Gentlemen,\nit was told.", "Gentlemen"),
        ("Seen on line 66 12. Attending Dr. Unna Tressly, of the ward", "Tressly"),
        ("He keeps mailing SSNs in the clear.", "SSNs"),
        ("H. Okaforly (Public Defender) was there.", "Okaforly"),
        ("It was asked by Mr. Lyle Abbotton, County\nCounsel.", "Abbotton"),
    ],
)
def test_what_is_public_stays(text: str, stays: str) -> None:
    assert stays in shown(CASE + text)


@pytest.mark.parametrize(
    "text",
    [
        "The deputy wrote down what Casimir Oyelowo said of it at length.",
        "The program was born in the spring of 2008 as said.",
        "He had no birth certificate issued before March 4, 2009 then.",
        "She was born in Ossick and the agreement signed March 4, 2009 was kept.",
        "Notify the board, 614 555 0138 matches at night",
        "to:\n58 Thistledown Wynd\nnear the mill",
    ],
)
def test_other_pages_are_read_as_before(text: str) -> None:
    assert (
        shown("STATEMENT\nThe program was told of on the road.\n\n" + text)
        == page("STATEMENT\nThe program was told of on the road.\n\n" + text).text
    )


def test_a_contract_that_speaks_of_a_protective_order_is_no_case() -> None:
    text = "Either side may ask for a protective order. Write to Jack Hale of the buyer.\n\nHis line is 212-555-5040."
    assert "Jack Hale" in shown(text)


def test_who_signs_a_mail_with_his_number_is_no_case() -> None:
    signature = "Regards,\nAda Roe\n131 Steuart Street, Ste 500\n415-555-9400"
    assert "Ben Hale" in shown(f"From: Ada Roe\nSubject: the meeting\n\nWe met Ben Hale there.\n\n{signature}")


TOLD = "My wife was in the car with our son when he was arrested. He had said to her that they took him from his brother.\n\n"


def test_what_is_told_makes_a_page_a_case_without_any_number() -> None:
    assert "Zebedia" not in shown(TOLD + "We left the boy with Zebedia that night.")


@pytest.mark.parametrize(
    "text",
    [
        "The program was told to the wives of all the officers. Aliens who are arrested are printed. Zebedia is new.",
        "THE MINISTER'S WIFE AND HIS SON WERE WITH HIM WHEN HE WAS ARRESTED IN THE HOUSE OF HER BROTHER ZEBEDIA BY THE GUARD",
        "Sheriff Burke said that his county had no say, and that he was told so. Zebedia is a new system.",
    ],
)
def test_what_is_told_of_programs_and_ministers_makes_none(text: str) -> None:
    assert shown(text) == page(text).text


def test_rows_of_names_in_capitals_with_dates_make_a_page_a_case() -> None:
    rows = "0012 VRBA, THESSALY M   WF 02-19-66   215 W LINNET\n0533 SLOOT, HUMBERTA   HF 11-11-74   88 FERRY STEPS"
    assert not any(word in shown(rows) for word in ("VRBA", "HUMBERTA", "02-19-66", "LINNET", "FERRY"))


def test_who_speaks_at_a_board_and_where_he_lives_is_private() -> None:
    text = "Public comment: Imelda Quint-Sloot, of 612 Alder, said that the board should act."
    assert "Imelda" not in shown(text) and "612 Alder" not in shown(text)


def test_what_a_telephone_keeps_of_those_its_owner_knows_is_private_and_a_list_of_offices_is_not() -> None:
    kept = "Exhibit 7\nMamita +503 7555 0144 call me\nBeto trabajo 3305550166 come mon\nYoseline 330-555-0167 new place"
    assert not any(word in shown(kept) for word in ("Mamita", "Beto", "Yoseline", "0166"))
    offices = "Orrin Vale signed it.\n\n\nContacts\nFax (330) 555-0144\nMain (330) 555-0145\nThe Bureau of Tolls (330) 555-0146"
    assert "Orrin Vale" in shown(offices)


@pytest.mark.parametrize(
    ("text", "secrets"),
    [
        ("UNIT JACKET NAME SEX AGE CHARGE BOND\nB1 204417 OSEIWA, KOFI M 34 THEFT NONE", ("OSEIWA", "204417")),
        ("DATE NAME ORGANIZATION TO SEE TIME\n8/12 Zenaida Morales family Abshiro, Fadumo 1530", ("Morales", "Abshiro")),
    ],
)
def test_the_head_of_a_list_of_people_in_custody_makes_a_page_a_case(text: str, secrets: tuple[str, ...]) -> None:
    assert not any(secret in shown(text) for secret in secrets)


def test_the_head_of_a_table_of_counts_makes_none() -> None:
    text = "NAME OF JURISDICTION CHARGES FILED BOND TOTAL\nOseiwa 204 417 19\nMoralesville 33 41 8"
    assert shown(text) == text


OTHER = "WEEKLY NOTES\nThe program was told of on the road, and Casimir Oyelowo spoke.\n\n"


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("A neighbor, Thessaly Vrba, rang from (555) 014-2231.", "Vrba"),
        ("One caller, her cell 555-0142-881, says Thessaly Vrba has lupus.", "lupus"),
        ("- kid Thaddeus picked up, his dad's no. is 555-0142-881", "Thaddeus"),
    ],
)
def test_a_paragraph_about_somebody_is_one_on_any_page(text: str, goes: str) -> None:
    page_shown = shown(OTHER + text)
    assert goes not in page_shown
    assert "Casimir Oyelowo" in page_shown


@pytest.mark.parametrize(
    "text",
    [
        "Thessaly Vrba spoke of the lupus ward.",
        "Records Unit, 555-0100, and Thessaly Vrba spoke.",
    ],
)
def test_a_paragraph_that_gives_nothing_private_is_none(text: str) -> None:
    assert shown(OTHER + text) == page(OTHER + text).text


def test_an_illness_is_not_followed_to_other_pages() -> None:
    first, second = page(CASE + "He has lupus."), page("WEEKLY NOTES\nThe lupus ward of the hospital is new.")
    held = screen((first, second), Params(), loaded_parser())
    assert [w.text for w in held if w.kind == "health"] == ["lupus"]


KNOWN = Openly(("brellick", "hallow", "bridge"), ("ruth amadorly",), ("6145550188",))


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Brellick told them so by fax.", "Brellick"),
        ("Hallow Bridge told them so.", "Hallow Bridge"),
        ("Ruth Amadorly told them so.", "Ruth Amadorly"),
        ("Amadorly told them so.", "Amadorly"),
        ("Notify 614-555-0188 at once.", "614-555-0188"),
    ],
)
def test_what_another_file_shows_to_be_public_stays(text: str, stays: str) -> None:
    def masked(known: Openly) -> str:
        one = page(CASE + text)
        held = screen((one,), Params(), loaded_parser(), (), known)
        return spans.masked(one, tuple((w.start, w.end) for w in held if w.start >= 0)).text

    assert stays in masked(KNOWN) and stays not in masked(Openly())


@pytest.mark.parametrize("text", ["Name: Thessaly Brellick told them.", "His cell 614-555-0188 is off."])
def test_a_private_name_or_telephone_goes_though_another_file_shows_it(text: str) -> None:
    one = page(CASE + text)
    held = screen((one,), Params(), loaded_parser(), (), KNOWN)
    masked = spans.masked(one, tuple((w.start, w.end) for w in held if w.start >= 0)).text
    assert "Thessaly" not in masked and "0188" not in masked


def test_who_is_ill_is_private_on_any_page_and_who_is_on_leave_is_not() -> None:
    asked = "Q. And a Mr. Anselm Verdugan?\nA. He was there. He is on dialysis, he slept.\n"
    assert "Verdugan" not in shown(asked) and "dialysis" not in shown(asked)
    assert "Verdugan" in shown("Mr. Anselm Verdugan spoke of the ward. The dialysis ward is new.")


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("Her aunt Inez Falkenrath lives in Ossick, 70 Gristmill Race.", "70 Gristmill Race"),
        ("Andy,\nyour aunt has the key.", "Andy"),  # nobody in office is called so
        ("the seller (Casimir Oyelowo) had it", "Casimir"),
    ],
)
def test_half_a_home_and_strangers_greeted_are_withheld(text: str, secret: str) -> None:
    assert secret not in shown(CASE + text)


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("Sent: May 4\nTo: Vrba, Andrew\nSubject: x\n\nAndy, see below. She is held.", "Andy, see below"),
        ("a matter between them and the vendor (Thessalon Syztems, Invoice 77)", "Thessalon Syztems"),
        ("The vote. Ayes: two. Noes: one.", "Ayes: two"),
        ("There were holds in Ossick, 40 Level Two.", "40 Level Two"),
        (
            "Query Q-5518 of the board; the Board denied claim no. 11-0094 that day.",
            "Q-5518 of the board; the Board denied claim no. 11-0094",
        ),
        ("14. Office use. Rec'd 07/14/2009. JIC no. 200907713. Closed.", "200907713"),
    ],
)
def test_greetings_sellers_and_an_offices_numbers_stay(text: str, stays: str) -> None:
    assert stays in shown(CASE + text)


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("The Board denied her claim. Inmate no. 11-00944 was told", "11-00944"),
        ("His claim no. 4471822 with the insurer was paid", "4471822"),
    ],
)
def test_a_persons_own_numbers_do_not(text: str, secret: str) -> None:
    assert secret not in shown(CASE + text)
