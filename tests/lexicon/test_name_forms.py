"""The table of how names vary: what it gives, and the errors that name the entry that is wrong."""

from typing import Any

import pytest

from counterclaim.errors import LexiconError
from counterclaim.lexicon.name_forms import name_forms, read_name_forms
from counterclaim.lexicon.reading import load_table


def test_spellings_titles_and_nouns_have_one_main_form() -> None:
    forms = name_forms()
    assert forms.spellings["mohammed"] == forms.spellings["muhammad"] == "muhammad"
    assert forms.titles["gen"] == forms.titles["colonel"] == "forces"
    assert forms.short_titles["gen"] == "general"
    assert forms.described["firm"] == "company"
    assert forms.legal_forms["limited"] == "ltd"


def test_names_that_only_look_alike_have_no_common_spelling() -> None:
    forms = name_forms()
    for one, other in map(sorted, forms.apart):
        assert forms.spellings.get(one, one) != forms.spellings.get(other, other)


DAMAGED: list[tuple[dict[str, Any], str]] = [
    ({"spellings": "ali: aly\nalim: aly\n"}, "spellings, alim: aly is a form of ali already; drop one of the two"),
    ({"apart": [["ali"]]}, "apart: no pair: ['ali']; write [one, other]"),
    ({"titles": {"royal": ["king"]}}, "titles, royal: no such calling; write one of "),
    ({"articles": "al"}, "articles: no list: 'al'"),
    ({"nicknames": []}, "no such key: nicknames"),
]


@pytest.mark.parametrize(("change", "error"), DAMAGED)
def test_damage_is_named(change: dict[str, Any], error: str) -> None:
    with pytest.raises(LexiconError) as raised:
        read_name_forms({**load_table("name_forms.yaml"), **change})
    assert error in str(raised.value)
