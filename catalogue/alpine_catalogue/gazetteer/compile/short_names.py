"""How people shorten the full names of towns: Freiburg, Kempten, Bourgoin, Castelfranco."""

import re
from collections.abc import Iterable

HALVED = 5000
"""Inhabitants from which on the first half of a double name is enough."""
_LINKS = (
    "im in an am bei ob unter vor vorm auf a. i. b. pri na v nad pod sur sous en lès les le la aux près de du des di "
    "del della sul sulla al a alla d' l' dell' sull' all'"
)
_TAIL = re.compile(rf"^(?P<short>.{{3,}}?)[ -](?:{'|'.join(map(re.escape, _LINKS.split()))})[ -].+$")
_BRACKET = re.compile(r"^(?P<short>[^(]{3,}) \(.+\)$")
_QUALIFIERS = (
    "Veneto Monferrato Torinese Milanese Monzese Lombardo Bergamasco Bresciano Brianza Ligure Trentino Canavese "
    "Vicentino Padovano Trevigiano Veronese Polesine Cremasco Lodigiano Comasco Lario Friulano Emilia Terme Piemonte "
    "Biellese Novarese Vercellese Alba Marittimo"
)
_PART = r"[A-ZÀ-Þ][\w'’]+"
_HALF = re.compile(rf"^(?P<short>[A-ZÀ-Þ]\w{{4,}})(?:-{_PART}(?:-{_PART})?| (?:{'|'.join(_QUALIFIERS.split())}))$")
_NO_HALF = frozenset(
    "saint sainte château châtillon notre grand petite haute belle villers landkreis kleinbasel".split()  # noqa: SIM905
)


def short_forms(names: Iterable[str]) -> list[str]:
    """`Freiburg` of `Freiburg im Breisgau`, `Kempten` of `Kempten (Allgäu)`."""
    matches = (_TAIL.match(name) or _BRACKET.match(name) for name in names)
    return [match["short"] for match in matches if match]


def first_halves(names: Iterable[str], population: int) -> list[str]:
    """`Bourgoin` of `Bourgoin-Jallieu`, `Castelfranco` of `Castelfranco Veneto`, for towns that are large enough."""
    matches = (_HALF.match(name) for name in names if population >= HALVED)
    return [match["short"] for match in matches if match and match["short"].lower() not in _NO_HALF]
