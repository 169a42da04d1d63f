#include <patio/people/identifier.hpp>

#include <algorithm>

#include "check_digits.hpp"

namespace patio {
namespace {

using Remark = IdentifierRemark;
using Verdict = IdentifierVerdict;

constexpr bool is_digit(char sign) noexcept { return sign >= '0' && sign <= '9'; }
constexpr bool is_capital(char sign) noexcept { return sign >= 'A' && sign <= 'Z'; }

bool all_digits(std::string_view signs) noexcept { return std::all_of(signs.begin(), signs.end(), is_digit); }

int number(std::string_view digits) noexcept {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

Text wording(Remark remark) {
  switch (remark) {
    case Remark::wrong_length: return {"relire : ce numéro n'a pas la bonne longueur", "read again: this number has not the right length"};
    case Remark::wrong_sign: return {"relire : un signe n'a pas sa place ici", "read again: a sign has no place here"};
    case Remark::wrong_key: return {"relire : la clé ne correspond pas au numéro", "read again: the key does not fit the number"};
    case Remark::wrong_company: return {"relire : le début n'est pas un SIREN", "read again: the beginning is no SIREN"};
    case Remark::key_missing: return {"ajouter la clé, les deux derniers chiffres", "add the key, the last two digits"};
    case Remark::no_key_exists: return {"ce numéro n'a pas de clé : seul un document le prouve", "this number has no key: only a document proves it"};
    case Remark::unknown_country: return {"les comptes de ce pays ne sont pas connus ici", "accounts of that country are not known here"};
    case Remark::impossible_part: return {"relire : une partie du numéro n'existe dans aucun registre", "read again: a part of this number is in no register"};
    case Remark::incomplete_birth_record: return {"numéro d'un état civil incomplet : c'est normal", "number of an incomplete civil status: this is normal"};
    case Remark::temporary: return {"numéro provisoire : garder aussi celui qui le remplacera", "temporary number: keep also the one that will replace it"};
    case Remark::postal_group: return {"établissement de La Poste, vérifié par sa propre règle", "establishment of La Poste, checked by its own rule"};
    case Remark::not_qualified: return {"seul le téléservice INSi qualifie cette identité", "only the national service INSi qualifies this identity"};
  }
  return {};
}

/// A verdict in the making: the worst finding wins.
class Findings {
 public:
  explicit Findings(IdentifierScheme scheme) { check_.scheme = scheme; }

  void add(Remark remark, Verdict at_least = Verdict::consistent) {
    check_.reasons.push_back({remark, wording(remark)});
    check_.verdict = std::max(check_.verdict, at_least);
  }
  [[nodiscard]] bool malformed() const { return check_.verdict == Verdict::malformed; }
  void require_length(std::string_view signs, std::size_t length) {
    if (signs.size() != length) add(Remark::wrong_length, Verdict::malformed);
  }
  void require_digits(std::string_view signs) {
    if (!all_digits(signs)) add(Remark::wrong_sign, Verdict::malformed);
  }
  void require_key(bool holds) {
    if (!holds) add(Remark::wrong_key, Verdict::inconsistent);
  }
  void require_part(bool holds) {
    if (!holds) add(Remark::impossible_part, Verdict::inconsistent);
  }
  [[nodiscard]] IdentifierCheck take() && { return std::move(check_); }

 private:
  IdentifierCheck check_;
};

/// 2A and 2B stand for the departments of Corsica since 1976, in the sixth and seventh place.
bool has_signs_of_nir(std::string_view signs) {
  for (std::size_t i = 0; i < signs.size(); ++i) {
    const bool corsica = i == 6 && signs[5] == '2' && (signs[6] == 'A' || signs[6] == 'B');
    if (!is_digit(signs[i]) && !corsica) return false;
  }
  return true;
}

void check_parts_of_nir(std::string_view signs, Findings& findings) {
  const char first = signs[0];
  findings.require_part(std::string_view("123478").find(first) != std::string_view::npos);
  if (std::string_view("3478").find(first) != std::string_view::npos) findings.add(Remark::temporary);
  const int month = number(signs.substr(3, 2));
  const bool in_calendar = month >= 1 && month <= 12;
  const bool incomplete = month == 20 || (month >= 30 && month <= 42) || month >= 50;
  findings.require_part(in_calendar || incomplete);
  if (incomplete) findings.add(Remark::incomplete_birth_record);
  findings.require_part(signs.substr(5, 2) != "00" && signs.substr(10, 3) != "000");
}

void check_nir(std::string_view signs, Findings& findings) {
  if (signs.size() != 13) findings.require_length(signs, 15);
  if (!has_signs_of_nir(signs)) findings.add(Remark::wrong_sign, Verdict::malformed);
  if (findings.malformed()) return;
  check_parts_of_nir(signs, findings);
  if (signs.size() == 13) return findings.add(Remark::key_missing, Verdict::unproven);
  findings.require_key(nir_key(signs.substr(0, 13)) == static_cast<unsigned>(number(signs.substr(13))));
}

void check_siren(std::string_view signs, Findings& findings) {
  findings.require_length(signs, 9);
  findings.require_digits(signs);
  if (!findings.malformed()) findings.require_key(passes_luhn(signs));
}

// INSEE gave more establishments to La Poste than the formula of Luhn has room for.
constexpr std::string_view la_poste = "356000000";
constexpr std::string_view head_office_of_la_poste = "35600000000048";

void check_siret(std::string_view signs, Findings& findings) {
  findings.require_length(signs, 14);
  findings.require_digits(signs);
  if (findings.malformed()) return;
  if (!passes_luhn(signs.substr(0, 9))) findings.add(Remark::wrong_company, Verdict::inconsistent);
  if (!signs.starts_with(la_poste) || signs == head_office_of_la_poste) return findings.require_key(passes_luhn(signs));
  int sum = 0;
  for (const char digit : signs) sum += digit - '0';
  findings.add(Remark::postal_group);
  findings.require_key(sum % 5 == 0);
}

void check_rna(std::string_view signs, Findings& findings) {
  findings.require_length(signs, 10);
  if (!signs.starts_with('W') || !all_digits(signs.substr(1))) findings.add(Remark::wrong_sign, Verdict::malformed);
  if (!findings.malformed()) findings.add(Remark::no_key_exists, Verdict::unproven);
}

/// The letter of Corsica counts as 1 for A and 2 for B: held against the published numbers of its hospitals.
void check_finess(std::string_view signs, Findings& findings) {
  findings.require_length(signs, 9);
  std::string digits(signs);
  if (signs.starts_with("2A")) digits[1] = '1';
  if (signs.starts_with("2B")) digits[1] = '2';
  findings.require_digits(digits);
  if (!findings.malformed()) findings.require_key(passes_luhn(digits));
}

void check_iban(std::string_view signs, Findings& findings) {
  const auto fits = [](char sign) { return is_digit(sign) || is_capital(sign); };
  if (!std::all_of(signs.begin(), signs.end(), fits)) return findings.add(Remark::wrong_sign, Verdict::malformed);
  if (signs.size() < 15 || signs.size() > 34) return findings.add(Remark::wrong_length, Verdict::malformed);
  if (!is_capital(signs[0]) || !is_capital(signs[1]) || !all_digits(signs.substr(2, 2)))
    return findings.add(Remark::wrong_sign, Verdict::malformed);
  const std::size_t length = iban_length(signs.substr(0, 2));
  if (length == 0) findings.add(Remark::unknown_country, Verdict::unproven);
  else findings.require_length(signs, length);
  if (!findings.malformed()) findings.require_key(has_iban_key(signs));
}

/// Thirteen digits of which the first is 0 to 3; the last three are the rest of the first ten by 511.
void check_tax(std::string_view signs, Findings& findings) {
  findings.require_length(signs, 13);
  findings.require_digits(signs);
  if (findings.malformed()) return;
  findings.require_part(signs[0] <= '3');
  long long first_ten = 0;
  for (const char digit : signs.substr(0, 10)) first_ten = first_ten * 10 + (digit - '0');
  findings.require_key(first_ten % 511 == number(signs.substr(10)));
}

void check_form(IdentifierScheme scheme, std::string_view signs, Findings& findings) {
  switch (scheme) {
    case IdentifierScheme::nir: return check_nir(signs, findings);
    case IdentifierScheme::ins:
      check_nir(signs, findings);
      return findings.add(Remark::not_qualified);
    case IdentifierScheme::siren: return check_siren(signs, findings);
    case IdentifierScheme::siret: return check_siret(signs, findings);
    case IdentifierScheme::rna: return check_rna(signs, findings);
    case IdentifierScheme::finess: return check_finess(signs, findings);
    case IdentifierScheme::iban: return check_iban(signs, findings);
    case IdentifierScheme::tax: return check_tax(signs, findings);
  }
}

/// How many bytes of a separator stand at `at`: a space, one of its unbreakable kinds, a dot.
std::size_t separator_at(std::string_view text, std::size_t at) {
  for (const std::string_view each : {" ", ".", "\t", "\xc2\xa0", "\xe2\x80\xaf"})
    if (text.substr(at, each.size()) == each) return each.size();
  return 0;
}

std::string masked_as(const IdentifierCheck& check, std::string_view signs) {
  const std::string dots = "•••";
  if (check.verdict == Verdict::malformed) return dots;
  return is_personal(check.scheme) ? dots + std::string(signs.substr(signs.size() - 3)) : std::string(signs);
}

}  // namespace

std::string normal_identifier(std::string_view written) {
  std::string signs;
  for (std::size_t at = 0; at < written.size();) {
    if (const std::size_t skip = separator_at(written, at); skip > 0) {
      at += skip;
      continue;
    }
    const char sign = written[at++];
    signs += sign >= 'a' && sign <= 'z' ? static_cast<char>(sign - 'a' + 'A') : sign;
  }
  return signs;
}

IdentifierCheck check_identifier(IdentifierScheme scheme, std::string_view written) {
  const std::string signs = normal_identifier(written);
  Findings findings(scheme);
  check_form(scheme, signs, findings);
  IdentifierCheck check = std::move(findings).take();
  check.masked = masked_as(check, signs);
  return check;
}

std::string masked_identifier(IdentifierScheme scheme, std::string_view written) {
  return check_identifier(scheme, written).masked;
}

bool is_personal(IdentifierScheme scheme) noexcept {
  using enum IdentifierScheme;
  return scheme == nir || scheme == ins || scheme == iban || scheme == tax;
}

}  // namespace patio
