import pytest

from counterclaim.lexicon.tables import lexicon
from counterclaim.registers.countries import country_codes


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("Iran", "IR"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Iranian", "IR"),
        ("IR", "IR"),
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Korea, South", "KR"),
        ("Congo", "CG"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Congo (Democratic Republic)", "CD"),
        ("Belarus / Bélarus", "BY"),
        ("Myanmar (Burma) / Myanmar (Birmanie)", "MM"),
        ("Cote d’Ivoire", "CI"),
        ("TÜRKIYE", "TR"),
        ("The Gambia", "GM"),
        ("Bahamas, The", "BS"),
        ("Bosnia and Herzegovina", "BA"),
        ("Trinidad and Tobago", "TT"),
        ("Kosovo", "XK"),
        ("Scotland", "GB"),
        ("China, Hong Kong Special Administrative Region", "HK"),
        ("(1) Iraq (2) Yemen.", "IQ YE"),
        ("Syria; Lebanon", "SY LB"),
        # no state
        ("na", ""),
        ("XX", ""),
        ("former Soviet Union", ""),
        ("Crimea", ""),
        ("Hamas Terrorist Attacks", ""),
        ("undetermined", ""),
        ("", ""),
        ("Iran " * 100, ""),
    ],
)
def test_names_of_states(written: str, codes: str) -> None:
    assert " ".join(country_codes(written)) == codes


def test_every_state_of_the_lexicon_has_a_code_of_its_own() -> None:
    states = {state.name for state in lexicon().states.values() if state.type == "state"}
    found = {name: country_codes(name) for name in states}
    assert [name for name, codes in found.items() if len(codes) != 1] == []
    assert len(set(found.values())) == len(states)
