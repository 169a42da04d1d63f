#pragma once
/// \file
/// What a handler gives back to be written and to be done.

#include <functional>

#include "records.hpp"

namespace patio {

/// One row to be written. A value: nothing happens until the desk applies it.
class Write {
 public:
  template <class T>
  Write(WriteKind kind, T record)
      : apply_([kind, kept = std::move(record)](Transaction& transaction, const Moment& moment) {
          put(transaction, kind, kept, moment);
        }) {}

  void apply(Transaction& transaction, const Moment& moment) const { apply_(transaction, moment); }

 private:
  std::function<void(Transaction&, const Moment&)> apply_;
};

template <class T>
[[nodiscard]] Write added(T record) {
  return {WriteKind::add, std::move(record)};
}
template <class T>
[[nodiscard]] Write changed(T record) {
  return {WriteKind::change, std::move(record)};
}
template <class T>
[[nodiscard]] Write removed(T record) {
  return {WriteKind::remove, std::move(record)};
}

/// An effect for the outbox: its kind, the id of the record that it is about, and when it is due if not at once.
struct Wanted {
  std::string kind;
  std::string about = {};
  std::optional<Instant> due_at = {};

  Wanted(std::string name, std::string record = {}, std::optional<Instant> due = {})
      : kind(std::move(name)), about(std::move(record)), due_at(due) {}
};

using Effects = std::vector<Wanted>;

/// The effects of a machine's step, all about one record.
[[nodiscard]] inline Effects about(const std::string& record, const std::vector<std::string>& kinds) {
  Effects effects;
  for (const auto& kind : kinds) effects.emplace_back(kind, record);
  return effects;
}

}  // namespace patio
