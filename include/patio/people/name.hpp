#pragma once
/// \file
/// Names made comparable: "LE GALL", "Le Gall" and "Legall" are one, and so are "Jean-Pierre", "JEAN PIERRE" and
/// "Jean‑Pierre" with any hyphen. The name that somebody bears is kept and shown as they write it; only this is compared.
///
///     FoldedName name = fold_name("de la Tour d'Auvergne", habits);
///     name.letters;        // "delatourdauvergne"
///     name.core;           // "tourauvergne": without particles

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include <patio/base/describe.hpp>

namespace patio {

/// How names are written: data of the rulebook (matching.json).
struct NameHabits {
  /// Words that a form may leave out or join: "de", "le", "ben".
  std::vector<std::string> particles;
  /// Words written short: "st" for "saint".
  std::map<std::string, std::string> abbreviations;
  bool operator==(const NameHabits&) const = default;
};
BOOST_DESCRIBE_STRUCT(NameHabits, (), (particles, abbreviations))

/// Small letters without accents. Letters of other alphabets stay as they are.
struct FoldedName {
  /// Without particles.
  std::vector<std::string> words;
  std::string letters;
  std::string core;
  /// The sound of `letters`.
  std::string sound;
  bool operator==(const FoldedName&) const = default;
};

/// Any bytes; a name without a letter folds to nothing.
[[nodiscard]] FoldedName fold_name(std::string_view name, const NameHabits& habits);

/// Soundex2, the French code of four signs: names that sound alike mostly share it. Accents and capitals make no
/// difference; a name without a letter from A to Z has none.
[[nodiscard]] std::string soundex2(std::string_view name);

///  - `same`: the same letters.
///  - `similar`: one or two letters apart, or a particle.
///  - `partial`: one is a part of the other, as in "Martin" and "Martin-Dubois".
///  - `sounds_alike`: the same code and a common look.
enum class NameLikeness { same, similar, partial, sounds_alike, different };
BOOST_DESCRIBE_ENUM(NameLikeness, same, similar, partial, sounds_alike, different)

/// Symmetric. Names without a letter are different from all.
[[nodiscard]] NameLikeness compare_names(const FoldedName& first, const FoldedName& second);

}  // namespace patio
