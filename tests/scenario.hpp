#pragma once
/// \file
/// Plays a scenario (tests/vectors/README.md tells the form) through the doors, as C and Python do.

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include <patio/base/json_tree.hpp>
#include <patio/desk/doors.hpp>

#include "catch.hpp"

namespace scenario {

using patio::Json;

inline std::string read_file(const std::string& path) {
  std::ifstream file(std::string(PATIO_TEST_DATA) + "/../" + path, std::ios::binary);
  REQUIRE(file.good());
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Everything expected is in the answer: objects by key, lists item by item from the start.
inline bool contains(const Json& answer, const Json& expected) {
  if (expected.is_object()) {
    if (!answer.is_object()) return false;
    for (const auto& [key, each] : expected.items())
      if (!answer.contains(key) || !contains(answer[key], each)) return false;
    return true;
  }
  if (expected.is_array()) {
    if (!answer.is_array() || answer.size() < expected.size() || (expected.empty() && !answer.empty())) return false;
    for (std::size_t i = 0; i < expected.size(); ++i)
      if (!contains(answer[i], expected[i])) return false;
    return true;
  }
  return answer == expected;
}

/// A clock that a scenario sets; each reading is one second later than the one before.
class SetClock {
 public:
  explicit SetClock(const std::string& text) : now_(std::make_shared<patio::Instant>(*patio::parse_instant(text))) {}
  void set(const std::string& text) { *now_ = *patio::parse_instant(text); }
  patio::Instant operator()() const {
    const patio::Instant read = *now_;
    *now_ += std::chrono::seconds(1);
    return read;
  }

 private:
  std::shared_ptr<patio::Instant> now_;
};

class Player {
 public:
  Player(const std::string& uri, Json vector)
      : vector_(std::move(vector)), clock_(vector_.at("now").get<std::string>()), books_(books()), centre_(open(uri)) {}

  /// Plays every step; Catch tells which one went otherwise.
  void play() {
    for (const auto& step : vector_.at("steps")) {
      ++number_;
      INFO(number_ << ". " << step.at("title").get<std::string>());
      if (step.contains("now")) clock_.set(step["now"].get<std::string>());
      const Json answer = outcome(step);
      INFO("answer: " << answer.dump());
      look(step, answer);
      const Json kept = step.value("bind", Json::object());
      for (const auto& [name, place] : kept.items()) bound_[name] = answer.at(Json::json_pointer(place.get<std::string>()));
    }
    CHECK(centre_.verify_audit().findings.empty() == vector_.at("audit").at("sound").get<bool>());
  }

  [[nodiscard]] const patio::Centre& centre() const { return centre_; }

 private:
  /// The French books, with the rules of a place over them if the vector names some.
  [[nodiscard]] patio::Books books() const {
    patio::Books books = patio::default_books();
    if (!vector_.contains("local_rules")) return books;
    const auto name = vector_["local_rules"].get<std::string>();
    const std::string text = read_file(name);
    const std::vector<patio::BookFile> files{{name, text}};
    books.needs = std::make_shared<const patio::NeedsBook>(patio::with_local_rules(*books.needs, files).value());
    return books;
  }

  patio::Centre open(const std::string& uri) {
    patio::CentreOptions options;
    options.plan = patio::read_centre_plan(read_file(vector_.at("plan").get<std::string>())).value();
    options.clock = clock_;
    options.needs = books_.needs;
    options.tenant = patio::next_id<patio::TenantId>(patio::random_ids());  // several may share a server
    options.ids = patio::seeded_ids(vector_.at("ids_seed").get<std::uint64_t>());
    return patio::Centre::open(uri, std::move(options));
  }

  [[nodiscard]] Json substituted(Json tree) const {
    if (tree.is_string() && tree.get_ref<const std::string&>().starts_with('$'))
      return bound_.at(tree.get<std::string>().substr(1));
    if (tree.is_structured())
      for (auto& each : tree) each = substituted(each);
    return tree;
  }

  /// A command that says no id gets that of its step.
  [[nodiscard]] Json input_of(const Json& step) const {
    Json input = substituted(step.value("with", Json::object()));
    if (!step.contains("do") || input.contains("command_id")) return input;
    char id[37];
    std::snprintf(id, sizeof id, "00000000-0000-4000-8000-%012d", number_);
    input["command_id"] = id;
    return input;
  }

  /// What is asked of the centre itself, by whoever runs it.
  [[nodiscard]] Json done_by_centre(const std::string& what, const Json& with) {
    if (what == "tick") return patio::json_of(centre_.tick());
    if (what == "pending_effects") return patio::json_of(patio::PendingEffects{centre_.pending_effects(1000)});
    centre_.acknowledge(patio::from_json<std::vector<patio::EffectId>>(with.at("effects").dump()).value());
    return Json::object();
  }

  [[nodiscard]] Json said(const Json& step) {
    if (step.contains("centre")) return done_by_centre(step["centre"].get<std::string>(), input_of(step));
    const auto input = input_of(step).dump();
    const auto door = step.at(step.contains("do") ? "do" : "ask").get<std::string>();
    if (!step.contains("by")) return Json::parse(patio::ask_door(books_, door, input));
    const auto& actor = vector_.at("actors").at(step["by"].get<std::string>());
    auto desk = centre_.desk_for(*patio::ProfessionalCode::parse(actor.at("professional").get<std::string>()),
                                 *patio::HatCode::parse(actor.at("hat").get<std::string>()));
    patio::RunOptions options;
    if (step.contains("if_revision")) options.if_revision = step["if_revision"].get<std::uint64_t>();
    return Json::parse(patio::run_door(desk, door, input, options));
  }

  /// The answer; or what was refused, malformed or impossible, if the step says so.
  [[nodiscard]] Json outcome(const Json& step) {
    try {
      Json answer = said(step);
      for (const char* lane : {"refused", "invalid", "error"}) CHECK_FALSE(step.contains(lane));
      return answer;
    } catch (const patio::Refused& no) {
      Json refusal = patio::json_of(no.refusal());
      INFO(refusal.dump());
      CHECK((step.contains("refused") && contains(refusal, substituted(step["refused"]))));
      return refusal;
    } catch (const patio::InvalidInput& fault) {
      Json issues = patio::json_of(fault.issues().list);
      INFO(issues.dump());
      CHECK((step.contains("invalid") && contains(issues, step["invalid"])));
      return issues;
    } catch (const patio::Error& error) {
      INFO(error.what());
      CHECK(step.value("error", "") == patio::name_of(error.code()));
      return {};
    }
  }

  void look(const Json& step, const Json& answer) const {
    if (step.contains("expect")) CHECK(contains(answer, substituted(step["expect"])));
    const Json absent = step.value("absent", Json::array());
    for (const auto& place : absent) {
      INFO(place.dump());
      CHECK_FALSE(answer.contains(Json::json_pointer(place.get<std::string>())));
    }
    const Json counts = step.value("count", Json::object());
    for (const auto& [place, count] : counts.items()) {
      INFO(place);
      CHECK(answer.at(Json::json_pointer(place)).size() == count.get<std::size_t>());
    }
  }

  Json vector_;
  SetClock clock_;
  patio::Books books_;
  patio::Centre centre_;
  std::map<std::string, Json> bound_;
  int number_ = 0;
};

}  // namespace scenario
