// Any bytes as the plan of a centre: refused with a place for each fault, or a plan whose permanences give slots that can
// be kept.
//
// The first byte says how the others are used: as the whole text, or in place of one value of a plan that is right.

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>

#include <patio/base/json_tree.hpp>
#include <patio/schedule/centre_plan.hpp>

namespace {

using patio::Json;

void must(bool holds, const char* what) {
  if (holds) return;
  std::cerr << what << '\n';
  std::abort();
}

constexpr const char* small_plan = R"({
  "name": {"fr": "Centre", "en": "Centre"}, "zone": "Europe/Paris",
  "organisations": [{"code": "org:a", "kind": "municipal", "names": [{"name": "A", "period": {"since": "2020-01-01"}}],
                     "france_services": [{"since": "2020-01-01", "until": "2024-01-01"}]}],
  "poles": [{"code": "pole:a", "name": {"fr": "A", "en": "A"}}],
  "sites": [{"code": "site:a", "name": "A", "address": "A", "commune": "insee:91312", "latitude": 48.7, "longitude": 2.2,
             "hours": [{"weekday": "monday", "opens": "09:00", "closes": "12:00"}]}],
  "spaces": [{"code": "space:a", "site": "site:a", "kind": "individual", "name": "A", "seats": 3, "confidential": true}],
  "professionals": [{"code": "pro:a", "name": "A", "hats": [
    {"code": "hat:a", "organisation": "org:a", "pole": "pole:a", "facts": {"employer": "ccas"}, "actor": "ccas_agent",
     "recipient": "ccas_agent", "title": {"fr": "A", "en": "A"}, "period": {"since": "2020-01-01"}}]}],
  "services": [{"code": "svc:a", "organisation": "org:a", "destination": "ccas", "name": {"fr": "A", "en": "A"},
                "neutral_name": {"fr": "A", "en": "A"}, "status": "open", "needs_confidential_space": true,
                "professionals": ["pro:a"]}],
  "agreements": [{"organisation": "org:a", "purpose": "A", "period": {"since": "2020-01-01"}}],
  "permanences": [{"code": "perm:a", "service": "svc:a", "professional": "pro:a", "site": "site:a", "weekday": "sunday",
                   "weeks_of_month": [1, 5], "opens": "00:30", "closes": "04:00", "slot_minutes": 30, "notice_minutes": 0,
                   "spaces": ["space:a"], "period": {"since": "2020-01-01"}, "cancelled": ["2026-03-01"]}]
})";

/// Every value of the plan by its pointer, whole lists and objects included.
const std::vector<Json::json_pointer>& places() {
  static const auto all = [] {
    std::vector<Json::json_pointer> found, open{Json::json_pointer()};
    const Json plan = Json::parse(small_plan);
    while (!open.empty()) {
      const auto at = open.back();
      open.pop_back();
      found.push_back(at);
      const Json& value = plan[at];
      if (value.is_object())
        for (const auto& [key, each] : value.items()) open.push_back(at / key);
      if (value.is_array())
        for (std::size_t i = 0; i < value.size(); ++i) open.push_back(at / i);
    }
    return found;
  }();
  return all;
}

/// The plan with the text where that value was: numbers and literals as they are, anything else in quotes.
std::string with(const Json::json_pointer& place, const std::string& text) {
  Json plan = Json::parse(small_plan);
  const Json value = Json::parse(text, nullptr, false);
  plan[place] = value.is_discarded() ? Json(text) : value;
  return plan.dump(-1, ' ', false, Json::error_handler_t::replace);
}

void check_slots(const patio::CentrePlan& plan) {
  const auto zone = *patio::find_zone(plan.zone);
  const auto now = *patio::parse_instant("2026-03-27T08:00:00Z");
  for (const auto& permanence : plan.permanences) {
    const patio::SlotSearch search{now, 70, {{{"space:a"}, {"pro:a"}, now, 60}}};
    const auto slots = patio::free_slots(permanence, search, {}, zone);
    for (std::size_t i = 0; i < slots.size(); ++i) {
      must(patio::held_on(permanence, patio::day_in(slots[i].starts_at, zone)), "a slot on a day without permanence");
      must(slots[i].starts_at >= now + std::chrono::minutes(permanence.notice_minutes), "a slot within the notice");
      if (i > 0)
        must(slots[i - 1].starts_at + std::chrono::minutes(slots[i - 1].minutes) <= slots[i].starts_at, "slots overlap");
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const std::string rest(reinterpret_cast<const char*>(data) + 1, size - 1);
  const std::size_t choice = data[0];
  const auto read = patio::read_centre_plan(choice < places().size() ? with(places()[choice], rest) : rest);
  if (!read) {
    must(!read.error().list.empty(), "refused without an issue");
    for (const auto& issue : read.error().list) {
      must(issue.path.empty() || issue.path.front() == '/' || issue.code == "not_json", "an issue without a place");
      must(!issue.message.fr.empty() && !issue.message.en.empty(), "an issue without a sentence");
    }
    return 0;
  }
  must(patio::check(*read).list.empty(), "a plan was read with faults");
  const auto again = patio::read_centre_plan(patio::to_json(*read));
  must(again.has_value() && *again == *read, "a plan is not read back as written");
  check_slots(*read);
  return 0;
}
