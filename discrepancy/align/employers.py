"""For which body somebody is there, where one article alone has another one than those that agree.

A body has many names. So it takes an article that knows both: the city and the union at one table, the
rescuers and the operator whose lift they reached.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from discrepancy import lexicon
from discrepancy.align.answers import count_articles, phrase_of, trim_values
from discrepancy.align.outvoted import QUORUM, within_term
from discrepancy.compare.employers import (
    are_headed_apart,
    are_one_employer,
    are_two_employers,
    employer_of,
    headed_nouns,
)
from discrepancy.model import Claim

_WORD = re.compile(r"\w+")


def find_other_employer(
    said: Sequence[Claim], everything: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]] | None:
    """What one article says of whose office a person has, and what the others say; None where they may agree.

    Args:
        said: The descriptions of one person.
        everything: All claims of the story, for the sentences in which they stand.
    """
    told = [claim for claim in said if employer_of(phrase_of(claim))]
    return _find_lone(told, everything) or _find_headed(told, everything)


def _find_headed(
    told: Sequence[Claim], everything: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]] | None:
    """What one article alone says that somebody heads, and what the others say; None where they may agree."""
    heads = [claim for claim in told if _heads_body(claim)]
    for lone in dict.fromkeys(claim.mention.article_id for claim in heads):
        own = [claim for claim in heads if claim.mention.article_id == lone]
        others = [claim for claim in told if claim.mention.article_id != lone]
        apart = [c for c in others if _heads_body(c) and all(_are_headed_apart(a, c) for a in own)]
        agreed = max((_alike(claim, others) for claim in apart), key=count_articles, default=[])
        # Who names the body otherwise may say what the one says.
        open_to = [c for c in _alike(own[0], others) if not any(c is other for other in agreed)]
        unsure = [c for c in others if _heads_body(c) and c not in apart and not _alike(c, agreed)]
        if (
            count_articles(agreed) >= QUORUM
            and not open_to
            and not unsure
            and _is_known(own, agreed, everything)
        ):
            return tuple(own), trim_values(agreed)
    return None


def _find_lone(
    told: Sequence[Claim], everything: Sequence[Claim]
) -> tuple[tuple[Claim, ...], tuple[Claim, ...]] | None:
    """What one article alone says of whose office a person has, and those that agree against it."""
    for lone in dict.fromkeys(claim.mention.article_id for claim in told):
        own = [claim for claim in told if claim.mention.article_id == lone]
        others = [claim for claim in told if claim.mention.article_id != lone]
        if not all(_are_two(a, b) for a in own for b in others):
            continue
        agreed = max((_alike(claim, others) for claim in others), key=count_articles, default=[])
        if count_articles(agreed) >= QUORUM and _are_known(own, agreed, everything):
            return tuple(own), trim_values(agreed)
    return None


def _alike(claim: Claim, others: Sequence[Claim]) -> list[Claim]:
    words = employer_of(phrase_of(claim))
    return [other for other in others if are_one_employer(words, employer_of(phrase_of(other)))]


def _are_two(left: Claim, right: Claim) -> bool:
    return within_term(left, right) and are_two_employers(
        employer_of(phrase_of(left)), employer_of(phrase_of(right))
    )


def _heads_body(claim: Claim) -> bool:
    """Whether a description tells of the head of a body, or of another office that people have in one."""
    words = lexicon.read_table("descriptions")["heading"]["words"]
    heading = not set(_WORD.findall(claim.mention.text.casefold())).isdisjoint(words)
    return heading and bool(headed_nouns(employer_of(phrase_of(claim))))


def _are_headed_apart(left: Claim, right: Claim) -> bool:
    return within_term(left, right) and are_headed_apart(
        employer_of(phrase_of(left)), employer_of(phrase_of(right))
    )


def _is_known(own: Sequence[Claim], agreed: Sequence[Claim], everything: Sequence[Claim]) -> bool:
    """Whether a sentence names both bodies, or an article that agrees knows one of the lone one's sort."""
    told = {claim.mention.article_id for claim in agreed}
    nouns = {noun for claim in own for noun in headed_nouns(employer_of(phrase_of(claim)))} - _names(agreed)
    contexts = {claim.context for claim in everything if claim.mention.article_id in told}
    return any(nouns & _words(context) for context in contexts) or _are_known(own, agreed, everything)


def _are_known(own: Sequence[Claim], agreed: Sequence[Claim], everything: Sequence[Claim]) -> bool:
    """Whether a sentence names both bodies, and none says that one belongs to the other."""
    mine, yours = (_names(claims) for claims in (own, agreed))
    links = set(lexicon.read_table("roles")["sided"]["links"])
    both = [words for claim in everything if (words := _words(claim.context)) & mine and words & yours]
    return bool(both) and not any(words & links for words in both)


def _names(claims: Sequence[Claim]) -> set[str]:
    return {word.casefold() for claim in claims for word in employer_of(phrase_of(claim))}


def _words(sentence: str) -> Set[str]:
    words = set(_WORD.findall(sentence.casefold()))
    return words | {word.removesuffix("s") for word in words}
