#include "note_reading.hpp"

#include <algorithm>

#include <patio/desk/notes.hpp>

#include "../casework.hpp"
#include "../sight.hpp"

namespace patio {
namespace {

const PurposeCode follow_up{"follow_up"};

/// What the desk knows whatever the note. Not inlined: that makes g++ 12 fail at -O3.
[[gnu::noinline]]
AccessRequest facts_of_reader(const Asked& asked) {
  const Access view{RequestAction::view, DataCategory::note, nullptr, {}, {}};
  AccessRequest facts = request_for(view, follow_up, asked.dossier, asked.moment, asked.rules);
  facts.compartment.reset();
  facts.involvement.reset();
  return facts;
}

/// The facts of the author's hat.
AccessRequest facts_of_author(const Hat& hat, const rules::RuleSet& rules) {
  AccessRequest author;
  author.actor = enum_from<Actor>(hat.actor);
  author.actor_status = hat_status(rules, hat_facts(hat)).status;
  author.actor_profession = hat_facts(hat).profession;
  return author;
}

/// What the register of consents says.
std::optional<ConsentFact> consent_to(DataCategory category, const Asked& asked) {
  return request_to_know(*CategoryCode::parse(name_of(category)), follow_up, asked.dossier, asked.moment, asked.rules).consent;
}

/// Notes in a case in which the hat stands; those of no case, if it stands in any of the person's.
Condition in_own_case(const Asked& asked) {
  std::vector<CaseId> cases;
  for (const auto& file : asked.dossier.of<CaseFile>())
    if (standing_of(asked.dossier, asked.moment, file.id) != Standing::none) cases.push_back(file.id);
  std::vector<Condition> ways{that(in(&CaseNote::case_id, cases))};
  if (standing_of(asked.dossier, asked.moment, std::nullopt) != Standing::none)
    ways.push_back(that(Query<CaseNote>().absent(&CaseNote::case_id)));
  return either(std::move(ways));
}

/// casework/note.hpp as conditions on rows: in which compartment a note lies for this reader, and who gives it to them.
class NoteRows {
 public:
  explicit NoteRows(const Asked& asked)
      : asked_(asked), hat_(asked.moment.hat), reader_(facts_of_reader(asked)), facts_{compartments(), involvement()} {
    for (const auto& author : asked.moment.plan.professionals)
      for (const auto& hat : author.hats) add_author(facts_of_author(hat, asked.rules), that(written_by(author, hat)));
    std::vector<Condition> known;
    for (const auto& [facts, wrote] : authors_) known.insert(known.end(), wrote.begin(), wrote.end());
    // Of an author whom the plan does not know under that hat nothing is known.
    add_author({}, unless(either(std::move(known))));
  }

  /// The notes of which the rules let the reader know what falls under that category.
  [[nodiscard]] Condition readable(DataCategory category) const {
    AccessRequest reader = reader_;
    reader.category = category;
    if (const auto said = consent_to(category, asked_)) reader.consent = said;
    std::vector<Condition> ways{all_of({unless(elsewhere_), visible(reader, facts_, asked_.rules)})};
    // In another service its author gives the note, under the hat of that day.
    reader.action = RequestAction::disclose;
    for (const auto& [author, wrote] : authors_) {
      reader.actor = author.actor;
      reader.actor_status = author.actor_status;
      reader.actor_profession = author.actor_profession;
      const Condition seen = visible(reader, facts_, asked_.rules);
      if (seen != never_) ways.push_back(all_of({elsewhere_, either(wrote), seen}));
    }
    return either(std::move(ways));
  }

 private:
  template <DescribedEnum E>
  static std::pair<std::string, Condition> named(E name, Condition where) {
    return {std::string(name_of(name)), std::move(where)};
  }
  static Condition of_level(std::vector<NoteLevel> levels) { return that(in(&CaseNote::level, levels)); }

  /// Authors of equal facts are one to the rules.
  void add_author(const AccessRequest& facts, Condition wrote) {
    const auto same = std::find_if(authors_.begin(), authors_.end(), [&](const auto& each) { return each.first == facts; });
    if (same != authors_.end()) same->second.push_back(std::move(wrote));
    else authors_.push_back({facts, {std::move(wrote)}});
  }

  [[nodiscard]] RowFact compartments() const {
    const Condition sealed = of_level({NoteLevel::l5}), common = all_of({shared_, unless(sealed)});
    return {"compartment",
            {named(Compartment::own_creation, all_of({own_, unless(sealed), unless(shared_)})),
             named(Compartment::own_service, either({all_of({common, held_}), all_of({plain_, unless(own_), here_})})),
             named(Compartment::other_service, elsewhere_),
             named(Compartment::working_note, all_of({of_level({NoteLevel::l4}), unless(shared_), unless(own_)})),
             named(Compartment::sealed_held, all_of({sealed, held_})),
             named(Compartment::sealed, all_of({either({sealed, common}), unless(held_)}))}};
  }

  [[nodiscard]] RowFact involvement() const {
    const Condition involved = either({in_own_case(asked_), held_});
    return {"involvement", {named(Involvement::both, involved), named(Involvement::none, unless(involved))}};
  }

  [[nodiscard]] Query<CaseNote> written_by(const Professional& author, const Hat& hat) const {
    const auto start_of = [&](Date day) { return instant_at({day, {}}, asked_.moment.zone).instant; };
    auto notes = where(&CaseNote::author, author.code).where(&CaseNote::hat, hat.code);
    notes.at_least(&CaseNote::written_at, start_of(hat.period.since));
    if (hat.period.until) notes.below(&CaseNote::written_at, start_of(*hat.period.until));
    return notes;
  }

  const Asked& asked_;
  const Hat& hat_;
  const AccessRequest reader_;
  const Condition never_ = either({});
  const Condition own_ = that(where(&CaseNote::author, asked_.moment.professional.code).where(&CaseNote::hat, hat_.code));
  const Condition held_ =
      that(Query<CaseNote>().has(&CaseNote::holders, NoteHolder{asked_.moment.professional.code, hat_.code}));
  const Condition here_ = of_service(&CaseNote::organisation, &CaseNote::pole, hat_);
  const Condition shared_ = that(Query<CaseNote>().present(&CaseNote::shared_in));
  const Condition plain_ =
      all_of({of_level({NoteLevel::l0, NoteLevel::l1, NoteLevel::l2, NoteLevel::l3}), unless(shared_)});
  const Condition elsewhere_ = all_of({plain_, unless(own_), unless(here_)});
  const RowFacts facts_;
  std::vector<std::pair<AccessRequest, std::vector<Condition>>> authors_;
};

/// The notes that fall under a category: by their level, as a note says that speaks of nothing else, or since they speak of it.
Condition falls_under(DataCategory category) {
  const auto means = [&](CaseNote note) {
    const auto requests = requests_to_read(note, {});
    return std::any_of(requests.begin(), requests.end(), [&](const auto& each) { return each.category == category; });
  };
  std::vector<Condition> ways{that(Query<CaseNote>().has(&CaseNote::categories, category))};
  const Condition of_nothing = equals(column(&CaseNote::categories), ColumnKind::text, "[]");
  for (const auto& level : enumerators<NoteLevel>()) {
    CaseNote note;
    note.level = level.value;
    const Condition at_level = that(where(&CaseNote::level, level.value));
    if (means(note)) ways.push_back(all_of({at_level, of_nothing}));
    // Some other category than this one.
    note.categories = {category == DataCategory::mail ? DataCategory::tax : DataCategory::mail};
    if (means(note)) ways.push_back(all_of({at_level, unless(of_nothing)}));
  }
  return either(std::move(ways));
}

}  // namespace

NoteReader reader_of(const CaseNote& note, const Asked& asked) {
  const Moment& moment = asked.moment;
  NoteReader reader{moment.professional.code,
                    moment.hat.code,
                    moment.hat.organisation,
                    moment.hat.pole.value_or(PoleCode{}),
                    standing_of(asked.dossier, moment, note.case_id),
                    facts_of_reader(asked),
                    {},
                    {}};
  if (const Professional* author = find_by_code(moment.plan.professionals, note.author))
    if (const Hat* hat = worn(*author, note.hat, day_in(note.written_at, moment.zone)))
      reader.author = facts_of_author(*hat, asked.rules);
  for (const auto& request : requests_to_read(note, reader))
    if (const auto said = consent_to(*request.category, asked)) reader.consents[std::string(name_of(*request.category))] = *said;
  return reader;
}

Condition readable(const Asked& asked) {
  const NoteRows rows(asked);
  std::vector<std::pair<Condition, std::vector<Condition>>> groups;
  for (const auto& each : enumerators<DataCategory>()) {
    const Condition seen = rows.readable(each.value);
    auto group = std::find_if(groups.begin(), groups.end(), [&](const auto& known) { return known.first == seen; });
    if (group == groups.end()) group = groups.insert(groups.end(), {seen, {}});
    group->second.push_back(falls_under(each.value));
  }
  std::vector<Condition> all;
  for (auto& [seen, categories] : groups) all.push_back(either({seen, unless(either(std::move(categories)))}));
  return all_of(std::move(all));
}

Issues check(const ReadNotes&, const Moment&) { return {}; }
/// Judged note by note, in the query itself.
std::vector<Access> accesses(const ReadNotes&, const Dossier&, const Moment&) { return {}; }

Result<NotesShown> answer(const ReadNotes& query, const Asked& asked) {
  auto notes = where(&CaseNote::person_id, query.person_id).also(readable(asked)).ordered_by(&CaseNote::written_at);
  if (query.case_id) notes.where(&CaseNote::case_id, query.case_id);
  NotesShown shown;
  for (const auto& note : asked.dossier.find(notes)) {
    // What it says of others is the note's own question.
    const NoteReading reading = read_note(asked.rules, note, reader_of(note, asked));
    if (!reading.text) continue;
    shown.notes.push_back({note.id, note.case_id, note.author, note.written_at, note.level, note.categories, *reading.text});
  }
  return shown;
}

}  // namespace patio
