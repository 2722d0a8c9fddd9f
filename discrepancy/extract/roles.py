"""Offices that people hold, as printed beside their names.

A role is only a claim where the sentence ties it to a person: "Transport Minister Ann Roe",
"Ann Roe, 49, the transport minister", "the transport minister, Ann Roe,", "Ann Roe is the
transport minister". Former and future offices are left out: they exclude nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from discrepancy import lexicon
from discrepancy.model import Document, Kind, Mention, Name, Phrase, Sentence, Token

_TENSED = frozenset(
    {"former", "ex", "then", "late", "future", "incoming", "outgoing", "elect", "previous", "ex-"}
)
_MODIFIER_POS = frozenset({"NOUN", "PROPN", "ADJ"})
_MODIFIER_DEPS = frozenset({"compound", "amod", "nmod", "poss"})
_COPULAS = frozenset({"be", "become", "remain"})
_LONGEST = 4
"""Tokens of the longest title in the lexicon ("member of parliament", hyphens apart)."""


@cache
def _titles() -> dict[str, str]:
    """Lower-case title → post."""
    same = lexicon.read_table("roles")["same"]
    return {title: post for post, titles in same.items() for title in titles}


def extract_roles(document: Document, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """Offices of ``document``'s people, each at its title's place.

    Args:
        document: The article.
        names: Its names, as the names extractor returned them.
    """
    people: dict[int, list[Mention]] = {}
    for name in names:
        if isinstance(name.value, Name) and name.value.type == "PERSON":
            people.setdefault(name.sentence, []).append(name)
    found = []
    for index, group in people.items():
        sentence = document.sentences[index]
        for first, stop, post in _find_titles(sentence.tokens):
            holder = _holder(sentence, first, stop, group)
            if holder is not None and not _is_tensed(sentence.tokens, first, holder):
                start = _with_modifiers(sentence.tokens, first, group)
                tokens = sentence.tokens
                value = Phrase(normal=post, lemmas=_qualifiers(tokens, start, first, stop))
                role = document.mention(sentence, tokens[start].start, tokens[stop - 1].end, Kind.ROLE, value)
                found.append(replace(role, owner=holder.value.normal))
    return tuple(sorted(found, key=lambda m: (m.sentence, m.start)))


def _find_titles(tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """First and one-past-last token of every title, the longest at each place."""
    index = 0
    while index < len(tokens):
        for stop in range(min(index + _LONGEST, len(tokens)), index, -1):
            post = _titles().get(_joined(tokens[index:stop]))
            if post:
                # "Justice Minister" is no judge: a title that another one follows only modifies it.
                if _titles().get(_joined(tokens[stop : stop + 1])) is None or tokens[index].dep != "compound":
                    yield index, stop, post
                index = stop - 1
                break
        index += 1


def _joined(tokens: Sequence[Token]) -> str:
    """The tokens' lower-case text with the spaces that the original has; "" for none."""
    if not tokens:
        return ""
    text = ""
    end = tokens[0].start
    for token in tokens:
        text += (" " if token.start > end else "") + token.text.lower()
        end = token.end
    return text


def _holder(sentence: Sentence, first: int, stop: int, people: Sequence[Mention]) -> Mention | None:
    """The person whom the sentence ties to the title at tokens ``first`` to ``stop``."""
    tokens = sentence.tokens
    for person in people:
        inside = [i for i, t in enumerate(tokens) if t.start < person.end and person.start < t.end]
        if not inside:
            continue
        begin, end = _with_honorifics(tokens, inside[0]), inside[-1] + 1
        if (
            stop in (begin, inside[0])
            or _is_apposed_before(tokens, stop, begin)
            or _is_apposed_after(tokens, end, first)
        ):
            return person
        if _is_predicated(tokens, end, first):
            return person
    return None


def _with_honorifics(tokens: Sequence[Token], begin: int) -> int:
    """Where the name begins with its titles: "the principal, Professor Ann Roe"."""
    while begin > 0 and tokens[begin - 1].text.lower() in _titles() and tokens[begin - 1].text[0].isupper():
        begin -= 1
    return begin


def _is_apposed_before(tokens: Sequence[Token], stop: int, begin: int) -> bool:
    """Title, complement, perhaps a comma, name: "the prefect of the county, Ann Roe"."""
    between = tokens[stop:begin]
    if not between or len(between) > 8 or between[0].lemma not in {"of", "for", "at", ","}:
        return False
    commas = sum(token.text == "," for token in between)
    inner = between[:-1] if between[-1].text == "," else between
    if inner and inner[-1].pos == "ADP":
        return False  # "the chief of staff for Ann Roe" is somebody else
    nominal = all(t.pos in {"NOUN", "PROPN", "ADP", "DET", "ADJ", "PART", "CCONJ"} for t in inner)
    return nominal and commas <= 1 and (commas == 0 or between[-1].text == ",")


def _is_apposed_after(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Name, comma, perhaps an age and a comma, determiner, modifiers, title."""
    between = tokens[end:first]
    if not between or len(between) > 9 or between[0].text not in {",", "(", "-", "–", "—"}:
        return False
    return all(
        t.text in {",", "(", "-", "–", "—", ")", "'s"}
        or t.pos in {"NUM", "DET", "NOUN", "PROPN", "ADJ", "PRON", "PART"}
        for t in between
    ) and not any(t.pos == "PROPN" and t.text[0].isupper() and t.dep in {"conj", "nsubj"} for t in between)


def _is_predicated(tokens: Sequence[Token], end: int, first: int) -> bool:
    """Name, copula, determiner, modifiers, title: "Ann Roe is the club's treasurer"."""
    between = tokens[end:first]
    if not between or len(between) > 6 or between[0].lemma not in _COPULAS:
        return False
    return all(t.pos in {"DET", "NOUN", "PROPN", "ADJ", "PART", "PRON", "AUX"} for t in between)


def _is_tensed(tokens: Sequence[Token], first: int, holder: Mention) -> bool:
    before = tokens[max(0, first - 3) : first]
    return any(
        token.text.lower().rstrip("-") in _TENSED for token in before if token.end <= tokens[first].start
    )


def _with_modifiers(tokens: Sequence[Token], first: int, people: Sequence[Mention]) -> int:
    """Index of the leftmost modifier of the title: "Russian Foreign" in "Russian Foreign Minister"."""
    while first > 0:
        token = tokens[first - 1]
        in_name = any(p.start < token.end and token.start < p.end for p in people)
        hyphen = token.text == "-" and first > 1
        if in_name or not (hyphen or (token.pos in _MODIFIER_POS and token.dep in _MODIFIER_DEPS)):
            break
        first -= 1
    return first


def _qualifiers(tokens: Sequence[Token], start: int, first: int, stop: int) -> tuple[str, ...]:
    """Words that narrow the post: its modifiers and its "of" and "for" complement."""
    words = [t.lemma for t in tokens[start:first] if t.pos in _MODIFIER_POS]
    if stop < len(tokens) and tokens[stop].lemma in {"of", "for"}:
        for token in tokens[stop + 1 : stop + 7]:
            if token.pos not in {"NOUN", "PROPN", "ADJ", "DET", "CCONJ", "ADP"}:
                break
            if token.pos in _MODIFIER_POS:
                words.append(token.lemma)
    return tuple(words)
