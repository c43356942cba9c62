"""Rules in sentences: every condition of every programme, in five languages, complete, short, and in its own words."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any

import pytest
from catalogue_examples import CATALOGUE

from alpine_catalogue.eligibility.fact_kinds import load_fact_kinds
from alpine_catalogue.eligibility.law import load_law
from alpine_catalogue.eligibility.wording.names import Names
from alpine_catalogue.eligibility.wording.naming import load_taxonomy, names_in
from alpine_catalogue.eligibility.wording.phrasing import load_phrases
from alpine_catalogue.eligibility.wording.sentences import Sentences
from alpine_catalogue.files.folder import Record, read_folder
from alpine_catalogue.files.rule_places import MODIFIERS, conditions_of, modules_of
from alpine_catalogue.languages import LANGUAGES

PHRASES = load_phrases(CATALOGUE)
KINDS = load_fact_kinds(CATALOGUE)
LAW = load_law(CATALOGUE)
TAXONOMY = load_taxonomy(CATALOGUE)
OTHERS = [language for language in LANGUAGES if language != "en"]
PLACEHOLDER = re.compile(r"\{\w+\}")
BARE_CODE = re.compile(
    r"(?<![\w(])(?!CHF\b)(?:(?:AT|CH|DE|FR|IT|LI|SI)[0-9A-Z]{1,3}|[A-V][0-9]{2}(?:\.[0-9]+)?)(?![\w)])"
)
ENGLISH = re.compile(
    r"\b(?:the|of|at least|at most|less than|more than|fewer|please|office|unclear|others|grants?|earlier|since|until|"
    r"firms?|people|used in|seat|branch|these trades|so far|and|or)\b"
)
LONGEST_PART, LONGEST = 36, 75
"""Words in one part of a sentence (parts are told apart by semicolons), and in all parts together."""


def of_kind(kind: str) -> dict[str, Record]:
    return {record.id: record for record in everything() if record.kind == kind}


@cache
def everything() -> tuple[Record, ...]:
    return tuple(read_folder(CATALOGUE))


@cache
def names(language: str) -> Names:
    """What the records on file are called; the store gives the same mappings."""
    sectors = {code: record.body["names"] for code, record in of_kind("sector").items()}
    programmes = {id: record.body["name"] for id, record in of_kind("programme").items()}
    regions = {code: record.body for code, record in of_kind("region").items()}
    return names_in(language, KINDS, TAXONOMY, regions, sectors, programmes)


def said(language: str, told: dict[str, Any], currency: str = "EUR") -> str:
    """The sentence for a test; with plain spaces, as people type them."""
    sentence = Sentences(PHRASES, names(language), LAW).condition(told, currency)
    return re.sub("[\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}]", " ", sentence)


def every_rule() -> Iterator[tuple[str, dict[str, Any], str]]:
    """Each condition, and for whom a module or bonus is: the programme, the test, the currency."""
    for id, record in of_kind("programme").items():
        tests = [{k: v for k, v in one.items() if k not in MODIFIERS} for _, one in conditions_of(record.body)]
        for _, module in modules_of(record.body):
            tests += [module["when"]] if "when" in module else []
            tests += [bonus["when"] for bonus in module.get("bonuses", ())]
        yield from ((id, test, record.body["currency"]) for test in tests)


# -- all of it ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_condition_of_every_programme_is_a_complete_sentence(language: str) -> None:
    rules = list(every_rule())
    assert len(rules) > 500
    own_names = sorted({name for _, name in names(language).programmes.items()}, key=len, reverse=True)
    for id, rule, currency in rules:
        sentence = said(language, rule, currency)
        bare = sentence
        for name in own_names:
            bare = bare.replace(name, "")
        assert len(sentence) > 3, (id, rule)
        assert "{" not in sentence and "None" not in sentence, (id, sentence)
        assert not BARE_CODE.search(bare), (id, sentence)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_is_too_long_to_be_read(language: str) -> None:
    for id, rule, currency in every_rule():
        sentence = said(language, rule, currency)
        parts = [len(part.split()) for part in re.split(r" ?; ", sentence)]
        assert max(parts) <= LONGEST_PART, (id, sentence)
        assert sum(parts) <= LONGEST, (id, sentence)


def test_most_sentences_are_short() -> None:
    lengths = sorted(
        len(said(language, rule, currency).split()) for language in LANGUAGES for _, rule, currency in every_rule()
    )
    assert lengths[int(len(lengths) * 0.9)] <= 30


@pytest.mark.parametrize("language", OTHERS)
def test_no_english_stands_in_a_sentence_of_another_language(language: str) -> None:
    for id, rule, currency in every_rule():
        sentence = said(language, rule, currency)
        for name in names(language).programmes.values():
            sentence = sentence.replace(name, "")
        assert not ENGLISH.search(sentence), (id, sentence)


@pytest.mark.parametrize("key", PHRASES)
def test_every_phrase_exists_in_five_languages_with_the_same_placeholders(key: str) -> None:
    phrase = PHRASES[key]
    assert set(phrase) == set(LANGUAGES)
    assert all(phrase[language].strip() for language in LANGUAGES)
    wanted = set(PLACEHOLDER.findall(phrase["en"]))
    assert {language: set(PLACEHOLDER.findall(phrase[language])) for language in LANGUAGES} == dict.fromkeys(
        LANGUAGES, wanted
    )
    longer = len(re.sub(r"\{\w+\}|\W", "", phrase["en"])) > 12
    assert not longer or len(set(phrase.values())) == len(LANGUAGES), "copied from another language"


@pytest.mark.parametrize("name", KINDS.by_name)
def test_every_fact_has_names_a_question_and_sentences_in_five_languages(name: str) -> None:
    kind = KINDS[name]
    for words in (kind.names, kind.question, *kind.choice_names.values(), *kind.sentences.values()):
        assert set(words) == set(LANGUAGES), words
        assert all(words[language].strip() for language in LANGUAGES)
    assert len(set(kind.question.values())) == len(LANGUAGES), "copied from another language"
    assert all(question.endswith(("?", ".")) for question in kind.question.values())
    if kind.form == "flag":
        assert set(kind.sentences) >= {"is_true", "is_false"}


def test_every_area_and_trade_that_a_rule_may_name_has_a_name_in_five_languages() -> None:
    regions = of_kind("region")
    codes = {part["code"] for record in regions.values() for part in record.body["nuts3"]} | set(regions)
    wider = {code[:length] for code in codes for length in range(2, len(code))}
    for language in LANGUAGES:
        found = names(language)
        assert [code for code in codes | wider if set(found.areas[code]) != set(LANGUAGES)] == []
        assert [c for c in {sector[0] for sector in of_kind("sector")} if set(found.sectors[c]) != set(LANGUAGES)] == []
    assert all(set(words) == set(LANGUAGES) for words in (*TAXONOMY.areas.values(), *TAXONOMY.sections.values()))
    assert not set(TAXONOMY.areas) & codes, "named twice"


def test_why_programmes_go_together_or_not_has_words() -> None:
    reasons = ("same_cost", "same_firm", "eligible_elsewhere", "excluded", "fiscal_only", "not_told", "allowed")
    limits = ("cost", "de_minimis", "shared_cap")
    for language in LANGUAGES:
        words = Sentences(PHRASES, names(language), LAW)
        told = [words.phrase(f"together_{one}") for one in reasons] + [words.phrase(f"limit_{one}") for one in limits]
        assert len(set(told)) == len(told)
        assert all(sentence.endswith(".") and len(sentence.split()) <= 20 for sentence in told)


# -- sentences as they are read -----------------------------------------------------------------------------------

SME = {"size": {"at_most": "medium", "counted": "eu"}}
BAVARIA = {"site": ["DE2"]}
OFTEN = {"awards": {"of": ["this"], "fewer_than": 4, "within": {"months": 24}, "by": "decided"}}
NEVER_BEFORE = {"awards": {"of": ["this"], "fewer_than": 1}}
ONCE_A_YEAR = {"awards": {"of": ["de-by-digitalbonus-plus"], "fewer_than": 2, "within": {"calendar_year": True}}}
LAWYERS = {"any": [{"trade": {"except": ["N69", "N71"]}}, {"liberal_profession": {"is": False}}]}
OLD = {"founded": {"over": {"years": 3}}}
COST = {"cost": {"at_least": 4000}}
APART = {"apart": {"of": ["this"], "years": 2, "by": "submitted", "reading": "unclear"}}
OWNERS = {"owners": {"kind": "public", "together": {"below": 0.25}}}
ADVICE = {"any": [{"cost_share": {"of": ["advice", "training"], "at_most": 0.3}}, {"unclear": "what happens above"}]}
IN_2025 = {"expense_day": {"not_before": "2025-01-01", "not_after": "2025-12-31"}}
LOAN = {"loan": {"above": {"share": 0.03, "of": "turnover"}}}
FORM = {"legal_form": {"none_of": ["association", "public_body"]}}
ORDERED = {"defined": "nothing_ordered_yet"}

READ: dict[str, list[tuple[dict[str, Any], str]]] = {
    "en": [
        (BAVARIA, "seat or branch in: Bavaria"),
        (
            SME,
            "small or medium-sized firm: fewer than 250 people, and at most EUR 50,000,000 turnover or "
            "EUR 43,000,000 balance sheet total (related firms count too)",
        ),
        (OFTEN, "at most 3 earlier grants from this programme in the last 24 months"),
        (NEVER_BEFORE, "no earlier grant from this programme so far"),
        (ONCE_A_YEAR, "at most one earlier grant from Digitalbonus Bayern Plus in this calendar year"),
        (
            LAWYERS,
            "for these trades (Legal, tax and accounting (N69) or Architects, engineers, testing (N71)): "
            "no liberal profession",
        ),
        (OLD, "founded more than 3 years ago"),
        (COST, "a project that costs at least EUR 4,000"),
        (APART, "at least 2 years since the last application to this programme (how years are counted is not said)"),
        (OWNERS, "share of public bodies, all together: less than 25%"),
        (ADVICE, "share of the cost (advice and training): at most 30%; otherwise unclear, please ask the office"),
        (IN_2025, "day of the expense: from Jan 1, 2025 to Dec 31, 2025"),
        (LOAN, "loan: more than 3% (of: yearly turnover)"),
        (FORM, "legal form: not association or public body"),
        (ORDERED, "nothing ordered or signed before the application"),
    ],
    "de": [
        (BAVARIA, "Sitz oder Niederlassung in: Bayern"),
        (
            SME,
            "kleiner oder mittlerer Betrieb: weniger als 250 Beschäftigte, und höchstens 50.000.000 EUR Umsatz oder "
            "43.000.000 EUR Bilanzsumme (verbundene Betriebe zählen mit)",
        ),
        (OFTEN, "höchstens 3 frühere Förderungen aus diesem Programm in den letzten 24 Monaten"),
        (NEVER_BEFORE, "keine frühere Förderung aus diesem Programm bisher"),
        (ONCE_A_YEAR, "höchstens eine frühere Förderung aus Digitalbonus Bayern Plus in diesem Kalenderjahr"),
        (
            LAWYERS,
            "für diese Branchen (Recht, Steuern, Buchhaltung (N69) oder Architektur und Ingenieure (N71)): "
            "kein freier Beruf",
        ),
        (OLD, "Gründung liegt mehr als 3 Jahre zurück"),
        (COST, "Kosten von mindestens 4.000 EUR"),
        (APART, "mindestens 2 Jahre seit dem letzten Antrag bei diesem Programm (wie Jahre zählen, ist offen)"),
        (OWNERS, "Anteil am Betrieb (öffentliche Stellen, alle zusammen): weniger als 25 %"),
        (ADVICE, "Anteil an den Kosten (Beratung und Schulung): höchstens 30 %; sonst offen, bitte die Stelle fragen"),
        (IN_2025, "Tag der Ausgabe: vom 01.01.2025 bis zum 31.12.2025"),
        (LOAN, "Kredit: mehr als 3 % (Basis: Jahresumsatz)"),
        (FORM, "Rechtsform: nicht Verein oder öffentliche Einrichtung"),
        (ORDERED, "vor dem Antrag nichts bestellt oder unterschrieben"),
    ],
    "fr": [
        (BAVARIA, "siège ou établissement dans : Bavière"),
        (
            SME,
            "petite ou moyenne entreprise : moins de 250 personnes, et au plus 50 000 000 EUR de chiffre d'affaires ou "
            "43 000 000 EUR de bilan (entreprises liées comprises)",
        ),
        (OFTEN, "au plus 3 aides antérieures au titre de ce programme au cours des 24 derniers mois"),
        (NEVER_BEFORE, "pas d'aide antérieure au titre de ce programme à ce jour"),
        (
            ONCE_A_YEAR,
            "au plus une aide antérieure au titre de Digitalbonus Bayern Plus au cours de cette année civile",
        ),
        (
            LAWYERS,
            "pour ces métiers (Droit et comptabilité (N69) ou Architecture, ingénierie et contrôle (N71)) : "
            "pas de profession libérale",
        ),
        (OLD, "créée il y a plus de 3 ans"),
        (COST, "un coût d'au moins 4 000 EUR"),
        (
            APART,
            "au moins 2 ans depuis la dernière demande au titre de ce programme (décompte des années non précisé)",
        ),
        (OWNERS, "part de l'entreprise (organismes publics, au total) : moins de 25 %"),
        (ADVICE, "part du coût (conseil et formation) : au plus 30 % ; sinon, à demander à l'organisme"),
        (IN_2025, "jour de la dépense : du 1 janv. 2025 au 31 déc. 2025"),
        (LOAN, "prêt : plus de 3 % (base : chiffre d'affaires annuel)"),
        (FORM, "forme juridique : sauf association ou organisme public"),
        (ORDERED, "rien de commandé ni de signé avant la demande"),
    ],
    "it": [
        (BAVARIA, "sede legale o operativa in: Baviera"),
        (
            SME,
            "piccola o media impresa: meno di 250 addetti, e al massimo 50.000.000 EUR di fatturato o "
            "43.000.000 EUR di bilancio (imprese collegate incluse)",
        ),
        (OFTEN, "al massimo 3 contributi precedenti da questo programma negli ultimi 24 mesi"),
        (NEVER_BEFORE, "nessun contributo precedente da questo programma finora"),
        (ONCE_A_YEAR, "al massimo un contributo precedente da Digitalbonus Bayern Plus in quest'anno solare"),
        (
            LAWYERS,
            "per questi settori (Studi legali e contabili (N69) o Architettura, ingegneria e analisi (N71)): "
            "nessuna libera professione",
        ),
        (OLD, "costituita da più di 3 anni"),
        (COST, "un costo di almeno 4.000 EUR"),
        (APART, "almeno 2 anni dall'ultima domanda a questo programma (non è detto come si contano gli anni)"),
        (OWNERS, "quota dell'impresa (enti pubblici, in totale): meno di 25%"),
        (ADVICE, "quota del costo (consulenza e corsi di formazione): al massimo 30%; altrimenti da chiedere all'ente"),
        (IN_2025, "giorno della spesa: da 1 gen 2025 a 31 dic 2025"),
        (LOAN, "prestito: più di 3% (base: fatturato annuo)"),
        (FORM, "forma giuridica: non associazione o ente pubblico"),
        (ORDERED, "nulla di ordinato o firmato prima della domanda"),
    ],
    "sl": [
        (BAVARIA, "sedež ali podružnica: Bavarska"),
        (
            SME,
            "malo ali srednje podjetje: manj kot 250 zaposlenih, in največ 50.000.000 EUR prometa ali "
            "43.000.000 EUR bilančne vsote (povezana podjetja štejejo)",
        ),
        (OFTEN, "prejšnje podpore (ta program) v zadnjih 24 mesecih: največ 3"),
        (NEVER_BEFORE, "brez prejšnje podpore (ta program) doslej"),
        (ONCE_A_YEAR, "največ ena prejšnja podpora (Digitalbonus Bayern Plus) v tem koledarskem letu"),
        (
            LAWYERS,
            "za te dejavnosti (Pravo in računovodstvo (N69) ali Arhitektura in inženiring (N71)): ne svobodni poklic",
        ),
        (OLD, "od ustanovitve več kot 3 leta"),
        (COST, "stroški projekta najmanj 4.000 EUR"),
        (APART, "od zadnje vloge (ta program) vsaj 2 leti (štetje let ni navedeno)"),
        (OWNERS, "delež v podjetju (javni organi, skupaj): manj kot 25 %"),
        (ADVICE, "delež stroškov (svetovanje in usposabljanje): največ 30 %; sicer vprašajte pristojni organ"),
        (IN_2025, "dan izdatka: od 1. jan. 2025 do 31. dec. 2025"),
        (LOAN, "posojilo: več kot 3 % (osnova: letni promet)"),
        (FORM, "pravna oblika: ne društvo ali javni organ"),
        (ORDERED, "pred vlogo nič naročenega ali podpisanega"),
    ],
}


@pytest.mark.parametrize(("language", "told", "sentence"), [(lang, *pair) for lang in READ for pair in READ[lang]])
def test_a_condition_reads_as_people_would_write_it(language: str, told: dict[str, Any], sentence: str) -> None:
    assert said(language, told) == sentence


# -- the ways of the language -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"any": [{"site": ["AT33"]}, {"seat": ["CH"]}]}, "seat or branch in: Tyrol; or seat in: Switzerland"),
        (
            {"any": [{"all": [{"startup": {"is": True}}, {"insolvent": {"is": False}}]}, {"site": ["LI"]}]},
            "(a start-up; and not insolvent); or seat or branch in: Liechtenstein",
        ),
        ({"any": [{"site": ["LI"]}]}, "seat or branch in: Liechtenstein"),
        ({"unclear": "what is meant"}, "a point that the programme's text leaves open: please ask the office"),
        (
            {"all": [{"site": ["LI"]}, {"unclear": "x"}]},
            "seat or branch in: Liechtenstein; even then unclear, please ask the office",
        ),
        (
            {"any": [{"legal_form": {"none_of": ["cooperative"]}}, {"closed_accounts": {"at_least": 2}}]},
            "for cooperative (legal form): closed fiscal years: at least 2",
        ),
        (
            {"any": [{"tax_debt": {"is": False}}, {"sound_finances": {"is": True}}]},
            "if this applies (owing taxes): sound finances",
        ),
        ({"trade": {"doubtful": ["A"]}}, "any trade, but unclear for: Agriculture, forestry and fishing (A)"),
        (
            {"trade": {"only": ["C25"], "doubtful": ["G47.73"]}},
            "only these trades: Metal products (C25); unclear for: Pharmacies (G47.73)",
        ),
        ({"site": ["DE11", "DE12", "DE13", "DE14", "DE21"]}, "others"),
        ({"employees": {"at_least": 3, "at_most": 499}}, "number of people: from 3 to 499"),
        ({"first_order": {"not_before": "application"}}, "first binding order: the day of the application or later"),
        ({"delivery_day": {"before": "2026-03-01"}}, "day of delivery: before Mar 1, 2026"),
        ({"delivery_day": {"over": {"months": 1}}}, "day of delivery: more than 1 month ago"),
        ({"private_customer_share": {"above": 0.5}}, "share of turnover with private customers: more than 50%"),
        (
            {"de_minimis": {"at_most": 180000}},
            "at most EUR 180,000 of small public aid (de minimis), this one included",
        ),
        ({"awards": {"of": [], "fewer_than": 1, "within": {"years": 1}}}, "any programme in the last 12 months"),
        (
            {"awards": {"of": ["this"], "sum_below": 1000, "within": {"since": "2024-07-01"}}},
            "programme since Jul 1, 2024",
        ),
        (
            {"awards": {"of": ["this"], "sum_below": 9, "with_new": True, "within": {"years": 5}}},
            "in the last 5 years, the new one included",
        ),
        (
            {"awards": {"of": ["this"], "fewer_than": 1, "within": {"since": "2024-07-01", "until": "2027-12-31"}}},
            "no earlier grant from this programme between Jul 1, 2024 and Dec 31, 2027",
        ),
        ({"liberal_profession": {"is": False, "asked_in": ["N69"]}}, "no liberal profession"),
        (
            {"awards": {"of": ["this"], "fewer_than": 3, "status": "open"}},
            "at most 2 other open grants from this programme",
        ),
        (
            {"awards": {"of": ["this"], "fewer_than": 1, "status": "refused", "within": {"years": 3}}},
            "in the last 3 years",
        ),
        (
            {"apart": {"of": ["this"], "years": 1, "by": "decided", "reading": "rolling"}},
            "at least 1 year since the last g",
        ),
        (
            {"apart": {"of": ["this"], "years": 1, "by": "submitted", "reading": "calendar", "status": "granted"}},
            "granted (by",
        ),
        (
            {"apart": {"of": ["this"], "years": 1, "by": "decided", "reading": "calendar", "status": "refused"}},
            "refused (by",
        ),
        ({"smallest_grant": True}, "a project large enough for the smallest grant that is paid"),
        (
            {"owners": {"kind": "large_firm", "each": {"at_most": 0.25}}},
            "share of large firms, each alone: at most 25%",
        ),
        (
            {"size": {"turnover": {"below": 1e7}, "balance": {"below": 1e7}, "money": "all", "counted": "group"}},
            "and a balance",
        ),
        ({"defined": "not_in_difficulty"}, "not a firm in difficulty"),
    ],
)
def test_each_word_of_the_rule_language_has_its_sentence(told: dict[str, Any], sentence: str) -> None:
    assert sentence in said("en", told)


def test_a_test_of_the_law_without_a_phrase_of_its_own_is_told_by_its_parts() -> None:
    phrases = {key: words for key, words in PHRASES.items() if key != "nothing_ordered_yet"}
    words = Sentences(phrases, names("en"), LAW)
    assert words.condition({"defined": "nothing_ordered_yet"}, "EUR").startswith("first binding order: the day of")


def test_slovene_has_its_four_numbers() -> None:
    spans = [said("sl", {"founded": {"over": {"years": number}}}).split("več kot ")[1] for number in (1, 2, 3, 5)]
    assert spans == ["1 leto", "2 leti", "3 leta", "5 let"]


@pytest.mark.parametrize(("code", "language", "name"), [("ITC41", "en", "Varese"), ("FRK28", "sl", "Haute-Savoie")])
def test_a_province_without_a_name_in_the_language_keeps_its_own(code: str, language: str, name: str) -> None:
    assert names(language).area(code) == name


def test_figures_have_the_form_of_their_fact() -> None:
    found = names("de")
    assert found.figure("private_customer_share", 0.125, "EUR") == "12,5\N{NO-BREAK SPACE}%"
    assert found.figure("employees", 1234, "EUR") == "1.234"
    assert found.money(1666.67, "CHF") == "1.666,67\N{NO-BREAK SPACE}CHF"
    assert found.day(date(2026, 11, 22)) == "22.11.2026"
    assert found.area("XX") == "XX"
    assert found.sector("X99") == "X99"
    assert found.programme("none") == "none"
