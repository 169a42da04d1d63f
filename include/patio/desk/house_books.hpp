#pragma once
/// \file
/// What a house may write itself about its casework: delays and reasons (casework book), the texts that leave (neutral
/// texts), and how records of one person are recognised (matching weights).
///
///     HouseBooks house = load_house_books({{"casework.json", text}}).value();       // the others stay the French ones
///     Centre centre = Centre::open(uri, {.plan = plan, .clock = now, .ids = ids, .house = house});

#include <memory>
#include <string_view>
#include <vector>

#include <patio/casework/casework_book.hpp>
#include <patio/casework/neutral_text.hpp>
#include <patio/people/matching.hpp>

namespace patio {

/// A book that is absent is the French one of this version. Shared by threads.
struct HouseBooks {
  std::shared_ptr<const CaseworkBook> casework;
  std::shared_ptr<const NeutralBook> neutral_texts;
  std::shared_ptr<const MatchingBook> matching;
};

/// A file in memory; its name leads the path of each issue.
struct HouseFile {
  std::string_view name;
  std::string_view text;
};

/// Each file says by its `schema` which book it is. Issues: those of each book, `unknown_schema`, and `repeated` for a
/// second file of one book.
[[nodiscard]] Checked<HouseBooks> load_house_books(const std::vector<HouseFile>& files);

/// With the French book wherever there is none.
[[nodiscard]] HouseBooks completed(HouseBooks house);

}  // namespace patio
