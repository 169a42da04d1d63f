#include "desk/search_words.hpp"

#include <patio/base/json.hpp>
#include <patio/desk.hpp>

#include "catch.hpp"
#include "scenario.hpp"

using namespace patio;

namespace {

/// The French book, in which "mt" is short for "mont".
std::shared_ptr<const MatchingBook> own_matching() {
  MatchingBook book = french_matching();
  for (auto& edition : book.editions) edition.names.abbreviations["mt"] = "mont";
  return std::make_shared<const MatchingBook>(std::move(book));
}

/// How many are found of whom the house knows one, who bears that name.
std::uint64_t found(const std::string& known, const std::string& sought, std::shared_ptr<const MatchingBook> matching) {
  CentreOptions options;
  options.plan = read_centre_plan(scenario::read_file("examples/data/le-patio.json")).value();
  options.clock = [] { return *parse_instant("2026-03-10T08:00:00Z"); };
  options.ids = seeded_ids(1);
  options.house.matching = std::move(matching);
  const Centre centre = Centre::open("sqlite::memory:", std::move(options));
  Desk desk = centre.desk_for(ProfessionalCode{"pro:fs1"}, HatCode{"hat:fs1"});
  const auto ids = seeded_ids(2);
  RegisterPerson person;
  person.command_id = next_id<CommandId>(ids);
  person.usual_name = known;
  const auto person_id = desk.run(person).value().person_id;
  RecordEncounter visit;
  visit.command_id = next_id<CommandId>(ids);
  visit.person_id = person_id;
  visit.site = SiteCode{"site:patio"};
  desk.run(visit).value();
  FindPersons query;
  query.name = sought;
  return desk.ask(query).value().total;
}

}  // namespace

TEST_CASE("names are searched after the habits of the house's own book") {
  CHECK(found("Mt Blanc", "Mont Blanc", nullptr) == 0);
  CHECK(found("Mt Blanc", "Mont Blanc", own_matching()) == 1);
  CHECK(found("Mont Blanc", "mt blanc", own_matching()) == 1);
  CHECK(found("Ste Marie", "sainte marie", own_matching()) == 1);
}
