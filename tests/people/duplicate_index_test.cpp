#include <patio/people/duplicate_index.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iomanip>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

#include "properties.hpp"

using namespace patio;

namespace {

const MatchingRules& rules() { return french_matching().editions.front(); }

using Row = std::map<std::string, std::string>;

std::vector<std::string> cells_of(std::string line) {
  if (!line.empty() && line.back() == '\r') line.pop_back();
  std::vector<std::string> cells(1);
  for (const char sign : line)
    if (sign == ',') cells.emplace_back();
    else cells.back() += sign;
  for (auto& cell : cells) {
    cell.erase(0, cell.find_first_not_of(' '));
    cell.erase(cell.find_last_not_of(' ') + 1);
  }
  return cells;
}

/// The files have no quoted cell.
std::vector<Row> rows_of(const std::string& name) {
  std::ifstream file(PATIO_TEST_DATA "/vectors/identity/" + name);
  std::string line;
  std::getline(file, line);
  const auto head = cells_of(line);
  std::vector<Row> rows;
  while (std::getline(file, line)) {
    const auto cells = cells_of(line);
    Row row;
    for (std::size_t i = 0; i < head.size() && i < cells.size(); ++i) row[head[i]] = cells[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

std::optional<std::string> given(const std::string& cell) { return cell.empty() ? std::nullopt : std::optional(cell); }

std::optional<Date> date_of(const std::string& digits) {
  if (digits.size() != 8 || digits.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  const auto part = [&](std::size_t at, std::size_t size) { return std::stoi(digits.substr(at, size)); };
  return Date{date::year{part(0, 4)}, date::month{static_cast<unsigned>(part(4, 2))}, date::day{static_cast<unsigned>(part(6, 2))}};
}

std::vector<std::string> words(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), {}};
}

std::optional<CommuneCode> commune(const std::string& code) {
  return code.empty() ? std::nullopt : CommuneCode::parse("insee:" + code);
}

IdentityTraits french(const Row& row) {
  IdentityTraits traits;
  traits.birth_name = given(row.at("nom_naissance"));
  traits.usual_name = given(row.at("nom_usage"));
  traits.first_names = words(row.at("prenom"));
  std::string date = row.at("date_naissance");
  date.erase(std::remove(date.begin(), date.end(), '-'), date.end());
  traits.birth_date = date_of(date);
  if (row.at("sexe") == "F") traits.sex = RecordedSex::female;
  if (row.at("sexe") == "M") traits.sex = RecordedSex::male;
  traits.birth_place = commune(row.at("lieu_naissance"));
  traits.residence = commune(row.at("commune_residence"));
  traits.nir = given(row.at("nir"));
  return traits;
}

IdentityTraits australian(const Row& row) {
  IdentityTraits traits;
  traits.usual_name = given(row.at("surname"));
  traits.first_names = {row.at("given_name")};
  traits.birth_date = date_of(row.at("date_of_birth"));
  traits.residence = commune(row.at("postcode"));
  traits.addresses = {row.at("street_number") + ' ' + row.at("address_1")};
  traits.nir = given(row.at("soc_sec_id"));
  return traits;
}

struct Set {
  std::vector<IdentityTraits> records;
  std::vector<std::string> entities;
};

Set french_set() {
  Set set;
  for (const auto& row : rows_of("dedup_fr_synthetic.csv")) {
    set.records.push_back(french(row));
    set.entities.push_back(row.at("entity"));
  }
  return set;
}

Set febrl_set(const std::string& name) {
  Set set;
  for (const auto& row : rows_of("febrl/" + name)) {
    set.records.push_back(australian(row));
    const auto& id = row.at("rec_id");
    set.entities.push_back(id.substr(4, id.find('-', 4) - 4));
  }
  return set;
}

PersonId id_of(std::size_t place) {
  PersonId id;
  id.bytes[0] = 1;
  for (std::size_t i = 0; i < 4; ++i) id.bytes[15 - i] = static_cast<std::uint8_t>(place >> (8 * i));
  return id;
}

std::size_t place_of(const PersonId& id) {
  std::size_t place = 0;
  for (std::size_t i = 4; i-- > 0;) place = place << 8 | id.bytes[15 - i];
  return place;
}

DuplicateIndex index_of(const std::vector<IdentityTraits>& records) {
  DuplicateIndex index(rules());
  for (std::size_t i = 0; i < records.size(); ++i) index.add(id_of(i), records[i]);
  return index;
}

std::size_t true_pairs(const Set& set) {
  std::map<std::string, std::size_t> sizes;
  for (const auto& entity : set.entities) ++sizes[entity];
  std::size_t pairs = 0;
  for (const auto& [entity, size] : sizes) pairs += size * (size - 1) / 2;
  return pairs;
}

/// What both records say and where: two pairs with the same reasons are the same to a matcher.
using Reasons = std::vector<MatchReason>;

/// Two people of the set whom the matcher takes for one.
std::vector<Reasons> mistaken(const Set& set, const std::vector<DuplicatePair>& pairs) {
  std::vector<Reasons> found;
  for (const auto& pair : pairs)
    if (pair.match.zone == MatchZone::certain && set.entities[place_of(pair.person_id)] != set.entities[place_of(pair.other_person_id)])
      found.push_back(pair.match.reasons);
  return found;
}

/// The share of all true pairs that would be certain if no pair with these reasons were.
double recall_without(const Set& set, const std::vector<DuplicatePair>& pairs, const std::vector<Reasons>& spared) {
  const auto kept = std::count_if(pairs.begin(), pairs.end(), [&](const DuplicatePair& pair) {
    return pair.match.zone == MatchZone::certain && set.entities[place_of(pair.person_id)] == set.entities[place_of(pair.other_person_id)] &&
           std::find(spared.begin(), spared.end(), pair.match.reasons) == spared.end();
  });
  return static_cast<double>(kept) / static_cast<double>(true_pairs(set));
}

struct Figures {
  double precision = 0, recall = 0;
  std::size_t found = 0, right = 0;
  [[nodiscard]] double f1() const { return 2 * precision * recall / (precision + recall); }
};

Figures measure(const Set& set, const std::vector<DuplicatePair>& pairs, MatchZone at_least) {
  Figures figures;
  for (const auto& pair : pairs) {
    if (pair.match.zone < at_least) continue;
    const auto one = place_of(pair.person_id), other = place_of(pair.other_person_id);
    const bool right = set.entities[one] == set.entities[other];
    ++figures.found;
    if (right) ++figures.right;
  }
  figures.precision = static_cast<double>(figures.right) / static_cast<double>(figures.found);
  figures.recall = static_cast<double>(figures.right) / static_cast<double>(true_pairs(set));
  return figures;
}

double kept_by_keys(const Set& set) {
  std::map<std::string, std::vector<std::vector<std::uint64_t>>> by_entity;
  for (std::size_t i = 0; i < set.records.size(); ++i) by_entity[set.entities[i]].push_back(blocking_keys(set.records[i], rules()));
  std::size_t kept = 0;
  for (const auto& [entity, keys] : by_entity)
    for (std::size_t i = 0; i < keys.size(); ++i)
      for (std::size_t j = 0; j < i; ++j) {
        std::vector<std::uint64_t> common;
        std::set_intersection(keys[i].begin(), keys[i].end(), keys[j].begin(), keys[j].end(), std::back_inserter(common));
        if (!common.empty()) ++kept;
      }
  return static_cast<double>(kept) / static_cast<double>(true_pairs(set));
}

void print(const std::string& what, const Figures& figures) {
  std::cout << "  " << std::left << std::setw(34) << what << std::fixed << std::setprecision(4) << " precision " << figures.precision
            << " recall " << figures.recall << " F1 " << figures.f1() << " of " << figures.found << " proposed\n";
}

}  // namespace

TEST_CASE("French records: what is certain is right, and nearly all duplicates are proposed") {
  const Set set = french_set();
  CHECK(true_pairs(set) == 1142);
  CHECK(kept_by_keys(set) >= 0.985);
  const auto pairs = index_of(set.records).pairs();
  const Figures certain = measure(set, pairs, MatchZone::certain), proposed = measure(set, pairs, MatchZone::review);
  print("French set, certain", certain);
  print("French set, certain and to review", proposed);
  CHECK(certain.precision >= 0.998);
  CHECK(certain.recall >= 0.90);
  CHECK(proposed.recall >= 0.98);
  CHECK(proposed.found - certain.found <= 2 * true_pairs(set));
}

TEST_CASE("twins and homonyms are certain only where nothing that is known tells them apart") {
  const Set set = french_set();
  const auto pairs = index_of(set.records).pairs();
  const auto wrong = mistaken(set, pairs);
  // Two pairs of twins of the set bear the same first name by chance: the README of the vectors names them.
  CHECK(wrong.size() == 2);
  for (const auto& reasons : wrong)
    for (const auto& reason : reasons) {
      CAPTURE(name_of(reason.field));
      CHECK(reason.level == MatchLevel::same);
      CHECK(reason.field != MatchField::nir);
    }
  // No rule could spare them and still find nine of ten duplicates: too many of these say exactly as much.
  const double recall = recall_without(set, pairs, wrong);
  std::cout << "  French set, certain recall without what is like these twins " << recall << '\n';
  CHECK(recall < 0.90);
}

TEST_CASE("Australian records of another hand: the same weights find them") {
  for (const auto& [name, true_count] : {std::pair("dataset1.csv", 500), std::pair("dataset3.csv", 6538)}) {
    const Set set = febrl_set(name);
    CHECK(true_pairs(set) == static_cast<std::size_t>(true_count));
    CHECK(kept_by_keys(set) >= 0.985);
    const auto pairs = index_of(set.records).pairs();
    const Figures certain = measure(set, pairs, MatchZone::certain), proposed = measure(set, pairs, MatchZone::review);
    print(std::string("FEBRL ") + name + ", certain", certain);
    print(std::string("FEBRL ") + name + ", proposed", proposed);
    CHECK(certain.precision >= 0.998);
    CHECK(proposed.precision >= 0.999);
    CHECK(proposed.f1() >= 0.975);
  }
}

TEST_CASE("an index proposes what comparing with everybody would, but for what shares no key") {
  const Set set = french_set();
  const std::vector<IdentityTraits> some(set.records.begin(), set.records.begin() + 600);
  const auto index = index_of(some);
  std::size_t by_index = 0, by_scan = 0;
  for (std::size_t i = 0; i < some.size(); ++i) {
    std::set<PersonId> found;
    for (const auto& each : index.candidates(some[i], some.size(), id_of(i))) found.insert(each.person_id);
    by_index += found.size();
    const auto keys = blocking_keys(some[i], rules());
    for (std::size_t j = 0; j < some.size(); ++j) {
      if (j == i || !compare(some[i], some[j], rules())) continue;
      const auto other = blocking_keys(some[j], rules());
      std::vector<std::uint64_t> common;
      std::set_intersection(keys.begin(), keys.end(), other.begin(), other.end(), std::back_inserter(common));
      if (common.empty()) continue;
      ++by_scan;
      CHECK(found.contains(id_of(j)));
    }
  }
  CHECK(by_index == by_scan);
}

TEST_CASE("who was added after the others is found like them") {
  const Set set = french_set();
  auto index = index_of({set.records.begin(), set.records.begin() + 3000});
  const std::size_t before = index.size();
  IdentityTraits marc;
  marc.usual_name = "Lenoir";
  marc.first_names = {"Marc"};
  marc.birth_date = 1968_y / 5 / 2;
  const PersonId id = id_of(9999);
  CHECK(index.candidates(marc).empty());
  index.add(id, marc);
  CHECK(index.size() == before + 1);
  REQUIRE(index.candidates(marc).size() == 1);
  CHECK(index.candidates(marc).front().person_id == id);
  CHECK(index.candidates(marc, 20, id).empty());
}

TEST_CASE("a changed record is found by what it says now, and a removed one no more") {
  DuplicateIndex index(rules());
  IdentityTraits before, after;
  before.usual_name = "Lenoir";
  after.usual_name = "Diarra";
  before.first_names = after.first_names = {"Marc"};
  before.birth_date = after.birth_date = 1968_y / 5 / 2;
  before.emails = {"old@example.org"};
  index.add(id_of(1), before);
  index.add(id_of(1), after);
  CHECK(index.size() == 1);
  REQUIRE(index.candidates(after).size() == 1);
  CHECK(index.candidates(after).front().match.zone == MatchZone::certain);
  index.remove(id_of(1));
  index.remove(id_of(1));
  CHECK(index.size() == 0);
  CHECK(index.candidates(after).empty());
}

TEST_CASE("a copy of an index lives on its own") {
  DuplicateIndex index(rules());
  IdentityTraits marc;
  marc.usual_name = "Lenoir";
  marc.first_names = {"Marc"};
  marc.birth_date = 1968_y / 5 / 2;
  index.add(id_of(1), marc);
  DuplicateIndex copy = index;
  index.remove(id_of(1));
  CHECK(copy.candidates(marc).size() == 1);
  index = copy;
  CHECK(index.candidates(marc).size() == 1);
}

TEST_CASE("the phone of a hostel brings nobody together") {
  DuplicateIndex index(rules());
  const auto guest = [](std::size_t number) {
    IdentityTraits traits;
    traits.phones = {"01 69 00 00 00"};
    traits.emails = {"accueil@example.org"};
    traits.first_names = {"G" + std::to_string(number)};
    return traits;
  };
  for (std::size_t i = 0; i < 150; ++i) index.add(id_of(i), guest(i));
  CHECK(index.candidates(guest(500), 1000).size() == 150);
  for (std::size_t i = 150; i < 1500; ++i) index.add(id_of(i), guest(i));
  CHECK(index.candidates(guest(5000), 5000).empty());
}
