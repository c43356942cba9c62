"""What the firms of the programme journeys say: one firm per language, from its worry to what goes together."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asking:
    """A firm with a worry, a programme that it asks about by name, and its questions in the order of the dialogue."""

    language: str
    worry: str
    sentence: str
    """The worry with all else that is known of the firm."""
    programme: str
    """The id of the programme that it asks about."""
    why_not: str
    missing: str
    figure: str
    """The answer to a question about a sum."""
    yes: str
    together: str
    enough: str


FIRMS_ASKING = (
    Asking(
        language="de",
        worry="Uns fehlt das Geld für die Digitalisierung",
        sentence="Wir sind eine Tischlerei mit 12 Leuten in Augsburg und uns fehlt das Geld für die Digitalisierung",
        programme="de-by-digitalbonus-standard",
        why_not="Warum bekommen wir den Digitalbonus Standard nicht?",
        missing="Was müssen Sie noch wissen?",
        figure="1,5 Mio",
        yes="Ja",
        together="Welche Förderungen kann man kombinieren?",
        enough="Genug gefragt",
    ),
    Asking(
        language="fr",
        worry="Nous n'avons pas d'argent pour le numérique",
        sentence="Nous sommes une menuiserie de 12 personnes à Chambéry et nous n'avons pas d'argent pour le numérique",
        programme="fr-bpi-diag-data-ia",
        why_not="Pourquoi n'avons-nous pas droit au Diag Data IA ?",
        missing="Que devez-vous encore savoir ?",
        figure="1,5 million d'euros",
        yes="Oui",
        together="Peut-on cumuler ces aides ?",
        enough="Assez de questions",
    ),
    Asking(
        language="it",
        worry="Non abbiamo soldi per la digitalizzazione",
        sentence="Siamo una falegnameria con 12 persone a Trento e non abbiamo soldi per la digitalizzazione",
        programme="it-sabatini-4-0",
        why_not="Perché non abbiamo diritto alla Nuova Sabatini?",
        missing="Che cosa Le serve ancora sapere?",
        figure="1,5 milioni di euro",
        yes="Sì",
        together="Quali contributi sono cumulabili?",
        enough="Basta domande",
    ),
    Asking(
        language="sl",
        worry="Nimamo denarja za digitalizacijo",
        sentence="Smo mizarstvo z 12 zaposlenimi v Kranju in nimamo denarja za digitalizacijo",
        programme="si-p4d",
        why_not="Zakaj nam P4D ne pripada?",
        missing="Kaj morate še vedeti?",
        figure="1,5 milijona evrov",
        yes="Da",
        together="Katere spodbude se lahko kombinirajo?",
        enough="Dovolj vprašanj",
    ),
    Asking(
        language="en",
        worry="We have no money for going digital",
        sentence="We are a joinery with 12 people in Innsbruck and have no money for going digital",
        programme="at-kmu-digital-umsetzung",
        why_not="Why do we not get KMU.DIGITAL Umsetzung?",
        missing="What do you still need to know?",
        figure="1.5 million",
        yes="Yes",
        together="Which of these grants can be combined?",
        enough="Enough questions",
    ),
)
MOST_QUESTIONS = 12
"""More than any firm is asked before its programmes are settled."""
