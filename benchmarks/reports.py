"""Reports to measure speed on: `eval/syria_reports.csv`."""

import csv
from pathlib import Path

from counterclaim.errors import InputRefused
from counterclaim.ingest.files import from_text
from counterclaim.records import Document


def load_reports(data: Path, limit: int | None = None) -> list[Document]:
    """The reports as documents; those that ingest refuses are left out."""
    documents = []
    with (data / "eval/syria_reports.csv").open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.DictReader(file):
            try:
                documents.append(from_text(row["article_content"], row["unit_id"]))
            except InputRefused:
                continue
    return documents[:limit]
