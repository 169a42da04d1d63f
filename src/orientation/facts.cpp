#include <patio/orientation/facts.hpp>

#include <algorithm>

namespace patio {

std::optional<AgeBand> age_band_on(Date birth, Date day) {
  const auto age = age_on(birth, day);
  if (!age) return std::nullopt;
  if (*age < 16) return AgeBand::under_16;
  if (*age < 18) return AgeBand::from_16;
  if (*age < 25) return AgeBand::from_18;
  if (*age < 26) return AgeBand::from_25;
  if (*age < 60) return AgeBand::from_26;
  if (*age < 65) return AgeBand::from_60;
  return AgeBand::from_65;
}

PersonFacts facts_of(const Person& person, Date day) {
  const auto flagged = [&](SafetyFlag flag) {
    return std::find(person.safety_flags.begin(), person.safety_flags.end(), flag) != person.safety_flags.end();
  };
  PersonFacts facts;
  if (person.birth_date) facts.age_band = age_band_on(*person.birth_date, day);
  if (flagged(SafetyFlag::violence_context)) facts.violence_context = YesNo::yes;
  if (flagged(SafetyFlag::unsafe_contact)) facts.safe_contact = YesNo::no;
  return facts;
}

}  // namespace patio
