"""One command a table: `python -m benchmarks.NAME --data DIR [--limit N]`. The last line printed is one JSON object."""
