#include <patio/desk.hpp>

#include <cstdio>
#include <filesystem>

#include "catch.hpp"
#include "scenario.hpp"

using namespace patio;
using scenario::read_file;

namespace {

/// A database file of its own, gone at the end.
struct TemporaryDatabase {
  std::filesystem::path path = std::filesystem::temp_directory_path() / ("patio-desk-" + to_text(next_id<PersonId>(random_ids())) + ".db");
  TemporaryDatabase() = default;
  TemporaryDatabase(const TemporaryDatabase&) = delete;
  TemporaryDatabase& operator=(const TemporaryDatabase&) = delete;
  ~TemporaryDatabase() {
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(path.string() + end);
  }
  [[nodiscard]] std::string uri() const { return "sqlite:" + path.string(); }
};

CentreOptions options_at(std::string_view now) {
  CentreOptions options;
  options.plan = read_centre_plan(read_file("examples/data/le-patio.json")).value();
  options.clock = [instant = *parse_instant(now)]() mutable {
    const Instant read = instant;
    instant += std::chrono::seconds(1);
    return read;
  };
  options.ids = seeded_ids(1);
  return options;
}

constexpr auto tuesday_morning = "2026-03-10T08:00:00Z";

Desk france_services(const Centre& centre) { return centre.desk_for(ProfessionalCode{"pro:fs1"}, HatCode{"hat:fs1"}); }

RegisterPerson marc(const IdSource& ids) {
  RegisterPerson command;
  command.command_id = next_id<CommandId>(ids);
  command.usual_name = "Lenoir";
  command.first_names = {"Marc"};
  return command;
}

}  // namespace

TEST_CASE("the same command said twice is done once and answers the same") {
  const TemporaryDatabase database;
  const Centre centre = Centre::open(database.uri(), options_at(tuesday_morning));
  Desk desk = france_services(centre);
  const auto ids = seeded_ids(7);
  const RegisterPerson command = marc(ids);
  const auto first = desk.run(command);
  const auto leaves = centre.audit_root().size;
  REQUIRE(first.has_value());
  CHECK(desk.run(command).value() == *first);
  CHECK(centre.audit_root().size == leaves);

  SECTION("and the same id with another content is refused") {
    RegisterPerson other = command;
    other.first_names = {"Marcel"};
    CHECK(desk.run(other).error().code == "command_id_reused");
  }
}

TEST_CASE("what a command names in vain is told all at once, and nothing is written") {
  const TemporaryDatabase database;
  const Centre centre = Centre::open(database.uri(), options_at(tuesday_morning));
  Desk desk = france_services(centre);
  const auto ids = seeded_ids(7);
  const PersonId person = desk.run(marc(ids)).value().person_id;
  const auto before = centre.audit_root();

  RecordEncounter visit;
  visit.command_id = next_id<CommandId>(ids);
  visit.person_id = person;
  visit.site = SiteCode{"site:nowhere"};
  visit.stated = {NeedCode{"carte_grise"}, NeedCode{"no_such_need"}};
  visit.event_day = 2027_y / 1 / 1;
  try {
    static_cast<void>(desk.run(visit));
    FAIL("it was accepted");
  } catch (const InvalidInput& invalid) {
    REQUIRE(invalid.issues().list.size() == 3);
    CHECK(invalid.issues().list[0].path == "/site");
    CHECK(invalid.issues().list[1].path == "/stated/1");
    CHECK(invalid.issues().list[2].path == "/event_day");
  }
  CHECK(centre.audit_root() == before);
}

TEST_CASE("a person nobody knows cannot be given a need") {
  const TemporaryDatabase database;
  const Centre centre = Centre::open(database.uri(), options_at(tuesday_morning));
  Desk desk = france_services(centre);
  CoverNeed cover;
  cover.command_id = next_id<CommandId>(seeded_ids(9));
  cover.person_id = next_id<PersonId>(seeded_ids(10));
  CHECK_THROWS_AS(desk.run(cover), Error);
}

TEST_CASE("a slot that somebody took is no longer given") {
  const TemporaryDatabase database;
  const Centre centre = Centre::open(database.uri(), options_at(tuesday_morning));
  Desk desk = france_services(centre);
  const auto ids = seeded_ids(11);
  const auto book_for = [&](const RegisterPerson& who) {
    const PersonId person = desk.run(who).value().person_id;
    RecordEncounter visit;
    visit.command_id = next_id<CommandId>(ids);
    visit.person_id = person;
    visit.site = SiteCode{"site:patio"};
    visit.stated = {NeedCode{"neighbour_dispute"}};
    BookAppointment booking;
    booking.command_id = next_id<CommandId>(ids);
    booking.person_id = person;
    booking.need_id = desk.run(visit).value().need_ids.front();
    booking.permanence = PermanenceCode{"perm:conciliateur"};
    booking.starts_at = *parse_instant("2026-03-19T13:00:00Z");
    return desk.run(booking);
  };
  CHECK(book_for(marc(ids)).has_value());
  CHECK(book_for(marc(ids)).error().code == "slot_taken");
}

TEST_CASE("a withdrawn consent recalls what rested on it and closes what it opened") {
  const TemporaryDatabase database;
  const Centre centre = Centre::open(database.uri(), options_at(tuesday_morning));
  Desk desk = france_services(centre);
  Desk conciliator = centre.desk_for(ProfessionalCode{"pro:con1"}, HatCode{"hat:con1"});
  const auto ids = seeded_ids(13);
  const auto said = [&] { return next_id<CommandId>(ids); };

  const PersonId person = desk.run(marc(ids)).value().person_id;
  RecordEncounter visit{said(), person, SiteCode{"site:patio"}, {}, {}, {NeedCode{"neighbour_dispute"}}, {}};
  const NeedId need = desk.run(visit).value().need_ids.front();
  const GiveConsent consent{said(), person, ConsentGiver::person, ConsentMeans::oral_traced, PurposeCode{"orientation"},
                            {OrganisationCode{"org:conciliateurs"}}, {CategoryCode{"identity"}}, {}, "orientation-1", {}};
  const ConsentId consent_id = desk.run(consent).value().consent_id;
  const SendReferral referral{said(), person, need, ServiceCode{"svc:conciliateur"}, ReferralKind::accompanied,
                              consent_id, {}, {CategoryCode{"identity"}}};
  const ReferralId referral_id = desk.run(referral).value().referral_id;

  const AskAbout asked{person, PurposeCode{"orientation"}, {CategoryCode{"identity"}}};
  CHECK(rules::flows(conciliator.ask(asked).value().categories.front().decision.effect));

  const auto withdrawn = desk.run(WithdrawConsent{said(), person, consent_id});
  REQUIRE(withdrawn.has_value());
  CHECK(withdrawn->recalled == std::vector{referral_id});
  const auto after = conciliator.ask(asked).value().categories.front();
  CHECK_FALSE(rules::flows(after.decision.effect));
  CHECK(after.items.empty());
  CHECK(desk.ask(ReadDisclosures{person}).value().disclosures.size() == 1);
  CHECK(centre.verify_audit().findings.empty());
}

TEST_CASE("a hat that is not worn today opens no desk") {
  const TemporaryDatabase database;
  const Centre centre = Centre::open(database.uri(), options_at("1999-03-10T08:00:00Z"));
  CHECK_THROWS_AS(france_services(centre), Error);
}
