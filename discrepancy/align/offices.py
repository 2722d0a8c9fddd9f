"""Role slots: which office a person holds, and who holds an office.

Both are asked of entities, like the spelling of names: a person's offices in every article, an
office's holders in every article. An article that has both answers knows of two people or posts,
so it contradicts neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from discrepancy import lexicon
from discrepancy.compare import compare_values
from discrepancy.context import sentence_of
from discrepancy.model import Claim, Kind, Name, Phrase, Slot, Verdict

_PLACES = 3


@cache
def _common() -> frozenset[str]:
    """Posts that several people of one story may hold unless something narrows them."""
    return frozenset(lexicon.read_table("roles")["common"]["posts"])


def align_offices(story_id: str, claims: Sequence[Claim]) -> tuple[Slot, ...]:
    """Slots for people whose offices, and offices whose holders, differ between articles."""
    roles = [claim for claim in claims if claim.mention.kind is Kind.ROLE and claim.key.entity]
    names = [claim for claim in claims if isinstance(claim.mention.value, Name)]
    return (*_by_person(story_id, roles), *_by_office(story_id, roles, names))


def _by_person(story_id: str, roles: Sequence[Claim]) -> Iterable[Slot]:
    people: dict[str, list[Claim]] = {}
    for claim in roles:
        people.setdefault(claim.key.entity, []).append(claim)
    for person, held in people.items():
        if _clashes_between_articles(held):
            yield Slot(story_id, Kind.ROLE, f"office of {person}", _trim(held))


def _clashes_between_articles(claims: Sequence[Claim]) -> bool:
    """Whether some article's answer clashes with all of another's and no article has both."""
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        articles.setdefault(claim.mention.article_id, []).append(claim)
    if any(_clash(a, b) for own in articles.values() for a in own for b in own):
        return False
    groups = list(articles.values())
    return any(
        all(_clash(a, b) for a in left for b in right)
        for position, left in enumerate(groups)
        for right in groups[position + 1 :]
    )


def _clash(left: Claim, right: Claim) -> bool:
    a, b = left.mention, right.mention
    return compare_values(a.kind, a.value, b.value).verdict is Verdict.CONFLICT


def _by_office(story_id: str, roles: Sequence[Claim], names: Sequence[Claim]) -> Iterable[Slot]:
    """One slot for each narrowed office to which articles put different people."""
    offices: list[list[Claim]] = []
    for claim in roles:
        same = next(
            (office for office in offices if all(_is_one_office(claim, other) for other in office)), None
        )
        if same is None:
            offices.append([claim])
        else:
            same.append(claim)
    for office in offices:
        holders = [holder for claim in office if (holder := _holder(claim, names)) is not None]
        if len({c.mention.article_id for c in holders}) > 1 and _clashes_between_articles(holders):
            post = office[0].mention.text
            yield Slot(story_id, Kind.NAME, f"who is {post}", _trim(holders))


def _is_one_office(left: Claim, right: Claim) -> bool:
    """Same post, narrowed by a shared word, or a post that a story can have but one of."""
    a, b = left.mention.value, right.mention.value
    assert isinstance(a, Phrase)
    assert isinstance(b, Phrase)
    if a.normal != b.normal:
        return False
    mine, yours = set(a.lemmas), set(b.lemmas)
    if mine and yours:
        return bool(mine & yours) and not (mine - yours and yours - mine and len(mine & yours) < 2)
    return a.normal not in _common()


def _holder(role: Claim, names: Sequence[Claim]) -> Claim | None:
    """The claim that names the holder of ``role`` in its own sentence."""
    mention = role.mention
    here = [
        name
        for name in names
        if name.mention.article_id == mention.article_id
        and sentence_of(name) == sentence_of(role)
        and name.mention.value.normal == mention.owner
    ]
    return min(here, key=lambda name: abs(name.mention.start - mention.start), default=None)


def _trim(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    count: dict[tuple[str, str], int] = {}
    kept = []
    for claim in claims:
        key = (claim.mention.article_id, claim.mention.value.normal)
        count[key] = count.get(key, 0) + 1
        if count[key] <= _PLACES:
            kept.append(claim)
    return tuple(kept)
