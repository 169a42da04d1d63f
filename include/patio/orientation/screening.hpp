#pragma once
/// \file
/// Screening: one look at a whole population in columns, to see who could be received where for which need. It exists for
/// two uses, and the call says for which: figures about needs, where only counts come out, and campaigns against unclaimed
/// rights (non-recours), where rows come out under the terms of CRPA L114-8.
///
///     ScreeningGround ground{.actor = Actor::ccas_social_service, .recipient = Recipient::ccas_social_service,
///                            .purpose = Purpose::non_recours};
///     auto screening = Screening::prepare(book, *rulebook.as_of(today), ground, today, {NeedCode{"apa"}}, {"age_band"});
///     if (!screening) show(screening.error());                   // association, fraud check, more facts than needed...
///     show(screening->terms());                                  // inform, let object, destroy within 12 months...
///     screening->run(columns, rows, reached);                    // a byte for each row and need
///
/// Whether the ground holds is decided by the rules of secrecy, for each kind of data that is read. A screening says who may
/// be worth a letter; it never says who has a right.

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <vector>

#include <patio/orientation/needs_book.hpp>
#include <patio/rules/columns.hpp>
#include <patio/secrecy/decision.hpp>

namespace patio {

/// Why a population is looked at, by whom, and who will read the answer.
struct ScreeningGround {
  Actor actor{};
  Recipient recipient{};
  /// `non_recours` or `statistics`; anything else is refused.
  Purpose purpose{};
  bool operator==(const ScreeningGround&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreeningGround, (), (actor, recipient, purpose))

/// `rows`: one answer for each person. `counts`: figures alone, from which nobody can be told.
enum class ScreeningOutcome { rows, counts };
BOOST_DESCRIBE_ENUM(ScreeningOutcome, rows, counts)

/// What goes with the answer: kept beside it as long as it is.
struct ScreeningTerms {
  ScreeningGround ground;
  ScreeningOutcome outcome{};
  /// Of all kinds of data that are read: to inform at first contact, to let object, to destroy...
  std::vector<AskedObligation> obligations;
  std::vector<CitedText> texts;
  /// The last day on which rows may be kept, and on which the traces of the exchange are.
  std::optional<Date> destroy_by;
  std::optional<Date> traces_until;
  /// A count below it is hidden.
  int least_count = 0;
  /// Of the rules of secrecy that decided, and the day.
  std::string version;
  Date day{};
  bool operator==(const ScreeningTerms&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreeningTerms, (), (ground, outcome, obligations, texts, destroy_by, traces_until, least_count,
                                           version, day))

/// A need that is screened, and the destinations that its answers number from 1, in the order of the book.
struct ScreenedNeed {
  NeedCode need;
  std::vector<DestinationCode> destinations;
  bool operator==(const ScreenedNeed&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreenedNeed, (), (need, destinations))

/// Absent where it is below the least count.
struct ScreenedCount {
  DestinationCode destination;
  std::optional<std::uint64_t> rows;
  bool operator==(const ScreenedCount&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreenedCount, (), (destination, rows))

/// How many rows have each answer of a need: nobody, each destination, then those for whom a fact is missing.
struct ScreenedCounts {
  NeedCode need;
  std::optional<std::uint64_t> nobody;
  std::vector<ScreenedCount> destinations;
  std::optional<std::uint64_t> fact_missing;
  bool operator==(const ScreenedCounts&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreenedCounts, (), (need, nobody, destinations, fact_missing))

class ScreeningPlan;

class Screening {
 public:
  /// No primary of the need is left for what is known of the row, or the row was left out.
  static constexpr std::uint8_t nobody = 0;
  /// Some primary may hold, but a fact is missing. What lies between is the number of a destination.
  static constexpr std::uint8_t fact_missing = 0xff;

  /// Every need of that day if none is named. `facts`: the columns that will be read, by name. `home`: what is true of where
  /// everybody of the population lives, for the rules that ask for it. Refusals: `screening_ground`
  /// (the rules of secrecy give no permission for this actor, recipient, purpose and one of these kinds of data),
  /// `screening_beyond_need` (no rule of these needs reads one of the facts), `screening_for_fraud`. Throws InvalidInput for
  /// unknown needs and facts.
  [[nodiscard]] static Result<Screening> prepare(const NeedsBook& book, const rules::RuleSet& secrecy,
                                                 const ScreeningGround& ground, Date day,
                                                 const std::vector<NeedCode>& needs, const std::vector<std::string>& facts,
                                                 const Residence& home = {});

  [[nodiscard]] const ScreeningTerms& terms() const noexcept { return terms_; }
  [[nodiscard]] const std::vector<ScreenedNeed>& needs() const noexcept { return needs_; }

  /// `columns`: one for each fact of orientation_vocabulary(), in its order, as long as `rows` or empty; facts that were not
  /// named in prepare() are not read. `reached`: for each need a span of `rows` bytes. Each byte is what `orient` would
  /// answer for the row where the centre has no services: the first primary that holds, as the book orders them. Reads nothing else: threads may run slices
  /// of the same columns. Throws Error `misuse` unless the outcome of the terms is `rows`.
  void run(std::span<const rules::Column> columns, std::size_t rows, std::span<const std::span<std::uint8_t>> reached) const;

  /// The same as figures, whatever the outcome of the terms.
  [[nodiscard]] std::vector<ScreenedCounts> count(std::span<const rules::Column> columns, std::size_t rows) const;

 private:
  Screening() = default;

  ScreeningTerms terms_;
  std::vector<ScreenedNeed> needs_;
  std::vector<bool> reads_;
  std::shared_ptr<const ScreeningPlan> plan_;
};

/// The door for whoever has rows of texts: names of facts -> their values, row by row, an empty text where it is not known.
struct ScreeningRequest {
  Date day{};
  ScreeningGround ground;
  std::vector<NeedCode> needs;
  std::map<std::string, std::vector<std::string>> columns;
  /// Rows (from 0) of people who object: nothing of them is read.
  std::vector<std::uint32_t> opposed;
  /// What is true of where all of them live, for the rules that ask for it: the commune of a campaign.
  std::optional<Residence> home;
  bool operator==(const ScreeningRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreeningRequest, (), (day, ground, needs, columns, opposed, home))

struct ScreeningAnswer {
  ScreeningTerms terms;
  /// With the outcome `rows`: need -> for each row the destination, "nobody" or "fact_missing".
  std::map<std::string, std::vector<std::string>> reached;
  /// With the outcome `counts`.
  std::vector<ScreenedCounts> counts;
  bool operator==(const ScreeningAnswer&) const = default;
};
BOOST_DESCRIBE_STRUCT(ScreeningAnswer, (), (terms, reached, counts))

/// Throws InvalidInput for unknown facts, values, needs, columns that are not of one length, rows that are not there.
[[nodiscard]] Result<ScreeningAnswer> screen(const NeedsBook& book, const rules::RuleSet& secrecy,
                                             const ScreeningRequest& request);

}  // namespace patio
