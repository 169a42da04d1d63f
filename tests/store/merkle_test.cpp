#include <patio/store/merkle.hpp>

#include <fstream>
#include <nlohmann/json.hpp>
#include <sodium.h>

#include "catch.hpp"

using namespace patio;
using Json = nlohmann::json;

namespace {

std::string vector_path(const std::string& file) { return PATIO_TEST_DATA "/vectors/merkle/" + file; }

Json json_file(const std::string& file) {
  std::ifstream in(vector_path(file));
  REQUIRE(in);
  return Json::parse(in);
}

std::vector<Json> json_lines(const std::string& file) {
  std::ifstream in(vector_path(file));
  REQUIRE(in);
  std::vector<Json> lines;
  for (std::string line; std::getline(in, line);) lines.push_back(Json::parse(line));
  return lines;
}

std::string unhex(const std::string& hex) {
  std::string bytes;
  for (std::size_t i = 0; i < hex.size(); i += 2) bytes += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return bytes;
}

std::optional<std::string> from_base64(const std::string& text) {
  std::string bytes(text.size(), '\0');
  std::size_t size = 0;
  if (sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                        &size, nullptr, sodium_base64_VARIANT_ORIGINAL) != 0)
    return std::nullopt;
  bytes.resize(size);
  return bytes;
}

/// Nothing if the base64 does not hold 32 bytes, as in some spoilt vectors.
std::optional<Hash> hash_from_base64(const std::string& text) {
  const auto bytes = from_base64(text);
  if (!bytes || bytes->size() != 32) return std::nullopt;
  Hash hash{};
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

/// Some consistency vectors hold shorter roots ("dont care"); zeros fill them up, so that equal ones stay equal.
std::optional<Hash> root_from_base64(const std::string& text) {
  const auto bytes = from_base64(text);
  if (!bytes || bytes->size() > 32) return std::nullopt;
  Hash hash{};
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

std::optional<Proof> proof_from(const Json& json) {
  Proof proof;
  if (json.is_null()) return proof;
  for (const auto& each : json) {
    const auto hash = hash_from_base64(each.get<std::string>());
    if (!hash) return std::nullopt;
    proof.push_back(*hash);
  }
  return proof;
}

MerkleTree tree_of_bytes(int size) {
  MerkleTree tree;
  for (int i = 0; i < size; ++i) tree.append(leaf_hash(std::string(1, static_cast<char>(i))));
  return tree;
}

std::string joined(const Proof& proof) {
  std::string text;
  for (const auto& hash : proof) text += ' ' + to_text(hash);
  return text + '\n';
}

std::vector<std::string> hex_of(const Proof& proof) {
  std::vector<std::string> all;
  for (const auto& hash : proof) all.push_back(to_text(hash));
  return all;
}

}  // namespace

TEST_CASE("every published inclusion verdict is ours too") {
  int cases = 0;
  for (const auto& line : json_lines("upstream_inclusion.jsonl")) {
    INFO(line.at("case"));
    const auto leaf = hash_from_base64(line.at("leafHash"));
    const auto top = hash_from_base64(line.at("root"));
    const auto proof = proof_from(line.at("proof"));
    const bool good = leaf && top && proof &&
                      verify_inclusion(*leaf, line.at("leafIdx").get<std::uint64_t>(),
                                       line.at("treeSize").get<std::uint64_t>(), *proof, *top);
    CHECK(good == !line.at("wantErr").get<bool>());
    ++cases;
  }
  CHECK(cases == 65);
}

TEST_CASE("every published consistency verdict is ours too, and nothing is proved from the empty tree") {
  int cases = 0;
  for (const auto& line : json_lines("upstream_consistency.jsonl")) {
    INFO(line.at("case"));
    const auto first = root_from_base64(line.at("root1"));
    const auto second = root_from_base64(line.at("root2"));
    const auto proof = proof_from(line.at("proof"));
    const bool good = first && second && proof &&
                      verify_consistency(line.at("size1").get<std::uint64_t>(), line.at("size2").get<std::uint64_t>(),
                                         *first, *second, *proof);
    const bool expected = !line.at("wantErr").get<bool>() && !line.at("size_zero_policy").get<bool>();
    CHECK(good == expected);
    ++cases;
  }
  CHECK(cases == 57);
}

TEST_CASE("the reference tree of Certificate Transparency has its nine roots and all its proofs") {
  const auto reference = json_file("ct_reference_tree.json");
  MerkleTree tree;
  for (const auto& leaf : reference.at("leaf_data_hex")) tree.append(leaf_hash(unhex(leaf.get<std::string>())));
  const auto roots = reference.at("root_by_size_hex").get<std::vector<std::string>>();
  REQUIRE(roots.size() == 9);
  for (std::size_t size = 0; size < roots.size(); ++size) CHECK(to_text(root(size, tree.nodes())) == roots[size]);

  std::size_t proofs = 0;
  for (const auto& each : reference.at("inclusion")) {
    const auto proof = prove_inclusion(each.at("index"), each.at("size"), tree.nodes());
    CHECK(hex_of(proof) == each.at("proof_hex").get<std::vector<std::string>>());
    ++proofs;
  }
  for (const auto& each : reference.at("consistency")) {
    const auto proof = prove_consistency(each.at("size1"), each.at("size2"), tree.nodes());
    CHECK(hex_of(proof) == each.at("proof_hex").get<std::vector<std::string>>());
    ++proofs;
  }
  CHECK(proofs == 72);
}

TEST_CASE("roots and proofs of every size to 130 have the published digests") {
  const auto expected = json_file("accumulated_130.json");
  const auto max = expected.at("max_size").get<int>();
  const auto tree = tree_of_bytes(max);
  const auto nodes = tree.nodes();
  std::string roots, inclusion, consistency;
  for (int n = 0; n <= max; ++n) {
    const auto size = static_cast<std::uint64_t>(n);
    const auto prefix = [&](std::uint64_t other) { return std::to_string(other) + ' ' + std::to_string(n); };
    roots += std::to_string(n) + ' ' + to_text(root(size, nodes)) + '\n';
    for (std::uint64_t i = 0; i < size; ++i) inclusion += prefix(i) + joined(prove_inclusion(i, size, nodes));
    for (std::uint64_t m = 1; m <= size; ++m) consistency += prefix(m) + joined(prove_consistency(m, size, nodes));
  }
  CHECK(to_text(sha256(roots)) == expected.at("roots"));
  CHECK(to_text(sha256(inclusion)) == expected.at("inclusion"));
  CHECK(to_text(sha256(consistency)) == expected.at("consistency"));
  CHECK(to_text(root(130, nodes)) == expected.at("root_at_max"));
}

TEST_CASE("subtrees to 130 have the digest published in the draft on Merkle tree certificates") {
  const auto expected = json_file("accumulated_130.json").at("published_subtree_hash_accumulator");
  std::string text;
  for (int end = 0; end <= 130; ++end)
    for (int start = 0; start <= end; ++start) {
      const int count = end - start;
      int power = 1;
      while (power < count) power *= 2;
      if (start != 0 && start != end && start % power != 0) continue;
      MerkleTree part;
      for (int i = start; i < end; ++i) part.append(leaf_hash(std::string(1, static_cast<char>(i))));
      text += '[' + std::to_string(start) + ", " + std::to_string(end) + ") " +
              to_text(root(static_cast<std::uint64_t>(count), part.nodes())) + '\n';
    }
  CHECK(to_text(sha256(text)) == expected.at("sha256"));
}

TEST_CASE("a proof with one bit changed proves nothing") {
  const auto tree = tree_of_bytes(70);
  const auto nodes = tree.nodes();
  const auto top = root(70, nodes);
  int accepted = 0;
  int refused = 0;
  const auto count = [&](bool verdict) { ++(verdict ? accepted : refused); };
  for (std::uint64_t i = 0; i < 70; ++i) {
    const auto leaf = nodes({0, i});
    auto proof = prove_inclusion(i, 70, nodes);
    REQUIRE(verify_inclusion(leaf, i, 70, proof, top));
    for (auto& hash : proof)
      for (std::size_t bit = 0; bit < 256; ++bit) {
        hash[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        count(verify_inclusion(leaf, i, 70, proof, top));
        hash[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
      }
  }
  for (std::uint64_t m = 1; m < 70; ++m) {
    const auto older = root(m, nodes);
    auto proof = prove_consistency(m, 70, nodes);
    REQUIRE(verify_consistency(m, 70, older, top, proof));
    for (auto& hash : proof)
      for (std::size_t bit = 0; bit < 256; ++bit) {
        hash[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
        count(verify_consistency(m, 70, older, top, proof));
        hash[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
      }
  }
  CHECK(accepted == 0);
  CHECK(refused > 200'000);
}

TEST_CASE("a proof from the empty tree, or of a line that is not there, is refused") {
  const auto tree = tree_of_bytes(3);
  CHECK_THROWS(prove_consistency(0, 3, tree.nodes()));
  CHECK_THROWS(prove_consistency(4, 3, tree.nodes()));
  CHECK_THROWS(prove_inclusion(3, 3, tree.nodes()));
  CHECK_FALSE(verify_consistency(0, 3, root(0, tree.nodes()), root(3, tree.nodes()), {}));
}

TEST_CASE("the text of a hash has one spelling") {
  const auto hash = sha256("patio");
  CHECK(parse_hash(to_text(hash)) == hash);
  auto capitals = to_text(hash);
  for (auto& c : capitals) c = static_cast<char>(std::toupper(c));
  CHECK_FALSE(parse_hash(capitals));
  CHECK_FALSE(parse_hash(to_text(hash).substr(1)));
}
