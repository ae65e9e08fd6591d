"""A join as people read it."""

from counterclaim.stories.joins import Join, Shared, shared


def test_terms_lose_their_prefix_and_say_their_kind() -> None:
    assert shared([("n:halvard star", 0.05), ("h:gun", 0.04), ("w:gun", 0.033333)]) == (
        Shared("name", "halvard star", 0.05),
        Shared("headline", "gun", 0.04),
        Shared("word", "gun", 0.0333),
    )


def test_a_join_in_one_line() -> None:
    join = Join("s:1", "s:2", ("d:2",), 0.25, 0.8, (Shared("name", "halvard star", 0.05), Shared("word", "gun", 0.04)))
    assert join.reason() == (
        "alike 0.25 x near in time 0.80 = 0.20; shared: halvard star (name 0.050), gun (word 0.040)"
    )
