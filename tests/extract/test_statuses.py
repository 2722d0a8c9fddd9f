"""Predicates with their pole, their arguments and how certain the clause makes them."""

from __future__ import annotations

import pytest

from discrepancy.extract.deeds import find_denied
from discrepancy.extract.predicates import load_predicates
from discrepancy.extract.statuses import LONGEST_SPAN, extract_statuses
from discrepancy.lexicon import read_table
from discrepancy.model import Kind, Phrase
from tests.reading import read


def statuses(text: str) -> list[tuple[str, str]]:
    return [(mention.text, mention.value.normal) for mention in extract_statuses(read(text))]


@pytest.mark.parametrize(
    ("text", "span", "normal"),
    [
        pytest.param(
            "The council approved the bridge plan on Monday.", "approved", "approval:approved", id="active"
        ),
        pytest.param(
            "The tribunal rejected a complaint by the club.", "rejected", "approval:rejected", id="complaint"
        ),
        pytest.param(
            "The kitchen was ordered shut for two weeks.",
            "ordered shut",
            "openness:closed",
            id="ordered-shut",
        ),
        pytest.param(
            "The caterer was told to stop serving on Monday.",
            "told to stop serving",
            "openness:closed",
            id="told-to-stop",
        ),
        pytest.param(
            "The caterer was allowed to go on serving.",
            "was allowed to go on",
            "openness:open",
            id="allowed-to-go-on",
        ),
        pytest.param(
            "The operator has suspended its boat tours.",
            "suspended",
            "schedule:cancelled",
            id="suspended-tours",
        ),
        pytest.param(
            "Mara Quill declined the Lind prize.", "declined", "honour:declined", id="declined-a-prize"
        ),
        pytest.param(
            "Mara Quill accepted a knighthood.", "accepted", "honour:accepted", id="accepted-an-honour"
        ),
        pytest.param("The clinic shut the door on Monday.", "shut", "openness:closed", id="a-door-and-a-day"),
        pytest.param(
            "The club shut the door on the offer.",
            "shut the door on",
            "approval:rejected",
            id="door-on-an-offer",
        ),
        pytest.param(
            "The driver was sent home after questioning.",
            "sent home",
            "custody:released",
            id="home-from-the-police",
        ),
        pytest.param(
            "The loser refused to concede.",
            "refused to concede",
            "concession:contested",
            id="refused-to-concede",
        ),
        pytest.param("The viaduct held.", "held", "damage:spared", id="a-structure-that-held"),
        pytest.param(
            "The concert resumed after an hour.",
            "resumed",
            "schedule:going ahead",
            id="goes-on-again",
        ),
        pytest.param(
            "The barn was left open deliberately.",
            "deliberately",
            "intent:deliberate",
            id="adverb-of-its-verb",
        ),
        pytest.param(
            "Nobody wanted the merger offer.", "Nobody wanted", "approval:rejected", id="only-denied"
        ),
        pytest.param(
            "Visitors may see the tower, and the council will not charge a fee.",
            "not charge a fee",
            "fee:free",
            id="denied-fee",
        ),
        pytest.param(
            "The court ruled that the former clerk of the town, Ansa Brink, was guilty.",
            "ruled",
            "verdict:convicted",
            id="word-in-the-clause-below",
        ),
        pytest.param("The alarm at the mill stayed silent.", "stayed silent", "function:failed", id="device"),
        pytest.param(
            "The manor failed to find a buyer.", "failed to find a buyer", "sale:unsold", id="longest-match"
        ),
        pytest.param(
            "The painting was no forgery.", "was no forgery", "authenticity:genuine", id="no-with-be"
        ),
        pytest.param(
            "Joren Aldwick has not played since breaking an ankle.",
            "breaking an ankle",
            "injury:injured",
            id="since-is-not-denied",
        ),
        pytest.param(
            "The bridge plan was approved on Monday.", "approved", "approval:approved", id="passive"
        ),
        pytest.param("The council voted to approve the plan.", "approve", "approval:approved", id="voted-to"),
        pytest.param(
            "The council refused to approve the plan.",
            "refused to approve",
            "approval:rejected",
            id="refused-to",
        ),
        pytest.param(
            "The council did not approve the plan.",
            "not approve",
            "approval:rejected",
            id="syntactic-negation",
        ),
        pytest.param(
            "Regulators turned the whole plan down.",
            "turned the whole plan down",
            "approval:rejected",
            id="gap",
        ),
        pytest.param(
            "The minister gave the plan her blessing.",
            "gave the plan her blessing",
            "approval:approved",
            id="noun",
        ),
        pytest.param(
            "The board denied a permit for the mine.", "denied", "approval:rejected", id="denied-permit"
        ),
        pytest.param(
            "Joren Aldwick denied that he had sold the boat.",
            "denied",
            "statement:denied",
            id="denied-clause",
        ),
        pytest.param(
            "The agency confirmed reports of a leak.", "confirmed", "statement:confirmed", id="confirmed"
        ),
        pytest.param(
            "Organisers postponed the regatta by a week.", "postponed", "schedule:postponed", id="postponed"
        ),
        pytest.param("The regatta was called off.", "called off", "schedule:cancelled", id="called-off"),
        pytest.param(
            "The lock has yet to be opened.", "yet to be opened", "openness:closed", id="yet-to-be-opened"
        ),
        pytest.param(
            "The council has yet to approve the plan.",
            "yet to approve",
            "approval:rejected",
            id="yet-to-approve",
        ),
        pytest.param("Joren Aldwick was denied bail.", "was denied bail", "custody:held", id="denied-bail"),
        pytest.param(
            "The regatta was not cancelled.", "not cancelled", "schedule:not cancelled", id="not-cancelled"
        ),
        pytest.param("Joren Aldwick was acquitted in May.", "acquitted", "verdict:acquitted", id="acquitted"),
        pytest.param("The rector has been fired.", "fired", "employment:dismissed", id="noun-of-a-person"),
        pytest.param(
            "The fire is still burning.",
            "is still burning",
            "fire:spreading",
            id="arguments-of-the-participle",
        ),
        pytest.param("The mine stands idle.", "stands idle", "openness:closed", id="adjective-after-verb"),
        pytest.param(
            "A jury found Joren Aldwick guilty.",
            "found Joren Aldwick guilty",
            "verdict:convicted",
            id="found-guilty",
        ),
        pytest.param(
            "Joren Aldwick pleaded not guilty.", "pleaded not guilty", "plea:not guilty", id="not-guilty"
        ),
        pytest.param("Joren Aldwick pleaded guilty.", "pleaded guilty", "plea:guilty", id="guilty"),
        pytest.param("Both sides extended the truce.", "extended", "measure:in force", id="extended"),
        pytest.param("The army lifted the curfew.", "lifted", "measure:lifted", id="lifted"),
        pytest.param(
            "Police have not opened an inquiry.",
            "not opened an inquiry",
            "investigation:not investigating",
            id="no-inquiry",
        ),
        pytest.param(
            "No inquiry has been opened by police.",
            "No inquiry has been opened",
            "investigation:not investigating",
            id="no-determiner",
        ),
        pytest.param("Joren Aldwick was released on Friday.", "released", "custody:released", id="released"),
        pytest.param(
            "Joren Aldwick remains in custody.", "remains in custody", "custody:held", id="in-custody"
        ),
        pytest.param("The keeper, Joren Aldwick, survived.", "survived", "life:alive", id="survived"),
        pytest.param("The keeper, Joren Aldwick, died of his burns.", "died", "life:died", id="died"),
        pytest.param("The lock gates were open all night.", "open", "openness:open", id="open"),
        pytest.param("The lock gates were shut all night.", "shut", "openness:closed", id="shut"),
        pytest.param("The treasurer resigned on Monday.", "resigned", "employment:resigned", id="resigned"),
        pytest.param(
            "The treasurer was dismissed on Monday.", "dismissed", "employment:dismissed", id="dismissed"
        ),
        pytest.param(
            "The court dismissed the appeal.", "dismissed", "approval:rejected", id="dismissed-appeal"
        ),
        pytest.param("Ticket prices fell again.", "fell", "trend:down", id="fell"),
        pytest.param(
            "The mill gate was at no point closed.", "no point closed", "openness:open", id="at-no-point"
        ),
        pytest.param(
            "The mill gate has been under seal since May.", "been under seal", "openness:closed", id="seal"
        ),
        pytest.param(
            "Nobody has been arrested.", "Nobody has been arrested", "arrest:not arrested", id="nobody"
        ),
        pytest.param(
            "The minister has refused to leave office.",
            "refused to leave office",
            "employment:staying",
            id="refused-to-leave",
        ),
        pytest.param(
            "The treasurer was relieved of her duties.",
            "relieved of her duties",
            "employment:suspended",
            id="relieved-for-now",
        ),
        pytest.param(
            "The bank left its deposit rate at 3%.",
            "left its deposit rate at",
            "setting:unchanged",
            id="far-preposition",
        ),
        pytest.param(
            "The suspended treasurer may return.", "suspended", "employment:suspended", id="participle"
        ),
        pytest.param(
            "The keeper, who was rescued on Monday, is at home.",
            "rescued",
            "life:alive",
            id="relative-clause",
        ),
        pytest.param("The pilot suffered a broken leg.", "suffered", "injury:injured", id="part-of-the-body"),
        pytest.param(
            "The other lodger, Ansa Brink, was cleared.",
            "cleared",
            "verdict:acquitted",
            id="of-what-is-unsaid",
        ),
        pytest.param(
            "The firm was allowed to keep its mill in Ossbury running.",
            "keep its mill in Ossbury running",
            "openness:open",
            id="allowed-to-keep-it-running",
        ),
        pytest.param(
            "Two years later, the amendment exempting tenants from the levy was adopted.",
            "adopted",
            "approval:approved",
            id="subject-given-to-a-participle",
        ),
        pytest.param("One raider was shot dead.", "dead", "life:died", id="one-is-no-plural"),
        pytest.param("The dam's operation was halted.", "halted", "openness:closed", id="what-runs-is-open"),
        pytest.param(
            "The company scrapped its dividend.",
            "scrapped its dividend",
            "dividend:omitted",
            id="no-dividend",
        ),
        pytest.param("Construction had not started.", "not started", "start:not begun", id="not-begun"),
        pytest.param("Engineers found no damage.", "found no damage", "soundness:sound", id="no-damage"),
        pytest.param(
            "Production would stay suspended.", "stay suspended", "openness:closed", id="stays-suspended"
        ),
        pytest.param(
            "The mayor of Tolvane ruled out a resignation.",
            "ruled out a resignation",
            "employment:staying",
            id="ruled-out-by-a-phrase-of-the-list",
        ),
        pytest.param(
            "The mayor of Tolvane excluded a resignation.",
            "excluded a resignation",
            "employment:not resigned",
            id="denied-noun",
        ),
        pytest.param("The exchange went ahead.", "went ahead", "schedule:going ahead", id="event-went-ahead"),
        pytest.param(
            "The order that had kept the school shut was withdrawn.",
            "withdrawn",
            "measure:lifted",
            id="former-state-in-a-relative-clause",
        ),
        pytest.param(
            "The prosecutor decided not to contest the acquittal of Ansa Brink.",
            "acquittal",
            "verdict:acquitted",
            id="what-nobody-contests-stands",
        ),
        pytest.param(
            "The mayor did not criticise the closure of the mill.",
            "closure of",
            "openness:closed",
            id="what-nobody-criticises-stands",
        ),
        pytest.param("The mine did not win approval.", "not win approval", "approval:rejected", id="not-won"),
        pytest.param(
            "Joren Aldwick will be held until the trial.", "be held", "custody:held", id="held-from-now-until"
        ),
        pytest.param("Ansa Brink is alive, the doctor said.", "alive", "life:alive", id="alive-now"),
        pytest.param("Ansa Brink was dead when the boat came.", "dead", "life:died", id="dead-by-then"),
        pytest.param(
            "Police heard the dispatcher, who was allowed to go home.",
            "allowed to go home",
            "custody:released",
            id="allowed home",
        ),
        pytest.param(
            "The old rail bridge at the mill had held.", "held", "damage:spared", id="a bridge that held"
        ),
        pytest.param("The bridge is gone.", "is gone", "damage:destroyed", id="a bridge that is gone"),
        pytest.param(
            "There is no recall of the tablets.",
            "is no recall",
            "recall:not recalled",
            id="no recall",
        ),
        pytest.param(
            "The film was pulled from the programme.",
            "pulled from the programme",
            "schedule:cancelled",
            id="pulled from the programme",
        ),
        pytest.param(
            "The film was screened as planned.",
            "screened as planned",
            "schedule:going ahead",
            id="screened as planned",
        ),
        pytest.param(
            "Skipper Joren Aldwick was allowed out on bail.",
            "allowed out on bail",
            "custody:released",
            id="allowed out on bail",
        ),
        pytest.param(
            "Joren Aldwick was sent to prison pending trial.",
            "sent to prison",
            "custody:held",
            id="to prison before a trial",
        ),
        pytest.param(
            "The skipper went down with his ship.",
            "went down with his ship",
            "life:died",
            id="down with his ship",
        ),
        pytest.param(
            "Both of its solar panels failed to open.",
            "failed to open",
            "function:failed",
            id="what is told of both",
        ),
        pytest.param("Its sail unfurled.", "unfurled", "function:working", id="what unfolds"),
        pytest.param(
            "Ansa Brink stays on to run the bank.", "stays on to run", "employment:staying", id="to run it"
        ),
        pytest.param(
            "The chief executive, Ansa Brink, will leave when the merger is complete.",
            "leave when the merger",
            "employment:left",
            id="with the merger",
        ),
        pytest.param(
            "In the north, 63 percent of voters rejected the ban.",
            "rejected",
            "approval:rejected",
            id="most voters by a share",
        ),
        pytest.param(
            "Two thirds of the members approved the deal.",
            "approved",
            "approval:approved",
            id="most members by a fraction",
        ),
    ],
)
def test_status(text: str, span: str, normal: str) -> None:
    assert statuses(text) == [(span, normal)]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The council may approve the plan.", id="may"),
        pytest.param("The work starts if the council approves the plan.", id="if"),
        pytest.param("Nobody knows whether the council approved the plan.", id="whether"),
        pytest.param("The mayor wants to cancel the regatta.", id="wish"),
        pytest.param("Lawyers tried to overturn the ruling.", id="attempt"),
        pytest.param("Has the council approved the plan?", id="question"),
        pytest.param("The mayor asked the council to approve the plan.", id="request"),
        pytest.param("Five people died in the storm.", id="a-number-of-dead-is-a-figure"),
        pytest.param("The children released 200 balloons.", id="released-things"),
        pytest.param("The walkers fell into a ditch.", id="fell-down"),
        pytest.param("The team climbed the mountain.", id="climbed"),
        pytest.param("Forty patients were admitted to hospital.", id="admitted-to-hospital"),
        pytest.param("A snow-clearing contract was shown to the mayor.", id="clearing"),
        pytest.param("Joren Aldwick is survived by his wife.", id="survived-by-heirs"),
        pytest.param("It will take a week before the bridge reopens.", id="before-it-happens"),
        pytest.param("It was set as a condition that he is not convicted again.", id="condition"),
        pytest.param("The court threw out the tax demand.", id="class-counts-for-heads-only"),
        pytest.param("The chair said no boats would sail.", id="no-before-a-noun"),
        pytest.param("The treasurer will resign if the vote is lost.", id="condition-behind"),
        pytest.param("Forty lawmakers backed the bill.", id="so-many-members"),
        pytest.param("The opposition rejected the budget.", id="one-side-of-a-body"),
        pytest.param("In the north, 37 percent of voters rejected the law.", id="the-fewer-voters"),
        pytest.param("The majority of farms is found there.", id="where-most-are-found"),
        pytest.param("The minister left when the meeting ended.", id="left-a-meeting"),
        pytest.param("The minister left the deal in May.", id="left-a-deal"),
        pytest.param("The clause was removed from the bill.", id="removed-from-a-bill"),
        pytest.param("The mayor did not rule out resigning.", id="not-ruled-out"),
        pytest.param("The mayor has not ruled out a resignation.", id="noun-not-ruled-out"),
        pytest.param("A resignation as chair of the club she excluded.", id="fronted-noun-ruled-out"),
        pytest.param("Her deputy, Joren Aldwick, had gone ahead to Lorne.", id="somebody-travelled-ahead"),
        pytest.param("The post she has held since May is paid.", id="held-a-post"),
        pytest.param("Judge Aldwick was carried round the field on a chair.", id="carried-on-a-chair"),
        pytest.param("Joren Aldwick was held until March.", id="held-until-it-was-over"),
        pytest.param("Joren Aldwick sat in jail until March.", id="in-jail-until-it-was-over"),
        pytest.param("The keeper, Joren Aldwick, was alive when he left.", id="alive-when"),
        pytest.param("Ansa Brink was alive as the boat left the pier.", id="alive-as"),
        pytest.param("The museum opened in 1928.", id="founded-in-a-year"),
        pytest.param("The theatre opened nearly 80 years ago.", id="founded-years-ago"),
    ],
)
def test_nothing_stated(text: str) -> None:
    assert statuses(text) == []


def test_what_stands_behind_another_verb_is_that_verbs() -> None:
    found = statuses("A woman who was on the ferry died in hospital on Monday.")
    assert not any(normal.startswith("injury") for _, normal in found)


def test_planned_is_marked() -> None:
    (mention,) = extract_statuses(read("The council will approve the bridge plan."))
    assert isinstance(mention.value, Phrase)
    assert mention.value.lemmas[-1] == "planned"


@pytest.mark.parametrize(
    ("text", "arguments"),
    [
        pytest.param(
            "The Harbour Council approved the bridge plan.",
            {"bridge", "plan", "council"},
            id="object-and-subject",
        ),
        pytest.param(
            "The bridge plan was approved by the council.", {"bridge", "plan", "council"}, id="agent"
        ),
        pytest.param("The council said no to the bridge.", {"council", "bridge"}, id="behind-the-last-word"),
        pytest.param("The council met and approved the plan.", {"plan", "council"}, id="shared-subject"),
        pytest.param("The plan for a bridge drew crowds. It was approved.", {"plan", "bridge"}, id="pronoun"),
        pytest.param("Mara Quill denied that she had sold the boat.", {"quill", "sell", "boat"}, id="clause"),
    ],
)
def test_arguments(text: str, arguments: set[str]) -> None:
    (mention,) = extract_statuses(read(text))
    assert isinstance(mention.value, Phrase)
    assert arguments <= set(mention.value.lemmas)


def test_mentions_point_at_their_text() -> None:
    text = "The council rejected the plan.\nThe regatta was postponed, and Joren Aldwick resigned."
    mentions = extract_statuses(read(text, title="Council rejects bridge plan"))
    assert [mention.field for mention in mentions] == ["title", "text", "text", "text"]
    for mention in mentions:
        assert mention.kind is Kind.STATUS
        assert (
            read(text, title="Council rejects bridge plan").article.read(mention.field)[
                mention.start : mention.end
            ]
            == mention.text
        )
        assert len(mention.text) <= LONGEST_SPAN


def test_every_class_in_the_word_list_is_used_and_defined() -> None:
    table = read_table("statuses")
    lines = [
        line for entry in table["dimensions"].values() for pole in entry["poles"].values() for line in pole
    ]
    named = {word[1:].rstrip("~^&") for line in lines for word in line.split() if word[0] in "@!"}
    assert named == set(table["arguments"])


def test_only_the_first_two_poles_flip() -> None:
    for predicates in load_predicates().values():
        for predicate in predicates:
            entry = read_table("statuses")["dimensions"][predicate.dimension]
            first = predicate.pole in list(entry["poles"])[:2]
            assert bool(predicate.opposite) == (entry["flips"] and first)


def test_what_a_document_denies() -> None:
    document = read("The water is not contaminated. The crew carried no flares. The pump works.")
    assert find_denied(document) == {"contaminate", "carry flare"}


def test_what_had_never_been_is_no_denial() -> None:
    assert find_denied(read("Lomidze had never sung the role in front of an audience.")) == frozenset()


def test_a_word_may_answer_two_akin_questions() -> None:
    poles = {normal for _, normal in statuses("The drivers will not be charged, the minister said.")}
    assert poles == {"charge:not charged", "fee:free"}


def test_until_a_successor_is_found_is_no_staying() -> None:
    assert statuses("Director Ansa Brink stays in office until a successor is named.") == []


def test_a_look_back_over_years_tells_of_none_but_now() -> None:
    assert statuses("The ministry has not expelled an ambassador since 1976.") == []
    assert statuses("The ministry has not expelled the ambassador, it said.") != []
    assert [normal for _, normal in statuses("The ferry has not sailed since Monday.")] == [
        normal for _, normal in statuses("The ferry has not sailed.")
    ]


def test_a_second_caution_sends_off() -> None:
    assert {n for _, n in statuses("Ansa Brink was shown a second yellow card.")} == {"card:sent off"}
    assert {n for _, n in statuses("Ansa Brink was shown a yellow card.")} == {"card:cautioned"}


def test_deeds_are_read_where_asked_for() -> None:
    document = read("The water in the well is chlorinated, the utility said.")
    assert extract_statuses(document) == ()
    (mention,) = extract_statuses(document, frozenset({"chlorinate"}))
    assert (mention.text, mention.value.normal) == ("chlorinated", "deed chlorinate:chlorinate")


def test_a_denial_may_hang_on_the_first_noun_of_a_compound() -> None:
    (mention,) = extract_statuses(read("No tsunami warning was issued."), frozenset({"issue"}))
    assert mention.value.normal == "deed issue:not issue"
    told = {normal for _, normal in statuses("The prime minister survives a no-confidence vote.")}
    assert told == {"employment:staying"}


@pytest.mark.parametrize(
    ("text", "decides"),
    [
        pytest.param("The assembly approved the bill on Monday.", True, id="body"),
        pytest.param("Lawmakers approved the bill on Monday.", True, id="its members"),
        pytest.param("The only senator who opposed the bill left early.", False, id="the only one"),
        pytest.param("Government MPs Ada Harlow and Boris Lind opposed the bill.", False, id="two by name"),
        pytest.param("A councillor voted against the plan.", False, id="one of many"),
    ],
)
def test_one_of_many_decides_nothing(text: str, decides: bool) -> None:
    assert any(normal.startswith("approval:") for _, normal in statuses(text)) == decides


def test_who_is_of_a_place_is_not_the_place() -> None:
    found = statuses("The bursar of the Tolvane school was suspended.")
    assert not any(normal.startswith("openness") for _, normal in found)


def test_what_was_voted_against_has_not_come_about() -> None:
    told = statuses("The council voted against selling the mill.")
    assert ("against selling", "sale:unsold") in told
    assert not any(
        normal == "sale:sold" for _, normal in statuses("The rector warned against selling the mill.")
    )


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        pytest.param("The president pardoned Ivo Brann.", "clemency:granted", id="pardoned"),
        pytest.param("The president refused Ivo Brann a pardon.", "clemency:refused", id="no-pardon"),
        pytest.param("The jury failed to agree on a verdict.", "deliberation:hung", id="hung-jury"),
        pytest.param("The tram had failed its inspection.", "inspection:failed", id="inspection"),
        pytest.param("The hull was unseaworthy.", "soundness:flawed", id="unseaworthy"),
        pytest.param("Mara Quill dropped out of the marathon.", "finishing:retired", id="dropped-out"),
        pytest.param("Her second sample came back negative.", "test:negative", id="sample-negative"),
        pytest.param("Her second sample confirmed the finding.", "test:positive", id="sample-confirmed"),
        pytest.param("The Smallholders quit the coalition.", "coalition:out", id="coalition"),
        pytest.param("A tug towed the barge for two hours.", "propulsion:towed", id="towed"),
        pytest.param("The barge reached the harbour under its own power.", "propulsion:own", id="own-power"),
        pytest.param(
            "The residents may not return home before Saturday.", "return:barred", id="may-not-return"
        ),
        pytest.param("The brewery made a loss.", "profit:loss", id="loss"),
        pytest.param("The device failed to explode.", "bomb:defused", id="dud"),
        pytest.param("The pistol was a toy.", "authenticity:fake", id="toy-pistol"),
        pytest.param("The robber gave himself up.", "surrender:surrendered", id="gave-himself-up"),
        pytest.param("The mill will appeal against the ruling.", "appealing:appealing", id="appeals"),
    ],
)
def test_opposites_of_many_fields(text: str, normal: str) -> None:
    assert normal in {told for _, told in statuses(text)}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        pytest.param("The bank holds two clerks responsible for it.", "custody:held", id="held-responsible"),
        pytest.param(
            "Two of the nine aldermen stood by Mayor Ann Roe.", "employment:staying", id="two-of-them"
        ),
        pytest.param("Mayor Ann Roe's husband stood by her.", "employment:staying", id="a-husband"),
        pytest.param("Karl Roe has lost five such votes.", "outcome:lost", id="such-votes"),
        pytest.param("Most passengers escaped through a hatch.", "arrest:at large", id="out-of-danger"),
    ],
)
def test_other_things_in_the_same_words(text: str, status: str) -> None:
    assert status not in {told for _, told in statuses(text)}


def test_no_is_short_for_a_number() -> None:
    assert not find_denied(read("Pump No. 3, one of four, had lost pressure."))


def test_refusing_denies() -> None:
    assert "recuse" in find_denied(read("Judge Karl Roe refused to recuse himself."))


def test_whose_driver_it_is_bears_nothing() -> None:
    (mention,) = extract_statuses(read("Ann Roe's driver was acquitted of theft."))
    assert isinstance(mention.value, Phrase)
    assert "driver" in mention.value.lemmas
    assert "Roe" not in mention.value.lemmas


def test_what_a_predicate_names_is_what_it_is_said_of() -> None:
    mention = next(m for m in extract_statuses(read("Her second sample confirmed the finding.")))
    assert isinstance(mention.value, Phrase)
    assert "sample" in mention.value.lemmas
