"""Slots for totals that their own parts contradict, within one article.

Numbers are ranges here too: the parts make anything from the sum of their lower to the sum of their
upper bounds, give or take rounding, and only a total outside of that contradicts them. A count that
is open or vague contradicts nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from discrepancy.align.answers import PLACES
from discrepancy.align.breakdowns import find_breakdowns, find_shares
from discrepancy.align.lines import Breakdown, figure_of, is_countable
from discrepancy.model import Claim, Figure, Provenance, Relation, Slot, Verdict

CERTAINTY = 0.9
"""How sure it is that the parts belong to the total, where the words put them together."""

_EXACT = Decimal(1000)
"""Counts below are given to the last one; above, they may have been rounded to their last digit."""

_WHOLE = Decimal(100)

_FAR = Decimal(2)
"""Factor between sum and total from which the parts are rather those of something else."""

_VAGUE = Decimal("0.01")
"""Relative width from which a number is too vague to contradict a sum."""


_Wrong = tuple[str, str, tuple[Claim, ...]]
"""Why a total cannot be, what its parts make instead, and the claims to show for it, the total first."""


def align_totals(story_id: str, claims: Sequence[Claim]) -> Iterator[Slot]:
    """One slot for each sum that does not come out; copies of one text share it."""
    articles: dict[str, list[Claim]] = {}
    for claim in claims:
        articles.setdefault(claim.mention.article_id, []).append(claim)
    slots: dict[tuple[str, str], list[tuple[Claim, ...]]] = {}
    for own in articles.values():
        for reason, implied, shown in (*_wrong_sums(own), *_wrong_shares(own)):
            slots.setdefault((reason, implied), []).append(shown)
    for (reason, implied), told in slots.items():
        yield _make_slot(story_id, reason, implied, told)


def _wrong_sums(claims: Sequence[Claim]) -> Iterator[_Wrong]:
    """Sums that do not come out; of a total only the breakdown in plainest words counts."""
    seen: set[int] = set()
    for breakdown in find_breakdowns([claim for claim in claims if is_countable(claim)]):
        if id(breakdown.total) not in seen:
            seen.add(id(breakdown.total))
            reason = _contradiction(breakdown)
            if reason:
                yield reason, f"{breakdown.made:,f}", _shown(breakdown)


def _wrong_shares(claims: Sequence[Claim]) -> Iterator[_Wrong]:
    """Shares of one whole that are more than the whole, rounding allowed for."""
    for shares in find_shares(claims):
        figures = [figure_of(claim) for claim in shares]
        numbers = [_number(figure) for figure in figures if not isinstance(figure.number, tuple)]
        margin = sum((min(figure.step, Decimal(1)) / 2 for figure in figures), Decimal(0))
        vague = len(numbers) < len(figures) or any(figure.modifier != "=" for figure in figures)
        if not vague and sum(numbers) > _WHOLE + margin:
            added = " + ".join(f"{number:,f}" for number in numbers)
            yield f"{added} = {sum(numbers):,f} percent of one whole", "", shares[:PLACES]


def _make_slot(story_id: str, reason: str, implied: str, shown: Sequence[tuple[Claim, ...]]) -> Slot:
    total = shown[0][0]
    claims = tuple(claim for group in shown for claim in group)
    heads = frozenset(
        i
        for i, claim in enumerate(claims)
        if any(claim is group[0] for group in shown) and not _is_share(claim)
    )
    return Slot(
        story_id,
        total.mention.kind,
        total.key.question or total.mention.kind.value,
        claims,
        CERTAINTY,
        Provenance("parts and total", Relation(Verdict.CONFLICT, reason), heads, implied),
    )


def _is_share(claim: Claim) -> bool:
    """Of shares that are too many, none is the total that stands against the others."""
    return figure_of(claim).measure == "percent"


def _shown(breakdown: Breakdown) -> tuple[Claim, ...]:
    """The total and as many parts as a report has room for; the reason has the whole sum."""
    parts = breakdown.parts
    kept = parts if len(parts) < PLACES else (parts[0], parts[-1])
    return (breakdown.total, *kept)


def _contradiction(breakdown: Breakdown) -> str:
    """Why the parts cannot make the total; "" when they can."""
    figures = [figure_of(claim) for claim in breakdown.parts]
    total = figure_of(breakdown.total)
    if any(_is_vague(figure) for figure in (total, *figures)):
        return ""
    numbers = [_number(figure) for figure in figures]
    margin = sum((_margin(figure) for figure in (total, *figures)), Decimal(0))
    made = breakdown.made
    said = _number(total)
    near = min(made, said) > 0 and max(made, said) / min(made, said) <= _FAR
    short = made < said and not breakdown.exhaustive
    if abs(made - said) <= margin or not near or short:
        return ""
    if any(_number(figure_of(claim)) == made for claim in breakdown.rest):
        return ""
    ordered = sorted(numbers, reverse=True) if breakdown.gap else numbers
    ordered += [Decimal(1)] * breakdown.extra
    sum_text = (" - " if breakdown.gap else " + ").join(f"{number:,f}" for number in ordered)
    what = "difference" if breakdown.gap else "total"
    return f"{sum_text} = {made:,f}, not {said:,f} as the {what} given"


def _number(figure: Figure) -> Decimal:
    assert isinstance(figure.number, Decimal)
    return figure.number.normalize()


def _is_vague(figure: Figure) -> bool:
    if figure.low is None or figure.high is None:
        return True
    return figure.high - figure.low > _VAGUE * abs(figure.high)


def _margin(figure: Figure) -> Decimal:
    """How far the number may be from what was counted."""
    assert figure.low is not None
    assert figure.high is not None
    rounded = figure.step / 2 if abs(figure.high) >= _EXACT or figure.step < 1 else Decimal(0)
    if figure.step == 1:
        rounded = Decimal(0)
    return max(rounded, (figure.high - figure.low) / 2)
