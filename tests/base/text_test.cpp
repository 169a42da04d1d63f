#include <patio/base/text.hpp>

#include <nlohmann/json.hpp>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

/// What another reader of UTF-8 thinks of the same bytes.
bool others_accept(const std::string& bytes) {
  try {
    (void)nlohmann::json(bytes).dump();
    return bytes.find('\0') == std::string::npos;
  } catch (const nlohmann::json::exception&) {
    return false;
  }
}

}  // namespace

TEST_CASE("a text is read in the language asked for") {
  const Text text{"bonjour", "good morning"};
  CHECK(in(text, Language::fr) == "bonjour");
  CHECK(in(text, Language::en) == "good morning");
}

TEST_CASE("the blanks of a sentence are filled in order, in both languages") {
  CHECK(fill({"de {} à {}", "from {} to {}"}, {"a", "b"}) == Text{"de a à b", "from a to b"});
}

TEST_CASE("a blank without a word is empty, and a word without a blank is not written") {
  CHECK(fill({"{} et {}", "{} and {}"}, {"a"}) == Text{"a et ", "a and "});
  CHECK(fill({"rien", "nothing"}, {"a"}) == Text{"rien", "nothing"});
  CHECK(fill({"", ""}, {}) == Text{});
}

TEST_CASE("a word that looks like a blank is left as it is") {
  CHECK(fill({"{}{}", "{} {}"}, {"{}", "b"}) == Text{"{}b", "{} b"});
}

TEST_CASE("well-formed UTF-8 is clean, accents and emoji included") {
  CHECK(is_clean_utf8(""));
  CHECK(is_clean_utf8("Éloïse Œuvrard"));
  CHECK(is_clean_utf8("\x7f\u0080\u07ff\u0800\ud7ff\ue000\uffff\U00010000\U0010ffff"));
}

TEST_CASE("a fault is seen wherever it stands in a long text") {
  const std::string plain(40, 'a');
  CHECK(is_clean_utf8(plain));
  for (std::size_t i = 0; i < plain.size(); ++i) {
    for (const char fault : {'\0', '\x80', '\xff'}) {
      std::string text = plain;
      text[i] = fault;
      CHECK_FALSE(is_clean_utf8(text));
    }
    CHECK(is_clean_utf8(plain.substr(0, i) + "é" + plain.substr(i)));
    CHECK_FALSE(is_clean_utf8(plain.substr(0, i) + "\xc3" + plain.substr(i)));
  }
}

TEST_CASE("a null character makes a text unclean") { CHECK_FALSE(is_clean_utf8(std::string_view("a\0b", 3))); }

TEST_CASE("bytes that are no UTF-8 make a text unclean") {
  for (const char* bytes : {"\x80", "\xbf", "\xc0\x80", "\xc1\xbf", "\xe0\x9f\xbf", "\xf0\x8f\xbf\xbf", "\xf4\x90\x80\x80",
                            "\xf5\x80\x80\x80", "\xff", "\xed\xa0\x80", "\xed\xbf\xbf", "\xc3", "\xe2\x82", "\xf0\x9f\x98",
                            "\xc3(", "\xe2(\x80", "\xe2\x82(", "\xf0\x9f(\x80"})
    CHECK_FALSE(is_clean_utf8(bytes));
}

TEST_CASE("every code point but null and the surrogates is clean") {
  bool all = true;
  for (char32_t point = 1; point < 0x110000; ++point) {
    const bool surrogate = point >= 0xd800 && point < 0xe000;
    all = all && is_clean_utf8(arbitrary::utf8(point)) != surrogate;
  }
  CHECK(all);
}

TEST_CASE("our reading of UTF-8 agrees with another one") {
  prop("on any bytes", [](const std::string& bytes) { RC_ASSERT(is_clean_utf8(bytes) == others_accept(bytes)); });
  prop("on clean texts with one byte changed", [] {
    auto bytes = *arbitrary::clean_text();
    if (!bytes.empty()) bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
    RC_ASSERT(is_clean_utf8(bytes) == others_accept(bytes));
  });
}
