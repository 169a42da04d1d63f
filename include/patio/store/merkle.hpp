#pragma once
/// \file
/// The Merkle tree of RFC 9162, pure: no database, no file. It proves that a line is in a log, and that a longer log
/// begins with a shorter one, with about log2(size) hashes.
///
///     MerkleTree tree;
///     tree.append(leaf_hash(first));
///     tree.append(leaf_hash(second));
///     const auto proof = prove_inclusion(0, 2, tree.nodes());
///     verify_inclusion(leaf_hash(first), 0, 2, proof, root(2, tree.nodes()));    // true
///
/// A *node* is the hash of a complete subtree of 2^level leaves; level 0 holds the leaf hashes. Complete nodes never
/// change, so they may be stored as they come; everything else is computed from them.

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/hash.hpp>

namespace patio {

/// SHA-256(00 | data): the hash of a leaf.
[[nodiscard]] Hash leaf_hash(std::string_view data);
/// SHA-256(01 | left | right): the hash of an inner node.
[[nodiscard]] Hash node_hash(const Hash& left, const Hash& right);

/// Number `index` (from 0) among the complete nodes of one level.
struct NodeAddress {
  unsigned level{};
  std::uint64_t index{};
  auto operator<=>(const NodeAddress&) const = default;
};

struct Node {
  NodeAddress address;
  Hash hash{};
  bool operator==(const Node&) const = default;
};

/// Gives a stored complete node. Asked only for nodes that the size of the tree makes complete.
using NodeSource = std::function<Hash(NodeAddress)>;

using Proof = std::vector<Hash>;

/// The root over the first `size` leaves; of none, the hash of nothing.
[[nodiscard]] Hash root(std::uint64_t size, const NodeSource& nodes);

/// The nodes that become complete when a leaf joins a tree of `size` leaves: the leaf itself, then upwards.
[[nodiscard]] std::vector<Node> append(std::uint64_t size, const Hash& leaf, const NodeSource& nodes);

/// Proof that leaf `index` is in the tree of `size` leaves. Throws Error(misuse) unless index < size.
[[nodiscard]] Proof prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeSource& nodes);

/// Proof that the tree of `older` leaves is the beginning of the tree of `newer` leaves. Throws Error(misuse) unless
/// 0 < older <= newer: every tree begins with the empty one, so a proof from size 0 would prove nothing.
[[nodiscard]] Proof prove_consistency(std::uint64_t older, std::uint64_t newer, const NodeSource& nodes);

/// RFC 9162, 2.1.3.2. Whoever verifies needs no log: only the leaf, the proof and a root they trust.
[[nodiscard]] bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                                    const Hash& root);

/// RFC 9162, 2.1.4.2. Always false from size 0.
[[nodiscard]] bool verify_consistency(std::uint64_t older, std::uint64_t newer, const Hash& older_root,
                                      const Hash& newer_root, std::span<const Hash> proof);

/// A tree in memory, for verifiers and tests.
class MerkleTree {
 public:
  void append(const Hash& leaf);
  [[nodiscard]] std::uint64_t size() const noexcept { return size_; }
  /// Refers to this tree, which must outlive it.
  [[nodiscard]] NodeSource nodes() const;

 private:
  std::uint64_t size_{};
  std::map<NodeAddress, Hash> nodes_;
};

}  // namespace patio
