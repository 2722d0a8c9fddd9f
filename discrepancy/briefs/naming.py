"""A name in the place of another: two people, two bodies, a part of a state for the whole of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from discrepancy.briefs.contrast import Contrast
from discrepancy.briefs.lineup import Brief, Lineup, Word
from discrepancy.briefs.scope import are_one_word
from discrepancy.compare import compare_values
from discrepancy.compare.names.people import match_people
from discrepancy.compare.reversals import are_different_things
from discrepancy.lexicon import read_table
from discrepancy.lexicon.names import (
    Place,
    find_organisation,
    find_place,
    fold,
    is_acronym,
    is_given_name,
    title_words,
)
from discrepancy.lexicon.nouns import nouns_for_people
from discrepancy.lexicon.romanisation import show_traditions
from discrepancy.lexicon.towns import find_town, may_lie_in_county
from discrepancy.model import Claim, Kind, Name, Verdict

_LINKS = frozenset({"of", "for"})
_LONGEST_TITLE = 4
"""Most words of a title."""

_SURNAME_FIRST = frozenset({"chinese", "korean", "japanese"})
"""Traditions of which abroad some outlets turn the names round."""

_ANYBODY = frozenset({"man", "woman", "person", "people", "boy", "girl"})

_REACH = 3
"""Words on either side of a name in which a noun says what somebody is."""

_JOINED = 1
"""Offsets between two words of one name: a blank or a hyphen."""


def find_naming(lineup: Lineup) -> Contrast | None:
    """Two names in one place that are not one person's, body's or place's."""
    for left, right in _rivals(lineup):
        left, right = _without_titles(left), _without_titles(right)
        kind = _clash(lineup, left, right)
        shared = {w.text for w in left} & {w.text for w in right}
        own = [[w for w in side if w.text not in shared] for side in (left, right)]
        if are_two_people(lineup, left, right) or _are_both_told(lineup, own[0], own[1]):
            continue
        if _differ_besides(lineup, own[0], own[1]):
            continue
        if kind is not None and lineup.are_of_one_thing(own[0], own[1]):
            return Contrast("another name", left, right, kind)
    return None


def _differ_besides(lineup: Lineup, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether each brief has a noun for something else besides the name: "best actress", "best director"."""
    known = [{w.lemma for w in brief.words} for brief in (lineup.left, lineup.right)]
    nouns = [
        [w for w in brief.words if w.token.pos == "NOUN" and w.lemma not in there and w not in names]
        for brief, there, names in (
            (lineup.left, known[1], left),
            (lineup.right, known[0], right),
        )
    ]
    return all(nouns) and all(
        a.token.dep == b.token.dep and are_different_things(a.lemma, b.lemma)
        for a in nouns[0]
        for b in nouns[1]
    )


def may_be_one_place(left: Claim, right: Claim) -> bool:
    """Whether one of two places is a county in which the other, a town, may lie."""
    if {left.mention.kind, right.mention.kind} != {Kind.PLACE}:
        return False
    one, other = left.mention.value, right.mention.value
    if not (isinstance(one, Name) and isinstance(other, Name)):
        return False
    return may_lie_in_county(one.form, other.form) or may_lie_in_county(other.form, one.form)


def are_two_people(lineup: Lineup, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the words beside two names say that they are of two people: "her husband", "his brother"."""
    beside = [
        {w.lemma for w in _beside(brief, name)}
        for brief, name in ((lineup.left, left), (lineup.right, right))
    ]
    return all(beside) and not any(are_one_part(a, b) for a in beside[0] for b in beside[1])


def are_one_part(left: str, right: str) -> bool:
    """Whether two nouns may say one thing of somebody; of kin only those of one degree do."""
    if left in _kin() and right in _kin():
        return _kin()[left] == _kin()[right]
    return are_one_word(left, right)


def _beside(brief: Brief, name: Sequence[Word]) -> list[Word]:
    """Nouns for people right before a name, or in apposition to it: "driver Josef Kahn"."""
    if not name:
        return []
    first = brief.words.index(name[0])
    last = first + len(name)
    near = [w for w in brief.words[max(0, first - _REACH) : first] if w.tree is name[0].tree]
    heads = {w.token.head for w in name if w.tree is name[0].tree}
    near += [w for w in brief.words[last : last + _REACH] if w.token.dep == "appos" and w.token.head in heads]
    near += [w for w in near if w.index in heads]
    return [
        w for w in near if (w.lemma in nouns_for_people() or w.lemma in _kin()) and w.lemma not in _ANYBODY
    ]


def are_two_names(lineup: Lineup, left: Word, right: Word) -> bool:
    """Whether the names in which two words stand are of two: "Mills", "Kent"; not a body and its acronym.

    Names with a word in common are left to :func:`find_naming`.
    """
    ours, theirs = (
        _without_titles(_run(word, brief)) for word, brief in ((left, lineup.left), (right, lineup.right))
    )
    one, other = _text(ours), _text(theirs)
    if {w.text for w in ours} & {w.text for w in theirs}:
        return False
    if any(is_acronym(a, b) for a, b in ((one, other), (other, one))) or _are_known_as_one(one, other):
        return False
    places, bodies = [find_place(name) for name in (one, other)], [find_organisation(n) for n in (one, other)]
    if any(places):
        return all(places) and _are_apart(*(place for place in places if place))
    if bodies[0] and bodies[0] == bodies[1]:
        return False
    if min(len(ours), len(theirs)) == 1 and is_given_name(one) != is_given_name(other):
        # "Kent" and "Ada" may be the two names of one.
        return False
    return match_people(one, other).kind == "different"


def _are_apart(left: Place, right: Place) -> bool:
    """Whether two places are two, and neither lies in the other."""
    return left.name not in {right.name, right.within} and right.name != left.within


def _are_known_as_one(left: str, right: str) -> bool:
    """Whether the tables have one for another name of the other: a pen name, a firm renamed."""
    rows = read_table("briefs")["sole"]["known_as"]
    names = [fold(name) for name in (left, right)]
    return any(all(name in row.split("|") for name in names) for row in rows)


def is_kin(noun: str) -> bool:
    """Whether a noun says whose relative somebody is."""
    return noun in _kin()


def is_kin_of_other_sex(left: str, right: str) -> bool:
    """Whether two words for kin are of one degree and of a man and a woman: "brother", "sister"."""
    kin = read_table("kin")["gender"]["kin"]
    return any(left in kin[a] and right in kin[b] for a, b in (("male", "female"), ("female", "male")))


@cache
def _kin() -> dict[str, str]:
    """Words for kin, each with its degree."""
    return {word: degree for degree, words in read_table("kin")["same"].items() for word in words}


def _are_both_told(lineup: Lineup, left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether a brief that has one of two names knows the other as well."""
    said = [{word.text for word in brief.words} for brief in (lineup.left, lineup.right)]
    return any(word.text in said[1] for word in left) or any(word.text in said[0] for word in right)


def find_title(lineup: Lineup) -> Contrast | None:
    """Another rank or office right before one name: "Captain Fenn", "Major Fenn"; "acting mayor", "mayor"."""
    for a, b in lineup.twins:
        if not (_is_name(a) and _is_name(b)) or a.text != b.text:
            continue
        titles = [_title_before(word, brief) for word, brief in ((a, lineup.left), (b, lineup.right))]
        if not all(titles) or not _are_two_titles(*([w.text.rstrip(".") for w in t] for t in titles)):
            continue
        if lineup.are_of_one_thing(titles[0], titles[1]):
            return Contrast("another title", [*titles[0], a], [*titles[1], b], Kind.ROLE, moves_on=True)
    return None


def _title_before(name: Word, brief: Brief) -> list[Word]:
    """The words of a title right before the first word of a name."""
    words = brief.words
    first = at = words.index(name)
    while at > 0 and words[at - 1].tree is name.tree and first - at < _LONGEST_TITLE:
        word = words[at - 1].text.removeprefix("ex-")
        if _rank(word) is None and word.rstrip(".") not in _titles()["lesser"]:
            break
        at -= 1
    return list(words[at:first])


def _are_two_titles(left: Sequence[str], right: Sequence[str]) -> bool:
    parts = [[part for word in side for part in word.split("-")] for side in (left, right)]
    lesser = [{word for word in side if word in _titles()["lesser"]} for side in parts]
    lesser = [{"former"} if side & {"ex", "former"} else side for side in lesser]
    ranks = [{_rank(word.removeprefix("ex-")) for word in side} - {None} for side in (left, right)]
    # "Vice-Chancellor Prof. Lund" has one title more, not another.
    return bool(ranks[0] and ranks[1]) and (not ranks[0] & ranks[1] or lesser[0] != lesser[1])


def _rank(word: str) -> str | None:
    bare = word.rstrip(".")
    return next((entry for entry in _titles()["ranks"] if bare in entry.split("|")), None)


def _titles() -> dict[str, list[str]]:
    titles: dict[str, list[str]] = read_table("briefs")["titles"]
    return titles


def _rivals(lineup: Lineup) -> list[tuple[Sequence[Word], Sequence[Word]]]:
    """Names of either brief of which a word stands in a gap, the first beside the first, and so on."""
    found: list[tuple[Sequence[Word], Sequence[Word]]] = []
    for gap in lineup.gaps:
        names = [[w for w in side if _is_name(w)] for side in (gap.left, gap.right)]
        if all(names):
            pair = _run(names[0][0], lineup.left), _run(names[1][0], lineup.right)
            if pair not in found:
                found.append(pair)
    if not found:
        # The same words in another order leave a gap on either side of what they share.
        runs = [[_run(w, brief) for w in brief.words if _is_name(w)] for brief in (lineup.left, lineup.right)]
        found = [
            (a, b) for a in runs[0] for b in runs[1] if _text(a) != _text(b) and _letters(a) == _letters(b)
        ]
    return found


def _is_name(word: Word) -> bool:
    return word.token.pos == "PROPN" and word.token.text[0].isupper()


def _run(word: Word, brief: Brief) -> Sequence[Word]:
    """The unbroken run of name words in which ``word`` stands, hyphens within it included."""
    words = brief.words
    first = last = words.index(word)
    while first > 0 and _touch(words[first - 1], words[first]):
        first -= 1
    while last + 1 < len(words) and _touch(words[last], words[last + 1]):
        last += 1
    return words[first : last + 1]


def _touch(left: Word, right: Word) -> bool:
    hyphen = right.token.start - left.token.end <= _JOINED and left.tree is right.tree
    between = left.tree.tokens[left.index + 1].text if left.index + 1 < len(left.tree.tokens) else ""
    if left.tree is right.tree and right.index - left.index == 1 and {left.text, right.text} & _LINKS:
        # "Court of Justice": a name goes on behind the link.
        linked = right if left.text in _LINKS else left
        return _is_name(linked) and _is_linked(left, right)
    return (
        hyphen and (_is_name(right) or between == "-") and (_is_name(left) or right.index - left.index == 2)
    )


def _is_linked(left: Word, right: Word) -> bool:
    """Whether name words stand on both sides of the "of" that one of two neighbours is."""
    link = left if left.text in _LINKS else right
    tokens = link.tree.tokens
    if is_given_name(tokens[link.index - 1].text):
        # "Ida Roe of Dun" is a person.
        return False
    return 0 < link.index < len(tokens) - 1 and all(
        tokens[i].pos == "PROPN" for i in (link.index - 1, link.index + 1)
    )


def _without_titles(run: Sequence[Word]) -> Sequence[Word]:
    """A name without what somebody is called before it: "Dr. Ida Roe" and "Professor Ida Roe" are one."""
    titles = title_words("honorifics") | title_words("offices")
    while len(run) > 1 and run[0].text.rstrip(".") in titles:
        run = run[1:]
    return run


def _text(run: Sequence[Word]) -> str:
    tree = run[0].tree
    start = tree.sentence.start
    return tree.sentence.text[run[0].token.start - start : run[-1].token.end - start]


def _letters(run: Sequence[Word]) -> list[str]:
    return sorted(fold(word.text) for word in run)


def _clash(lineup: Lineup, left: Sequence[Word], right: Sequence[Word]) -> Kind | None:
    """The kind of fact in which two names differ; None where they may be one."""
    one, other = _text(left), _text(right)
    if find_place(one) and find_place(other):
        return Kind.PLACE if _stands_for_whole(left, right, one, other) else None
    if find_organisation(one) and find_organisation(one) == find_organisation(other):
        return None
    if _are_two_initials(one, other):
        return Kind.NAME
    shared = {fold(w.text) for w in left} & {fold(w.text) for w in right}
    if not shared or len(left) == 1 or len(right) == 1:
        return None
    if _letters(left) == _letters(right):
        return Kind.NAME if _is_torn(one, other) or _are_two_given(left, right) else None
    person = _is_person(one) or _is_person(other)
    if _romanised(one) == _romanised(other):
        return None
    a, b = (Name(text, "PERSON" if person else "ORG", text) for text in (one, other))
    if compare_values(Kind.NAME, a, b).verdict is not Verdict.CONFLICT:
        return None
    return None if person and match_people(one, other).kind == "slip" else Kind.NAME


def _are_two_initials(left: str, right: str) -> bool:
    """Whether two bodies are known by initials that one letter tells apart: "WHO", "WTO"."""
    if len(left) != len(right) or not (left.isupper() and right.isupper()):
        return False
    known = find_organisation(left), find_organisation(right)
    return all(known) and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _is_person(name: str) -> bool:
    return is_given_name(name.split()[0])


def _romanised(name: str) -> str:
    """A name as Wade and Giles would write it, without hyphens: "Xiaoping" and "Hsiao-p'ing" are one."""
    folded = "".join(fold(part) for part in name.replace("-", " ").split())
    for pinyin, wade in read_table("briefs")["romanised"]:
        folded = folded.replace(pinyin, wade)
    return folded


def _is_torn(left: str, right: str) -> bool:
    """Whether two names have the same syllables, with others joined: "Choi Min-seo", "Min Choi-seo"."""
    joined = [{fold(part) for part in name.split() if "-" in part} for name in (left, right)]
    return all(joined) and joined[0].isdisjoint(joined[1])


def _are_two_given(left: Sequence[Word], right: Sequence[Word]) -> bool:
    """Whether the order alone says which is the surname: "Martin Thomas", "Thomas Martin"."""
    if len(left) != 2 or show_traditions(_text(left)) & _SURNAME_FIRST:
        return False
    return all(is_given_name(word.token.text) for word in (*left, *right))


def _stands_for_whole(left: Sequence[Word], right: Sequence[Word], one: str, other: str) -> bool:
    """Whether a part of a state acts in the place of the state; its capital may: "Moscow agreed"."""
    if not all(any(w.token.dep == "nsubj" for w in side) for side in (left, right)):
        return False
    for part, whole in ((one, other), (other, one)):
        inner, outer = find_place(part), find_place(whole)
        if inner and outer and inner.within == outer.name and not find_town(part):
            return True
    return False
