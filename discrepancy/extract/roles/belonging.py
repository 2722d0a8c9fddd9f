"""Whom somebody works for: "her coach", "the colonel's lawyer", "acted for the cathedral".

A name is itself. A noun ("the colonel", "the Norwegian") is the one person to whom the article gives it,
and a pronoun the nearest person before it who can be meant by "he" or "she".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from discrepancy.model import Document, Mention, Sentence, Token
from discrepancy.vectors import similarity

_FEMALE = 0.05
_MALE = -0.02
"""By how much a given name stands nearer to "she" than to "he"."""
_REACH = 3
"""Sentences back in which the person is looked for whom a pronoun stands for."""
_STEM = 4
"""Letters that "Norwegian" has in common with "Norway"."""
_SUBJECTS = {"he": "male", "she": "female"}
_PRONOUNS = {"his": "male", "him": "male", "her": "female", "hers": "female"}


class Persons:
    """The people of one article, by the words that stand with their names.

    Args:
        document: The article.
        people: Its people's names, by sentence.
    """

    def __init__(self, document: Document, people: Mapping[int, Sequence[Mention]]) -> None:
        self._document = document
        self._people = people
        self._called: dict[str, set[str]] = {}
        for index, group in people.items():
            for person in group:
                for word in _words_beside(document.sentences[index], person):
                    self._called.setdefault(word, set()).add(person.value.normal)

    def resolve(self, sentence: Sentence, index: int, holder: Mention) -> tuple[str, str]:
        """Canonical name and gender of whom the token at ``index`` stands for; "" for what is not known.

        Args:
            sentence: The sentence.
            index: A token of it.
            holder: Who cannot be meant.
        """
        token = sentence.tokens[index]
        word = token.text.lower()
        if gender := _PRONOUNS.get(word):
            return self._before(sentence, token, gender, holder), gender
        for person in self._people.get(sentence.index, ()):
            if person.start <= token.start < person.end:
                name = person.value.normal
                return ("", "") if name == holder.value.normal else (name, gender_of_name(name))
        if token.pos not in {"NOUN", "PROPN", "ADJ"}:
            return "", ""
        named = self._called_by(token) - {holder.value.normal}
        if len(named) != 1:
            return "", ""
        (name,) = named
        return name, gender_of_name(name)

    def _called_by(self, token: Token) -> set[str]:
        """The people with whose names the article has the word, or a country of the same stem."""
        word = token.lemma.lower()
        found = set(self._called.get(word, ()))
        if token.text[0].isupper() and len(word) > _STEM:
            for other, people in self._called.items():
                if other[:_STEM] == word[:_STEM]:
                    found |= people
        return found

    def _before(self, sentence: Sentence, token: Token, gender: str, holder: Mention) -> str:
        """The person before the pronoun who may be meant; "" where two may."""
        own = [p for p in self._people.get(sentence.index, ()) if p.end <= token.start]
        if own and _opens_with(sentence, gender, own[0]):
            return ""  # "He waved Ben Hale past, as his coach wished"
        if named := self._fitting(own, gender, holder):
            return named.pop() if len(named) == 1 else ""
        for index in range(sentence.index - 1, max(-1, sentence.index - 1 - _REACH), -1):
            other = self._document.sentences[index]
            if other.field != sentence.field:
                break
            if named := self._fitting(self._people.get(index, ()), gender, holder):
                return named.pop() if len(named) == 1 else ""
        return ""

    @staticmethod
    def _fitting(people: Sequence[Mention], gender: str, holder: Mention) -> set[str]:
        names = {person.value.normal for person in people} - {holder.value.normal}
        return {name for name in names if gender_of_name(name) in ("", gender)}


def _opens_with(sentence: Sentence, gender: str, person: Mention) -> bool:
    """Whether "he" or "she" is the subject before the first person whom the sentence names."""
    return any(
        _SUBJECTS.get(token.text.lower()) == gender and token.dep == "nsubj" and token.end <= person.start
        for token in sentence.tokens
    )


def gender_of_name(name: str) -> str:
    """The gender that a person's given name tells, by what it stands near to in texts; "" if unsure."""
    given = name.split()[0].lower() if " " in name else ""
    lean = (similarity(given, "she") - similarity(given, "he")) if given else 0.0
    return "female" if lean > _FEMALE else "male" if lean < _MALE else ""


def _words_beside(sentence: Sentence, person: Mention) -> Iterator[str]:
    """Lemmas of the nouns and adjectives right before a name, and of what stands in apposition to it."""
    tokens = sentence.tokens
    inside = [i for i, t in enumerate(tokens) if t.start < person.end and person.start < t.end]
    if not inside:
        return
    index = inside[0] - 1
    while index >= 0 and (tokens[index].pos in {"NOUN", "PROPN", "ADJ"} or tokens[index].tag == "POS"):
        yield tokens[index].lemma.lower()
        index -= 1
    after = inside[-1] + 1
    if after + 1 < len(tokens) and tokens[after].lemma in {"of", "from"} and tokens[after + 1].pos == "PROPN":
        yield tokens[after + 1].lemma.lower()
    for i, token in enumerate(tokens):
        if token.dep == "appos" and token.head in inside and i not in inside and token.pos == "NOUN":
            yield token.lemma.lower()
            yield from (t.lemma.lower() for t in tokens if t.head == i and t.pos in {"ADJ", "NOUN", "PROPN"})
