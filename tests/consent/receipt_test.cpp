#include <patio/consent/receipt.hpp>

#include <patio/base/json.hpp>

#include "arbitrary.hpp"
#include "catch.hpp"
#include "properties.hpp"

using namespace patio;

namespace {

constexpr Date day = 2026_y / 3 / 10;

Consent given() {
  Consent consent;
  consent.id.bytes[0] = 1;
  consent.person_id.bytes[0] = 2;
  consent.purpose = PurposeCode{"orientation"};
  consent.recipients = {OrganisationCode{"org:noa_clic"}};
  consent.categories = {CategoryCode{"identity"}, CategoryCode{"health"}};
  consent.text_version = "orientation-1";
  consent.period = {day, Date(2027_y / 3 / 10)};
  consent.state = ConsentState::active;
  consent.history = {{*parse_instant("2026-03-10T08:20:00Z"),
                      ConsentEvent::give,
                      ConsentState::active,
                      ConsentGiver::person,
                      ProfessionalCode{"pro:fs1"},
                      {}}};
  return consent;
}

const std::vector<RecordedParty> parties = {{OrganisationCode{"org:igny"}, "Commune", RecordedRole::controller},
                                            {OrganisationCode{"org:noa_clic"}, "Clic", RecordedRole::recipient}};

ConsentReceipt receipt_of(const Consent& consent) {
  return make_receipt({}, consent, parties, *parse_instant("2026-03-10T08:20:01Z"), consent_terms(day));
}

}  // namespace

TEST_CASE("a receipt says who receives what, for what, on which notice, and which data the law calls special") {
  const ConsentRecord record = record_of(receipt_of(given())).value();
  CHECK(record.record_id == given().id);
  CHECK(record.processing.privacy_notice == "orientation-1");
  REQUIRE(record.processing.purposes.size() == 1);
  const RecordedPurpose& purpose = record.processing.purposes.front();
  CHECK(purpose.recipient_third_parties == given().recipients);
  CHECK(purpose.pii_information ==
        std::vector<RecordedPii>{{CategoryCode{"identity"}, false}, {CategoryCode{"health"}, true}});
  CHECK(record.party_identification == parties);
  REQUIRE(record.events.size() == 1);
  CHECK(record.events.front().event_type == "give");
  CHECK(record.events.front().valid_until == Date(2027_y / 3 / 10));
}

TEST_CASE("a receipt stays true when its consent is withdrawn later") {
  const ConsentReceipt receipt = receipt_of(given());
  Consent later = given();
  later.state = ConsentState::withdrawn;
  later.categories.clear();
  CHECK(is_unchanged(receipt));
  CHECK(record_of(receipt).value().processing.purposes.front().pii_information.size() == 2);
  CHECK(receipt_of(later).content_hash != receipt.content_hash);
}

TEST_CASE("a receipt of which one byte was changed is told from a true one, and one of something else is not read") {
  ConsentReceipt receipt = receipt_of(given());
  receipt.content[10] ^= 1;
  CHECK_FALSE(is_unchanged(receipt));
  receipt.content = "{}";
  CHECK_FALSE(record_of(receipt).has_value());
}

TEST_CASE("receipts of all consents") {
  prop("are read back as they were written", [](Consent consent) {
    const ConsentReceipt receipt = receipt_of(consent);
    RC_ASSERT(is_unchanged(receipt));
    RC_ASSERT(record_of(receipt).value() == record_of(consent, parties, consent_terms(day)));
  });
}
