//! Gives Cedar the same rules and the same requests as our engine, and compares.
//!
//!     patio_cedar_answers 10000 | cedar-check
//!
//! The first line is the export {"schema", "policies", "entities"}, each further one a request with our answer:
//! {"context": {...}, "effect": "deny", "gates": {"secrecy": {"effect": "deny", "rules": ["SEC-001"]}, ...}}.
//! The policies are validated against the schema, each request too. Ends with 1 if a single answer differs.

mod reading;

use std::collections::BTreeMap;
use std::io::{stdin, BufRead};
use std::process::ExitCode;

use cedar_policy::ValidationMode;
use serde_json::Value;

use reading::{Answer, Reader};

fn expected(line: &Value) -> Answer {
    let gates = reading::GATES.map(|gate| {
        let said = &line["gates"][gate];
        let mut rules: Vec<String> =
            said["rules"].as_array().expect("rules").iter().map(|r| r.as_str().expect("id").to_owned()).collect();
        rules.sort();
        reading::GateAnswer { effect: said["effect"].as_str().expect("effect").to_owned(), rules }
    });
    Answer { effect: line["effect"].as_str().expect("effect").to_owned(), gates }
}

/// True if the validator finds nothing.
fn validates(reader: &Reader) -> bool {
    let found = reader.validate(ValidationMode::Strict);
    for error in found.validation_errors() {
        eprintln!("error: {error}");
    }
    for warning in found.validation_warnings() {
        eprintln!("warning: {warning}");
    }
    println!(
        "{} policies, the validator finds {} errors and {} warnings",
        reader.policies(),
        found.validation_errors().count(),
        found.validation_warnings().count()
    );
    found.validation_passed()
}

fn main() -> ExitCode {
    let mut lines = stdin().lock().lines().map(|line| serde_json::from_str::<Value>(&line.expect("a line")).expect("JSON"));
    let reader = Reader::new(&lines.next().expect("the export"));
    let valid = validates(&reader);
    let (mut requests, mut different) = (0, 0);
    let mut effects: BTreeMap<String, usize> = BTreeMap::new();
    let mut rules: BTreeMap<String, usize> = BTreeMap::new();
    for line in lines {
        let ours = expected(&line);
        let theirs = reader.answer(&line["context"]);
        requests += 1;
        *effects.entry(ours.effect.clone()).or_default() += 1;
        for rule in ours.gates.iter().flat_map(|gate| &gate.rules) {
            *rules.entry(rule.clone()).or_default() += 1;
        }
        if ours != theirs {
            different += 1;
            if different <= 5 {
                eprintln!("different:\n  ours  {ours:?}\n  Cedar {theirs:?}\n  for   {}", line["context"]);
            }
        }
    }
    println!("{requests} requests, {} rules decided some, answers: {effects:?}", rules.len());
    println!("{different} differences in the effect, the effect of a gate or the deciding rules");
    if valid && requests > 0 && different == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}
