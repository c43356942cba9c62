"""What the firms of the journeys say: one firm per language, in one sentence and in drops."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Firm:
    """A joinery of twelve with machines that stand still; `interjections` are asked while a question stands open."""

    language: str
    sentence: str
    greeting: str
    need: str
    place: str
    trade: str
    size: str
    interjections: tuple[str, str]
    region: str


FIRMS = (
    Firm(
        language="de",
        sentence="Wir sind eine Tischlerei mit 12 Leuten in Bruneck und die Maschinen stehen dauernd",
        greeting="Guten Tag",
        need="Unsere Maschinen stehen dauernd",
        place="Bruneck",
        trade="Tischlerei",
        size="12 Leute",
        interjections=("Warum wollen Sie das wissen?", "Was passiert mit meinen Daten?"),
        region="ITH1",
    ),
    Firm(
        language="fr",
        sentence="Nous sommes une menuiserie de 12 personnes à Chambéry et les machines sont tout le temps en panne",
        greeting="Bonjour",
        need="Nos machines tombent sans cesse en panne",
        place="Chambéry",
        trade="menuiserie",
        size="12 personnes",
        interjections=("Pourquoi demandez-vous cela ?", "Que faites-vous de mes données ?"),
        region="FRK2",
    ),
    Firm(
        language="it",
        sentence="Siamo una falegnameria con 12 persone a Trento e le macchine sono sempre ferme",
        greeting="Buongiorno",
        need="Le nostre macchine sono sempre ferme",
        place="Trento",
        trade="falegnameria",
        size="siamo in 12",
        interjections=("Perché me lo chiede?", "Che cosa fate con i miei dati?"),
        region="ITH2",
    ),
    Firm(
        language="sl",
        sentence="Smo mizarstvo z 12 zaposlenimi v Kranju in stroji nam kar naprej stojijo",
        greeting="Dober dan",
        need="Stroji nam kar naprej stojijo",
        place="Kranj",
        trade="mizarstvo",
        size="12 ljudi",
        interjections=("Zakaj to sprašujete?", "Kaj se zgodi z mojimi podatki?"),
        region="SI04",
    ),
    Firm(
        language="en",
        sentence="We are a joinery with 12 people in Grenoble and the machines keep breaking down",
        greeting="Hello",
        need="Our machines keep breaking down",
        place="Grenoble",
        trade="joinery",
        size="12 people",
        interjections=("Why do you ask?", "What happens with my data?"),
        region="FRK2",
    ),
)
WOOD_OR_FURNITURE = {"C16", "C31"}
GERMAN = FIRMS[0]
