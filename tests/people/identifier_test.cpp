#include <patio/people/identifier.hpp>

#include <fstream>

#include <patio/base/json_tree.hpp>

#include "arbitrary.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

using Scheme = IdentifierScheme;
using Verdict = IdentifierVerdict;

Verdict verdict(Scheme scheme, const std::string& written) { return check_identifier(scheme, written).verdict; }

std::vector<IdentifierRemark> remarks(Scheme scheme, const std::string& written) {
  std::vector<IdentifierRemark> found;
  for (const auto& reason : check_identifier(scheme, written).reasons) found.push_back(reason.remark);
  return found;
}

using Remarks = std::vector<IdentifierRemark>;

std::vector<Json> vectors(const std::string& name) {
  std::ifstream lines(PATIO_TEST_DATA "/vectors/identity/" + name);
  std::vector<Json> read;
  for (std::string line; std::getline(lines, line);) read.push_back(Json::parse(line));
  return read;
}

std::size_t check_vectors(const std::string& name) {
  const auto all = vectors(name);
  for (const auto& vector : all) {
    INFO(vector.dump());
    const auto scheme = enum_from<Scheme>(vector["type"].get<std::string>());
    CHECK((verdict(*scheme, vector["input"]) == Verdict::consistent) == vector["valid"].get<bool>());
  }
  return all.size();
}

/// Changes of one digit that the key lets pass.
int slips_unseen(Scheme scheme, const std::string& written) {
  int unseen = 0;
  for (std::size_t i = 0; i < written.size(); ++i)
    for (char digit = '0'; digit <= '9'; ++digit) {
      if (written[i] < '0' || written[i] > '9' || written[i] == digit) continue;
      std::string slipped = written;
      slipped[i] = digit;
      if (verdict(scheme, slipped) == Verdict::consistent) ++unseen;
    }
  return unseen;
}

}  // namespace

TEST_CASE("each identifier of the vectors has its verdict") {
  CHECK(check_vectors("identifiers.jsonl") == 394);
  CHECK(check_vectors("more_identifiers.jsonl") == 165);
}

TEST_CASE("every slip of one digit is seen, but in a SIRET of La Poste") {
  int seen = 0;
  for (const auto& vector : vectors("identifiers.jsonl")) {
    const auto input = vector["input"].get<std::string>();
    if (!vector["valid"].get<bool>() || input.starts_with("356000000")) continue;
    INFO(input);
    CHECK(slips_unseen(*enum_from<Scheme>(vector["type"].get<std::string>()), input) == 0);
    ++seen;
  }
  CHECK(seen > 100);
}

TEST_CASE("a social security number may be written with spaces, dots, small letters and unbreakable spaces") {
  for (const char* written : {"2 95 10 99 126 111 93", "2.95.10.99.126.111.93", "2\xc2\xa0""95 10 99 126 111\xe2\x80\xaf""93"})
    CHECK(verdict(Scheme::nir, written) == Verdict::consistent);
  CHECK(verdict(Scheme::nir, "253072b07300470") == Verdict::consistent);
  CHECK(normal_identifier("2 53 07 2b 073 004 70") == "253072B07300470");
}

TEST_CASE("a social security number without its key is unproven, not wrong") {
  CHECK(verdict(Scheme::nir, "2 95 10 99 126 111") == Verdict::unproven);
  CHECK(remarks(Scheme::nir, "2951099126111") == Remarks{IdentifierRemark::key_missing});
}

TEST_CASE("a temporary number is consistent, and said to be temporary") {
  CHECK(verdict(Scheme::nir, "795109912611102") == Verdict::inconsistent);
  const Remarks found = remarks(Scheme::nir, "7951099126111");
  CHECK(found == Remarks{IdentifierRemark::temporary, IdentifierRemark::key_missing});
}

TEST_CASE("the month of an incomplete birth record is no fault, a month of no register is one") {
  for (const char* month : {"20", "30", "42", "50", "99"})
    CHECK(remarks(Scheme::nir, std::string("295") + month + "99126111").front() == IdentifierRemark::incomplete_birth_record);
  for (const char* month : {"00", "13", "19", "21", "29", "43", "49"})
    CHECK(remarks(Scheme::nir, std::string("295") + month + "99126111").front() == IdentifierRemark::impossible_part);
}

TEST_CASE("nothing tells where somebody was born") {
  const auto abroad = check_identifier(Scheme::nir, "295109912611193");
  CHECK(abroad.reasons.empty());
}

TEST_CASE("a health identity number of the right form still has to be qualified by the national service") {
  CHECK(verdict(Scheme::ins, "295109912611193") == Verdict::consistent);
  CHECK(remarks(Scheme::ins, "295109912611193") == Remarks{IdentifierRemark::not_qualified});
}

TEST_CASE("an association number has no key that could prove it") {
  CHECK(verdict(Scheme::rna, "W 751 234 567") == Verdict::unproven);
  CHECK(verdict(Scheme::rna, "w751234567") == Verdict::unproven);
  CHECK(verdict(Scheme::rna, "751234567") == Verdict::malformed);
  CHECK(verdict(Scheme::rna, "") == Verdict::malformed);
}

TEST_CASE("an establishment that does not begin with a company is told so") {
  CHECK(remarks(Scheme::siret, "73282932100007") == Remarks{IdentifierRemark::wrong_company});
  CHECK(remarks(Scheme::siret, "35600000021611") == Remarks{IdentifierRemark::postal_group});
}

TEST_CASE("an account of a country that we do not know is unproven even with its key") {
  CHECK(verdict(Scheme::iban, "BR1800360305000010009795493C1") == Verdict::unproven);
  CHECK(remarks(Scheme::iban, "BR1800360305000010009795493C1") == Remarks{IdentifierRemark::unknown_country});
}

TEST_CASE("of a number about a person only the last three signs are shown") {
  CHECK(masked_identifier(Scheme::nir, "2 95 10 99 126 111 93") == "•••193");
  CHECK(masked_identifier(Scheme::iban, "FR76 3000 6000 0112 3456 7890 189") == "•••189");
  CHECK(masked_identifier(Scheme::siret, "732 829 320 00074") == "73282932000074");
}

TEST_CASE("nothing is shown of a malformed number: it may be another one in the wrong field") {
  CHECK(masked_identifier(Scheme::siret, "2 95 10 99 126 111 93") == "•••");
  CHECK(masked_identifier(Scheme::nir, "née le 3 mai") == "•••");
}

TEST_CASE("any bytes have a verdict") {
  prop("for any scheme, and the mask is clean text that shows at most three signs of a person's number",
       [](Scheme scheme, const std::string& bytes) {
         const auto check = check_identifier(scheme, bytes);
         RC_ASSERT(is_clean_utf8(check.masked));
         if (is_personal(scheme)) RC_ASSERT(check.masked.size() <= 12);
         RC_ASSERT(check.verdict != Verdict::malformed || !check.reasons.empty());
       });
}
