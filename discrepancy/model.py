"""Every type that crosses a stage.

Invariant: a value is a *range of possibilities*, never a guess. "March" is a month of
days, "about 40" a band of numbers, "more than 40" open above. All offsets count Unicode
code points into the article's field exactly as it was given: ``field[start:end] == text``.

The line of types is the pipeline::

    Article → Document (zones, sentences) → Mention (typed value) → Claim (value with its
    question) → Slot (one question of fact) → Comparison → Finding → Report
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    import pandas as pd

Field: TypeAlias = Literal["title", "text"]
Modifier: TypeAlias = Literal["=", "<", ">", "~"]


class Kind(StrEnum):
    """What sort of fact a value states. ``NUMBER`` counts things, ``FIGURE`` has a unit."""

    DATE = "date"
    FIGURE = "figure"
    NUMBER = "number"
    NAME = "name"
    ROLE = "role"
    PLACE = "place"
    STATUS = "status"
    QUOTE = "quote"


class Zone(StrEnum):
    """Which part of a page a passage belongs to; only TITLE and BODY are reporting."""

    TITLE = "title"
    BODY = "body"
    BYLINE = "byline"
    CAPTION = "caption"
    CLUTTER = "clutter"

    @property
    def is_reporting(self) -> bool:
        """Whether a value here may take part in a conflict."""
        return self in (Zone.TITLE, Zone.BODY)


class Verdict(StrEnum):
    """How the values of one slot stand to one another."""

    AGREE = "agree"
    COMPATIBLE = "compatible"
    VARIANT = "variant"
    UPDATE = "update"
    DISPUTED = "disputed"
    CONFLICT = "conflict"

    @property
    def is_contested(self) -> bool:
        """Whether there is more than one value, so that who gave which one when is worth telling."""
        return self in (Verdict.UPDATE, Verdict.DISPUTED, Verdict.CONFLICT)


class Severity(StrEnum):
    """What an editor has to do, in the terms of news desks."""

    NONE = "none"
    CORRECT = "correct"
    REFILE = "refile"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True)
class Article:
    """One version of one outlet's report.

    Attributes:
        id: Unique within a run.
        source: The outlet.
        text: The body exactly as it was given; offsets point into it.
        title: The headline, or None.
        published: Publication time as given (naive when no zone was given), or None.
        url: Address, or None.
        story: Key that fixes which articles belong together, or None to group by content.
        version: Label of this version of the same page, or None.
        modified: When this version was last changed, as given, or None.
        status: The agency's publishing status: ``usable``, ``withheld`` or ``canceled``, or None.
        note: The agency's note to editors ("Corrects date in paragraph 3"), or None.
        encoding: Character set with which the bytes were read, where they had to be decoded.
    """

    id: str
    source: str
    text: str
    title: str | None = None
    published: datetime | None = None
    url: str | None = None
    story: str | None = None
    version: str | None = None
    modified: datetime | None = None
    status: str | None = None
    note: str | None = None
    encoding: str | None = None

    def read(self, field: Field) -> str:
        """The given field's content, empty when the article has none."""
        return self.text if field == "text" else self.title or ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A line or paragraph of one field, with the part of the page it belongs to."""

    field: Field
    zone: Zone
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Token:
    """One token of the language model's analysis (Universal POS, Penn tags, ClearNLP labels)."""

    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    """Index of the governing token within the sentence; its own index at the root."""


@dataclass(frozen=True, slots=True)
class Entity:
    """A named entity as the language model found it: first and one-past-last token index."""

    first: int
    stop: int
    label: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its analysis. Token offsets point into the field, not the sentence.

    Attributes:
        index: Position in the document, the title's sentences first.
        paragraph: Position of its passage in the document.
        start: Offset of the first character in the field.
        end: Offset past the last character in the field.
        text: The characters from start to end with quotation marks, dashes and spaces folded
            to ASCII one for one, so that patterns are simple and offsets stay true.
    """

    field: Field
    zone: Zone
    index: int
    paragraph: int
    start: int
    end: int
    text: str
    tokens: tuple[Token, ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The moment from which relative expressions of an article are counted.

    Attributes:
        moment: Publication time, or the inferred day at midnight; None when nothing is known.
        inferred: True when the article had no publication date and the story supplied one.
    """

    moment: datetime | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its zones marked and its sentences analysed, title first.

    Attributes:
        focus: Indexes of the sentences whose values are asked for, the others being there to understand
            them; None where all are.
    """

    article: Article
    sentences: tuple[Sentence, ...]
    reference: Reference = Reference()
    focus: frozenset[int] | None = None

    def asks(self, sentence: int) -> bool:
        """Whether the values of the sentence of that index are asked for."""
        return self.focus is None or sentence in self.focus

    def mention(self, sentence: Sentence, start: int, end: int, kind: Kind, value: Value) -> Mention:
        """A mention of ``value`` at field offsets ``start`` to ``end`` within ``sentence``."""
        article = self.article
        return Mention(
            article_id=article.id,
            source=article.source,
            field=sentence.field,
            start=start,
            end=end,
            text=article.read(sentence.field)[start:end],
            kind=kind,
            zone=sentence.zone,
            sentence=sentence.index,
            value=value,
        )


@dataclass(frozen=True, slots=True)
class Date:
    """A calendar expression: the range of instants that its words allow.

    Attributes:
        timex: TIMEX3 value, such as ``2022-02-24``, ``2022-W08``, ``198``, ``PAST_REF``.
        type: TIMEX3 type. A duration with a number is a figure unless it has a place ("the past two
            weeks"); one without ("for years") is a date of type DURATION without a start.
        start: First possible instant (local, naive), or None where open.
        end: First instant no longer possible (half-open), or None where open.
        said: Which parts the words themselves give: of ``year month day weekday clock meridiem
            zone season decade`` or ``relative``. The rest comes from the reference day.
        weekday: The weekday as printed (Monday 0), to be held against the date; None if unsaid.
        offset: Minutes east of UTC where a zone was printed, else None.
        inferred: True when the reference day itself was inferred.
        modifier: ``=`` for the day itself, ``<`` until or before, ``>`` since or after, ``~`` about.
    """

    timex: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    start: datetime | None
    end: datetime | None
    said: frozenset[str] = frozenset()
    weekday: int | None = None
    offset: int | None = None
    inferred: bool = False
    modifier: Modifier = "="

    @property
    def normal(self) -> str:
        """The value as one string; equal for equal values."""
        return self.timex

    @property
    def first(self) -> date | None:
        """First possible day."""
        return self.start.date() if self.start else None

    @property
    def last(self) -> date | None:
        """Last possible day (inclusive)."""
        return (self.end - timedelta.resolution).date() if self.end else None


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity: the number as printed and the range that its words allow.

    Attributes:
        number: As printed ("more than 13 million" → 13000000); two numbers for a range,
            or for a score or a vote ("9-4"), in the order printed.
        modifier: ``=`` exact, ``>`` bounded below, ``<`` bounded above, ``~`` approximate.
        unit: Canonical singular name ("dollar", "percentage point", "kilometer per hour") or
            the counted noun's lemma ("house", "civilian death"); "" where there is none.
        low: Smallest number the words allow, None where open below.
        high: Largest number the words allow, None where open above.
        measure: Sort of quantity: ``count money percent point duration age ordinal score
            temperature length area volume mass speed magnitude ratio …``.
        step: Place value of the last printed digit ("13.8 million" → 100000): the printed
            precision, which decides what counts as rounding.
        timex: TIMEX3 value of a duration ("PT2H30M"), else None.
        change: What something rose or fell by, to or from: ``up`` or ``down``, then ``by``, ``to`` or
            ``from`` ("up by", "down to"); "" where the text tells of no change.
    """

    number: Decimal | tuple[Decimal, Decimal]
    modifier: Modifier
    unit: str
    low: Decimal | None
    high: Decimal | None
    measure: str
    step: Decimal = Decimal(1)
    timex: str | None = None
    change: str = ""

    @property
    def normal(self) -> str:
        """The value as one string; equal for equal values."""
        pair = self.number if isinstance(self.number, tuple) else (self.number,)
        number = "-".join(format(n.normalize(), "f") for n in pair)
        sign = "" if self.modifier == "=" else self.modifier
        return f"{sign}{number} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class Name:
    """A person, organisation, place or other thing called by its own name.

    Attributes:
        form: The name as printed, without title or possessive ("Lavrov").
        type: ``PERSON``, ``ORG``, ``PLACE`` or ``MISC``.
        canonical: The fullest form of the same entity in its story ("Sergei Lavrov").
        title: Role or honorific that stands with it ("Foreign Minister"), or "".
    """

    form: str
    type: str
    canonical: str
    title: str = ""

    @property
    def normal(self) -> str:
        """The value as one string; equal for equal values."""
        return self.canonical


@dataclass(frozen=True, slots=True)
class Phrase:
    """A value in words: a role, a status or a quotation.

    Attributes:
        normal: Its canonical form ("postponed"; the quotation with folded punctuation).
        lemmas: Its content words, lower-case lemmas in order.
        negated: Whether the statement is denied.
    """

    normal: str
    lemmas: tuple[str, ...] = ()
    negated: bool = False


Value: TypeAlias = Date | Figure | Name | Phrase


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed value in its place in an article: what an extractor returns."""

    article_id: str
    source: str
    field: Field
    start: int
    end: int
    text: str
    kind: Kind
    zone: Zone
    sentence: int
    value: Value
    owner: str = ""
    """Canonical name of the person whose role this is, where the grammar ties them together."""


def is_spot(mention: Mention) -> bool:
    """Whether a value is a place without a name: a room, a floor, a side of something."""
    return mention.kind is Kind.PLACE and isinstance(mention.value, Phrase) and bool(mention.value.lemmas)


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something that was given but not checked, and why; every report lists these."""

    path: str
    line: int | None
    reason: str


@dataclass(frozen=True, slots=True)
class Relation:
    """How two values of one kind stand to each other, whatever they answer.

    Attributes:
        verdict: AGREE, COMPATIBLE, VARIANT or CONFLICT; the other verdicts need the context.
        reason: One sentence without a full stop, both values quoted where that helps.
        slip: Name of the typical slip that lies between them ("two digits swapped", "same
            number, another unit", "factor of ten", "one letter"), or "". Independent facts are
            rarely one slip apart, so a slip is evidence that both answer the same question.
    """

    verdict: Verdict
    reason: str
    slip: str = ""


Weighted: TypeAlias = tuple[tuple[str, float], ...]
"""Terms with a weight from 0 to 1, heaviest first."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What a place is the place of: an event, or a fact of somebody's life.

    Attributes:
        frame: Its name in ``lexicon/scenes.toml`` ("announced"), or "seat" for what stands there.
        of: Whose or what it is ("Ann Roe", "hollin brewery"), or "" where the story has one.
        count: How many it happened to, as printed, or "".
    """

    frame: str
    of: str = ""
    count: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    """The question that a value answers, as far as the words around it tell.

    Attributes:
        measure: Canonical name of what is stated ("killed", "price", "age"), or "" when the long
            tail has no name for it and ``words`` has to serve.
        frames: Every measure evoked near the value, weighted by nearness in the sentence's grammar.
        events: Of a date, every class of events evoked near it, weighted likewise.
        participants: Of a date, lemmas of the nouns that take part in what its verb or noun tells of.
        words: Content lemmas around the value, weighted likewise.
        head: Lemma of the noun that the value counts or modifies, or "".
        predicate: Lemma of the governing verb, or "".
        entity: Canonical name of whom or what the value belongs to ("34-year-old Ann Roe"), or "".
        names: Canonical names in the same sentence, weighted by nearness.
        places: Canonical place names in the same sentence.
        groups: Words that narrow the question: part of a whole, group of people, period.
        periods: Days from and to (inclusive) of the dates told with the value.
        speaker: Who says it, or "" for the outlet's own voice.
        modality: ``asserted``, ``planned``, ``denied`` or ``conditional``.
        speaker_span: Offsets in the field of the words that name the speaker, where that is certain.
        question: The question in words ("people killed"), or "".
        ordinal: Position among the sentence's values of this kind, from 0.
        scenes: Of a place, what happens or stands there.
    """

    measure: str = ""
    frames: Weighted = ()
    words: Weighted = ()
    head: str = ""
    predicate: str = ""
    entity: str = ""
    names: Weighted = ()
    places: frozenset[str] = frozenset()
    groups: frozenset[str] = frozenset()
    periods: tuple[tuple[date, date], ...] = ()
    speaker: str = ""
    modality: str = "asserted"
    speaker_span: tuple[int, int] | None = None
    question: str = ""
    ordinal: int = 0
    scenes: tuple[Scene, ...] = ()
    events: Weighted = ()
    participants: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Claim:
    """A value with the question that it answers and the sentence it stands in."""

    mention: Mention
    key: Key
    context: str
    """The sentence as printed."""
    context_start: int
    """Offset of the sentence in the field, so that the value can be marked within it."""
    published: datetime | None = None
    """When the article says it was published; an inferred day would order nothing."""
    modified: datetime | None = None
    """When this version of the article came out, where it says so and that was later."""

    @property
    def moment(self) -> datetime | None:
        """The state of affairs that the claim is of: that of its version, else of its publication."""
        return self.modified or self.published


@dataclass(frozen=True, slots=True)
class Support:
    """That something else in the story speaks for a claim of a slot.

    Attributes:
        claim: Its index.
        reason: What speaks for it, in words.
        weight: 1 for a hint, 2 for a good reason, 3 for one that leaves little room.
    """

    claim: int
    reason: str
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Provenance:
    """How claims came to be lined up, so that a report can say it.

    Attributes:
        rule: Name of the rule, as in the table ``rules`` of ``lexicon/explanations.toml``; "" unsaid.
        internal: The clash, where one article contradicts itself and the rule has found out; values
            of different articles are compared by ``judge``.
        odd: Indexes of the claims that the rest of their own article, or ``clash``, speaks against.
        implied: What the rest of the article makes of it, where no claim states it: a sum.
        support: What the alignment knows to speak for one claim or another.
        weights: Learned features with what each added to the score (natural logarithm of the odds),
            heaviest first; empty where a rule decided.
        clash: How the odd claims stand to the rest, where it is not their values that exclude each other.
    """

    rule: str = ""
    internal: Relation | None = None
    odd: frozenset[int] = frozenset()
    implied: str = ""
    support: tuple[Support, ...] = ()
    weights: Weighted = ()
    clash: Relation | None = None


@dataclass(frozen=True, slots=True)
class Slot:
    """One question of fact and what each article answers to it.

    Attributes:
        label: The question in words.
        claims: The answers, those of the best supported fact first.
        certainty: From 0 to 1, how sure it is that all of them answer this one question.
        provenance: How they were lined up.
    """

    story_id: str
    kind: Kind
    label: str
    claims: tuple[Claim, ...]
    certainty: float = 1.0
    provenance: Provenance = Provenance()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two claims of one slot held against each other; indexes into the finding's claims."""

    left: int
    right: int
    verdict: Verdict
    reason: str


@dataclass(frozen=True, slots=True)
class Likely:
    """What speaks for one of several values; never a verdict on who is right.

    Attributes:
        value: Its normalised form, as in :attr:`Finding.values`; "" where the reasons are even.
        text: As printed, or the advice to name both.
        reasons: Each in words without a full stop, the heaviest first; of even ones, those of each side.
    """

    value: str
    text: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """The judgement on one slot.

    Attributes:
        id: Stable from run to run while the facts stay the same.
        values: For each claim its normalised value; equal for claims that agree.
        odd: Indexes of the claims that stand against the majority, or where there is none, of a side that
            stands against others elsewhere in the story; empty where neither can be said.
        comparisons: Every pair of claims from different articles.
        confidence: From 0 to 1.
        history: What earlier versions of the pages said where its claims stand now.
        likely: What speaks for one of the values of a conflict or a dispute; None for the rest.
        ruled_out: Innocent explanations of a conflict that were looked at, each with why it fails.
    """

    id: str
    slot: Slot
    verdict: Verdict
    reason: str
    values: tuple[str, ...]
    odd: frozenset[int] = frozenset()
    severity: Severity = Severity.NONE
    confidence: float = 1.0
    comparisons: tuple[Comparison, ...] = ()
    history: tuple[Claim, ...] = ()
    likely: Likely | None = None
    ruled_out: tuple[str, ...] = ()


class Revision(StrEnum):
    """In what way a fact changed from one version of a page to the next."""

    CORRECTION = "correction"
    UPDATE = "update"
    STEALTH = "stealth edit"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class Notice:
    """What a page says about a change of its own.

    Attributes:
        article: Id of the version that says it.
        text: As printed, or the agency's note to editors.
        start: Offset in the text of the page; None for a note.
        end: Offset past its end; None for a note.
    """

    article: str
    text: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """A fact that a page changed, or that a page still has though its source changed it.

    Attributes:
        id: Stable from run to run while the facts stay the same.
        revision: STALE where ``before`` is the page that lags behind and ``after`` the one that changed.
        question: The question of fact in words, or "".
        before: The claim with the old value.
        after: The claim with the new value.
        reason: Why it is of that sort, in one sentence without a full stop.
        notice: What the newer version says about it.
    """

    id: str
    revision: Revision
    question: str
    before: Claim
    after: Claim
    reason: str
    notice: Notice | None = None


How: TypeAlias = Literal["copy", "rewrite", "spun copy"]
"""In what way an article was made from another; a spun copy had its words exchanged by a machine."""


@dataclass(frozen=True, slots=True)
class Descent:
    """That one article of a story was made from another, and what shows it.

    Attributes:
        article: Id of the article that descends.
        parent: Id of the article it was made from.
        confidence: From 0 to 1.
        share: Part from 0 to 1 of what it tells outside quotations that stands in the parent.
        verbatim: Part from 0 to 1 of its running words that stand in passages in common.
        passages: Longest passages in common outside quotations, in lower case.
        rare: Rare words and errors that no other article of the story shares with the two.
        swaps: Words exchanged: the parent's and the article's.
        credited: Whether the article names the parent's outlet as its source.
    """

    article: str
    parent: str
    how: How
    confidence: float
    share: float
    verbatim: float = 0.0
    passages: tuple[str, ...] = ()
    rare: tuple[str, ...] = ()
    swaps: tuple[tuple[str, str], ...] = ()
    credited: bool = False

    @property
    def reason(self) -> str:
        """Why, in one sentence without a full stop."""
        parts = [f"{self.share:.0%} of what it tells stands there in the same words"]
        if self.credited:
            parts.insert(0, "it credits that source")
        if self.how == "spun copy" and self.swaps:
            swaps = ", ".join(f"“{ours}” for “{theirs}”" for theirs, ours in self.swaps[:3])
            parts.append(f"words exchanged one by one ({swaps})")
        elif self.passages:
            parts.append(f"passages in common, such as “{self.passages[0]}”")
        if self.rare:
            parts.append(f"only these two have “{self.rare[0]}”")
        return "; ".join(parts)


@dataclass(frozen=True, slots=True)
class Story:
    """Articles that report one event, and the days from which their relative dates were read.

    Attributes:
        inferred: Of articles without a publication date the id, and the day that was inferred for it.
        descents: Which articles were made from which, one entry for each that was.
        pages: Ids of the versions of each page that has several, oldest first; only the last of them
            takes part in findings.
        changes: What changed from version to version, and where the old value still stands.
    """

    id: str
    articles: tuple[Article, ...]
    inferred: tuple[tuple[str, date], ...] = ()
    descents: tuple[Descent, ...] = ()
    pages: tuple[tuple[str, ...], ...] = ()
    changes: tuple[Change, ...] = ()

    @property
    def superseded(self) -> dict[str, str]:
        """For each article that has a newer version the id of the newest."""
        return {older: page[-1] for page in self.pages for older in page[:-1]}


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run found. Stories and findings are in a stable order.

    Attributes:
        stories: Every group of articles, also those of a single article.
        findings: Findings of all stories, conflicts first within each story.
        skipped: What was given but not checked.
    """

    stories: tuple[Story, ...]
    findings: tuple[Finding, ...]
    skipped: tuple[Skipped, ...] = ()

    def of(self, story: Story) -> tuple[Finding, ...]:
        """The findings of one story."""
        return tuple(finding for finding in self.findings if finding.slot.story_id == story.id)

    def to_frame(self) -> pd.DataFrame:
        """One row per finding and claim; see ``discrepancy.export.to_frame`` for the columns."""
        # Upwards, and so only when called: the method is a convenience, the types stay at the bottom.
        from discrepancy.export import to_frame

        return to_frame(self)
