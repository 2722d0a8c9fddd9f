"""Which article states which value, and how well a claim fits what another article says.

A contradiction shows in what the articles do not say, too: that nobody else has the one value, that the odd
article lacks what the others agree on, and that nothing else it says would fit their question better.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from datetime import datetime

from discrepancy.align.answers import count_articles, repeats
from discrepancy.align.facts import Fact
from discrepancy.align.pairs import Pair, family
from discrepancy.instants import in_utc
from discrepancy.model import Claim, Figure, Verdict

EXPLAINED = 0.35
"""Score from which an agreeing value in the other article explains a claim."""


class Testimony:
    """One story's claims, pairs and facts, indexed for the questions that rivals raise.

    Attributes:
        claims: What all indexes point into.
        facts: The facts of the story.
        articles: For each fact the articles that tell it.
        tellers: For each fact the articles that state its value, of whatever question.
        total: How many articles there are.
    """

    def __init__(self, claims: Sequence[Claim], pairs: Sequence[Pair], facts: Sequence[Fact]) -> None:
        """Index the pairs between articles.

        Args:
            claims: Of the story.
            pairs: All that were looked at.
            facts: Of the story.
        """
        self.claims = claims
        self.facts = facts
        self.articles = [frozenset(claims[i].mention.article_id for i in fact.members) for fact in facts]
        self.total = count_articles(claims)
        self._published = [times_of(claims[i] for i in fact.members) for fact in facts]
        self._nouns = [frozenset(_nouns(claims[i] for i in fact.members)) for fact in facts]
        self._fits: defaultdict[tuple[int, str], list[tuple[float, int]]] = defaultdict(list)
        self._agreeing: dict[tuple[int, str], float] = {}
        self._equal: dict[int, set[str]] = {}
        self._families: dict[tuple[str, str], list[int]] = {}
        self._free: dict[tuple[str, str, str], tuple[frozenset[int], int]] = {}
        for index, claim in enumerate(claims):
            self._families.setdefault((claim.mention.article_id, family(claim)), []).append(index)
        article = [claim.mention.article_id for claim in claims]
        for pair in pairs:
            here, there = article[pair.left], article[pair.right]
            if here != there:
                self._index(pair, here, there)
        self.tellers = [
            told.union(*(self._equal.get(index, ()) for index in fact.members))
            for told, fact in zip(self.articles, facts, strict=True)
        ]

    def _index(self, pair: Pair, here: str, there: str) -> None:
        left, right, same, verdict = pair.left, pair.right, pair.same, pair.relation.verdict
        self._fits[left, there].append((same, right))
        self._fits[right, here].append((same, left))
        if verdict is Verdict.CONFLICT:
            return
        if verdict is Verdict.AGREE:
            self._equal.setdefault(left, set()).add(there)
            self._equal.setdefault(right, set()).add(here)
        # Asked last: most pairs that do not clash are no better than one that was met before.
        surer = [key for key in ((left, there), (right, here)) if same > self._agreeing.get(key, -1.0)]
        if surer and repeats(self.claims[left], self.claims[right], verdict):
            self._agreeing.update(dict.fromkeys(surer, same))

    def is_free(self, mine: int, there: str) -> bool:
        """Whether article ``there`` states nothing that surely agrees with claim ``mine``."""
        return self._agreeing.get((mine, there), 0.0) < EXPLAINED

    def free(self, here: str, there: str, kind: str) -> tuple[frozenset[int], int]:
        """Claims of one family in article ``here`` that nothing in ``there`` explains; of how many values."""
        known = self._free.get((here, there, kind))
        if known is None:
            claims = frozenset(i for i in self._families.get((here, kind), ()) if self.is_free(i, there))
            known = claims, len({self.claims[i].mention.value.normal for i in claims})
            self._free[here, there, kind] = known
        return known

    def is_lonely(self, big: int, small: int, best: Pair) -> bool:
        """Whether one article alone has a value, and lacks the one that others have.

        Args:
            big: The fact that more articles tell.
            small: The other.
            best: Their likest claims.
        """
        left, right = (self.claims[i].mention.article_id for i in (best.left, best.right))
        alone = self.articles[small]
        return (
            len(alone) == 1
            and self.tellers[small] == alone
            and not self.tellers[big] & alone
            and self.is_free(best.left, right)
            and self.is_free(best.right, left)
        )

    def share_of_others(self, fact: int, small: int) -> float:
        """How many of the articles without the fact ``small`` state the value of ``fact``, from 0 to 1."""
        here = self.articles[small]
        return len(self.tellers[fact] - here) / max(self.total - len(here), 1)

    def is_between(self, big: int, small: int) -> bool:
        """Whether a fact was published after one article that tells the other, and before one: no update.

        Args:
            big: The fact that more articles tell.
            small: The other.
        """
        if self.articles[small] & self.articles[big]:
            return False
        times, others = self._published[small], self._published[big]
        return bool(times and others) and min(others) <= times[0] <= max(others)

    def count_one_noun(self, a: int, b: int) -> bool:
        """Whether two facts count the same noun, in any of their wordings."""
        return not self._nouns[a].isdisjoint(self._nouns[b])

    def explained(self, fact: int, other: int) -> tuple[float, float]:
        """How far a fact's articles also state, elsewhere, a value agreeing with another fact.

        Returns:
            How surely that answers the same question, on average; and in what share of the articles
            such a value stands at all.
        """
        best = [
            max((self._agreeing.get((i, article), -1.0) for i in self.facts[other].members), default=-1.0)
            for article in sorted(self.articles[fact])
        ]
        return sum(max(b, 0.0) for b in best) / len(best), sum(b >= 0 for b in best) / len(best)

    def is_best(self, mine: int, other: int, score: float) -> bool:
        """Whether, of all that ``other``'s article says, ``other`` fits ``mine`` best."""
        there = self._fits.get((mine, self.claims[other].mention.article_id), ())
        return all(s <= score for s, _ in there)

    def margin(self, best: Pair, among: Set[int] | None = None) -> float:
        """How far a pair is ahead of what else its claims could be paired with.

        Args:
            best: The pair.
            among: The claims that count as alternatives; all where None.
        """
        rest = [
            s
            for mine, other in ((best.left, best.right), (best.right, best.left))
            for s, o in self._fits.get((mine, self.claims[other].mention.article_id), ())
            if o != other and (among is None or o in among)
        ]
        return best.same - max(rest, default=0.0)


def times_of(claims: Iterable[Claim]) -> list[datetime]:
    """When the articles were published that claims stand in, in the order of the claims."""
    return [in_utc(claim.published) for claim in claims if claim.published is not None]


def _nouns(claims: Iterable[Claim]) -> Iterator[str]:
    """The nouns that values count, the last words of their units and the heads of their phrases."""
    for claim in claims:
        if claim.key.head:
            yield claim.key.head
        if isinstance(claim.mention.value, Figure) and claim.mention.value.unit:
            yield claim.mention.value.unit.split()[-1]
