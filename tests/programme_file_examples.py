"""A made-up catalogue of two programmes and their facts, to be broken by tests of the checks on files."""

import shutil
from pathlib import Path

from catalogue_examples import CATALOGUE

FIRST, SECOND, STEPS = "programmes/de/de-first.yml", "programmes/de/de-second.yml", "facts/steps.yml"
_FIRST = """\
id: de-first
name: First programme
name_in_english: First programme
language: de
authority: The office
country: DE
instrument: grant
needs: [software]
pays_for: {en: Software., de: Software., fr: Logiciels., it: Software., sl: Programi.}
currency: EUR
state_aid: de_minimis
conditions:
- site: [DE2, DE3]
  source: notice
- trade: {except: [A, C25, G47.73]}
  source: notice
- any:
  - founded: {over: {years: 5}}
  - legal_form: {one_of: [cooperative]}
  source: memory
- loan: {at_most: {share: 0.5, of: turnover}}
  source: notice
- awards: {of: [this, de-second], fewer_than: 1}
  source: notice
- step: {name: diagnosis, paid: true}
  source: notice
- cost_share: {of: advice, at_least: 0.3}
  source: notice
editions:
- name: until 2024
  from: null
  until: 2024-12-31
  support:
    kind: grant
    modules:
    - {rate: 0.5, clips: [{of: [training, goods], share: 0.5}]}
- name: from 2025
  from: 2025-01-01
  until: null
  support:
    kind: grant
    rooms: [{of: [this], sum_below: 9000}]
    modules:
    - rate: 0.4
      when: {startup: {is: true}}
      bonuses: [{when: {research_partner: {is: true}}, points: 0.1}]
windows:
- {opens: 2025-01-01, closes: 2025-06-30, status: closed, as_of: "2025"}
together:
  same_cost: excluded
  not_with: [{programme: de-second, because: same_cost, source: notice}]
  caps: [{programmes: [this, de-second], sum_at_most: 9000, source: notice}]
successor: de-second
url: null
sources: {notice: the notice}
checked: 2026-11-22
confidence: seen
evidence: official
from_memory: []
unknown: []
"""
_SECOND = _FIRST.replace("de-first", "de-second").replace("First", "Second").replace("successor: de-second\n", "")
_STEPS = """\
steps:
  diagnosis:
    programme: de-second
    names: {en: diagnosis, de: Diagnose, fr: diagnostic, it: diagnosi, sl: ocena}
    question:
      en: Have you had a diagnosis?
      de: Haben Sie eine Diagnose?
      fr: Avez-vous un diagnostic ?
      it: Ha una diagnosi?
      sl: Imate oceno?
    sentences:
      done: {en: a diagnosis, de: eine Diagnose, fr: un diagnostic, it: una diagnosi, sl: ocena}
      paid: {en: paid diagnosis, de: bezahlte Diagnose, fr: diagnostic payé, it: diagnosi pagata, sl: plačana ocena}
"""


def written(root: Path) -> Path:
    """Write the catalogue below `root`; return its folder."""
    folder = root / "catalogue"
    for name in ("schema", "taxonomy", "criteria", "regions"):
        shutil.copytree(CATALOGUE / name, folder / name)
    for file in ("facts/firm.yml", "facts/record.yml", "facts/project.yml", "sectors/C25.yml", "sectors/G47.yml"):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(CATALOGUE / file, folder / file)
    second = _SECOND.replace("- step: {name: diagnosis, paid: true}\n  source: notice\n", "")
    (folder / FIRST).parent.mkdir(parents=True)
    for file, text in ((FIRST, _FIRST), (SECOND, second), (STEPS, _STEPS)):
        (folder / file).write_text(text, encoding="utf-8")
    return folder


def swap(path: Path, old: str, new: str) -> int:
    """Replace what stands once in the file; return the number of its line."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1
