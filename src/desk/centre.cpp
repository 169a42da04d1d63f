#include "centre.hpp"

#include <patio/desk/doors.hpp>
#include <patio/schedule/holiday.hpp>

namespace patio {

CentreState::CentreState(Store opened, CentreOptions chosen, Zone where)
    : store(std::move(opened)), options(std::move(chosen)), zone(where) {}

std::shared_ptr<const rules::RuleSet> CentreState::rules_on(Date day) {
  if (!rules_ || rules_->day != day) rules_ = options.rulebook->as_of(day);
  return rules_;
}

const std::vector<Date>& CentreState::holidays_around(Date day) {
  const int year = static_cast<int>(day.year());
  if (holidays_year_ == year) return holidays_;
  holidays_.clear();
  for (const int each : {year, year + 1})
    for (const auto& holiday : public_holidays(each, HolidayZone::metropole)) holidays_.push_back(holiday.day);
  holidays_year_ = year;
  return holidays_;
}

Centre Centre::open(const std::string& uri, CentreOptions options) {
  if (!options.clock || !options.ids)
    throw Error(ErrorCode::misuse, {"il faut une horloge et une source d'identifiants", "a clock and a source of ids are needed"});
  if (Issues faults = check(options.plan); !faults.list.empty()) throw InvalidInput(std::move(faults));
  const Books books = default_books();
  if (!options.rulebook) options.rulebook = books.rulebook;
  if (!options.needs) options.needs = books.needs;
  options.house = completed(std::move(options.house));
  if (!options.match_secret.empty() && (options.match_secret.size() < 16 || options.match_secret.size() > 64))
    throw Error(ErrorCode::misuse, {"le secret de rapprochement a de 16 à 64 octets", "the secret of matching has 16 to 64 bytes"});
  const Zone zone = *find_zone(options.plan.zone);
  OpenOptions opening;
  opening.tables = centre_tables();
  opening.tenant = options.tenant;
  return Centre(std::make_shared<CentreState>(Store::open(uri, std::move(opening)), std::move(options), zone));
}

Desk Centre::desk_for(const ProfessionalCode& professional, const HatCode& hat) const {
  const Professional* found = find_by_code(plan().professionals, professional);
  const Date today = day_in(state_->options.clock(), state_->zone);
  if (!found || !worn(*found, hat, today))
    throw Error(ErrorCode::not_found, {"aucun professionnel ne porte cette fonction aujourd'hui",
                                       "no professional wears that hat today"});
  return {state_, professional, hat};
}

AuditRoot Centre::audit_root() const {
  return state_->store.read([](Reader& reader) { return AuditRoot{audit_size(reader), to_text(patio::audit_root(reader))}; });
}

AuditReport Centre::verify_audit() const {
  return state_->store.read([](Reader& reader) { return patio::verify_audit(reader); });
}

const CentrePlan& Centre::plan() const noexcept { return state_->options.plan; }

}  // namespace patio
