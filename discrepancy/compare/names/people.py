"""Whether two written forms can be one person's name.

Names are lined up word by word in order; each pair of words is the same, a legitimate variant,
an initial, a slip or another word. No threshold on the similarity of whole names works: brothers
and namesakes are nearer to each other than two romanisations of one name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, TypeAlias

from discrepancy.compare.names.spelling import find_slip
from discrepancy.lexicon import REMEMBERED
from discrepancy.lexicon.names import (
    find_regions,
    fold,
    is_given_name,
    is_office,
    is_other_gender,
    is_pet_name,
    match_words,
    raise_syllables,
    strip_nickname,
    title_words,
)
from discrepancy.lexicon.romanisation import Tradition, are_romanised, find_traditions

Kind: TypeAlias = Literal["same", "variant", "short", "order", "slip", "part", "different"]

# What a step of the alignment costs. Two words that differ cost less than leaving out both, so
# that "Ana Roe" and "Ana Duarte" meet as one differing word.
_COST = {"same": 0.0, "diacritics": 0.05, "transliteration": 0.1, "nickname": 0.15, "initial": 0.2}
_SLIP_COST, _DIFFERENT_COST, _GAP_COST = 0.6, 0.95, 0.5

_WORD = re.compile(r"[^\W\d_]\.(?=[^\W\d_])|[^\s,\-‐‑–.]+\.?|\d+")
_RUN_IN = frozenset({"al", "el"})
_HALVES = 2
_AFTER_ARTICLE = 4
"""Letters of the shortest name that is told from a word by its article."""

_ARABIC = "arabic"
_EASTERN = frozenset({"japanese", "chinese", "korean"})
"""Traditions of which a surname stands first at home, and last where English is spoken."""

_POSSESSIVE = re.compile(r"['’]s$|(?<=s)['’]$")


@dataclass(frozen=True, slots=True)
class Match:
    """How two names meet.

    Attributes:
        kind: ``same`` word for word; ``variant`` legitimate spellings; ``short`` one leaves out
            words of the other; ``order`` the same words, first and last exchanged; ``slip`` one
            of the names is misspelt; ``part`` one word of several differs; ``different``.
        score: From 0 to 1, that both name one person.
        slip: The slip, for ``slip``.
        words: The words that make the difference, as printed.
    """

    kind: Kind
    score: float
    slip: str = ""
    words: tuple[str, str] = ("", "")


@dataclass(frozen=True, slots=True)
class _Parts:
    """A name without titles and articles.

    Attributes:
        words: What is left.
        suffix: "jr", "iii", or "".
    """

    words: tuple[str, ...]
    suffix: str


@dataclass(frozen=True, slots=True)
class _Step:
    """A pair of aligned words; one of them is "" at a gap."""

    left: str
    right: str
    how: str

    @property
    def cost(self) -> float:
        if self.how == "gap":
            return _GAP_COST
        if self.how == "different":
            return _DIFFERENT_COST
        return _COST.get(self.how, _SLIP_COST)


def match_people(left: str, right: str) -> Match:
    """Hold two written forms of a person's name against each other. Symmetric.

    Args:
        left: A name as printed; titles, possessives and nicknames in brackets are ignored.
        right: Another.
    """
    a, b = sorted((left, right))
    match = _match(a, b)
    if match.words != ("", "") and a != left:
        match = Match(match.kind, match.score, match.slip, match.words[::-1])
    return match


@lru_cache(maxsize=REMEMBERED)
def _match(left: str, right: str) -> Match:
    a, b = _take_apart(left), _take_apart(right)
    if not a.words or not b.words:
        return Match("same" if left == right else "different", float(left == right))
    if a.suffix and b.suffix and a.suffix != b.suffix:
        return Match("different", 0.3, words=(left, right))
    traditions = find_traditions(left, right)
    match = _judge(_align(a.words, b.words, traditions), a, b, traditions)
    if match.kind in ("part", "different"):
        match = _match_order(a.words, b.words, traditions) or _match_joined(a.words, b.words) or match
    if match.kind != "different" and bool(a.suffix) != bool(b.suffix):
        kind: Kind = "short" if match.kind in ("same", "variant") else match.kind
        match = Match(kind, min(match.score, 0.6), match.slip, match.words)
    return match


def _take_apart(name: str) -> _Parts:
    bare = _POSSESSIVE.sub("", strip_nickname(name).strip())
    bare = raise_syllables(bare)
    last, comma, first = bare.partition(",")
    if comma and fold(first.strip()) not in title_words("suffixes"):
        bare = f"{first} {last}"
    words = [w for w in _WORD.findall(bare) if fold(w)]
    suffix = ""
    while len(words) > 1 and fold(words[-1]) in title_words("suffixes"):
        suffix = fold(words.pop())
    while len(words) > 1 and _is_title(words[0], len(words)):
        words.pop(0)
    kept = [w for i, w in enumerate(words) if not _is_article(w, i, len(words), bare)]
    return _Parts(tuple(kept or words), {"junior": "jr", "senior": "sr"}.get(suffix, suffix))


def _is_title(word: str, count: int) -> bool:
    folded = fold(word)
    if folded in title_words("given") and (count < 3 or not word.endswith(".")):
        return False
    nationality = folded in title_words("demonyms") and not is_given_name(word)
    return nationality or folded in title_words("honorifics") or is_office(word)


def _is_article(word: str, index: int, count: int, name: str) -> bool:
    if fold(word) not in title_words("articles") or index == count - 1:
        return False
    return index > 0 or word.islower() or f"{word}-" in name


@lru_cache(maxsize=REMEMBERED)
def _relate(left: str, right: str, traditions: tuple[Tradition, ...]) -> str:
    like = match_words(left, right)
    a, b = fold(left), fold(right)
    if like and left != right and a == b and left[0].islower() != right[0].islower():
        return "same" if a in title_words("particles") or is_office(left) else "letter case"
    if like == "nickname" and are_romanised(left, right, traditions):
        return "transliteration"  # Families hold names of that sort too, and they are surnames as well.
    if like:
        return like
    if is_other_gender(left, right):
        return "different"
    if 1 in (len(a), len(b)):
        return "initial" if a[0] == b[0] else "different"
    kin = {"bin", "ibn", "ben"}
    if a in kin and b in kin:
        return "transliteration"
    arabic = any(tradition.name == _ARABIC for tradition in traditions)
    run_in = arabic and (_is_run_in(a, b, traditions) or _is_run_in(b, a, traditions))
    if are_romanised(left, right, traditions) or run_in:
        return "transliteration"
    return find_slip(left, right) or "different"


def _is_run_in(word: str, whole: str, traditions: tuple[Tradition, ...]) -> bool:
    """Whether an Arabic article that is no word elsewhere is part of one here: "Alharrani"."""
    if len(word) < _AFTER_ARTICLE or whole[:2] not in _RUN_IN:
        return False
    return whole[2:] == word or (
        len(whole) - 2 >= _AFTER_ARTICLE and are_romanised(word, whole[2:], traditions)
    )


def _is_assimilated(parts: Sequence[str], joined: str, traditions: tuple[Tradition, ...]) -> bool:
    """Whether an Arabic article stands between the halves of one word: "Nureddin", "Nur ad-Din".

    Before half of the consonants the article's own is spoken as they are.
    """
    if all(tradition.name != _ARABIC for tradition in traditions) or len(parts) != _HALVES:
        return False
    first, second = map(fold, parts)
    whole = fold(joined)
    return any(
        whole == first + vowel + consonant + second for vowel in "aeiou" for consonant in ("l", second[0])
    )


def _align(left: Sequence[str], right: Sequence[str], traditions: tuple[Tradition, ...]) -> tuple[_Step, ...]:
    """The cheapest way to line the words up in order (Needleman and Wunsch)."""
    rows: list[list[tuple[float, tuple[_Step, ...]]]] = [
        [(0.0, ())] * (len(right) + 1) for _ in range(len(left) + 1)
    ]
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            options: list[tuple[float, tuple[_Step, ...], _Step]] = []
            for di, dj in ((1, 1), (1, 0), (0, 1), (2, 1), (1, 2)):
                if i < di or j < dj:
                    continue
                step = _step(left[i - di : i], right[j - dj : j], traditions)
                if step and (i, j) == (len(left), len(right)) and min(i, j) > 1:
                    step = _as_surname(step)
                if step:
                    cost, steps = rows[i - di][j - dj]
                    options.append((cost + step.cost, steps, step))
            if options:
                cost, steps, step = min(options, key=lambda option: option[0])
                rows[i][j] = cost, (*steps, step)
    return rows[-1][-1][1]


def _step(left: Sequence[str], right: Sequence[str], traditions: tuple[Tradition, ...]) -> _Step | None:
    a, b = "".join(left), "".join(right)
    if len(left) == len(right):
        return _Step(a, b, _relate(a, b, traditions))
    if not left or not right:
        return _Step(a, b, "gap")
    # "Jong Un" printed as "Jongun", "Abdul Aziz" as "Abdulaziz".
    parts, joined = (left, b) if len(left) > 1 else (right, a)
    spelt = match_words(a, b) or are_romanised(a, b, traditions)
    if not (spelt or _is_assimilated(parts, joined, traditions)):
        return None
    run_in = any(c.isupper() for c in joined[1:]) and not joined.isupper()
    lost = run_in and fold(parts[0]) not in title_words("particles")
    return _Step(a, b, "one letter" if lost else "transliteration")


def _as_surname(step: _Step) -> _Step:
    """The last step of two names: two pet names for one are two surnames, "Laurie" and "Lawrie"."""
    if step.how != "nickname" or not (is_pet_name(step.left) and is_pet_name(step.right)):
        return step
    slip = find_slip(step.left, step.right)
    return _Step(step.left, step.right, slip) if slip else step


def _judge(steps: Sequence[_Step], a: _Parts, b: _Parts, traditions: tuple[Tradition, ...]) -> Match:
    slips = [
        s
        for s in steps
        if s.how in ("letters swapped", "one letter", "two letters", "letter case", "sounds alike")
    ]
    others = [s for s in steps if s.how == "different"]
    gaps = [s for s in steps if s.how == "gap"]
    like = [s for s in steps if s.how in _COST]
    whole = [s for s in like if s.how != "initial"]
    both_sides = any(s.left for s in gaps) and any(s.right for s in gaps)
    if others or both_sides or _initials_clash(a.words, b.words):
        return _judge_different(others, slips, whole, steps)
    if slips:
        return _judge_slips(slips, whole, gaps)
    if not whole:
        return Match("different", 0.3)
    if gaps:
        return _judge_short(whole, a, b, traditions)
    hows = {s.how for s in like}
    if hows == {"same"}:
        return Match("same", 1.0)
    score = 1.0 - sum({"nickname": 0.06, "initial": 0.12}.get(s.how, 0.02) for s in like)
    return Match("variant", max(score, 0.6))


def _judge_different(
    others: Sequence[_Step], slips: Sequence[_Step], whole: Sequence[_Step], steps: Sequence[_Step]
) -> Match:
    # "Karel Zelinka" and "Olga Zelinka" are two people; of three words, one may have been mixed up.
    if len(others) == 1 and not slips and len(whole) > 1 and len(steps) == 1 + len(whole):
        pair = (others[0].left, others[0].right)
        if min(len(fold(word)) for word in pair) == 1:
            return Match("different", 0.3)
        return Match("part", 0.35, "one name part differs", pair)
    return Match("different", 0.3 * len(whole) / len(steps))


def _judge_slips(slips: Sequence[_Step], whole: Sequence[_Step], gaps: Sequence[_Step]) -> Match:
    words = (" ".join(s.left for s in slips), " ".join(s.right for s in slips))
    hows = [s.how for s in slips]
    if len(slips) == 1:
        easy = hows[0] in ("letter case", "letters swapped", "one letter")
        score = (0.8 if easy else 0.7) - (0.0 if whole else 0.1) - 0.05 * len(gaps)
        return Match("slip", score, hows[0], words)
    if set(hows) == {"letter case"}:
        return Match("slip", 0.8, "letter case", words)
    if len(slips) > 2 or gaps or not _alike_by_ear(slips):
        return Match("different", 0.35)
    return Match(
        "slip",
        0.6,
        "two letters" if set(hows) <= {"one letter", "letters swapped"} else "sounds alike",
        words,
    )


def _alike_by_ear(slips: Sequence[_Step]) -> bool:
    """Whether both misspelt words sound like the right ones; else two people are likelier."""
    from doublemetaphone import doublemetaphone

    return all(doublemetaphone(fold(s.left))[0] == doublemetaphone(fold(s.right))[0] for s in slips)


def _judge_short(whole: Sequence[_Step], a: _Parts, b: _Parts, traditions: tuple[Tradition, ...]) -> Match:
    shorter, longer = sorted((a.words, b.words), key=len)
    if len(shorter) > 1:
        return Match("short", 0.85 if len(whole) > 1 else 0.7)
    surname = match_words(shorter[0], longer[-1]) or are_romanised(shorter[0], longer[-1], traditions)
    if surname or fold(longer[0]) in _surnames_first():
        return Match("short", 0.65)
    # A given name alone is shared by too many.
    return Match("short", 0.4)


def _initials_clash(left: Sequence[str], right: Sequence[str]) -> bool:
    a = [fold(w) for w in left[1:] if len(fold(w)) == 1]
    b = [fold(w) for w in right[1:] if len(fold(w)) == 1]
    return bool(a and b and a != b)


def _match_order(left: Sequence[str], right: Sequence[str], traditions: Sequence[Tradition]) -> Match | None:
    """The same words with the first put last: "Orban Viktor", "Kim Jong Un" and "Jong Un Kim"."""
    if len(left) != len(right) or len(left) < 2:
        return None
    for turned in ((*right[1:], right[0]), (right[-1], *right[:-1])):
        if all(match_words(a, b) for a, b in zip(left, turned, strict=True)):
            listed = bool({fold(left[0]), fold(right[0])} & _surnames_first())
            surname_first = listed or any(tradition.name in _EASTERN for tradition in traditions)
            # "Bank Dun" is the Dun Bank, which the model takes for a person.
            surname_first |= bool({fold(word) for word in left} & title_words("organisation_words"))
            # Nobody can tell the surname of "Bat-Orshikh Gantulga" who does not know the language.
            surname_first |= not any(find_regions(word) for word in left)
            slip = "" if surname_first else "first name and surname exchanged"
            return Match("order", 0.85, slip)
    return None


def _match_joined(left: Sequence[str], right: Sequence[str]) -> Match | None:
    """A lost space: "AdaHarlow"."""
    if min(len(left), len(right)) == 1 and match_words("".join(left), "".join(right)):
        return Match("slip", 0.8, "one letter", (" ".join(left), " ".join(right)))
    return None


@cache
def _surnames_first() -> frozenset[str]:
    return title_words("surnames_first")
