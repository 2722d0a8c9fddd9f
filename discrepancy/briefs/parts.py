"""Parts of a whole: how many of how many, all of them, the rest; a part that is more than the whole.

"Eleven of the 14 survived" says that three did not, "all were found" that none is missing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import TypeAlias

from discrepancy.align.lines import figure_of, is_countable, number_of
from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word, are_exclusive
from discrepancy.briefs.scope import are_apart, are_one_word, find_inner_place
from discrepancy.briefs.states import are_turned
from discrepancy.briefs.values import is_whole
from discrepancy.compare.utterances import speech_words
from discrepancy.lexicon import read_table
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.model import Claim, Kind

_OF = re.compile(r"\s(?:out )?of (?:the |its |their |his |her |a |all )?(?:[\w-]+['’]s? )?(?:[a-z]+ ){0,2}?$")
"""What stands between a part and the whole that it is of: "twelve of the district's 40"."""

_OF_THEM = re.compile(r"^\s(?:of them|of whom|of these)\b|^\s\w+ among them\b")
_REST = frozenset({"rest", "others", "remainder", "remaining"})

_LOOSENED = speech_words().negators | {"at", "nearly", "almost", "of", "hardly"}
_NOT_ALL = frozenset({"other", "others", "else", "more", "than"})
_FULL = Decimal(1)
_MUCH = 4
"""Words that two briefs share besides, from which two verbs tell of one thing."""
_PLAY = Decimal("0.06")
"""Part of the whole by which "half" may be out."""


_Sides: TypeAlias = tuple[Sequence[Word], Sequence[Word]]
"""Words of the one brief, and of the other."""


@dataclass(frozen=True, slots=True)
class Part:
    """A number of things with what is told of them.

    Attributes:
        number: How many.
        whole: Of how many; None where that is not said.
        noun: What is counted.
        told: Lemmas of what is told of them, the verb first.
        words: The words of the number.
        of_them: Whether it is a part of another number of the brief.
        is_rest: Whether it is what "the rest" comes to.
        about: Whether it is no more than about that many.
    """

    number: Decimal
    whole: Decimal | None
    noun: str
    told: tuple[str, ...]
    words: Sequence[Word]
    of_them: bool = False
    is_rest: bool = False
    about: bool = False


def find_part(lineup: Lineup) -> Contrast | None:
    """Two parts that do not make the whole, or a part beside a word for all of it."""
    if lineup.later:
        return None
    parts = [list(_read(brief, lineup.claims(brief))) for brief in (lineup.left, lineup.right)]
    if _come_to_one(*parts):
        return None
    for one in parts[0]:
        for other in parts[1]:
            if _clash(one, other, lineup) and lineup.are_of_one_thing(one.words, other.words, least=1):
                return Contrast("parts that do not make the whole", one.words, other.words, Kind.NUMBER)
    for here, there, mine, turned in (
        (lineup.left, lineup.right, parts[0], False),
        (lineup.right, lineup.left, parts[1], True),
    ):
        for ours, theirs in (*_denied(here, there), *_sole(mine, there), *_shares(mine, there, lineup)):
            left, right = (theirs, ours) if turned else (ours, theirs)
            if lineup.are_of_one_thing(left, right, least=1):
                return Contrast("another part of the whole", left, right, Kind.NUMBER)
    return None


def _come_to_one(left: Sequence[Part], right: Sequence[Part]) -> bool:
    """Whether one brief gives the sum of what the other counts apart: "34 pupils and three teachers"."""
    sums = [sum((part.number for part in side), Decimal()) for side in (left, right)]
    return any(
        len(many) > 1 and total in {part.number for part in few}
        for many, total, few in ((left, sums[0], right), (right, sums[1], left))
    )


def are_of_two_parts(lineup: Lineup) -> bool:
    """Whether each brief counts those of whom the contrary is told: "won six", "lost two"."""
    parts = [list(_read(brief, lineup.claims(brief))) for brief in (lineup.left, lineup.right)]
    return any(
        _opposed(one.told, other.told) and one.number != other.number
        for one in parts[0]
        for other in parts[1]
    )


def denies_all(lineup: Lineup) -> bool:
    """Whether a brief says no more than that not all are: the contrary holds of the others."""
    return any(_find_not_all(brief) for brief in (lineup.left, lineup.right))


def _find_not_all(brief: Brief) -> list[Word]:
    """The word for all that a brief denies."""
    every = read_table("briefs")["quantifiers"]["every"]
    return [w for w in brief.words if w.text in every and w.before in speech_words().negators]


def _denied(here: Brief, there: Brief) -> Iterator[_Sides]:
    """Not all of those of whom the other brief tells it of all."""
    for word in _find_not_all(here):
        for words, least, _, told in _quantified(there):
            if least == _FULL and told[0] == _told(word)[0]:
                yield [word], words


def _sole(parts: Sequence[Part], there: Brief) -> Iterator[_Sides]:
    """One alone beside several, or all of one mind beside some who are not."""
    table = read_table("briefs")["parts"]
    for part in parts:
        for word in there.words:
            if word.text in table["sole"] and part.number > 1 and _is_of_one(word):
                noun = word.tree.tokens[word.token.head].lemma.lower()
                verbs = [verb for verb in part.told[:1] if verb != "be"]
                if noun == part.noun or any(are_one_word(noun, verb) for verb in verbs):
                    yield part.words, [word]
            elif word.text in table["unanimous"] and set(table["dissent"]) & set(part.told):
                yield part.words, [word]


def _is_of_one(word: Word) -> bool:
    """Whether "only" stands before what there is one of: "the only survivor", "only one driver"."""
    return word.after == "one" or word.before in {"the", "a", "his", "her", "its", "their"}


def _shares(parts: Sequence[Part], there: Brief, lineup: Lineup) -> Iterator[_Sides]:
    """A part of the whole that a word for another part of it does not allow."""
    for part in parts:
        for words, least, most, told in _quantified(there):
            if _is_outside(part, (words, least, most, told), lineup):
                yield part.words, words


def _read(brief: Brief, claims: Sequence[Claim]) -> Iterator[Part]:
    counts = [
        c
        for c in claims
        if is_countable(c) and figure_of(c).measure == "count" and figure_of(c).modifier in {"=", "~"}
    ]
    counts.sort(key=lambda claim: claim.mention.start)
    wholes = [claim for claim in counts if _is_whole(claim, counts) or is_whole(claim)]
    whole = number_of(wholes[0]) if len(wholes) == 1 else None
    for claim in counts:
        words = brief.within(claim)
        if claim in wholes or not words or not number_of(claim):
            continue
        of_them = bool(_OF_THEM.match(_after(claim)))
        noun = figure_of(claim).unit.split(" ")[-1]
        about = figure_of(claim).modifier == "~"
        part = Part(number_of(claim), whole, noun, _told(words[-1]), words, of_them, about=about)
        yield part
        rest = next((w for w in brief.words if w.text in _REST and w.index > words[-1].index), None)
        if whole is not None and rest is not None and part.number < whole:
            yield Part(whole - part.number, whole, noun, _told(rest), [*words, rest], is_rest=True)


def _after(claim: Claim) -> str:
    return claim.context[claim.mention.end - claim.context_start :].lower()


def _is_whole(claim: Claim, counts: Sequence[Claim]) -> bool:
    """Whether a count is that of which another is a part: "five of the 14", "12-member"."""
    before = claim.context[: claim.mention.start - claim.context_start].lower()
    if re.search(r"^of (?:the |its |their |all )?(?:[\w-]+['’]s? )?$", before):
        return True
    if re.match(r"-(?:member|strong|seat|person|man|woman|judge)\b", _after(claim)):
        return True
    ends = [other.mention.end - other.context_start for other in counts if other is not claim]
    return any(0 < len(before) - end < 40 and _OF.match(before[end:]) for end in ends)


def _told(word: Word) -> tuple[str, ...]:
    """What is told of a counted thing: the verb above it, what "be" links it with, and the noun."""
    tree = word.tree
    at = word.index
    noun = tree.tokens[at].lemma.lower()
    while tree.tokens[at].pos not in {"VERB", "AUX"} and tree.tokens[at].head != at:
        below_of = tree.tokens[at].dep == "pobj" and tree.tokens[tree.tokens[at].head].text.lower() == "of"
        at = tree.tokens[at].head
        if below_of and tree.tokens[tree.tokens[at].head].pos == "NOUN":
            # "After the release of 22"
            return (tree.tokens[tree.tokens[at].head].lemma.lower(),)
        if tree.tokens[at].pos == "NOUN" and tree.tokens[at].dep != "pobj":
            noun = tree.tokens[at].lemma.lower()
    verb = tree.tokens[at]
    below = [tree.tokens[i] for i in tree.children[at]]
    negated = any(token.text.lower() in speech_words().negators for token in below)
    linked = [t.lemma.lower() for t in below if t.dep in {"acomp", "attr", "prt", "oprd", "prep"}]
    told = [] if negated else [verb.text.lower()]
    return (("not " if negated else "") + verb.lemma.lower(), *linked, *told, noun)


def _opposed(left: tuple[str, ...], right: tuple[str, ...]) -> str:
    """``all`` where all is either the one or the other, ``some`` for opposites, "" for none."""
    for one in left:
        for other in right:
            if one.removeprefix("not ") == other.removeprefix("not ") and one != other:
                return "all"
            if are_exclusive([one], [other]) or are_turned([one], [other]):
                return "all" if _are_exhaustive(one, other) else "some"
    return ""


@cache
def _exhaustive() -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    rows = read_table("briefs")["parts"]["exhaustive"]
    return tuple((frozenset(a.split("|")), frozenset(b.split("|"))) for a, b in rows)


def _are_exhaustive(left: str, right: str) -> bool:
    return any((left in a and right in b) or (left in b and right in a) for a, b in _exhaustive())


def _clash(one: Part, other: Part, lineup: Lineup) -> bool:
    """Whether two parts are more than the whole, less where nothing is left, or one part in two sizes."""
    if one.about or other.about:
        return False
    wholes = [part.whole for part in (one, other) if part.whole is not None]
    whole = wholes[0] if len(set(wholes)) == 1 else None
    opposed = _opposed(one.told, other.told)
    if opposed:
        total = one.number + other.number
        return whole is not None and (
            total > whole or (opposed == "all" and total < whole and len(wholes) == 2)
        )
    if whole is not None and one.is_rest != other.is_rest and one.told[0] == other.told[0]:
        # "The rest are held", "48 are held"
        return one.number != other.number and (one.noun == other.noun or not (one.noun and other.noun))
    if not _are_akin(one, other):
        return False
    if one.of_them != other.of_them and one.noun == other.noun:
        return one.number != other.number and not _is_apart(lineup, one, other)
    inner = find_inner_place(lineup)
    if inner and one.noun == other.noun:
        return (one.number > other.number) if inner < 0 else (other.number > one.number)
    exceeds = _is_narrower(one, other) or _is_narrower(other, one)
    return exceeds and not _is_apart(lineup, one, other)


def _is_narrower(part: Part, whole: Part) -> bool:
    """Whether there are more of one sort of people than people: "five children", "four people"."""
    sort = part.noun != "person" and part.noun in nouns_for_people()
    return whole.noun == "person" and sort and part.number > whole.number


def _is_apart(lineup: Lineup, one: Part, other: Part) -> bool:
    """Whether the briefs tell of two things, the counted nouns left aside."""
    counted = {one.noun, other.noun, "people"}
    aside = {id(w) for brief in (lineup.left, lineup.right) for w in brief.words if w.lemma in counted}
    return are_apart(lineup, aside | {id(word) for part in (one, other) for word in part.words})


def _are_akin(one: Part, other: Part) -> bool:
    a, b = one.told[0], other.told[0]
    return a == b or {a, b} <= set(read_table("briefs")["parts"]["dying"])


def _quantified(brief: Brief) -> Iterator[tuple[Sequence[Word], Decimal, Decimal, tuple[str, ...]]]:
    """Words for a part of the whole, with the least and the most that they stand for and what is told."""
    table = read_table("briefs")["parts"]["words"]
    for number, word in enumerate(brief.words):
        phrase = " ".join(w.text for w in brief.words[number : number + 2])
        key = phrase if phrase in table else word.text
        if key not in table or word.before in _LOOSENED or word.after in _NOT_ALL:
            continue
        least, most = (Decimal(str(share)) for share in table[key])
        yield [word], least, most, _told(word)


def _is_outside(
    part: Part, quantity: tuple[Sequence[Word], Decimal, Decimal, tuple[str, ...]], lineup: Lineup
) -> bool:
    words, least, most, told = quantity
    opposed = _opposed(part.told, told)
    if opposed and least == _FULL and part.number > 0:
        return part.noun in told or _is_counted(part, lineup)
    if opposed or part.whole is None or part.whole == 0:
        return False
    told_alike = part.told[0] == told[0] or are_one_word(part.told[0], told[0])
    # "Most backed it", "17 of 48 voted for it": so much in common leaves no second question.
    much = least < _FULL and most > 0 and lineup.are_of_one_thing(part.words, words, least=_MUCH)
    if not (told_alike or much):
        return False
    share = part.number / part.whole
    return not least - _PLAY * (least < _FULL) <= share <= most + _PLAY * (most > 0) or (
        least == _FULL and share < 1
    )


def _is_counted(part: Part, lineup: Lineup) -> bool:
    """Whether the other brief speaks of what a part counts."""
    return any(part.noun == a.lemma or part.noun == b.lemma for a, b in lineup.twins)
