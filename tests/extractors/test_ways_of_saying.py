"""How offices say what the topics ask in words of their own, and sentences in much the same words that say something else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from pipeline import labels
from pipeline.app import extractor_for
from pipeline.engines.language import SpacyParser
from pipeline.topics import load_topic

TOPICS = Path(__file__).resolve().parents[2] / "corpus" / "topics"
PROGRAM, HOLDS = "secure-communities", "detainers"

SAID = (
    (PROGRAM, "jurisdictions-active", "18", "As of noon 18 of the 40 Ohio counties are on."),
    (PROGRAM, "jurisdictions-active", "31", "All thirty-one parishes were on by May 1."),
    (PROGRAM, "jurisdictions-active", "640", "On March 3, 640 jurisdictions were on."),
    (PROGRAM, "locals-consulted", "affirm", "Before activation, ICE visits each sheriff and police chief."),
    (PROGRAM, "locals-consulted", "affirm", "The county was notified three weeks ahead of the switch."),
    (PROGRAM, "locals-consulted", "affirm", "The sheriff had been told ten days beforehand."),
    (PROGRAM, "locals-consulted", "deny", "The agency gave the sheriff no notice."),
    (PROGRAM, "locals-consulted", "deny", "We got no warning that our jail would go live."),
    (PROGRAM, "locals-consulted", "deny", "Nobody called us before the county was activated."),
    (PROGRAM, "locals-consulted", "deny", "That was the first the sheriff heard of it."),
    (PROGRAM, "locals-consulted", "deny", "The chief learned of it only after his jail was switched on."),
    (PROGRAM, "agreement-required", "affirm", "No county will be switched on until the bureau agrees in writing."),
    (PROGRAM, "agreement-required", "affirm", "We connect no county until its state has signed a memorandum of agreement."),
    (PROGRAM, "deadline-set", "affirm", "The plan is to reach every county in the country by 2012."),
    (PROGRAM, "deadline-set", "affirm", "ICE expects all jurisdictions to be active by the end of 2013."),
    (PROGRAM, "deadline-set", "affirm", "The target is all states by fiscal year 2013."),
    (PROGRAM, "prints-retained", "deny", "A no-match card is destroyed within the hour."),
    (PROGRAM, "prints-retained", "deny", "The no-hit card is purged at once."),
    (PROGRAM, "prints-retained", "affirm", "No-match cards are kept in the federal database."),
    (
        PROGRAM,
        "citizens-held",
        "affirm",
        "The man lay in the cell on our hold for a week before anyone pulled his naturalization papers.",
    ),
    (PROGRAM, "citizens-held", "affirm", "She was kept three days on a detainer until her naturalization was looked up."),
    (PROGRAM, "detainer-mandatory", "affirm", "The jail treats a detainer as an order."),
    (PROGRAM, "detainer-mandatory", "affirm", "The sheriff regards every detainer as binding."),
    (PROGRAM, "detainer-mandatory", "affirm", "The jail says he cannot leave because of a hold from ICE."),
    (PROGRAM, "profiling-monitored", "deny", "The agency keeps no count of complaints about profiling."),
    (PROGRAM, "locals-trained", "affirm", "All deputies had been trained before the jail went live."),
    (PROGRAM, "locals-trained", "affirm", "The booking staff was briefed before activation."),
    (PROGRAM, "opt-out-available", "affirm", "A state can tell us to stop, and we would have to."),
    (PROGRAM, "opt-out-available", "deny", "No county may withhold its cards."),
    (PROGRAM, "locals-consulted", "deny", "Not one sheriff had been told of the activation date."),
    (PROGRAM, "locals-consulted", "deny", "None of the boards was informed about the switch."),
    (PROGRAM, "agreement-required", "deny", "We did not wait for the state's signature before we turned the county on."),
    (PROGRAM, "agreement-required", "deny", "We never waited on the governor's signature; the county went live Monday."),
    (PROGRAM, "local-officers-enforce", "deny", "Our troopers take no part in immigration enforcement."),
    (
        PROGRAM,
        "local-officers-enforce",
        "deny",
        "Nothing in this paper authorizes an officer to arrest a person on immigration grounds.",
    ),
    (PROGRAM, "participation-voluntary", "deny", "ICE does not require the county's permission."),
    (PROGRAM, "participation-voluntary", "deny", "We do not regard the consent of any county as needed."),
    (PROGRAM, "targets-serious-criminals", "deny", "Everyone who matches is taken whatever the charge."),
    (PROGRAM, "targets-serious-criminals", "deny", "We pick up anybody who comes back removable, no matter the offense."),
    (PROGRAM, "held-past-release", "affirm", "The jail kept eleven men past their release date for ICE last month."),
    (PROGRAM, "held-past-release", "affirm", "He sat in our jail four days after he had posted bond."),
    (PROGRAM, "held-past-release", "affirm", "They hold people beyond the hour when a judge has said they may go home."),
    (
        PROGRAM,
        "held-past-release",
        "affirm",
        "Of the 210 people held past release in the county, ninety had never been convicted.",
    ),
    (PROGRAM, "held-past-release", "deny", "No prisoner of mine has been kept an hour past his release."),
    (PROGRAM, "held-past-release", "deny", "He walks when the bond is paid, detainer or no detainer."),
    (PROGRAM, "reviewed-before-detainer", "affirm", "A supervisor looks at each case before anything is lodged."),
    (PROGRAM, "reviewed-before-detainer", "affirm", "No hold is sent until an agent has read the file."),
    (PROGRAM, "reviewed-before-detainer", "affirm", "Every detainer is approved by a duty officer before it is faxed."),
    (PROGRAM, "reviewed-before-detainer", "deny", "The office faxes the hold on the match alone."),
    (PROGRAM, "reviewed-before-detainer", "deny", "Our people lodge on the hit."),
    (PROGRAM, "reviewed-before-detainer", "deny", "In none of the cases was anybody interviewed before the detainer was lodged."),
    (PROGRAM, "search-without-replies", "affirm", "Declining the replies does not stop the search."),
    (PROGRAM, "search-without-replies", "affirm", "The prints are run whether or not the jail wants the response."),
    (PROGRAM, "search-without-replies", "deny", "Where a county refuses the messages its prints are never checked."),
    (PROGRAM, "answered-within-hours", "affirm", "The center answers the query within two hours."),
    (PROGRAM, "answered-within-hours", "affirm", "A reply is at the jail in less than three hours."),
    (PROGRAM, "answered-within-hours", "deny", "The response took more than eleven hours on Sunday."),
    (PROGRAM, "answered-within-hours", "deny", "We waited two days for an answer on his prints."),
    (PROGRAM, "agreements-signed", "34", "Thirty-four states have signed so far."),
    (PROGRAM, "agreements-signed", "28", "ICE has executed 28 memoranda of agreement with state bureaus."),
    (HOLDS, "holding-reimbursed", "deny", "We never had a dime from Washington for the nights we hold people on detainers."),
    (HOLDS, "holding-reimbursed", "deny", "I asked ICE to pay for the detainer days and had no answer."),
    (HOLDS, "holding-reimbursed", "deny", "The sheriff invoiced Immigration for the payment of bed days and received no reply."),
    (HOLDS, "serious-offenders-only", "deny", "Detainers are lodged at all offense levels."),
    (HOLDS, "serious-offenders-only", "deny", "Level 3s get a detainer as a matter of course."),
    (HOLDS, "serious-offenders-only", "affirm", "We lodge detainers on Level 1 matches only."),
    (HOLDS, "serious-offenders-only", "affirm", "Only Level 1 subjects get a detainer."),
)
UNSAID = (
    (PROGRAM, "jurisdictions-active", "Forty counties are on the list for next spring."),
    (PROGRAM, "jurisdictions-active", "Some 30 counties are on notice that their switches are old."),
    (PROGRAM, "jurisdictions-active", "All 22 counties are on a tight budget."),
    (PROGRAM, "jurisdictions-active", "Of the 90 detainers in those counties, 45 were on women."),
    (PROGRAM, "locals-consulted", "The board gave the auditor no notice of the audit."),
    (PROGRAM, "locals-consulted", "The jail had no word from the bakery about the bread."),
    (PROGRAM, "locals-consulted", "Nobody called us before lunch about the parking."),
    (PROGRAM, "locals-consulted", "This is the first we see of the invoice for paint."),
    (PROGRAM, "locals-consulted", "ICE should meet with every sheriff before activation."),
    (PROGRAM, "locals-consulted", "We met with the vendor before the county was switched on."),
    (PROGRAM, "agreement-required", "The county will not open the annex until the union agrees in writing."),
    (PROGRAM, "agreement-required", "We do not connect a printer without a signature from the help desk."),
    (PROGRAM, "agreement-required", "The lease depends on the roof and not on the agreement with the painter."),
    (PROGRAM, "deadline-set", "We plan to visit every county in the state by June."),
    (PROGRAM, "deadline-set", "We expect all states to reply to the survey by May 2011."),
    (PROGRAM, "prints-retained", "The jail keeps its fingerprint cards in a locker."),
    (PROGRAM, "prints-retained", "Fingerprint cards are thrown out by the sheriff after a year."),
    (PROGRAM, "citizens-held", "He is waiting for naturalization and was held on a detainer."),
    (PROGRAM, "citizens-held", "A naturalization class was held at the jail."),
    (PROGRAM, "detainer-mandatory", "She could not go to the hearing because of an order of the court."),
    (PROGRAM, "detainer-mandatory", "Sheriffs are required to keep a visitors' log."),
    (PROGRAM, "racial-profiling", "The deputies booked him so the judge could set bail."),
    (PROGRAM, "racial-profiling", "An officer should not stop anyone to see who is legal."),
    (PROGRAM, "profiling-monitored", "The cafeteria keeps no log of complaints."),
    (PROGRAM, "profiling-monitored", "We do not record the reason for sick leave."),
    (PROGRAM, "locals-trained", "The deputies were trained before the flood season."),
    (PROGRAM, "locals-trained", "The deputies should be trained before activation."),
    (PROGRAM, "opt-out-available", "The county can tell us to stop by the desk for badges."),
    (PROGRAM, "opt-out-available", "The county may hold back its payment."),
    (PROGRAM, "locals-consulted", "No supervisor was told of the start of the fair."),
    (PROGRAM, "locals-consulted", "Not one clerk was told of the pay date."),
    (PROGRAM, "agreement-required", "We did not wait for the signature on the lease."),
    (PROGRAM, "agreement-required", "Do not wait for a signature on the leave form."),
    (PROGRAM, "local-officers-enforce", "The choir takes no part in the enforcement of parking rules."),
    (PROGRAM, "local-officers-enforce", "Deputies will not be asked to interview candidates for clerk."),
    (PROGRAM, "participation-voluntary", "We do not need the sheriff's consent to use the parking lot."),
    (PROGRAM, "participation-voluntary", "He did not consider the consent of the owner necessary for the tow."),
    (PROGRAM, "targets-serious-criminals", "They tow cars no matter the offense."),
    (PROGRAM, "targets-serious-criminals", "The county takes cash regardless of the charge."),
    (PROGRAM, "held-past-release", "The clerk stayed on past the release of the quarterly figures."),
    (PROGRAM, "held-past-release", "He kept the bail money after the hearing."),
    (PROGRAM, "held-past-release", "No one should be held past the end of his sentence."),
    (PROGRAM, "held-past-release", "The judge ordered the man held after he had missed two hearings."),
    (PROGRAM, "held-past-release", "The records are kept for seven years past the date of discharge."),
    (PROGRAM, "held-past-release", "The form asks the jail to hold the person no more than 48 hours past his release."),
    (PROGRAM, "held-past-release", "She asked whether anyone had been kept beyond his sentence."),
    (PROGRAM, "held-past-release", "The meeting was held past the hour set."),
    (PROGRAM, "reviewed-before-detainer", "Please review the form before you send it to the county."),
    (PROGRAM, "reviewed-before-detainer", "Our counsel reviewed the agreement before the county signed it."),
    (PROGRAM, "reviewed-before-detainer", "The desk lodged a detainer on the man and then on his cousin."),
    (PROGRAM, "reviewed-before-detainer", "The sheriff reads every detainer before his jail holds anyone on it."),
    (PROGRAM, "reviewed-before-detainer", "An agent ought to interview the subject before a hold is placed."),
    (PROGRAM, "reviewed-before-detainer", "The letter was sent without review by the press office."),
    (PROGRAM, "reviewed-before-detainer", "The supervisor read the file and lifted the hold."),
    (PROGRAM, "reviewed-before-detainer", "He sent the paper on the road accident to the county."),
    (PROGRAM, "search-without-replies", "The county turned off the replies in the fall."),
    (PROGRAM, "search-without-replies", "The results of the search were not sent to the county."),
    (PROGRAM, "search-without-replies", "We have had no reply to our letter about the search of records."),
    (PROGRAM, "search-without-replies", "A jail may decline the match results."),
    (PROGRAM, "search-without-replies", "The officer refused to search the car."),
    (PROGRAM, "answered-within-hours", "It took ten days for the county to answer our letter."),
    (PROGRAM, "answered-within-hours", "The response to the congressman is due within four hours."),
    (PROGRAM, "answered-within-hours", "The jail may hold him for up to 48 hours."),
    (PROGRAM, "answered-within-hours", "She returned to the office within two hours."),
    (PROGRAM, "answered-within-hours", "We waited six hours for the bus back from the hearing."),
    (PROGRAM, "agreements-signed", "Six counties signed the petition."),
    (PROGRAM, "agreements-signed", "The bureau signed 14 pages of the agreement."),
    (PROGRAM, "agreements-signed", "Eleven states have yet to sign."),
    (PROGRAM, "agreements-signed", "Twelve officers signed the memorandum about overtime."),
    (PROGRAM, "held-past-release", "She paid her bail, which the clerk kept."),
    (PROGRAM, "held-past-release", "The law obliges no jail to keep a man past his release."),
    (PROGRAM, "agreements-signed", "The chief signed four hundred of them."),
    (PROGRAM, "search-without-replies", "A state may choose whether the replies are relayed."),
    (HOLDS, "holding-reimbursed", "I asked ICE for a list of detainers and had no reply."),
    (HOLDS, "holding-reimbursed", "We never had a penny from the county for the new roof."),
    (HOLDS, "serious-offenders-only", "Detainers are discussed at all levels of the agency."),
    (HOLDS, "serious-offenders-only", "Detainers should be lodged on Level 1 only."),
)


@cache
def _reader(topic: str) -> labels.Reader:
    loaded = load_topic(TOPICS / f"{topic}.toml")
    return labels.reader(loaded, SpacyParser(), extractor_for(loaded, TOPICS))


def _read(topic: str, text: str) -> set[tuple[str, str]]:
    return {
        (one.proposition or one.metric, one.stance or f"{one.value:.10g}")
        for one in _reader(topic)("way", text, {"kind": "email", "date": "2010-06-01", "author_kind": "agency"})
    }


@pytest.mark.parametrize(("topic", "question", "side", "text"), SAID)
def test_it_is_read(topic: str, question: str, side: str, text: str) -> None:
    assert (question, side) in _read(topic, text)


@pytest.mark.parametrize(("topic", "question", "text"), UNSAID)
def test_something_else_is_not(topic: str, question: str, text: str) -> None:
    assert question not in {found for found, _ in _read(topic, text)}
