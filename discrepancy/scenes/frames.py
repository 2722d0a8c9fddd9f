"""Names of the frames in which a place can stand that no table has."""

MOST = "most"
"""Frame of a superlative: where something is strongest."""

SEAT = "seat"
"""Frame of what has a name of its own and stands at a place."""

HOME = "home"
"""Frame of where somebody is from, which may be a town or a country."""

EVENT = "event"
"""Frame of what happens in a story once: a fire, a funeral."""

DEED = "deed"
"""Frame of any other verb with a common noun as its subject or object."""

BEARING = "bearing"
"""Frame of a direction: from which place it is told, or ""."""

THING = "thing"
"""What lies in a direction: a noun's lemma."""

SITE = "site"
"""Frame of a building without a name of its own that stands at a place: a hospital, a court."""

ROLE = "role"
"""Frame of the way a place hangs in its clause: "at", "from", or "" where no preposition tells."""

DOING = "doing"
"""Frame of a verb on which a place hangs, by its class of verbs of like meaning."""

BUILDING = "building"
"""Frame of a building that has a name of its own besides its sort: "Carrow Memorial Hospital"."""

COMING = "coming"
"""Frame of a verb in the future: what is still to happen at a place."""

BETWEEN = "between"
"""Frame of one of two places between which something lies or happens; the other one is what it is of."""

SPOT = "spot"
"""Frame of what happens at a place without a name: the doing, then the thing or person it happens to."""
