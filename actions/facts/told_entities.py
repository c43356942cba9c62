"""Which entities of a message are facts of the firm, beside programmes' names and the answer to a question. Pure."""

from collections.abc import Iterator, Sequence

from actions.profile import Entity, Heard, Profile

ABOUT_PROGRAMMES = ("ask_eligibility", "ask_amount", "ask_deadline", "ask_combination", "ask_missing_facts")
_WHERE = ("place", "country", "place_candidates", "place_outside")
_ABOUT_THE_FIRM = (*_WHERE, "sector", "employees", "pain_point")
Span = tuple[int, int]


def of_the_firm(heard: Heard, profile: Profile, named: Sequence[Span]) -> Iterator[Entity]:
    """A place in a programme's name is not the firm's; nor, once known, is one in a question on programmes."""
    elsewhere = heard.act in ABOUT_PROGRAMMES and profile.country
    for one in heard.entities:
        if one["entity"] in _ABOUT_THE_FIRM and (_overlaps(one, named) or (elsewhere and one["entity"] in _WHERE)):
            continue
        yield one


def beside_the_answer(heard: Heard, answer: Span | None, *, only_answer: bool) -> Iterator[Entity]:
    """What a short answer says is the fact in question; of a longer one the rest may tell of the firm."""
    for one in heard.entities:
        if not (_overlaps(one, [answer]) or (only_answer and one["entity"] in _ABOUT_THE_FIRM)):
            yield one


def tells_of_the_firm(heard: Heard) -> bool:
    """Tell if the message says where, how large or what the firm is, or what it needs."""
    people = bool(list(people_told(heard)))
    return people or any(one["entity"] in _ABOUT_THE_FIRM and one["entity"] != "employees" for one in heard.entities)


def people_told(heard: Heard) -> Iterator[Span]:
    """Where "12 people" stands; a bare figure may be anything."""
    for one in heard.entities:
        start, end = one.get("start", 0), one.get("end", 0)
        if one["entity"] == "employees" and not heard.text[start:end].strip().isdigit():
            yield start, end


def blanked(text: str, spans: Sequence[Span]) -> str:
    """Return the text with spaces in place of the spans."""
    for start, end in spans:
        text = f"{text[:start]}{' ' * (end - start)}{text[end:]}"
    return text


def _overlaps(entity: Entity, spans: Sequence[Span | None]) -> bool:
    if entity["entity"] not in _ABOUT_THE_FIRM:
        return False
    return any(span and entity.get("start", 0) < span[1] and span[0] < entity.get("end", 0) for span in spans)
