"""Reports written for the tests of this folder: one event told twice, a second event, and lines that outlets print."""

from counterclaim.records import Document, digest

HARBOUR = (
    "Customs officers in the port of Lervik seized two crates of rifle parts on a freighter bound for Talmaria, the "
    "harbour authority said on Tuesday. The crates had been declared as spare parts for tractors and were hidden "
    "behind sacks of cement. An inspector became suspicious when the weight given in the papers did not agree with "
    "the scales on the quay. The captain told investigators that he had taken over the cargo in good faith from a "
    "forwarder whose office turned out to be an empty garage. Prosecutors opened a case against persons unknown and "
    "asked neighbouring countries for help in tracing the payments, which had passed through three banks in as many "
    "days. The ship remains under guard while divers search its hull for further hiding places. Two members of the "
    "crew were questioned for several hours and released without charge, but must not leave the town until the "
    "court has heard them."
)
# The same event by somebody who was there.
HARBOUR_ALONE = (
    "It took the men from customs until dusk to carry the cargo ashore. What they found under the cement, people on "
    "the waterfront in Lervik say, were bolts and barrels enough for a small company of riflemen. Nobody here had "
    "heard of the forwarding firm that is named on the bill of lading. Its address leads to a yard with a locked "
    "gate and a dog. The freighter, rusty and low in the water, was to have sailed for Talmaria with the evening "
    "tide. Now a policeman sits on a folding chair at the foot of the gangway and drinks tea. The skipper, a polite "
    "man in a knitted cap, will not talk to reporters. His lawyer says that he signed what he was given to sign, as "
    "skippers do, and that the scales are old."
)
BRIDGE = (
    "Rebels blew up the railway bridge at Quorn before dawn, cutting the only line on which the army in the "
    "northern hills is supplied, an officer said. Engineers need at least a month to lay a provisional track across "
    "the gorge. The explosion was heard in villages twenty kilometres away and broke the windows of the station, "
    "where travellers were waiting for the first train. Nobody was hurt. A spokesman for the insurgents announced "
    "further attacks on depots and fuel trains unless the government withdraws its garrison from the valley. The "
    "ministry called the demand absurd and sent a brigade of sappers, together with a battalion to protect them. "
    "Lorries will carry flour and ammunition over the pass for the time being, a journey of two days on a road that "
    "is often closed by snow until late in the spring."
)
BACKGROUND = (
    "The fighting began nine years ago when the provinces of the north refused to pay the salt tax. It has driven a "
    "third of the people from their homes and laid waste the vineyards along the river, according to relief "
    "organisations. Four rounds of talks in the old capital have ended without a result since then."
)
FURNITURE = (
    "Thank you for reading us. Please choose the letters that you would like to find in your mailbox every morning "
    "and tick the box below, then confirm the address that you have given. You may cancel your subscription "
    "whenever you like."
)


def document(text: str, path: str = "a.txt", **known: object) -> Document:
    """A document with a text and what else is known of it."""
    return Document(path, text, digest(text), **known)  # type: ignore[arg-type]


def sentences(text: str) -> list[str]:
    """A report in sentences."""
    return [part.strip(". ") + "." for part in text.split(". ") if part.strip()]
