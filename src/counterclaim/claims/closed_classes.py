"""Closed classes of English words, and what the types of names stand for: what the claims stage asks of a word."""

KIND_OF_NAME = {
    "PER": frozenset({"actor", "person"}),
    "ORG": frozenset({"actor"}),
    "GPE": frozenset({"actor", "place"}),
    "LOC": frozenset({"actor", "place"}),
    "FAC": frozenset({"place"}),
    "NORP": frozenset({"actor"}),
    "WEAPON": frozenset({"materiel"}),
    "VEHICLE": frozenset({"materiel"}),
    "MONEY": frozenset({"money"}),
}
# "dozens of drones", "a batch of rifles": the thing is what stands after "of".
MEASURES = frozenset(
    (
        "tens dozens hundreds thousands millions units cargoes barrels "
        "dozen couple handful trio scores billions number numbers batch batches shipment shipments consignment "
        "consignments load loads cargo volley barrage series round rounds tonnes tons pieces lot lots types type "
        "kind kinds range pair pairs quantity quantities amount amounts set sets share part parts members member "
        "group one some many several most all any each both fleet stock stocks stockpile stockpiles crates "
        "containers truckloads package packages tranche"
    ).split()
)
TIMES = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
        "september october november december jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec. today "
        "yesterday tomorrow tonight day days week weeks weekend month months year years decade decades hour hours "
        "minute minutes morning afternoon evening night time times date period season century moment todays yesterdays "
        "tonights"
    ).split()
)
IN_PLACES = frozenset({"in", "at", "near", "over", "outside", "inside", "around"})
INDEFINITE = frozenset(
    (
        "one ones two other others some most many much more several few half rest remainder second third first all "
        "both quarter majority any none each another dozens hundreds thousands total"
    ).split()
)
UNCERTAIN = frozenset({"actor", "materiel", "person", "measure"})
PERSONAL = frozenset("he she they who we i you him her them us whom his their our those".split())
IMPERSONAL = frozenset("it its they them which that these those this their".split())
