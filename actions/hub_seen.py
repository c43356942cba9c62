"""What any hub is to a firm, whether it is in the proposed team or not."""

from collections.abc import Mapping

import numpy as np

from alpine_catalogue.matching.matcher import Matcher
from alpine_catalogue.matching.proposal import Member
from alpine_catalogue.matching.reasons import reasons_for
from alpine_catalogue.matching.search import Search
from alpine_catalogue.model import PainPoint


def hub_seen(matcher: Matcher, search: Search, pains: Mapping[str, PainPoint], id: str) -> Member:
    """Return the hub with all needs of the firm that it covers, its distance and the reasons for it."""
    row = matcher.rows([id])[0]
    asked = [pains[pain] for pain in search.pains]
    seen, (_, covers) = matcher.candidates(search), matcher.fits(asked)
    met = [pain for pain, covered in zip(asked, covers[row], strict=True) if covered]
    km = float(seen.km[row])
    return Member(
        matcher.hubs[row],
        tuple(pain.id for pain in met),
        None if np.isnan(km) else round(km),
        reasons_for(matcher.hubs[row], met, search, float(seen.trade[row])),
    )
