"""The stages together: documents in, one ledger out; what is refused never stops the rest."""

from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path

import pytest

import counterclaim
from counterclaim import pipeline
from counterclaim.errors import InputRefused, ModelError
from counterclaim.ingest.files import from_text
from counterclaim.language.model import Model
from counterclaim.pipeline import COLLECTION_STAGES, DOCUMENT_STAGES, Pipeline, collect
from counterclaim.records import Ledger, Refusal

PLAIN = "Norway sold 40 tanks to Latvia, the minister said."
OTHER = "Sweden delivered 12 rifles to Malta on Monday."


@pytest.fixture(scope="module")
def stages() -> Pipeline:
    return Pipeline()


def written(folder: Path, **texts: str) -> list[Path]:
    """Text files, in the order given."""
    found = []
    for name, text in texts.items():
        found.append(folder / f"{name}.txt")
        found[-1].write_text(text, encoding="utf-8")
    return found


def names(ledger: Ledger) -> list[str]:
    return [Path(d.path).stem for d in ledger.documents]


def test_the_stages_are_packages() -> None:
    assert all(find_spec(f"counterclaim.{stage}") for stage in (*DOCUMENT_STAGES, *COLLECTION_STAGES))


def test_a_plain_sentence(stages: Pipeline) -> None:
    reading = stages.read_document(from_text(PLAIN))
    [claim] = [c for c in reading.claims if c.frame == "transfer"]
    assert {role: [f.text for f in fillers] for role, fillers in claim.roles.items()} == {
        "supplier": ["Norway"],
        "item": ["40 tanks"],
        "recipient": ["Latvia"],
    }
    assert [a.source.text for a in claim.attribution if a.source] == ["minister"]
    assert (claim.stage, claim.factuality, claim.trigger.text) == ("sale", "CT+", "sold")


def test_the_same_document_gives_the_same_reading(stages: Pipeline) -> None:
    document = from_text(f"{PLAIN}\n\n{OTHER}")
    assert stages.read_document(document) == stages.read_document(document)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (PLAIN, None),
        (f"Norway sells tanks\n\n{PLAIN}", "Norway sells tanks"),
        (f"  Norway  sells\ttanks  \n\n{PLAIN}", "Norway sells tanks"),
        (f"Norway sells tanks: “Gone!”\n\n{PLAIN}", "Norway sells tanks: “Gone!”"),
        (f"Date: 2024-03-05\n\nNorway sells tanks\n\n{PLAIN}", "Norway sells tanks"),
        (f"{PLAIN}\n\n{OTHER}", None),
    ],
)
def test_titles(stages: Pipeline, text: str, title: str | None) -> None:
    assert stages.read_document(from_text(text)).document.title == title


def test_a_ledger_of_files(tmp_path: Path) -> None:
    ledger = pipeline.read(written(tmp_path, second=PLAIN, first=OTHER))
    assert names(ledger) == ["second", "first"]
    assert {"Norway", "Latvia", "Sweden", "Malta"} <= {e.name for e in ledger.entities}
    assert {c.document for c in ledger.claims} == {d.id for d in ledger.documents}
    assert ledger.refused == ()


def test_claims_point_to_entities_of_the_ledger(tmp_path: Path) -> None:
    ledger = pipeline.read(written(tmp_path, one=PLAIN, two=OTHER))
    known = {e.id: e.name for e in ledger.entities}
    fillers = [f for c in ledger.claims for filled in c.roles.values() for f in filled]
    linked = {f.text: known[f.entity] for f in fillers if f.entity is not None}
    assert linked["Norway"] == "Norway"
    assert linked["Malta"] == "Malta"


def test_refusals_are_counted_with_their_reasons(tmp_path: Path) -> None:
    good, empty, copy = written(tmp_path, good=PLAIN, empty="", copy=PLAIN)
    (tmp_path / "folder").mkdir()
    ledger = pipeline.read([empty, tmp_path / "folder", tmp_path / "none.txt", good, copy, good])
    assert names(ledger) == ["good"]
    assert {(Path(r.path).name, r.reason) for r in ledger.refused} == {
        ("empty.txt", "empty text"),
        ("folder", "folder without texts"),
        ("none.txt", "missing file"),
        ("copy.txt", "same text as another document"),
    }
    assert len(ledger.refused) == 4


def test_a_text_without_claims_is_named_and_stays(tmp_path: Path) -> None:
    ledger = pipeline.read(written(tmp_path, one=PLAIN, quiet="Blue tables."))
    assert names(ledger) == ["one", "quiet"]
    assert [(Path(r.path).name, r.reason) for r in ledger.refused] == [("quiet.txt", "no claims")]


def test_what_a_text_says_of_itself_is_the_document_s(stages: Pipeline) -> None:
    text = (
        f"Norway sells tanks\nBy Ada Moro\nMay 9, 2024\n\nOSLO, Norway (AFP) — {PLAIN}\n\n(With information from EFE)"
    )
    document = stages.read_document(from_text(text)).document
    assert (document.title, document.byline, document.dateline) == ("Norway sells tanks", "Ada Moro", "OSLO, Norway")
    assert (document.published, document.outlet, document.credits) == ("2024-05-09", None, ("AFP", "EFE"))


def test_what_is_known_of_a_document_stays(stages: Pipeline) -> None:
    known = replace(from_text(f"Published 2024-05-09 {PLAIN}"), published="2024-05-10", credits=("EFE",))
    document = stages.read_document(known).document
    assert (document.published, document.credits) == ("2024-05-10", ("EFE",))


def test_front_matter_claims_nothing(stages: Pipeline) -> None:
    text = f"{PLAIN}\n\nSubscribe to our newsletter\n\nSign up to hear who sold tanks to Latvia"
    spans = [c.trigger.span for c in stages.read_document(from_text(text)).claims]
    assert spans
    assert all(span.end <= len(PLAIN) for span in spans)


@pytest.mark.parametrize("name", ["a" * 5000, "a\x00b", "\ud800"])
def test_a_name_that_no_file_can_have_is_refused(name: str) -> None:
    [refused] = pipeline.read([name]).refused
    assert refused.path == name
    assert refused.reason in {"unreadable file", "missing file"}


def test_nothing_to_read() -> None:
    assert pipeline.read([]) == Ledger((), (), ())


def test_progress_is_told_after_each_file(tmp_path: Path) -> None:
    files = written(tmp_path, one=PLAIN, empty="", two=OTHER)
    told: list[tuple[str, int, int]] = []
    pipeline.read([*files, tmp_path / "none.txt"], progress=lambda *step: told.append(step))
    assert [(Path(path).stem, done, total) for path, done, total in told] == [
        ("one", 1, 4),
        ("empty", 2, 4),
        ("two", 3, 4),
        ("none", 4, 4),
    ]


def test_a_file_that_vanishes_while_others_are_read(tmp_path: Path) -> None:
    one, two = written(tmp_path, one=PLAIN, two=OTHER)
    ledger = pipeline.read([one, two], progress=lambda path, *_: two.unlink(missing_ok=True))
    assert names(ledger) == ["one"]
    assert [r.reason for r in ledger.refused] == ["missing file"]


def test_a_damaged_model_stops_everything(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "Model", lambda *, threads: Model(tmp_path / "nowhere", threads=threads))
    with pytest.raises(ModelError):
        pipeline.read(written(tmp_path, one=PLAIN))


@pytest.mark.parametrize("form", ["list", "generator", "folder", "text", "path"])
def test_paths_come_in_any_form(tmp_path: Path, form: str) -> None:
    [path] = written(tmp_path, good=PLAIN)
    forms = {"list": [str(path)], "generator": (p for p in [path]), "folder": [tmp_path], "text": str(path)}
    assert names(counterclaim.read(forms.get(form, path))) == ["good"]  # type: ignore[arg-type]


def test_threads_change_nothing(tmp_path: Path) -> None:
    files = written(tmp_path, one=PLAIN, two=OTHER)
    assert counterclaim.read(files, threads=2) == counterclaim.read(files)


def test_order_changes_the_order_alone(stages: Pipeline) -> None:
    one, two = stages.read_document(from_text(PLAIN)), stages.read_document(from_text(OTHER))
    there, back = collect([one, two]), collect([two, one])
    assert there.documents == back.documents[::-1]
    assert {c.id: c for c in there.claims} == {c.id: c for c in back.claims}
    assert {e.id: e.name for e in there.entities} == {e.id: e.name for e in back.entities}


def test_lists_that_reports_are_held_against(tmp_path: Path) -> None:
    text = "Canada imposed sanctions on Paravar Pars Company in November 2022, the foreign ministry in Ottawa said."
    files = written(tmp_path, one=text)
    found = counterclaim.read(files, registers=Path(__file__).parent.parent / "examples" / "registers")
    assert {version.register for version in found.registers} == {"canada", "ofac", "uk", "un"}
    assert {(hit.register, hit.listed) for hit in found.hits} == {("canada", "2022-11-29")}
    assert [t.listed for c in found.register_checks for t in c.targets] == ["2022-11-29"]
    assert counterclaim.read(files).registers == ()


def test_a_folder_without_lists_is_named(tmp_path: Path) -> None:
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "canada.xml").write_text("<data-set><record>", encoding="utf-8")
    found = counterclaim.read(written(tmp_path, one=PLAIN), registers=tmp_path / "lists")
    assert found.registers == ()
    assert [Path(r.path).name for r in found.refused] == ["canada.xml"]


def test_what_was_refused_stays_in_the_ledger(stages: Pipeline) -> None:
    refused = Refusal("a.txt", "empty text")
    assert collect([], [refused]).refused == (refused,)


def test_a_refusal_says_what_to_do() -> None:
    assert str(InputRefused("a.txt", "too large", "9 MB")) == "a.txt: too large (9 MB)"
