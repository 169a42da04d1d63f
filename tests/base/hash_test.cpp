#include <patio/base/hash.hpp>

#include "catch.hpp"

using namespace patio;

TEST_CASE("SHA-256 answers as FIPS 180-4 says") {
  CHECK(to_text(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  CHECK(to_text(sha256("abc")) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST_CASE("a hash is read back exactly as it is written, and nothing else is one") {
  const std::string text = to_text(sha256("abc"));
  CHECK(parse_hash(text) == sha256("abc"));
  for (const auto& bad : {std::string(), text.substr(1), text + "0", "B" + text.substr(1), "g" + text.substr(1)})
    CHECK_FALSE(parse_hash(bad));
}
