"""For which body somebody is there: "the city's negotiator", "Orlfisk spokesman Karl Roe".

What the office is called does not matter here, only whose it is: its possessor, what "of" or "for" ties
to it, or the nouns right before it. A body is told by a name or by a noun for one; "head of finance" tells
of none.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.roles.titles import group_of
from discrepancy.lexicon.descriptions import DESCRIBED, EMPLOYER
from discrepancy.lexicon.names import find_place
from discrepancy.model import Phrase, Token

_LINKS = frozenset({"of", "for", "at", "with", "from"})
_INSIDE = frozenset(
    {"compound", "amod", "nmod", "poss", "appos", "conj", "prep", "pobj", "case", "det", "punct"}
)
_LONGEST = 7
"""Tokens of the longest body behind a preposition."""


def read_noun(tokens: Sequence[Token], first: int, noun: int, within: Iterable[int]) -> Phrase | None:
    """Whose office a noun says it is; None where it says nothing.

    Args:
        tokens: The sentence.
        first: First token of the noun's phrase.
        noun: The noun.
        within: The tokens of the holder's name.
    """
    if tokens[noun].lemma.lower() not in lexicon.read_table("descriptions")["employers"]["posts"]:
        return None
    own = set(within)
    behind = _behind(tokens, noun + 1, own)
    # "Its county chief" heads a part of a body that was named before.
    before = [] if tokens[first].tag == "PRP$" else [tokens[i] for i in range(first, noun)]
    return _employer(before) or _employer(_possessor(tokens, noun)) or _employer(behind)


def read_verb(tokens: Sequence[Token], verb: int, thing: int | None, within: Iterable[int]) -> Phrase | None:
    """For which body somebody does what the verb at ``verb`` tells, or which one they head."""
    table = lexicon.read_table("descriptions")["employers"]
    lemma = tokens[verb].lemma
    own = set(within)
    if lemma in table["through"] and thing is None:
        link = next((i for i, t in enumerate(tokens) if t.head == verb and t.lemma == "for"), None)
        return _employer(_behind(tokens, link, own)) if link is not None else None
    if lemma in table["heading"] and thing is not None:
        return _employer([t for i, t in enumerate(tokens) if i not in own and verb < i <= thing])
    return None


def read_member(tokens: Sequence[Token], after: int, within: Iterable[int]) -> tuple[Phrase, int] | None:
    """Of which body somebody is by the words behind the name, and their end: "Ann Roe of the rescue brigade".

    Args:
        tokens: The sentence.
        after: The token behind the name.
        within: The tokens of the holder's name.
    """
    if after >= len(tokens) or tokens[after].lemma not in {"of", "from", "with"}:
        return None
    phrase = _behind(tokens, after, set(within))
    determined = bool(phrase) and phrase[0].pos == "DET"
    last = next((t for t in reversed(phrase) if t.pos in {"NOUN", "PROPN"}), None)
    # "Ann Roe with the team": only who belongs to a body is named so, by a noun that may have no other end.
    if last is None or not (determined or last.text[0].islower()) or not any(_is_noun(t) for t in phrase):
        return None
    told = _employer(phrase)
    end = after + 1 + max(i for i, t in enumerate(phrase) if t is last)
    return (told, end) if told is not None else None


def _behind(tokens: Sequence[Token], link: int, own: set[int]) -> list[Token]:
    """The nouns and names that a preposition at ``link`` governs, up to a comma, a verb or the holder."""
    if link >= len(tokens) or tokens[link].lemma not in _LINKS:
        return []
    found = []
    for index in range(link + 1, min(link + 1 + _LONGEST, len(tokens))):
        token = tokens[index]
        if index in own or token.pos not in {"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "NUM"}:
            break
        if token.pos == "ADP" and token.lemma not in {"of", "for"}:
            break
        found.append(token)
    return found


def _possessor(tokens: Sequence[Token], noun: int) -> list[Token]:
    """The phrase of whose it is: "the city" in "the city's chief negotiator"."""
    owner = next((i for i, t in enumerate(tokens[:noun]) if t.head == noun and t.dep == "poss"), None)
    if owner is None or tokens[owner].pos == "PRON":
        return []
    first = owner
    while first > 0 and tokens[first - 1].dep in _INSIDE and first - 1 < tokens[first - 1].head <= owner:
        first -= 1
    return list(tokens[first : owner + 1])


def _employer(phrase: Sequence[Token]) -> Phrase | None:
    """The words of a body, those of its name as printed; None where the phrase names none.

    A name before a noun ("the Holm bank") says where a body is and is none itself.
    """
    words = [t for t in phrase if t.pos in {"NOUN", "PROPN", "ADJ"} and t.lemma.lower() not in _plain()]
    while words and _is_of_place(words[0]):
        words = words[1:]
    name = [t for t in words if _is_name(t)]
    if (words and not _is_name(words[-1])) or all(_is_of_place(t) or _is_noun(t) for t in name):
        name = []
    if not name and not any(_is_noun(t) for t in words):
        return None
    lemmas = dict.fromkeys(t.text if t in name else t.lemma.lower() for t in words)
    return Phrase(f"{DESCRIBED}acting for {' '.join(t.text for t in words)}", (EMPLOYER, *lemmas))


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text[0].isupper()


def _is_noun(token: Token) -> bool:
    """Whether a word is a noun for a body, which a capital makes no name: "Plant manager"."""
    return token.lemma.lower() in _bodies() or bool(group_of(token))


def _is_of_place(token: Token) -> bool:
    return token.text[0].isupper() and find_place(token.text) is not None


@cache
def _plain() -> frozenset[str]:
    return frozenset(lexicon.read_table("descriptions")["employers"]["plain"])


@cache
def _bodies() -> frozenset[str]:
    walks = lexicon.read_table("walks")["bodies"].values()
    table = lexicon.read_table("descriptions")
    own = table["employers"]
    sorts = (*walks, *table["bodies"].values(), *own["sorts"].values(), own["sides"])
    return frozenset(word for words in sorts for word in words)
