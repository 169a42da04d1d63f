#include <patio/store/merkle.hpp>

#include <algorithm>
#include <bit>
#include <sodium.h>

#include <patio/base/error.hpp>

namespace patio {
namespace {

const unsigned char* bytes_of(std::string_view text) { return reinterpret_cast<const unsigned char*>(text.data()); }

/// The largest power of two below `size`, which is at least 2.
std::uint64_t split(std::uint64_t size) { return std::bit_floor(size - 1); }

/// The hash over the leaves from `first`, which is a multiple of the power of two at or above `count`.
Hash range_hash(std::uint64_t first, std::uint64_t count, const NodeSource& nodes) {
  if (std::has_single_bit(count)) {
    const auto level = static_cast<unsigned>(std::countr_zero(count));
    return nodes({level, first >> level});
  }
  const auto left = split(count);
  return node_hash(range_hash(first, left, nodes), range_hash(first + left, count - left, nodes));
}

/// PATH of RFC 9162, 2.1.3.1, over `count` leaves from `first`.
void add_path(Proof& proof, std::uint64_t index, std::uint64_t first, std::uint64_t count, const NodeSource& nodes) {
  if (count == 1) return;
  const auto left = split(count);
  if (index < left) {
    add_path(proof, index, first, left, nodes);
    proof.push_back(range_hash(first + left, count - left, nodes));
  } else {
    add_path(proof, index - left, first + left, count - left, nodes);
    proof.push_back(range_hash(first, left, nodes));
  }
}

/// SUBPROOF of RFC 9162, 2.1.4.1. `whole`: the older tree is exactly what the verifier already holds.
void add_subproof(Proof& proof, std::uint64_t older, std::uint64_t first, std::uint64_t count, bool whole,
                  const NodeSource& nodes) {
  if (older == count) {
    if (!whole) proof.push_back(range_hash(first, count, nodes));
    return;
  }
  const auto left = split(count);
  if (older <= left) {
    add_subproof(proof, older, first, left, whole, nodes);
    proof.push_back(range_hash(first + left, count - left, nodes));
  } else {
    add_subproof(proof, older - left, first + left, count - left, false, nodes);
    proof.push_back(range_hash(first, left, nodes));
  }
}

}  // namespace

Hash leaf_hash(std::string_view data) {
  constexpr unsigned char prefix = 0;
  Hash hash;
  crypto_hash_sha256_state state;
  crypto_hash_sha256_init(&state);
  crypto_hash_sha256_update(&state, &prefix, 1);
  crypto_hash_sha256_update(&state, bytes_of(data), data.size());
  crypto_hash_sha256_final(&state, hash.data());
  return hash;
}

Hash node_hash(const Hash& left, const Hash& right) {
  std::array<unsigned char, 65> data;
  data[0] = 1;
  std::copy(left.begin(), left.end(), data.begin() + 1);
  std::copy(right.begin(), right.end(), data.begin() + 33);
  Hash hash;
  crypto_hash_sha256(hash.data(), data.data(), data.size());
  return hash;
}

Hash root(std::uint64_t size, const NodeSource& nodes) { return size == 0 ? sha256("") : range_hash(0, size, nodes); }

std::vector<Node> append(std::uint64_t size, const Hash& leaf, const NodeSource& nodes) {
  std::vector<Node> complete{{{0, size}, leaf}};
  for (unsigned level = 0; (size >> level & 1) != 0; ++level) {
    const auto right = complete.back();
    const Hash left = nodes({level, right.address.index - 1});
    complete.push_back({{level + 1, right.address.index / 2}, node_hash(left, right.hash)});
  }
  return complete;
}

Proof prove_inclusion(std::uint64_t index, std::uint64_t size, const NodeSource& nodes) {
  if (index >= size)
    throw Error(ErrorCode::misuse, {"ce journal n'a pas encore cette ligne : demander une taille plus grande que le numéro",
                                    "the log has no such line yet: ask for a size above the number of the line"});
  Proof proof;
  add_path(proof, index, 0, size, nodes);
  return proof;
}

Proof prove_consistency(std::uint64_t older, std::uint64_t newer, const NodeSource& nodes) {
  if (older == 0 || older > newer)
    throw Error(ErrorCode::misuse, {"une preuve de continuité va d'une taille d'au moins 1 à une taille égale ou plus grande",
                                    "a proof of consistency goes from a size of at least 1 to the same or a greater size"});
  Proof proof;
  add_subproof(proof, older, 0, newer, true, nodes);
  return proof;
}

bool verify_inclusion(const Hash& leaf, std::uint64_t index, std::uint64_t size, std::span<const Hash> proof,
                      const Hash& root) {
  if (index >= size) return false;
  auto node = index;
  auto last = size - 1;
  Hash hash = leaf;
  for (const auto& step : proof) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      hash = node_hash(step, hash);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      hash = node_hash(hash, step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t older, std::uint64_t newer, const Hash& older_root, const Hash& newer_root,
                        std::span<const Hash> proof) {
  if (older == 0 || older > newer) return false;
  if (older == newer) return proof.empty() && older_root == newer_root;
  if (proof.empty()) return false;

  auto node = older - 1;
  auto last = newer - 1;
  while ((node & 1) != 0) {
    node >>= 1;
    last >>= 1;
  }
  const bool starts_with_root = std::has_single_bit(older);
  Hash first = starts_with_root ? older_root : proof.front();
  Hash second = first;
  for (const auto& step : proof.subspan(starts_with_root ? 0 : 1)) {
    if (last == 0) return false;
    if ((node & 1) != 0 || node == last) {
      first = node_hash(step, first);
      second = node_hash(step, second);
      while ((node & 1) == 0 && node != 0) {
        node >>= 1;
        last >>= 1;
      }
    } else {
      second = node_hash(second, step);
    }
    node >>= 1;
    last >>= 1;
  }
  return last == 0 && first == older_root && second == newer_root;
}

void MerkleTree::append(const Hash& leaf) {
  for (const auto& node : patio::append(size_, leaf, nodes())) nodes_[node.address] = node.hash;
  ++size_;
}

NodeSource MerkleTree::nodes() const {
  return [this](NodeAddress address) { return nodes_.at(address); };
}

}  // namespace patio
