"""What claims are about: a topic with its propositions and metrics, as `corpus/topics/<topic>.toml` declares them."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.records.post import Post


@dataclass(frozen=True, slots=True)
class Proposition:
    """A statement that can be affirmed or denied.

    `affirm` and `deny` are cue patterns, `not_about` patterns that rule a sentence out.

    The cue language is documented in `pipeline/extractors/cueing/cues.py`. Examples are tested: each must come out as labelled.
    `same_as` is `topic/proposition` where another topic asks the same: claims of both are compared under that one.
    `goes_with` names propositions of this topic that stand and fall with it: who affirms one cannot deny the other. Whether a
    county joins freely and whether it may leave are two questions, and one story. `yields_to` names propositions said in the same
    words of another thing: where the sentence says one of those and does not name the program, it says nothing on this one.
    `things` are things of which one may cost and another not, each as "list: word|word": statements of two of them do not meet.
    """

    id: str
    statement: str
    opposite: str
    affirm: tuple[str, ...]
    deny: tuple[str, ...]
    requires: tuple[str, ...] = ()
    not_about: tuple[str, ...] = ()
    examples_affirm: tuple[str, ...] = ()
    examples_deny: tuple[str, ...] = ()
    examples_neither: tuple[str, ...] = ()
    agency_suffices: bool = False
    same_as: str = ""
    goes_with: tuple[str, ...] = ()
    yields_to: tuple[str, ...] = ()
    things: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Bearing:
    """A metric that speaks to a proposition: a value `above` (or `below`) `threshold` counts as `stance` on `proposition`."""

    proposition: str
    stance: str
    above: float | None
    below: float | None


@dataclass(frozen=True, slots=True)
class Metric:
    """A number worth following. `unit` is count or share; `population` says of whom; `cues` find it in a sentence.

    A cue with a `#` says where the number stands; one without is looked for among the words that go with a number. Then `of`
    are patterns one of which the sentence (or, for "72 of them", what stands before it) must hold, and `counts` the nouns that
    may be counted: "61 desks" counts no people. `not_of` are words of other populations: where neither is said, a number
    without a noun is taken to be of the metric's own and marked so; without `not_of` it is left. A count below `least` is an
    anecdote ("two counties are using it"), no total. `others` are cues for everybody whom the metric does not count: "nine in ten
    had been convicted" and "all but 97 had" tell the share and the number of those who had not. `apart` names shares of the same
    whole that count nobody whom this one counts; `share` of a count the metric whose share it tells where its whole is named.
    """

    id: str
    statement: str
    unit: str
    population: str
    cues: tuple[str, ...]
    counts: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    not_of: tuple[str, ...] = ()
    least: float = 0.0
    not_about: tuple[str, ...] = ()
    tolerance: float = 0.1
    bears_on: tuple[Bearing, ...] = ()
    examples: tuple[str, ...] = ()
    examples_neither: tuple[str, ...] = ()
    agency_suffices: bool = False
    none: bool = False
    others: tuple[str, ...] = ()
    apart: tuple[str, ...] = ()
    share: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """`terms` are the names of the program: one of them, or the document's own subject, must tie a sentence to the topic.

    `agencies` are names of the agency that runs it, `other_programs` names of programs it is mixed up with. A document
    that never names the program but often uses the words `related` gives claims on entries with `agency_suffices` alone.
    `signs` are words that hardly any other paper of the agency has, `common_signs` words that count beside them; each may list
    its forms, parted by bars ("ORI|ORIs"). With the company that a paper keeps they tell what it is about where it gives no name.
    `other_matters` are words, listed the same way, of what the same offices also write about: purchases, courses, budgets.
    `model` is the digest of the model trained on this topic's labels, '' where there is none.
    """

    id: str
    title: str
    description: str
    terms: tuple[str, ...]
    propositions: tuple[Proposition, ...]
    metrics: tuple[Metric, ...]
    agencies: tuple[str, ...] = ()
    other_programs: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()
    common_signs: tuple[str, ...] = ()
    other_matters: tuple[str, ...] = ()
    model: str = ""


@dataclass(frozen=True, slots=True)
class Company:
    """The papers a document came with. `asked`: the release says that it is about the topic, or asks for no other.
    `thread`, `file`: another paper of its thread, of its file names the topic. `leads`: the release's other papers are the
    topic's: some name it, and no more are of other programs alone. `people` are those whom its release shows in a post; `state`
    is the State that its papers are of.
    """

    asked: bool = False
    thread: bool = False
    file: bool = False
    leads: bool = False
    people: tuple[Post, ...] = ()
    state: str = ""


ALONE = Company()  # nothing is known of the papers it came with
