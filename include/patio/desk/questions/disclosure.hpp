#pragma once
/// \file
/// What may be asked about giving something away, without a desk or a store: what of a document may go, what its record
/// says, and which rows of a table somebody may see.

#include <patio/secrecy/disclose.hpp>
#include <patio/secrecy/visibility.hpp>

namespace patio {

/// What stands in the place of a field that may only go anonymised. Without a value, that field is dropped.
struct AnonymisedField {
  std::string path;
  std::optional<std::string> value;
  bool operator==(const AnonymisedField&) const = default;
};
BOOST_DESCRIBE_STRUCT(AnonymisedField, (), (path, value))

/// What of this document may be given to whom the circumstances name? Under the law of `day`, as the rulebook knew it on
/// `known_as_of`. The circumstances are a request without its category, which each field brings.
struct DiscloseDocument {
  using Answer = DisclosedDocument;
  Date day{};
  std::optional<Date> known_as_of;
  std::vector<DocumentField> fields;
  AccessRequest circumstances;
  /// If absent, free text that a finding refuses stays here.
  std::optional<FreeText> free_text;
  /// If absent, no lawful way is looked for.
  std::optional<YesNo> way;
  std::optional<HumanApproval> approval;
  /// A field that is not named here is masked with "[…]" where it may only go anonymised.
  std::vector<AnonymisedField> anonymised;
  bool operator==(const DiscloseDocument&) const = default;
};
BOOST_DESCRIBE_STRUCT(DiscloseDocument, (), (day, known_as_of, fields, circumstances, free_text, way, approval, anonymised))

/// The record of giving what DiscloseDocument lets go, once these obligations are met. It is refused if something is left
/// to do, and holds no content.
struct RecordDisclosure {
  using Answer = Disclosure;
  DiscloseDocument document;
  Handover handover;
  std::vector<std::string> met;
  bool operator==(const RecordDisclosure&) const = default;
};
BOOST_DESCRIBE_STRUCT(RecordDisclosure, (), (document, handover, met))

/// Which rows of a table may this viewer see, as a condition in SQL? See visibility.hpp.
struct VisibleRows {
  using Answer = VisibilityPredicate;
  Date day{};
  std::optional<Date> known_as_of;
  AccessRequest viewer;
  std::vector<FactColumn> columns;
  bool operator==(const VisibleRows&) const = default;
};
BOOST_DESCRIBE_STRUCT(VisibleRows, (), (day, known_as_of, viewer, columns))

}  // namespace patio
