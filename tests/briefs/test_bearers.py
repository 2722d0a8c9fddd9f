"""Opposites told of one, or of others."""

from __future__ import annotations

import pytest

PAIRS = (
    ("The team was promoted.", "The team was relegated.", True),
    ("The patient is stable.", "The patient is critical.", True),
    ("The verdict was unanimous.", "The verdict was split.", True),
    ("The gun was real.", "The gun was fake.", True),
    ("The shop is open.", "The shop is shut.", True),
    ("The crowd cheered.", "The crowd booed.", True),
    ("Prices rose.", "Prices fell.", True),
    ("The engine started.", "The engine stopped.", True),
    ("The fire is out.", "The fire is still burning.", True),
    ("The rebels won.", "The rebels lost.", True),
    ("The pilot survived.", "The pilot died.", True),
    ("The pilot is alive.", "The pilot is dead.", True),
    ("The talks succeeded.", "The talks collapsed.", True),
    ("The road is blocked.", "The road is clear.", True),
    ("The snow is melting.", "The snow is freezing.", True),
    ("The water is safe to drink.", "The water is unsafe to drink.", True),
    ("The flight was early.", "The flight was late.", True),
    ("The car was stolen.", "The car was not stolen.", True),
    ("The dancer is male.", "The dancer is female.", True),
    ("The dog was found.", "The dog is still missing.", True),
    ("The driver was sober.", "The driver was drunk.", True),
    ("The attack was planned.", "The attack was spontaneous.", True),
    ("The suspect was armed.", "The suspect was unarmed.", True),
    ("The baby is a boy.", "The baby is a girl.", True),
    ("The striker scored.", "The goalkeeper saved a penalty.", False),
    ("The bank opened a branch.", "The bank closed a branch.", False),
    ("He sold shares in May.", "He bought shares in June.", False),
    ("She won the first set.", "She lost the second set.", False),
    ("Demand rose in Asia.", "Demand fell in Europe.", False),
    ("The shop opens at nine.", "The shop closes at six.", False),
    ("The old bridge closed.", "The new bridge opened.", False),
    ("The minister arrived.", "The minister left.", False),
    ("The plane took off at noon.", "The plane landed at three.", False),
    ("The festival begins on Friday.", "The festival ends on Sunday.", False),
    ("The team won at home.", "The team lost away.", False),
    ("Some shares rose.", "Some shares fell.", False),
    ("The storm killed two.", "The storm injured nine.", False),
    ("A man died.", "A woman survived.", False),
    ("The firm hires engineers.", "The firm fires clerks.", False),
    ("Wheat rose.", "Corn fell.", False),
    ("He was born in 1950.", "He died in 2011.", False),
    ("Two people died.", "Two people were hurt.", False),
    ("He joined the club in 2010.", "He left the club in 2014.", False),
    ("She married in 2001.", "She divorced in 2009.", False),
    ("The first half was dull.", "The second half was lively.", False),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected
