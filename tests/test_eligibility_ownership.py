"""Who owns the firm: shares of one kind of owner, together or each alone."""

import pytest
from rule_examples import case, holds, holds_strictly, rule
from trying_values import both_sides

TWO_TOWNS = [{"kind": "public", "share": 0.2}, {"kind": "public", "share": 0.1}, {"kind": "fund", "share": 0.5}]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"kind": "public", "together": {"below": 0.3}}, False),
        ({"kind": "public", "together": {"at_most": 0.31}}, True),
        ({"kind": "public", "each": {"at_most": 0.2}}, True),
        ({"kind": "public", "each": {"below": 0.2}}, False),
        ({"kind": "fund", "together": {"at_most": 0.5}}, True),
        ({"kind": "fund", "each": {"at_most": 0.49}}, False),
        ({"kind": "large_firm", "together": {"below": 0.25}}, True),
        ({"kind": "large_firm", "together": {"at_least": 0.01}}, False),
        ({"kind": "large_firm", "each": {"below": 0.25}}, True),
    ],
)
def test_shares_count_by_kind_together_or_alone(told: dict[str, object], expected: bool) -> None:
    assert holds({"owners": told}, owners=TWO_TOWNS) is expected


def test_nobody_special_is_presumed_to_own_the_firm() -> None:
    asked = {"owners": {"kind": "public", "together": {"below": 0.25}}}
    assert holds(asked) is True
    assert holds_strictly(asked) is None
    assert holds_strictly(asked, owners=[]) is True


@pytest.mark.parametrize("comparison", ["below", "at_most", "at_least", "above"])
def test_the_owners_tried_stand_on_both_sides(comparison: str) -> None:
    asked = rule({"owners": {"kind": "public", "each": {comparison: 0.25}}})
    assert asked.reads == ("owners",)
    assert both_sides(asked, case(), "owners")
    shares = [owner.share for tried in asked.witnesses("owners", case()) for owner in tried]
    assert min(shares) < 0.25 < max(shares)
    assert 0.25 in shares


def test_no_share_is_tried_that_cannot_be() -> None:
    for limit in (0, 1):
        asked = rule({"owners": {"kind": "public", "together": {"at_most": limit}}})
        tried = list(asked.witnesses("owners", case()))
        assert () in tried
        assert all(0 <= owner.share <= 1 for owners in tried for owner in owners)
        assert {owner.share for owners in tried for owner in owners} == ({0, 0.001} if limit == 0 else {0.999, 1})
