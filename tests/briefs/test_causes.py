"""Why it happened."""

from __future__ import annotations

import pytest

PAIRS = (
    ("The fire was caused by an electrical fault.", "Faulty wiring caused the fire.", False),
    ("The crash was blamed on ice.", "A slippery road caused the crash.", False),
    ("Heavy rain caused the landslide.", "The landslide was triggered by a downpour.", False),
    ("The outage was caused by a storm.", "High winds caused the outage.", False),
    ("He died of pneumonia.", "He died from a lung infection.", False),
    ("She died of cancer.", "She died after a long illness.", False),
    ("The derailment was due to excessive speed.", "The driver's speeding caused the derailment.", False),
    ("The collapse was blamed on poor maintenance.", "Corrosion led to the collapse.", False),
    ("The protest was sparked by a tax rise.", "A new fuel tax sparked the protest.", False),
    ("The delay was due to snow.", "Bad weather caused the delay.", False),
    ("The outbreak was traced to a farm.", "The outbreak was traced to infected eggs.", False),
    ("The strike was triggered by pay cuts.", "The strike was triggered by a row over wages.", False),
    ("The quake killed 12 people.", "The landslide killed four people.", False),
    ("The storm caused flooding.", "The storm caused power cuts.", False),
    ("The crash killed a cyclist.", "A lorry killed a cyclist.", False),
    ("The fall in profit was due to higher costs.", "The fall in sales was due to weak demand.", False),
    ("The explosion was no accident.", "The explosion was arson.", False),
    ("Police believe the fire was arson.", "An arsonist started the fire, police believe.", False),
    ("The fire was caused by faulty wiring.", "A discarded cigarette caused the fire.", True),
    ("The collapse was blamed on an earthquake.", "Poor construction caused the collapse.", True),
    ("The outage was caused by a cyber attack.", "The outage was caused by a fallen tree.", True),
    ("She died of hypothermia.", "She died of an overdose.", True),
    ("The sinking was caused by a torpedo.", "The sinking was caused by a storm.", True),
    ("The fire was an accident.", "The fire was arson.", True),
    ("The delay was due to a signal failure.", "The delay was caused by a strike.", True),
    ("A short circuit started the blaze.", "The blaze was started by fireworks.", True),
    (
        "The company's collapse was blamed on fraud.",
        "The company's collapse was blamed on the pandemic.",
        True,
    ),
)


@pytest.mark.parametrize(("left", "right", "expected"), PAIRS)
def test_pair(contradict, left: str, right: str, expected: bool) -> None:
    assert contradict(left, right) is expected
