"""A sentence's dependency tree with the place of the value in it."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.model import Sentence, Token

NUMERIC = frozenset({"CARDINAL", "DATE", "MONEY", "ORDINAL", "PERCENT", "QUANTITY", "TIME"})
"""Entity labels that are no names."""
RELATIVE = frozenset({"WDT", "WP", "WP$", "WRB"})
"""Tags of relative pronouns."""
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj"})
_BEHIND_DATELINE = frozenset({"appos", "conj", "nsubj", "nsubjpass", "nmod", "dep", "ROOT"})
_LONGEST_DATELINE = 12
_DASHES = frozenset({"—", "–", "--", "-", ":"})


class Tree:
    """A sentence's dependency tree and the value that is asked for, which no wording may hold."""

    def __init__(self, sentence: Sentence, start: int, end: int) -> None:
        self.sentence = sentence
        self.tokens = tokens = sentence.tokens
        self.heads = find_heads(tokens)
        self.dateline = end_of_dateline(tokens)
        self.children: list[list[int]] = [[] for _ in tokens]
        self.inside: set[int] = set()
        for index, token in enumerate(tokens):
            if self.heads[index] != index:
                self.children[self.heads[index]].append(index)
            if token.start < end and start < token.end:
                self.inside.add(index)
        self._above = self._find_above()

    def _find_above(self) -> set[int]:
        """The value's tokens and all that they depend on."""
        found = set(self.inside)
        for index in self.inside:
            head = self.heads[index]
            while head not in found:
                found.add(head)
                head = self.heads[head]
        return found

    def anchor(self) -> int | None:
        """The token of the value by which its sentence hangs it; None where it has no token."""
        outward = [i for i in self.inside if self.heads[i] not in self.inside or self.heads[i] == i]
        told = [i for i in outward if self.tokens[i].dep != "punct" and self.tokens[i].pos != "PUNCT"]
        order = {"quantmod": 2, "advmod": 2, "det": 2, "amod": 1, "prep": 1, "mark": 2, "cc": 2}
        return min(told or outward, key=lambda i: (order.get(self.tokens[i].dep, 0), i), default=None)

    def child(self, index: int, *deps: str) -> int | None:
        """The first dependent of ``index`` with one of the labels ``deps``, in their order."""
        for dep in deps:
            for child in self.children[index]:
                if self.tokens[child].dep == dep:
                    return child
        return None

    def holds_value(self, index: int) -> bool:
        """Whether the value stands at or below ``index``."""
        return index in self._above

    def subject(self, verb: int) -> int | None:
        """What the verb is said of: its own subject, or that of the clause it depends on."""
        for _ in range(6):
            for child in self.children[verb]:
                if self.tokens[child].dep in _SUBJECTS:
                    return self._behind_dateline(self._antecedent(child))
                if self.tokens[child].dep in {"aux", "auxpass"}:  # "gets stuck"
                    below = self.child(child, "nsubj", "nsubjpass")
                    if below is not None:
                        return below
            token = self.tokens[verb]
            if token.dep in {"acl", "relcl"}:
                return self.heads[verb]
            if (
                token.dep not in {"conj", "xcomp", "advcl", "pcomp", "prep", "aux", "dep"}
                or self.heads[verb] == verb
            ):
                return None
            verb = self.heads[verb]
        return None

    def _antecedent(self, subject: int) -> int:
        """The noun that a relative pronoun stands for."""
        verb = self.heads[subject]
        if self.tokens[subject].tag in RELATIVE and self.tokens[verb].dep == "relcl":
            return self.heads[verb]
        return subject

    def _behind_dateline(self, subject: int) -> int:
        """The subject, where the parser took the place before the dash for it."""
        if subject >= self.dateline:
            return subject
        for index in range(self.dateline, len(self.tokens)):
            token = self.tokens[index]
            if token.pos in {"NOUN", "PROPN"} and token.dep in _BEHIND_DATELINE:
                return index
        return subject

    def is_pronoun(self, index: int) -> bool:
        """Whether a word says nothing by itself."""
        token = self.tokens[index]
        return token.pos == "PRON" or token.tag in RELATIVE or token.pos in {"DET", "NUM"}

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is done to its subject."""
        token = self.tokens[verb]
        if self.child(verb, "auxpass", "nsubjpass") is not None:
            return True
        if token.tag != "VBN" or self.child(verb, "aux") is not None:
            return False
        return token.dep == "acl" or (
            token.dep == "conj" and self.child(self.heads[verb], "auxpass") is not None
        )

    def governing_verb(self, index: int) -> int | None:
        """The nearest verb above ``index``."""
        for _ in range(len(self.tokens)):
            token = self.tokens[index]
            if token.pos in {"VERB", "AUX"}:
                return index
            if self.heads[index] == index:
                return None
            index = self.heads[index]
        return None

    def is_unit(self, index: int) -> bool:
        """Whether a noun only carries a number that is left out ("9m", "50%", "three weeks")."""
        token = self.tokens[index]
        if token.tag == "JJR":
            return True
        if self.child(index, "nummod") is None and self.child(index, "quantmod") is None:
            return False
        return len(token.text) < 3 or any(
            entity.first <= index < entity.stop and entity.label in NUMERIC
            for entity in self.sentence.entities
            if entity.label != "CARDINAL"
        )

    def is_age(self, index: int) -> bool:
        """Whether this is the last word of "20-year-old", which says nothing without its number."""
        return self.tokens[index].text == "old" and index > 0 and self.tokens[index - 1].text == "-"

    def in_name(self, index: int) -> bool:
        """Whether a named entity holds the token."""
        return any(
            entity.first <= index < entity.stop and entity.label not in NUMERIC
            for entity in self.sentence.entities
        )


def find_heads(tokens: Sequence[Token]) -> list[int]:
    """Every token's head. Where a sentence was cut out of a longer one, its ends may run in a circle."""
    heads = [token.head for token in tokens]
    for edge in (0, len(tokens) - 1) if tokens else ():
        index = heads[edge]
        for _ in tokens:
            if index in (edge, heads[index]):
                break
            index = heads[index]
        if index == edge:
            heads[edge] = edge
    return heads


def end_of_dateline(tokens: Sequence[Token]) -> int:
    """Index of the first token behind "LONDON (AB) —", or 0 where the sentence opens otherwise."""
    first = tokens[0].text if tokens else ""
    if len(first) < 3 or not first.isupper():
        return 0
    for index, token in enumerate(tokens[:_LONGEST_DATELINE]):
        if token.text in _DASHES and (token.text != "-" or index > 1):
            return index + 1
    return 0
