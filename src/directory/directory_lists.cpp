#include <patio/directory/directory.hpp>

#include <map>
#include <unordered_map>
#include <unordered_set>

#include <patio/base/json.hpp>

#include "embedded.hpp"

namespace patio {

/// One closed list of codes as the file has it.
struct CodeListEntry {
  std::string name;
  std::string source;
  std::string review;
  std::vector<ListedCode> entries;
};
BOOST_DESCRIBE_STRUCT(CodeListEntry, (), (name, source, review, entries))

struct WordEntry {
  std::string word;
  std::vector<std::string> codes;
};
BOOST_DESCRIBE_STRUCT(WordEntry, (), (word, codes))

struct WordTableEntry {
  std::string name;
  std::string source;
  std::string review;
  std::vector<WordEntry> words;
};
BOOST_DESCRIBE_STRUCT(WordTableEntry, (), (name, source, review, words))

struct DirectoryListsFile {
  std::string schema;
  std::vector<CodeListEntry> lists;
  std::vector<WordTableEntry> tables;
};
BOOST_DESCRIBE_STRUCT(DirectoryListsFile, (), (schema, lists, tables))

namespace {

struct Lists {
  std::map<std::string, std::vector<ListedCode>, std::less<>> lists;
  std::map<std::string, std::unordered_set<std::string_view>, std::less<>> codes;
  std::map<std::string, std::unordered_map<std::string, std::vector<std::string>>, std::less<>> tables;
};

Lists read_lists() {
  auto file = from_json<DirectoryListsFile>(embedded::directory_lists().front().text).value();
  Lists lists;
  for (auto& each : file.lists) lists.lists.emplace(each.name, std::move(each.entries));
  for (const auto& [name, entries] : lists.lists)
    for (const auto& entry : entries) lists.codes[name].insert(entry.code);
  for (auto& each : file.tables)
    for (auto& word : each.words) lists.tables[each.name].emplace(std::move(word.word), std::move(word.codes));
  return lists;
}

const Lists& all_lists() {
  static const Lists lists = read_lists();
  return lists;
}

template <class Map>
const auto& named(const Map& map, std::string_view name) {
  const auto found = map.find(name);
  if (found == map.end()) throw Error(ErrorCode::not_found, {"aucune liste de ce nom", "there is no list of that name"});
  return found->second;
}

}  // namespace

const std::vector<ListedCode>& directory_list(std::string_view name) { return named(all_lists().lists, name); }

bool is_listed(std::string_view list, std::string_view code) { return named(all_lists().codes, list).contains(code); }

const std::vector<std::string>* codes_for(std::string_view table, std::string_view word) {
  const auto& words = named(all_lists().tables, table);
  const auto found = words.find(std::string(word));
  return found == words.end() ? nullptr : &found->second;
}

}  // namespace patio
