#include <patio/orientation/screening.hpp>

#include <patio/base/json_tree.hpp>

#include <algorithm>
#include <bit>
#include <set>

#include <patio/base/machine.hpp>

#include "../rules/pack_bits.hpp"
#include "screening_plan.hpp"

namespace patio {
namespace {

using rules::Words, rules::words_bits;

constexpr std::string_view keep_months = "non_recours_keep_months";
constexpr std::string_view trace_months = "non_recours_trace_months";
constexpr std::string_view small_cell = "stat_small_cell";

Issue fault(std::string path, std::string code, Text message) {
  return {std::move(path), std::move(code), std::move(message)};
}

/// Which facts the primaries of these needs read.
std::vector<bool> facts_read(const std::vector<Primaries>& needs) {
  std::vector<bool> read(orientation_vocabulary().attributes.size());
  for (const auto& primaries : needs)
    for (const auto& each : primaries)
      for (const auto* condition : {&each.rule->when, &each.rule->unless})
        for (const auto& cube : *condition)
          for (const auto& literal : cube.literals) read[literal.attribute] = true;
  return read;
}

std::vector<const Need*> needs_on(const NeedsBook& book, Date day, const std::vector<NeedCode>& codes) {
  std::vector<const Need*> needs;
  Issues faults;
  for (std::size_t i = 0; i < codes.size(); ++i) {
    if (const Need* need = find_need(book, codes[i], day)) needs.push_back(need);
    else faults.list.push_back(fault(pointer("/needs", i), "unknown_need",
                                     {"aucun besoin de ce code n'est en vigueur ce jour-là",
                                      "no need of that code is in force on that day"}));
  }
  if (!faults.list.empty()) throw InvalidInput(std::move(faults));
  if (codes.empty())
    for (const auto& need : book.needs)
      if (find_need(book, need.code, day) == &need) needs.push_back(&need);
  return needs;
}

std::set<std::size_t> places_of(const std::vector<std::string>& facts) {
  std::set<std::size_t> places;
  Issues faults;
  for (std::size_t i = 0; i < facts.size(); ++i) {
    if (const auto place = orientation_vocabulary().find(facts[i])) places.insert(*place);
    // The name itself is not repeated: it comes from outside.
    else faults.list.push_back(fault(pointer("/facts", i), "unknown_fact", {"un fait est inconnu ici", "a fact here is unknown"}));
  }
  if (!faults.list.empty()) throw InvalidInput(std::move(faults));
  return places;
}

std::optional<int> parameter_on(const rules::RuleSet& secrecy, std::string_view name, Date day) {
  std::optional<int> value;
  for (const auto& parameter : secrecy.catalogue->parameters)
    if (parameter.name == name)
      for (const auto& each : parameter.values)
        if (each.since <= day && each.value.tree().is_number_integer()) value = each.value.tree().get<int>();
  return value;
}

template <class T, class Key>
void add_once(std::vector<T>& all, const std::vector<T>& more, Key key) {
  for (const auto& each : more)
    if (std::none_of(all.begin(), all.end(), [&](const T& one) { return one.*key == each.*key; })) all.push_back(each);
}

AccessRequest request_of(const ScreeningGround& ground, DataCategory category) {
  const bool figures = ground.purpose == Purpose::statistics;
  AccessRequest request;
  request.action = RequestAction::disclose;
  request.actor = ground.actor;
  request.recipient = ground.recipient;
  request.category = category;
  request.purpose = ground.purpose;
  request.purpose_match = figures ? PurposeMatch::compatible : PurposeMatch::declared;
  request.form = figures ? DataForm::aggregated : DataForm::identified;
  request.necessity = Necessity::strictly_needed;
  request.opposition = Opposition::none;
  request.acting_as = ActingAs::own_name;
  return request;
}

/// A figure that is too small is hidden; a lone hidden one could be worked out from the others, so another goes with it.
void hide_small(ScreenedCounts& counts, std::uint64_t least) {
  std::vector<std::optional<std::uint64_t>*> cells{&counts.nobody, &counts.fact_missing};
  for (auto& each : counts.destinations) cells.push_back(&each.rows);
  std::erase_if(cells, [](const auto* cell) { return **cell == 0; });
  const auto shown = std::partition(cells.begin(), cells.end(), [&](const auto* cell) { return **cell < least; });
  if (shown - cells.begin() == 1 && shown != cells.end())
    std::iter_swap(shown, std::min_element(shown, cells.end(), [](const auto* first, const auto* second) {
                     return **first < **second;
                   }));
  const auto last = shown - cells.begin() == 1 && shown != cells.end() ? shown + 1 : shown;
  std::for_each(cells.begin(), last, [](auto* cell) { cell->reset(); });
}

class Rows {
 public:
  explicit Rows(std::size_t rows) {
    for (std::size_t i = 0; i < rows; ++i) words_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  std::uint64_t count(const Words& rows) const {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < words_.size(); ++i) sum += static_cast<std::uint64_t>(std::popcount(rows[i] & words_[i]));
    return sum;
  }

 private:
  std::array<std::uint64_t, rules::words_size> words_{};
};

void write(const ScreeningPlan::Answers& answers, std::uint8_t* out, std::size_t rows) {
  std::array<std::uint8_t, words_bits> bytes;
  for (std::size_t i = 0; i < words_bits; i += 8) {
    const auto eight_of = [&](const Words& words) {
      return rules::spread_bits(static_cast<std::uint8_t>(words[i / 64] >> (i % 64)));
    };
    std::uint64_t eight = eight_of(answers.fact_missing) * Screening::fact_missing;
    for (std::size_t code = 1; code < answers.rows.size(); ++code) eight |= eight_of(answers.rows[code]) * code;
    rules::store_bytes(eight, bytes.data() + i);
  }
  std::copy_n(bytes.begin(), rows, out);
}

}  // namespace

Result<Screening> Screening::prepare(const NeedsBook& book, const rules::RuleSet& secrecy, const ScreeningGround& ground,
                                     Date day, const std::vector<NeedCode>& codes, const std::vector<std::string>& facts,
                                     const Residence& home) {
  const auto needs = needs_on(book, day, codes);
  std::vector<Primaries> primaries;
  for (const Need* need : needs) primaries.push_back(primaries_of(standing_rules(book, *need, day, {}, home)));
  const auto places = places_of(facts);
  const auto read = facts_read(primaries);
  if (ground.purpose == Purpose::fraud_check) return refusal("screening_for_fraud");
  if (ground.purpose != Purpose::non_recours && ground.purpose != Purpose::statistics) return refusal("screening_ground");
  if (std::any_of(places.begin(), places.end(), [&](std::size_t place) { return !read[place]; }))
    return refusal("screening_beyond_need");

  Screening screening;
  ScreeningTerms& terms = screening.terms_;
  const bool figures = ground.purpose == Purpose::statistics;
  terms = {ground, figures ? ScreeningOutcome::counts : ScreeningOutcome::rows, {}, {}, {}, {}, 0, secrecy.version, day};
  // Who it is about is read with every fact.
  std::set<DataCategory> categories{DataCategory::identity};
  for (const auto place : places) {
    if (!book.facts[place].category) return refusal("screening_ground");
    categories.insert(*book.facts[place].category);
  }
  for (const auto category : categories) {
    const Decision decision = decide(secrecy, request_of(ground, category), WayWanted::no);
    if (!rules::flows(decision.effect)) return refusal("screening_ground");
    add_once(terms.obligations, decision.obligations, &AskedObligation::code);
    add_once(terms.texts, decision.texts, &CitedText::ref);
  }
  terms.least_count = parameter_on(secrecy, small_cell, day).value_or(0);
  if (!figures) {
    const auto last_day = [&](std::string_view name) -> std::optional<Date> {
      const auto months = parameter_on(secrecy, name, day);
      return months ? add_months(day, *months, Rounding::down) : std::nullopt;
    };
    terms.destroy_by = last_day(keep_months);
    terms.traces_until = last_day(trace_months);
    // Before the decree nothing says how long they may be kept.
    if (!terms.destroy_by) return refusal("screening_ground");
  }
  for (std::size_t i = 0; i < needs.size(); ++i)
    screening.needs_.push_back({needs[i]->code, destinations_of(primaries[i])});
  screening.reads_.resize(read.size());
  for (const auto place : places) screening.reads_[place] = true;
  screening.plan_ = std::make_shared<const ScreeningPlan>(primaries);
  return screening;
}

namespace {

/// Calls `take(need, first row, count of rows, answers)` for each need of each batch.
template <class Take>
void each_batch(const ScreeningPlan& plan, std::size_t needs, const std::vector<bool>& reads,
                std::span<const rules::Column> columns, std::size_t rows, Take take) {
  std::vector<rules::Column> given(reads.size());
  for (std::size_t i = 0; i < given.size() && i < columns.size(); ++i)
    if (reads[i]) given[i] = columns[i];
  rules::LiteralBatch batch(plan.literals());
  ScreeningPlan::Answers answers;
  for (std::size_t first = 0; first < rows; first += words_bits) {
    const std::size_t count = std::min(words_bits, rows - first);
    batch.read(given, first, count);
    for (std::size_t need = 0; need < needs; ++need) {
      plan.answer(need, batch, answers);
      take(need, first, count, answers);
    }
  }
}

}  // namespace

void Screening::run(std::span<const rules::Column> columns, std::size_t rows,
                    std::span<const std::span<std::uint8_t>> reached) const {
  if (terms_.outcome != ScreeningOutcome::rows)
    throw Error(ErrorCode::misuse, {"ces conditions ne donnent que des chiffres", "these terms give figures only"});
  each_batch(*plan_, needs_.size(), reads_, columns, rows,
             [&](std::size_t need, std::size_t first, std::size_t count, const ScreeningPlan::Answers& answers) {
               write(answers, reached[need].data() + first, count);
             });
}

std::vector<ScreenedCounts> Screening::count(std::span<const rules::Column> columns, std::size_t rows) const {
  std::vector<std::vector<std::uint64_t>> sums;
  for (const auto& need : needs_) sums.emplace_back(need.destinations.size() + 2);
  each_batch(*plan_, needs_.size(), reads_, columns, rows,
             [&](std::size_t need, std::size_t, std::size_t count, const ScreeningPlan::Answers& answers) {
               const Rows mask(count);
               for (std::size_t i = 0; i < answers.rows.size(); ++i) sums[need][i] += mask.count(answers.rows[i]);
               sums[need].back() += mask.count(answers.fact_missing);
             });
  std::vector<ScreenedCounts> counts;
  for (std::size_t need = 0; need < needs_.size(); ++need) {
    ScreenedCounts each{needs_[need].need, sums[need].front(), {}, sums[need].back()};
    for (std::size_t i = 0; i < needs_[need].destinations.size(); ++i)
      each.destinations.push_back({needs_[need].destinations[i], sums[need][i + 1]});
    hide_small(each, static_cast<std::uint64_t>(terms_.least_count));
    counts.push_back(std::move(each));
  }
  return counts;
}

namespace {

/// The columns of texts as places of values; nothing of the rows that are left out.
class TextColumns {
 public:
  explicit TextColumns(const ScreeningRequest& request) : bytes_(orientation_vocabulary().attributes.size()) {
    Issues faults;
    for (const auto& [name, values] : request.columns) {
      rows_ = rows_.value_or(values.size());
      const std::string path = pointer("/columns", name);
      if (values.size() != *rows_)
        faults.list.push_back(fault(path, "unequal_length",
                                    {"cette colonne n'a pas autant de lignes que la première",
                                     "this column has not as many rows as the first one"}));
      if (const auto place = orientation_vocabulary().find(name)) read(*place, values, path, faults);
      else faults.list.push_back(fault("/columns", "unknown_fact", {"un fait est inconnu ici", "a fact here is unknown"}));
    }
    for (std::size_t i = 0; i < request.opposed.size(); ++i) leave_out(request.opposed[i], pointer("/opposed", i), faults);
    if (!faults.list.empty()) throw InvalidInput(std::move(faults));
  }

  std::size_t rows() const { return rows_.value_or(0); }
  std::vector<rules::Column> columns() const { return {bytes_.begin(), bytes_.end()}; }

 private:
  void read(std::size_t place, const std::vector<std::string>& values, const std::string& path, Issues& faults) {
    const auto& attribute = orientation_vocabulary().attributes[place];
    for (std::size_t row = 0; row < values.size(); ++row) {
      const auto value = attribute.find(values[row]);
      if (!values[row].empty() && !value)
        faults.list.push_back(fault(pointer(path, row), "unknown_value",
                                    {"ce fait n'a pas cette valeur", "this fact has no such value"}));
      bytes_[place].push_back(value ? static_cast<std::uint8_t>(*value) : rules::unknown_value);
    }
  }

  void leave_out(std::uint32_t row, const std::string& path, Issues& faults) {
    if (row >= rows())
      return faults.list.push_back(fault(path, "no_such_row", {"aucune ligne de ce rang", "there is no such row"}));
    for (auto& column : bytes_)
      if (row < column.size()) column[row] = rules::unknown_value;
  }

  std::vector<std::vector<std::uint8_t>> bytes_;
  std::optional<std::size_t> rows_;
};

std::string name_of_answer(const ScreenedNeed& need, std::uint8_t reached) {
  if (reached == Screening::nobody) return "nobody";
  return reached == Screening::fact_missing ? "fact_missing" : need.destinations[reached - 1U].text();
}

}  // namespace

Result<ScreeningAnswer> screen(const NeedsBook& book, const rules::RuleSet& secrecy, const ScreeningRequest& request) {
  const TextColumns table(request);
  std::vector<std::string> facts;
  for (const auto& column : request.columns) facts.push_back(column.first);
  const auto screening = Screening::prepare(book, secrecy, request.ground, request.day, request.needs, facts,
                                            request.home.value_or(Residence{}));
  if (!screening) return screening.error();

  ScreeningAnswer answer{screening->terms(), {}, {}};
  const auto columns = table.columns();
  if (answer.terms.outcome == ScreeningOutcome::counts) {
    answer.counts = screening->count(columns, table.rows());
    return answer;
  }
  std::vector<std::vector<std::uint8_t>> bytes(screening->needs().size(), std::vector<std::uint8_t>(table.rows()));
  std::vector<std::span<std::uint8_t>> spans(bytes.begin(), bytes.end());
  screening->run(columns, table.rows(), spans);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    for (const auto row : request.opposed) bytes[i][row] = Screening::nobody;
    auto& names = answer.reached[screening->needs()[i].need.text()];
    for (const auto byte : bytes[i]) names.push_back(name_of_answer(screening->needs()[i], byte));
  }
  return answer;
}

}  // namespace patio
