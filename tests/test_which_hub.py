"""How a hub is named in a message, in five languages: by number, by name, by town, by pointing at it."""

import pytest

from actions.languages_told import language_wanted
from actions.vocabulary import read_vocabulary
from actions.which_hub import Clues, Meant, Told, points_at_it, which_hub

WORDS = read_vocabulary()
NOI = Told("noi", "NOI Techpark Südtirol", "Bolzano", "IT", "dih", (46.48, 11.33))
FH = Told("fh", "Business Intelligence & Innovation Hub (FH Vorarlberg)", "Dornbirn", "AT", "dih", (47.41, 9.74))
FRAUNHOFER = Told("fraunhofer", "Fraunhofer Italia", "Bolzano", "IT", "rto", (46.49, 11.35))
HIT = Told("hit", "HIT - Hub Innovazione Trentino", "Trento", "IT", "public_agency", (46.07, 11.13))
THREE = (NOI, FH, HIT)


def ids(text: str, told: tuple[Told, ...] = THREE, language: str = "en", **clues: object) -> tuple[str, ...]:
    return which_hub(Clues(text, language, **clues), told, WORDS.hubs).ids  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        *("tell me more about the second one", "details of number 2", "the 2nd please", "hub 2", "number two", "nr 2"),
        *("mehr über den zweiten", "details zu hub 2", "mehr zu nummer zwei", "Nr. 2", "was bietet der zweite"),
        *("dites m'en plus sur le deuxième", "le 2 m'intéresse", "la 2e", "le 2ème", "numéro deux", "le second"),
        *("dimmi di più sul secondo", "il secondo", "il numero 2", "il 2°", "apri il secondo"),
        *("povej več o drugem", "št. 2", "drugi", "številka dve", "podrobnosti o drugem predlogu"),
    ],
)
def test_the_second_is_understood_in_five_languages(text: str) -> None:
    assert ids(text) == ("fh",)


@pytest.mark.parametrize(
    "text",
    [
        *("compare the first two", "compare both", "compare the two", "compare one and two", "first or second"),
        *("vergleich die ersten zwei", "vergleiche die ersten beiden", "kannst du die zwei vergleichen"),
        *("1 vs 2", "eins oder zwei"),
        *("comparez les deux premiers", "compare les deux", "quelle différence entre le 1 et le 2"),
        *("confronta i primi due", "che differenza c'è tra i due", "meglio il primo o il secondo", "confrontali"),
        *("primerjaj prva dva", "kakšna je razlika med njima", "daj oba vzporedno", "primerjajte prvega in drugega"),
    ],
)
def test_the_first_two_are_understood_in_five_languages(text: str) -> None:
    assert ids(text) == ("noi", "fh")


@pytest.mark.parametrize(
    "text", ["the last one", "den letzten bitte", "le dernier", "l'ultimo", "zadnji", "the third", "den 3. bitte"]
)
def test_the_last_is_the_last_one_told(text: str) -> None:
    assert ids(text) == ("hit",)


def test_the_order_of_the_message_is_kept() -> None:
    assert ids("compare 3 and 1") == ("hit", "noi")
    assert ids("HIT oder NOI, welcher ist besser?", language="de") == ("hit", "noi")


def test_a_number_for_which_there_is_no_hub_is_said_and_not_replaced() -> None:
    assert which_hub(Clues("details of number 5"), THREE, WORDS.hubs) == Meant((), True, 5)
    assert which_hub(Clues("compare 1 and 5"), THREE, WORDS.hubs) == Meant(("noi",), True)


@pytest.mark.parametrize(
    "text",
    ["do they have 3D printers", "CIM4.0", "within 2 km", "is there one", "tell me more", "which one is better", ""],
)
def test_not_every_figure_is_a_position(text: str) -> None:
    assert which_hub(Clues(text), THREE, WORDS.hubs) == Meant()


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("infos zum noi", "de", "noi"),
        ("details zum Noi Techparks", "de", "noi"),
        ("wieso fraunhofer", "de", "fraunhofer"),
        ("brez Fraunhoferja", "sl", "fraunhofer"),
        ("chi è HIT", "it", "hit"),
        ("parlami di noi techpark", "it", "noi"),
        ("parlez moi du centre de Trente, hub innovazione trentino", "fr", "hit"),
        ("the one in Dornbirn", "en", "fh"),
        ("perche vorarlbreg", "it", "fh"),
    ],
)
def test_a_part_of_the_name_or_the_town_is_enough(text: str, language: str, named: str) -> None:
    assert ids(text, (*THREE, FRAUNHOFER), language) == (named,)


def test_an_everyday_word_is_no_name() -> None:
    assert ids("non va bene per noi", language="it") == ()
    assert ids("che cosa fa NOI?", language="it") == ("noi",)
    assert ids("why this hub", language="en") == ()


def test_a_town_known_by_another_name_is_found_by_where_it_is() -> None:
    assert ids("the one in Bozen", places=((46.498, 11.354),)) == ("noi",)


def test_a_country_or_a_kind_of_organisation_points_at_the_hubs_of_that_kind() -> None:
    assert ids("why one in Austria", countries=("AT",)) == ("fh",)
    assert ids("why an agency", kinds=("public_agency",)) == ("hit",)


def test_two_hubs_in_one_town_are_both_meant() -> None:
    assert ids("quello di Bolzano", (NOI, FRAUNHOFER), "it") == ("noi", "fraunhofer")


@pytest.mark.parametrize("text", ["not this one", "den will ich nicht", "celui-là non", "questo no", "tega ne bi"])
def test_pointing_is_understood(text: str) -> None:
    assert points_at_it(text, WORDS.hubs)
    assert ids(text) == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("without universities", ("rto",)),
        ("ohne die Uni bitte", ("rto",)),
        ("keine Fachhochschule", ("rto",)),
        ("pas de fac", ("rto",)),
        ("niente istituti di ricerca", ("rto",)),
        ("brez fakultet prosim", ("rto",)),
        ("not the chamber of commerce please", ("chamber",)),
        ("nicht die IHK", ("chamber",)),
        ("sans la CCI", ("chamber",)),
        ("senza camera di commercio", ("chamber",)),
        ("brez zbornice", ("chamber",)),
        ("please without the cluster", ("cluster",)),
        ("brez grozdov", ("cluster",)),
        ("keine Testlabore", ("testbed",)),
        ("die Standortagentur bitte nicht", ("public_agency",)),
        ("niente consulenti privati", ("technology_provider",)),
        ("not that one please", ()),
    ],
)
def test_kinds_of_organisation_are_understood_in_five_languages(text: str, kinds: tuple[str, ...]) -> None:
    assert WORDS.kinds.codes(text) == kinds


@pytest.mark.parametrize(
    ("text", "own", "wanted"),
    [
        ("only Italian-speaking hubs please", "en", "it"),
        ("nur deutschsprachige", "de", "de"),
        ("nur italienischsprachige hubs", "de", "it"),
        ("i kann koa italienisch, nur deitsche", "de", "de"),
        ("mein englisch reicht nicht, nur deutschsprachige hubs", "de", "de"),
        ("no slovene please, my staff doesn't understand it, only german hubs", "en", "de"),
        ("on parle pas anglais ici il nous faut du français", "fr", "fr"),
        ("uniquement les germanophones", "fr", "de"),
        ("io il tedesco non lo so, solo italiano", "it", "it"),
        ("non capisco il tedesco", "it", "it"),
        ("nemsko ne znamo, samo slovenski centri", "sl", "sl"),
        ("naš šef je Nemec, rabimo svetovalca za nemško", "sl", "de"),
        ("svetovalec naj zna po slovensko tudi v Italiji", "sl", "sl"),
        ("nur solche die unsere sprache können", "de", "de"),
        ("pas d'anglais svp", "fr", "fr"),
    ],
)
def test_the_language_named_is_wanted_otherwise_the_writers_own(text: str, own: str, wanted: str) -> None:
    assert language_wanted(text, own, WORDS.languages) == wanted
