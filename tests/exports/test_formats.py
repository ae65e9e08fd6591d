import io
import re
import zipfile
from dataclasses import replace

import pytest

from counterclaim.errors import LedgerError
from counterclaim.exports import formats
from counterclaim.exports.formats import FORMATS, Export
from counterclaim.exports.ledger_read import from_json
from counterclaim.records import EXTRACTOR, Ledger
from tests.exports.export_samples import HOSTILE, full, hostile, whole

# What a format that holds all claims must hold of each.
ALL_CLAIMS = ("json", "ftm", "stix", "claimreview")


@pytest.mark.parametrize("export", FORMATS.values(), ids=FORMATS)
def test_a_format_has_a_name_a_use_and_an_ending(export: Export) -> None:
    assert FORMATS[export.name] is export
    assert len(export.about) > 10
    assert re.fullmatch(r"(\.[a-z]+)+", export.suffix)
    export.check()


@pytest.mark.parametrize("export", FORMATS.values(), ids=FORMATS)
def test_the_same_ledger_gives_the_same_bytes(export: Export) -> None:
    assert whole(export.write(full())) == whole(export.write(full())) != b""


@pytest.mark.parametrize("export", FORMATS.values(), ids=FORMATS)
def test_an_empty_ledger_is_written_too(export: Export) -> None:
    written = whole(export.write(Ledger((), (), ())))
    assert written or export.name == "ftm"  # no entity, no line


@pytest.mark.parametrize("name", ALL_CLAIMS)
def test_every_claim_is_there_with_its_words_its_report_and_its_certainty(name: str) -> None:
    ledger = full()
    written = whole(FORMATS[name].write(ledger)).decode()
    for claim in ledger.claims:
        assert claim.id in written
        assert claim.evidence.text in written
        assert claim.document in written
        assert claim.factuality.value in written
        for link in claim.attribution:
            assert link.source is None or link.source.text in written
    for proposition in ledger.propositions:
        assert proposition.status.value in written
    for hit in ledger.hits:
        assert hit.list_version in written


@pytest.mark.parametrize("name", ["ftm", "stix", "claimreview", "graphml", "gexf"])
def test_what_is_claimed_is_called_a_claim_and_a_possible_match_no_match(name: str) -> None:
    written = whole(FORMATS[name].write(full())).decode()
    assert "Nothing here was checked" in written
    assert "Claimed, not verified" in written
    sentences = [part for part in re.split(r"[\"\n|]", written) if "LUNDE, Bo" in part and "Bo Lund" in part]
    assert all("possible, not a match" in sentence for sentence in sentences)


@pytest.mark.parametrize("name", [n for n, e in FORMATS.items() if not e.needs and n != "csv"])
@pytest.mark.parametrize("text", [text for text in HOSTILE if len(text) < 1000], ids=ascii)
def test_hostile_words_leave_text_that_utf_8_can_hold(name: str, text: str) -> None:
    written = whole(FORMATS[name].write(hostile(text))).decode("utf-8")
    assert written.count("\x00") == 0


def unzipped(written: bytes) -> str:
    """All that a file holds, unpacked where it is an archive."""
    if not zipfile.is_zipfile(io.BytesIO(written)):
        return written.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())


@pytest.mark.parametrize("export", FORMATS.values(), ids=FORMATS)
def test_what_an_older_extractor_found_is_not_said_to_be_of_this_one(export: Export) -> None:
    """An older run of a case may be exported years later."""
    export.check()
    today, older = (unzipped(whole(export.write(replace(full(), extractor=e)))) for e in (EXTRACTOR, "1999.1"))
    assert (EXTRACTOR in older, "1999.1" in older) == (False, EXTRACTOR in today)


def test_the_json_ledger_comes_back() -> None:
    ledger = full()
    read = from_json(whole(FORMATS["json"].write(ledger)).decode())
    assert read.claims == ledger.claims
    assert read.hits == ledger.hits


def test_a_missing_extra_is_named_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda _: None)
    with pytest.raises(LedgerError, match=r"pip install counterclaim\[parquet\]"):
        FORMATS["parquet"].check()
    with pytest.raises(LedgerError, match=r"pip install counterclaim\[brief\]"):
        FORMATS["brief"].check()
    FORMATS["csv"].check()
