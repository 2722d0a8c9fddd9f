"""Counts: "17 people", "34 injured", "no deaths". Numbers in names, years and idioms are none."""

from __future__ import annotations

import re
from decimal import Decimal

from discrepancy.extract.figures import hedges
from discrepancy.extract.figures.counted import counted_noun, counted_state, counted_whole
from discrepancy.extract.figures.line import Line
from discrepancy.extract.figures.ordinals import grade_before
from discrepancy.extract.figures.quantities import sign_numeral
from discrepancy.extract.figures.spot import Spot, hedged
from discrepancy.extract.numerals import Numeral, find_numerals
from discrepancy.lexicon import read_table
from discrepancy.model import Figure, Token

_NO = re.compile(r"\b[Nn]o (?:(?:immediate |confirmed |further )*reports? of (?:any )?)?(?=[a-z])")
_NOBODY = re.compile(
    r"\b(?:[Nn]obody|[Nn]o one|[Nn]o-one|[Nn]one)\b(?: else)? "
    r"(?:(?:was|were|is|has|had|have|been|seriously|believed|to|be) ){0,4}(\w+)"
)
_PER = re.compile(r"((?: [a-z][\w-]*){0,5}) per (100|1,?000|10,?000|100,?000|(?:1 |a )?million)\b(?![,.]?\d)")
_FIGURES = re.compile(r"[- ]figures?\b")
_HALVES = re.compile(r"/\d{1,2}(?![\d/])")
"""What a player has points of: "7½/9"."""
_HALF = Decimal("0.5")
_MANY = re.compile(
    r"\b(?:dead|injured|wounded|missing|now|killed|they|who|victims|survivors) number(?:ed)? $"
)
_REACH = 40
_YEARS = range(1500, 2100)


def read_count(line: Line, numeral: Numeral) -> Spot | None:
    """The count that a number without unit states, or None where it is part of something else."""
    if numeral.form == "fraction" and not _is_share(line, numeral):
        return None
    if numeral.form == "vague" and not _is_vague_count(line, numeral):
        return None
    word = line.text[numeral.start : numeral.end].lower()
    if word == "one" and not _is_one(line, numeral):
        return None
    if _FIGURES.match(line.text, numeral.end) and numeral.high <= 12:
        # "A seven-figure sum", "double figures": how many digits a number has.
        return None
    if _is_named_kind(line, numeral) or _PER.fullmatch(line.text[max(0, numeral.start - 5) : numeral.end]):
        return None
    grade = grade_before(line, numeral) if numeral.form == "digits" else ""
    if grade:
        value = numeral.low
        return Spot(numeral.start, numeral.end, Figure(value, "=", grade, value, value, "ordinal"))
    if numeral.form == "digits" and (_is_year(line, numeral) or _is_named(line, numeral)):
        return None
    numeral = sign_numeral(line, numeral)
    if word in ("a couple", "couple") and not line.text.startswith(" of ", numeral.end):
        return None
    if numeral.form == "words" and _is_title(line, numeral):
        return None
    # "¾ of them" is a share; "0.84 of a new share for each" is a count.
    part = 0 < numeral.high < 1 and "." not in word and line.text.startswith(" of ", numeral.end)
    if part or numeral.form in ("fraction", "ratio"):
        whole = "" if numeral.form == "ratio" else counted_whole(line, numeral.end)
        return hedged(line, numeral, numeral.start, numeral.end, whole, "ratio")
    if (
        numeral.form == "vague"
        and word.endswith("s")
        and not line.text.startswith((" of ", " more"), numeral.end)
    ):
        # "Thousands flee": what counts with "of" has no noun without it, whatever the tagger says.
        return hedged(line, numeral, numeral.start, numeral.end, counted_state(line, numeral.end), "count")
    unit = counted_noun(line, numeral.end, plural=numeral.high != 1)
    return hedged(line, numeral, numeral.start, numeral.end, unit, "count")


def read_frequency(line: Line, numeral: Numeral) -> Spot | None:
    """How many in a round number: "61 per 100,000", "61 patients with a fever per 1,000".

    The span ends with the base where that follows at once, else with the number.
    """
    match = _PER.match(line.text, numeral.end)
    if match is None or numeral.form not in ("digits", "words"):
        return None
    base = "1000000" if "million" in match[2] else match[2].replace(",", "")
    end = numeral.end if match[1] else match.end()
    return hedged(line, numeral, numeral.start, end, f"per {base}", "frequency")


def _is_named_kind(line: Line, numeral: Numeral) -> bool:
    """Whether the number is part of a kind's name: "two-wheelers", "thirty-somethings"."""
    if line.text[numeral.end : numeral.end + 1] != "-":
        return False
    token = line.token(line.token_from(numeral.end) + 1)
    if token is None:
        return False
    return token.tag in ("NNS", "NNPS") or token.text in read_table("hedges")["context"]["kinds"]


def _is_share(line: Line, numeral: Numeral) -> bool:
    """Whether "half" is a share here ("half of them") rather than a part of a game."""
    text = line.text
    if text[numeral.start : numeral.end].lower() != "half":
        # "two and three quarters" is one number, "a third of the men and three quarters of the women" two.
        whole = find_numerals(text[max(0, numeral.start - _REACH) : numeral.start].removesuffix(" and "))
        added = text[: numeral.start].endswith(" and ")
        return not (added and whole and whole[-1].end == min(numeral.start, _REACH) - len(" and "))
    if re.match(r" (?:of|the|an?|its|their|his|her|our|all|those|these)\b", text[numeral.end :]):
        before = line.before(numeral.start)
        return before is None or before.text.lower() not in ("first", "second", "other", "the", "latter")
    hedge = hedges.match_before(text, numeral.start)
    return (hedge is not None and hedge.reading != "exact") or text[: numeral.start].endswith(" by ")


def _is_vague_count(line: Line, numeral: Numeral) -> bool:
    word = line.text[numeral.start : numeral.end].lower()
    if word in ("tens", "scores"):
        return line.text.startswith(" of ", numeral.end)
    return numeral.low > 9


def _is_one(line: Line, numeral: Numeral) -> bool:
    context = read_table("hedges")["context"]
    before, after = line.before(numeral.start), line.after(numeral.end)
    if line.text.startswith("-", numeral.end):
        joined = line.after(numeral.end + 1)
        return joined is not None and joined.text in context["one_joined"]
    if after is None or after.text.lower() in context["not_one_after"]:
        return False
    opens = before is not None and before.text.lower() == "that" and before.tag == "IN"
    if before is not None and before.text.lower() in context["not_one_before"] and not opens:
        return _is_there(line, before) and after.pos in ("NOUN", "ADJ")
    return after.pos in ("NOUN", "ADJ") or after.text.lower() in ("other", *context["states"])


_GAPPED = re.compile(r"\b\d[\d,]* [a-z]+\b[^.;:]*(?:, (?:and )?| and | to )(?:[^\W\d_a-z][\w'’-]+ ){1,3}$")
"""A count with its noun, and the name that the next count stands behind."""
_CLOSING = re.compile(r"\s*(?:[.,;)]|and\b|$)")


def _is_there(line: Line, verb: Token) -> bool:
    """Whether the verb says that something is there: "there was one injury"."""
    named = line.before(verb.start - line.sentence.start - 1)
    return named is not None and named.tag == "EX"


def _is_year(line: Line, numeral: Numeral) -> bool:
    digits = line.text[numeral.start : numeral.end]
    if line.text[: numeral.start].endswith("'") and len(digits) == 2:
        # "the class of '98", unless a quotation opens here
        after = line.after(numeral.end)
        return after is None or after.tag != "NNS"
    if numeral.is_range and all(n in _YEARS for n in numeral.numbers) and "," not in digits:
        return True
    if not (digits.isdigit() and len(digits) == 4 and int(digits) in _YEARS):
        return bool(re.fullmatch(r"0\d+", digits))
    if hedges.match_before(line.text, numeral.start):
        return False
    after = line.after(numeral.end)
    return after is None or after.text.lower() not in read_table("hedges")["context"]["people"]


def _is_named(line: Line, numeral: Numeral) -> bool:
    """Whether the digits end a name ("Flight 370") or begin a code ("3D")."""
    text = line.text
    digits = text[numeral.start : numeral.end]
    if digits.partition("-")[0] in line.models:
        return True
    if "/" in digits and " " not in digits:
        # "1/2 of the people" and "3/4 cup" are parts, "3/4" alone is a mark or a date.
        part = numeral.low < 1 and numeral.scale == 1
        return not part or not (
            text.startswith(" of ", numeral.end) or counted_noun(line, numeral.end, False)
        )
    if numeral.scale != 1 or not numeral.start:
        return text[numeral.stop : numeral.stop + 1].isalpha()
    if _HALVES.match(text, numeral.end) and numeral.low % 1 == _HALF:
        return False
    if text[numeral.stop : numeral.stop + 1].isalpha() or re.match(r"[/:]\d", text[numeral.end :]):
        return True
    after = line.after(numeral.end)
    counts = after is not None and (after.tag == "NNS" or after.text.lower() in ("people", "percent"))
    before = line.before(numeral.start)
    if (
        before is None
        or text[numeral.start - 1] != " "
        or line.token(line.token_at(numeral.start - 1)) is not before
    ):
        return False
    if before.text in read_table("hedges")["context"]["ballot"] or _numbers(line, numeral):
        return False
    designators = read_table("hedges")["designators"]["words"]
    context = read_table("hedges")["context"]
    word = before.text.lower()
    if (word in designators or word.rstrip("s") in designators) and word not in context["graded"]:
        table = read_table("hedges")["designators"]
        return not counts or word in table["makers"] or word in table["naming"]
    if before.pos != "PROPN" or not before.text[:1].isupper():
        return False
    if "," in digits or _is_gapped(line, numeral):
        return False
    token = line.token(line.token_at(numeral.start))
    tied = token is not None and line.token(token.head) is before
    noun = after is not None and after.pos in ("NOUN", "ADJ") and not tied
    ends = after is None or after.pos in ("PUNCT", "PART", "PROPN", "ADP", "CCONJ", "VERB", "AUX")
    if "." in digits:
        return False
    return (tied and not counts) or (
        ends and not noun and word not in context["graded"] and not _in_headline(line)
    )


def _numbers(line: Line, numeral: Numeral) -> bool:
    """Whether "number" is a verb: "the injured number 72"."""
    before = line.before(numeral.start)
    if before is None or before.text not in ("number", "numbered"):
        return False
    return before.pos == "VERB" or _MANY.search(line.text, 0, numeral.start) is not None


def _is_gapped(line: Line, numeral: Numeral) -> bool:
    """Whether the verb is left out before a name and its number: "Roe got 1,204 votes and Ash 998"."""
    before, behind = line.text[: numeral.start], line.text[numeral.end :]
    return _GAPPED.search(before) is not None and _CLOSING.match(behind) is not None


def _in_headline(line: Line) -> bool:
    """Capital letters say nothing where most words bear one."""
    words = [t for t in line.sentence.tokens if t.text[:1].isalpha() and len(t.text) > 3]
    return sum(t.text[0].isupper() for t in words) * 2 > len(words)


def _is_title(line: Line, numeral: Numeral) -> bool:
    """Whether a capitalised number word is part of a name ("the Group of Seven")."""
    text = line.text
    if not text[numeral.start].isupper() or _in_headline(line):
        return False
    before = line.before(numeral.start)
    opening = before is None or before.pos in ("PUNCT", "SYM") or before.text in ('"', "'", "-")
    return numeral.start > 0 and not opening


def find_noughts(line: Line) -> list[Spot]:
    """Read "no deaths", "nobody was hurt": counts of nought."""
    spots = []
    context = read_table("hedges")["context"]
    for match in _NO.finditer(line.text):
        unit = counted_noun(line, match.end(), plural=False)
        if unit.rsplit(" ", 1)[-1] in context["countable"]:
            token = next(
                (t for t in line.sentence.tokens if t.start - line.sentence.start >= match.end()), None
            )
            end = token.end - line.sentence.start if token else match.end()
            spots.append(_nought(match.start(), max(end, match.end()), unit))
    nobody = (m for m in _NOBODY.finditer(line.text) if m[1] in context["nobody_verbs"])
    return [*spots, *(_nought(m.start(), m.end(), "person") for m in nobody)]


def _nought(start: int, end: int, unit: str) -> Spot:
    zero = Decimal(0)
    return Spot(start, end, Figure(zero, "=", unit, zero, zero, "count"))
