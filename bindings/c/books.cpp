#include <patio/base/json_tree.hpp>
#include <patio/secrecy/french_rulebook.hpp>

#include "guard.hpp"
#include "handles.hpp"

namespace {

using namespace patio::c;
using patio::Json;

std::shared_ptr<const patio::rules::Rulebook> rulebook_in(const patio_file* files, std::size_t count) {
  if (count == 0) return patio::french_rulebook();
  std::vector<patio::rules::RulebookFile> read;
  for (const patio_file* file = &needed(files); file != files + count; ++file)
    read.push_back({std::string(name_in(file->name)), std::string(json_in(file->text, file->length))});
  return std::make_shared<const patio::rules::Rulebook>(patio::load_secrecy_rulebook(read).value());
}

std::vector<patio::BookFile> book_files(const patio_file* files, std::size_t count) {
  std::vector<patio::BookFile> read;
  for (const patio_file* file = &needed(files); file != files + count; ++file)
    read.push_back({name_in(file->name), json_in(file->text, file->length)});
  return read;
}

std::shared_ptr<const patio::NeedsBook> needs_in(const patio_file* files, std::size_t count) {
  if (count == 0) return patio::default_books().needs;
  return std::make_shared<const patio::NeedsBook>(patio::load_needs_book(book_files(files, count)).value());
}

/// The schemas as what they are, not as texts within a text.
Json json_of_door(const patio::Door& door) {
  return {{"name", door.name},
          {"kind", patio::name_of(door.kind)},
          {"input_schema", Json::parse(door.input_schema)},
          {"output_schema", Json::parse(door.output_schema)}};
}

}  // namespace

patio_status patio_books_default(patio_books** out, patio_error** error) {
  return guard_out(out, error, [] { return new patio_books{patio::default_books()}; });
}

patio_status patio_books_load(const patio_file* rules, size_t rule_count, const patio_file* needs, size_t need_count,
                              patio_books** out, patio_error** error) {
  return guard_out(out, error, [&] {
    return new patio_books{{rulebook_in(rules, rule_count), needs_in(needs, need_count), patio::default_books().house}};
  });
}

patio_status patio_books_with_house(const patio_books* books, const patio_file* files, size_t count, patio_books** out,
                                    patio_error** error) {
  return guard_out(out, error, [&] {
    std::vector<patio::HouseFile> read;
    if (count != 0)
      for (const patio_file* file = &needed(files); file != files + count; ++file)
        read.push_back({name_in(file->name), json_in(file->text, file->length)});
    auto made = std::make_unique<patio_books>(needed(books));
    const patio::HouseBooks house = patio::load_house_books(read).value();
    if (house.casework) made->books.house.casework = house.casework;
    if (house.neutral_texts) made->books.house.neutral_texts = house.neutral_texts;
    if (house.matching) made->books.house.matching = house.matching;
    return made.release();
  });
}

patio_status patio_books_with_local_rules(const patio_books* books, const patio_file* files, size_t file_count,
                                          patio_books** out, patio_error** error) {
  return guard_out(out, error, [&] {
    auto made = std::make_unique<patio_books>(needed(books));
    made->books.needs = std::make_shared<const patio::NeedsBook>(
        patio::with_local_rules(*made->books.needs, book_files(files, file_count)).value());
    return made.release();
  });
}

void patio_books_free(patio_books* books) { delete books; }

patio_status patio_ask(const patio_books* books, const char* door, const char* json, size_t length, char** out,
                       patio_error** error) {
  return guard_out(out, error, [&] {
    return string_out(patio::ask_door(needed(books).books, name_in(door), json_in(json, length)));
  });
}

patio_status patio_doors(char** out, patio_error** error) {
  return guard_out(out, error, [] {
    Json all = Json::array();
    for (const auto& door : patio::doors()) all.push_back(json_of_door(door));
    return string_out(all.dump());
  });
}
