#include <patio/base/json_tree.hpp>
#include <patio/schedule/centre_plan.hpp>
#include <patio/schedule/holiday.hpp>
#include <patio/secrecy/request.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

#include "catch.hpp"

using namespace patio;

namespace {

Json json_file(const char* path) {
  std::ifstream file(std::string(PATIO_TEST_DATA "/../") + path);
  REQUIRE(file);
  return Json::parse(file);
}

CentrePlan le_patio() { return read_centre_plan(json_file("examples/data/le-patio.json").dump()).value(); }

template <class List>
auto& coded(List& list, std::string_view code) {
  const auto found = std::find_if(list.begin(), list.end(), [&](const auto& each) { return each.code.text() == code; });
  REQUIRE(found != list.end());
  return *found;
}

std::string first_free(const CentrePlan& plan, std::string_view permanence, const char* now) {
  std::vector<Date> holidays;
  for (const auto& holiday : public_holidays(2026, HolidayZone::metropole)) holidays.push_back(holiday.day);
  const auto zone = *find_zone(plan.zone);
  const auto slots = free_slots(coded(plan.permanences, permanence), {*parse_instant(now), 28, {}}, holidays, zone);
  if (slots.empty()) return "";
  const auto wall = local(slots.front().starts_at, zone);
  return to_text(wall.day) + " " + to_text(wall.clock);
}

constexpr const char* tuesday_at_nine = "2026-03-10T09:00:00+01:00";

}  // namespace

TEST_CASE("Le Patio receives under its permanences on the days agreed with its partners") {
  const CentrePlan plan = le_patio();
  CHECK(first_free(plan, "perm:conciliateur", tuesday_at_nine) == "2026-03-19 14:00");
  CHECK(first_free(plan, "perm:udaf", tuesday_at_nine) == "2026-03-17 09:00");
  CHECK(first_free(plan, "perm:mds", tuesday_at_nine) == "2026-03-17 09:00");
  CHECK(first_free(plan, "perm:mission_locale", tuesday_at_nine) == "2026-03-11 09:30");
  CHECK(first_free(plan, "perm:cidff", tuesday_at_nine) == "2026-03-11 14:00");
  CHECK(first_free(plan, "perm:noa_clic", tuesday_at_nine) == "2026-03-13 09:00");
  CHECK(first_free(plan, "perm:ecrivain_public", tuesday_at_nine) == "2026-03-16 14:00");
  CHECK(first_free(plan, "perm:numerique_tuesday_am", tuesday_at_nine) == "2026-03-10 10:00");
}

TEST_CASE("the digital adviser receives within the opening hours of the site") {
  const CentrePlan plan = le_patio();
  const Site& site = plan.sites.front();
  int hours = 0;
  for (const auto& permanence : plan.permanences) {
    if (permanence.professional.text() != "pro:cn1") continue;
    ++hours;
    CHECK(std::any_of(site.hours.begin(), site.hours.end(), [&](const OpeningHours& open) {
      return open.weekday == permanence.weekday && open.opens <= permanence.opens && permanence.closes <= open.closes;
    }));
  }
  CHECK(hours == 9);
}

TEST_CASE("nine operators in 2023, and one of them changed its name on 1 January 2024") {
  const CentrePlan plan = le_patio();
  const auto members = [&](Date day) {
    return std::count_if(plan.organisations.begin(), plan.organisations.end(), [&](const Organisation& each) {
      return std::any_of(each.france_services.begin(), each.france_services.end(),
                         [&](const Period& period) { return contains(period, day); });
    });
  };
  CHECK(members(2023_y / 4 / 13) == 9);
  CHECK(members(2024_y / 1 / 1) == 11);
  CHECK(members(2026_y / 3 / 10) == 12);
  const auto& employment = coded(plan.organisations, "org:france_travail");
  CHECK(name_on(employment, 2023_y / 12 / 31) == "Pôle emploi");
  CHECK(name_on(employment, 2024_y / 1 / 1) == "France Travail");
}

TEST_CASE("the mayor wears two hats, in two organisations") {
  const CentrePlan plan = le_patio();
  const auto& mayor = coded(plan.professionals, "pro:maire");
  const Hat* as_mayor = worn(mayor, {"hat:maire"}, 2026_y / 3 / 10);
  const Hat* as_president = worn(mayor, {"hat:president_ccas"}, 2026_y / 3 / 10);
  REQUIRE(as_mayor);
  REQUIRE(as_president);
  CHECK(as_mayor->organisation != as_president->organisation);
  CHECK(as_mayor->facts != as_president->facts);
}

TEST_CASE("Paroles de femmes is not yet open") {
  const CentrePlan plan = le_patio();
  CHECK(coded(plan.services, "svc:paroles_de_femmes").status == ServiceStatus::not_yet_open);
}

TEST_CASE("every hat of Le Patio speaks the words of the secrecy rules, and leaves no fact of its status open") {
  const CentrePlan plan = le_patio();
  for (const auto& professional : plan.professionals)
    for (const auto& hat : professional.hats) {
      INFO(hat.code.text());
      CHECK(enum_from<Actor>(hat.actor));
      CHECK(enum_from<Recipient>(hat.recipient));
      auto spoken = hat.facts;
      spoken.erase("aidants_connect");  // the habilitation for mandates, which secrecy draws from their register
      const auto facts = from_json<HatFacts>(to_json(spoken));
      REQUIRE(facts.has_value());
      each_field(*facts, [](std::string_view name, const auto& fact) {
        INFO(name);
        CHECK(fact.has_value());
      });
    }
}

TEST_CASE("every service of Le Patio is a destination of the rulebook, and every service of the rulebook is at Le Patio") {
  const CentrePlan plan = le_patio();
  std::set<std::string> offered, named;
  for (const auto& service : plan.services) offered.insert(service.destination);
  const Json book = json_file("src/rulebook/france/destinations.json");
  for (const auto& destination : book["destinations"])
    if (destination["kind"] == "service") named.insert(destination["code"].get<std::string>());
  CHECK(offered == named);
}

TEST_CASE("no partner receives at Le Patio without an agreement in force") {
  const CentrePlan plan = le_patio();
  for (const auto& permanence : plan.permanences) {
    const auto& organisation = coded(plan.services, permanence.service.text()).organisation;
    if (coded(plan.organisations, organisation.text()).kind == OrganisationKind::municipal) continue;
    CHECK(std::any_of(plan.agreements.begin(), plan.agreements.end(), [&](const Agreement& each) {
      return each.organisation == organisation && contains(each.period, 2026_y / 3 / 10);
    }));
  }
}
