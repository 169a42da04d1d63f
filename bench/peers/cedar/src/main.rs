//! Cedar, natively. See ../../run.py for what it reads and prints.
//!
//! Cedar has no order among policies, so each tier of each gate is a policy set of its own, parsed before. They are asked in
//! turn until one gives a reason: allow if its permissions hold alone, deny if a prohibition does.

use std::str::FromStr;
use std::time::{Duration, Instant};

use cedar_policy::{get_sdk_version, Authorizer, Context, Decision, Entities, EntityUid, PolicySet, Request};
use serde_json::{json, Value};

fn read(place: usize) -> Value {
    let path = std::env::args().nth(place).expect("usage: cedar-peer rules.json requests.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect("a file")).expect("JSON")
}

/// One by one: Cedar would build the set of `["a", "b"].contains(...)` anew at each question. A long list is said by what it
/// leaves out.
fn literal(attribute: &str, values: &Value, vocabulary: &Value) -> String {
    let (all, admitted) = (vocabulary[attribute].as_array().expect("values"), values.as_array().expect("values"));
    let each = |operator: &str, values: Vec<&Value>| -> Vec<String> {
        values.iter().map(|value| format!("context.{attribute} {operator} {value}")).collect()
    };
    if admitted.len() * 2 <= all.len() {
        format!("({})", each("==", admitted.iter().collect()).join(" || "))
    } else {
        each("!=", all.iter().filter(|value| !admitted.contains(value)).collect()).join(" && ")
    }
}

fn policy(rule: &Value, vocabulary: &Value) -> String {
    let cubes: Vec<String> = rule["cubes"]
        .as_array()
        .expect("cubes")
        .iter()
        .map(|cube| {
            let literals: Vec<_> =
                cube.as_object().expect("a cube").iter().map(|(name, values)| literal(name, values, vocabulary)).collect();
            format!("({})", literals.join(" && "))
        })
        .collect();
    let effect = if rule["lifts"] == json!(true) { "permit" } else { "forbid" };
    format!("@id({}) {effect}(principal, action, resource) when {{ {} }};\n", rule["id"], cubes.join(" || "))
}

/// One set for each tier that has rules, in their order.
fn tiers(rules: &[Value], vocabulary: &Value) -> Vec<PolicySet> {
    let tier = |a: &Value, b: &Value| a["tier"] == b["tier"];
    rules
        .chunk_by(tier)
        .map(|rules| {
            let text: String = rules.iter().map(|rule| policy(rule, vocabulary)).collect();
            PolicySet::from_str(&text).expect("policies")
        })
        .collect()
}

/// What the processor has spent on this thread, in ns.
fn spent() -> f64 {
    let text = std::fs::read_to_string("/proc/self/schedstat").expect("Linux");
    text.split(' ').next().and_then(|first| first.parse().ok()).expect("a number")
}

fn main() {
    let rules = read(1);
    let gates = ["secrecy", "data_protection", "mandate"]
        .map(|gate| tiers(rules["gates"][gate].as_array().expect("rules"), &rules["vocabulary"]));
    let uid = |text: &str| EntityUid::from_str(text).expect("a name");
    let (hat, action, record) = (uid(r#"Hat::"hat""#), uid(r#"Action::"decide""#), uid(r#"Record::"record""#));
    let requests: Vec<Request> = read(2)
        .as_array()
        .expect("requests")
        .iter()
        .map(|facts| Context::from_json_value(facts.clone(), None).expect("a context"))
        .map(|context| Request::new(hat.clone(), action.clone(), record.clone(), context, None).expect("a request"))
        .collect();
    let (authorizer, entities) = (Authorizer::new(), Entities::empty());
    let passes_gate = |request: &Request, tiers: &Vec<PolicySet>| {
        let mut answers = tiers.iter().map(|tier| authorizer.is_authorized(request, tier, &entities));
        answers
            .find(|answer| answer.diagnostics().reason().next().is_some())
            .is_some_and(|answer| answer.decision() == Decision::Allow)
    };
    let flows = |request: &Request| gates.iter().all(|gate| passes_gate(request, gate));

    let answers: String = requests.iter().map(|request| if flows(request) { '1' } else { '0' }).collect();
    let (mut passes, begin) = (vec![], Instant::now());
    while passes.len() < 3 || begin.elapsed() < Duration::from_secs(2) {
        let start = spent();
        let flowing = requests.iter().filter(|request| flows(request)).count();
        passes.push((spent() - start) / requests.len() as f64);
        std::hint::black_box(flowing);
    }
    println!(
        "{}",
        json!({"engine": format!("Cedar {} (Rust)", get_sdk_version()), "answers": answers, "passes": passes, "rules": "all"})
    );
}
