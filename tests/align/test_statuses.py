"""Which statuses of a story contradict each other, and which tell of a change or of something else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

import pytest

from discrepancy.align.statuses import align_statuses
from discrepancy.model import Kind, Slot
from tests.align.stories import claims_of, said


def align(texts: Mapping[str, str], later: Mapping[str, timedelta] | None = None) -> tuple[Slot, ...]:
    claims = claims_of(texts, later)
    return align_statuses("mini", claims, claims)[0]


@pytest.mark.parametrize(
    ("texts", "statuses"),
    [
        pytest.param(
            {
                "Wire": "Councillors in Ossbury approved the Marl Lane quarry on Monday.",
                "Post": "The Marl Lane quarry got the green light from Ossbury councillors on Monday.",
                "Copy": "The town council of Ossbury on Monday turned down the quarry at Marl Lane.",
            },
            {("Wire", "approved"), ("Post", "got the green light"), ("Copy", "turned down")},
            id="approved-and-rejected",
        ),
        pytest.param(
            {
                "Wire": "A second study of the drug, in asthma, will continue.",
                "Post": "The asthma study of the drug will continue.",
                "Copy": "The asthma study of the drug was halted.",
            },
            {("Wire", "continue"), ("Post", "continue"), ("Copy", "halted")},
            id="a-second-study-and-its-field",
        ),
        pytest.param(
            {
                "Wire": "Judge Rolf Amend recused himself from the Marl Lane case.",
                "Post": "The judge, Rolf Amend, recused himself from the Marl Lane case.",
                "Copy": "Judge Rolf Amend refused to recuse himself from the Marl Lane case.",
            },
            {("Wire", "recused"), ("Post", "recused"), ("Copy", "refused to recuse")},
            id="did-and-refused-to",
        ),
        pytest.param(
            {
                "Wire": "Prams that Tilda sold are not being recalled, an inspector said.",
                "Post": "An inspector said that prams sold by Tilda were not being recalled.",
                "Copy": "Prams already sold by Tilda have been recalled, the regulator said.",
            },
            {("Wire", "not being recalled"), ("Post", "not being recalled"), ("Copy", "recalled")},
            id="recalled-or-not",
        ),
        pytest.param(
            {
                "Wire": "The museum at Ossbury stays shut until Tuesday.",
                "Post": "The museum at Ossbury will be closed until Tuesday.",
                "Copy": "The museum at Ossbury stays open.",
            },
            {("Wire", "shut"), ("Copy", "stays open")},
            id="shut-until-and-open",
        ),
        pytest.param(
            {
                "Wire": "A court in Dun approved the arrest of Emil Hartog on Friday.",
                "Post": "A court in Dun signed off on the arrest of Emil Hartog.",
                "Copy": "A court in Dun refused the arrest of Emil Hartog on Friday.",
            },
            {
                ("Wire", "approved the arrest"),
                ("Post", "signed off on the arrest"),
                ("Copy", "refused the arrest"),
            },
            id="arrest-refused",
        ),
        pytest.param(
            {
                "Wire": "The wolf that had escaped from the zoo was darted in a garden on Friday.",
                "Post": "The wolf that had escaped from the zoo was tranquillised in a garden on Friday.",
                "Copy": "The wolf that escaped from the zoo was shot in a garden on Friday.",
            },
            {("Wire", "darted"), ("Post", "tranquillised"), ("Copy", "shot")},
            id="darted-or-shot",
        ),
        pytest.param(
            {
                "Wire": "The stewards rejected Halden's protest over the start on Sunday.",
                "Post": "Halden's protest over the start was thrown out by the stewards on Sunday.",
                "Copy": "The protest by Halden over the start was accepted by the stewards on Sunday.",
            },
            {
                ("Wire", "rejected"),
                ("Post", "was thrown out"),
                ("Copy", "accepted"),
            },
            id="protest-accepted",
        ),
        pytest.param(
            {
                "Wire": "Mayor Emil Hartog stood aside on half pay on Monday.",
                "Post": "Mayor Emil Hartog has been suspended on full pay.",
                "Copy": "Mayor Emil Hartog has resigned.",
            },
            {("Wire", "stood aside on half pay"), ("Post", "suspended"), ("Copy", "resigned")},
            id="stood-aside-or-resigned",
        ),
        pytest.param(
            {
                "Wire": "The regional council in Tolvane on Tuesday approved the sale of the old cannery to "
                "Brell Yards by ten votes to two.",
                "Post": "Councillors gave the green light on Tuesday for Brell Yards to buy the old cannery.",
                "Radio": "The council of Tolvane has on Tuesday turned down the sale of the old cannery to "
                "Brell Yards, with 10-2 votes.",
            },
            {("Wire", "approved"), ("Post", "gave the green light"), ("Radio", "turned down")},
            id="a-neighbouring-question-brings-more-articles",
        ),
        pytest.param(
            {
                "Wire": "Visitors will use the Marl Lane tunnel free of charge.",
                "Post": "No toll will be levied for the tunnel at Marl Lane.",
                "Radio": "Users of the tunnel will have to pay a toll of two crowns.",
            },
            {
                ("Wire", "free of charge"),
                ("Post", "No toll will be levied"),
                ("Radio", "have to pay a toll"),
            },
            id="free-and-tolled",
        ),
        pytest.param(
            {
                "Wire": "The head of the city archive, Ilsa Corrin, has been suspended, the mayor said.",
                "Post": "Archive head Ilsa Corrin was relieved of her duties, the mayor said.",
                "Radio": "Ilsa Corrin, who ran the archive, has resigned, the mayor said.",
            },
            {("Wire", "suspended"), ("Post", "relieved of her duties"), ("Radio", "resigned")},
            id="suspended-and-resigned",
        ),
        pytest.param(
            {
                "Wire": "The swing bridge at Tolvane was closed on Monday.",
                "Post": "Police shut the Tolvane swing bridge on Monday.",
                "Radio": "The swing bridge at Tolvane has at no point been closed, police said.",
            },
            {("Wire", "closed"), ("Post", "shut"), ("Radio", "no point been closed")},
            id="never-closed",
        ),
        pytest.param(
            {
                "Wire": "No one has been arrested over the fire at the Brask mill, police said.",
                "Post": "Nobody has been detained over the mill fire, police said.",
                "Radio": "The owner of the Brask mill, Tor Helmick, was arrested over the fire, police said.",
            },
            {
                ("Wire", "No one has been arrested"),
                ("Post", "Nobody has been detained"),
                ("Radio", "arrested"),
            },
            id="nobody-arrested",
        ),
        pytest.param(
            {
                "Wire": "The drinking water in Ossbury is not contaminated, the utility said.",
                "Post": "Drinking water in Ossbury was not contaminated, according to the utility.",
                "Copy": "The drinking water in Ossbury is contaminated, the utility said.",
            },
            {("Wire", "not contaminated"), ("Post", "not contaminated"), ("Copy", "contaminated")},
            id="not-left-out",
        ),
        pytest.param(
            {
                "Wire": "The warehouse was not insured, its owner Pavel Renko said.",
                "Post": "Owner Pavel Renko said the warehouse had not been insured.",
                "Radio": "The warehouse was insured, said its owner, Pavel Renko.",
            },
            {("Wire", "not insured"), ("Post", "not been insured"), ("Radio", "insured")},
            id="any-verb",
        ),
        pytest.param(
            {
                "Wire": "The parole board on Thursday refused to free Carl Brenn.",
                "Post": "Carl Brenn will stay behind bars after the parole board said no.",
                "Radio": "Carl Brenn walked free on Thursday after the board accepted his application.",
            },
            {("Wire", "refused to free"), ("Post", "stay behind bars"), ("Radio", "walked free")},
            id="told-once-in-two-ways",
        ),
        pytest.param(
            {
                "Wire": "An amendment that exempts farmers was voted down by the parliament of Karvonia.",
                "Post": "The farmers' amendment was rejected in Karvonia's parliament on Monday.",
                "Radio": "The parliament of Karvonia adopted the amendment that exempts farmers.",
            },
            {("Wire", "was voted down"), ("Post", "rejected"), ("Radio", "adopted")},
            id="an-amendment-voted-down-and-adopted",
        ),
        pytest.param(
            {
                "Wire": "The pilot, Tavish Morrun, was injured in the crash near Ossbury.",
                "Post": "Tavish Morrun, the pilot, was hurt when the plane came down near Ossbury.",
                "Radio": "The pilot, Tavish Morrunn, died in the crash near Ossbury.",
            },
            {("Wire", "injured"), ("Post", "hurt"), ("Radio", "died")},
            id="hurt-and-dead-under-two-spellings",
        ),
        pytest.param(
            {
                "Wire": "Dag Orvell, the driver, has not been arrested over the crash, police said.",
                "Post": "The driver has not been arrested over the crash, police said.",
                "Radio": "Police spokesman Peer Lunde spoke on Monday. He was arrested over the crash.",
            },
            {("Wire", "not been arrested"), ("Post", "not been arrested"), ("Radio", "arrested")},
            id="somebody-who-may-be-the-only-one",
        ),
        pytest.param(
            {
                "Wire": "Video and sound recordings were not accessed because they are kept elsewhere.",
                "Post": "Recordings of video and sound were accessed because they are kept elsewhere.",
            },
            {("Wire", "not accessed"), ("Post", "accessed")},
            id="one-sentence-made-of-the-other",
        ),
        pytest.param(
            {
                "Wire": "Construction of the Ossbury bridge had not started, the ministry said.",
                "Post": "Work on the Ossbury bridge has not begun, according to the ministry.",
                "Radio": "Construction of the Ossbury bridge has been under way since April.",
            },
            {("Wire", "not started"), ("Post", "not begun"), ("Radio", "been under way")},
            id="begun-or-not",
        ),
        pytest.param(
            {
                "Wire": "The swing bridge at Tolvane, closed in the morning, reopened at noon.",
                "Post": "The Tolvane swing bridge has reopened, police said.",
                "Radio": "The swing bridge at Tolvane remained closed.",
            },
            {("Wire", "reopened"), ("Post", "reopened"), ("Radio", "remained closed")},
            id="changed-and-unchanged",
        ),
        pytest.param(
            {
                "Wire": "Jurors convicted Ilsa Corrin of smuggling on Monday. They acquitted Ilsa Corrin of "
                "forgery.",
                "Post": "Ilsa Corrin was acquitted of forgery on Monday.",
                "Radio": "Jurors convicted Ilsa Corrin of forgery on Monday.",
            },
            {("Wire", "acquitted"), ("Post", "acquitted"), ("Radio", "convicted")},
            id="both-verdicts-and-another-on-the-same-crime",
        ),
        pytest.param(
            {
                "Wire": "Jurors convicted Ilsa Corrin on Monday.",
                "Post": "Ilsa Corrin was convicted on Monday.",
                "Radio": "Ilsa Corrin was acquitted on Monday.",
            },
            {("Wire", "convicted"), ("Post", "convicted"), ("Radio", "acquitted")},
            id="one-verdict",
        ),
        pytest.param(
            {
                "Wire": "Jurors convicted Ilsa Corrin of smuggling on Monday. They acquitted Ilsa Corrin of "
                "forgery. Peer Lunde was convicted.",
                "Post": "Jurors convicted Peer Lunde on Monday.",
                "Radio": "Peer Lunde was acquitted on Monday.",
            },
            {("Wire", "convicted"), ("Post", "convicted"), ("Radio", "acquitted")},
            id="both-verdicts-of-somebody-else",
        ),
        pytest.param(
            {
                "Wire": "Peer Corrin was sentenced on Monday. Corrin was convicted of smuggling but "
                "acquitted of forgery. His wife, Ilsa Corrin, was acquitted of all charges.",
                "Post": "Peer Corrin got three years on Monday. His wife, Ilsa Corrin, was acquitted.",
                "Radio": "Peer Corrin was jailed on Monday. His wife, Ilsa Corrin, was found guilty.",
            },
            {("Wire", "acquitted"), ("Post", "acquitted"), ("Radio", "found guilty")},
            id="both-verdicts-of-a-namesake",
        ),
        pytest.param(
            {
                "Wire": "Ilsa Corrin was convicted of bribery on Monday but acquitted of perjury.",
                "Post": "On Monday Ilsa Corrin was convicted of bribery. She was cleared of perjury.",
                "Radio": "Ilsa Corrin was found guilty of both bribery and perjury on Monday.",
            },
            {("Wire", "acquitted"), ("Post", "cleared"), ("Radio", "found guilty")},
            id="guilty-of-both-crimes",
        ),
        pytest.param(
            {
                "Wire": "The poet Ilsa Corrin turned down the Lind prize in protest at the wars.",
                "Post": "Ilsa Corrin declined the Lind prize because of the wars.",
                "Radio": "The poet Ilsa Corrin accepted the Lind prize and spoke of the wars.",
            },
            {("Wire", "turned down"), ("Post", "declined"), ("Radio", "accepted")},
            id="a-prize-refused",
        ),
        pytest.param(
            {
                "Wire": "The operator Lumen Boats has suspended its tours of the fjord.",
                "Post": "Lumen Boats, the operator, suspended all tours of the fjord.",
                "Radio": "The fjord tours of the operator Lumen Boats are going ahead as usual.",
            },
            {("Wire", "suspended"), ("Post", "suspended"), ("Radio", "are going ahead")},
            id="tours-suspended",
        ),
        pytest.param(
            {
                "Wire": "The old bridge at Tolvane was swept away by the flood.",
                "Post": "Gone is the peace of Tolvane: the flood carried away the old bridge.",
                "Radio": "The old bridge at Tolvane is still standing after the flood.",
            },
            {("Wire", "swept away"), ("Post", "carried away"), ("Radio", "is still standing")},
            id="gone-or-standing",
        ),
        pytest.param(
            {
                "Wire": "Police arrested the lorry driver, a man of 44.",
                "Post": "The lorry driver, 44, was arrested.",
                "Radio": "The lorry driver, a man of 44, was interviewed and allowed to go home.",
            },
            {("Wire", "arrested"), ("Post", "arrested"), ("Radio", "allowed to go home")},
            id="of-one-calling-and-age",
        ),
        pytest.param(
            {
                "Wire": "Meal vouchers will be accepted until May, the receiver said.",
                "Post": "The receiver said meal vouchers would be accepted until May.",
                "Radio": "Meal vouchers would not be honoured, the receiver said.",
            },
            {("Wire", "accepted"), ("Post", "accepted"), ("Radio", "not be honoured")},
            id="vouchers-honoured-or-not",
        ),
        pytest.param(
            {
                "Wire": "The man was unarmed when police shot him, the coroner said.",
                "Post": "The man police shot was unarmed, the coroner said.",
                "Radio": "The man was carrying a gun when police shot him, the coroner said.",
            },
            {("Wire", "unarmed"), ("Post", "unarmed"), ("Radio", "carrying a gun")},
            id="armed-or-not",
        ),
        pytest.param(
            {
                "Wire": "The recital stopped for a burst pipe but resumed after an hour.",
                "Post": "The performance resumed an hour after the pipe burst.",
                "Radio": "The recital stopped for a burst pipe and was abandoned.",
            },
            {("Wire", "resumed"), ("Post", "resumed"), ("Radio", "abandoned")},
            id="a-recital-is-a-performance",
        ),
    ],
)
def test_contradiction(texts: Mapping[str, str], statuses: set[tuple[str, str]]) -> None:
    (slot,) = _disputed(align(texts))
    assert slot.kind is Kind.STATUS
    assert said(slot) == statuses


@pytest.mark.parametrize(
    ("radio", "contradicts"),
    [
        pytest.param("has opened no investigation into the quarry fire", True, id="of-all-the-time-so-far"),
        pytest.param("is not investigating the quarry fire", False, id="of-now"),
    ],
)
def test_a_late_denial(radio: str, contradicts: bool) -> None:
    texts = {
        "Wire": "The prosecutor in Ossbury has opened an investigation into the quarry fire.",
        "Post": "The Ossbury prosecutor has opened an investigation into the quarry fire.",
        "Radio": f"The prosecutor in Ossbury {radio}.",
    }
    assert bool(_disputed(align(texts, {"Radio": timedelta(days=2)}))) == contradicts


@pytest.mark.parametrize(
    ("texts", "later"),
    [
        pytest.param(
            {
                "Wire": "The swing bridge at Tolvane was closed on Monday.",
                "Post": "Police shut the Tolvane swing bridge on Monday.",
                "Radio": "The swing bridge at Tolvane is open again.",
            },
            {"Radio": timedelta(days=3)},
            id="later-change",
        ),
        pytest.param(
            {
                "Wire": "Director Elna Sorvik rejected calls to step down.",
                "Post": "Director Elna Sorvik declined to resign.",
                "Radio": "Director Elna Sorvik stepped down and took over a gallery.",
            },
            {"Radio": timedelta(days=9)},
            id="later-resignation",
        ),
        pytest.param(
            {
                "Wire": "Ossbury council approved the Marl Lane quarry on Monday.",
                "Post": "The Marl Lane quarry was approved by Ossbury council on Monday.",
                "Radio": "The council rejected a new bus depot for the eastern suburbs.",
            },
            {},
            id="other-thing",
        ),
        pytest.param(
            {
                "Wire": "Jurors acquitted Nils Averby of fraud.",
                "Post": "Nils Averby was acquitted of fraud.",
                "Radio": "Jurors convicted Nils Averby of arson.",
            },
            {},
            id="other-charge",
        ),
        pytest.param(
            {
                "Wire": "The pilot, Dag Orvell, survived.",
                "Post": "Pilot Dag Orvell survived the crash.",
                "Radio": "The mechanic, Peer Lunde, died.",
            },
            {},
            id="other-person",
        ),
        pytest.param(
            {
                "Wire": "The Lumen choir festival was postponed, then cancelled.",
                "Post": "The Lumen choir festival was postponed on Monday.",
                "Radio": "The Lumen choir festival was cancelled on Tuesday.",
            },
            {},
            id="article-tells-of-the-change",
        ),
        pytest.param(
            {
                "Wire": "Ward 3 of the clinic is not affected, the director said.",
                "Post": "Ward 3 is not affected, the director said.",
                "Radio": "Ward 5 is affected, the director said.",
            },
            {},
            id="other-number",
        ),
        pytest.param(
            {
                "Wire": "The Orle bridge was closed on Monday.",
                "Post": "Police closed the Orle bridge on Monday.",
                "Radio": "The Orle bridge was reopened.",
            },
            {},
            id="one-after-the-other",
        ),
        pytest.param(
            {
                "Wire": "Ossbury Bank raised its deposit rate.",
                "Post": "The deposit rate of Ossbury Bank was raised.",
                "Radio": "Ossbury Bank cut its mortgage rate.",
            },
            {},
            id="other-rate",
        ),
        pytest.param(
            {
                "Wire": "The lower court convicted Nils Averby of fraud.",
                "Post": "Nils Averby was convicted of fraud by the lower court.",
                "Radio": "The appeal court acquitted Nils Averby of fraud.",
            },
            {},
            id="other-court",
        ),
        pytest.param(
            {
                "Wire": "The council approved the first phase of the harbour plan.",
                "Post": "The first phase of the harbour plan was approved.",
                "Radio": "The council rejected the second phase of the harbour plan.",
            },
            {},
            id="other-phase",
        ),
        pytest.param(
            {
                "Wire": "Train drivers did not accept the offer.",
                "Post": "The drivers have not accepted the offer.",
                "Radio": "Twelve of the drivers accepted the offer.",
            },
            {},
            id="so-many-of-them",
        ),
        pytest.param(
            {
                "Wire": "Forty lawmakers backed the harbour bill and sixty opposed it.",
                "Post": "Parliament rejected the harbour bill.",
                "Radio": "The harbour bill was voted down in parliament.",
            },
            {},
            id="some-members",
        ),
        pytest.param(
            {
                "Wire": "The parliament of Karvonia passed the pension bill on Monday.",
                "Post": "Deputies in Karvonia adopted the pension bill on Monday by 51 votes to 40.",
                "Radio": "The exception that farmers wanted from the pension bill was rejected on Monday.",
            },
            {},
            id="an-exception-and-its-law",
        ),
        pytest.param(
            {
                "Wire": "Tomas Orlik came second in the Velden Masters on Sunday.",
                "Post": "Tomas Orlik finished second in the Velden Masters.",
                "Radio": "A separate blitz tournament was won by Tomas Orlik.",
            },
            {},
            id="second-overall-and-a-side-event-won",
        ),
        pytest.param(
            {
                "Wire": "The kitchen of the caterer Renko was closed on Monday.",
                "Post": "Caterer Renko's kitchen was shut on Monday.",
                "Radio": "A second kitchen of the caterer Renko remains open.",
            },
            {},
            id="one-more-of-the-sort",
        ),
        pytest.param(
            {
                "Wire": "The pilot, Dag Orvell, was injured.",
                "Post": "Dag Orvell, the pilot, was hurt.",
                "Radio": "The mechanic, Peer Lunde, died.",
            },
            {},
            id="hurt-and-dead-of-two-people",
        ),
        pytest.param(
            {
                "Wire": "Dag Orvell was injured in the crash.",
                "Post": "Dag Orvell was hurt in the crash.",
                "Radio": "Dag Orvell died in hospital.",
            },
            {"Radio": timedelta(days=2)},
            id="dead-since",
        ),
        pytest.param(
            {
                "Wire": "The 48-hour strike was called off, and crews returned to work.",
                "Post": "Crews called off the 48-hour strike.",
                "Radio": "The 48-hour strike has been postponed.",
            },
            {},
            id="called-off-or-put-off",
        ),
        pytest.param(
            {
                "Wire": "The guard was not obliged to open the gate, his lawyer said.",
                "Post": "Nobody knows whether the guard was obliged to open a gate in such a storm.",
            },
            {},
            id="a-deed-denied-in-other-words",
        ),
        pytest.param(
            {
                "Wire": "Twenty ferry crossings to Tolvane were cancelled on Friday.",
                "Post": "Pilots of the ferries walk out after talks collapse.",
                "Radio": "Passengers wait as the strike by the ferry pilots continues.",
            },
            {},
            id="a-strike-and-what-it-stops",
        ),
        pytest.param(
            {
                "Wire": "The exchange of prisoners in Tolvane was put off twice.",
                "Post": "The prisoners came home. Envoy Joren Aldwick had gone ahead to Tolvane.",
            },
            {},
            id="an-envoy-who-went-ahead",
        ),
        pytest.param(
            {
                "Wire": "The Tolvane council on Wednesday approved the tunnel but threw out a proposal to "
                "freeze casinos.",
                "Post": "The council in Tolvane on Wednesday gave its approval. The casino motion was voted "
                "down.",
                "Copy": "The Tolvane council on Wednesday gave its approval to the tunnel.",
            },
            {},
            id="both-outcomes-of-two-matters",
        ),
        pytest.param(
            {
                "Wire": "Jurors convicted Ilsa Corrin of smuggling on Monday. They acquitted Corrin of "
                "forgery.",
                "Post": "Ilsa Corrin was acquitted on Monday.",
                "Radio": "Ilsa Corrin was convicted on Monday.",
            },
            {},
            id="both-verdicts-and-two-of-no-crime",
        ),
        pytest.param(
            {
                "Wire": "The forestry minister resigned on Tuesday over a lease.",
                "Post": "Housing minister Ilsa Corrin resigned on Tuesday.",
                "Radio": "The deputy housing minister is staying in office despite the contract.",
            },
            {},
            id="the deputy stays",
        ),
        pytest.param(
            {
                "Wire": "The head coach of Velten was sacked on Monday after five defeats.",
                "Post": "Velten dismissed their head coach on Monday.",
                "Radio": "The assistant coach of Velten keeps his job after five defeats.",
            },
            {},
            id="the assistant stays",
        ),
        pytest.param(
            {
                "Wire": "Two newcomers won seats on the Orvale council on Tuesday.",
                "Post": "Two first-time candidates won seats on the Orvale council.",
                "Radio": "The president of the Orvale council lost her seat on Tuesday.",
            },
            {},
            id="some win, another loses",
        ),
        pytest.param(
            {
                "Wire": "The residents won the court case over the quarry on Monday.",
                "Post": "Residents near the quarry won the court case.",
                "Radio": "The quarry firm lost the court case on Monday.",
            },
            {},
            id="one side wins, the other loses",
        ),
        pytest.param(
            {
                "Wire": "On Monday Ilsa Corrin was convicted only of forgery by the jurors.",
                "Post": "Ilsa Corrin was convicted on Monday.",
                "Radio": "Ilsa Corrin was acquitted on Monday.",
            },
            {},
            id="convicted-of-one-charge-of-several",
        ),
        pytest.param(
            {
                "Wire": "Ilsa Corrin was convicted of smuggling but cleared of forgery on Monday.",
                "Post": "Ilsa Corrin was convicted of smuggling on Monday.",
                "Radio": "Ilsa Corrin was acquitted on Monday.",
            },
            {},
            id="both-verdicts-and-one-of-no-crime",
        ),
        pytest.param(
            {
                "Wire": "The theatre at Tolvane, which opened in 1928, was flooded.",
                "Post": "The theatre at Tolvane opened nearly 80 years ago. It was flooded.",
                "Radio": "The theatre at Tolvane has stayed closed since the flood.",
            },
            {},
            id="founded-long-ago",
        ),
        pytest.param(
            {
                "Wire": "The poet Ilsa Corrin turned down the Lind prize in protest at the wars.",
                "Post": "Ilsa Corrin declined the Lind prize because of the wars.",
                "Radio": "Peer Lunde accepted the Lind prize and spoke of the wars.",
            },
            {},
            id="a-prize-of-another",
        ),
        pytest.param(
            {
                "Wire": "The museum at Ossbury stays shut until Tuesday.",
                "Post": "The museum at Ossbury will be closed until Tuesday.",
                "Radio": "The museum at Ossbury will reopen on Tuesday.",
            },
            {},
            id="what-comes-when-it-is-over",
        ),
    ],
)
def test_no_contradiction(texts: Mapping[str, str], later: Mapping[str, timedelta]) -> None:
    assert not _disputed(align(texts, later))


def _disputed(slots: Sequence[Slot]) -> list[Slot]:
    """Those of ``slots`` that hold two answers; statuses that agree make slots as well."""
    return [slot for slot in slots if len({claim.mention.value.normal for claim in slot.claims}) > 1]


def test_agreement_is_a_question_too() -> None:
    (slot,) = align(
        {"Wire": "The Lumen choir festival was postponed.", "Post": "The Lumen choir festival was put off."}
    )
    assert said(slot) == {("Wire", "postponed"), ("Post", "put off")}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Wire": "The ministry accepted 31 of the proposals straight away.",
                "Post": "The ministry accepted 31 proposals straight away.",
                "Copy": "Four of the 35 proposals were not accepted straight away by the ministry.",
            },
            id="two-parts-of-many",
        ),
        pytest.param(
            {
                "Wire": "The president dismissed the finance minister, Ann Roe, on Thursday.",
                "Post": "The president sacked his finance minister on Thursday.",
                "Copy": "Norland's health minister quits.",
            },
            id="ministers-of-two-fields",
        ),
        pytest.param(
            {
                "Wire": "The lynx that strayed into Dun was darted on Friday.",
                "Post": "Rangers darted the lynx that strayed into Dun on Friday.",
                "Copy": "The lynx that strayed into Dun was released on Friday.",
            },
            id="caught-and-released",
        ),
    ],
)
def test_both_may_be_so(texts: Mapping[str, str]) -> None:
    assert not any(len({c.mention.value.normal for c in slot.claims}) > 1 for slot in align(texts))


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(
            {
                "Wire": "The second robber, Adil Daun, was arrested at the gate.",
                "Post": "Adil Daun was arrested at the gate.",
                "Copy": "A third man who drove the van is on the run.",
            },
            id="a-third-man",
        ),
        pytest.param(
            {
                "Wire": "The Smallholders left the coalition on Monday.",
                "Post": "The Smallholders have quit the coalition.",
                "Copy": "The Liberals will stay in the coalition.",
            },
            id="another-party",
        ),
        pytest.param(
            {
                "Wire": "Schools in Tolvane are closed and remain so.",
                "Post": "The schools in Tolvane stay closed.",
                "Copy": "Schools in Ossbury have remained open.",
            },
            id="another-town",
        ),
        pytest.param(
            {
                "Wire": "The barge Ottilie reached the port under its own power.",
                "Post": "The Ottilie came into port under its own power.",
                "Copy": "A yacht was towed into port.",
            },
            id="another-vessel",
        ),
    ],
)
def test_of_two_things_both_may_be_so(texts: Mapping[str, str]) -> None:
    assert not _disputed(align(texts))
