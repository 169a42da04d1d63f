#pragma once
/// \file
/// The log of a tenant: one leaf per committed transaction, in a Merkle tree, written together with what it records.
///
///     tx.commit({.at = now, .actor = {"pro:fs1"}, .action = {"send_referral"}, .purpose = {"orientation"},
///                .subject = marc.id, .detail = R"({"recipient":"org:caf"})"});
///
/// A leaf names nobody: the person appears under a random pseudonym that only the table `audit_subject` links to them.
/// Beside each leaf stands its *detail*, JSON with codes and ids only, to which the store adds one salted hash for each
/// row that the transaction wrote. The leaf holds the hash of the detail. So verify_audit() finds any change made behind
/// the library's back: in a leaf, a node, a detail, or a row of data, and names the leaf.
///
/// Whoever owns the database can rewrite all of it. Only a checkpoint kept elsewhere proves that they did not.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <patio/people/person.hpp>
#include <patio/store/merkle.hpp>

namespace patio {

class Reader;

/// One city, one association: who shares a log. Leads every key of the database.
using TenantId = Id<struct TenantTag>;
/// The tenant of a database that serves only one.
inline constexpr TenantId single_tenant{{0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1}};

/// "pro:fs1", "job:retention": who acted.
using AuditActor = Code<struct AuditActorTag>;
/// "send_referral": the command or query.
using AuditAction = Code<struct AuditActionTag>;
/// "orientation": what it was done for.
using AuditPurpose = Code<struct AuditPurposeTag>;
/// The pseudonym of a person in the log of one tenant.
using AuditSubjectId = Id<struct AuditSubjectTag>;

/// What whoever commits says of the transaction. Actor, action and purpose are required.
struct AuditEntry {
  Instant at{};
  AuditActor actor = {};
  AuditAction action = {};
  AuditPurpose purpose = {};
  std::optional<PersonId> subject = {};
  /// A JSON object. Codes and ids only: names, numbers and free text have no place in a log.
  std::string detail = "{}";
};

/// A line of the log. `nonce` and `detail_hash` are 64 hexadecimal digits.
struct AuditLeaf {
  std::uint64_t seq{};
  Instant at{};
  AuditActor actor;
  AuditAction action;
  AuditPurpose purpose;
  std::optional<AuditSubjectId> subject;
  /// Random: without it, a line that can be guessed could be recognised by its hash.
  std::string nonce;
  std::string detail_hash;
  bool operator==(const AuditLeaf&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditLeaf, (), (seq, at, actor, action, purpose, subject, nonce, detail_hash))

/// The bytes that are hashed: 01, then each field as four bytes of length (big endian) and its text; tenant, seq (decimal),
/// at, actor, action, purpose, subject (empty if none), nonce, detail_hash.
[[nodiscard]] std::string canonical_bytes(const TenantId& tenant, const AuditLeaf& leaf);

/// A leaf as stored. Without `detail` after the person was forgotten.
struct AuditRecord {
  AuditLeaf leaf;
  std::string leaf_hash;
  std::optional<std::string> detail;
  bool operator==(const AuditRecord&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditRecord, (), (leaf, leaf_hash, detail))

[[nodiscard]] std::uint64_t audit_size(Reader& reader);
/// At most `count` records from number `first`.
[[nodiscard]] std::vector<AuditRecord> audit_records(Reader& reader, std::uint64_t first, std::uint32_t count);
/// Every record about one person, oldest first.
[[nodiscard]] std::vector<AuditRecord> audit_records_about(Reader& reader, const PersonId& person);

/// Of the whole log, or of its first `size` lines. Throws Error(misuse) beyond its end.
[[nodiscard]] Hash audit_root(Reader& reader);
[[nodiscard]] Hash audit_root(Reader& reader, std::uint64_t size);
[[nodiscard]] Proof prove_inclusion(Reader& reader, std::uint64_t seq, std::uint64_t size);
[[nodiscard]] Proof prove_consistency(Reader& reader, std::uint64_t older, std::uint64_t newer);

/// The state of a log at some moment, in the form of C2SP's checkpoints, for keeping elsewhere (not signed).
struct Checkpoint {
  /// Which log: "libpatio/<tenant>", or what the host chose.
  std::string origin;
  std::uint64_t size{};
  Hash root{};
  bool operator==(const Checkpoint&) const = default;
};
[[nodiscard]] Checkpoint checkpoint(Reader& reader);
/// Three lines: origin, size, root in base64.
[[nodiscard]] std::string to_text(const Checkpoint& checkpoint);
/// Reads what to_text() writes; what follows the third line (extensions, signatures) is passed over.
[[nodiscard]] std::optional<Checkpoint> parse_checkpoint(std::string_view text);

enum class AuditFault {
  leaf_missing,
  leaf_changed,
  detail_missing,
  detail_changed,
  node_missing,
  node_changed,
  head_changed,
  row_missing,
  row_changed,
  row_unrecorded,
  other_past,
  file_damaged
};
BOOST_DESCRIBE_ENUM(AuditFault, leaf_missing, leaf_changed, detail_missing, detail_changed, node_missing, node_changed,
                    head_changed, row_missing, row_changed, row_unrecorded, other_past, file_damaged)

/// One thing that is not as it was written.
struct AuditFinding {
  AuditFault fault{};
  /// The leaf concerned: the bad one, or the last that wrote the row. None if no leaf ever wrote it, or for the whole log.
  std::optional<std::uint64_t> seq;
  /// The row concerned, by table and key.
  std::optional<std::string> table;
  std::optional<std::string> key;
  bool operator==(const AuditFinding&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditFinding, (), (fault, seq, table, key))

/// At most 1,000 findings, first those in the log, then those in rows, each by number of leaf. None means that all is as
/// it was written.
struct AuditReport {
  std::uint64_t size{};
  std::uint64_t rows{};
  std::vector<AuditFinding> findings;
  bool operator==(const AuditReport&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditReport, (), (size, rows, findings))

[[nodiscard]] Text sentence(const AuditFinding& finding);

/// Recomputes every leaf and node and compares every row with the hash its last writer recorded. With an older checkpoint
/// also: that log must be the beginning of this one (`other_past` if not). Reads the whole database.
[[nodiscard]] AuditReport verify_audit(Reader& reader, const std::optional<Checkpoint>& older = std::nullopt);

}  // namespace patio
