// A morning at Le Patio, told as a person would: Marc comes for a carte grise and leaves helped with three things. Then
// three people ask about him and get three different answers.
//
//     patio_demo [--lang fr|en] [--data DIR] [--database FILE] [--page FILE]

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include <patio/desk.hpp>
#include <patio/desk/doors.hpp>
#include <patio/exchange/france_services.hpp>
#include <patio/orientation/veille.hpp>

#include "page.hpp"
#include "teller.hpp"

using namespace patio;

namespace {

struct Arguments {
  Language language = Language::fr;
  std::filesystem::path data = PATIO_EXAMPLE_DATA;
  std::filesystem::path database = "patio-demo.db";
  std::filesystem::path page = "patio-demo.html";
};

constexpr const char* usage =
    "usage: patio_demo [--lang fr|en] [--data DIR] [--database FILE] [--page FILE]\n"
    "  --lang      language of the story and of the page (default: fr)\n"
    "  --data      folder of le-patio.json and france-services-essonne.csv\n"
    "  --database  SQLite file to make anew (default: patio-demo.db)\n"
    "  --page      HTML page to write (default: patio-demo.html)\n";

std::optional<Arguments> read_arguments(int count, char** words) {
  Arguments arguments;
  for (int i = 1; i < count; ++i) {
    const std::string_view word = words[i];
    if (word == "--help" || i + 1 == count) return std::nullopt;
    const std::string_view value = words[++i];
    if (word == "--lang" && enum_from<Language>(value)) arguments.language = *enum_from<Language>(value);
    else if (word == "--data") arguments.data = value;
    else if (word == "--database") arguments.database = value;
    else if (word == "--page") arguments.page = value;
    else return std::nullopt;
  }
  return arguments;
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw Error(ErrorCode::unavailable, {"fichier illisible : " + path.filename().string(), "cannot read the file " + path.filename().string()});
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Marc's morning, step by step, each through the desk.
class Morning {
 public:
  Morning(const Arguments& arguments, Teller& teller)
      : teller_(teller), arguments_(arguments), command_ids_(seeded_ids(2026)) {}

  void run() {
    open();
    read_directory();
    arrive();
    listen();
    agree();
    hand_over();
    questions();
    proof();
    write_page(arguments_.page, page_, arguments_.language);
    teller_.say({"La page de cette matinée : " + arguments_.page.string(), "The page of this morning: " + arguments_.page.string()});
  }

 private:
  static constexpr auto orientation = "orientation";

  CommandId said() { return next_id<CommandId>(command_ids_); }
  Desk france_services() { return centre_->desk_for(ProfessionalCode{"pro:fs1"}, HatCode{"hat:fs1"}); }

  void open() {
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(arguments_.database.string() + end);
    CentreOptions options;
    options.plan = read_centre_plan(read_file(arguments_.data / "le-patio.json")).value();
    options.clock = [now = *parse_instant("2026-03-10T08:00:00Z")]() mutable { return now += std::chrono::seconds(20); };
    options.ids = seeded_ids(1);
    centre_.emplace(Centre::open("sqlite:" + arguments_.database.string(), std::move(options)));
    page_.centre = centre_->plan();
  }

  void read_directory() {
    teller_.chapter({"Le lieu", "The place"});
    const auto read = read_france_services(arguments_.data / "france-services-essonne.csv");
    const std::string count = std::to_string(read.places.size());
    for (const auto& place : read.places)
      if (place.commune == CommuneCode{"insee:91312"})
        teller_.say({place.name + ", " + place.address + " : un des " + count + " lieux France services de l'Essonne",
                     place.name + ", " + place.address + ": one of the " + count + " France Services places of Essonne"});
  }

  void arrive() {
    teller_.chapter({"Mardi 10 mars 2026, 9 h", "Tuesday 10 March 2026, 9 a.m."});
    Desk desk = france_services();
    RegisterPerson person;
    person.command_id = said();
    person.usual_name = "Lenoir";
    person.first_names = {"Marc"};
    person.birth_date = 1968_y / 5 / 2;
    person.commune = CommuneCode{"insee:91312"};
    marc_ = desk.run(person).value().person_id;
    visit_ = desk.run(RecordEncounter{said(), marc_, SiteCode{"site:patio"}, Channel::desk, EncounterResult::guided,
                                      {NeedCode{"carte_grise"}}, Date(2026_y / 2 / 27)})
                 .value();
    teller_.say({"Marc a acheté une voiture le 27 février et vient pour la carte grise. Bruno, de France services, le reçoit.",
                 "Marc bought a car on 27 February and comes for its registration. Bruno, at the France Services desk, receives him."});
    const auto covered = desk.run(CoverNeed{said(), marc_, visit_.need_ids.front(), DeskMission::online_procedure,
                                            OrganisationCode{"org:interieur"}})
                             .value();
    const std::string deadline = covered.deadline ? teller_.day(*covered.deadline) : "";
    teller_.say({"La démarche est faite avec lui, en ligne. Date limite : " + deadline + ", un mois après la vente.",
                 "The procedure is done with him, online. Deadline: " + deadline + ", one month after the sale."});
  }

  void listen() {
    teller_.chapter({"Ce qu'il dit en attendant", "What he says while waiting"});
    teller_.say({"« Le bruit du voisin, je n'en dors plus. » Et il n'arrive pas à ouvrir sa boîte mail.",
                 "\"The neighbour's noise, I can't sleep.\" And he cannot get into his mailbox."});
    SuggestionRequest heard;
    heard.present = {NeedCode{"carte_grise"}};
    heard.mentioned = {NeedCode{"neighbour_dispute"}};
    heard.day = 2026_y / 3 / 10;
    const auto found = suggest(default_needs_book(), heard);
    for (const auto& each : found) {
      teller_.item({"veille sociale : " + each.title.fr, "worth a word: " + each.title.en});
      needs_.push_back(france_services().run(AcceptSuggestion{said(), marc_, visit_.encounter_id, each.need}).value().need_id);
    }
    teller_.say({"Il veut bien parler des deux.", "He is happy to talk about both."});
  }

  void agree() {
    Desk desk = france_services();
    const auto refused = desk.run(SendReferral{said(), marc_, needs_.at(0), ServiceCode{"svc:conciliateur"}, ReferralKind::accompanied,
                                               {}, {}, {CategoryCode{"identity"}, CategoryCode{"appointment"}}});
    if (!refused) {
      teller_.no({"Sans son accord, rien ne part : " + refused.error().message.fr, "Without his agreement nothing leaves: " + refused.error().message.en});
      teller_.item({"pour pouvoir : " + refused.error().what_would_unblock.fr, "what would allow it: " + refused.error().what_would_unblock.en});
    }
    const auto given = desk.run(GiveConsent{said(), marc_, ConsentGiver::person, ConsentMeans::oral_traced, PurposeCode{orientation},
                                            {OrganisationCode{"org:conciliateurs"}, OrganisationCode{"org:igny"}},
                                            {CategoryCode{"identity"}, CategoryCode{"appointment"}}, {}, "orientation-1", Date(2026_y / 3 / 20)});
    consent_ = given.value().consent_id;
    teller_.yes({"Il est d'accord pour transmettre son nom et le rendez-vous. C'est noté.", "He agrees that his name and the appointment are passed on. It is noted."});
  }

  void hand_over() {
    teller_.chapter({"Ce avec quoi il repart", "What he leaves with"});
    book(0, ServiceCode{"svc:conciliateur"});
    book(1, ServiceCode{"svc:conseillere_numerique"});
    const auto count = france_services().ask(CountActivity{2026_y / 3 / 10, 2026_y / 3 / 11}).value();
    const auto number = [](int n) { return std::to_string(n); };
    teller_.say({number(count.visits) + " visite, " + number(count.requests) + " demandes, " + number(count.persons) + " personne.",
                 number(count.visits) + " visit, " + number(count.requests) + " requests, " + number(count.persons) + " person."});
    page_.plan = france_services().ask(ReadPlan{marc_}).value();
  }

  void book(std::size_t need, const ServiceCode& service) {
    Desk desk = france_services();
    const Slot slot = desk.ask(FindSlots{service, 28}).value().slots.at(0);
    const auto booked = desk.run(BookAppointment{said(), marc_, needs_.at(need), slot.permanence, slot.starts_at}).value();
    const auto sent = desk.run(SendReferral{said(), marc_, needs_.at(need), service, ReferralKind::accompanied, consent_,
                                            booked.appointment_id, {CategoryCode{"identity"}, CategoryCode{"appointment"}}});
    static_cast<void>(sent.value());
    const LocalTime when = local(slot.starts_at, *find_zone(centre_->plan().zone));
    for (const auto& each : centre_->plan().services)
      if (each.code == service)
        teller_.yes({each.name.fr + " : " + teller_.day(when.day) + " à " + to_text(when.clock) + ", " + teller_.space(centre_->plan(), slot.space),
                     each.name.en + ": " + teller_.day(when.day) + " at " + to_text(when.clock) + ", " + teller_.space(centre_->plan(), slot.space)});
  }

  void questions() {
    teller_.chapter({"Trois personnes demandent des nouvelles de Marc", "Three people ask about Marc"});
    ask({"le conciliateur, pour le rendez-vous", "the conciliator, for the appointment"}, ProfessionalCode{"pro:con1"}, HatCode{"hat:con1"},
        PurposeCode{orientation}, {CategoryCode{"identity"}, CategoryCode{"appointment"}, CategoryCode{"rights"}, CategoryCode{"family"}});
    ask({"une conseillère de la CAF, à qui l'on a parlé d'une amie qui dort là", "a CAF counsellor, who heard of a girlfriend staying over"},
        ProfessionalCode{"pro:caf1"}, HatCode{"hat:caf1"}, PurposeCode{"side_exchange"}, {CategoryCode{"attendance"}, CategoryCode{"family"}});
    ask({"le maire, pour inviter les usagers à un forum", "the mayor, to invite people to a fair"}, ProfessionalCode{"pro:maire"}, HatCode{"hat:maire"},
        PurposeCode{"recruiting_or_mailing"}, {CategoryCode{"identity"}, CategoryCode{"rights"}});
  }

  void ask(const Text& who, const ProfessionalCode& professional, const HatCode& hat, const PurposeCode& purpose,
           const std::vector<CategoryCode>& categories) {
    Desk desk = centre_->desk_for(professional, hat);
    PageQuestion question{who, desk.ask(AskAbout{marc_, purpose, categories}).value()};
    teller_.say({"— " + who.fr + " :", "— " + who.en + ":"});
    for (const auto& each : question.answer.categories) teller_.knowledge(each);
    page_.questions.push_back(std::move(question));
  }

  void proof() {
    teller_.chapter({"La preuve", "The proof"});
    page_.disclosures = france_services().ask(ReadDisclosures{marc_}).value().disclosures;
    for (const auto& each : page_.disclosures) teller_.disclosure(each);
    page_.root = centre_->audit_root();
    const bool sound = centre_->verify_audit().findings.empty();
    teller_.say({"Journal : " + std::to_string(page_.root.size) + " lignes, racine " + page_.root.hash.substr(0, 16) + "…, " + (sound ? "intact" : "ALTÉRÉ"),
                 "Log: " + std::to_string(page_.root.size) + " lines, root " + page_.root.hash.substr(0, 16) + "…, " + (sound ? "sound" : "CHANGED")});
    change_one_byte();
  }

  /// Someone with the file in hand changes one letter of Marc's name in a copy. The log says which line it belies.
  void change_one_byte() {
    const std::filesystem::path copy = arguments_.database.string() + ".changed";
    const CentrePlan plan = centre_->plan();
    centre_.reset();  // closes the file, so that all of it is in one place
    std::string bytes = read_file(arguments_.database);
    for (auto at = bytes.find("Lenoir"); at != std::string::npos; at = bytes.find("Lenoir", at + 1)) bytes[at] = 'R';
    std::ofstream(copy, std::ios::binary) << bytes;
    CentreOptions options;
    options.plan = plan;
    options.clock = [] { return *parse_instant("2026-03-10T09:00:00Z"); };
    options.ids = seeded_ids(3);
    const AuditReport report = Centre::open("sqlite:" + copy.string(), std::move(options)).verify_audit();
    for (const auto& finding : report.findings)
      teller_.no({"Une lettre changée dans une copie du fichier : " + sentence(finding).fr, "One letter changed in a copy of the file: " + sentence(finding).en});
    for (const auto* end : {"", "-wal", "-shm"}) std::filesystem::remove(copy.string() + end);
  }

  Teller& teller_;
  const Arguments& arguments_;
  IdSource command_ids_;
  std::optional<Centre> centre_;
  PersonId marc_;
  EncounterRecorded visit_;
  std::vector<NeedId> needs_;
  ConsentId consent_;
  Page page_;
};

}  // namespace

int main(int count, char** words) {
  const auto arguments = read_arguments(count, words);
  if (!arguments) {
    std::fputs(usage, stderr);
    return count == 2 && std::string_view(words[1]) == "--help" ? 0 : 2;
  }
  Teller teller(std::cout, arguments->language);
  try {
    Morning(*arguments, teller).run();
    return 0;
  } catch (const Error& error) {
    std::cerr << in(error.message(), arguments->language) << '\n';
  } catch (const Refused& refused) {
    std::cerr << in(refused.refusal().message, arguments->language) << '\n';
  } catch (const InvalidInput& invalid) {
    for (const auto& issue : invalid.issues().list) std::cerr << issue.path << ": " << in(issue.message, arguments->language) << '\n';
  }
  return 1;
}
