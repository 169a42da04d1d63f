#pragma once
/// \file
/// Numbers that administrations give to people and organisations: what their writing alone tells about them.
///
///     IdentifierCheck found = check_identifier(IdentifierScheme::nir, "2 95 10 99 126 111 93");
///     found.verdict;                                       // consistent
///     found.masked;                                        // "•••193": what a screen, a log or a letter may show
///     normal_identifier("2 95 10 99 126 111 93");          // "295109912611193": what is compared and kept
///
/// A verdict never refuses: somebody is received whatever their number looks like, and a number that does not hold
/// together is kept as declared and unverified. A right key proves that it was copied well, and nobody's identity.
///
/// Who may hold, see or search by a social security number is no matter of its form: the law lists the actors and their
/// purposes (LIL 30, décret 2019-341), and the secrecy rules answer for the category `nir`. Ask them first.
///
/// Spaces and dots make no difference, nor do capitals. Any bytes may be given; nothing throws.

#include <string>
#include <string_view>
#include <vector>

#include <patio/base/describe.hpp>
#include <patio/base/text.hpp>

namespace patio {

///  - `nir`: social security number, 13 signs and a key of two; Corsica and temporary numbers too.
///  - `ins`: the health identity number, of the same form.
///  - `siren`, `siret`: a company and its establishments, those of La Poste by their own rule.
///  - `rna`: an association. Those of Alsace-Moselle have none.
///  - `finess`: a health or social institution.
///  - `iban`: a bank account.
///  - `tax`: the reference number of a taxpayer (SPI).
enum class IdentifierScheme { nir, ins, siren, siret, rna, finess, iban, tax };
BOOST_DESCRIBE_ENUM(IdentifierScheme, nir, ins, siren, siret, rna, finess, iban, tax)

///  - `consistent`: length, signs and key agree.
///  - `unproven`: it has the form, and no key that would prove it.
///  - `inconsistent`: the key is wrong, or a part cannot be.
///  - `malformed`: not of that form.
enum class IdentifierVerdict { consistent, unproven, inconsistent, malformed };
BOOST_DESCRIBE_ENUM(IdentifierVerdict, consistent, unproven, inconsistent, malformed)

///  - `key_missing`: a social security number without its last two digits; `no_key_exists`: this scheme has none.
///  - `impossible_part`: a month, department, commune or rank that no register gives.
///  - `incomplete_birth_record`: the month is one of those used when the civil status is not fully known.
///  - `temporary`: replaced by another number once the identity is certified; keep both.
///  - `postal_group`: an establishment of La Poste, whose digits add up to a multiple of five.
///  - `not_qualified`: only the national service of health identity says that such a number is somebody's.
enum class IdentifierRemark {
  wrong_length, wrong_sign, wrong_key, wrong_company, key_missing, no_key_exists, unknown_country, impossible_part,
  incomplete_birth_record, temporary, postal_group, not_qualified
};
BOOST_DESCRIBE_ENUM(IdentifierRemark, wrong_length, wrong_sign, wrong_key, wrong_company, key_missing, no_key_exists,
                    unknown_country, impossible_part, incomplete_birth_record, temporary, postal_group, not_qualified)

struct IdentifierReason {
  IdentifierRemark remark{};
  /// What it means and what to do, without any part of the number.
  Text text;
  bool operator==(const IdentifierReason&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifierReason, (), (remark, text))

struct IdentifierCheck {
  IdentifierScheme scheme{};
  IdentifierVerdict verdict{};
  std::vector<IdentifierReason> reasons;
  std::string masked;
  bool operator==(const IdentifierCheck&) const = default;
};
BOOST_DESCRIBE_STRUCT(IdentifierCheck, (), (scheme, verdict, reasons, masked))

[[nodiscard]] IdentifierCheck check_identifier(IdentifierScheme scheme, std::string_view written);

/// Without spaces and dots, in capitals. What is no digit or letter stays as it is: nothing that was declared is lost.
[[nodiscard]] std::string normal_identifier(std::string_view written);

/// What may be shown of a number about a person: its last three signs. Numbers of organisations are public and shown
/// whole. Nothing is shown of what is malformed: it may be another number, in the wrong field.
[[nodiscard]] std::string masked_identifier(IdentifierScheme scheme, std::string_view written);

/// True for the numbers that tell who a person is, false for those of organisations.
[[nodiscard]] bool is_personal(IdentifierScheme scheme) noexcept;

}  // namespace patio
