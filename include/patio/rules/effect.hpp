#pragma once
/// \file
/// What a rule answers, where it stands, and how answers combine.
///
/// Three gates must all let a request pass: the lift of secrecy, the data-protection basis, and the mandate when someone
/// acts for the person. Within a gate each rule stands in a tier. The first tier with a settled rule decides; in a tier a
/// prohibition beats a permission.
///
/// | a permission is | a prohibition of its tier or above is | the gate answers              |
/// |-----------------|---------------------------------------|-------------------------------|
/// | settled         | known not to hold                     | the permission                |
/// | settled         | unsettled                             | human                         |
/// | unsettled only  | -                                     | deny, with the facts to ask for |
/// | none            | -                                     | deny                          |

#include <array>
#include <cstddef>
#include <cstdint>

#include <patio/base/describe.hpp>

namespace patio::rules {

/// The first three decide a request together. `status` ranks what binds a professional and decides nothing by itself.
enum class Gate : std::uint8_t { secrecy, data_protection, mandate, status };
BOOST_DESCRIBE_ENUM(Gate, secrecy, data_protection, mandate, status)

/// The gates of a decision.
inline constexpr std::array<Gate, 3> deciding_gates{Gate::secrecy, Gate::data_protection, Gate::mandate};

/// In the order in which they are asked.
enum class Tier : std::uint8_t { absolute, danger, compelled, person, sharing, administration, consent, contextual, fallback };
BOOST_DESCRIBE_ENUM(Tier, absolute, danger, compelled, person, sharing, administration, consent, contextual, fallback)

/// In the order in which they beat each other within a tier.
///  - `deny`: no. `human`: stop, a named person decides. `defer`: later, or after a further event.
///  - `oblige`: the law compels it. `permit`: allowed, never compelled. `transform`: allowed once redacted or aggregated.
enum class Effect : std::uint8_t { deny, human, defer, oblige, permit, transform };
BOOST_DESCRIBE_ENUM(Effect, deny, human, defer, oblige, permit, transform)

/// True if something may be handed over: oblige, permit, transform.
[[nodiscard]] constexpr bool flows(Effect effect) noexcept { return effect >= Effect::oblige; }

namespace detail {

/// A table, not a switch: a processor cannot guess which effect comes.
constexpr unsigned severity(Effect effect) noexcept {
  constexpr std::array<std::uint8_t, enum_count<Effect>> severities{/*deny*/ 4, /*human*/ 3, /*defer*/ 2,
                                                                    /*oblige*/ 0, /*permit*/ 0, /*transform*/ 1};
  return severities[static_cast<std::size_t>(effect)];
}

}  // namespace detail

/// The answer of all three gates: the most severe one, deny > human > defer > transform > permit. It is `oblige` if
/// nothing is more severe and secrecy itself obliges.
[[nodiscard]] constexpr Effect combine(Effect secrecy, Effect data_protection, Effect mandate) noexcept {
  Effect worst = secrecy;
  for (const Effect each : {data_protection, mandate})
    if (detail::severity(each) > detail::severity(worst)) worst = each;
  return worst;
}

}  // namespace patio::rules
