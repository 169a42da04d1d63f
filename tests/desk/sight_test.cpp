#include "desk/sight.hpp"

#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>

#include <patio/desk/identity.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "catch.hpp"
#include "desk/casework.hpp"
#include "desk/handlers/note_reading.hpp"

using namespace patio;
using namespace date::literals;

namespace {

const Date today = 2026_y / 3 / 10;
const Instant now = date::sys_days(today) + std::chrono::hours(9);

CentrePlan plan_of_igny() {
  std::ifstream file(PATIO_TEST_DATA "/../examples/data/le-patio.json");
  std::stringstream text;
  text << file.rdbuf();
  return from_json<CentrePlan>(text.str()).value();
}

/// A centre with files in which chance has put everything that the rules may ask of a row.
class RandomFiles {
 public:
  RandomFiles(int persons, unsigned seed) : random_(seed), ids_(seeded_ids(seed)), plan_(plan_of_igny()), store_(open()) {
    Transaction transaction = store_.begin();
    for (int i = 0; i < persons; ++i) add_person(transaction);
    transaction.commit({now, {"pro:acc1"}, {"register_person"}, {"reception"}, {}, "{}"});
  }

  /// Each hat of the plan with what it may ask in one state of the files.
  template <class Step>
  void each_hat(Step step) {
    Reader reader = store_.reader();
    const Dossier nobody(reader, std::nullopt);
    for (const auto& professional : plan_.professionals)
      for (const auto& hat : professional.hats) {
        const Moment moment{now, today, *zone_, plan_, needs_, house_, holidays_, ids_, professional, hat};
        INFO(hat.code.text());
        step(Asked{nobody, moment, *rules_});
      }
  }

  [[nodiscard]] const std::vector<PersonId>& persons() const { return persons_; }

 private:
  static Store open() {
    const char* server = std::getenv("PATIO_TEST_POSTGRESQL");
    OpenOptions options;
    options.tables = centre_tables();
    if (server) options.tenant = next_id<TenantId>(random_ids());
    return Store::open(server ? server : "sqlite::memory:", std::move(options));
  }

  std::size_t below(std::size_t count) { return random_() % count; }
  bool chance(int in_hundred) { return below(100) < static_cast<std::size_t>(in_hundred); }
  template <class T>
  const T& one_of(const std::vector<T>& all) { return all[below(all.size())]; }
  template <DescribedEnum E>
  E one_of() { return enumerators<E>()[below(enumerators<E>().size())].value; }
  std::pair<const Professional*, const Hat*> somebody() {
    while (true) {
      const Professional& professional = one_of(plan_.professionals);
      for (const auto& hat : professional.hats)
        if (hat.pole && contains(hat.period, today)) return {&professional, &hat};
    }
  }

  void add_person(Transaction& transaction) {
    Person person;
    person.id = next_id<PersonId>(ids_);
    person.usual_name = one_of<std::string>({"Lenoir", "Le Gall", "Legall", "Martin-Dubois", "N'Guyen"});
    person.first_names = {one_of<std::string>({"Marc", "Éloïse", "Jean-Pierre"})};
    // Around the ages that the law knows, and on their very days.
    if (chance(80)) person.birth_date = add_days(*add_months(today, -12 * one_of<int>({1, 15, 18, 40}), Rounding::down), one_of<int>({-1, 0, 1, 2}));
    if (chance(30)) person.safety_flags = {SafetyFlag::violence_context};
    if (chance(30)) person.safety_flags.push_back(SafetyFlag::concealed_address);
    persons_.push_back(person.id);
    put(transaction, WriteKind::add, person, moment_of_writing());
    const auto times = [&](int most, auto step) { for (auto left = below(static_cast<std::size_t>(most) + 1); left > 0; --left) step(); };
    times(2, [&] { add_visit(transaction, person.id); });
    times(1, [&] { add_appointment(transaction, person.id); });
    times(2, [&] { add_referral(transaction, person.id); });
    std::vector<CaseId> cases;
    times(2, [&] { cases.push_back(add_case(transaction, person.id)); });
    times(1, [&] { add_consent(transaction, person.id); });
    times(4, [&] { add_note(transaction, person.id, cases); });
  }

  void add_visit(Transaction& transaction, const PersonId& person) {
    const auto [professional, hat] = somebody();
    Encounter visit;
    visit.id = next_id<EncounterId>(ids_);
    visit.person_id = person;
    visit.began_at = now - std::chrono::hours(24);
    visit.site = SiteCode{"site:patio"};
    visit.professional = professional->code;
    visit.organisation = hat->organisation;
    visit.pole = *hat->pole;
    put(transaction, WriteKind::add, visit, moment_of_writing());
  }

  void add_appointment(Transaction& transaction, const PersonId& person) {
    Appointment appointment;
    appointment.id = next_id<AppointmentId>(ids_);
    appointment.person_id = person;
    appointment.permanence = PermanenceCode{"permanence:any"};
    appointment.service = one_of(plan_.services).code;
    appointment.professional = somebody().first->code;
    appointment.space = SpaceCode{"space:any"};
    appointment.starts_at = now;
    appointment.state = one_of<AppointmentState>();
    transaction.insert(appointment);
  }

  void add_referral(Transaction& transaction, const PersonId& person) {
    const auto [professional, hat] = somebody();
    Referral referral;
    referral.id = next_id<ReferralId>(ids_);
    referral.person_id = person;
    referral.need_id = next_id<NeedId>(ids_);
    referral.sent_by = professional->code;
    referral.sent_from = hat->organisation;
    referral.sent_from_pole = hat->pole;
    referral.service = one_of(plan_.services).code;
    referral.state = one_of<ReferralState>();
    referral.since = now;
    if (chance(80)) referral.waiting_since = now;
    transaction.insert(referral);
  }

  CaseId add_case(Transaction& transaction, const PersonId& person) {
    const auto [professional, hat] = somebody();
    CaseFile file;
    file.id = next_id<CaseId>(ids_);
    file.person_id = person;
    file.organisation = hat->organisation;
    file.pole = *hat->pole;
    file.opened_on = add_days(today, -30);
    file.state = one_of<CaseState>();
    for (auto left = below(3); left > 0; --left) {
      const auto [member, worn] = somebody();
      std::optional<Date> until;
      if (chance(50)) until = add_days(today, one_of<int>({0, 1, 9}));
      file.members.push_back({member->code, worn->code, one_of<MemberRole>(), ReasonCode{"referent"}, {add_days(today, one_of<int>({-9, 0, 1})), until}});
    }
    if (chance(20)) {
      const auto [next, worn] = somebody();
      file.next_referent = next->code;
      file.next_hat = worn->code;
    }
    const Moment moment = moment_of_writing();
    for (const auto& row : rows_of(file, Dossier(transaction, person), moment, WriteKind::add)) row.apply(transaction, moment);
    return file.id;
  }

  void add_consent(Transaction& transaction, const PersonId& person) {
    Consent consent;
    consent.id = next_id<ConsentId>(ids_);
    consent.person_id = person;
    consent.means = one_of<ConsentMeans>();
    consent.purpose = PurposeCode{"follow_up"};
    consent.recipients = {somebody().second->organisation, somebody().second->organisation};
    for (int i = 0; i < 8; ++i) consent.categories.push_back(*CategoryCode::parse(name_of(one_of<DataCategory>())));
    consent.text_version = "follow-up-1";
    consent.given_at = now - std::chrono::hours(48);
    consent.noted_by = somebody().first->code;
    consent.period = {add_days(today, -2), add_days(today, 100)};
    consent.state = one_of<ConsentState>();
    consent.state_since = today;
    transaction.insert(consent);
  }

  void add_note(Transaction& transaction, const PersonId& person, const std::vector<CaseId>& cases) {
    const auto [author, hat] = somebody();
    CaseNote note;
    note.id = next_id<CaseNoteId>(ids_);
    note.person_id = person;
    if (!cases.empty() && chance(60)) note.case_id = one_of(cases);
    note.author = author->code;
    note.hat = hat->code;
    note.organisation = hat->organisation;
    note.pole = *hat->pole;
    note.written_at = now - std::chrono::hours(24 * 365 * one_of<int>({0, 4, 8}));
    note.level = one_of<NoteLevel>();
    for (auto left = below(3); left > 0; --left) note.categories.push_back(one_of<DataCategory>());
    note.text = "Texte";
    for (auto left = below(3); left > 0; --left) note.holders.push_back({somebody().first->code, somebody().second->code});
    if (chance(50) && !note.holders.empty()) note.holders.front() = {author->code, hat->code};
    if (chance(20)) note.shared_in = next_id<JointInterviewId>(ids_);
    transaction.insert(note);
  }

  Moment moment_of_writing() {
    const Professional& professional = plan_.professionals.front();
    return {now, today, *zone_, plan_, needs_, house_, holidays_, ids_, professional, professional.hats.front()};
  }

  std::mt19937 random_;
  IdSource ids_;
  const HouseBooks house_ = completed(HouseBooks{});
  CentrePlan plan_;
  const NeedsBook& needs_ = default_needs_book();
  const std::vector<Date> holidays_;
  const std::optional<Zone> zone_ = find_zone(plan_.zone);
  std::shared_ptr<const rules::RuleSet> rules_ = french_rulebook()->as_of(today);
  Store store_;
  std::vector<PersonId> persons_;
};

template <class T>
std::vector<KeyOf<T>> keys_of(const std::vector<T>& rows) {
  std::vector<KeyOf<T>> keys;
  for (const auto& row : rows) keys.push_back(row.id);
  std::sort(keys.begin(), keys.end());
  return keys;
}

/// Those rows of which the rules, asked row by row, say yes.
template <class T, class RequestOf>
std::vector<KeyOf<T>> decided(const std::vector<T>& rows, const Asked& asked, RequestOf request_of) {
  std::vector<T> seen;
  for (const auto& row : rows)
    if (rules::flows(decide(asked.rules, request_of(row)).effect)) seen.push_back(row);
  return keys_of(seen);
}

constexpr auto view = RequestAction::view;

/// Reads and counts, and holds both against each other.
template <class T>
std::vector<KeyOf<T>> listed(const Asked& asked, const Query<T>& query) {
  const auto keys = keys_of(asked.dossier.find(query));
  CHECK(asked.dossier.count(query) == keys.size());
  return keys;
}

}  // namespace

TEST_CASE("a search shows and counts exactly the people of whom, opened one by one, each may be known", "[engine]") {
  RandomFiles files(150, 1);
  std::size_t seen_in_all = 0, rows_in_all = 0;
  files.each_hat([&](const Asked& asked) {
    const PurposeCode reception{"reception"};
    const Access access{view, DataCategory::identity, nullptr, {}};
    const auto people = asked.dossier.find(all<Person>());
    for (const auto unreceived : {Unreceived::as_own, Unreceived::as_others}) {
      const auto expected = decided(people, asked, [&](const Person& person) {
        const Dossier file = asked.dossier.about(person.id);
        AccessRequest request = request_for(access, reception, file, asked.moment, asked.rules);
        if (unreceived == Unreceived::as_others && file.of<Encounter>().empty()) {
          const bool received = receives_person(file, asked.moment);
          request.compartment = Compartment::other_service;
          request.involvement = received ? Involvement::both : Involvement::none;
        }
        return request;
      });
      const auto facts = facts_of_file(column(&Person::id), asked.moment, unreceived);
      const auto rows = listed(asked, all<Person>().also(visible(access, reception.text(), facts, asked.moment, asked.rules)));
      CHECK(rows == expected);
      seen_in_all += rows.size();
      rows_in_all += people.size();
    }
  });
  CHECK(seen_in_all > rows_in_all / 20);
  CHECK(seen_in_all < rows_in_all / 2);
}

TEST_CASE("age and a concealed address are facts of each row, whatever rules ask for them", "[engine]") {
  RandomFiles files(200, 2);
  files.each_hat([&](const Asked& asked) {
    const auto people = asked.dossier.find(all<Person>());
    for (const auto& fact : facts_of_person(column(&Person::id), asked.moment))
      for (const auto& [value, where] : fact.values) {
        INFO(fact.fact << ' ' << value);
        std::vector<PersonId> expected;
        for (const auto& person : people) {
          const AccessRequest request = request_for({view, DataCategory::identity, nullptr, {}}, PurposeCode{"reception"},
                                                    asked.dossier.about(person.id), asked.moment, asked.rules);
          const auto told = fact.fact == "age_band" ? (request.age_band ? std::string(name_of(*request.age_band)) : "")
                                                    : std::string(name_of(*request.concealment));
          if (told == value) expected.push_back(person.id);
        }
        std::sort(expected.begin(), expected.end());
        CHECK_FALSE(expected.empty());
        CHECK(listed(asked, all<Person>().also(where)) == expected);
      }
  });
}

TEST_CASE("a list of cases shows and counts exactly those of which, opened one by one, each may be known", "[engine]") {
  RandomFiles files(150, 3);
  std::size_t seen_in_all = 0;
  files.each_hat([&](const Asked& asked) {
    const PurposeCode follow_up{"follow_up"};
    const auto cases = asked.dossier.find(all<CaseFile>());
    const auto standing = [&](const CaseFile& file) {
      return standing_in(file, asked.moment.professional.code, asked.moment.hat.code, asked.moment.today);
    };
    for (const auto category : {DataCategory::attendance, DataCategory::rights, DataCategory::note}) {
      const auto expected = decided(cases, asked, [&](const CaseFile& file) {
        AccessRequest known = facts_of_case(&file, asked.moment);
        if (standing(file) != Standing::none) known.compartment = Compartment::own_service;
        return request_for({view, category, nullptr, {}, known}, follow_up, asked.dossier.about(file.person_id), asked.moment, asked.rules);
      });
      const Access access{view, category, nullptr, {}};
      const auto facts = facts_of_cases(asked.moment);
      CHECK(listed(asked, all<CaseFile>().also(visible(access, follow_up.text(), facts, asked.moment, asked.rules))) == expected);
      seen_in_all += expected.size();
    }
    std::vector<CaseFile> mine;
    for (const auto& file : cases)
      if (standing(file) != Standing::none) mine.push_back(file);
    CHECK(listed(asked, all<CaseFile>().also(stands_in_case(asked.moment))) == keys_of(mine));
  });
  CHECK(seen_in_all > 100);
}

TEST_CASE("a list of visits shows and counts exactly those of which, opened one by one, each may be known", "[engine]") {
  RandomFiles files(100, 4);
  files.each_hat([&](const Asked& asked) {
    const PurposeCode statistics{"statistics"};
    const auto expected = decided(asked.dossier.find(all<Encounter>()), asked, [&](const Encounter& visit) {
      const Dossier file = asked.dossier.about(*visit.person_id);
      const bool own = visit.organisation == asked.moment.hat.organisation && visit.pole == asked.moment.hat.pole;
      AccessRequest known;
      known.compartment = own ? Compartment::own_service : Compartment::other_service;
      known.involvement = own || receives_person(file, asked.moment) ? Involvement::both : Involvement::none;
      return request_for({view, DataCategory::attendance, nullptr, {}, known}, statistics, file, asked.moment, asked.rules);
    });
    const Access access{view, DataCategory::attendance, nullptr, {}};
    const auto facts = facts_of_visits(asked.moment);
    CHECK(listed(asked, all<Encounter>().also(visible(access, statistics.text(), facts, asked.moment, asked.rules))) == expected);
  });
}

TEST_CASE("the notes of a file that are listed are exactly those that are read one by one", "[engine]") {
  RandomFiles files(120, 5);
  std::size_t seen_in_all = 0, rows_in_all = 0;
  files.each_hat([&](const Asked& nobody) {
    for (const auto& person : files.persons()) {
      const Dossier file = nobody.dossier.about(person);
      const Asked asked{file, nobody.moment, nobody.rules};
      std::vector<CaseNote> expected;
      for (const auto& note : file.of<CaseNote>())
        if (may_read(asked.rules, note, reader_of(note, asked))) expected.push_back(note);
      CHECK(listed(asked, where(&CaseNote::person_id, person).also(readable(asked))) == keys_of(expected));
      seen_in_all += expected.size();
      rows_in_all += file.of<CaseNote>().size();
    }
  });
  CHECK(seen_in_all > rows_in_all / 50);
  CHECK(seen_in_all < rows_in_all / 2);
}

TEST_CASE("a list of referrals shows and counts exactly those that, opened one by one, may be known", "[engine]") {
  RandomFiles files(100, 6);
  std::size_t seen_in_all = 0, rows_in_all = 0;
  files.each_hat([&](const Asked& asked) {
    const PurposeCode orientation{"orientation"};
    const auto referrals = asked.dossier.find(all<Referral>());
    for (const auto category : {DataCategory::attendance, DataCategory::rights}) {
      const Access access{view, category, nullptr, {}};
      const auto expected = decided(referrals, asked, [&](const Referral& referral) {
        return request_for(access, orientation, asked.dossier.about(referral.person_id), asked.moment, asked.rules);
      });
      const auto facts = facts_of_file(column(&Referral::person_id), asked.moment, Unreceived::as_own);
      CHECK(listed(asked, all<Referral>().also(visible(access, orientation.text(), facts, asked.moment, asked.rules))) == expected);
      seen_in_all += expected.size();
      rows_in_all += referrals.size();
    }
  });
  CHECK(seen_in_all > rows_in_all / 50);
  CHECK(seen_in_all < rows_in_all / 2);
}
