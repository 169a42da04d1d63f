#include <patio/orientation/service_index.hpp>

#include <patio/base/json.hpp>

#include <algorithm>

#include "le_patio.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using Codes = std::vector<std::string>;
const NeedsBook& book() { return default_needs_book(); }

ServiceRow row(const std::string& code, std::string theme = "numerique--acquerir-un-equipement") {
  ServiceRow service;
  service.id = code;
  service.name = code;
  service.themes = {std::move(theme)};
  service.position = Position{48.74, 2.23};
  return service;
}

/// Somebody from Igny.
OrientationRequest asking(NeedCode need) {
  OrientationRequest request;
  request.need = std::move(need);
  request.day = a_tuesday;
  request.circumstances.emplace();
  request.circumstances->home = Residence{{AreaCode{"insee:91312"}, AreaCode{"dep:91"}, AreaCode{"reg:11"}}, {}, {}, Position{48.742, 2.226}};
  return request;
}

Codes codes(const std::vector<RankedService>& services) {
  Codes codes;
  for (const auto& each : services) codes.push_back(each.id);
  return codes;
}

Codes found(std::vector<ServiceRow> rows, const OrientationRequest& request = asking(NeedCode{"low_price_computer"}),
            const ServiceSearch& search = {}) {
  return codes(find_services(ServiceIndex(book(), std::move(rows)), book(), request, search).primaries);
}

/// Rows of every kind, some of them with less said, some with nonsense.
std::vector<ServiceRow> any_rows(int count) {
  const auto below = [](int limit) { return *rc::gen::inRange(0, limit); };
  const auto pick = [&](const auto& list) { return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))]; };
  const Codes zones{"insee:91312", "dep:91", "dep:75", "reg:11", "country:99100"};
  std::vector<ServiceRow> rows;
  for (int i = 0; i < count; ++i) {
    ServiceRow service;
    service.id = "svc-" + std::to_string(below(3 * count));
    if (below(3) == 0) service.destination = pick(book().destinations).code;
    for (int left = below(3); left > 0; --left) service.themes.push_back(pick(directory_list("themes")).code);
    if (below(4) == 0) service.themes.push_back(std::string(category_of(pick(directory_list("themes")).code)));
    for (int left = below(3); left > 0; --left) service.audiences.push_back(pick(book().words.audiences).code);
    for (int left = below(3); left > 0; --left) service.zones.push_back(*AreaCode::parse(pick(zones)));
    if (below(2) == 0) service.modes.push_back(below(2) == 0 ? ReceptionMode::remote : ReceptionMode::in_person);
    if (below(4) == 0) service.modes = {ReceptionMode::in_person, ReceptionMode::remote};
    if (below(4) != 0) service.position = Position{48.2 + below(100) / 90.0, 1.7 + below(100) / 90.0};
    service.status = static_cast<ServiceStatus>(below(5));
    if (below(2) == 0) service.languages = {below(2) == 0 ? "ar" : "fr"};
    if (below(2) == 0) service.step_free = static_cast<YesNo>(below(2));
    if (below(2) == 0) service.updated_on = add_days(a_tuesday, -below(1500));
    rows.push_back(std::move(service));
  }
  return rows;
}

}  // namespace

TEST_CASE("the nearest comes first, and what is too far is left out") {
  auto near = row("near"), far = row("far"), abroad = row("abroad");
  far.position->latitude = 48.9;
  abroad.position->latitude = 43.3;
  CHECK(found({abroad, far, near}) == Codes{"near", "far"});
}

TEST_CASE("what is said to serve elsewhere is left out; what says nothing comes after what is said to fit") {
  auto here = row("here"), elsewhere = row("elsewhere"), silent = row("a-silent");
  here.zones = {AreaCode{"dep:91"}};
  elsewhere.zones = {AreaCode{"dep:75"}};
  CHECK(found({elsewhere, silent, here}) == Codes{"here", "a-silent"});
}

TEST_CASE("a service for other people is shown last, since rows say less than they mean") {
  auto young = row("a-young"), everybody = row("everybody");
  young.audiences = {"jeunes"};
  everybody.audiences = {"tous-publics"};
  auto request = asking(NeedCode{"low_price_computer"});
  SECTION("when the age is known to be another") {
    request.facts.age_band = AgeBand::from_65;
    CHECK(found({young, everybody}, request) == Codes{"everybody", "a-young"});
  }
  SECTION("and an unknown age is not taken for a no") {
    const ServiceIndex index(book(), {young});
    CHECK(find_services(index, book(), request, {}).primaries.at(0).rank.audience == Fit::unknown);
  }
}

TEST_CASE("closed services come last, with the reason") {
  auto full = row("a-full"), open = row("open");
  full.status = ServiceStatus::full;
  const ServiceIndex index(book(), {full, open});
  const auto services = find_services(index, book(), asking(NeedCode{"low_price_computer"}), {}).primaries;
  CHECK(codes(services) == Codes{"open", "a-full"});
  CHECK(services[1].reasons[1].fr == "complet pour le moment");
}

TEST_CASE("the rules of the book come before the theme") {
  auto caf = row("caf", "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits");
  auto msa = row("msa", "difficultes-administratives-ou-juridiques--accompagnement-pour-lacces-aux-droits");
  caf.destination = DestinationCode{"caf"};
  msa.destination = DestinationCode{"msa"};
  auto request = asking(NeedCode{"housing_benefit"});
  SECTION("the MSA and not the CAF, for whoever is under the agricultural scheme") {
    request.facts.scheme = SocialScheme::agricultural;
    const ServiceIndex index(book(), {caf, msa});
    const auto services = find_services(index, book(), request, {}).primaries;
    REQUIRE(codes(services) == Codes{"msa"});
    CHECK(services[0].rule == "housing_benefit.msa");
    CHECK(services[0].rank.found_by == ServiceMatch::destination);
  }
  SECTION("neither as long as the scheme is not known") { CHECK(found({caf, msa}, request).empty()); }
  SECTION("nor what the person refused") {
    request.facts.scheme = SocialScheme::agricultural;
    request.refused = {DestinationCode{"msa"}};
    CHECK(found({caf, msa}, request).empty());
  }
}

TEST_CASE("a conciliator is not shown by the theme where there is violence") {
  auto conciliator = row("conciliator", "difficultes-administratives-ou-juridiques--prendre-en-compte-une-problematique-judiciaire");
  conciliator.destination = DestinationCode{"conciliator"};
  auto request = asking(NeedCode{"neighbour_dispute"});
  request.facts.violence_context = YesNo::yes;
  CHECK(found({conciliator}, request).empty());
}

TEST_CASE("a row with a category alone is shown after those that say the theme") {
  CHECK(found({row("a-vague", "numerique"), row("exact")}) == Codes{"exact", "a-vague"});
}

TEST_CASE("whoever can't travel is received from afar first") {
  auto remote = row("remote"), near = row("near");
  remote.modes = {ReceptionMode::remote};
  auto request = asking(NeedCode{"low_price_computer"});
  CHECK(found({remote, near}, request) == Codes{"near", "remote"});
  request.facts.mobility = Mobility::housebound;
  CHECK(found({remote, near}, request) == Codes{"remote", "near"});
}

TEST_CASE("nobody is sent where they must not go, and who knows the person comes before an equal") {
  ServiceSearch search;
  search.do_not_route = {"a"};
  auto request = asking(NeedCode{"low_price_computer"});
  request.circumstances->known_to = {"c"};
  CHECK(found({row("a"), row("b"), row("c")}, request, search) == Codes{"c", "b"});
}

TEST_CASE("what a row says wrongly is told with its place, and the row is kept for the rest") {
  auto odd = row("odd");
  odd.position = Position{0, 0};
  odd.themes.push_back("numerique--inconnue");
  odd.audiences = {"martiens"};
  odd.destination = DestinationCode{"no_such"};
  const ServiceIndex index(book(), {row("first"), odd, row("first")});
  Codes faults;
  for (const auto& each : index.faults().list) faults.push_back(each.path + " " + each.code);
  std::sort(faults.begin(), faults.end());
  CHECK(faults == Codes{"/1/audiences unknown_audience", "/1/destination unknown_destination", "/1/position impossible_position",
                        "/1/themes unknown_theme", "/2/id duplicate_id"});
  CHECK(found({odd}) == Codes{"odd"});
}

TEST_CASE("a directory gives its rows: where the structure is, and which destination its network stands for") {
  Directory directory;
  directory.structures.push_back({});
  directory.structures[0].id = "dora--1";
  directory.structures[0].networks = {"unea", "mission-locale"};
  directory.structures[0].location.position = Position{48.7, 2.2};
  directory.services.push_back({});
  directory.services[0].id = "dora--1-a";
  directory.services[0].structure_id = "dora--1";
  directory.services[0].theme_categories = {"mobilite"};
  directory.services[0].reception_modes = {"a-distance"};
  const auto rows = rows_of(book(), directory);
  REQUIRE(rows.size() == 1);
  CHECK(rows[0].destination == DestinationCode{"local_mission"});
  CHECK(rows[0].position == Position{48.7, 2.2});
  CHECK(rows[0].themes == Codes{"mobilite"});
  CHECK(rows[0].modes == std::vector{ReceptionMode::remote});
}

TEST_CASE("destinations that nobody holds are named with their rules") {
  const ServiceIndex nothing(book(), {});
  const auto issues = check_held(book(), le_patio(), nothing, a_tuesday);
  const auto names = [&](const std::string& path) {
    return std::any_of(issues.list.begin(), issues.list.end(), [&](const Issue& each) { return each.path == path; });
  };
  CHECK(names("bank_account/destinations/banque_de_france"));
  CHECK_FALSE(names("neighbour_dispute/destinations/conciliator"));
  auto bank = row("bank");
  bank.destination = DestinationCode{"banque_de_france"};
  CHECK(check_held(book(), le_patio(), ServiceIndex(book(), {bank}), a_tuesday).list.size() < issues.list.size());
}

TEST_CASE("the index answers as looking at every row does") {
  prop("whatever the rows, the person and the place", [] {
    const auto below = [](int limit) { return *rc::gen::inRange(0, limit); };
    const auto rows = any_rows(below(120));
    const ServiceIndex index(book(), rows);
    auto request = asking(book().needs[static_cast<std::size_t>(below(static_cast<int>(book().needs.size())))].code);
    if (below(2) == 0) request.facts.age_band = static_cast<AgeBand>(below(7));
    if (below(2) == 0) request.facts.scheme = static_cast<SocialScheme>(below(6));
    if (below(3) == 0) request.facts.mobility = Mobility::limited;
    ServiceSearch search;
    Circumstances& wanted = *request.circumstances;
    if (below(4) == 0) wanted.home->areas.clear();
    if (below(4) == 0) wanted.home->position.reset();
    search.most_km = below(90);
    if (below(2) == 0) wanted.language = "ar";
    if (below(2) == 0) wanted.step_free = YesNo::yes;
    const auto fast = find_services(index, book(), request, search);
    RC_ASSERT(fast == find_services_slowly(index, book(), request, search));
    RC_ASSERT(fast.primaries.size() <= 3 && fast.secondaries.size() <= 3);
    for (const auto& each : fast.primaries) RC_ASSERT(!each.rank.km || *each.rank.km <= search.most_km + 0.05);

    auto shuffled = rows;
    std::reverse(shuffled.begin(), shuffled.end());
    std::stable_sort(shuffled.begin(), shuffled.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
    const bool unique = std::adjacent_find(shuffled.begin(), shuffled.end(), [](const auto& a, const auto& b) { return a.id == b.id; }) == shuffled.end();
    if (unique) RC_ASSERT(find_services(ServiceIndex(book(), shuffled), book(), request, search) == fast);
  });
}
