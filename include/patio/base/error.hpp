#pragma once
/// \file
/// The four lanes of failure. Ask whose fault it is:
///
/// | the answer is no            | a Decision                                             |
/// | a rule refuses a step       | `Result<T>`: a value or a Refusal                      |
/// | the input is malformed      | `Checked<T>`: a value or every Issue, each with a path |
/// | it could not even be asked  | Error, thrown                                          |
///
/// None of them ever carries a personal value, SQL or a driver's text, in any language.
///
///     Checked<Person> person = from_json<Person>(text);
///     if (!person) for (const Issue& issue : person.error().list) show(issue.path, in(issue.message, language));

#include <boost/system/result.hpp>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include <patio/base/text.hpp>

namespace patio {

/// One fault of an input: where it is, its code and what to do about it. The path is a JSON Pointer; in a table, or in a
/// text that is no tree yet, it is `line:column`.
struct Issue {
  std::string path;
  std::string code;
  Text message;
  bool operator==(const Issue&) const = default;
};
BOOST_DESCRIBE_STRUCT(Issue, (), (path, code, message))

/// All faults of one input: first those of its text, then those of its values, in the order of their description.
struct Issues {
  std::vector<Issue> list;
  bool operator==(const Issues&) const = default;
};
BOOST_DESCRIBE_STRUCT(Issues, (), (list))

/// A step that a rule does not allow now: which rule, and what would allow it.
struct Refusal {
  std::string code;
  /// Texts that ground it: "CASF L121-6-2". Empty if it is a rule of the house.
  std::vector<std::string> law;
  Text message;
  Text what_would_unblock;
  /// What the machine would accept in this state, when a machine refused.
  std::vector<std::string> allowed_events;
  bool operator==(const Refusal&) const = default;
};
BOOST_DESCRIBE_STRUCT(Refusal, (), (code, law, message, what_would_unblock, allowed_events))

enum class ErrorCode { not_found, conflict, misuse, foreign_file, corrupt_file, busy, unavailable, storage, internal };
BOOST_DESCRIBE_ENUM(ErrorCode, not_found, conflict, misuse, foreign_file, corrupt_file, busy, unavailable, storage, internal)

/// The question could not be asked: no such thing, a database out of reach, a call out of turn.
class Error : public std::exception {
 public:
  Error(ErrorCode code, Text message) : code_(code), message_(std::move(message)) {}
  [[nodiscard]] ErrorCode code() const noexcept { return code_; }
  [[nodiscard]] const Text& message() const noexcept { return message_; }
  [[nodiscard]] const char* what() const noexcept override { return message_.en.c_str(); }

 private:
  ErrorCode code_;
  Text message_;
};

/// Thrown by `.value()` of a Result that holds a Refusal.
class Refused : public std::exception {
 public:
  explicit Refused(Refusal refusal) : refusal_(std::move(refusal)) {}
  [[nodiscard]] const Refusal& refusal() const noexcept { return refusal_; }
  [[nodiscard]] const char* what() const noexcept override { return refusal_.message.en.c_str(); }

 private:
  Refusal refusal_;
};

/// Thrown by `.value()` of a Checked that holds Issues.
class InvalidInput : public std::exception {
 public:
  explicit InvalidInput(Issues issues);
  [[nodiscard]] const Issues& issues() const noexcept { return issues_; }
  [[nodiscard]] const char* what() const noexcept override { return summary_.c_str(); }

 private:
  Issues issues_;
  std::string summary_;
};

template <class T>
using Result = boost::system::result<T, Refusal>;
template <class T>
using Checked = boost::system::result<T, Issues>;

[[noreturn]] void throw_exception_from_error(const Refusal& refusal, const boost::source_location&);
[[noreturn]] void throw_exception_from_error(const Issues& issues, const boost::source_location&);

}  // namespace patio
