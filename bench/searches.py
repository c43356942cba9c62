"""Firms that look for a team, the same for every size of catalogue."""

from alpine_catalogue.matching.search import Search

FIVE_NEEDS = (
    Search(
        ("machine_downtime", "cybersecurity", "skills_gap", "energy_costs", "product_innovation"),
        *("IT", "ITH1", "ITH10", ("C31",), "de", (46.80, 11.93)),
    ),
    Search(
        ("paperwork", "online_sales", "supply_chain", "no_funding", "data_unused"),
        *("SI", "SI04", None, ("I55",), "sl", (46.24, 14.36)),
    ),
    Search(
        ("quality_defects", "manual_production", "planning_chaos", "old_it", "no_strategy"),
        *("FR", "FRK2", None, ("C25",), "fr", (45.19, 5.72)),
    ),
    Search(
        ("customer_management", "cybersecurity", "energy_costs", "quality_defects", "supply_chain"),
        *("CH", "CH05", None, ("C10",), "de", (47.42, 9.37)),
    ),
    Search(
        ("product_innovation", "machine_downtime", "online_sales", "paperwork", "skills_gap"),
        *("AT", "AT33", None, (), "en", (47.27, 11.39)),
    ),
)
ALL_NEEDS = tuple(dict.fromkeys(pain for search in FIVE_NEEDS for pain in search.pains))
