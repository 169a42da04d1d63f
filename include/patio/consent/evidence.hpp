#pragma once
/// \file
/// What proves that somebody said, signed or was told something: its kind and the SHA-256 of the document. The document
/// itself stays with the host; whoever holds it can show that it is the one that was seen.
///
///     Evidence scan{EvidenceKind::signed_paper, to_text(sha256(bytes)), now, ProfessionalCode{"pro:fs1"}};

#include <string>
#include <vector>

#include <patio/base/error.hpp>
#include <patio/base/time.hpp>
#include <patio/people/professional.hpp>

namespace patio {

/// `file_entry` is what the professional wrote down at the time: it traces an oral agreement, and proves no other.
enum class EvidenceKind { signed_paper, electronic_signature, message_answer, recording, witness, court_decision, file_entry };
BOOST_DESCRIBE_ENUM(EvidenceKind, signed_paper, electronic_signature, message_answer, recording, witness, court_decision,
                    file_entry)

struct Evidence {
  EvidenceKind kind{};
  /// SHA-256 of the document, in hexadecimal.
  std::string sha256;
  Instant recorded_at;
  ProfessionalCode recorded_by;
  bool operator==(const Evidence&) const = default;
};
BOOST_DESCRIBE_STRUCT(Evidence, (), (kind, sha256, recorded_at, recorded_by))

/// True if something else than the professional's own word stands behind it.
[[nodiscard]] bool proves(const std::vector<Evidence>& evidence);

/// A hash that is no SHA-256, at `path`/0/sha256 and so on.
[[nodiscard]] Issues check(const std::vector<Evidence>& evidence, const std::string& path);

}  // namespace patio
