#include <patio/casework/participants.hpp>

#include <cstdint>
#include <set>

namespace patio {
namespace {

constexpr const char* not_stated = "not_stated";
constexpr int largest_group = 100'000;

void complete(std::map<std::string, int>& classes, CaseworkList list, int total, const std::string& path,
              const CaseworkBook& book, Date day, Issues& issues) {
  const auto fault = [&](std::string_view code, Text message) {
    issues.list.push_back({path, std::string(code), std::move(message)});
  };
  std::int64_t stated = 0;
  for (const auto& [name, number] : classes) {
    const auto code = ReasonCode::parse(name);
    if (!code || !find(book, list, *code, day))
      fault("unknown_reference", {"cette classe n'est pas dans le livre", "that class is not in the book"});
    if (number < 0) fault("out_of_range", {"pas de nombre négatif", "no negative number"});
    if (name != not_stated) stated += number;
  }
  if (stated > total) {
    fault("more_than_total", {"plus de personnes déclarées que de présents", "more people declared than there were"});
    return;
  }
  const int rest = total - static_cast<int>(stated);
  const auto given = classes.find(not_stated);
  if (given != classes.end() && given->second > rest)
    fault("more_than_total", {"plus de personnes déclarées que de présents", "more people declared than there were"});
  classes[not_stated] = rest;
}

}  // namespace

Checked<AnonymousGroup> completed(const AnonymousGroup& declared, const CaseworkBook& book, Date day) {
  Issues issues;
  AnonymousGroup group = declared;
  if (group.total < 0 || group.total > largest_group)
    issues.list.push_back({"/total", "out_of_range", {"de 0 à 100 000 personnes", "0 to 100,000 people"}});
  complete(group.gender, CaseworkList::participant_gender, group.total, "/gender", book, day, issues);
  complete(group.age, CaseworkList::participant_age, group.total, "/age", book, day, issues);
  complete(group.status, CaseworkList::participant_status, group.total, "/status", book, day, issues);
  if (!issues.list.empty()) return issues;
  return group;
}

ParticipantCount count(const CollectiveSession& session) {
  const std::set<PersonId> known(session.known.begin(), session.known.end());
  const int named = static_cast<int>(known.size());
  return {named + session.others.total, named, session.others.total};
}

}  // namespace patio
