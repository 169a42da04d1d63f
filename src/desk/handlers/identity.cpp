#include <algorithm>

#include <patio/desk/identity.hpp>

#include "../sight.hpp"

namespace patio {
namespace {

constexpr auto view = RequestAction::view;
constexpr auto record = RequestAction::record;

const MatchingRules& rules_on(const Moment& moment) {
  if (const MatchingRules* rules = matching_on(*moment.house.matching, moment.today)) return *rules;
  throw Error(ErrorCode::unavailable, {"aucune règle de rapprochement n'est en vigueur", "no rules of matching are in force"});
}

Access about(const PersonId& person, RequestAction action, DataCategory category) {
  Access access{action, category, nullptr, {}};
  access.about = person;
  return access;
}

Person other_person(const Dossier& dossier, const PersonId& other) {
  if (auto person = dossier.get<Person>(other)) return *std::move(person);
  throw Error(ErrorCode::not_found, {"aucune personne n'a cet identifiant ici", "nobody has that id here"});
}

/// A key that more people share than the rules allow is a contact of a hostel or a social worker.
std::vector<PersonId> neighbours(const Dossier& dossier, const PersonId& self, const MatchingRules& rules) {
  std::vector<PersonId> found;
  const auto most = static_cast<std::uint32_t>(rules.crowded_from);
  for (const auto& key : dossier.of<MatchKey>()) {
    const auto rows = dossier.find(where(&MatchKey::match_key, key.match_key).limit(most + 1));
    if (rows.size() > most) continue;
    for (const auto& row : rows)
      if (row.person_id != self) found.push_back(row.person_id);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<NotDuplicate> decisions_about(const Dossier& dossier, const PersonId& person) {
  auto decisions = dossier.of<NotDuplicate>();
  const auto seen_from_others = dossier.find(where(&NotDuplicate::other_person_id, person));
  decisions.insert(decisions.end(), seen_from_others.begin(), seen_from_others.end());
  return decisions;
}

/// Those of whom the hat may know that they have a record here, in order.
std::vector<PersonId> visible_among(const std::vector<DuplicateCandidate>& candidates, const Asked& asked) {
  const Access access{view, DataCategory::identity, nullptr, {}};
  const auto facts = facts_of_file(column(&Person::id), asked.moment, Unreceived::as_own);
  const Condition seen = visible(access, FindDuplicates::purpose, facts, asked.moment, asked.rules);
  constexpr std::size_t most_at_once = 1'000;
  std::vector<PersonId> found;
  for (std::size_t first = 0; first < candidates.size(); first += most_at_once) {
    std::vector<PersonId> ids;
    for (std::size_t i = first; i < std::min(first + most_at_once, candidates.size()); ++i) ids.push_back(candidates[i].person_id);
    for (const auto& person : asked.dossier.find(in(&Person::id, ids).also(seen))) found.push_back(person.id);
  }
  std::sort(found.begin(), found.end());
  return found;
}

template <class T>
constexpr bool moves_with_person = !std::is_same_v<T, PersonMerge> && !std::is_same_v<T, MatchKey> && !std::is_same_v<T, SearchWord>;

/// Gives every record of that kind in the other file to the person who is kept.
template <class T>
void move_records(const Dossier& from, const PersonId& to, std::vector<Write>& writes, std::vector<MovedRecord>& moved) {
  if constexpr (moves_with_person<T>)
    for (T each : from.of<T>()) {
      each.person_id = to;
      moved.push_back({*Code<RecordKindTag>::parse(snake_name<T>()), {each.id.bytes}});
      writes.push_back(changed(std::move(each)));
    }
}

template <class T>
void move_back(const MovedRecord& entry, const Dossier& dossier, const PersonId& to, std::vector<Write>& writes) {
  if constexpr (moves_with_person<T>) {
    if (entry.kind.text() != snake_name<T>()) return;
    auto found = dossier.get<T>({entry.record_id.bytes});
    if (!found) return;  // erased meanwhile
    found->person_id = to;
    writes.push_back(changed(*std::move(found)));
  }
}

/// What the records say against their being of one person, which papers alone can answer.
bool needs_papers(const Person& kept, const Person& other, const Dossier& dossier, const MatchingRules& rules) {
  const auto match = compare(traits_of(kept), traits_of(other), rules);
  return !match || match->same_household || told_apart(decisions_about(dossier, kept.id), kept.id, other.id);
}

}  // namespace

Issues check(const FindDuplicates& query, const Moment&) {
  Checker checker;
  checker.require(query.at_most >= 1 && query.at_most <= 200, "/at_most", "out_of_range", {"attendu : de 1 à 200", "expected 1 to 200"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const FindDuplicates&, const Dossier&, const Moment&) {
  return {{view, DataCategory::identity, nullptr, {}}};
}

Result<DuplicatesFound> answer(const FindDuplicates& query, const Asked& asked) {
  const MatchingRules& rules = rules_on(asked.moment);
  const auto decisions = decisions_about(asked.dossier, query.person_id);
  DuplicateIndex index(rules);
  for (const auto& id : neighbours(asked.dossier, query.person_id, rules))
    if (const auto person = asked.dossier.get<Person>(id); person && !told_apart(decisions, query.person_id, id))
      index.add(id, traits_of(*person));
  DuplicatesFound found{index.candidates(traits_of(*asked.dossier.person), index.size(), query.person_id)};
  const auto seen = visible_among(found.candidates, asked);
  std::erase_if(found.candidates, [&](const DuplicateCandidate& each) {
    return !std::binary_search(seen.begin(), seen.end(), each.person_id);
  });
  if (found.candidates.size() > static_cast<std::size_t>(query.at_most)) found.candidates.resize(static_cast<std::size_t>(query.at_most));
  return found;
}

Issues check(const MarkNotDuplicate& command, const Moment&) {
  Checker checker;
  checker.require(command.person_id != command.other_person_id, "/other_person_id", "same_person",
                  {"nommer deux personnes", "name two people"});
  return std::move(checker).issues();
}

std::vector<Access> accesses(const MarkNotDuplicate& command, const Dossier&, const Moment&) {
  return {{record, DataCategory::identity, nullptr, {}}, about(command.other_person_id, view, DataCategory::identity)};
}

Result<Handled<MarkNotDuplicate>> handle(const MarkNotDuplicate& command, const Dossier& dossier, const Clearance&,
                                         const Moment& moment) {
  static_cast<void>(other_person(dossier, command.other_person_id));
  if (told_apart(decisions_about(dossier, command.person_id), command.person_id, command.other_person_id))
    return refusal("already_done");
  const NotDuplicate apart{next_id<Id<NotDuplicateTag>>(moment.ids), command.person_id, command.other_person_id, moment.now};
  return Handled<MarkNotDuplicate>{{apart.id}, {added(apart)}, {}, {}};
}

Issues check(const MergePersons&, const Moment&) { return {}; }

/// Both files whole: what a merge brings together, whoever merges could already read.
std::vector<Access> accesses(const MergePersons& command, const Dossier&, const Moment&) {
  return {{record, DataCategory::identity, nullptr, {}},
          {view, DataCategory::rights, nullptr, {}},
          about(command.other_person_id, record, DataCategory::identity),
          about(command.other_person_id, view, DataCategory::rights)};
}

Result<Handled<MergePersons>> handle(const MergePersons& command, const Dossier& dossier, const Clearance&,
                                     const Moment& moment) {
  const MatchingRules& rules = rules_on(moment);
  const Person& kept = *dossier.person;
  const Dossier other_file = dossier.about(command.other_person_id);
  Person other = other_person(dossier, command.other_person_id);
  auto done = merge(kept, other, {next_id<MergeId>(moment.ids), moment.professional.code, moment.now, moment.today}, rules);
  if (!done) return done.error();
  if (command.proof != MergeProof::papers_seen && needs_papers(kept, other, dossier, rules)) return refusal("papers_needed_to_merge");

  Handled<MergePersons> handled{{done->id, filled_fields(kept, other), done->undo_last_day}, {changed(merged(kept, other))}, {}, {}};
#define PATIO_MOVE(Record) move_records<Record>(other_file, kept.id, handled.writes, done->moved);
  PATIO_FILE_RECORDS(PATIO_MOVE)
#undef PATIO_MOVE
  other.merged_into = kept.id;
  handled.writes.push_back(changed(std::move(other)));
  handled.writes.push_back(added(*std::move(done)));
  return handled;
}

Issues check(const UndoPersonMerge&, const Moment&) { return {}; }

std::vector<Access> accesses(const UndoPersonMerge&, const Dossier&, const Moment&) {
  return {{record, DataCategory::identity, nullptr, {}}, {view, DataCategory::rights, nullptr, {}}};
}

Result<Handled<UndoPersonMerge>> handle(const UndoPersonMerge& command, const Dossier& dossier, const Clearance&, const Moment& moment) {
  auto known = dossier.get<PersonMerge>(command.merge_id);
  if (!known || known->person_id != command.person_id) return refusal("merge_unknown");
  const auto undone = undo(*known, *dossier.person, moment.today);
  if (!undone) return undone.error();
  Handled<UndoPersonMerge> handled{{undone->person.id, undone->other.id}, {changed(undone->person), changed(undone->other)}, {}, {}};
  for (const auto& entry : known->moved) {
#define PATIO_MOVE_BACK(Record) move_back<Record>(entry, dossier, undone->other.id, handled.writes);
    PATIO_FILE_RECORDS(PATIO_MOVE_BACK)
#undef PATIO_MOVE_BACK
  }
  known->undone_at = moment.now;
  handled.writes.push_back(changed(*std::move(known)));
  return handled;
}

}  // namespace patio
