"""What codes and figures are called in one language: areas, trades, facts, programmes, sums, days."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from babel.dates import format_date
from babel.lists import format_list
from babel.numbers import format_currency, format_decimal, format_percent

from alpine_catalogue.eligibility.fact_kinds import FactKinds
from alpine_catalogue.languages import Words, in_language


@dataclass(frozen=True)
class Names:
    """The names of everything that a rule can mention."""

    kinds: FactKinds
    areas: Mapping[str, Words]
    """By NUTS code of any level, countries too."""
    sectors: Mapping[str, Words]
    """By NACE section, division or class."""
    programmes: Mapping[str, str]
    """Official names, which are not translated."""
    language: str

    def fact(self, name: str) -> str:
        """Return what the fact is called."""
        return in_language(self.kinds[name].names, self.language)

    def area(self, code: str) -> str:
        """Return the area's name, or its code where nobody named it."""
        return in_language(self.areas[code], self.language) if code in self.areas else code

    def sector(self, code: str) -> str:
        """Return the trade's name with its code."""
        name = in_language(self.sectors[code], self.language) if code in self.sectors else ""
        return f"{name} ({code})" if name else code

    def programme(self, programme_id: str) -> str:
        """Return the programme's own name."""
        return self.programmes.get(programme_id, programme_id)

    def figure(self, name: str, value: float, currency: str) -> str:
        """Return a sum with its currency, a share in per cent, or a plain figure, as the fact asks for it."""
        form = self.kinds[name].form if name in self.kinds else "money"
        if form == "money":
            return self.money(value, currency)
        if form == "share":
            return str(format_percent(value, locale=self.language, decimal_quantization=False))
        return str(format_decimal(value, locale=self.language))

    def money(self, value: float, currency: str) -> str:
        """Return a sum; cents only where there are some, and the currency where the language puts it."""
        digits = "#,##0.00" if value != int(value) else "#,##0"
        pattern = f"¤¤\N{NO-BREAK SPACE}{digits}" if self.language == "en" else f"{digits}\N{NO-BREAK SPACE}¤¤"
        return str(format_currency(value, currency, pattern, locale=self.language, currency_digits=False))

    def percent(self, share: float) -> str:
        """Return a share in per cent."""
        return str(format_percent(share, locale=self.language, decimal_quantization=False))

    def day(self, day: str | date) -> str:
        """Return a day as it is written in the language; months are short or figures, which nobody need inflect."""
        told = date.fromisoformat(day) if isinstance(day, str) else day
        return str(format_date(told, "medium", locale=self.language))

    def listed(self, words: Iterable[Any], style: str = "standard") -> str:
        """Return `a, b and c`, or with the style `or` `a, b or c`."""
        return str(format_list([str(word) for word in words], style=style, locale=self.language))
