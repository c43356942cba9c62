"""Whether the values that a test proposes to try stand on both sides of its limits."""

from itertools import product

from alpine_catalogue.eligibility.case import Case
from alpine_catalogue.eligibility.conditions.base import Test


def answers_tried(test: Test, case: Case, *names: str) -> set[bool | None]:
    """All answers of a test when every combination of its own proposals for the named facts is tried."""
    proposed = [list(test.witnesses(name, case)) for name in names]
    return {test.holds(case.knowing(dict(zip(names, values, strict=True)))) for values in product(*proposed)}


def both_sides(test: Test, case: Case, *names: str) -> bool:
    """Tell if the proposals lead to a clear yes and to a clear no."""
    return {True, False} <= answers_tried(test, case, *names)
