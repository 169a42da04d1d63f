#include <patio/orientation/orientation.hpp>

#include <algorithm>
#include <set>

#include "answer_texts.hpp"
#include "condition.hpp"
#include "openness.hpp"
#include "standing_rules.hpp"
#include "urgency_days.hpp"

namespace patio {
namespace {

constexpr std::size_t most_of_a_role = 3;

bool names(const std::vector<Candidate>& candidates, const DestinationCode& destination) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [&](const Candidate& candidate) { return candidate.destination == destination; });
}

constexpr std::string_view residence = "residence";
constexpr int cost_of_residence = 1;

/// A question that a missing fact raises, before they are put in order.
struct Asked {
  Question question;
  int cost = 0;
  std::size_t attribute = 0;
  int settles = 0;
};

/// A version of a rule that was tried.
struct Tried {
  StandingRule standing;
  /// "housing_benefit", or "safety".
  std::string under;
  Trial trial;

  const DestinationRule& rule() const { return *standing.rule; }
  std::string id() const { return under + '.' + standing.rule->id; }
  bool place_is_missing() const { return standing.here == Truth::unknown; }
  /// Both of the facts and of where the person lives.
  Truth truth() const { return std::min(trial.truth, standing.here); }
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
    answer_.notice = notice_text();
    weigh_urgency(need);
    find_deadline(need);
    find_precedences(need);
    StandingRules standing = stand(need);
    call_for_help(need, standing);
    try_destinations(need, standing);
    answer_.overrides = std::move(standing.overrides);
    fall_back(need);
    put_in_order();
    ask(need);
    return std::move(answer_);
  }

 private:
  StandingRules stand(const Need& need) {
    return standing_rules(book_, need, request_.day, request_.known_as_of, home_of(request_));
  }

  void weigh_urgency(const Need& need) {
    answer_.urgency = need.urgency;
    for (const auto& rule : need.urgent_when) {
      if (try_any(rule.when, facts_).truth != Truth::yes) continue;
      answer_.urgency = std::min(answer_.urgency, rule.urgency);
      answer_.urgency_reasons.push_back(rule.explanation);
    }
  }

  void find_deadline(const Need& need) {
    if (!need.deadline || !request_.event_day) return;
    const auto month = add_months(*request_.event_day, need.deadline->months, need.deadline->rounding);
    if (month) answer_.deadline = Deadline{add_days(*month, need.deadline->days), need.deadline->explanation};
  }

  void find_precedences(const Need& need) {
    for (const auto& rule : need.comes_after) {
      if (try_any(rule.when, facts_).truth != Truth::yes) continue;
      const Need* first = find_need(book_, rule.need, request_.day, request_.known_as_of);
      if (first) answer_.comes_after.push_back({rule.need, first->title, rule.explanation});
    }
  }

  /// Only what is certain: so an emergency once shown is shown whatever is learnt later.
  void call_for_help(const Need& need, const StandingRules& standing) {
    for (const auto* safety : safety_on(book_, request_.day, request_.known_as_of))
      call({&safety->rule, &safety->provenance}, "safety");
    for (const auto& each : standing.rules)
      if (each.rule->role == DestinationRole::emergency) call(each, need.code.text());
  }

  void call(const StandingRule& standing, const std::string& under) {
    note_rule(standing, under);
    const Tried tried{standing, under, try_rule(*standing.rule, facts_)};
    // A safety rule watches every request: only those of the need itself are worth a question.
    if (tried.truth() == Truth::unknown && under != "safety") urgent_questions_.push_back(candidate(tried));
    if (tried.truth() != Truth::yes || names(answer_.emergencies, tried.rule().destination)) return;
    answer_.emergencies.push_back(candidate(tried));
  }

  void try_destinations(const Need& need, const StandingRules& standing) {
    for (const auto& each : standing.read)
      if (each.rule->role != DestinationRole::emergency) note_rule(each, need.code.text());
    for (const auto& each : standing.rules) {
      if (each.rule->role == DestinationRole::emergency) continue;
      const Tried tried{each, need.code.text(), try_rule(*each.rule, facts_)};
      if (tried.truth() == Truth::no || is_barred(book_, request_, each.rule->destination)) {
        exclude(tried);
      } else if (tried.truth() == Truth::unknown) {
        answer_.conditional.push_back(candidate(tried));
      } else {
        list_of(each.rule->role).push_back(candidate(tried));
      }
    }
    for (const auto& each : standing.withdrawn) tell_withdrawn(each, need);
  }

  /// Nobody leaves without an address: when no primary is left, whoever receives unknown needs does.
  void fall_back(const Need& need) {
    const bool open = std::any_of(answer_.conditional.begin(), answer_.conditional.end(), [](const Candidate& each) {
      return each.role == DestinationRole::primary;
    });
    if (!answer_.primaries.empty() || open || need.code == fallback_need()) return;
    const Need* fallback = find_need(book_, fallback_need(), request_.day, request_.known_as_of);
    if (!fallback) return;
    for (const auto& each : stand(*fallback).rules) {
      const Tried tried{each, fallback->code.text(), try_rule(*each.rule, facts_)};
      const bool primary = each.rule->role == DestinationRole::primary;
      if (!primary || tried.truth() != Truth::yes || is_barred(book_, request_, each.rule->destination)) continue;
      note_rule(each, fallback->code.text());
      answer_.primaries.push_back(candidate(tried));
    }
  }

  void put_in_order() {
    const auto by_rank = [travel = travel_of(request_.facts)](std::vector<Candidate>& list) {
      std::stable_sort(list.begin(), list.end(), [&](const Candidate& first, const Candidate& second) {
        return ranks_before(first.rank, second.rank, travel);
      });
    };
    const auto keep = [](std::vector<Candidate>& list, auto wanted) {
      std::set<DestinationCode> seen;
      std::erase_if(list, [&](const Candidate& each) { return !wanted(each) || !seen.insert(each.destination).second; });
    };
    auto& primaries = answer_.primaries;
    auto& secondaries = answer_.secondaries;
    auto& conditional = answer_.conditional;
    for (auto* list : {&primaries, &secondaries, &answer_.recipients, &conditional}) by_rank(*list);
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
    if (need.deadline && !request_.event_day) add_question({"event_day", need.deadline->question});
  }

  void collect(const Candidate& each, std::vector<Asked>& asked) const {
    // Where somebody lives is no attribute: it stands after all of them.
    const auto place = orientation_vocabulary().find(each.question->fact).value_or(book_.facts.size());
    const auto known = std::find_if(asked.begin(), asked.end(), [&](const Asked& one) { return one.attribute == place; });
    if (known != asked.end()) {
      ++known->settles;
      return;
    }
    asked.push_back({*each.question, cost_of(place), place, 1});
  }

  void add_question(const Question& question) {
    const bool asked = std::any_of(answer_.questions.begin(), answer_.questions.end(),
                                   [&](const Question& each) { return each.fact == question.fact; });
    if (!asked) answer_.questions.push_back(question);
  }

  Candidate candidate(const Tried& tried) const {
    const DestinationRule& rule = tried.rule();
    const Destination& destination = *find_destination(book_, rule.destination);
    Candidate found;
    found.destination = rule.destination;
    found.name = destination.name;
    found.role = rule.role;
    found.conditional = tried.truth() == Truth::unknown;
    found.rule = tried.id();
    found.owner = tried.standing.owner;
    found.facts_used = used(tried.trial.decisive);
    if (auto where = residence_used(tried.standing)) found.facts_used.push_back(std::move(*where));
    found.reasons.push_back(rule.explanation);
    if (tried.standing.local) found.reasons.push_back(local_reason(*tried.standing.local));
    if (found.conditional && rule.why_not) found.reasons.push_back(*rule.why_not);
    for (const auto& fact : found.facts_used) found.reasons.push_back(fact.text);
    for (const auto& caution : rule.cautions)
      if (try_any(caution.when, facts_).truth == Truth::yes) found.cautions.push_back(caution.explanation);
    place(found, destination, rule, plan_, request_, last_day_for(answer_.urgency, request_.day, request_.holidays));
    if (auto text = openness_text(found.openness)) found.reasons.push_back(std::move(*text));
    ask_about(tried, found);
    found.documents = answer_.documents;
    found.documents.insert(found.documents.end(), rule.documents.begin(), rule.documents.end());
    found.deadline = answer_.deadline;
    found.desk_can.push_back(door_text(found));
    if (!found.phone) found.desk_can.push_back(mission_text(answer_.mission));
    return found;
  }

  void ask_about(const Tried& tried, Candidate& found) const {
    std::vector<std::size_t> missing;
    for (const auto& literal : tried.trial.missing) missing.push_back(literal.attribute);
    if (tried.place_is_missing()) missing.push_back(book_.facts.size());
    if (missing.empty()) return;
    std::stable_sort(missing.begin(), missing.end(), [&](std::size_t first, std::size_t second) {
      return std::pair(cost_of(first), first) < std::pair(cost_of(second), second);
    });
    for (const auto each : missing) found.missing.push_back(each < book_.facts.size() ? sheet_of(each).name : std::string(residence));
    found.question = missing.front() < book_.facts.size() ? question_about(missing.front(), tried.trial) : question_of_residence();
  }

  Question question_about(std::size_t place, const Trial& trial) const {
    const auto literal = std::find_if(trial.missing.begin(), trial.missing.end(),
                                      [&](const rules::Literal& each) { return each.attribute == place; });
    const auto& attribute = orientation_vocabulary().attributes[place];
    std::vector<std::string> admitted;
    for (std::size_t i = 0; i < attribute.values.size(); ++i)
      if ((literal->admits >> i & 1) != 0) admitted.push_back(attribute.values[i]);
    return {attribute.name, question_for(sheet_of(place), admitted)};
  }

  Question question_of_residence() const {
    if (!area_of(home_of(request_), "insee"))
      return {std::string(residence), {"Dans quelle commune habitez-vous ?", "In which commune do you live?"}};
    return {std::string(residence), {"Quelle est votre adresse, avec le numéro ?", "What is your address, with the number?"}};
  }

  /// The area of the rule that the person lives in, if the rule asks for one.
  std::optional<FactUsed> residence_used(const StandingRule& standing) const {
    for (const auto& area : standing.rule->areas) {
      const Served served = serves(book_.sectors, {area}, home_of(request_));
      if (served != Served::yes) continue;
      const Sector* sector = find_sector(book_.sectors, area);
      const Text name = sector ? sector->name : Text{area.text(), area.text()};
      return FactUsed{std::string(residence), area.text(), {"habite : " + name.fr, "lives in: " + name.en}, {}};
    }
    return std::nullopt;
  }

  void exclude(const Tried& tried) {
    const DestinationRule& rule = tried.rule();
    Exclusion exclusion{rule.destination, find_destination(book_, rule.destination)->name, "refused",
                        {"la personne l'a refusé il y a moins de 90 jours", "the person refused it less than 90 days ago"},
                        {}, tried.id(), tried.standing.owner};
    const auto& barred = request_.do_not_route;
    if (std::find(barred.begin(), barred.end(), rule.destination) != barred.end()) {
      exclusion.reason = "do_not_route";
      exclusion.text = {"personne ne doit l'y envoyer : conflit d'intérêts ou décision de la maison",
                        "nobody must send them there: conflict of interest, or a decision of the house"};
    } else if (tried.standing.here == Truth::no) {
      exclusion.reason = residence;
      exclusion.text = {"ne reçoit que les habitants d'un autre secteur", "only receives people who live in another area"};
    } else if (tried.trial.truth == Truth::no) {
      exclusion.facts_used = used(tried.trial.decisive);
      exclusion.reason = exclusion.facts_used.front().fact;
      exclusion.text = rule.why_not.value_or(exclusion.facts_used.front().text);
    }
    tell(std::move(exclusion));
  }

  void tell_withdrawn(const StandingRule& withdrawn, const Need& need) {
    const DestinationRule& rule = *withdrawn.rule;
    tell({rule.destination, find_destination(book_, rule.destination)->name, "withdrawn", local_reason(*withdrawn.local), {},
          need.code.text() + '.' + rule.id, withdrawn.owner});
  }

  void tell(Exclusion exclusion) {
    const bool told = std::any_of(answer_.excluded.begin(), answer_.excluded.end(),
                                  [&](const Exclusion& each) { return each.destination == exclusion.destination; });
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

  int cost_of(std::size_t place) const { return place < book_.facts.size() ? sheet_of(place).cost : cost_of_residence; }

  std::vector<Candidate>& list_of(DestinationRole role) {
    if (role == DestinationRole::primary) return answer_.primaries;
    return role == DestinationRole::secondary ? answer_.secondaries : answer_.recipients;
  }

  void note_rule(const StandingRule& standing, const std::string& under) {
    answer_.rules.push_back({under + '.' + standing.rule->id, standing.owner, standing.provenance->in_force.since,
                             standing.provenance->recorded});
  }

  const NeedsBook& book_;
  const CentrePlan& plan_;
  const OrientationRequest& request_;
  rules::Facts facts_;
  std::vector<Candidate> urgent_questions_;
  Orientation answer_;
};

}  // namespace

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
