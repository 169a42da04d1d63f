#include <patio/schedule/limit.hpp>

#include <algorithm>

#include <patio/base/json.hpp>

#include "base/book_file.hpp"
#include "embedded.hpp"

namespace patio {
namespace {

constexpr int most = 10'000;

class LimitCheck {
 public:
  Issues issues;

  void book(const LimitBook& book) {
    if (book.schema != "patio/limits/1")
      fault("/schema", "unknown_schema", {"attendu : patio/limits/1", "expected patio/limits/1"});
    for (std::size_t i = 0; i < book.limits.size(); ++i) {
      const auto& each = book.limits[i];
      const auto path = pointer("/limits", i);
      const auto named_so = [&](const NamedLimit& other) { return other.name == each.name; };
      if (std::any_of(book.limits.begin(), book.limits.begin() + static_cast<std::ptrdiff_t>(i), named_so))
        fault(path + "/name", "repeated", {"une limite porte déjà ce nom", "another limit has that name"});
      for (std::size_t k = 0; k < each.versions.size(); ++k) version(each, k, pointer(path + "/versions", k));
    }
  }

 private:
  void version(const NamedLimit& named, std::size_t which, const std::string& path) {
    const auto& each = named.versions[which];
    if (each.amount < 1 || each.amount > most)
      fault(path + "/amount", "out_of_range", {"attendu : de 1 à 10 000", "expected 1 to 10,000"});
    if (each.source.empty()) fault(path + "/source", "missing_source", {"dire d'où elle vient", "say where it comes from"});
    if (is_empty(each.in_force))
      fault(path + "/in_force", "ends_before_it_begins", {"la fin doit suivre le début", "the end must follow the beginning"});
    for (std::size_t other = 0; other < which; ++other)
      if (overlaps(named.versions[other].in_force, each.in_force))
        fault(path + "/in_force", "overlap", {"deux versions valent le même jour", "two versions hold on the same day"});
  }

  void fault(std::string path, const char* code, Text message) {
    issues.list.push_back({std::move(path), code, std::move(message)});
  }
};

}  // namespace

Checked<LimitBook> read_limit_book(std::string_view json) {
  auto book = read_book_file<LimitBook>(json);
  if (!book) return book;
  LimitCheck check;
  check.book(*book);
  if (!check.issues.list.empty()) return check.issues;
  return book;
}

const LimitBook& default_limits() {
  static const LimitBook book = read_limit_book(embedded::limits().front().text).value();
  return book;
}

std::optional<Limit> limit_on(const LimitBook& book, std::string_view name, Date day) {
  const auto named = std::find_if(book.limits.begin(), book.limits.end(), [&](const NamedLimit& each) { return each.name == name; });
  if (named == book.limits.end()) return std::nullopt;
  for (const auto& each : named->versions)
    if (contains(each.in_force, day)) return Limit{each.amount, each.unit};
  return std::nullopt;
}

}  // namespace patio
