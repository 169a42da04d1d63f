#include <patio/desk/consent_reading.hpp>

#include "../handle.hpp"

namespace patio {

Issues check(const ReadConsents&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadConsents&, const Dossier&, const Moment&) {
  return {{RequestAction::view, DataCategory::attendance, nullptr, {}}};
}

Result<ConsentRegister> answer(const ReadConsents&, const Asked& asked) {
  const Dossier& dossier = asked.dossier;
  return ConsentRegister{dossier.of<Notice>(), dossier.of<Consent>(), dossier.of<Objection>(), dossier.of<Representation>()};
}

Issues check(const ReadReceipt&, const Moment&) { return {}; }

std::vector<Access> accesses(const ReadReceipt&, const Dossier&, const Moment&) {
  return {{RequestAction::view, DataCategory::attendance, nullptr, {}}};
}

Result<ConsentReceipts> answer(const ReadReceipt& query, const Asked& asked) {
  if (!find_by_id(asked.dossier.of<Consent>(), query.consent_id)) return refusal("consent_unknown");
  ConsentReceipts found;
  for (const auto& receipt : asked.dossier.of<ConsentReceipt>())
    if (receipt.consent_id == query.consent_id)
      found.receipts.push_back({receipt, record_of(receipt).value(), is_unchanged(receipt)});
  return found;
}

}  // namespace patio
