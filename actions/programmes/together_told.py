"""Says which programmes go together and why not, and the best combination with what limits its sum."""

from collections.abc import Iterator, Mapping, Sequence

from actions.programmes.amount_told import span_told
from actions.programmes.voice import Voice
from alpine_catalogue.eligibility.answer import Verdict
from alpine_catalogue.eligibility.outcome import Outcome
from alpine_catalogue.eligibility.support import Amount
from alpine_catalogue.eligibility.together import Combination, Pair, together

_PAIR = 2
_IN_REACH = (Verdict.ELIGIBLE, Verdict.NOT_YET, Verdict.UNKNOWN)


def together_told(voice: Voice, outcomes: Sequence[Outcome], told: Sequence[str] = ()) -> str:
    """Return the whole answer; pairs of which the same is to be said stand in one line.

    More than two programmes are listed once, under the numbers by which they were `told`, and paired by number.
    """
    return "\n".join(_lines(voice, outcomes, told))


def _lines(voice: Voice, outcomes: Sequence[Outcome], told: Sequence[str]) -> Iterator[str]:
    found, in_reach = together(outcomes), [one for one in outcomes if one.verdict in _IN_REACH]
    names = {one.programme.id: one.programme.name for one in outcomes}
    numbers = {id: str(told.index(id) + 1) for id in names if id in told and len(names) > _PAIR}
    yield voice.say("together_intro")
    yield from (f"{number}. {names[id]}" for id, number in numbers.items())
    labels = {**names, **numbers}
    for because in dict.fromkeys(pair.because for pair in found.pairs):
        pairs = "; ".join(_pair(labels, pair) for pair in found.pairs if pair.because == because)
        yield f"- {voice.say('programme_line', name=pairs, text=voice.sentences.phrase(f'together_{because}'))}"
    if best := together(in_reach).best:
        yield from _best(voice, best)
    if unsure := [one.programme.name for one in in_reach if one.verdict is not Verdict.ELIGIBLE]:
        yield voice.say("together_unsure", names=voice.listed(unsure))
    if out := [one.programme.name for one in outcomes if one.verdict not in _IN_REACH]:
        yield voice.say("together_out", names=voice.listed(out))
    yield voice.say("sources", sources=", ".join(dict.fromkeys(pair.source for pair in found.pairs)))


def _pair(labels: Mapping[str, str], pair: Pair) -> str:
    return f"{labels[pair.one]} + {labels[pair.other]}"


def _best(voice: Voice, best: Combination) -> Iterator[str]:
    names = " + ".join(voice.names.programme(id) for id in best.programmes)
    amount = span_told(voice, Amount(best.low, best.high, best.currency))
    yield voice.say("together_best" if len(best.programmes) > 1 else "together_best_alone", names=names, amount=amount)
    yield from (voice.sentences.phrase(f"limit_{limit}") for limit in best.limited_by)
