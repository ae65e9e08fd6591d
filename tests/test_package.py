"""What `import counterclaim` gives and costs, and what an installation needs."""

import re
import subprocess
import sys
from importlib.metadata import requires, version
from inspect import signature
from pathlib import Path

import pytest

import counterclaim

HEAVY = ("numpy", "onnxruntime", "yaml", "rich", "click")
NEVER = ("torch", "transformers", "spacy", "tokenizers", "safetensors", "onnx")


def loaded_by(statement: str) -> set[str]:
    """The top-level modules that a statement loads in a fresh interpreter."""
    code = f"{statement}; import sys; print(*sorted(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    return {name.partition(".")[0] for name in shown.split()}


def seconds(statement: str) -> float:
    """What a statement takes in a fresh interpreter, start and end of the interpreter left out."""
    code = f"from time import process_time as t; a = t(); {statement}; print(t() - a)"
    return float(subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout)


def test_the_public_surface() -> None:
    assert counterclaim.__all__ == ["__version__", "read"]
    assert list(signature(counterclaim.read).parameters) == ["paths", "registers", "threads"]
    assert counterclaim.__version__ == version("counterclaim")


def test_everything_public_is_there() -> None:
    assert all(hasattr(counterclaim, name) for name in counterclaim.__all__)


@pytest.mark.parametrize("module", HEAVY)
def test_importing_loads_nothing_heavy(module: str) -> None:
    assert module not in loaded_by("import counterclaim")


@pytest.mark.parametrize("module", ["numpy", "onnxruntime", "yaml", "rich"])
def test_help_waits_for_nothing_heavy(module: str) -> None:
    assert module not in loaded_by("import counterclaim.cli.main")


@pytest.mark.parametrize("module", NEVER)
def test_the_pipeline_needs_no_training_library(module: str) -> None:
    assert module not in loaded_by("import counterclaim.pipeline, counterclaim.cli.main")


def test_importing_is_quick() -> None:
    assert min(seconds("import counterclaim") for _ in range(5)) < 0.15


def needed() -> set[str]:
    """The packages that a plain installation brings along."""
    found = requires("counterclaim") or []
    return {re.split(r"[^\w.-]", line)[0].lower() for line in found if "extra ==" not in line}


def test_an_installation_brings_these_packages_only() -> None:
    assert needed() == {
        "anyascii",
        "click",
        "numpy",
        "onnxruntime",
        "pydantic",
        "pyyaml",
        "rapidfuzz",
        "rensa",
        "rich",
        "sqlalchemy",
    }


@pytest.mark.parametrize("package", NEVER)
def test_an_installation_brings_no_training_library(package: str) -> None:
    assert package not in needed()


def test_types_are_shipped() -> None:
    assert (Path(counterclaim.__file__).parent / "py.typed").is_file()


def test_the_model_is_shipped_and_small() -> None:
    folder = Path(counterclaim.__file__).parent / "language" / "model"
    assert sum(path.stat().st_size for path in folder.iterdir()) < 40_000_000
