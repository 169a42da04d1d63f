//! How the answer of Cedar to its questions becomes an answer of ours: the text of exchange/cedar.hpp, step by step.

use std::collections::HashMap;
use std::str::FromStr;

use cedar_policy::{
    ActionConstraint, Authorizer, Context, Decision, Entities, EntityUid, Policy, PolicyId, PolicySet, Request, Response,
    Schema, ValidationMode, ValidationResult, Validator,
};
use serde_json::Value;

pub const GATES: [&str; 3] = ["secrecy", "data_protection", "mandate"];
const TIERS: [&str; 9] =
    ["absolute", "danger", "compelled", "person", "sharing", "administration", "consent", "contextual", "fallback"];
/// In the order in which they beat each other.
const EFFECTS: [&str; 6] = ["deny", "human", "defer", "oblige", "permit", "transform"];

#[derive(Debug, PartialEq)]
pub struct GateAnswer {
    pub effect: String,
    /// Sorted.
    pub rules: Vec<String>,
}

#[derive(Debug, PartialEq)]
pub struct Answer {
    pub effect: String,
    pub gates: [GateAnswer; 3],
}

pub struct Reader {
    schema: Schema,
    policies: PolicySet,
    entities: Entities,
    /// For each action what can apply to it, so that not all are looked at for each question.
    slices: HashMap<EntityUid, PolicySet>,
    effects: HashMap<PolicyId, usize>,
    authorizer: Authorizer,
    hat: EntityUid,
    record: EntityUid,
}

/// The policies under the ids that they give themselves: to Cedar, `@id` is an annotation like another.
fn with_own_ids(text: &str) -> PolicySet {
    let parsed = PolicySet::from_str(text).expect("policies");
    let named = parsed.policies().map(|policy| policy.new_id(PolicyId::new(policy.annotation("id").expect("an id"))));
    PolicySet::from_policies(named).expect("each id once")
}

fn effect_of(policy: &Policy) -> usize {
    policy.annotation("effect").and_then(|effect| EFFECTS.iter().position(|each| *each == effect)).unwrap_or(0)
}

fn action(name: &str) -> EntityUid {
    EntityUid::from_str(&format!(r#"Action::"{name}""#)).expect("a name")
}

fn slice(policies: &PolicySet, action: &EntityUid) -> PolicySet {
    let applies = |policy: &&Policy| match policy.action_constraint() {
        ActionConstraint::Any => true,
        ActionConstraint::Eq(one) => one == *action,
        ActionConstraint::In(several) => several.contains(action),
    };
    PolicySet::from_policies(policies.policies().filter(applies).cloned()).expect("each id once")
}

impl Reader {
    pub fn new(export: &Value) -> Reader {
        let text = |key: &str| export[key].as_str().unwrap_or_else(|| panic!("no {key}"));
        let (schema, warnings) = Schema::from_cedarschema_str(text("schema")).expect("schema");
        for warning in warnings {
            eprintln!("warning: {warning}");
        }
        let policies = with_own_ids(text("policies"));
        let effects = policies.policies().map(|policy| (policy.id().clone(), effect_of(policy))).collect();
        let entities = Entities::from_json_str(text("entities"), Some(&schema)).expect("entities");
        let questions = GATES.iter().flat_map(|gate| TIERS.iter().map(move |tier| format!("{gate}.{tier}")));
        let actions = questions.flat_map(|name| ["", ".lifts", ".blocks"].map(|side| action(&(name.clone() + side))));
        let slices = actions.map(|action| (action.clone(), slice(&policies, &action))).collect();
        Reader {
            schema,
            policies,
            slices,
            entities,
            effects,
            authorizer: Authorizer::new(),
            hat: EntityUid::from_str(r#"Hat::"hat""#).expect("a name"),
            record: EntityUid::from_str(r#"Record::"record""#).expect("a name"),
        }
    }

    pub fn policies(&self) -> usize {
        self.policies.num_of_policies()
    }

    pub fn validate(&self, mode: ValidationMode) -> ValidationResult {
        Validator::new(self.schema.clone()).validate(&self.policies, mode)
    }

    fn ask(&self, name: &str, context: &Context) -> Response {
        let action = action(name);
        let policies = &self.slices[&action];
        let request = Request::new(self.hat.clone(), action, self.record.clone(), context.clone(), None).expect("a request");
        let response = self.authorizer.is_authorized(&request, policies, &self.entities);
        assert_eq!(response.diagnostics().errors().count(), 0, "a policy failed");
        response
    }

    /// The answer that these policies make, with `human` in its place if they may not be followed.
    fn made_by(&self, response: &Response, followed: bool) -> GateAnswer {
        let strongest = response.diagnostics().reason().map(|id| self.effects[id]).min().expect("a reason");
        let mut rules: Vec<String> = response.diagnostics().reason().map(|id| id.to_string()).collect();
        rules.sort();
        GateAnswer { effect: if followed { EFFECTS[strongest] } else { "human" }.to_owned(), rules }
    }

    fn gate(&self, gate: &str, context: &Context) -> GateAnswer {
        for tier in TIERS {
            let blocks = self.ask(&format!("{gate}.{tier}.blocks"), context);
            if blocks.decision() == Decision::Allow {
                return self.made_by(&blocks, true);
            }
            let lifts = self.ask(&format!("{gate}.{tier}.lifts"), context);
            if lifts.decision() == Decision::Allow {
                let flows = self.ask(&format!("{gate}.{tier}"), context);
                return self.made_by(&lifts, flows.decision() == Decision::Allow);
            }
        }
        GateAnswer { effect: "deny".to_owned(), rules: vec![] }
    }

    pub fn answer(&self, context: &Value) -> Answer {
        let context = Context::from_json_value(context.clone(), None).expect("context");
        Request::new(self.hat.clone(), action("secrecy.absolute"), self.record.clone(), context.clone(), Some(&self.schema))
            .expect("a request of the schema");
        let gates = GATES.map(|gate| self.gate(gate, &context));
        let any = |effect: &str| gates.iter().any(|gate| gate.effect == effect);
        let worst = ["deny", "human", "defer", "transform"].into_iter().find(|effect| any(effect));
        let effect = worst.unwrap_or(if gates[0].effect == "oblige" { "oblige" } else { "permit" });
        Answer { effect: effect.to_owned(), gates }
    }
}
