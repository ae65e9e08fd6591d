"""Speakers named beside what they say, without a verb. The texts were written for these tests."""

from tests.claims.parsed import sources_at


def test_the_turns_of_an_interview() -> None:
    text = (
        "HOST: Did Norway sell the tanks?\n\nBERG: It sold forty. The rest stayed.\n\nHOST: And shells?\n\nBERG: Gone."
    )
    assert sources_at(text, "sold") == ["BERG"]
    assert sources_at(text, "rest") == ["BERG"]
    assert sources_at(text, "shells") == ["HOST"]


def test_one_label_makes_no_interview() -> None:
    assert sources_at("NOTE: The port sold tanks.\n\nThe minister left.", "sold") == []


def test_a_headline_with_a_colon() -> None:
    text = "Foreign minister: Norway sold forty tanks\n\nThe port was quiet on Monday. Nobody came."
    assert sources_at(text, "sold") == ["Foreign minister"]


def test_a_headline_about_a_place_is_no_remark_of_it() -> None:
    assert sources_at("Sudan: Forty killed in raid\n\nThe port was quiet on Monday. Nobody came.", "killed") == []


def test_a_body_or_a_surname_before_a_colon_opens_a_report() -> None:
    assert sources_at("Norwegian opposition: Nine sailors arrested in port", "arrested") == ["Norwegian opposition"]
    assert sources_at("Dahl: Berg's sale of tanks approved by Council", "approved") == ["Dahl"]
    assert sources_at("Monday 4 March 2013 Norwegian opposition: Nine sailors arrested in port", "arrested") == [
        "Norwegian opposition"
    ]


def test_an_agency_or_monitor_at_the_end_of_a_headline() -> None:
    assert sources_at("Pirates attack ferry in Norway killing 9 Monitor", "killing") == ["Monitor"]
    assert sources_at("Navy blocks harbour in Norway SANA", "harbour") == ["SANA"]
    assert sources_at("Pirates attack the offices of Reuters", "attack") == []


def test_a_signed_quotation() -> None:
    assert sources_at("“The tanks were sold in June.” — Anna Berg", "sold") == ["Anna Berg"]


def test_a_headline_that_ends_with_its_origin() -> None:
    assert sources_at("Norway sold forty tanks to Latvia – Reuters", "sold") == ["Reuters"]
