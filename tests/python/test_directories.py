"""Public directories from Python: the same entries and the same losses as elsewhere, whole or entry by entry."""

import datetime
import json
import subprocess
import sys
from pathlib import Path

import libpatio
import pytest
from libpatio import DirectoryFormat, Error

VECTORS = Path(__file__).resolve().parent.parent / "vectors"
UGLY = VECTORS / "data-inclusion/ugly-services.jsonl"
FULL = VECTORS / "data-inclusion/full.json"


def test_a_file_is_loaded_with_its_losses():
    reading = libpatio.load_directory(UGLY, today=datetime.date(2026, 11, 24))
    assert reading.report.rows_read == 22 and reading.report.rows_refused == 5
    assert len(reading.directory.services) == 16
    assert reading.report.issues[0].path == "2/id" and reading.report.issues[0].code == "no_id"
    assert reading == libpatio.ask(libpatio.ReadDirectory(path=str(UGLY), today=datetime.date(2026, 11, 24)))


def test_a_file_is_streamed_entry_by_entry_with_progress():
    names, told = [], []
    report = libpatio.stream_directory(
        VECTORS / "data-inclusion/services-v0-2022-12.csv",
        on_service=lambda service: names.append(service.name),
        on_progress=lambda rows, size: told.append((rows, size)),
    )
    assert report.rows_kept == len(names) == 2303
    assert [rows for rows, _ in told] == [1000, 2000, 2303] and told == sorted(told)


def test_what_a_listener_raises_stops_the_reading():
    def stop(_):
        raise LookupError("enough")

    with pytest.raises(LookupError):
        libpatio.stream_directory(FULL, on_service=stop)


def test_what_is_written_is_read_again():
    reading = libpatio.load_directory(FULL)
    written = libpatio.ask(libpatio.WriteDirectory(directory=reading.directory, format="data_inclusion"))
    again = libpatio.ask(libpatio.ReadDirectory(text=written.text, format=DirectoryFormat.data_inclusion))
    assert again.directory == reading.directory and written.report.rows_refused == 0


def test_a_file_that_is_not_there_is_an_error():
    with pytest.raises(Error):
        libpatio.load_directory("nothing.csv")


def test_a_visit_of_2022_prints_the_name_of_2022():
    def name(day):
        listed = libpatio.ask(libpatio.OperatorsOn(programme="france_services", day=day)).operators
        return next(each.name for each in listed if each.code == "org:france_travail"), len(listed)

    assert name(datetime.date(2022, 5, 3)) == ("Pôle emploi", 9)
    assert name(datetime.date(2026, 3, 10)) == ("France Travail", 12)


def test_communes_are_followed_to_a_day():
    followed = libpatio.ask(
        libpatio.FollowCommunes(
            folder=str(VECTORS / "cog"), codes=["insee:93059", "insee:75101", "insee:00000"], day=datetime.date(2026, 1, 1), zones=["dep:93"]
        )
    ).communes
    assert [each.commune for each in followed] == ["insee:93066", "insee:75056", None]
    assert [each.served.name for each in followed] == ["yes", "no", "unknown"]


def test_the_command_says_what_was_lost_and_writes_another_format(tmp_path):
    out = tmp_path / "services.json"
    done = subprocess.run(
        [sys.executable, "-m", "libpatio", "import", str(FULL), "--to", "hsds", "--out", str(out), "--json"],
        check=True, capture_output=True, text=True,
    )
    assert json.loads(done.stdout)["read"]["rows_kept"] == 2
    assert json.loads(out.read_text(encoding="utf-8"))[0]["organization"]["name"] == "Le Patio"
