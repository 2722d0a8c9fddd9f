"""What people are said to be, read by grammar alone: for whom they work, what they run, their trade.

Other than the posts of the lexicon these need no listed title. "Her coach, Ann Roe", "Ann Roe, who has
trained Eva Lund" and "the Norwegian's coach, Ann Roe" say for whom; "head of claims Ann Roe" and "Ann Roe,
who manages operations" say what somebody runs; any noun for a person beside a name says a trade.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from functools import cache

from discrepancy import lexicon
from discrepancy.extract.roles.belonging import Persons
from discrepancy.extract.roles.employers import read_member, read_noun, read_verb
from discrepancy.extract.roles.holders import with_honorifics
from discrepancy.extract.roles.titles import is_tensed, ranks
from discrepancy.lexicon.descriptions import (
    BOARD,
    CLIENT,
    DESCRIBED,
    LEAD,
    OFFICE,
    PRINTED,
    SEVERAL,
    TOP,
    TRADE,
)
from discrepancy.lexicon.posts import is_kin, posts_by_title
from discrepancy.model import Document, Kind, Mention, Name, Phrase, Sentence, Token

_SAID = {"public": "public body"}
"""Sorts of bodies of which the noun alone would be no noun."""
COMPANY = "company"
"""The sort of the bodies that are run for their owners."""

_PREMODIFIERS = frozenset({"compound", "amod", "nmod", "nummod", "poss", "case", "punct"})
_NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
_INNER = frozenset({"POS", "PRP$", "VBG", "VBN"})
_LINKS = frozenset({"of", "for", "at", "to", "with"})
_TRADE = re.compile(r"[a-z]{2,}(?:ers?|or|ist|ian|eer|ologist|grapher|man|woman)")
_TENSED = frozenset({"will", "would", "may", "might", "could", "should"})
_SHORT = 5
"""Tokens from a noun or verb to the end of what completes it."""
_FAR = 10
"""Tokens between a name and a noun behind its comma."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A noun or verb that says something of a person, and the first token of its phrase."""

    first: int
    head: int


def find_descriptions(document: Document, names: Sequence[Mention]) -> tuple[Mention, ...]:
    """What ``document`` says that its people are, each at its own place.

    Args:
        document: The article.
        names: Its names, as the names extractor returned them.
    """
    named: dict[int, list[Mention]] = {}
    for name in names:
        if isinstance(name.value, Name) and name.zone.is_reporting:
            named.setdefault(name.sentence, []).append(name)
    people = {index: [n for n in group if _is_person(n)] for index, group in named.items()}
    known = Persons(document, people)
    found: list[Mention] = []
    for index, group in named.items():
        sentence = document.sentences[index]
        for holder in group:
            if " " in holder.value.normal:
                told = _describe(document, sentence, holder, known)
                found += [role for role in told if _is_person(holder) or _is_client(role)]
    return tuple(dict.fromkeys(found))


def _is_client(role: Mention) -> bool:
    return isinstance(role.value, Phrase) and role.value.lemmas[0] == CLIENT


def _is_person(name: Mention) -> bool:
    """Whether a name was taken for a person's; who is somebody's coach is one all the same."""
    return isinstance(name.value, Name) and name.value.type == "PERSON"


def _describe(document: Document, sentence: Sentence, holder: Mention, known: Persons) -> Iterator[Mention]:
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.start < holder.end and holder.start < t.end]
    if not inside:
        return
    within = set(inside)
    root = next((i for i in inside if tokens[i].head not in within or tokens[i].head == i), inside[-1])
    nouns = list(dict.fromkeys(_nouns(tokens, inside, root)))
    for noun in nouns:
        first = _phrase_start(tokens, noun, within)
        if noun in within or first > noun or _is_of_a_time(tokens, first, noun):
            continue
        last = _near_end(noun, _through(tokens, noun, "of"), within)
        told = _read_noun(sentence, _Found(first, noun), within, holder, known)
        for value in filter(None, (told, read_noun(tokens, first, noun, within))):
            yield _hold(document, sentence, (first, last), value, holder)
    if (member := read_member(tokens, inside[-1] + 1, within)) is not None:
        yield _hold(document, sentence, (inside[-1] + 1, member[1]), member[0], holder)
    for verb in dict.fromkeys(verb for there in (root, *nouns) for verb in _verbs(tokens, there)):
        thing = _object(tokens, verb)
        last = _near_end(verb, thing or _through(tokens, verb, "for"), within)
        told = _read_verb(sentence, verb, thing, holder, known)
        for value in filter(None, (told, read_verb(tokens, verb, thing, within))):
            yield _hold(document, sentence, (verb, last), value, holder)
    verb = tokens[tokens[root].head].head
    # "The jury, headed by Ann Roe": what stands before the participle.
    if tokens[root].dep == "pobj" and tokens[tokens[root].head].dep == "agent" and tokens[verb].dep == "acl":
        headed = _read_verb(sentence, verb, tokens[verb].head, holder, known)
        if headed is not None:
            yield _hold(document, sentence, (verb, verb), headed, holder)


def _near_end(word: int, last: int | None, within: Set[int]) -> int:
    """The end of a noun or verb with what completes it, where that is short and is not the name."""
    near = last is not None and word < last < word + _SHORT and within.isdisjoint(range(word, last + 1))
    return last if near and last is not None else word


def _hold(
    document: Document, sentence: Sentence, span: tuple[int, int], value: Phrase, holder: Mention
) -> Mention:
    tokens = sentence.tokens
    role = document.mention(sentence, tokens[span[0]].start, tokens[span[1]].end, Kind.ROLE, value)
    return replace(role, owner=holder.value.normal)


def _nouns(tokens: Sequence[Token], inside: Sequence[int], root: int) -> Iterator[int]:
    """Nouns that the place beside the name, apposition or a copula says the person to be."""
    before = with_honorifics(tokens, inside[0]) - 1
    if before >= 0 and tokens[before].pos in {"NOUN", "PROPN"} and not tokens[before].text.endswith("."):
        yield before
        # "Head of claims Ann Roe", without a comma.
        if before > 1 and tokens[before - 1].lemma == "of" and tokens[before - 2].lemma.lower() in _heads():
            yield before - 2
    if tokens[root].dep == "appos":
        above = tokens[root].head
        yield above
        # "Counsel for Makanda, Ann Roe": the name is tied to the nearest noun.
        if tokens[above].dep == "pobj" and tokens[tokens[above].head].lemma in _LINKS:
            yield tokens[tokens[above].head].head
    yield from (i for i, t in enumerate(tokens) if t.head == root and t.dep == "appos" and i != root)
    yield from _behind_comma(tokens, inside[-1] + 1)
    above = tokens[root].head
    if tokens[root].dep == "nsubj" and tokens[above].lemma == "be" and tokens[above].tag in {"VBZ", "VBP"}:
        yield from _attributes(tokens, above)
    for i, token in enumerate(tokens):
        if token.head == root and token.dep == "relcl" and token.lemma == "be" and token.tag == "VBZ":
            yield from _attributes(tokens, i)


def _is_of_a_time(tokens: Sequence[Token], first: int, noun: int) -> bool:
    """Whether words of the phrase make it a former, coming or acting office, or a deputy's."""
    held = {token.text.lower() for token in tokens[first:noun]} & ranks()
    return bool(held - {"one", "fellow"}) or is_tensed(tokens, first) or is_tensed(tokens, noun)


def _attributes(tokens: Sequence[Token], verb: int) -> Iterator[int]:
    if not any(t.head == verb and t.dep == "neg" for t in tokens):
        yield from (i for i, t in enumerate(tokens) if t.head == verb and t.dep == "attr")


def _behind_comma(tokens: Sequence[Token], after: int) -> Iterator[int]:
    """The noun of the phrase between commas behind a name, where the parse lost the apposition."""
    if after >= len(tokens) or tokens[after].text not in {",", "("}:
        return
    index = after + 1
    while index < min(len(tokens), after + _FAR) and (
        tokens[index].pos in {"DET", "ADJ", "PRON", "NUM", "PROPN", "NOUN", "PART"}
        and tokens[index].dep not in {"nsubj", "nsubjpass"}
    ):
        index += 1
    noun = index - 1
    if noun > after and tokens[noun].pos == "NOUN" and index < len(tokens):
        ended = tokens[index].text in {",", ")", ".", ";"} or tokens[index].lemma in _LINKS
        if ended and tokens[noun].dep not in {"poss", "compound"}:
            yield noun


def _phrase_start(tokens: Sequence[Token], noun: int, within: Set[int]) -> int:
    first = noun
    while first > 0 and first - 1 not in within:
        token = tokens[first - 1]
        inner = token.dep in _PREMODIFIERS and first - 1 < token.head <= noun
        if not inner or not (token.pos in _NOMINAL or token.tag in _INNER or token.text == "-"):
            break
        first -= 1
    return first


def _verbs(tokens: Sequence[Token], root: int) -> Iterator[int]:
    """Verbs of a relative or participial clause on the name that tell of what goes on."""
    for index, token in enumerate(tokens):
        if token.pos != "VERB" or token.head != root or token.dep not in {"relcl", "acl"}:
            continue
        below = [t for t in tokens if t.head == index]
        unreal = any(t.dep == "neg" or (t.dep == "aux" and t.lemma in _TENSED) for t in below)
        passive = any(t.dep in {"nsubjpass", "auxpass"} for t in below)
        others = any(t.dep == "nsubj" and t.lemma not in {"who", "that"} for t in below)
        if not (unreal or passive or others) and not (token.dep == "acl" and token.tag != "VBG"):
            yield index


def _object(tokens: Sequence[Token], verb: int) -> int | None:
    return next((i for i, t in enumerate(tokens) if t.head == verb and t.dep == "dobj"), None)


def _through(tokens: Sequence[Token], verb: int, link: str) -> int | None:
    """What a preposition ties to a verb or noun."""
    for i, token in enumerate(tokens):
        if token.dep == "pobj" and tokens[token.head].lemma == link and tokens[token.head].head == verb:
            return i
    return None


def _read_verb(
    sentence: Sentence, verb: int, thing: int | None, holder: Mention, known: Persons
) -> Phrase | None:
    tokens = sentence.tokens
    table = lexicon.read_table("descriptions")["verbs"]
    lemma = tokens[verb].lemma
    if lemma in table["client"] and thing is not None:
        return _client(table["client"][lemma], sentence, thing, holder, known)
    if lemma in table["through"] and thing is None:
        party = _through(tokens, verb, "for")
        return _client(table["through"][lemma], sentence, party, holder, known) if party is not None else None
    if lemma in table["office"] and thing is not None:
        post = table["office"][lemma]
        inner = _noun_phrase(tokens, thing)
        fields, sorts = _sort_words(tokens, inner)
        if _is_pointed_at(tokens, thing):
            fields = set()  # "who led the search"
        if post == "chair":
            fields = {BOARD} if {"board", "company"} & {tokens[i].lemma for i in inner} or sorts else set()
        elif _bodies().get(tokens[thing].lemma) == COMPANY:
            fields = {LEAD}
        for link in ("for", "of", "at"):
            party = _through(tokens, verb, link) or _through(tokens, thing, link)
            if party is not None:
                sorts |= _sort_words(tokens, _noun_phrase(tokens, party))[1]
        return _office(post, fields, sorts)
    return None


def _read_noun(
    sentence: Sentence, found: _Found, within: Set[int], holder: Mention, known: Persons
) -> Phrase | None:
    tokens = sentence.tokens
    head = tokens[found.head]
    noun = head.lemma.lower()
    if is_kin(posts_by_title().get(noun, "")):
        return None
    parties = [p for p in _parties(tokens, found.head) if p not in within]
    if family := _families().get(noun):
        return next((c for p in parties if (c := _client(family, sentence, p, holder, known))), None)
    if noun in _heads():
        return _read_office(tokens, found, parties)
    if head.pos == "NOUN" and _is_trade(noun):
        inner = [tokens[i].lemma.lower() for i in range(found.first, found.head) if tokens[i].pos == "NOUN"]
        return Phrase(f"{DESCRIBED}{noun}", (TRADE, noun, *inner))
    return None


def _is_trade(noun: str) -> bool:
    return bool(_TRADE.fullmatch(noun)) and noun not in lexicon.read_table("descriptions")["plain"]["nouns"]


def _parties(tokens: Sequence[Token], noun: int) -> list[int]:
    """What a noun belongs to: its possessor, else what a preposition ties to it."""
    own = [i for i, t in enumerate(tokens) if t.head == noun and t.dep == "poss"]
    return own + [
        i for link in sorted(_LINKS) if (i := _through(tokens, noun, link)) is not None and i > noun
    ]


def _client(family: str, sentence: Sentence, party: int, holder: Mention, known: Persons) -> Phrase | None:
    """Who works for whom, where that can be told."""
    if (
        sentence.tokens[party].text.lower() in {"their", "them", "both"}
        or sentence.tokens[party].tag == "NNS"
    ):
        return Phrase(f"{DESCRIBED}{family} of {SEVERAL}", (CLIENT, family, "", "", SEVERAL))
    name, gender = known.resolve(sentence, party, holder)
    if not name and not gender:
        return None
    printed = PRINTED if sentence.tokens[party].text in name.split() else ""
    return Phrase(f"{DESCRIBED}{family} of {name or gender}", (CLIENT, family, name, gender, printed))


def _read_office(tokens: Sequence[Token], found: _Found, parties: Sequence[int]) -> Phrase | None:
    words = [tokens[i].text.lower() for i in range(found.first, found.head + 1)]
    table = lexicon.read_table("descriptions")
    noun = tokens[found.head].text.lower()
    inner = [i for i in range(found.first, found.head) if tokens[i].dep != "poss"]
    fields, sorts = _sort_words(tokens, inner)
    if any(" ".join(words[-size:]) in table["offices"]["top"] for size in (1, 2, 3)):
        fields, noun = {TOP}, "chief executive"
    elif noun in table["offices"]["board"]:
        fields = {BOARD}
    elif noun in table["letters"]:
        fields = {table["letters"][noun]}
    for party in parties:
        phrase = _noun_phrase(tokens, party)
        told, of = _sort_words(tokens, phrase)
        sorts |= of
        # "Head of claims": what is run; "head of the clinic": the body.
        named = any(tokens[i].pos == "PROPN" or tokens[i].dep in {"det", "poss"} for i in phrase)
        if tokens[party].dep != "poss" and not of and not named and not _has_article(tokens, party):
            fields |= told
        elif of == {COMPANY} and not fields:
            fields = {LEAD}
    return _office(noun, fields, sorts)


def _is_pointed_at(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a determiner stands before a noun that names no unit of a body, and no one owns it."""
    unit = tokens[noun].lemma in lexicon.read_table("descriptions")["levels"]["units"]
    return not unit and any(t.head == noun and t.dep == "det" for t in tokens)


def _has_article(tokens: Sequence[Token], noun: int) -> bool:
    return any(t.head == noun and t.dep in {"det", "poss"} for t in tokens)


def _noun_phrase(tokens: Sequence[Token], noun: int) -> list[int]:
    return list(range(_phrase_start(tokens, noun, set()), noun + 1))


def _sort_words(tokens: Sequence[Token], phrase: Sequence[int]) -> tuple[set[str], set[str]]:
    """The fields of work among the words of a phrase, and the sorts of bodies."""
    table = lexicon.read_table("descriptions")
    fields: set[str] = set()
    sorts: set[str] = set()
    for index in phrase:
        word = tokens[index].lemma.lower()
        if sort := _bodies().get(word):
            sorts.add(sort)
        elif tokens[index].pos == "NOUN" and word not in table["levels"]["plain"]:
            fields.add(tokens[index].text.lower())
        elif word in table["adjectives"]:
            fields.add(table["adjectives"][word])
    return fields, sorts


def _office(noun: str, fields: set[str], sorts: set[str]) -> Phrase | None:
    if not fields and not sorts:
        return None
    words = (*(f"field {word}" for word in sorted(fields)), *(f"body {sort}" for sort in sorted(sorts)))
    named = sorted(fields - {TOP, LEAD, noun})
    told = " ".join((*named, noun, *(f"of a {_SAID.get(sort, sort)}" for sort in sorted(sorts))))
    return Phrase(f"{DESCRIBED}{told}", (OFFICE, noun, *words))


@cache
def _heads() -> frozenset[str]:
    return frozenset(lexicon.read_table("descriptions")["levels"]["heads"])


@cache
def _bodies() -> dict[str, str]:
    bodies = lexicon.read_table("descriptions")["bodies"]
    return {noun: sort for sort, nouns in bodies.items() for noun in nouns}


@cache
def _families() -> dict[str, str]:
    families = lexicon.read_table("descriptions")["clients"]
    return {noun: nouns[0] for nouns in families.values() for noun in nouns}
