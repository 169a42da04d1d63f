#!/usr/bin/env python3
"""Asks libpatio and the engines that one would take in its place the same questions, and tells how long each needs.

    ./run bench peers [--requests 500] [--only casl,opa]

What is compared: the French rules in force on one day, and requests of which every fact is known, answered yes or no: may
it flow, or not. All engines get the same rules in their own language, one set for each gate, compiled or parsed before;
each request lies ready in the form that the engine reads fastest. The answers must be the same, bit by bit, or the peer is
struck from the table. The time is what the processor spends on one decision, all three gates, with the threads and the
collection of garbage that the engine brings along: the median over passes through all requests, for 2 s or 3 passes.

Left out, since most peers do not have it: unknown facts, the difference between deny, human and defer, obligations, the
lawful way, and reading the request from JSON.

Each peer is a program in a folder of its own beside this file, which reads rules.json and requests.json and prints

    {"engine": "name and version", "answers": "0110...", "passes": [ns per decision, ...], "rules": "all"}

It is built by its language's own tools from its language's own registry, and passed over where these are not to be had.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = ROOT / "build" / "peers"
sys.path.insert(0, str(ROOT / "tests" / "secrecy_model"))
import model  # noqa: E402

DAY = "2026-11-24"

DOES_NOT = {
    "libpatio": "no strings, arithmetic or hierarchies inside rules: at most 64 attributes, closed sets of at most 64 values",
    "cedar": "no order among policies, no unknown facts (but for experiments), no dates of validity, no obligations",
    "sapl": "no dates of validity, no analysis of rules; 3.0.0 has no index of rules (4.x has one and publishes 0.2 to 0.4 us)",
    "opa": "no ids of deciding rules but those that a rule builds itself, no obligations, no dates, no analysis of rules",
    "casbin": "one deciding rule at most; no types, no obligations, no analysis",
    "casl": "one deciding rule at most; JavaScript only, no unknown facts, no obligations, no analysis",
}


def write_rules(rulebook, path):
    """The rules of each gate in the order in which they decide: the first that holds is the answer."""
    gates = {}
    for gate in model.GATES:
        found = []
        for tier in model.TIERS:
            here = [r for r in rulebook.standing(DAY) if r["gate"] == gate and r["tier"] == tier]
            for rule in sorted(here, key=lambda r: model.EFFECTS.index(r["effect"])):
                cubes = [{a: sorted(values) for a, values in cube.items()} for cube in rulebook.cubes(rule, DAY)]
                if cubes:
                    found.append({"id": rule["id"], "lifts": not model.blocks(rule), "tier": model.TIERS.index(tier),
                                  "cubes": cubes})
        gates[gate] = found
    vocabulary = rulebook.vocabularies["AccessRequest"]
    path.write_text(json.dumps({"day": DAY, "vocabulary": vocabulary, "gates": gates}))
    return gates, vocabulary


def write_requests(gates, vocabulary, count, path):
    """Every fact known; each request meets a rule of each gate by design, in half of them one that lifts."""
    draw = random.Random(7)
    requests = []
    for _ in range(count):
        request = {a: draw.choice(values) for a, values in vocabulary.items()}
        lifting = draw.random() < 0.5
        for gate in reversed(model.GATES):
            rule = draw.choice([r for r in gates[gate] if r["lifts"] or not lifting])
            request.update({a: draw.choice(values) for a, values in draw.choice(rule["cubes"]).items()})
        requests.append(request)
    path.write_text(json.dumps(requests))
    return requests


class Absent(Exception):
    """A peer that is not to be had here; why."""


def tool(name):
    found = shutil.which(name)
    if not found:
        raise Absent(f"needs {name}")
    return found


def prepare(command, folder, **variables):
    done = subprocess.run(command, cwd=folder, env={**os.environ, **variables}, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        (BUILD / "failed.log").write_text(done.stdout)
        raise Absent(f"{Path(command[0]).name} {command[1]} failed; {BUILD / 'failed.log'} tells why")


def workshop(name):
    """A copy of the peer's folder to build in, so that nothing that is fetched lies among the sources."""
    folder = BUILD / name
    shutil.copytree(HERE / name, folder, dirs_exist_ok=True)
    return folder


def libpatio():
    release = ROOT / "build" / "release"
    prepare([tool("cmake"), "--preset", "release", "-DPATIO_TESTS=OFF", "-DPATIO_EXAMPLES=OFF"], ROOT)
    prepare([tool("cmake"), "--build", str(release), "--target", "patio_peer"], ROOT)
    return [str(release / "bench" / "patio_peer")]


def cedar():
    target = ROOT / "build" / "cargo"
    prepare([tool("cargo"), "build", "--release", "--quiet"], workshop("cedar"), CARGO_TARGET_DIR=str(target))
    return [str(target / "release" / "cedar-peer")]


def sapl():
    folder = workshop("sapl")
    prepare([tool("mvn"), "package", "-q", "-B"], folder)
    return [tool("java"), "-Xss512m", "-cp", f"{folder}/target/classes:{folder}/target/lib/*", "Peer"]


def go(name):
    folder = workshop(name)
    prepare([tool("go"), "build", "-mod=mod", "-o", "peer", "."], folder)
    return [str(folder / "peer")]


def casl():
    folder = workshop("casl")
    prepare([tool("npm"), "install", "--silent", "--no-fund", "--no-audit"], folder)
    return [tool("node"), str(folder / "peer.mjs")]


PEERS = {"libpatio": libpatio, "cedar": cedar, "casl": casl, "opa": lambda: go("opa"), "casbin": lambda: go("casbin"),
         "sapl": sapl}


def ask(name, files):
    command = PEERS[name]()
    done = subprocess.run([*command, *map(str, files)], text=True, timeout=600,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    if done.returncode:
        raise Absent(f"its program failed: {done.stderr.strip().splitlines()[-1:]}")
    return json.loads(done.stdout.splitlines()[-1])


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--requests", type=int, default=500)
    options.add_argument("--only", default=",".join(PEERS))
    asked = options.parse_args()
    BUILD.mkdir(parents=True, exist_ok=True)
    files = [BUILD / "rules.json", BUILD / "requests.json"]
    rulebook = model.Rulebook()
    gates, vocabulary = write_rules(rulebook, files[0])
    requests = write_requests(gates, vocabulary, asked.requests, files[1])
    index = rulebook.index(DAY)
    expected = "".join("1" if index.effect(r) in model.LIFTING else "0" for r in requests)
    rules = sum(map(len, gates.values()))
    print(f"{rules} rules, {len(requests)} requests, {expected.count('1')} of them may flow", file=sys.stderr)

    found, wrong = {}, 0
    for name in asked.only.split(","):
        try:
            said = ask(name, files)
        except (Absent, subprocess.TimeoutExpired) as why:
            print(f"{name}: passed over: {why}", file=sys.stderr)
            continue
        different = sum(a != b for a, b in zip_longest(said["answers"], expected))
        if different:
            wrong += 1
            print(f"{name}: struck out: {different} answers are not ours", file=sys.stderr)
            continue
        found[name] = said | {"ns": statistics.median(said["passes"])}
    tell(found)
    if "libpatio" in asked.only.split(",") and "libpatio" not in found:
        print("libpatio itself has no figure: nothing is compared", file=sys.stderr)
        return 1
    return 1 if wrong else 0


def tell(found):
    ours = found.get("libpatio")
    for name, said in found.items():
        line = {"figure": f"peers.{name}", "value": round(said["ns"], 1), "unit": "ns"}
        if ours and name != "libpatio":
            line = {"figure": "peers.libpatio", "value": round(ours["ns"], 1), "unit": "ns", "beside": said["engine"],
                    "ratio": round(said["ns"] / ours["ns"], 1)}
        print(json.dumps(line))
    print(f"\n{'engine':34} {'ns a decision':>14} {'x libpatio':>11}  deciding rules")
    for said in found.values():
        ratio = f"{said['ns'] / ours['ns']:11.1f}" if ours else " " * 11
        print(f"{said['engine']:34} {said['ns']:14.1f} {ratio}  {said['rules']}")
    print("\nWhat they do not do:")
    for name in found:
        print(f"  {found[name]['engine']}: {DOES_NOT[name]}")


if __name__ == "__main__":
    sys.exit(main())
