"""Whether a place stands somewhere in a sentence, by the words around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from discrepancy.extract.names.trimming import is_capital
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import find_place, is_given_name
from discrepancy.lexicon.towns import find_town
from discrepancy.model import Token

LOCATIVE = frozenset(
    {"in", "near", "at", "across", "outside", "around", "throughout", "inside", "off", "toward", "towards"}
)
"""Prepositions behind which a place stands."""

_BEARERS = frozenset({"NOUN", "ADJ", "NUM", "PRON", "PROPN"})
_WAYS = frozenset({"to", "into", "from", "via"})
_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"}
)
_ORIGINS = frozenset({"native", "resident", "residents"})
_EXPLAINED = 12
"""Tokens behind a name within which it is explained as a town or district."""
_DATELINE = frozenset({"(", "-", "–", "—", "_", "/"})
"""What stands behind the place at the head of a dispatch: "HARLOW (NWA) -"."""
_HOME = frozenset({"born", "bred", "raised", "native"})
"""What stands behind the hyphen of a place that somebody comes from."""
_HIRED = frozenset({"driver"})
"""Who may be from a team as well as from a town."""
_COMERS = frozenset({"he", "i", "she", "they", "who"})
_BY = (["by"], ["in"], ["on"], ["with"])


def is_locative(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a place stands here: "in Harlow", "south of Harlow", "Harlow, Texas"; not "in Roe's"."""
    if stop < len(tokens) and tokens[stop].text == "'s":
        return False
    if first == 0 and stop < len(tokens) and tokens[first].text.isupper() and tokens[stop].text in _DATELINE:
        return True
    if stop + 1 < len(tokens) and tokens[stop].text == "," and tokens[stop + 1].text[0].isupper():
        last = stop + 3 if _is_two_words(tokens, stop + 1) else stop + 2
        place = find_place(" ".join(t.text for t in tokens[stop + 1 : last]))
        if place and (place.within or first == 0 or tokens[first - 1].pos == "ADP"):
            return True
    if _is_end(tokens, first):
        return True
    before = [t.text.lower() for t in tokens[max(first - 2, 0) : first]]
    if before and (
        before[-1] in LOCATIVE or (before[-1] == "of" and before[0] in _DIRECTIONS | _sorts() | _ORIGINS)
    ):
        return True
    after = " ".join(t.text.lower() for t in tokens[stop : stop + _EXPLAINED])
    return _explained().match(after) is not None


def is_destination(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether somebody or something is moved or comes: "flown to Harlow", "from Harlow"; not "to Roe's"."""
    if first == 0 or (stop < len(tokens) and tokens[stop].text == "'s"):
        return False
    led = tokens[first - 1]
    if led.text.lower() not in _WAYS:
        return False
    on = tokens[led.head]
    return on.lemma in _moves() or (led.text.lower() == "from" and on.pos in _BEARERS)


def _is_end(tokens: Sequence[Token], first: int) -> bool:
    """Whether a name is one of two between which something runs or happens: "a road between Dun and Orl"."""
    at = first - 1
    if at > 0 and tokens[at].text == "and":
        at -= 1
        while at > 0 and (is_capital(tokens[at]) or tokens[at].text == "-"):
            at -= 1
    if at < 1 or tokens[at].text.lower() != "between":
        return False
    return tokens[tokens[at].head].lemma in read_table("scenes")["general"]["between"]


def is_settled(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether only a place stands so: "the port of Harlow", "flown to Harlow"; not "the town of Roe's"."""
    if _is_end(tokens, first):
        return True
    if stop < len(tokens) and tokens[stop].text == "'s":
        return False
    if _is_of_town(tokens, first) or _is_explained(tokens, first) or _is_site(tokens, stop):
        return True
    return _is_home(tokens, first, stop) or _is_reached(tokens, first)


def _is_of_town(tokens: Sequence[Token], first: int) -> bool:
    """Whether it is that of which a town, its outskirts or those who live there are told."""
    if first < 2 or tokens[first - 1].text.lower() != "of":
        return False
    return tokens[first - 2].text.lower() in _words("settlements")


def _is_explained(tokens: Sequence[Token], first: int) -> bool:
    """Whether the sort of settlement stands right before: "the village Harlow", "the port city Harlow"."""
    if first < 2 or is_given_name(tokens[first].text):
        return False  # "the village Ann Roe grew up in"
    sort = tokens[first - 1]
    return sort.pos == "NOUN" and sort.text.islower() and sort.text in _words("named_settlements")


def _is_site(tokens: Sequence[Token], stop: int) -> bool:
    """Whether it tells one river, bridge or station from others: "the Harlow substation"."""
    if stop >= len(tokens) or tokens[stop - 1].dep not in {"compound", "nmod", "amod"}:
        return False
    noun = tokens[stop]
    return noun.pos == "NOUN" and noun.text.islower() and noun.lemma in _words("landmarks")


def _is_home(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether somebody is from there: "the Harlow-born", "a man from Harlow", "who comes from Harlow"."""
    if stop + 1 < len(tokens) and tokens[stop].text == "-":
        behind = tokens[stop + 1].text.lower()
        if behind in _HOME or (behind == "based" and find_town(_text(tokens, first, stop))):
            return True
    if first < 2 or tokens[first - 1].text.lower() != "from":
        return False
    on = tokens[first - 2]
    if (on.lemma in _words("home_nouns") and on.lemma not in _HIRED) or (
        on.text == "old" and tokens[first - 3].text == "-"
    ):
        return True
    if on.lemma in {"hail", "originate"}:
        return True
    subjects = (t for t in tokens if t.dep == "nsubj" and tokens[t.head] is on)
    comes = on.lemma == "come" and on.tag in {"VBZ", "VBP"}
    return comes and any(t.text.lower() in _COMERS for t in subjects)


def _is_reached(tokens: Sequence[Token], first: int) -> bool:
    """Whether somebody or something is flown, driven or shipped there: "taken by helicopter to Harlow"."""
    if first < 2 or tokens[first - 1].text.lower() != "to":
        return False
    if tokens[first - 2].lemma in _words("carrying"):
        return True
    before = [t.text.lower() for t in tokens[max(first - 4, 0) : first - 2] if t.pos != "DET"]
    return tokens[first - 2].lemma in _words("carriers") and before[-1:] in _BY


def _text(tokens: Sequence[Token], first: int, stop: int) -> str:
    return " ".join(token.text for token in tokens[first:stop])


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(read_table("scenes")["general"][name])


@cache
def _sorts() -> frozenset[str]:
    """Common nouns that a place's name explains: "the district of Harlow"."""
    return frozenset(read_table("scenes")["general"]["sorts"])


@cache
def _moves() -> frozenset[str]:
    """Verbs and nouns by which somebody or something gets to a place."""
    table = read_table("scenes")
    return frozenset(table["general"]["moves"]) | {v for v in table["doings"]["moved"] if " " not in v}


@cache
def _explained() -> re.Pattern[str]:
    """What follows a place that is explained: ", the main town of", "is the smallest of the districts"."""
    sorts = "|".join(sorted(_sorts()))
    return re.compile(
        rf"(?:,|is|was) (?:the|a|an) (?:(?!of )[\w-]+ (?:- )?){{0,3}}"
        # "The sage of the village" is somebody in it.
        rf"(?:of the (?:\w+ )?(?:(?:{sorts})s|cities|counties|territories)|(?:{sorts})s?)"
        r" (?:of|in|on|near|where|with|nearest|furthest|,|\.)"
    )


def _is_two_words(tokens: Sequence[Token], index: int) -> bool:
    return (
        index + 1 < len(tokens) and tokens[index + 1].pos == "PROPN" and tokens[index + 1].text[0].isupper()
    )
