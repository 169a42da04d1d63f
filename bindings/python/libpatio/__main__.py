"""The command ``libpatio``: ask the engines from a shell."""

from __future__ import annotations

import argparse
import datetime
import json
import sys
from typing import Any, Dict, Iterable, List, Optional

import libpatio
from libpatio import Decision, InvalidInput

EPILOGUE = """\
examples:
  libpatio decide --lang fr action=disclose actor=ccas_reception recipient=police category=attendance
  libpatio facts recipient
  libpatio doors
  libpatio schema send_referral
  echo '{"year": 2026, "zone": "metropole"}' | libpatio ask holidays_of
  libpatio import services.csv --to hsds --out services.json
"""


def main(arguments: Optional[List[str]] = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        options.command(options)
    except InvalidInput as invalid:
        for issue in invalid.issues:
            print(f"{issue.path or 'input'}: {getattr(issue.message, options.lang)}", file=sys.stderr)
        return 2
    except libpatio.Error as error:
        print(getattr(error.message, options.lang), file=sys.stderr)
        return 1
    except BrokenPipeError:
        sys.stderr.close()
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="libpatio",
        description="The shared logic of a one-stop social centre, from a shell.",
        epilog=EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=libpatio.__version__)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--lang", choices=["fr", "en"], default="en", help="the language of the answer (default: en)")
    commands = parser.add_subparsers(required=True, metavar="command")

    decide = commands.add_parser("decide", parents=[common], help="may this actor give this to this recipient?")
    decide.add_argument("facts", nargs="*", metavar="fact=value", help="what is known; the rest is unknown. See `libpatio facts`")
    decide.add_argument("--day", type=_day, default=datetime.date.today(), help="under the law of that day (default: today)")
    decide.add_argument("--json", action="store_true", help="the whole answer, as JSON")
    decide.set_defaults(command=_decide)

    facts = commands.add_parser("facts", parents=[common], help="what a decision may rest on, and the values of each fact")
    facts.add_argument("fact", nargs="*", help="only these")
    facts.set_defaults(command=_facts)

    doors = commands.add_parser("doors", parents=[common], help="every command, query and question of the library")
    doors.set_defaults(command=_doors)

    schema = commands.add_parser("schema", parents=[common], help="the JSON Schema of a door's input, or of a class")
    schema.add_argument("name", help="a door (send_referral) or a class (Consent)")
    schema.set_defaults(command=_schema)

    ask = commands.add_parser("ask", parents=[common], help="ask an engine: JSON from standard input, JSON out")
    ask.add_argument("door", help="a question of `libpatio doors`")
    ask.set_defaults(command=_ask)

    imported = commands.add_parser("import", parents=[common], help="read a public directory, say what was lost, write it in another format")
    imported.add_argument("file", help="data·inclusion (JSON, JSON lines, CSV), France Services or LaMednum (CSV)")
    imported.add_argument("--format", choices=["data_inclusion", "france_services", "lamednum"], help="default: seen from the columns")
    imported.add_argument("--to", choices=["data_inclusion", "lamednum", "hsds"], help="the format to write")
    imported.add_argument("--out", help="the file to write")
    imported.add_argument("--published-on", type=_day, help="the day of a list whose entries have none")
    imported.add_argument("--json", action="store_true", help="the report of losses as JSON")
    imported.set_defaults(command=_import)
    return parser


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def _decide(options: argparse.Namespace) -> None:
    facts: Dict[str, str] = {}
    for given in options.facts:
        name, _, value = given.partition("=")
        facts[name] = value
    decision = libpatio.decide(facts, day=options.day)
    print(decision.to_json() if options.json else "\n".join(_told(decision, options.lang)))


def _told(decision: Decision, lang: str) -> Iterable[str]:
    yield f"{decision.effect}  ({decision.version})"
    for rule in decision.determining:
        yield f"  {rule.id}  {getattr(rule.title, lang)}  [{', '.join(rule.texts)}]"
    for obligation in decision.obligations:
        yield f"  {'!' if obligation.mandatory else '-'} {getattr(obligation.label, lang)}: {getattr(obligation.discharge, lang)}"
    for asked in {fact.attribute: fact for rule in decision.unsettled for fact in rule.missing}.values():
        yield f"  ? {asked.attribute}: {getattr(asked.question, lang)}"
    if decision.lawful_way:
        for change in decision.lawful_way.changes:
            yield f"  > {change.attribute}={change.value}: {getattr(change.how, lang)}"
    elif decision.no_way_reason:
        yield f"  > {getattr(decision.no_way_reason, lang)}"


def _import(options: argparse.Namespace) -> None:
    if bool(options.to) != bool(options.out):
        raise SystemExit("--to and --out go together")
    shown = sys.stderr.isatty()

    def progress(rows: int, size: int) -> None:
        if shown:
            print(f"\r{rows} rows, {size / 1e6:.1f} MB", end="", file=sys.stderr, flush=True)

    today = datetime.date.today()
    if options.out:
        reading = libpatio.load_directory(
            options.file, format=options.format, today=today, published_on=options.published_on, on_progress=progress
        )
        written = libpatio.ask(libpatio.WriteDirectory(directory=reading.directory, format=options.to, path=options.out))
        reports = {"read": reading.report, "written": written.report}
    else:
        reports = {
            "read": libpatio.stream_directory(
                options.file, format=options.format, today=today, published_on=options.published_on, on_progress=progress
            )
        }
    if shown:
        print(file=sys.stderr)
    if options.json:
        print(json.dumps({name: json.loads(report.to_json()) for name, report in reports.items()}, ensure_ascii=False))
        return
    for name, report in reports.items():
        print("\n".join(_losses(name, report, options.lang)))


def _losses(name: str, report: libpatio.LossReport, lang: str) -> Iterable[str]:
    yield f"{name}: {report.rows_read} entries, {report.rows_kept} kept, {report.rows_refused} refused"
    first: Dict[str, libpatio.Issue] = {}
    for issue in report.issues:
        first.setdefault(issue.code, issue)
    for code, times in sorted(report.issue_counts.items(), key=lambda each: -each[1]):
        where = f"  (first: {first[code].path}  {getattr(first[code].message, lang)})" if code in first else ""
        yield f"  {times:>8}  {code}{where}"
    if report.unknown_columns:
        yield f"  columns not known: {', '.join(report.unknown_columns)}"
    if report.columns_not_kept:
        yield f"  columns not kept: {', '.join(report.columns_not_kept)}"


def _facts(options: argparse.Namespace) -> None:
    facts = libpatio.Books.default().decider(datetime.date.today()).facts
    for name in options.fact or facts:
        print(f"{name}: {', '.join(facts.get(name, ('no such fact',)))}")


def _doors(options: argparse.Namespace) -> None:
    for door in libpatio.doors():
        print(f"{door['kind']:<9} {door['name']:<20} {_first_line(door['input_schema']['title'])}")


def _first_line(cls: str) -> str:
    return (getattr(libpatio, cls).__doc__ or "").partition("\n")[0]


def _schema(options: argparse.Namespace) -> None:
    schemas: Dict[str, Any] = {door["name"]: door["input_schema"] for door in libpatio.doors()}
    cls = getattr(libpatio, options.name, None)
    if options.name not in schemas and not (isinstance(cls, type) and issubclass(cls, libpatio.Described)):
        raise SystemExit("no door and no class of that name: see `libpatio doors`")
    schema = schemas[options.name] if cls is None else cls.json_schema()
    print(json.dumps(schema, indent=2, ensure_ascii=False))


def _ask(options: argparse.Namespace) -> None:
    print(json.dumps(libpatio.ask(options.door, json.load(sys.stdin)), indent=2, ensure_ascii=False))


if __name__ == "__main__":
    sys.exit(main())
