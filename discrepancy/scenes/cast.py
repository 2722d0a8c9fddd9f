"""Who takes part in a sentence: whom a verb or a noun of a deed is about."""

from __future__ import annotations

from collections.abc import Sequence

from discrepancy.extract.grammar import Tree
from discrepancy.model import Mention

_SUBJECTS = ("nsubj", "nsubjpass")
_HIM = frozenset({"he", "she", "him", "her", "his"})
_RELATIVE = frozenset({"who", "that", "which", "whom"})
_WHOSE = "whose"


class Cast:
    """The people, bodies and things with a name in one sentence, and what its verbs say of them."""

    def __init__(self, tree: Tree, named: Sequence[Mention], last: str) -> None:
        """Read nothing yet.

        Args:
            tree: The sentence.
            named: Its names that are no places.
            last: Whom the sentences before are about.
        """
        self.tree = tree
        self.tokens = tree.tokens
        self.named = named
        self.last = last

    def subject(self, verb: int) -> int | None:
        """The verb's subject, or what a clause without one is about."""
        found = self.tree.child(verb, *_SUBJECTS)
        token = self.tokens[verb]
        if found is not None and self.tokens[found].text.lower() in _RELATIVE and token.dep == "relcl":
            return token.head
        if found is None and token.dep in {"acl", "relcl"}:
            return token.head
        if found is None and token.dep in {"advcl", "conj", "xcomp"} and token.head != verb:
            return self.subject(token.head)
        return found

    def party(self, verb: int) -> str:
        """Canonical name of whom a verb is about: its subject, or its object where that is a person."""
        passive = self.tree.child(verb, "nsubjpass") is not None
        objects = [] if passive else [self.tree.child(verb, "dobj")]
        subject = self.subject(verb)
        # "The forger Holm was" may be parsed as two subjects.
        subjects = (c for c in self.tree.children[verb] if self.tokens[c].dep in _SUBJECTS)
        for index in (*objects, subject, *subjects):
            if index is not None and (name := self.name_at(index)):
                return name
        return "" if subject is None else self._owner(subject)

    def patient(self, noun: int) -> str:
        """Whose deed or fate a noun tells: "her death", "the arrest of Roe"."""
        for child in self.tree.children[noun]:
            if self.tokens[child].lemma != "of":
                continue
            if name := next((n for c in self.tree.children[child] if (n := self.name_at(c))), ""):
                return name
        return self._owner(noun)

    def _owner(self, noun: int) -> str:
        """Who has the thing: "her cradle", "Roe, whose cradle"."""
        owner = self.tree.child(noun, "poss")
        if owner is None:
            return ""
        if self.tokens[owner].text.lower() != _WHOSE:
            return self.name_at(owner)
        clause = self.tokens[noun].head
        return self.name_at(self.tokens[clause].head) if self.tokens[clause].dep == "relcl" else ""

    def name_at(self, index: int) -> str:
        """Canonical name of what a token names, explains or stands for, or ""."""
        token = self.tokens[index]
        if token.text.lower() in _HIM:
            return self.last
        beside = [
            index,
            *(c for c in self.tree.children[index] if self.tokens[c].dep == "appos"),
            *([token.head] if token.dep == "appos" else []),
        ]
        for at in beside:
            start = self.tokens[at].start
            for mention in self.named:
                if mention.start <= start < mention.end:
                    return mention.value.normal
        return ""

    def count(self, verb: int | None) -> str:
        """How many the subject is, as printed ("four")."""
        subject = None if verb is None else self.subject(verb)
        number = None if subject is None else self.tree.child(subject, "nummod")
        return "" if number is None else self.tokens[number].lemma.lower()
