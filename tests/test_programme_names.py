"""Which programmes a message names: by official or everyday name, misspelt too, never by an everyday word."""

import re
from functools import cache

import pytest
import yaml
from catalogue_examples import CATALOGUE, ROOT

from actions.programmes.calling_words import CallingWords
from actions.programmes.named import ProgrammeNames
from actions.programmes.which_programme import MeantProgrammes, PointingWords, ToldProgrammes, which_programme
from actions.vocabulary import read_vocabulary
from alpine_catalogue.files.lines import read_yaml
from alpine_catalogue.languages import LANGUAGES

FILE = ROOT / "actions" / "programmes" / "also_called.yml"
OFFICIAL = {
    path.stem: (str(body["name"]), str(body["name_in_english"]))
    for path in sorted((CATALOGUE / "programmes").rglob("*.yml"))
    for body in [read_yaml(path)]
}
NAMES = ProgrammeNames(OFFICIAL, CallingWords.of(read_yaml(FILE)))
RESPONSES = ROOT / "data" / "responses" / "programmes.yml"


def named(text: str) -> list[tuple[str, ...]]:
    return [mention.ids for mention in NAMES.mentions(text)]


@pytest.mark.parametrize(
    ("text", "programme"),
    [
        ("kriegen wir den Digitalbonus Plus", "de-by-digitalbonus-plus"),
        ("den digtalbonus standart", "de-by-digitalbonus-standard"),
        ("Transizione 5.0 ci spetta?", "it-transizione-5-0"),
        ("e la sabattini?", "it-sabatini-4-0"),
        ("does P4D pay", "si-p4d"),
        ("avons-nous droit au chèque Innosuisse", "ch-innosuisse-innovationsscheck"),
        ("zakaj ne vavčer za kibernetsko varnost", "si-vavcer-kibernetska-varnost"),
        ("KMU.DIGITAL Umsetzung", "at-kmu-digital-umsetzung"),
        ("kmudigital umsetzungsförderung", "at-kmu-digital-umsetzung"),
        ("wieso nicht Ideen!Reich", "at-stmk-ideen-reich"),
        ("is go-digital still there", "de-go-digital"),
        ("le parcours Sud Industrie", "fr-paca-sud-industrie"),
    ],
)
def test_a_programme_is_found_by_what_firms_call_it(text: str, programme: str) -> None:
    assert named(text) == [(programme,)]


def test_a_name_that_several_have_means_all_of_them() -> None:
    assert named("Bekommen wir den Digitalbonus?") == [("de-by-digitalbonus-plus", "de-by-digitalbonus-standard")]
    assert len(named("KMU.DIGITAL")[0]) == 3
    assert len(named("der Innovationsscheck")[0]) == 4


def test_several_programmes_are_found_in_the_order_of_the_message() -> None:
    assert named("Sabatini e Transizione 4.0 insieme?") == [("it-sabatini-4-0",), ("it-transizione-4-0",)]
    assert named("vavčer za marketing in vavčer za varnost") == [
        ("si-vavcer-digitalni-marketing",),
        ("si-vavcer-kibernetska-varnost",),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "wir suchen eine Beratung zur Digitalisierung",
        "our strategy is to invest in training",
        "il primo turno in officina",
        "digitalnih kompetenc nimamo",
        "le bilan carbone est fait",
        "Bekommen wir das?",
        "",
    ],
)
def test_everyday_words_name_no_programme(text: str) -> None:
    assert named(text) == []


@cache
def told_needs() -> list[str]:
    """What firms of the training data say about themselves."""
    blocks = [
        block
        for path in sorted((ROOT / "data" / "nlu").rglob("*.yml"))
        for block in yaml.safe_load(path.read_text(encoding="utf-8"))["nlu"]
        if block["intent"] in ("inform", "correct", "withdraw", "greet")
    ]
    lines = [line.removeprefix("- ") for block in blocks for line in block["examples"].splitlines()]
    return [re.sub(r"\[([^\]]+)\]\{[^}]+\}", r"\1", line) for line in lines]


def test_firms_that_tell_of_themselves_hardly_ever_seem_to_name_a_programme() -> None:
    assert sum(1 for text in told_needs() if named(text)) < 0.002 * len(told_needs())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_that_asks_back_is_understood(language: str) -> None:
    said = yaml.safe_load(RESPONSES.read_text(encoding="utf-8"))["responses"]["utter_button_eligibility"]
    question = said[LANGUAGES.index(language)]["text"]
    wrong = {id: found for id in OFFICIAL if (found := named(question.format(name=NAMES.short(id)))) != [(id,)]}
    assert wrong == {}
    assert all(len(question.format(name=NAMES.short(id)).encode()) <= 64 for id in OFFICIAL), "too long for Telegram"


def test_names_fit_on_buttons_and_belong_to_programmes_that_exist() -> None:
    calling = read_yaml(FILE)["names"]
    assert set(calling) <= set(OFFICIAL)
    assert max(len(NAMES.short(id)) for id in OFFICIAL) <= 40


def test_a_programme_that_nobody_has_listed_is_known_by_its_official_name() -> None:
    names = ProgrammeNames({"it-new": ("Bando Valtellina Digitale", "Valtellina call")}, NAMES._words)
    assert [mention.ids for mention in names.mentions("il bando Valtelina?")] == [("it-new",)]
    assert names.short("it-new") == "Bando Valtellina Digitale"


# -- which one is meant --------------------------------------------------------------------------------------------

VOCABULARY = read_vocabulary()
POINTING = PointingWords(VOCABULARY.hubs, VOCABULARY.programmes.all)
TOLD = ToldProgrammes(("de-by-digitalbonus-plus", "eu-een", "de-bafa-beratung"), at_home=("at-ffg-innovationsscheck",))


def meant(text: str, told: ToldProgrammes = TOLD) -> MeantProgrammes:
    return which_programme(text, NAMES.mentions(text), told, POINTING)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("das zweite", ("eu-een",)),
        ("the first two", ("de-by-digitalbonus-plus", "eu-een")),
        ("il primo e il terzo", ("de-by-digitalbonus-plus", "de-bafa-beratung")),
        ("kaj pa zadnji", ("de-bafa-beratung",)),
        ("les deux", ("de-by-digitalbonus-plus", "eu-een")),
        ("was geht zusammen", ()),
    ],
)
def test_numbers_mean_the_programmes_told(text: str, ids: tuple[str, ...]) -> None:
    assert meant(text).ids == ids


def test_of_several_with_one_name_the_told_one_is_meant_else_the_one_at_home() -> None:
    assert meant("der Digitalbonus").ids == ("de-by-digitalbonus-plus",)
    assert meant("der Innovationsscheck").ids == ("at-ffg-innovationsscheck",)
    assert len(meant("der Innovationsgutschein").unclear) == 2


def test_a_number_for_which_there_is_none_is_said() -> None:
    assert meant("Nummer 9").beyond == 9
    assert meant("Nummer 9", ToldProgrammes()).beyond is None


def test_it_is_the_one_talked_about_last_unless_all_are_meant() -> None:
    last = ToldProgrammes(TOLD.ids, last="eu-een")
    assert meant("und bis wann?", last) == MeantProgrammes(("eu-een",), it=True)
    assert meant("und bis wann bei allen?", last) == MeantProgrammes()
    assert meant("bis wann muss man eigentlich einreichen, damit es noch reicht", last) == MeantProgrammes()
    assert meant("und bis wann?") == MeantProgrammes()


def test_where_only_one_was_talked_about_and_none_told_it_is_meant() -> None:
    alone = ToldProgrammes(last="eu-een")
    assert meant("was brauchen Sie denn noch von uns, um sicher zu sein", alone).ids == ("eu-een",)
