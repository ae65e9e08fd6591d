"""The scale benchmark: what it measures is what the pipeline runs, and its figures are drawn right."""

import json
import subprocess
import sys

import pytest

from benchmarks.generator import generate
from benchmarks.scale import SIZES, STAGES, Size, curve, exponent, measure, run_stages, sizes_up_to, table, values
from counterclaim.pipeline import COLLECTION_STAGES, collect


def size(documents: int, seconds: float) -> Size:
    each = {stage: seconds / len(STAGES) for stage in STAGES}
    return Size(documents, 9 * documents, 1.0, each, 80.0, 100.0, 2.0, 150.0, 5.0, {"stories_f1": 0.5})


def test_the_exponent_is_one_where_cost_is_linear_and_two_where_all_pairs_are_seen() -> None:
    assert exponent([10, 20, 40], [1.0, 2.0, 4.0]) == pytest.approx(1.0)
    assert exponent([10, 20, 40], [1.0, 4.0, 16.0]) == pytest.approx(2.0)
    assert exponent([10], [1.0]) is None


def test_a_limit_leaves_sizes_out_or_is_one_itself() -> None:
    assert sizes_up_to(None) == list(SIZES)
    assert sizes_up_to(5000) == [1250, 2500, 5000]
    assert sizes_up_to(60) == [60]


def test_a_flat_curve_is_linear_cost() -> None:
    bars = [line.count("#") for line in curve([size(1000, 2.0), size(2000, 4.0), size(4000, 16.0)]).splitlines()]
    assert bars[0] == bars[1] < bars[2]
    assert "2,000" in table([size(2000, 4.0)])


def test_the_stages_measured_are_those_of_the_pipeline() -> None:
    readings = [made.reading for made in generate(60, seed=2)]
    ledger, seconds = run_stages(readings)
    assert ledger == collect(readings)
    assert list(seconds) == list(STAGES)
    assert len(COLLECTION_STAGES) >= 4


def test_a_size_is_measured_in_all_its_parts() -> None:
    found = measure(40)
    assert found.seconds.keys() == STAGES.keys()
    assert min(found.peak_mb, found.readings_mb, found.write_peak_mb) > 0
    assert found.megabytes > 0
    assert 0 < found.quality["stories_f1"] <= 1
    assert values([found])["exponent"] is None


def test_the_last_line_is_one_object_with_the_keys() -> None:
    command = [sys.executable, "-m", "benchmarks.scale", "--limit", "40"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    last = json.loads(done.stdout.splitlines()[-1])
    assert {"documents", "seconds", "peak_mb", "megabytes", "exponent"} <= last.keys()
    assert last["documents"] == {"40": 40}
