#include <patio/desk/house_books.hpp>

#include <patio/base/json_tree.hpp>

namespace patio {
namespace {

template <class T>
void take(std::shared_ptr<const T>& place, Checked<T> read, const std::string& path, Issues& issues) {
  if (!read) {
    for (auto fault : read.error().list) {
      fault.path = path + fault.path;
      issues.list.push_back(std::move(fault));
    }
  } else if (place) {
    issues.list.push_back({path, "repeated", {"ne donner qu'un fichier par livre", "give one file for each book"}});
  } else {
    place = std::make_shared<const T>(*std::move(read));
  }
}

/// Empty if it says none: then it is no book of a house.
std::string schema_of(std::string_view text) {
  const auto tree = parse_json(text);
  if (!tree || !tree->is_object()) return "";
  const auto schema = tree->find("schema");
  return schema != tree->end() && schema->is_string() ? schema->get<std::string>() : "";
}

/// Lives as long as the program: nothing to free.
template <class T>
std::shared_ptr<const T> compiled_in(const T& book) {
  return {std::shared_ptr<void>(), &book};
}

}  // namespace

Checked<HouseBooks> load_house_books(const std::vector<HouseFile>& files) {
  HouseBooks house;
  Issues issues;
  for (const auto& file : files) {
    const std::string path(file.name), schema = schema_of(file.text);
    if (schema == "patio/casework/1") take(house.casework, load_casework_book(file.text), path, issues);
    else if (schema == "patio/neutral_texts/1") take(house.neutral_texts, load_neutral_book(file.text), path, issues);
    else if (schema == "patio/matching/1") take(house.matching, load_matching(file.text), path, issues);
    else
      issues.list.push_back({path + "/schema", "unknown_schema",
                             {"attendu : patio/casework/1, patio/neutral_texts/1 ou patio/matching/1",
                              "expected patio/casework/1, patio/neutral_texts/1 or patio/matching/1"}});
  }
  if (!issues.list.empty()) return issues;
  return house;
}

HouseBooks completed(HouseBooks house) {
  if (!house.casework) house.casework = compiled_in(french_casework_book());
  if (!house.neutral_texts) house.neutral_texts = compiled_in(french_neutral_book());
  if (!house.matching) house.matching = compiled_in(french_matching());
  return house;
}

}  // namespace patio
