#include "records.hpp"

#include <algorithm>

#include "timed.hpp"

// Here and not beside the records: each key is a template over the whole struct, and every handler reads that header.
#define PATIO_KEYS(Record, ...)                          \
  template <>                                            \
  struct patio::Keys<patio::Record> {                    \
    using R = patio::Record;                             \
    static std::vector<Key> list() { return {__VA_ARGS__}; } \
  };
PATIO_KEYS(Encounter, index_on(&R::person_id, &R::organisation, &R::pole), index_on(&R::professional))
PATIO_KEYS(NeedRecord, index_on(&R::person_id), index_on(&R::encounter_id))
PATIO_KEYS(Notice, index_on(&R::person_id))
PATIO_KEYS(Consent, index_on(&R::person_id))
PATIO_KEYS(ConsentReceipt, index_on(&R::person_id))
PATIO_KEYS(Objection, index_on(&R::person_id))
PATIO_KEYS(Representation, index_on(&R::person_id))
PATIO_KEYS(Mandate, index_on(&R::person_id))
PATIO_KEYS(MandateUse, index_on(&R::person_id))
PATIO_KEYS(MandateEntry, index_on(&R::person_id))
PATIO_KEYS(Appointment, index_on(&R::person_id), index_on(&R::starts_at))
PATIO_KEYS(Referral, index_on(&R::person_id), index_on(&R::service, &R::state), index_on(&R::sent_from, &R::state))
PATIO_KEYS(ReferralStep, index_on(&R::person_id))
PATIO_KEYS(ReferralLink, index_on(&R::person_id))
PATIO_KEYS(Disclosure, index_on(&R::person_id))
PATIO_KEYS(CaseFile, index_on(&R::person_id))
PATIO_KEYS(CaseSeat, index_on(&R::person_id), index_on(&R::case_id), index_on(&R::professional))
PATIO_KEYS(CaseMerge, index_on(&R::person_id))
PATIO_KEYS(CaseNote, index_on(&R::person_id))
PATIO_KEYS(JointInterview, index_on(&R::person_id), index_on(&R::starts_at))
PATIO_KEYS(HelpRequest, index_on(&R::person_id), index_on(&R::state))
PATIO_KEYS(HomeVisit, index_on(&R::person_id), index_on(&R::starts_at))
PATIO_KEYS(SafetyMark, index_on(&R::person_id))
PATIO_KEYS(AdverseParty, index_on(&R::person_id), index_on(&R::other_id))
PATIO_KEYS(ConflictOfInterest, index_on(&R::person_id))
PATIO_KEYS(TechnicalAdvice, index_on(&R::asked_by), index_on(&R::adviser))
PATIO_KEYS(CollectiveSession, index_on(&R::professional))
PATIO_KEYS(Death, index_on(&R::person_id))
PATIO_KEYS(LegalHold, index_on(&R::person_id))
PATIO_KEYS(ArchivesVisa, index_on(&R::person_id))
PATIO_KEYS(NotDuplicate, index_on(&R::person_id), index_on(&R::other_person_id))
PATIO_KEYS(PersonMerge, index_on(&R::person_id), index_on(&R::other_person_id))
PATIO_KEYS(MatchKey, index_on(&R::person_id), index_on(&R::match_key))
PATIO_KEYS(SearchWord, index_on(&R::person_id, &R::word), index_on(&R::word))
PATIO_KEYS(PendingEffect, index_on(&R::due_at))
PATIO_KEYS(Timer, index_on(&R::due_at))
#undef PATIO_KEYS

namespace patio {
namespace {

template <class T>
void keep_timer(Transaction& transaction, WriteKind kind, const T& record, const Moment& moment) {
  if constexpr (requires { next_due(record, moment); }) {
    const auto due = kind == WriteKind::remove ? std::nullopt : next_due(record, moment);
    const Id<TimerTag> id{record.id.bytes};
    const auto known = kind == WriteKind::add ? std::nullopt : transaction.get<Timer>(id);
    if (!due) {
      if (known) transaction.erase<Timer>(id);
      return;
    }
    const Timer timer{id, snake_name<T>(), record.person_id, *due};
    if (!known) transaction.insert(timer);
    else if (*known != timer) transaction.update(timer);
  }
}

}  // namespace

std::vector<Table> centre_tables() {
  std::vector<Table> tables;
#define PATIO_ADD_TABLE(Record) tables.push_back(tables_of<Record>().front());
  PATIO_RECORDS(PATIO_ADD_TABLE)
#undef PATIO_ADD_TABLE
  return tables;
}

template <class T>
void put(Transaction& transaction, WriteKind kind, const T& record, const Moment& moment) {
  switch (kind) {
    case WriteKind::add: transaction.insert(record); break;
    case WriteKind::change: transaction.update(record); break;
    case WriteKind::remove: transaction.template erase<T>(record.id); break;
  }
  keep_timer(transaction, kind, record, moment);
  if constexpr (std::is_same_v<T, Person>) {
    keep_match_keys(transaction, record, kind == WriteKind::remove, moment);
    keep_search_words(transaction, record, kind == WriteKind::remove, moment);
  }
}

template <class T>
std::vector<T> load_file(Reader& reader, const PersonId& person) {
  auto query = where(&T::person_id, person);
  if constexpr (!std::is_null_pointer_v<std::remove_const_t<decltype(in_time<T>)>>) query.ordered_by(in_time<T>);
  return reader.find(query);
}

#define PATIO_PUT(Record) template void put(Transaction&, WriteKind, const Record&, const Moment&);
PATIO_RECORDS(PATIO_PUT)
#undef PATIO_PUT
#define PATIO_LOAD(Record) template std::vector<Record> load_file(Reader&, const PersonId&);
PATIO_FILE_RECORDS(PATIO_LOAD)
#undef PATIO_LOAD

}  // namespace patio
