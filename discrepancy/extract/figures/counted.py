"""The noun that a number counts: "6,655 civilian deaths" → "civilian death".

The tagger decides more reliably than the parser where a noun phrase ends, so the phrase is read
from left to right; the parser is asked only where the phrase has no plural to end it.
"""

from __future__ import annotations

import re

from discrepancy.extract.figures import hedges
from discrepancy.extract.figures.line import Line
from discrepancy.lexicon import read_table
from discrepancy.model import Token

# Where the lemmatizer errs or leaves two forms for one thing.
_SINGULAR = {
    "people": "person", "peoples": "person", "persons": "person", "men": "man", "women": "woman",
    "children": "child", "doses": "dose", "servicemen": "serviceman", "species": "species",
    "series": "series",
    "taxis": "taxi", "vertebrae": "vertebra", "bacteria": "bacterium", "criteria": "criterion",
    "staff": "staff", "crises": "crisis", "buses": "bus", "corpses": "corpse", "hooves": "hoof",
}  # fmt: skip
_MEASURED = re.compile(r" \d[\d.,]*-[a-z]+(?:-[a-z]+)*(?= [a-z])")
_THEM = re.compile(r" of (?:them|whom|which|these|those)\b(?! who\b)")
_PARTITIVE = {"the", "its", "their", "his", "her", "our", "those", "these", "all", "my", "your"}
_REACH = 6
# What ends a phrase although it looks like an adjective: "118 last week" counts no weeks.
_OUTSIDE = frozenset(
    {"others", "ago", "last", "next", "this", "past", "earlier", "yesterday", "today", "tomorrow"}
)
_DEGREES = frozenset({"most", "least", "very", "well", "too", "once"})
_EMPTY = {
    "many",
    "few",
    "more",
    "other",
    "others",
    "further",
    "additional",
    "extra",
    "new",
    "less",
    "fewer",
    "of",
    "them",
    "us",
    "about",
}


def counted_noun(line: Line, end: int, plural: bool = True) -> str:
    """Lemma of the noun, with its modifiers, that the number ending at ``end`` counts.

    Args:
        line: The sentence.
        end: Offset past the number.
        plural: Whether the noun has to be plural; false after "one".

    Returns:
        "" where the noun is left out ("four others", "11 of them").
    """
    end = hedges.skip_after(line.text, end)
    measured = _MEASURED.match(line.text, end) if plural else None
    if measured:
        # "Two 40-year-old men": the men are counted, each of them measured.
        end = measured.end()
    them = _THEM.match(line.text, end)
    if them:
        # "300 of them children"
        noun = line.after(them.end())
        return _lemma(noun) if noun is not None and noun.tag == "NNS" else ""
    index = line.token_from(end)
    first = line.token(index)
    if first is not None and first.text == "-":
        # "a 40-bed public hospital" has 40 beds.
        noun = line.token(index + 1)
        return _lemma(noun) if noun is not None and noun.pos == "NOUN" and noun.text.isalpha() else ""
    index = _skip_partitive(line, index)
    if first is not None and first.text.lower() == "of" and _owner_of_number(line, index):
        # "1.1 million of the region's 7.4 million people": no regions are counted.
        return ""
    phrase = _phrase(line, index, plural)
    if not phrase:
        return _participle(line, index)
    return _join(phrase)


def _owner_of_number(line: Line, index: int) -> bool:
    """Whether the words at ``index`` own what a number counts: "region's 7.4 million"."""
    owner, genitive, number = (line.token(index + i) for i in range(3))
    if owner is None or genitive is None or number is None:
        return False
    return owner.pos in ("NOUN", "PROPN") and genitive.tag == "POS" and number.pos == "NUM"


def counted_whole(line: Line, end: int) -> str:
    """What a share is one of: "two thirds of the members" → "member"; "half of the herd" counts nothing."""
    if not line.text.startswith(" of ", end):
        return ""
    phrase = _phrase(line, _skip_partitive(line, line.token_from(end)), plural=True)
    return _join(phrase) if phrase and phrase[-1].tag in ("NNS", "NNPS") else ""


def counted_state(line: Line, end: int) -> str:
    """What is said of the people whom the number ending at ``end`` counts: "dozens injured" → "injured"."""
    return _participle(line, line.token_from(end))


def _join(phrase: list[Token]) -> str:
    modifiers = [t.text.lower() for t in phrase[:-1] if t.text.lower() not in _EMPTY]
    return " ".join([*modifiers, _lemma(phrase[-1])]).replace(" - ", "-").removeprefix("- ")


def _lemma(token: Token) -> str:
    word = token.text.lower()
    lemma = token.lemma.lower()
    if token.tag == "NNPS" and word.endswith(("shes", "ches", "sses", "xes")):
        lemma = word[:-2]
    elif token.tag == "NNPS" and lemma == word and word.endswith("s"):
        lemma = word[:-1]
    return _SINGULAR.get(word, lemma)


def _skip_partitive(line: Line, index: int) -> int:
    """Past "of the" in "two dozen of the houses"."""
    token = line.token(index)
    if token is not None and token.text.lower() == "of":
        following = line.token(index + 1)
        return index + 2 if following is not None and following.text.lower() in _PARTITIVE else index + 1
    return index


def _phrase(line: Line, index: int, plural: bool) -> list[Token]:
    """Adjectives and nouns from ``index`` up to the head, empty when there is no head."""
    run: list[Token] = []
    head = 0
    for offset in range(_REACH):
        token = line.token(index + offset)
        if token is not None and _leads(line, index + offset):
            continue
        if token is not None and token.text == "-" and offset and not run:
            continue
        if token is None or not _belongs(token, bool(run)):
            break
        run.append(token)
        if token.pos in ("NOUN", "PROPN"):
            head = len(run)
            following = line.token(index + offset + 1)
            # "plain-clothes officers" are officers: a plural may modify another plural.
            pair = token.dep == "compound" and following is not None and following.tag == "NNS"
            if token.tag in ("NNS", "NNPS") and not pair:
                break
    if plural and run[:head] and run[head - 1].tag == "NNP":
        return []
    return run[:head]


def _leads(line: Line, index: int) -> bool:
    """Whether an adverb only says more of the next word: "severely injured", "clearly-visible"."""
    token, following = line.token(index), line.token(index + 1)
    if (
        token is None
        or not token.tag.startswith("RB")
        or not (token.text.endswith("ly") or token.text in _DEGREES)
    ):
        return False
    if following is not None and following.text == "-":
        following = line.token(index + 2)
    return following is not None and (following.pos == "ADJ" or following.tag in ("VBN", "VBG"))


def _belongs(token: Token, inside: bool) -> bool:
    if token.pos in ("ADJ", "NOUN", "PROPN") or token.text.lower() in ("more", "other", "further"):
        return token.text.lower() not in _OUTSIDE
    if token.text == "-":
        return inside
    return token.tag in ("VBN", "VBG") and token.dep in ("amod", "compound")


def _participle(line: Line, index: int) -> str:
    """Read "34 injured" → "injured", "31 dead" → "dead"."""
    token = line.token(index)
    if token is None:
        return ""
    word = token.text.lower()
    states = read_table("hedges")["context"]["states"]
    return word if word in states else ""
