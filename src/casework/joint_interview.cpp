#include <patio/casework/joint_interview.hpp>

#include <algorithm>
#include <set>

namespace patio {
namespace {

using S = JointInterviewState;
using E = JointInterviewEvent;
using Line = MachineWords<S, E, JointInterviewContext>;
using std::chrono::minutes;

bool has_begun(const JointInterviewContext& c) { return c.has_begun; }
bool consent_covers(const JointInterviewContext& c) { return c.consent_covers; }

bool meets(const Occupied& taken, Instant since, int length) {
  return taken.minutes > 0 && taken.starts_at < since + minutes(length) && since < taken.starts_at + minutes(taken.minutes);
}

/// The permanence receives during the whole of it.
bool receives(const Permanence& permanence, Instant since, int length, const Zone& zone) {
  const LocalTime begins = local(since, zone), ends = local(since + minutes(length), zone);
  return held_on(permanence, begins.day) && begins.clock >= permanence.opens &&
         (ends.day == begins.day ? ends.clock <= permanence.closes
                                 : permanence.closes.since_midnight == std::chrono::hours(24));
}

class Table {
 public:
  Table(const CommonSlotSearch& wanted, const CentrePlan& plan, const SlotSearch& search, const Zone& zone)
      : wanted_(wanted), plan_(plan), search_(search), zone_(zone) {}

  /// Every beginning of a slot of one of them: only there can all begin together.
  [[nodiscard]] std::set<std::pair<Instant, SiteCode>> beginnings(const std::vector<Date>& holidays) const {
    std::set<std::pair<Instant, SiteCode>> all;
    for (const auto& permanence : plan_.permanences) {
      if (!asked(permanence.professional)) continue;
      for (const auto& slot : free_slots(permanence, search_, holidays, zone_)) all.emplace(slot.starts_at, permanence.site);
    }
    return all;
  }

  [[nodiscard]] bool all_are_there(Instant since, const SiteCode& site) const {
    return std::all_of(wanted_.professionals.begin(), wanted_.professionals.end(),
                       [&](const ProfessionalCode& each) { return free(each, since) && is_there(each, since, site); });
  }

  [[nodiscard]] const SpaceCode* space_at(Instant since, const SiteCode& site) const {
    const int people = static_cast<int>(wanted_.professionals.size()) + 1;
    for (const auto& space : plan_.spaces) {
      const bool fits = space.confidential && space.seats >= people && space.site == site;
      const bool taken = std::any_of(search_.occupied.begin(), search_.occupied.end(), [&](const Occupied& each) {
        return each.space == space.code && meets(each, since, wanted_.minutes);
      });
      if (fits && !taken) return &space.code;
    }
    return nullptr;
  }

 private:
  [[nodiscard]] bool asked(const ProfessionalCode& professional) const {
    return std::find(wanted_.professionals.begin(), wanted_.professionals.end(), professional) !=
           wanted_.professionals.end();
  }
  [[nodiscard]] bool free(const ProfessionalCode& professional, Instant since) const {
    return std::none_of(search_.occupied.begin(), search_.occupied.end(), [&](const Occupied& each) {
      return each.professional == professional && meets(each, since, wanted_.minutes);
    });
  }
  [[nodiscard]] bool is_there(const ProfessionalCode& professional, Instant since, const SiteCode& site) const {
    bool holds_any = false;
    for (const auto& permanence : plan_.permanences) {
      if (permanence.professional != professional) continue;
      holds_any = true;
      if (permanence.site == site && receives(permanence, since, wanted_.minutes, zone_)) return true;
    }
    return !holds_any;
  }

  const CommonSlotSearch& wanted_;
  const CentrePlan& plan_;
  const SlotSearch& search_;
  const Zone& zone_;
};

bool covered(const std::vector<Consent>& consents, const JointInterview& interview, const ConsentQuestion& question) {
  return std::any_of(consents.begin(), consents.end(), [&](const Consent& consent) {
    return consent.person_id == interview.person_id && covers(consent, question).yes;
  });
}

}  // namespace

Issues check(const JointInterview& interview) {
  Issues issues;
  const auto require = [&](bool holds, const char* path, const char* code, Text message) {
    if (!holds) issues.list.push_back({path, code, std::move(message)});
  };
  std::set<ProfessionalCode> people;
  std::set<OrganisationCode> organisations;
  for (const auto& each : interview.attendees) {
    people.insert(each.professional);
    organisations.insert(each.organisation);
  }
  require(organisations.size() >= 2, "/attendees", "too_few",
          {"nommer au moins deux organisations", "name two organisations at least"});
  require(people.size() == interview.attendees.size(), "/attendees", "repeated",
          {"nommer chacun une seule fois", "name each of them once"});
  require(!interview.themes.empty(), "/themes", "empty_list", {"nommer au moins un thème", "name at least one theme"});
  return issues;
}

std::optional<Refusal> uncovered(const JointInterview& interview, const std::vector<Consent>& consents, Date day) {
  const PurposeCode purpose{"joint_interview"};
  for (const auto& attendee : interview.attendees)
    for (const auto& theme : interview.themes)
      if (!covered(consents, interview, {attendee.organisation, theme, purpose, day})) {
        Refusal no = refusal("attendee_not_covered");
        no.message = fill(no.message, {attendee.organisation.text(), theme.text()});
        return no;
      }
  return std::nullopt;
}

const Machine<JointInterviewState, JointInterviewEvent, JointInterviewContext>& joint_interview_machine() {
  static const Machine<S, E, JointInterviewContext> machine{
      "joint_interview",
      S::planned,
      {
          Line::go(S::planned, E::hold, S::held)
              .guard("too_early", has_begun)
              .guard("no_ground", consent_covers)
              .then({"write_disclosures", "give_person_copy"}),
          Line::go(S::planned, E::cancel, S::cancelled).then({"free_slot", "propose_rebooking"}),
          Line::stay(S::held, E::hold),
          Line::stay(S::cancelled, E::cancel),
      }};
  return machine;
}

std::vector<CommonSlot> common_slots(const CommonSlotSearch& wanted, const CentrePlan& plan, const SlotSearch& search,
                                     const std::vector<Date>& holidays, const Zone& zone) {
  std::vector<CommonSlot> slots;
  if (wanted.professionals.empty() || wanted.minutes < 1) return slots;
  const Table table(wanted, plan, search, zone);
  for (const auto& [since, site] : table.beginnings(holidays)) {
    if (!table.all_are_there(since, site)) continue;
    if (const SpaceCode* space = table.space_at(since, site)) slots.push_back({*space, since, wanted.minutes});
  }
  return slots;
}

}  // namespace patio
