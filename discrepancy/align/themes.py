"""What a status is said of, and how surely two statuses are said of one thing.

People are told by name, by the calling that the story gives somebody, and by pronouns that the
extraction has resolved; things by the words for them. What a status is said of stands before
what it is done by, which says less: a council approves many things.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from discrepancy.align.bearers import (
    Bearers,
    are_printed,
    have_two_portfolios,
    person_nouns,
    ranks_below,
)
from discrepancy.align.beside import place_of, tell_counts, tell_figures
from discrepancy.align.dimensions import dimension_of, is_in, leads
from discrepancy.align.features import measure_meaning, measure_sentences
from discrepancy.align.things import (
    GUILT,
    NEAR,
    Theme,
    are_done_by_one,
    are_numbered_apart,
    are_of_law,
    are_told_apart,
    charges_of,
    countries_of,
    instances_of,
    is_another,
    is_part_of_contest,
    is_part_of_law,
    may_be_rivals,
    may_say_the_same,
    may_share_charge,
    name_together,
    share_words,
)
from discrepancy.extract.predicates import questions
from discrepancy.extract.statuses import BY, NOBODY, PLANNED
from discrepancy.model import Claim, Phrase
from discrepancy.vectors import information, similarity

UNLIKE = 0.7
"""What is left of the evidence where no word for the thing is shared: a quarry and a depot."""

SOLE = 0.6
"""How telling it is, in a dimension that a story seldom tells of two things, that neither has another."""

ONLY = 0.4
"""How telling it is that somebody without a name may be the only person of whom the story tells it."""

TELLING = 0.3
"""Information from which a word beside a calling tells whose it is: the lorry's driver."""

LED = 0.74
"""Evidence up to which it counts that both tell their main fact: too little for one against one."""


class Themes:
    """The themes of one story's statuses, by their index, held against each other."""

    def __init__(self, claims: Sequence[Claim], statuses: Sequence[Claim]) -> None:
        self.statuses = statuses
        self.bearers = Bearers(claims)
        self.beside = tell_figures(claims)
        self.counted = tell_counts(claims)
        self._sentences = measure_sentences(statuses)
        self._meanings = measure_meaning(statuses)
        self.of = [self._read(claim) for claim in statuses]
        self._told_of = self._tell_people()

    def evidence(self, i: int, j: int, lone: bool) -> float:
        """How sure it is that two statuses of one dimension are said of one thing, from 0 to 1.

        Args:
            i: One status.
            j: Another.
            lone: Whether neither article says anything else of the sort.
        """
        if not self._may_be_one(i, j):
            return 0.0
        a, b = self.of[i], self.of[j]
        personal, sole = is_in(self.statuses[i], "personal"), is_in(self.statuses[i], "sole")
        alike = share_words(a.words, b.words, frozenset({a.head, b.head}))
        sentence, meaning = self.likeness(i, j), float(self._meanings[i, j])
        doubt = 1 - (0.6 if personal else 0.2) * bool(a.people & b.people)
        doubt *= 1 - ONLY * (personal and self._may_be_only(i, j))
        doubt *= 1 - 0.7 * alike
        doubt *= 1 - 0.3 * share_words(a.agents, b.agents)
        doubt *= 1 - 0.7 * sentence
        doubt *= 1 - 0.3 * meaning
        doubt *= 1 - 0.4 * self.count_beside(i, j)
        doubt *= 1 - 0.4 * name_together(self.statuses[i], self.statuses[j])
        doubt *= 1 - (SOLE if sole else 0.25) * lone
        unlike = bool(a.words and b.words) and not personal and (not alike or are_told_apart(a, b))
        unlike |= is_in(self.statuses[i], "local") and self._is_placed(i) != self._is_placed(j)
        if (sole or not unlike) and leads(self.statuses[i]) and leads(self.statuses[j]):
            doubt = max(0.65 * doubt, min(doubt, 1 - LED))
        told = (a.agents | a.words) & (b.agents | b.words)
        if is_in(self.statuses[i], "local") and not alike and not told:
            return 0.0  # a line opened for relatives is no flight that is stopped
        return (1 - doubt) * (UNLIKE if unlike else 1.0)

    def likeness(self, i: int, j: int) -> float:
        """How alike the sentences of two statuses are worded, from 0 to 1."""
        return float(self._sentences[i, j])

    def meaning(self, i: int, j: int) -> float:
        """How near in meaning the words of two statuses' sentences are, from 0 to 1."""
        return float(self._meanings[i, j])

    def are_named_alike(self, i: int, j: int) -> bool:
        """Whether two statuses name one person, or have the same word or nearly so for the thing."""
        a, b = self.of[i], self.of[j]
        if is_in(self.statuses[i], "personal"):
            if not a.people and not b.people:
                # "The porter, a man of 52": one calling, and a figure beside it that both have.
                return (
                    bool(a.head)
                    and a.head == b.head
                    and a.head in person_nouns()
                    and self.count_beside(i, j) > 0
                )
            if self._are_of_one_calling(i, j):
                return True
            if (
                not is_in(self.statuses[i], "bodily")
                and not (a.guessed or b.guessed)
                and self._may_be_only(i, j)
            ):
                return True
            return bool(a.people & b.people) and not a.guessed and not b.guessed
        return bool(a.head and b.head) and similarity(a.head, b.head) >= NEAR

    def _are_of_one_calling(self, i: int, j: int) -> bool:
        """Whether both are of somebody without a name whom his calling and his vehicle tell: "the pilot"."""
        a, b = self.of[i], self.of[j]
        if a.people or b.people or {a.head, b.head} - questions("lone"):
            return False
        if a.head != b.head and similarity(a.head, b.head) < NEAR:
            return False
        mine, yours = (_tell_which(self.statuses[k], self.of[k].head) for k in (i, j))
        return bool(mine & yours) and not (mine - yours and yours - mine)

    def name_charges(self, i: int, j: int) -> bool:
        """Whether both statuses name a crime or contest; if so, ``evidence`` knows whether it is one."""
        return bool(charges_of(self.of[i]) and charges_of(self.of[j]))

    def share_charges(self, i: int, j: int) -> bool:
        """Whether both statuses name one and the same crime or contest."""
        return bool(charges_of(self.of[i]) & charges_of(self.of[j]))

    def _may_be_one(self, i: int, j: int) -> bool:
        """Whether nothing tells the people apart, nor the charges, contests, things and countries."""
        a, b, claim = self.of[i], self.of[j], self.statuses[i]
        if is_in(claim, "personal"):
            only = self._may_be_only(i, j)
            if a.people and b.people and not a.people & b.people and not only:
                return False
            if self._are_of_two_ranks(i, j) or have_two_portfolios(a.words, b.words):
                return False
            known = only or a.people & b.people or a.words & b.words or a.nobody or b.nobody
            if not known and not self.count_beside(i, j):
                return False
        elif a.words & questions("apart") != b.words & questions("apart"):
            return False
        if is_in(claim, "bodily") and not (a.people & b.people or self.count_beside(i, j)):
            return self._are_of_one_calling(i, j)
        if are_numbered_apart(claim, self.statuses[j], a.words & b.words):
            return False
        if self._are_counted_apart(i, j):
            return False
        another = is_another(claim, b.head) != is_another(self.statuses[j], a.head)
        if another and a.head == b.head and not (a.words & b.words) - {a.head}:
            return False  # but "a second trial, in asthma" and "the asthma trial" are one
        if is_in(claim, "doing") and not are_done_by_one(a, b):
            return False
        if is_in(claim, "sited") and self._are_sited_apart(i, j):
            return False
        if is_in(claim, "told") and not (share_words(a.words, b.words) and may_say_the_same(a, b)):
            return False
        if is_in(claim, "exact") and (not a.words & b.words or are_told_apart(a, b)):
            return False
        if is_in(claim, "several") and not may_share_charge(a, b):
            return False
        if is_in(claim, "contested") and may_be_rivals(a, b):
            return False
        if is_in(claim, "placed") and is_part_of_contest(claim, self.statuses[j], a, b):
            return False
        if is_in(claim, "amended") and is_part_of_law(a) != is_part_of_law(b) and are_of_law(a, b):
            return False
        if is_in(claim, "judged"):
            here, there = (instances_of(self.statuses[k].context) for k in (i, j))
            if here and there and not here & there:
                return False
        if is_in(claim, "decided"):
            here, there = countries_of(claim), countries_of(self.statuses[j])
            return not here or not there or bool(here & there)
        return True

    def _are_of_two_ranks(self, i: int, j: int) -> bool:
        """Whether one is of a deputy, and the other of no such and nobody of the same name."""
        pair = sorted((i, j), key=lambda k: len(self.of[k].words & ranks_below()))
        higher, lower = (self.of[k] for k in pair)
        if higher.words & ranks_below() == lower.words & ranks_below():
            return False
        shared = higher.people & lower.people
        return not shared or not (higher.guessed or are_printed(shared, self.statuses[pair[0]].context))

    def _are_counted_apart(self, i: int, j: int) -> bool:
        """Whether each is told of so many, and of another number: "accepted 31", "four were not accepted"."""
        a, b = (self.counted.get(place_of(self.statuses[k]), {}) for k in (i, j))
        words = self.of[i].words & self.of[j].words
        return any(a[word].isdisjoint(b[word]) for word in words & a.keys() & b.keys())

    def _is_placed(self, i: int) -> bool:
        """Whether a place tells which of many things it is: "schools in the Ossbury valley"."""
        places = {word for name in self.statuses[i].key.places for word in name.lower().split()}
        return not places.isdisjoint(self.of[i].words)

    def _are_sited_apart(self, i: int, j: int) -> bool:
        """Whether another place or sort of settlement tells which of several it is: a town, a hamlet."""
        return any(
            mine and yours and not mine & yours
            for mine, yours in zip(self._sites(i), self._sites(j), strict=True)
        )

    def _sites(self, i: int) -> tuple[frozenset[str], frozenset[str]]:
        """The places among the words of what a status is said of, and the nouns for settlements."""
        places = {word for name in self.statuses[i].key.places for word in name.lower().split()}
        return self.of[i].words & places, self.of[i].words & questions("settlements")

    def count_beside(self, i: int, j: int) -> float:
        """Figures and days that the two sentences share."""
        a, b = (self.beside.get(place_of(self.statuses[k]), frozenset()) for k in (i, j))
        return 1 - 0.5 ** len(a & b)

    def _read(self, claim: Claim) -> Theme:
        value = claim.mention.value
        assert isinstance(value, Phrase)
        lemmas = [lemma.lower() for lemma in value.lemmas if lemma not in (PLANNED, NOBODY)]
        by = lemmas.index(BY) if BY in lemmas else len(lemmas)
        names = self.bearers.names
        agents = frozenset(lemma for lemma in lemmas[by + 1 :] if lemma not in names)
        words = frozenset(lemma for lemma in lemmas[:by] if lemma not in names) - questions("meanwhile")
        people = self.bearers.named(lemmas)
        guessed = bool(people) and not are_printed(people, claim.context)
        people = people or self.bearers.called(words | agents, claim.context)
        if words & questions("guilt"):
            words |= {GUILT}
        head = next((lemma for lemma in lemmas[:by] if lemma in words), "")
        planned, nobody = PLANNED in value.lemmas, NOBODY in value.lemmas
        doer = next((lemma for lemma in lemmas[by + 1 :] if lemma in agents), "")
        return Theme(people, head, words, agents, planned, nobody, guessed, doer)

    def _tell_people(self) -> dict[str, frozenset[str]]:
        """The people of whom sentences that name them tell something, for each dimension."""
        found: dict[str, frozenset[str]] = {}
        for claim, theme in zip(self.statuses, self.of, strict=True):
            if not theme.guessed:
                dimension = dimension_of(claim)
                found[dimension] = found.get(dimension, frozenset()) | theme.people
        return found

    def _may_be_only(self, i: int, j: int) -> bool:
        """Whether one is of the only person of whom the story tells such a thing, the other of somebody."""
        people = self._told_of.get(dimension_of(self.statuses[i]), frozenset())
        if len(people) != 1:
            return False
        named, other = sorted((i, j), key=lambda k: self.of[k].is_unnamed)
        if is_another(self.statuses[other], self.of[other].head):
            return False  # "a third man"
        return self.of[named].people == people and self.of[other].is_unnamed and not self.of[other].nobody


def _tell_which(claim: Claim, head: str) -> frozenset[str]:
    """The words that tell which driver it is of "the driver of the lorry" and "the lorry's driver".

    None of them where it is one of several: "a lorry driver".
    """
    told = re.search(
        rf"\b(?:the|whose) ((?:[\w’'-]+ ){{0,3}}){re.escape(head)}\b(?: of the ((?:[\w-]+ ?){{1,2}}))?",
        claim.context.lower(),
    )
    if told is None:
        return frozenset()
    words = re.sub(r"['’]s?\b", "", " ".join(filter(None, told.groups()))).split()
    return frozenset(word for word in words if word.isalpha() and information(word) >= TELLING)
