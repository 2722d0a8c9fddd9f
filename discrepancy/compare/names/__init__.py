"""Names against names: the same, one shortened, a legitimate variant, a slip or somebody else."""

from __future__ import annotations

from typing import Literal

from discrepancy.compare.names.organisations import relate_organisations
from discrepancy.compare.names.people import Match, match_people
from discrepancy.compare.names.places import relate_places
from discrepancy.model import Name, Relation, Verdict

__all__ = ["compare_names", "score_names"]

_LIKENESS: dict[str, Literal["same", "variant", "misspelling", "different"]] = {
    "same": "same",
    "variant": "variant",
    "short": "variant",
    "order": "variant",
    "slip": "misspelling",
    "part": "different",
    "different": "different",
}
# Below this a shortened name says too little: a given name alone.
_ENOUGH = 0.5


def compare_names(left: Name, right: Name) -> Relation:
    """How two names stand to each other. Symmetric in verdict and slip.

    The canonical names decide, so that two bearers of one surname stay two; the printed forms say
    how a shared name is written.

    Args:
        left: A name with its canonical form.
        right: The other.
    """
    if left.form == right.form and left.canonical == right.canonical:
        return Relation(Verdict.AGREE, f"both call it “{left.form}”")
    forms = _relate(left.form, right.form, left.type, right.type)
    if left.canonical == right.canonical:
        if forms.verdict is not Verdict.CONFLICT or (forms.slip and _are_transposed(left, right)):
            return forms
        return Relation(
            Verdict.COMPATIBLE, f"“{left.form}” and “{right.form}” both stand for “{left.canonical}”"
        )
    whole = _relate(left.canonical, right.canonical, left.type, right.type)
    if (
        whole.verdict is Verdict.CONFLICT
        and whole.slip
        and _is_shortened(left, right)
        and _is_compatible(forms)
    ):
        # The slip lies in a part of the name that one of them does not print.
        return forms
    return whole


def score_names(a: str, b: str) -> tuple[Literal["same", "variant", "misspelling", "different"], float]:
    """Whether two written forms are one person's name, and how sure that is from 0 to 1.

    Args:
        a: A name as printed, with or without title.
        b: Another.
    """
    match = match_people(a, b)
    if match.kind == "short" and match.score < _ENOUGH:
        return "different", match.score
    return _LIKENESS[match.kind], round(match.score, 2)


def _are_transposed(left: Name, right: Name) -> bool:
    """Whether two whole names have the same letters in another order, which no romanisation gives them."""
    whole = all(len(name.form.split()) >= len(name.canonical.split()) > 1 for name in (left, right))
    return whole and sorted(left.form.casefold()) == sorted(right.form.casefold())


def _is_shortened(left: Name, right: Name) -> bool:
    return left.form != left.canonical or right.form != right.canonical


def _is_compatible(relation: Relation) -> bool:
    return relation.verdict in (Verdict.AGREE, Verdict.COMPATIBLE)


def _relate(left: str, right: str, left_type: str, right_type: str) -> Relation:
    if left == right:
        return Relation(Verdict.AGREE, f"both call it “{left}”")
    if "PERSON" in (left_type, right_type):
        return _relate_people(left, right)
    if "PLACE" in (left_type, right_type):
        return relate_places(left, right)
    return relate_organisations(left, right)


def _relate_people(left: str, right: str) -> Relation:
    match = match_people(left, right)
    return Relation(_verdict(match), _reason(match, left, right), match.slip)


def _verdict(match: Match) -> Verdict:
    match match.kind:
        case "same":
            return Verdict.AGREE
        case "variant" | "order":
            return Verdict.VARIANT
        case "short":
            return Verdict.COMPATIBLE
        case _:
            return Verdict.CONFLICT


def _reason(match: Match, left: str, right: str) -> str:
    both = f"“{left}” and “{right}”"
    match match.kind:
        case "same":
            return f"{both} are the same name"
        case "variant":
            return f"{both} are spellings of one name"
        case "order":
            return f"{both} have first name and surname in different order"
        case "short":
            return f"one of {both} leaves out part of the other"
        case "slip":
            return f"{both} differ by a slip ({match.slip}) in “{match.words[0]}” and “{match.words[1]}”"
        case "part":
            return f"{both} differ in one part, “{match.words[0]}” and “{match.words[1]}”"
        case _:
            return f"{both} are different names"
