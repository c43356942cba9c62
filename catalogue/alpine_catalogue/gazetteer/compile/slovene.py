"""Slovene place names change with the preposition: v Kranju, iz Maribora, v Novi Gorici, na Jesenicah."""

from itertools import chain

_TAIL = frozenset(["na", "ob", "pri", "v", "pod", "nad", "za"])
_VOWELS = "aeiou"


def inflected(name: str) -> frozenset[str]:
    """The likely genitive, dative, accusative, locative and instrumental forms of a name, without the name itself.

    Not every form exists, which does no harm: nobody writes those that do not.
    """
    words = name.split()
    head = next((at for at, word in enumerate(words) if word.lower() in _TAIL), len(words))
    if not head:
        return frozenset()
    rest = words[head:]
    noun, adjectives = words[head - 1], words[: head - 1]
    forms = {" ".join([*(_adjective(word, case) for word in adjectives), form, *rest]) for form, case in _noun(noun)}
    return frozenset(forms - {name})


def _noun(word: str) -> list[tuple[str, str]]:  # noqa: PLR0911 - one for each declension
    """Forms of a noun (or of an adjective used as one: Krško), each with its case and gender."""
    stem, last = word[:-1], word[-1].lower()
    if word.endswith(("ško", "sko")):
        return [(stem + "em", "ln"), (stem + "ega", "gn"), (stem + "emu", "dn"), (stem + "im", "in")]
    if word.endswith(("ška", "ska")):
        adjective = [(stem + "i", "lf"), (stem + "e", "gf"), (stem + "o", "af")]
        return [*adjective, (stem + "em", "ln"), (stem + "ega", "gn")]
    if last == "a":
        return [(stem + "i", "lf"), (stem + "e", "gf"), (stem + "o", "af")]
    if last == "e":
        singular = [(stem + "u", "ln"), (stem + "a", "gn"), (stem + "em", "in")]
        plural = [(stem + "ah", "lp"), (stem, "gp"), (_with_fleeting_e(stem), "gp"), (stem + "ami", "ip")]
        return [*singular, *plural, (stem + "am", "dp"), (stem + "ega", "gn")]  # Trebnje: iz Trebnjega
    if last == "i":
        return [(stem + "ih", "lp"), (stem + "ov", "gp"), (stem + "eh", "lp"), (stem + "e", "ap")]
    if last == "o":
        return [(stem + "u", "ln"), (stem + "a", "gn"), (stem + "om", "in"), (stem + "em", "ln"), (stem + "ega", "gn")]
    return list(chain.from_iterable(_masculine(base) for base in {word, _without_fleeting_e(word)}))


def _masculine(base: str) -> list[tuple[str, str]]:
    soft = base.endswith(("c", "č", "j", "š", "ž"))
    extra = [(base + "ja", "gm"), (base + "ju", "lm")] if base.endswith("r") else []
    return [(base + "u", "lm"), (base + "a", "gm"), (base + ("em" if soft else "om"), "im"), *extra]


def _with_fleeting_e(stem: str) -> str:
    """The genitive of Ravne and Trbovlje: Raven, Trbovelj."""
    tail = 2 if stem.endswith(("lj", "nj")) else 1
    before, end = stem[:-tail], stem[-tail:]
    return stem if not before or before[-1].lower() in _VOWELS else f"{before}e{end}"


def _without_fleeting_e(word: str) -> str:
    """Gradec -> Gradc(u), Koper -> Kopr(u), Videm -> Vidm(u), Črnomelj -> Črnomlj(u)."""
    if len(word) > 3 and word.endswith("elj"):  # noqa: PLR2004
        return word[:-3] + "lj"
    if len(word) > 3 and word[-2].lower() == "e" and word[-1] not in _VOWELS:  # noqa: PLR2004
        return word[:-2] + word[-1]
    return word


_ADJECTIVE = {
    "lf": "i",
    "gf": "e",
    "af": "o",
    "ln": "em",
    "gn": "ega",
    "dn": "emu",
    "in": "im",
    "lm": "em",
    "gm": "ega",
    "im": "im",
    "lp": "ih",
    "gp": "ih",
    "ip": "imi",
    "dp": "im",
    "ap": "e",
}


def _adjective(word: str, case: str) -> str:
    """Nova -> Novi, Novo -> Novem: the ending of the case; a word that takes no ending stays."""
    if word[-1].lower() in "aeoi":
        return word[:-1] + _ADJECTIVE[case]
    return word
