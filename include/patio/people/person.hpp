#pragma once
/// \file
/// The person (usager) whom the centre receives, and how to reach them without harm.
///
///     Person marc{.id = next_id<PersonId>(ids), .usual_name = "Lenoir", .first_names = {"Marc"}};
///     Issues faults = check(marc, today);       // empty if the record can be kept

#include <string>
#include <vector>

#include <patio/base/code.hpp>
#include <patio/base/error.hpp>
#include <patio/base/id.hpp>
#include <patio/base/time.hpp>

namespace patio {

using PersonId = Id<struct PersonTag>;
/// "insee:91312": the official code of the commune on that day.
using CommuneCode = Code<struct CommuneTag>;

/// Who the record stands for. An anonymous person has no name, no contact and is only counted.
enum class PersonKind { named, pseudonymous, anonymous };
BOOST_DESCRIBE_ENUM(PersonKind, named, pseudonymous, anonymous)

enum class ContactChannel { phone, mobile, email, post };
BOOST_DESCRIBE_ENUM(ContactChannel, phone, mobile, email, post)

/// Whether somebody else may read or hear what is sent there. Unknown is never yes.
enum class ContactSafety { unknown, safe, unsafe };
BOOST_DESCRIBE_ENUM(ContactSafety, unknown, safe, unsafe)

struct ContactPoint {
  ContactChannel channel{};
  std::string address;
  ContactSafety safety{};
  bool operator==(const ContactPoint&) const = default;
};
BOOST_DESCRIBE_STRUCT(ContactPoint, (), (channel, address, safety))

/// Things that whoever contacts or orients the person must respect.
enum class SafetyFlag { unsafe_contact, concealed_address, violence_context };
BOOST_DESCRIBE_ENUM(SafetyFlag, unsafe_contact, concealed_address, violence_context)

struct Person {
  PersonId id;
  PersonKind kind{};
  std::optional<std::string> usual_name;
  std::optional<std::string> birth_name;
  std::vector<std::string> first_names;
  std::optional<Date> birth_date;
  std::vector<ContactPoint> contacts;
  std::optional<CommuneCode> commune;
  std::vector<SafetyFlag> safety_flags;
  /// Where this record went when it was found to be of the same person (merge.hpp). It changes no more.
  std::optional<PersonId> merged_into;
  bool operator==(const Person&) const = default;
};
BOOST_DESCRIBE_STRUCT(Person, (),
                      (id, kind, usual_name, birth_name, first_names, birth_date, contacts, commune, safety_flags,
                       merged_into))

/// Everything that forbids keeping this record: a named person without a name, an anonymous one with a name or a
/// contact, a birth in the future, an empty contact, a text that is not clean UTF-8 or longer than 200 characters.
[[nodiscard]] Issues check(const Person& person, Date today);

/// Contact points that a message may use: not unsafe; only known-safe ones in a context of violence or once any
/// contact is said to be unsafe; post only if known safe when the address is concealed.
[[nodiscard]] std::vector<ContactPoint> usable_contacts(const Person& person);

}  // namespace patio
