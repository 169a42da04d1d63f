// CASL. See ../run.py for what it reads and prints. The last rule that fits is the answer, so ours are given in reverse.

import { createMongoAbility } from "@casl/ability";
import { readFileSync } from "node:fs";

const [rules, requests] = process.argv.slice(2).map((path) => JSON.parse(readFileSync(path, "utf8")));
const { version } = JSON.parse(readFileSync(new URL("node_modules/@casl/ability/package.json", import.meta.url), "utf8"));

const condition = (values) => (values.length === 1 ? values[0] : { $in: values });
const conditions = (cube) => Object.fromEntries(Object.entries(cube).map(([name, values]) => [name, condition(values)]));

const rows = Object.entries(rules.gates).flatMap(([gate, list]) =>
  list.flatMap((rule) =>
    rule.cubes.map((cube) => ({
      action: gate, subject: "Request", inverted: !rule.lifts, reason: rule.id, conditions: conditions(cube),
    }))));

const ability = createMongoAbility(rows.reverse(), { detectSubjectType: () => "Request" });
const gates = Object.keys(rules.gates);
const flows = (request) => gates.every((gate) => ability.can(gate, request));

const answers = requests.map((request) => (flows(request) ? "1" : "0")).join("");
const pass = () => {
  const start = process.cpuUsage();
  for (const request of requests) flows(request);
  const { user, system } = process.cpuUsage(start);
  return ((user + system) * 1000) / requests.length;
};
const passes = [];
for (let begin = Date.now(); Date.now() - begin < 1000; ) pass();
for (let begin = Date.now(); passes.length < 3 || Date.now() - begin < 2000; ) passes.push(pass());
console.log(JSON.stringify({ engine: `CASL ${version} (JavaScript)`, answers, passes, rules: "one" }));
