#include <patio/people/capacity.hpp>

#include <algorithm>

#include "capacity_table.hpp"

namespace patio {
namespace {

using Way = CapacityWay;
using Situation = CapacitySituation;
using Kind = RepresentationKind;
using Titles = std::vector<const Representation*>;

template <class List, class Value>
bool holds(const List& list, const Value& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

[[noreturn]] void unknown_act() {
  throw Error(ErrorCode::not_found,
              {"cet acte n'est pas dans la table de capacité", "that act is not in the table of capacity"});
}

const CapacityAct& act_of(const CapacityRequest& request) {
  for (const auto& act : capacity_table().acts)
    if (act.code == request.act && contains({act.since, act.until}, request.day)) return act;
  unknown_act();
}

const CapacityRow& row_of(const CapacityRequest& request, Situation situation) {
  for (const auto& row : capacity_table().rows)
    if (holds(row.acts, request.act) && holds(row.situations, situation) && contains({row.since, row.until}, request.day))
      return row;
  unknown_act();
}

/// Full years of that age; what is not set on that day is never reached.
int years_of(const std::string& name, Date day) {
  for (const auto& age : capacity_table().ages)
    if (age.name == name && contains({age.since, age.until}, day)) return age.years;
  throw Error(ErrorCode::not_found, {"aucune règle connue à ce jour", "no rule is known on that day"});
}

/// Who is known to stand for a minor.
bool is_over_minor(const Representation& title) {
  return title.kind == Kind::parental_authority || title.kind == Kind::minor_guardianship ||
         title.kind == Kind::child_welfare;
}

bool reaches(const Representation& title, const CapacityAct& act) {
  if (!title.acts.empty() && !holds(title.acts, act.code)) return false;
  // The agent of a safeguard has no act but those that the judge names.
  if (title.kind == Kind::special_agency && title.acts.empty()) return false;
  return title.scope == RepresentationScope::both || title.scope == act.domain;
}

bool has_power(const Representation& title) { return title.conflict == YesNo::no && title.restricted == YesNo::no; }

/// The heaviest measure decides; benefit management brings no incapacity (CC 495).
struct Measure {
  Kind kind;
  Situation situation;
};
constexpr Measure heaviest_first[] = {
    {Kind::guardianship, Situation::guardianship},     {Kind::family_habilitation, Situation::family_habilitation},
    {Kind::future_mandate, Situation::future_mandate}, {Kind::reinforced_curatorship, Situation::reinforced_curatorship},
    {Kind::curatorship, Situation::curatorship},       {Kind::habilitation_assistance, Situation::habilitation_assistance},
    {Kind::special_agency, Situation::special_agency}, {Kind::judicial_safeguard, Situation::judicial_safeguard},
};

/// The situation and the titles that count in it.
struct Standing {
  Situation situation{};
  bool presumed = false;
  bool age_missing = false;
  Titles titles;
};

Standing standing_of_adult(const CapacityRequest& request, const CapacityAct& act) {
  Standing standing{Situation::adult, false, false, {}};
  for (const auto& measure : heaviest_first) {
    for (const auto& title : request.titles)
      if (title.kind == measure.kind && in_force(title, request.day) && (act.any_title || reaches(title, act)))
        standing.titles.push_back(&title);
    if (standing.titles.empty()) continue;
    standing.situation = measure.situation;
    return standing;
  }
  return standing;
}

Standing standing_of_minor(const CapacityRequest& request, const CapacityAct& act, int age) {
  const bool young = age < years_of("discerning", request.day);
  Standing standing{young ? Situation::under_15 : Situation::from_15, false, false, {}};
  for (const auto& title : request.titles)
    if (is_over_minor(title) && in_force(title, request.day) && reaches(title, act)) standing.titles.push_back(&title);
  return standing;
}

/// A title over a minor speaks against the presumption of age.
bool maybe_minor(const CapacityRequest& request) {
  return std::any_of(request.titles.begin(), request.titles.end(),
                     [&](const Representation& title) { return is_over_minor(title) && in_force(title, request.day); });
}

Standing standing_of(const CapacityRequest& request, const CapacityAct& act) {
  constexpr int not_known = -1;
  const int age = request.birth_date ? age_on(*request.birth_date, request.day).value_or(not_known) : not_known;
  const bool emancipated = request.emancipated == YesNo::yes;
  const bool known = age != not_known;
  if (known && !emancipated && age < years_of("adult", request.day)) return standing_of_minor(request, act, age);
  Standing standing = standing_of_adult(request, act);
  standing.age_missing = !known && !emancipated;
  standing.presumed = standing.age_missing && act.presumes_capacity && !maybe_minor(request);
  return standing;
}

/// Who takes part in one way to decide, and whether all of them must.
struct Parties {
  std::vector<CapacityParty> deciding;
  bool together = false;
  bool assisted = false;
  std::vector<CapacityParty> assisting;
};

class Resolver {
 public:
  Resolver(const CapacityRequest& request, const CapacityRow& row, const Titles& titles, Capacity& answer)
      : request_(request), row_(row), titles_(titles), answer_(answer) {}

  Parties parties(Way way) {
    if (way == Way::if_able) way = by_ability();
    const bool unable = request_.able == YesNo::no;
    switch (way) {
      case Way::person: return {unable ? none() : person(), false, false, {}};
      case Way::assisted: return {unable ? none() : person(), false, true, holders()};
      case Way::together: return together(unable);
      case Way::representative: return {holders(), row_.every_holder && titles_.size() > 1, false, {}};
      default: return {};
    }
  }

 private:
  using List = std::vector<CapacityParty>;
  static List none() { return {}; }
  static List person() { return {CapacityParty{}}; }

  List holders() {
    List list;
    for (const auto* title : titles_)
      if (has_power(*title)) list.push_back({title->id});
    if (list.empty())
      ask("representative", {"Qui représente ou assiste la personne pour cet acte, et sur quel titre ?",
                             "Who represents or assists the person for this act, and on which title?"});
    // Where every holder must agree, one who may not leaves the others without power.
    if (row_.every_holder && list.size() != titles_.size()) list.clear();
    return list;
  }

  Parties together(bool unable) {
    List all = holders();
    if (all.empty() || unable) return {};
    all.insert(all.begin(), CapacityParty{});
    return {all, true, false, {}};
  }

  Way by_ability() {
    if (!request_.able) {
      ask("able", {"La personne peut-elle comprendre cet acte et dire ce qu'elle veut ?",
                   "Can the person understand this act and say what they want?"});
      return Way::nobody;
    }
    return *request_.able == YesNo::yes ? Way::person : Way::representative;
  }

  void ask(const char* fact, Text question) {
    const auto same = [&](const MissingCapacityFact& each) { return each.fact == fact; };
    if (std::none_of(answer_.missing.begin(), answer_.missing.end(), same))
      answer_.missing.push_back({fact, std::move(question)});
  }

  const CapacityRequest& request_;
  const CapacityRow& row_;
  const Titles& titles_;
  Capacity& answer_;
};

void name_others(const CapacityRequest& request, Capacity& answer) {
  const auto takes_part = [&](const CapacityParty& party) {
    return holds(answer.may_consent, party) || holds(answer.may_sign, party) || holds(answer.must_assist, party);
  };
  if (!takes_part({})) answer.may_not.push_back({});
  for (const auto& title : request.titles)
    if (!takes_part({title.id})) answer.may_not.push_back({title.id});
}

bool alone(const std::vector<CapacityParty>& list, bool with_others, const std::optional<RepresentationId>& party) {
  return holds(list, CapacityParty{party}) && !with_others;
}

}  // namespace

Capacity capacity(const CapacityRequest& request) {
  const CapacityAct& act = act_of(request);
  const Standing standing = standing_of(request, act);
  Capacity answer;
  answer.situation = standing.situation == Situation::adult && request.able == YesNo::no ? Situation::unable_without_title
                                                                                         : standing.situation;
  answer.presumed = standing.presumed;
  if (standing.age_missing)
    answer.missing.push_back(
        {"birth_date", {"Quelle est la date de naissance de la personne ?", "When was the person born?"}});

  const CapacityRow& row = row_of(request, answer.situation);
  answer.texts = row.texts;
  answer.be_informed.push_back({});
  if (row.informs_holder)
    for (const auto* title : standing.titles)
      if (has_power(*title)) answer.be_informed.push_back({title->id});
  if (!standing.age_missing || standing.presumed) {
    Resolver resolver(request, row, standing.titles, answer);
    const Parties consenting = resolver.parties(row.consent);
    const Parties signing = row.sign == row.consent ? consenting : resolver.parties(row.sign);
    answer.may_consent = consenting.deciding;
    answer.consent_together = consenting.together;
    answer.consent_assisted = consenting.assisted;
    answer.may_sign = signing.deciding;
    answer.sign_together = signing.together;
    answer.sign_assisted = signing.assisted;
    answer.must_assist = signing.assisting;
  }
  name_others(request, answer);
  return answer;
}

bool may_consent(const Capacity& capacity, const std::optional<RepresentationId>& giver) {
  return alone(capacity.may_consent, capacity.consent_together || capacity.consent_assisted, giver);
}

bool may_sign(const Capacity& capacity, const std::optional<RepresentationId>& signer) {
  return alone(capacity.may_sign, capacity.sign_together || capacity.sign_assisted, signer);
}

std::vector<ActCode> capacity_acts(Date day) {
  std::vector<ActCode> acts;
  for (const auto& act : capacity_table().acts)
    if (contains({act.since, act.until}, day)) acts.push_back(act.code);
  return acts;
}

}  // namespace patio
