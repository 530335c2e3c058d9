"""Names of many languages, of which training draws others for those that a hand invented, so that none is learned by heart."""

from __future__ import annotations

import random
import unicodedata

from faker import Faker

# Locales whose names are written in Latin letters, or come near it when their marks are taken off.
_LOCALES = (
    "es_MX", "es_MX", "es_ES", "es_CO", "es_CL", "es_AR", "en_US", "en_US", "en_GB", "en_IE", "en_IN", "en_NZ", "en_NG", "fr_FR",
    "fr_CA", "pt_BR", "it_IT", "de_DE", "nl_NL", "pl_PL", "cs_CZ", "hr_HR", "ro_RO", "vi_VN", "tr_TR", "id_ID", "tw_GH", "zu_ZA",
    "yo_NG", "ha_NG", "ig_NG", "sw", "fil_PH", "no_NO", "fi_FI", "hu_HU", "et_EE", "ga_IE",
)  # fmt: skip
EACH = 160  # of given names and of surnames, from every locale
# Syllables by which names of languages that no locale has are made up.
_SOUNDS = """
xi zhang wei li ming hua chen guo jun fang lin yan qing zhao hao bo yu mei tang shu
ix chel tzoc pop xol kan bal tul che coy ajpop sis cac choc ical tiul xitumul quej caal pec
jean baptiste wil fran ces me lou is pierre mar ie ro se lyn dieu don nel ner val court
ab dul rah man al has san kha lid mu ham mad fa ti ma ay sha yus uf no or sal ma om ar
ma ri ka lo te ni vo la den bar ro na cel so mi el ta ren do sha ver ga lin or win har
ad ey em i ola do kwa me ofo ri oke ke chi di ama ka nwo su tun de bo la ji fe mi kof
"""
_BOTH = """
Rosa Flor Grant May Hope Faith Grace Baker Rose Mark Bill Will Art Gene Dawn June April Summer Pat Carol Joy Lane Brooks Banks
Woods Rivers Fields Hill Stone Marsh Reed Page Day Early Young Long Short Small Rich Price Cash Case Law Judge Bishop Pope
Abbott Sheriff Major Sergeant Constable Ward Booker Cook Carter Mason Fisher Hunter Porter Sawyer Glass Ford Park Street
Bridges Church Temple Angel Jesus Cruz Luz Paz Sol Mar Luna Reina Leon Campos Flores Rios Santos Guerra Paredes Iglesias
Delgado Blanco Moreno Rojas Prado Lara Pineda Salinas Valle Serrano Christian Savannah Dakota Paris London Chester Lincoln
Jackson Madison Hamilton Clinton Franklin Monroe Kent Devon Chelsea Austin Dallas Houston Denver Trinity Destiny Chance Rocky
"""
_WORDS = _BOTH.split()  # names that are words, or places, besides


class Aliases:
    """Draws given names and surnames, by the chance given."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        given: set[str] = set()
        surnames: set[str] = set()
        for order, locale in enumerate(_LOCALES):
            try:
                maker = Faker(locale)
            except AttributeError:
                continue  # a version of the package that has it not
            maker.seed_instance(chance.randrange(1 << 30) + order)
            for _ in range(EACH):
                given.update(_words(maker.first_name()))
                surnames.update(_words(maker.last_name()))
        self._given, self._surnames = sorted(given), sorted(surnames)

    def given(self) -> str:
        """A given name."""
        return self._one(self._given)

    def surname(self) -> str:
        """A surname."""
        return self._one(self._surnames)

    def _one(self, names: list[str]) -> str:
        kind = self._chance.random()
        if kind < 0.78:
            return self._chance.choice(names)
        if kind < 0.92:
            return self._chance.choice(_WORDS)
        sounds = self._chance.choice(_SOUNDS.strip().split("\n")).split()
        return "".join(self._chance.choice(sounds) for _ in range(self._chance.choice((1, 2, 2, 3)))).capitalize()


def _words(name: str) -> list[str]:
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return [word for word in plain.split() if word.isascii() and word[0].isupper() and len(word) > 1]
