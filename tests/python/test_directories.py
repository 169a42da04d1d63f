"""Public directories from Python: the same entries and the same losses as elsewhere, whole or entry by entry."""

import concurrent.futures
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


NEAR_IGNY = {
    "need": "low_price_computer",
    "facts": {},
    "day": "2026-03-10",
    "circumstances": {"home": {"areas": ["insee:91312"], "position": {"latitude": 48.742, "longitude": 2.226}}},
}


def row(name, latitude):
    return {
        "id": name,
        "name": name,
        "themes": ["numerique--acquerir-un-equipement"],
        "status": "open",
        "position": {"latitude": latitude, "longitude": 2.226},
    }


def test_a_directory_is_read_once_and_asked_often():
    index = libpatio.ServiceIndex.read(UGLY, today=datetime.date(2026, 11, 24))
    assert len(index) == 16 and index.reading.rows_refused == 5
    assert index.find(NEAR_IGNY) == index.find(NEAR_IGNY)


def test_an_index_of_rows_answers_as_the_question_does():
    rows = [row("far", 48.9), row("near", 48.743), {**row("odd", 48.8), "audiences": ["voisins"]}]
    index = libpatio.ServiceIndex(rows)
    search = {"most_km": 50}
    found = index.find(NEAR_IGNY, search)
    assert [each.id for each in found.primaries] == ["near", "odd", "far"]
    asked = libpatio.ask("find_services", {"rows": rows, "request": NEAR_IGNY, "search": search})
    assert json.loads(found.to_json()) == asked["nearby"]
    assert [each.code for each in index.faults] == ["unknown_audience"] and index.reading is None


def test_threads_share_an_index():
    index = libpatio.ServiceIndex([row("near", 48.743)])
    with concurrent.futures.ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: index.find(NEAR_IGNY), range(50)))
    assert len(set(answers)) == 1


def test_rules_that_nobody_holds_are_named():
    plan = {"name": {"fr": "Igny", "en": "Igny"}, "zone": "Europe/Paris"}
    index = libpatio.ServiceIndex([{**row("caf", 48.7), "destination": "caf"}])
    paths = {each.path for each in index.check_held(plan, datetime.date(2026, 3, 10))}
    assert "housing_benefit/destinations/msa" in paths and "housing_benefit/destinations/caf" not in paths


def test_a_territory_is_read_once_and_follows_communes():
    territory = libpatio.Territory(VECTORS / "cog")
    assert len(territory) == 37590 and territory.reports["communes"].rows_refused == 0
    gone, igny = territory.follow(["insee:93059", "insee:91312"], day=datetime.date(2026, 3, 10), zones=["dep:93"]).communes
    assert gone.commune == "insee:93066" and gone.standing == "merged" and gone.served == "yes" and igny.served == "no"
    with pytest.raises(Error):
        libpatio.Territory(VECTORS / "secrecy")


def test_the_rules_of_a_place_stand_before_the_nations():
    books = libpatio.Books.default().with_local_rules([VECTORS.parent.parent / "examples/data/igny-rules.json"])
    request = {**NEAR_IGNY, "need": "rent_arrears", "day": "2026-11-25"}
    plan = {"name": {"fr": "Igny", "en": "Igny"}, "zone": "Europe/Paris"}
    answer = libpatio.ask("orient", {"plan": plan, "request": request}, books=books)
    assert [each["over"] for each in answer["overrides"]] == ["department"]
    assert libpatio.ask("orient", {"plan": plan, "request": request})["overrides"] == []


def test_a_rule_of_a_place_that_is_wrong_is_told_with_its_place(tmp_path):
    rules = tmp_path / "rules.json"
    rules.write_text('{"schema": "patio/local_rules/1", "sectors": [{"code": "dep:91", "name": {"fr": "a", "en": "a"}}]}')
    with pytest.raises(libpatio.InvalidInput) as fault:
        libpatio.Books.default().with_local_rules([rules])
    assert [(each.path, each.code) for each in fault.value.issues] == [
        ("rules.json#/sectors/0/code", "not_a_sector"),
        ("rules.json#/sectors/0", "empty_sector"),
    ]
