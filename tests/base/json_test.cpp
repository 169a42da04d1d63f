#include <patio/base/json_tree.hpp>

#include <cmath>
#include <limits>
#include <set>

#include "arbitrary.hpp"
#include "properties.hpp"
#include "visit.hpp"

using namespace patio;
using sample::Branch;
using sample::Companion;
using sample::first_visit;
using sample::ThemeCode;
using sample::Visit;

using Names = std::vector<std::string>;

namespace {

/// A visit that reads well, as a tree to spoil.
Json good() { return json_of(first_visit()); }

/// "path code" of every issue of reading a visit.
Names faults(const Checked<Visit>& read) {
  Names found;
  if (!read)
    for (const auto& issue : read.error().list) found.push_back(issue.path + " " + issue.code);
  return found;
}
Names faults(const Json& tree) { return faults(from_json<Visit>(tree.dump())); }

/// The same after one field got another value.
Names faults_with(const char* field, const Json& value) {
  auto tree = good();
  tree[field] = value;
  return faults(tree);
}

Names text_faults(std::string_view text) {
  Names found;
  if (const auto read = parse_json(text); !read)
    for (const auto& issue : read.error().list) found.push_back(issue.path + " " + issue.code);
  return found;
}

std::string nested(std::size_t levels) { return std::string(levels, '[') + std::string(levels, ']'); }

}  // namespace

// Round trip

TEST_CASE("a value is read back as it was written") {
  CHECK(from_json<Visit>(to_json(first_visit())).value() == first_visit());
  prop("whatever the visit", [](const Visit& visit) { RC_ASSERT(from_json<Visit>(to_json(visit)).value() == visit); });
}

TEST_CASE("the same value is always the same bytes, whatever text it was read from") {
  prop("for any visit", [](const Visit& visit) {
    const auto pretty = json_of(visit).dump(2);
    RC_ASSERT(to_json(from_json<Visit>(pretty).value()) == to_json(visit));
  });
  Visit plus = first_visit(), minus = first_visit();
  minus.distance = -0.0;
  REQUIRE(plus == minus);
  CHECK(to_json(plus) == to_json(minus));
}

TEST_CASE("a value is written with its keys sorted, without spaces, without what is absent") {
  CHECK(to_json(Companion{"Éloïse", std::nullopt}) == R"({"name":"Éloïse"})");
  CHECK(to_json(Companion{"a\"\n", sample::Channel::operator_}) == R"({"channel":"operator","name":"a\"\n"})");
  CHECK(
      to_json(first_visit()) ==
      R"({"alone":false,"began_at":"1970-01-01T00:00:00.000000Z","by_role":{},"cents":0,"channel":"desk","companions":[],)"
      R"("counts":{},"day":"2026-03-10","distance":0.0,"id":"00000000-0000-0000-0000-000000000000","minutes":0,)"
      R"("opens":"00:00","other_themes":[],"period":{"since":"2026-01-01"},"reason":"","seats":0,"serial":0,"theme":"housing"})");
}

TEST_CASE("a value inside a tree is read from there, its paths begin there") {
  CHECK(from_json_value<Visit>(good()).value() == first_visit());
  const auto read = from_json_value<Companion>(Json::object(), "/companions/3");
  CHECK(read.error().list.front().path == "/companions/3/name");
}

TEST_CASE("a struct that holds itself is read and written") {
  const Branch tree{"a", {{"b", {{"c", {}}}}, {"d", {}}}};
  CHECK(from_json<Branch>(to_json(tree)).value() == tree);
}

TEST_CASE("a list, a text or a number alone is a value too") {
  CHECK(from_json<std::vector<Date>>(R"(["2026-03-10"])").value() == std::vector<Date>{2026_y / 3 / 10});
  CHECK(to_json(std::vector<int>{1, 2}) == "[1,2]");
  CHECK(to_json(2026_y / 3 / 10) == R"("2026-03-10")");
}

TEST_CASE("numbers keep every digit that they have") {
  Visit visit = first_visit();
  visit.cents = std::numeric_limits<std::int64_t>::min();
  visit.serial = std::numeric_limits<std::uint64_t>::max();
  visit.distance = 0.1 + 0.2;
  CHECK(from_json<Visit>(to_json(visit)).value() == visit);
}

TEST_CASE("a number that JSON does not have can't be written, nor a text that is not UTF-8") {
  Visit visit = first_visit();
  for (const double number : {std::numeric_limits<double>::infinity(), std::nan("")}) {
    visit.distance = number;
    CHECK_THROWS_AS(to_json(visit), Error);
  }
  CHECK_THROWS_AS(to_json(Companion{"\xff", std::nullopt}), Error);
}

// Issues

TEST_CASE("every fault of an input is told at once, each with its place") {
  auto tree = good();
  tree.erase("id");
  tree["theme"] = "a code has no space";
  tree["channel"] = "Desk";
  tree["day"] = "2026-02-30";
  tree["began_at"] = "2026-03-10";
  tree["opens"] = "9:30";
  tree["period"] = {{"since", 3}, {"until", "tomorrow"}};
  tree["minutes"] = 1.5;
  tree["seats"] = 256;
  tree["distance"] = "far";
  tree["alone"] = 0;
  tree["reason"] = Json::array();
  tree["back_on"] = true;
  tree["companions"] = {{{"name", "a"}}, {{"channel", "desk"}}, 3};
  tree["other_themes"] = Json::object();
  tree["counts"] = {{"adults", "two"}};
  tree["by_role"] = {{"son", Json::object()}, {"not a code", Json::object()}};
  CHECK(faults(tree) == Names{"/id missing_key",
                              "/theme not_a_code",
                              "/channel unknown_value",
                              "/day not_a_date",
                              "/began_at not_an_instant",
                              "/opens not_a_clock_time",
                              "/period/since not_a_text",
                              "/period/until not_a_date",
                              "/minutes not_an_integer",
                              "/seats out_of_range",
                              "/distance not_a_number",
                              "/alone not_a_boolean",
                              "/reason not_a_text",
                              "/back_on not_a_text",
                              "/companions/1/name missing_key",
                              "/companions/2 not_an_object",
                              "/other_themes not_a_list",
                              "/counts not_an_integer",
                              "/by_role not_a_code",
                              "/by_role missing_key"});
}

TEST_CASE("each code of an issue has its sentence in both languages: one line, small letter, no final stop") {
  for (const char* code : {"not_json",   "too_deep",       "repeated_key",   "missing_key",      "unknown_key",
                           "null_value", "not_a_boolean",  "not_an_integer", "not_a_number",     "out_of_range",
                           "not_a_text", "not_clean_text", "not_a_list",     "not_an_object",    "not_an_id",
                           "not_a_code", "not_a_date",     "not_an_instant", "not_a_clock_time", "unknown_value"}) {
    const auto text = detail::issue_text(code);
    INFO(code);
    CHECK(text.fr != code);
    CHECK(text.fr != text.en);
    for (const auto& each : {text.fr, text.en}) {
      CHECK(each.find('\n') == std::string::npos);
      CHECK(each.back() != '.');
      CHECK_FALSE((each.front() >= 'A' && each.front() <= 'Z'));
    }
  }
}

TEST_CASE("what may be absent may have no key, and anything else must be there") {
  auto tree = good();
  for (const char* key : {"companions", "other_themes", "counts", "by_role"}) tree.erase(key);
  CHECK(from_json<Visit>(tree.dump()).value() == first_visit());
  std::size_t needed = 0;
  const auto whole = good();
  for (const auto& [key, value] : whole.items()) {
    auto without = good();
    without.erase(key);
    const bool may_be_absent = value.empty() && value.is_structured();
    CHECK(faults(without) == (may_be_absent ? Names{} : Names{"/" + key + " missing_key"}));
    needed += may_be_absent ? 0 : 1;
  }
  CHECK(needed == 14);
}

TEST_CASE("null is nothing anyone may write, even for what may be absent") {
  const auto whole = good();
  for (const auto& [key, value] : whole.items())
    CHECK(faults_with(key.c_str(), nullptr) == Names{"/" + key + " null_value"});
  CHECK(faults_with("back_on", nullptr) == Names{"/back_on null_value"});
  CHECK(faults_with("companions", Json::array({nullptr})) == Names{"/companions/0 null_value"});
  CHECK(faults(Json(nullptr)) == Names{" null_value"});
}

TEST_CASE("a key that is no field is told at its object, with those that are") {
  auto tree = good();
  tree["companions"] = {{{"name", "a"}, {"nmae", "b"}, {"other", 1}}};
  const auto read = from_json<Visit>(tree.dump());
  CHECK(faults(read) == Names{"/companions/0 unknown_key"});
  CHECK(read.error().list.front().message.en == "a key here is unknown; those known are name, channel");
}

TEST_CASE("a key that stands twice is told by its line, together with everything else") {
  const auto read = from_json<Companion>("{\"name\": \"a\",\n \"name\": 3, \"channel\": \"x\"}");
  REQUIRE(read.has_error());
  Names found;
  for (const auto& issue : read.error().list) found.push_back(issue.path + " " + issue.code);
  CHECK(found == Names{"2:7 repeated_key", "/name not_a_text", "/channel unknown_value"});
}

TEST_CASE("a repeated key is found at any depth, and the same key in two objects is none") {
  CHECK(text_faults(R"([{"a": 1}, {"a": {"a": 2, "b": 3}}])").empty());
  CHECK(text_faults(R"([{"a": {"b": 1, "b": 2}}])") == Names{"1:19 repeated_key"});
  CHECK(text_faults(R"({"a": [1], "\u0061": 2, "a": 3})") == Names{"1:19 repeated_key", "1:27 repeated_key"});
}

TEST_CASE("numbers out of range are told so, by type") {
  CHECK(faults_with("minutes", 2147483648) == Names{"/minutes out_of_range"});
  CHECK(faults_with("minutes", -2147483648).empty());
  CHECK(faults_with("seats", -1) == Names{"/seats out_of_range"});
  CHECK(faults_with("seats", 255).empty());
  CHECK(faults_with("cents", 9223372036854775808U) == Names{"/cents out_of_range"});
  CHECK(faults_with("serial", -1) == Names{"/serial out_of_range"});
  CHECK(faults_with("rank", 1e300) == Names{"/rank out_of_range"});
  auto text = good().dump();
  text.replace(text.find("\"serial\":0"), 10, "\"serial\":18446744073709551616");
  CHECK(faults(from_json<Visit>(text)) == Names{"/serial out_of_range"});
}

TEST_CASE("a float too large for any number is told by its line") {
  CHECK(text_faults("[1e999]") == Names{"1:7 out_of_range"});
  CHECK(text_faults("[1e-999]").empty());
}

TEST_CASE("a whole number is no float: 1.0 and 1e3 are refused where a whole number is expected, 1 is taken for a number") {
  CHECK(faults_with("minutes", 1.0) == Names{"/minutes not_an_integer"});
  auto text = good().dump();
  text.replace(text.find("\"minutes\":0"), 11, "\"minutes\":1e3");
  CHECK(faults(from_json<Visit>(text)) == Names{"/minutes not_an_integer"});
  CHECK(faults_with("distance", 3).empty());
  CHECK(faults_with("minutes", "3") == Names{"/minutes not_an_integer"});
  CHECK(faults_with("minutes", true) == Names{"/minutes not_an_integer"});
}

TEST_CASE("a text is clean UTF-8 without a null character") {
  CHECK(faults_with("reason", std::string("a\0b", 3)) == Names{"/reason not_clean_text"});
  CHECK(text_faults("[\"\xff\"]") == Names{"1:3 not_json"});
  CHECK(text_faults(R"(["\ud800"])") == Names{"1:9 not_json"});
  CHECK(from_json_value<std::string>(Json("\xff")).error().list.front().code == "not_clean_text");
}

TEST_CASE("a free tree may hold anything but unclean texts") {
  CHECK(from_json<AnyJson>(R"({"any": [1, null, {"key with space": ""}]})").has_value());
  CHECK(from_json<AnyJson>(R"([{"a": "\u0000"}])").error().list.front().code == "not_clean_text");
  CHECK(from_json<AnyJson>(R"({"\u0000": 1})").error().list.front().code == "not_clean_text");
}

TEST_CASE("a text that is not JSON is told by line and column, in letters and not in bytes") {
  CHECK(text_faults("") == Names{"1:1 not_json"});
  CHECK(text_faults("{\"é\": 1,\n \"éé\" 2}") == Names{"2:7 not_json"});
  for (const char* text :
       {"{", "[1,]", "{'a': 1}", "[1] [2]", "nul", "// a\n1", "[01]", "[+1]", "[NaN]", "[Infinity]", "\"a"})
    CHECK(text_faults(text).size() == 1);
}

TEST_CASE("a tree is at most 64 levels deep") {
  CHECK(parse_json(nested(64)).has_value());
  CHECK(text_faults(nested(65)) == Names{"1:65 too_deep"});
  CHECK(text_faults(std::string(64, '[') + "1" + std::string(64, ']')).empty());
  CHECK(text_faults(std::string(1'000'000, '[')) == Names{"1:65 too_deep"});
  std::string objects;
  for (int i = 0; i < 65; ++i) objects += R"({"a":)";
  CHECK(text_faults(objects) == Names{"1:321 too_deep"});
}

TEST_CASE("after a thousand faults the rest is told as one") {
  const auto many = from_json<std::vector<int>>(Json(std::vector<bool>(100'000)).dump());
  REQUIRE(many.error().list.size() == 1001);
  CHECK(many.error().list[999].path == "/999");
  CHECK(many.error().list[1000].code == "too_many_issues");
  std::string keys = "{\"a\": 1";
  for (int i = 0; i < 200'000; ++i) keys += ",\n\"a\": 1";
  CHECK(parse_json(keys + '}').error().list.size() == 1001);
}

TEST_CASE("a step of a path is escaped as RFC 6901 asks") {
  CHECK(pointer("", "day") == "/day");
  CHECK(pointer("/a", "m~n/o") == "/a/m~0n~1o");
  CHECK(pointer("/a", 0) == "/a/0");
}

// Nothing of the input comes back

namespace {

/// Values and keys that no issue may ever repeat, some in the shape of codes, dates or numbers.
const Names canaries{"Zoé Canari",  "canari",  "Canari-7700",   "0677004618",     "2026-02-31",     "1850578006084",
                     "canari@x.fr", "/canari", "canari~canari", "canari\ncanari", "7700461:7700461"};

rc::Gen<Json> any_tree(int depth) {
  const auto leaf =
      rc::gen::oneOf(rc::gen::just(Json(nullptr)), rc::gen::map(rc::gen::arbitrary<bool>(), [](bool b) { return Json(b); }),
                     rc::gen::elementOf(std::vector<Json>{7700461, -7700461, 7700.461, 18446744073709551615U}),
                     rc::gen::map(rc::gen::elementOf(canaries), [](const std::string& text) { return Json(text); }));
  if (depth == 0) return leaf;
  return rc::gen::oneOf(leaf, rc::gen::exec([depth] {
                          Names keys = canaries;
                          for (const char* field : {"id", "theme", "day", "period", "since", "until", "minutes",
                                                    "companions", "name", "counts", "by_role", "channel"})
                            keys.emplace_back(field);
                          Json tree = *rc::gen::element(Json::object(), Json::array());
                          const int size = *rc::gen::inRange(0, 5);
                          for (int i = 0; i < size; ++i)
                            if (tree.is_array())
                              tree.push_back(*any_tree(depth - 1));
                            else
                              tree[*rc::gen::elementOf(keys)] = *any_tree(depth - 1);
                          return tree;
                        }));
}

/// A good visit in which some things got anything.
rc::Gen<Json> spoilt_visit() {
  return rc::gen::exec([] {
    auto tree = good();
    tree["companions"] = {{{"name", "a"}}};
    tree["by_role"] = {{"son", {{"name", "b"}}}};
    tree["counts"] = {{"adults", 2}};
    const int times = *rc::gen::inRange(1, 6);
    for (int i = 0; i < times; ++i) {
      Json* at = &tree;
      while (at->is_structured() && !at->empty() && *rc::gen::inRange(0, 4) != 0) {
        auto child = at->begin();
        std::advance(child, *rc::gen::inRange<std::size_t>(0, at->size()));
        at = &*child;
      }
      if (at->is_object() && *rc::gen::arbitrary<bool>())
        (*at)[*rc::gen::elementOf(canaries)] = *any_tree(1);
      else
        *at = *any_tree(2);
    }
    return tree;
  });
}

/// True if no canary and no number of the input stands in what the reader says.
bool tells_nothing(const std::string& said) {
  for (const char* part : {"anari", "Zo", "7700", "0677", "1850578", "02-31", "18446"})
    if (said.find(part) != std::string::npos) return false;
  return true;
}

void check_tells_nothing(const std::string& text) {
  const auto read = from_json<Visit>(text);
  if (read) return;
  for (const auto& issue : read.error().list) {
    RC_ASSERT(tells_nothing(issue.path) && tells_nothing(issue.code));
    RC_ASSERT(tells_nothing(issue.message.fr) && tells_nothing(issue.message.en));
  }
  try {
    (void)read.value();
  } catch (const InvalidInput& invalid) {
    RC_ASSERT(tells_nothing(invalid.what()));
  }
}

}  // namespace

TEST_CASE("nothing of an input is repeated in what is said of it: no value, no key, no word") {
  prop("any tree", [] { check_tells_nothing((*any_tree(4)).dump()); });
  prop("a visit with some things spoilt", [] { check_tells_nothing((*spoilt_visit()).dump()); });
  prop("a text that is cut or has a byte changed", [] {
    auto text = (*spoilt_visit()).dump(1);
    text.resize(*rc::gen::inRange<std::size_t>(0, text.size()));
    if (!text.empty()) text[*rc::gen::inRange<std::size_t>(0, text.size())] = *rc::gen::arbitrary<char>();
    check_tells_nothing(text);
  });
  prop("keys that stand twice", [] {
    const auto key = Json(*rc::gen::elementOf(canaries)).dump();
    check_tells_nothing("{" + key + ": 1, " + key + ": {" + key + ": 1, " + key + ": 2}}");
  });
}

TEST_CASE("a path points into the input, but for a key that is missing") {
  prop("for any spoilt visit", [] {
    const Json tree = *spoilt_visit();
    const auto read = from_json_value<Visit>(tree);
    if (read) return;
    for (const auto& issue : read.error().list)
      RC_ASSERT(tree.contains(Json::json_pointer(issue.path)) == (issue.code != "missing_key") ||
                issue.path.rfind("/by_role", 0) == 0);
  });
}
