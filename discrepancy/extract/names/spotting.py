"""Where names stand in one sentence: the language model's entities, trimmed and mended.

The model misses names, swallows titles and cuts names short; runs of proper nouns, titles and
ages show the rest. What a spot is called is only proposed here; the story decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from discrepancy.extract.names.joining import Range, join_parts, lead_on
from discrepancy.extract.names.locating import LOCATIVE, is_destination, is_locative, is_settled
from discrepancy.extract.names.titles import find_title, is_personal
from discrepancy.extract.names.trimming import SUFFIX, is_capital, is_month_or_day, trim_name
from discrepancy.lexicon.names import find_place, fold, is_office, title_words
from discrepancy.lexicon.towns import find_town
from discrepancy.model import Document, Sentence, Token

_LABELS = {
    "PERSON": "PERSON",
    "ORG": "ORG",
    "GPE": "PLACE",
    "LOC": "PLACE",
    "FAC": "PLACE",
    "EVENT": "MISC",
    "PRODUCT": "MISC",
    "WORK_OF_ART": "MISC",
    "LAW": "MISC",
    "NORP": "NORP",
}
NATIONALITY = "NORP"
"""Label of peoples, faiths and parties ("Russian"): no names, but they outvote the model's other guesses."""
_AGE = re.compile(
    r" ?(?:, (?:who (?:is|was|turned) |aged |age )?\d{1,2}\b(?!,\d| ?(?:[-–] ?\d|per|%|people|miles|kilom))"
    r"(?=[,;:)]|\.(?!\d)| and | years| of | from |$)|\(\d{1,2}\))"
)
_BARE_AGE = re.compile(r" \d{1,2}, ")
"""Behind a full name alone, for "Stage 3," is no age."""
_AGED = re.compile(r"\b\d{1,3}-year-old (?:[a-z-]+ ){0,2}$")
_FROM = frozenset({"from", "in", "near", "at"})
_NUMBERED = frozenset({"camp", "gate", "hangar", "pier", "platform", "runway", "terminal"})
_NUMERALS = frozenset({"One", "Two", "Three", "Four", "Five", "Six", "Seven"})
_HEADLINE = 0.7
"""Share of capitalised words from which a line is in headline style and capitals say nothing."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a name stands.

    Attributes:
        first: Index of its first token in the sentence.
        stop: Index past its last token.
        start: Offset of its first character in the field.
        end: Offset past its last character in the field.
        form: The name as printed.
        label: ``PERSON``, ``ORG``, ``PLACE`` or ``MISC`` as proposed; "" when nothing proposes any.
        title: Role or honorific that stands with it, or "".
        personal: Whether a title, an age or the like shows a person.
        locative: Whether a preposition of place stands before it.
        destination: Whether something is moved there or comes from there.
        settled: Whether only a place stands so: "the town of Harlow", "the road between Harlow and Orl".
        headline: Whether it stands in a line where every word is capitalised.
    """

    sentence: Sentence
    first: int
    stop: int
    start: int
    end: int
    form: str
    label: str
    title: str = ""
    personal: bool = False
    locative: bool = False
    destination: bool = False
    settled: bool = False
    headline: bool = False


def find_spots(document: Document) -> list[Spot]:
    """Every spot of ``document`` in order; spots do not overlap."""
    return [spot for sentence in document.sentences for spot in _find_in(document, sentence)]


def make_spot(document: Document, sentence: Sentence, first: int, stop: int, label: str) -> Spot:
    """A spot of tokens ``first`` to ``stop`` with the evidence around it."""
    return _make_spot(document, sentence, (first, stop, label), _is_headline(sentence))


def _make_spot(document: Document, sentence: Sentence, place: Range, headline: bool) -> Spot:
    first, stop, label = place
    tokens = sentence.tokens
    start, end = tokens[first].start, tokens[stop - 1].end
    title = find_title(document, sentence, first, stop)
    return Spot(
        sentence=sentence,
        first=first,
        stop=stop,
        start=start,
        end=end,
        form=document.article.read(sentence.field)[start:end],
        label=label,
        title=title,
        personal=not _is_origin(tokens, first, stop)
        and (is_personal(sentence, first, stop) or _has_age(sentence, start, end, stop - first > 1)),
        locative=is_locative(tokens, first, stop),
        destination=is_destination(tokens, first, stop),
        settled=is_settled(tokens, first, stop),
        headline=headline,
    )


def _is_origin(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether a lone word tells where somebody is from, whose age or office follows it."""
    return stop - first == 1 and first > 0 and tokens[first - 1].text.lower() in _FROM


def _has_age(sentence: Sentence, start: int, end: int, full: bool) -> bool:
    after = sentence.text[end - sentence.start :]
    if full and _BARE_AGE.match(after):
        return True
    return bool(_AGE.match(after) or _AGED.search(sentence.text[: start - sentence.start]))


def _find_in(document: Document, sentence: Sentence) -> Iterator[Spot]:
    taken = [False] * len(sentence.tokens)
    ranges: list[Range] = [(first, first + 2, "PLACE") for first in _numbered(sentence.tokens)]
    for first, stop, _ in ranges:
        taken[first:stop] = [True] * 2
    for first, stop, label in _entity_ranges(sentence):
        while first < stop and taken[first]:
            first += 1
        if first < stop and not any(taken[first:stop]):
            taken[first:stop] = [True] * (stop - first)
            ranges.append((first, stop, label))
    headline = _is_headline(sentence)
    for first, stop in _runs(sentence.tokens, taken):
        if not headline:
            ranges.append((first, stop, ""))
    trimmed = lead_on(sentence.tokens, list(_trim(sentence.tokens, sorted(ranges))))
    for first, stop, label in join_parts(sentence.tokens, trimmed):
        if not _is_nonsense(sentence.tokens[first:stop], label):
            yield _make_spot(document, sentence, (first, stop, label), headline)


def _numbered(tokens: Sequence[Token]) -> Iterator[int]:
    """Where places told apart by a number stand: "Terminal 2", "Camp Two"."""
    for index, (token, after) in enumerate(pairwise(tokens)):
        # Few words are numbers: asked first.
        numbered = after.text.isdigit() or after.text in _NUMERALS
        if numbered and token.text.lower() in _NUMBERED and is_capital(token):
            yield index


def _trim(tokens: Sequence[Token], ranges: Iterable[Range]) -> Iterator[Range]:
    last = 0
    for first, stop, label in ranges:
        first, stop = trim_name(tokens, first, stop, label)
        # Trimming can take a suffix in ("Ada, Jr.") with which the model let the next name begin.
        first, last = max(first, last), max(stop, last)
        if first < stop:
            yield first, stop, label


def _entity_ranges(sentence: Sentence) -> Iterator[Range]:
    tokens = sentence.tokens
    blocked = [False] * len(tokens)
    entities = [e for e in sentence.entities if e.label in _LABELS]
    for entity in entities:
        blocked[entity.first : entity.stop] = [True] * (entity.stop - entity.first)
    for entity in entities:
        label = _LABELS[entity.label]
        if label == NATIONALITY and not _is_demonym(tokens[entity.stop - 1]):
            label = ""
        for first, stop in _split(tokens, entity.first, entity.stop, label):
            if first > entity.first and label in ("ORG", "PERSON"):
                # What stands behind a slash or comma was labelled for what stands before it.
                label = ""
            if not is_capital(tokens[first]) and not any(is_capital(t) for t in tokens[first:stop]):
                continue
            if label == "ORG" and _has_age(
                sentence, tokens[first].start, tokens[stop - 1].end, stop - first > 1
            ):
                label = "PERSON"
            if label in ("PERSON", "ORG"):
                stop = _extend(tokens, stop, blocked)
                first = _extend_back(tokens, first, blocked, label)
            yield first, stop, label


def _is_demonym(token: Token) -> bool:
    # The model calls many an unknown company a people.
    return token.pos == "ADJ" or fold(token.text).removesuffix("s") in title_words("demonyms")


def _split(tokens: Sequence[Token], first: int, stop: int, label: str) -> Iterable[tuple[int, int]]:
    """An entity's parts between slashes, semicolons, prepositions and, unless a suffix follows, commas."""
    begin = first
    for index in range(first, stop):
        text = tokens[index].text
        apart = text == "and" and begin == first and first > 0 and tokens[first - 1].text.lower() == "between"
        suffix = index + 1 < stop and SUFFIX.match(tokens[index + 1].text)
        if text in {"/", ";", "|", "(", ")", '"', ":", "–", "—"} or apart or (text == "," and not suffix):
            if begin < index:
                yield begin, index
            begin = index + 1
        elif label == "PERSON" and tokens[index].pos in ("ADP", "VERB", "AUX", "SCONJ") and text.islower():
            # "Roe of Harlow"; particles are tagged otherwise or stand in the list.
            if fold(text) in title_words("particles"):
                continue
            if begin < index:
                yield begin, index
            begin = index + 1
    if begin < stop:
        yield begin, stop


def _extend(tokens: Sequence[Token], stop: int, blocked: Sequence[bool]) -> int:
    """Past the entity's end over what continues the name: surnames, particles, suffixes."""
    while stop < len(tokens):
        here = tokens[stop]
        after = tokens[stop + 1] if stop + 1 < len(tokens) else None
        if blocked[stop]:
            break
        if SUFFIX.match(here.text):
            stop += 1
        elif after and here.text == "," and SUFFIX.match(after.text):
            stop += 2
        elif here.text == "-" and after and after.start == here.end and tokens[stop - 1].end == here.start:
            if not is_capital(after) or blocked[stop + 1]:
                break
            stop += 2
        elif here.pos == "PROPN" and is_capital(here) and not is_month_or_day(here):
            stop += 1
        elif (
            after
            and fold(here.text) in title_words("particles")
            and here.text.islower()
            and here.text not in {"y", "e", "do"}
        ):
            if after.pos != "PROPN" or not is_capital(after) or blocked[stop + 1]:
                break
            stop += 2
        else:
            break
    return stop


def _extend_back(tokens: Sequence[Token], first: int, blocked: Sequence[bool], label: str) -> int:
    while first > 0 and label == "PERSON" and not blocked[first - 1]:
        before = tokens[first - 1]
        linked = before.text == "-" and before.end == tokens[first].start and first > 1
        if (
            linked
            and is_capital(tokens[first - 2])
            and not blocked[first - 2]
            and tokens[first - 2].end == before.start
        ):
            first -= 2
        elif before.pos == "PROPN" and is_capital(before) and not _is_outside(before):
            first -= 1
        else:
            break
    return first


def _is_outside(token: Token) -> bool:
    """Whether a word before a person's name is no part of it, as the model saw too: a title, a day."""
    word = fold(token.text)
    return (
        is_month_or_day(token)
        or is_office(token.text)
        or any(word in title_words(section) for section in ("honorifics", "kin", "demonyms"))
    )


def _runs(tokens: Sequence[Token], taken: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Proper nouns in a row that no entity covers, with initials and hyphens between them."""
    index = 0
    while index < len(tokens):
        token = tokens[index]
        # Most words have no capital, and neither a proper noun nor a town has none.
        named = not taken[index] and is_capital(token)
        if not named or not (_is_proper(token) or _is_missed_town(tokens, index)):
            index += 1
            continue
        stop = index + 1
        while stop < len(tokens) and not taken[stop]:
            extended = _extend(tokens, stop, taken)
            if extended == stop:
                break
            stop = extended
        yield index, stop
        index = stop


def _is_missed_town(tokens: Sequence[Token], index: int) -> bool:
    """Whether a town that the tables know stands behind "in" or "near", whatever the tagger calls it."""
    token = tokens[index]
    if index == 0 or not is_capital(token) or tokens[index - 1].text.lower() not in LOCATIVE:
        return False
    return bool(find_town(token.text)) and not is_month_or_day(token)


def _is_proper(token: Token) -> bool:
    return token.pos == "PROPN" and is_capital(token) and token.text[-1] not in "-–"


def _is_nonsense(tokens: Sequence[Token], label: str) -> bool:
    text = " ".join(t.text for t in tokens)
    folded = fold(text)
    if folded in title_words("nonsense") or (is_month_or_day(tokens[0]) and len(tokens) == 1):
        return True
    if not any(c.isalpha() for c in text) or len(folded.replace(" ", "")) < 2:
        return True
    if label == "PERSON" and len(tokens) > 1 and text.islower():
        return True  # "smoked eel"; scripts without capitals are neither
    if any(c.isdigit() for c in text) and (len(tokens) == 1 or "-" in text or label in ("", "PERSON")):
        # Model names ("Tu-143"), roads and rooms are no names that outlets could spell differently.
        return True
    if len(tokens) == 1 and (is_office(text) or folded in title_words("honorifics")) and not find_place(text):
        return True
    return all(
        is_office(t.text) or fold(t.text) in title_words("honorifics") or not t.text[0].isalpha()
        for t in tokens
    )


def _is_headline(sentence: Sentence) -> bool:
    words = [t.text for t in sentence.tokens if len(t.text) > 3 and t.text[0].isalpha()]
    if len(words) <= 3 or sum(w[0].isupper() for w in words) < _HEADLINE * len(words):
        return False
    # A list of people is none: "Ann Roe, 24, Jo Poe, 16, and".
    return len(_AGE.findall(sentence.text)) <= 1
