#include <patio/desk/book_schemas.hpp>

#include <algorithm>

#include <patio/base/error.hpp>
#include <patio/casework/casework_book.hpp>
#include <patio/casework/identifying_content.hpp>
#include <patio/casework/neutral_text.hpp>
#include <patio/casework/referral_reason.hpp>
#include <patio/consent/consent_terms.hpp>
#include <patio/consent/mandate_terms.hpp>
#include <patio/directory/operators.hpp>
#include <patio/orientation/needs_book_schema.hpp>
#include <patio/people/matching.hpp>
#include <patio/rules/rulebook_schema.hpp>
#include <patio/schedule/limit.hpp>
#include <patio/secrecy/cases.hpp>
#include <patio/secrecy/note_check.hpp>

#include "base/book_file.hpp"
#include "people/capacity_table.hpp"

namespace patio {
namespace {

/// A file whose schema is its shape: the whole of it, or the entries of its one list.
struct PlainFile {
  std::string_view kind;
  ShapeGetter shape;
  std::string_view list = {};
};

constexpr PlainFile plain_files[] = {
    {"capacity", &shape_of<CapacityTable>},
    {"cases", &shape_of<SecrecyCase>, "cases"},
    {"casework", &shape_of<CaseworkBook>},
    {"consent_terms", &shape_of<ConsentTerms>, "terms"},
    {"identifying_words", &shape_of<IdentifyingBook>},
    {"limits", &shape_of<LimitBook>},
    {"mandate_terms", &shape_of<MandateTerms>, "terms"},
    {"matching", &shape_of<MatchingBook>},
    {"neutral_texts", &shape_of<NeutralBook>},
    {"note_words", &shape_of<NoteBook>},
    {"operators", &shape_of<Operator>, "operators"},
    {"referral_reasons", &shape_of<ReasonBook>},
    {"refusals", &shape_of<Refusal>, "refusals"},
};

Json plain_schema(const PlainFile& file) {
  if (!file.list.empty()) return list_file_schema(file.kind, file.list, file.shape());
  return book_file_schema(file.shape(), "patio/" + std::string(file.kind) + "/1");
}

}  // namespace

std::optional<std::string> schema_of_file(const Books& books, std::string_view kind) {
  if (auto schema = rules::rulebook_schema(*books.rulebook, kind)) return schema;
  if (auto schema = needs_book_schema(*books.needs, kind)) return schema;
  const auto* found = std::find_if(std::begin(plain_files), std::end(plain_files), [&](const auto& each) { return each.kind == kind; });
  if (found == std::end(plain_files)) return std::nullopt;
  return written(plain_schema(*found));
}

std::vector<std::string_view> kinds_of_files() {
  std::vector<std::string_view> kinds(std::begin(rules::rulebook_file_kinds), std::end(rules::rulebook_file_kinds));
  kinds.insert(kinds.end(), std::begin(needs_book_file_kinds), std::end(needs_book_file_kinds));
  for (const auto& each : plain_files) kinds.push_back(each.kind);
  return kinds;
}

}  // namespace patio
