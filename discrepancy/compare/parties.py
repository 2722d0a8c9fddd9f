"""To which party a politician's role puts somebody: "Green councillor", "of the Liberals"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Phrase


def are_other_parties(left: Phrase, right: Phrase) -> bool:
    """Whether two roles put somebody into two parties."""
    mine, yours = party_of(left), party_of(right)
    return bool(mine and yours) and mine != yours


def party_of(role: Phrase) -> str:
    """The party that the words beside a political post name, or ""."""
    table = lexicon.read_table("roles")["parties"]
    post = "member" if role.normal.startswith("member of ") else role.normal
    if post not in table["posts"]:
        return ""
    words = {word.removesuffix("s") for word in role.lemmas}
    for party, pair in table["pairs"].items():
        if words.issuperset(pair):
            return str(party)
    found = {_parties()[word] for word in words if word in _parties()}
    return found.pop() if len(found) == 1 else ""


@cache
def _parties() -> Mapping[str, str]:
    table = lexicon.read_table("roles")["parties"]["words"]
    return {word.removesuffix("s"): party for party, words in table.items() for word in words}
