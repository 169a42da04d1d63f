#include <patio/casework/archives_visa.hpp>

#include <patio/base/hash.hpp>

namespace patio {

bool shows_visa(const ArchivesVisa& visa) { return !visa.reference.empty() && parse_hash(visa.document_sha256).has_value(); }

}  // namespace patio
