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
