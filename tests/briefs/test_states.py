"""What still is, what is over, and two tellings of one deed."""

from __future__ import annotations

import pytest

PAIRS = (
    ("[2024-03-03] The dog is still missing.", "[2024-03-03] The dog was found on Saturday.", True),
    ("[2024-03-03] The pass remains closed.", "[2024-03-03] The pass reopened on Friday.", True),
    ("[2024-03-03] The fire is still burning.", "[2024-03-03] The fire was put out on Saturday.", True),
    (
        "[2024-03-03] Ten miners are still trapped.",
        "[2024-03-03] All ten miners were freed on Saturday.",
        True,
    ),
    (
        "[2024-03-03] The killer is on the run.",
        "[2024-03-03] The killer was caught in Leeds on Friday.",
        True,
    ),
    ("[2024-03-03] The walkout goes on.", "[2024-03-03] The walkout ended on Thursday.", True),
    ("[2024-03-03] Rail services are suspended.", "[2024-03-03] Rail services resumed on Friday.", True),
    (
        "[2024-03-03] The hostages are still being held.",
        "[2024-03-03] The hostages were released on Friday.",
        True,
    ),
    ("[2024-03-03] The trial goes on.", "[2024-03-03] The trial ended on Friday.", True),
    ("[2024-03-03] The bill is still unpaid.", "[2024-03-03] The bill was paid on Friday.", True),
    ("[2024-03-03] The post is still vacant.", "[2024-03-03] The post was filled on Friday.", True),
    ("[2024-03-03] One dog is still missing.", "[2024-03-03] One of the dogs was found on Saturday.", False),
    (
        "[2024-03-03] The northern pass remains closed.",
        "[2024-03-03] The southern pass reopened on Friday.",
        False,
    ),
    ("[2024-03-01] The fire is still burning.", "[2024-03-03] The fire was put out on Saturday.", False),
    (
        "[2024-03-03] One suspect is on the run.",
        "[2024-03-03] The other suspect was caught on Friday.",
        False,
    ),
    (
        "[2024-03-03] The search continues for a second child.",
        "[2024-03-03] The first child was found on Friday.",
        False,
    ),
    (
        "[2024-03-03] The border remains closed to lorries.",
        "[2024-03-03] The border reopened to walkers on Friday.",
        False,
    ),
    ("[2024-03-03] The walkout goes on.", "[2024-03-03] The walkout will end on Thursday.", False),
    (
        "[2024-03-03] The mayor is in hospital.",
        "[2024-03-03] The mayor's driver was discharged on Friday.",
        False,
    ),
    ("[2024-03-03] Rail services are suspended.", "[2024-03-03] Bus services resumed on Friday.", False),
    (
        "[2024-03-03] The minister remains in office.",
        "[2024-03-03] The minister's aide resigned on Friday.",
        False,
    ),
    (
        "[2024-03-03] The hostages are still being held.",
        "[2024-03-03] The hostages have not been released.",
        False,
    ),
    ("[2024-03-03] The airport is closed.", "[2024-03-03] The airport will reopen on Friday.", False),
    ("[2024-03-03] The club is still without a coach.", "[2024-03-03] The club's coach quit in May.", False),
    ("[2024-03-03] The fire still rages.", "[2024-03-03] The fire is not yet out.", False),
    ("The court cleared the banker of bribery.", "The court found the banker guilty of bribery.", True),
    ("The defendant pleaded guilty.", "The defendant denied the charge.", True),
    ("The manager stepped down.", "The manager kept his job.", True),
    ("The singer left the band.", "The singer said she would stay with the band.", True),
    ("The judge sent the driver to prison.", "The driver walked free.", True),
    ("The senate passed the bill on Monday.", "The senate has yet to vote on the bill.", True),
    ("The bank raised its key rate.", "The bank left its key rate unchanged.", True),
    ("The council voted to close the pool.", "The council voted against closing the pool.", True),
    ("The family sold the castle.", "The family still owns the castle.", True),
    ("The premier attended the summit.", "The premier stayed away from the summit.", True),
    ("The company scrapped the merger.", "The company is pressing ahead with the merger.", True),
    ("The union accepted the offer.", "The union turned down the offer.", True),
    ("The airline was sold.", "The airline was not sold.", True),
    ("The minister apologised.", "The minister refused to apologise.", True),
    ("The jet landed safely.", "The jet crashed.", True),
    ("The truce was extended by a week.", "The truce lapsed.", True),
    ("The court cleared the banker of bribery.", "The court found the banker guilty of forgery.", False),
    ("The defendant pleaded guilty to theft.", "The defendant denied a charge of assault.", False),
    ("The manager stepped down.", "The coach kept his job.", False),
    ("The family sold the castle.", "The family still owns the farm.", False),
    ("The union accepted the pay offer.", "The union turned down the pension offer.", False),
    ("The jet landed safely.", "The helicopter crashed.", False),
    ("The company scrapped the merger.", "The company will press ahead with its expansion.", False),
    ("The singer left the stage.", "The singer said she would stay with the band.", False),
    ("The girl recovered.", "The girl's mother died.", False),
    ("The court acquitted him of murder.", "The court convicted him of manslaughter.", False),
    ("The driver recovered from his injuries.", "The driver's passenger died.", False),
    ("The town voted to build the bridge.", "The county voted against funding the bridge.", False),
    ("The minister denied the claim.", "The minister resigned over the claim.", False),
    ("The club sold its striker.", "The club kept its goalkeeper.", False),
    ("The judge jailed the driver.", "The passenger walked free.", False),
    ("The team left for Oslo.", "The team stayed in a hotel.", False),
    ("The ship was pulled off the reef.", "The ship's crew was rescued.", False),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected
