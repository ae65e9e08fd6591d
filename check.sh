#!/bin/sh
# What CI runs, in the environment on the PATH: style, types, import contract, tests.
set -eu
ruff check
ruff format --check
mypy
lint-imports
python -m training.validate
python -m benchmarks.golden --check
python -m pytest
