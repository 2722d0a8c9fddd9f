"""One utterance makes one slot, in every wording; who said it is a question of its own."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from discrepancy.align.answers import clash
from discrepancy.align.quotations import align_quotes, leave_deictic
from discrepancy.align.slots import align_claims
from discrepancy.model import Kind, Slot
from tests.align.stories import claims_of, said

WORDS = "The bridge was never safe for lorries of that weight"


def quotes(texts: Mapping[str, str]) -> tuple[Slot, ...]:
    return align_quotes("mini", claims_of(texts))[0]


def test_same_words() -> None:
    (slot,) = quotes({"Ledger": f"“{WORDS},” said Olga Brandt.", "Courier": f"Olga Brandt said: “{WORDS}.”"})
    assert slot.kind is Kind.QUOTE
    assert said(slot) == {("Ledger", WORDS), ("Courier", WORDS)}
    assert "Olga Brandt" in slot.label


def test_only_the_changed_words_are_marked() -> None:
    changed = WORDS.replace("never safe", "safe")
    (slot,) = quotes(
        {"Ledger": f"“{WORDS},” said Olga Brandt.", "Courier": f"Olga Brandt said: “{changed}.”"}
    )
    assert {source for source, _ in said(slot)} == {"Ledger", "Courier"}
    for _, text in said(slot):
        assert "safe" in text
        assert "lorries" not in text


def test_who_said_it() -> None:
    slots = quotes({"Ledger": f"“{WORDS},” said Olga Brandt.", "Courier": f"Peter Nyholm said: “{WORDS}.”"})
    named = {("Ledger", "Olga Brandt"), ("Courier", "Peter Nyholm")}
    assert named | {("Ledger", WORDS), ("Courier", WORDS)} in [said(slot) for slot in slots]


@pytest.mark.parametrize(
    "other",
    [
        pytest.param("“{}”, Peter Nyholm KC, defending, told the court.", id="what he does put in"),
        pytest.param("“{},” Peter Nyholm KC, for the port, had said in his closing speech.", id="had said"),
        pytest.param("“{},” uttered Peter Nyholm MP, member of the council.", id="letters behind the name"),
        pytest.param("“{},” the minister of transport, Peter Nyholm, told parliament.", id="office first"),
        pytest.param("Addressing the jury, Peter Nyholm KC, for the port, said: “{}.”", id="name first"),
    ],
)
def test_who_said_it_in_longer_attributions(other: str) -> None:
    slots = quotes({"Ledger": f"“{WORDS},” Olga Brandt OBE said.", "Courier": other.format(WORDS)})
    (slot,) = [slot for slot in slots if slot.label.startswith("who said")]
    assert any(source == "Courier" and "Nyholm" in text for source, text in said(slot))


@pytest.mark.parametrize(
    ("other", "asked"),
    [
        pytest.param("Peter Nyholm said of Olga Brandt: “{}.”", False, id="said of her"),
        pytest.param("“{},” Peter Nyholm said, quoting Olga Brandt.", False, id="quoting her"),
        pytest.param("“{},” said Peter Nyholm, who had asked Olga Brandt about it.", False, id="asked her"),
        pytest.param("“{},” said Peter Nyholm, who had asked Ilsa Corrin about it.", True, id="another"),
        pytest.param("“{},” said Peter Nyholm. Olga Brandt had left by then.", True, id="stop behind"),
        pytest.param("Olga Brandt had left by then. “{},” Peter Nyholm said.", True, id="stop before"),
    ],
)
def test_a_sentence_that_names_both_may_have_either_speak(other: str, asked: bool) -> None:
    slots = quotes({"Ledger": f"“{WORDS},” said Olga Brandt.", "Courier": other.format(WORDS)})
    assert any(slot.label.startswith("who said") for slot in slots) == asked


def test_a_day_told_before_the_speech_is_not_its_day() -> None:
    texts = {
        "Ledger": f"Olga Brandt shut it on 3 March 2031. “{WORDS},” she said.",
        "Courier": f"Olga Brandt shut it on 4 April 2031. “{WORDS.replace('never', 'always')},” she said.",
    }
    assert any(len({claim.mention.text for claim in slot.claims}) > 1 for slot in quotes(texts))


@pytest.mark.parametrize(
    ("speaker", "asked"),
    [pytest.param("Olga Brandt", True, id="the same"), pytest.param("The union", False, id="a rival")],
)
def test_short_opposites_need_one_speaker(speaker: str, asked: bool) -> None:
    slots = quotes(
        {
            "Ledger": "“We support the merger,” said Olga Brandt.",
            "Courier": f"“We oppose the merger,” {speaker} said.",
        }
    )
    assert bool(slots) == asked


def test_who_said_it_with_a_guess_on_one_side() -> None:
    """A pronoun takes the side of somebody whom another article names."""
    slots = quotes(
        {
            "Ledger": f"“{WORDS},” said Olga Brandt.",
            "Echo": f"Olga Brandt built it. “{WORDS},” she told reporters.",
            "Courier": f"Peter Nyholm said: “{WORDS}.”",
        }
    )
    (slot,) = [slot for slot in slots if slot.label.startswith("who said")]
    assert ("Echo", WORDS) in said(slot)
    values = {claim.mention.source: claim.mention.value.normal for claim in slot.claims}
    assert values == {"Ledger": "Olga Brandt", "Echo": "Olga Brandt", "Courier": "Peter Nyholm"}


def test_two_people_may_say_the_little_that_everybody_says() -> None:
    slots = quotes(
        {"Ledger": "“We want peace,” said Olga Brandt.", "Courier": "“We want peace,” said Ole Ek."}
    )
    assert not [slot for slot in slots if slot.label.startswith("who said")]


def test_a_pronoun_does_not_part_one_utterance() -> None:
    """Whom "he" stands for is a guess: the changed word is looked at all the same."""
    (slot,) = quotes(
        {
            "Ledger": "Olga Brandt lost. Peter Nyholm won. “I will not ask for a recount,” she told them.",
            "Courier": "“I will ask for a recount,” said Olga Brandt.",
        }
    )
    assert {source for source, _ in said(slot)} == {"Ledger", "Courier"}


@pytest.mark.parametrize(
    "speakers",
    [
        pytest.param(("said Olga Brandt", "said Brandt"), id="surname"),
        pytest.param(("said Olga Brandt", "she said"), id="pronoun"),
        pytest.param(("said Olga Brandt", "said Olga Brand"), id="slip of spelling"),
        pytest.param(("said Olga Brandt", "said Olga Brandt"), id="same"),
    ],
)
def test_no_question_who_said_it(speakers: tuple[str, str]) -> None:
    slots = quotes(
        {
            source: f"Olga Brandt built it. “{WORDS},” {speaker}."
            for source, speaker in zip(("Ledger", "Courier"), speakers, strict=True)
        }
    )
    assert [said(slot) for slot in slots] == [{("Ledger", WORDS), ("Courier", WORDS)}]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "“The water came within minutes,” said Ole Brandt.",
                "Courier": "“I lost my house and my car,” said Ole Brandt.",
            },
            id="two utterances",
        ),
        pytest.param(
            {"Ledger": f"“{WORDS},” said Olga Brandt.", "Courier": "Olga Brandt said nothing of lorries."},
            id="quoted once",
        ),
        pytest.param(
            {"Ledger": f"“{WORDS},” said Olga Brandt. “{WORDS},” she said again."}, id="one article twice"
        ),
    ],
)
def test_no_slot(texts: Mapping[str, str]) -> None:
    assert [said(slot) for slot in quotes(texts)] == []


def test_other_claims_are_handed_on() -> None:
    claims = claims_of({"Ledger": f"“{WORDS},” said Olga Brandt of the 3 lorries."})
    _, rest = align_quotes("mini", claims)
    assert list(rest) == [claim for claim in claims if claim.mention.kind is not Kind.QUOTE]


def test_days_that_a_speaker_counts_are_left_out() -> None:
    said_so = "“We have waited for this evening,” said Olga Brandt on Monday."
    kept = leave_deictic(claims_of({"Ledger": said_so}))
    assert {claim.mention.text for claim in kept if claim.mention.kind is Kind.DATE} == {"Monday"}


TOWN, COUNTY = (
    f"“You let down a whole {noun} that believed in you,” Olga Brandt said." for noun in ("town", "county")
)


def versions(texts: Mapping[str, str]) -> set[frozenset[str]]:
    """The sources that every utterance holds."""
    return {frozenset(source for source, _ in said(slot)) for slot in quotes(texts)}


def test_another_noun_is_asked_about_where_it_is_outvoted() -> None:
    assert versions({"Ledger": TOWN, "Echo": TOWN, "Courier": COUNTY}) == {
        frozenset({"Ledger", "Echo", "Courier"})
    }


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param({"Ledger": TOWN, "Courier": COUNTY}, id="one against one"),
        pytest.param(
            {"Ledger": TOWN, "Echo": TOWN, "Courier": COUNTY, "Herald": COUNTY}, id="two against two"
        ),
    ],
)
def test_another_noun_may_be_another_translation(texts: Mapping[str, str]) -> None:
    assert not [sources for sources in versions(texts) if {"Ledger", "Courier"} <= sources]


def test_one_speaker_under_two_names_is_one_question_of_names() -> None:
    texts = {
        source: f"“{WORDS},” said {name}."
        for source, name in (
            ("Ledger", "Olga Brandtner"),
            ("Echo", "Olga Brandtner"),
            ("Courier", "Olga Brastad"),
        )
    }
    slots = [slot for slot in align_claims("mini", claims_of(texts)) if slot.kind is Kind.NAME]
    asked = [slot for slot in slots if len({claim.mention.value.normal for claim in slot.claims}) > 1]
    assert [{source for source, _ in said(slot)} for slot in asked] == [{"Ledger", "Echo", "Courier"}]


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Ledger": "“I will not resign over this affair,” Olga Brandt said on Monday.",
                "Courier": "“I will resign over this affair,” Olga Brandt said on Tuesday.",
            },
            id="another day",
        ),
        pytest.param(
            {
                "Ledger": "“We are ready to sign the treaty,” Olga Brandt said.",
                "Courier": "“We are ready to sign the treaty,” Brandt said. Then it was Peter Nyholm's turn. "
                "“We are not ready to sign the treaty,” he said.",
            },
            id="one text has both",
        ),
    ],
)
def test_two_utterances_that_deny_each_other(texts: Mapping[str, str]) -> None:
    for slot in quotes(texts):
        assert not {
            claim.mention.value.normal for claim in slot.claims if " not " in claim.mention.value.normal
        } or (len({claim.mention.value.normal for claim in slot.claims}) == 1)


def test_two_articles_that_agree_whom_a_pronoun_stands_for() -> None:
    slots = quotes(
        {
            "Ledger": f"Olga Brandt built it. “{WORDS},” she said.",
            "Echo": f"Olga Brandt looked tired. “{WORDS},” she told reporters.",
            "Courier": f"Peter Nyholm said: “{WORDS}.”",
        }
    )
    (slot,) = [slot for slot in slots if slot.label.startswith("who said")]
    values = {claim.mention.source: claim.mention.value.normal for claim in slot.claims}
    assert values == {"Ledger": "Olga Brandt", "Echo": "Olga Brandt", "Courier": "Peter Nyholm"}


def test_one_pronoun_is_no_witness() -> None:
    slots = quotes(
        {
            "Ledger": f"Olga Brandt built it. “{WORDS},” she said.",
            "Courier": f"Peter Nyholm said: “{WORDS}.”",
        }
    )
    assert not [slot for slot in slots if slot.label.startswith("who said")]


def test_a_quotation_goes_with_the_likest_one() -> None:
    """A second sentence that has the first one's words is no reason to miss a dropped "not"."""
    first, second = (
        "This is not a second Eden",
        "It is a place where we learn what makes a second Eden possible",
    )
    slots = quotes(
        {
            "Ledger": f"“{first},” said Ines Corran. “{second}.”",
            "Courier": f"“{first},” said Ines Corran, the author. “{second}.”",
            "Echo": "“This is a second Eden,” Ines Corran said.",
        }
    )
    clashing = [s for s in slots if len({c.mention.value.normal for c in s.claims}) > 1]
    assert [{source for source, _ in said(slot)} for slot in clashing] == [{"Ledger", "Courier", "Echo"}]
    assert ("Echo", "is a") in said(clashing[0])


def test_a_changed_number_is_told_once_though_it_is_said_twice() -> None:
    claims = claims_of(
        {
            "Ledger": "“She signed forty-one times, and forty-one times it was a lie,” said Olga Brandt.",
            "Courier": "“She signed fourteen times, and fourteen times it was a lie,” said Olga Brandt.",
        }
    )
    slots = align_claims("story", claims)
    told = [slot for slot in slots if len({claim.mention.value.normal for claim in slot.claims}) > 1]
    assert [slot.kind for slot in told] == [Kind.QUOTE]


def test_a_short_utterance_is_known_by_all_its_words() -> None:
    claims = claims_of(
        {
            "Ledger": "“Thirty years is enough,” said Olga Brandt.",
            "Courier": "“Thirteen years is enough,” said Olga Brandt.",
        }
    )
    (slot,) = align_quotes("story", claims)[0]
    assert slot.kind is Kind.QUOTE


def test_a_number_and_one_word_make_no_utterance() -> None:
    claims = claims_of(
        {
            "Ledger": "“We have rice for four days,” said Olga Brandt.",
            "Courier": "“The rice perhaps, a third of it,” said Olga Brandt.",
        }
    )
    assert not align_quotes("story", claims)[0]


@pytest.mark.parametrize(
    ("ledger", "courier", "asked"),
    [
        pytest.param(
            f"Jane Orlev died. “{WORDS},” Orlev's widower, Tom, said.",
            f"Jane Orlev died. “{WORDS},” Mr Orlev said.",
            False,
            id="the given name alone",
        ),
        pytest.param(
            f"Peter Brandt died. “{WORDS},” said his father, Leo Brandt.",
            f"Peter Brandt died. “{WORDS},” Mr Brandt said.",
            False,
            id="the whole name",
        ),
        pytest.param(
            f"“{WORDS},” said the skipper, Leo Brandt.",
            f"Leo Brandt is not to be confused with Adam Brandt, who sells boats. “{WORDS},” Brandt said.",
            False,
            id="two of the name in its own article",
        ),
        pytest.param(
            f"Peter Brandt died. “{WORDS},” said his father, Leo Brandt.",
            f"Peter Brandt died. “{WORDS},” said his father, Adam Brandt.",
            True,
            id="another given name",
        ),
    ],
)
def test_a_surname_alone_is_that_of_kin_as_well(ledger: str, courier: str, asked: bool) -> None:
    slots = quotes({"Ledger": ledger, "Courier": courier})
    assert any(slot.label.startswith(("who said", "name of")) for slot in slots) is asked


def test_a_sentence_among_others_is_held_against_the_one_that_it_turns_round() -> None:
    texts = {
        "Ledger": '"All of them are well or are getting well. No child has died," said Lena Holm.',
        "Courier": '"All of them are well. No child has died," Lena Holm said.',
        "Herald": '"One child has died, and all the others are well or are getting well," said Lena Holm.',
    }
    assert any(clash(a, b) for slot in quotes(texts) for a in slot.claims for b in slot.claims)


def test_a_word_spelt_alike_is_asked_about_where_it_is_outvoted() -> None:
    texts = {
        "Ledger": '"I hope the town has forgiven us," said Lena Holm.',
        "Courier": '"I hope the town has forgiven us," Lena Holm said.',
        "Herald": '"I hope the town has forgotten us," told Lena Holm.',
    }
    assert any(clash(a, b) for slot in quotes(texts) for a in slot.claims for b in slot.claims)
    del texts["Courier"]
    assert not any(clash(a, b) for slot in quotes(texts) for a in slot.claims for b in slot.claims)
