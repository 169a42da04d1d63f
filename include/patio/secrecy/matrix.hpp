#pragma once
/// \file
/// Who may give what to whom, as one table for people: every actor, recipient and category under the same circumstances,
/// with the rules behind each answer.
///
///     MatrixRequest request = usual_matrix(*rules);
///     request.circumstances.consent = ConsentFact::written;        // the same table, once everyone agreed in writing
///     Matrix matrix = secrecy_matrix(*rules, request);
///     write("matrix.csv", matrix_csv(matrix));
///     write("matrix.html", matrix_page(matrix, *rules, Language::fr));

#include <string>
#include <vector>

#include <patio/rules/rule_set.hpp>
#include <patio/secrecy/request.hpp>

namespace patio {

/// Somebody who gives, and what is known of them.
struct MatrixActor {
  Actor actor{};
  SecrecyStatus status{};
  std::optional<Profession> profession;
  bool operator==(const MatrixActor&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatrixActor, (), (actor, status, profession))

struct MatrixRequest {
  std::vector<MatrixActor> actors;
  std::vector<Recipient> recipients;
  std::vector<DataCategory> categories;
  /// Everything else, the same for each cell. A fact left out is unknown.
  AccessRequest circumstances;
  bool operator==(const MatrixRequest&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatrixRequest, (), (actors, recipients, categories, circumstances))

struct MatrixCell {
  Actor actor{};
  Recipient recipient{};
  DataCategory category{};
  rules::Effect effect{};
  /// Of the gates that made the answer.
  std::vector<std::string> rules;
  bool operator==(const MatrixCell&) const = default;
};
BOOST_DESCRIBE_STRUCT(MatrixCell, (), (actor, recipient, category, effect, rules))

struct Matrix {
  MatrixRequest request;
  /// By actor, then recipient, then category, in the order of the request.
  std::vector<MatrixCell> cells;
  std::string version;
  bool operator==(const Matrix&) const = default;
};
BOOST_DESCRIBE_STRUCT(Matrix, (), (request, cells, version))

/// The actors of a centre and every recipient and category, with nothing out of the ordinary: data needed for a purpose
/// that was told, no consent, no opposition, no danger, no demand, nobody acting for the person.
[[nodiscard]] MatrixRequest usual_matrix();

[[nodiscard]] Matrix secrecy_matrix(const rules::RuleSet& rules, const MatrixRequest& request);

/// One row a cell: actor, recipient, category, effect, rules. UTF-8, commas, CRLF (RFC 4180).
[[nodiscard]] std::string matrix_csv(const Matrix& matrix);

/// One table an actor, recipients by categories; each answer leads to its rules at the foot of the page.
[[nodiscard]] std::string matrix_page(const Matrix& matrix, const rules::RuleSet& rules, Language language);

}  // namespace patio
