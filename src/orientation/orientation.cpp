#include <patio/orientation/orientation.hpp>

#include <algorithm>
#include <set>

#include "condition.hpp"
#include "openness.hpp"

namespace patio {
namespace {

constexpr std::size_t most_of_a_role = 3;

const Text notice{
    "Ceci est une proposition, pas une décision sur les droits : seul l'organisme compétent décide, et la personne "
    "choisit.",
    "This is a proposal, not a decision on rights: only the competent body decides, and the person chooses."};

/// "le 10/03/2026" of the French text; the English one keeps the ISO form.
std::string french_day(Date day) {
  const std::string iso = to_text(day);
  return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

bool names(const std::vector<Candidate>& candidates, const DestinationCode& destination) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& candidate) { return candidate.destination == destination; });
}

bool holds(const std::vector<DestinationCode>& destinations, const DestinationCode& destination) {
  return std::find(destinations.begin(), destinations.end(), destination) != destinations.end();
}

/// A question that a missing fact raises, before they are put in order.
struct Asked {
  Question question;
  int cost = 0;
  std::size_t attribute = 0;
  int settles = 0;
};

class Orienter {
 public:
  Orienter(const NeedsBook& book, const CentrePlan& plan, const OrientationRequest& request)
      : book_(book), plan_(plan), request_(request), facts_(rules::facts_of(request.facts)) {}

  Orientation run(const Need& need) {
    answer_.need = need.code;
    answer_.title = need.title;
    answer_.sensitive = need.sensitive;
    answer_.mission = need.mission;
    answer_.documents = need.documents;
    answer_.notice = notice;
    weigh_urgency(need);
    find_precedences(need);
    call_for_help(need);
    try_destinations(need);
    fall_back(need);
    put_in_order();
    ask(need);
    return std::move(answer_);
  }

 private:
  void weigh_urgency(const Need& need) {
    answer_.urgency = need.urgency;
    for (const auto& rule : need.urgent_when) {
      if (try_any(rule.when, facts_).truth != Truth::yes) continue;
      answer_.urgency = std::min(answer_.urgency, rule.urgency);
      answer_.urgency_reasons.push_back(rule.explanation);
    }
  }

  void find_precedences(const Need& need) {
    for (const auto& rule : need.comes_after) {
      if (try_any(rule.when, facts_).truth != Truth::yes) continue;
      const Need* first = find_need(book_, rule.need, request_.day, request_.known_as_of);
      if (first) answer_.comes_after.push_back({rule.need, first->title, rule.explanation});
    }
  }

  /// Only what is certain: so an emergency once shown is shown whatever is learnt later.
  void call_for_help(const Need& need) {
    for (const auto* safety : safety_on(book_, request_.day, request_.known_as_of))
      call(safety->rule, "safety", safety->provenance);
    for (const auto& rule : need.destinations)
      if (rule.role == DestinationRole::emergency) call(rule, need.code.text(), need.provenance);
  }

  void call(const DestinationRule& rule, const std::string& owner, const Provenance& provenance) {
    note_rule(rule, owner, provenance);
    const Trial trial = try_rule(rule, facts_);
    // A safety rule watches every request: only those of the need itself are worth a question.
    if (trial.truth == Truth::unknown && owner != "safety") urgent_questions_.push_back(candidate(rule, owner, trial));
    if (trial.truth != Truth::yes || names(answer_.emergencies, rule.destination)) return;
    answer_.emergencies.push_back(candidate(rule, owner, trial));
  }

  void try_destinations(const Need& need) {
    for (const auto& rule : need.destinations) {
      if (rule.role == DestinationRole::emergency) continue;
      note_rule(rule, need.code.text(), need.provenance);
      const Trial trial = try_rule(rule, facts_);
      if (trial.truth == Truth::no || is_barred(book_, request_, rule.destination)) {
        exclude(rule, need.code.text(), trial);
      } else if (trial.truth == Truth::unknown) {
        answer_.conditional.push_back(candidate(rule, need.code.text(), trial));
      } else {
        list_of(rule.role).push_back(candidate(rule, need.code.text(), trial));
      }
    }
  }

  /// Nobody leaves without an address: when no primary is left, whoever receives unknown needs does.
  void fall_back(const Need& need) {
    const bool open = std::any_of(answer_.conditional.begin(), answer_.conditional.end(), [](const Candidate& each) {
      return each.role == DestinationRole::primary;
    });
    if (!answer_.primaries.empty() || open || need.code == fallback_need()) return;
    const Need* fallback = find_need(book_, fallback_need(), request_.day, request_.known_as_of);
    if (!fallback) return;
    for (const auto& rule : fallback->destinations) {
      const Trial trial = try_rule(rule, facts_);
      if (rule.role != DestinationRole::primary || trial.truth != Truth::yes || is_barred(book_, request_, rule.destination)) continue;
      note_rule(rule, fallback->code.text(), fallback->provenance);
      answer_.primaries.push_back(candidate(rule, fallback->code.text(), trial));
    }
  }

  void put_in_order() {
    const auto closed_last = [](std::vector<Candidate>& list) {
      std::stable_partition(list.begin(), list.end(), [](const Candidate& each) { return !is_closed(each.openness); });
    };
    const auto keep = [](std::vector<Candidate>& list, auto wanted) {
      std::set<DestinationCode> seen;
      std::erase_if(list, [&](const Candidate& each) { return !wanted(each) || !seen.insert(each.destination).second; });
    };
    auto& primaries = answer_.primaries;
    auto& secondaries = answer_.secondaries;
    auto& conditional = answer_.conditional;
    for (auto* list : {&primaries, &secondaries, &answer_.recipients, &conditional}) closed_last(*list);
    std::stable_sort(conditional.begin(), conditional.end(),
                     [](const Candidate& first, const Candidate& second) { return first.role < second.role; });

    keep(primaries, [](const Candidate&) { return true; });
    keep(secondaries, [&](const Candidate& each) { return !names(primaries, each.destination); });
    keep(answer_.recipients, [](const Candidate&) { return true; });
    // Until it is known who handles the need, only that is worth asking.
    keep(conditional, [&](const Candidate& each) {
      const bool primary = each.role == DestinationRole::primary;
      const bool known = names(primaries, each.destination) || (!primary && names(secondaries, each.destination));
      return !known && (primary || !primaries.empty());
    });
    for (auto* list : {&primaries, &secondaries})
      if (list->size() > most_of_a_role) list->resize(most_of_a_role);
    std::erase_if(answer_.excluded, [&](const Exclusion& each) {
      return names(primaries, each.destination) || names(secondaries, each.destination) ||
             names(answer_.recipients, each.destination) || names(conditional, each.destination);
    });
  }

  void ask(const Need& need) {
    for (const auto& each : urgent_questions_) add_question(*each.question);
    std::vector<Asked> asked;
    for (const auto& each : answer_.conditional) collect(each, asked);
    std::stable_sort(asked.begin(), asked.end(), [](const Asked& first, const Asked& second) {
      return std::tuple(first.cost, -first.settles, first.attribute) <
             std::tuple(second.cost, -second.settles, second.attribute);
    });
    for (const auto& each : asked) add_question(each.question);
    if (!need.deadline) return;
    if (!request_.event_day) return add_question({"event_day", need.deadline->question});
    const auto month = add_months(*request_.event_day, need.deadline->months, need.deadline->rounding);
    if (month) answer_.deadline = Deadline{add_days(*month, need.deadline->days), need.deadline->explanation};
  }

  void collect(const Candidate& each, std::vector<Asked>& asked) const {
    const auto place = orientation_vocabulary().find(each.question->fact);
    const auto known = std::find_if(asked.begin(), asked.end(), [&](const Asked& one) { return one.attribute == *place; });
    if (known != asked.end()) {
      ++known->settles;
      return;
    }
    asked.push_back({*each.question, sheet_of(*place).cost, *place, 1});
  }

  void add_question(const Question& question) {
    const bool asked = std::any_of(answer_.questions.begin(), answer_.questions.end(),
                                   [&](const Question& each) { return each.fact == question.fact; });
    if (!asked) answer_.questions.push_back(question);
  }

  Candidate candidate(const DestinationRule& rule, const std::string& owner, const Trial& trial) const {
    const Destination& destination = *find_destination(book_, rule.destination);
    Candidate found;
    found.destination = rule.destination;
    found.name = destination.name;
    found.role = rule.role;
    found.conditional = trial.truth == Truth::unknown;
    found.rule = owner + '.' + rule.id;
    found.facts_used = used(trial.decisive);
    found.reasons.push_back(rule.explanation);
    if (found.conditional && rule.why_not) found.reasons.push_back(*rule.why_not);
    for (const auto& fact : found.facts_used) found.reasons.push_back(fact.text);
    for (const auto& caution : rule.cautions)
      if (try_any(caution.when, facts_).truth == Truth::yes) found.cautions.push_back(caution.explanation);
    place(found, destination, plan_, request_);
    if (auto text = openness_text(found.openness)) found.reasons.push_back(std::move(*text));
    if (!trial.missing.empty()) ask_about(trial.missing, found);
    return found;
  }

  void ask_about(std::vector<rules::Literal> missing, Candidate& found) const {
    const auto pains = [&](const rules::Literal& each) { return std::pair(sheet_of(each.attribute).cost, each.attribute); };
    std::stable_sort(missing.begin(), missing.end(),
                     [&](const auto& first, const auto& second) { return pains(first) < pains(second); });
    for (const auto& literal : missing) found.missing.push_back(sheet_of(literal.attribute).name);
    const auto& attribute = orientation_vocabulary().attributes[missing.front().attribute];
    std::vector<std::string> admitted;
    for (std::size_t i = 0; i < attribute.values.size(); ++i)
      if ((missing.front().admits >> i & 1) != 0) admitted.push_back(attribute.values[i]);
    found.question = Question{attribute.name, question_for(sheet_of(missing.front().attribute), admitted)};
  }

  void exclude(const DestinationRule& rule, const std::string& owner, const Trial& trial) {
    Exclusion exclusion{rule.destination, find_destination(book_, rule.destination)->name, "refused",
                        {"la personne l'a refusé il y a moins de 90 jours", "the person refused it less than 90 days ago"},
                        {}, owner + '.' + rule.id};
    if (holds(request_.do_not_route, rule.destination)) {
      exclusion.reason = "do_not_route";
      exclusion.text = {"personne ne doit l'y envoyer : conflit d'intérêts ou décision de la maison",
                        "nobody must send them there: conflict of interest, or a decision of the house"};
    } else if (trial.truth == Truth::no) {
      exclusion.facts_used = used(trial.decisive);
      exclusion.reason = exclusion.facts_used.front().fact;
      exclusion.text = rule.why_not.value_or(exclusion.facts_used.front().text);
    }
    const bool told = std::any_of(answer_.excluded.begin(), answer_.excluded.end(),
                                  [&](const Exclusion& each) { return each.destination == rule.destination; });
    if (!told) answer_.excluded.push_back(std::move(exclusion));
  }

  std::vector<FactUsed> used(std::vector<rules::Literal> literals) const {
    std::stable_sort(literals.begin(), literals.end(),
                     [](const auto& first, const auto& second) { return first.attribute < second.attribute; });
    std::vector<FactUsed> facts;
    for (const auto& literal : literals) {
      const auto state = facts_.state(literal.attribute);
      if (state == rules::Facts::unknown || state == rules::Facts::partly) continue;
      const auto& attribute = orientation_vocabulary().attributes[literal.attribute];
      facts.push_back(fact_used(sheet_of(literal.attribute), attribute.values[state - 1U]));
    }
    return facts;
  }

  FactUsed fact_used(const FactSheet& sheet, const std::string& value) const {
    const Text label = label_of(sheet, value);
    FactUsed used{sheet.name, value, {sheet.label.fr + " : " + label.fr, sheet.label.en + ": " + label.en}, {}};
    const auto since = request_.known_since.find(sheet.name);
    if (since == request_.known_since.end()) return used;
    used.known_since = since->second;
    used.text.fr += ", su depuis le " + french_day(since->second);
    used.text.en += ", known since " + to_text(since->second);
    return used;
  }

  const FactSheet& sheet_of(std::size_t attribute) const {
    return book_.facts[attribute];
  }

  std::vector<Candidate>& list_of(DestinationRole role) {
    if (role == DestinationRole::primary) return answer_.primaries;
    return role == DestinationRole::secondary ? answer_.secondaries : answer_.recipients;
  }

  void note_rule(const DestinationRule& rule, const std::string& owner, const Provenance& provenance) {
    answer_.rules.push_back({owner + '.' + rule.id, provenance.in_force.since, provenance.recorded});
  }

  const NeedsBook& book_;
  const CentrePlan& plan_;
  const OrientationRequest& request_;
  rules::Facts facts_;
  std::vector<Candidate> urgent_questions_;
  Orientation answer_;
};

}  // namespace

bool is_barred(const NeedsBook& book, const OrientationRequest& request, const DestinationCode& destination) {
  if (holds(request.refused, destination) || holds(request.do_not_route, destination)) return true;
  return std::any_of(request.refusals.begin(), request.refusals.end(), [&](const DestinationRefusal& each) {
    return each.destination == destination && days_between(each.day, request.day) < brakes_on(book, request.day).refusal_days;
  });
}

Replayed replay(const NeedsBook& book, const CentrePlan& plan, const OrientationRequest& request, const Orientation& past) {
  OrientationRequest again = request;
  // Every rule that could have mattered was read, so what the book learnt after the last of them did not.
  for (const auto& each : past.rules)
    again.known_as_of = again.known_as_of ? std::max(*again.known_as_of, each.recorded) : each.recorded;
  Replayed replayed{orient(book, plan, again), false, {}};
  replayed.same = replayed.answer == past;
  for (const auto& each : past.rules)
    if (std::find(replayed.answer.rules.begin(), replayed.answer.rules.end(), each) == replayed.answer.rules.end())
      replayed.lost.push_back(each);
  return replayed;
}

Orientation orient(const NeedsBook& book, const CentrePlan& plan, const OrientationRequest& request) {
  const Need* need = find_need(book, request.need, request.day, request.known_as_of);
  if (!need)
    throw Error(ErrorCode::not_found, {"aucun besoin de ce code n'est en vigueur ce jour-là",
                                       "no need of that code is in force on that day"});
  return Orienter(book, plan, request).run(*need);
}

}  // namespace patio
