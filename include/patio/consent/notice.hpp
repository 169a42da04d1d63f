#pragma once
/// \file
/// What a person was told about their data: by which version of which text, when, how, and by whom (RGPD 13 and 14). A
/// consent stands on a notice: nobody agrees to what they were not told.
///
///     Notice notice{.id = id, .person_id = marc, .text_version = "orientation-1", .means = NoticeMeans::read_aloud};
///     if (told(notices, "orientation-1", today, zone, terms)) ...

#include <patio/consent/consent_terms.hpp>
#include <patio/people/person.hpp>
#include <patio/people/professional.hpp>

namespace patio {

using NoticeId = Id<struct NoticeTag>;

enum class NoticeMeans { handed_over, read_aloud, shown_on_screen, sent };
BOOST_DESCRIBE_ENUM(NoticeMeans, handed_over, read_aloud, shown_on_screen, sent)

struct Notice {
  NoticeId id;
  PersonId person_id;
  /// "orientation-1": the version of the text, kept for as long as the notice is.
  std::string text_version;
  /// BCP 47: "fr", "ar", "fr-x-falc" for easy to read.
  std::string language = "fr";
  NoticeMeans means{};
  bool interpreted = false;
  Instant given_at;
  ProfessionalCode given_by;
  bool operator==(const Notice&) const = default;
};
BOOST_DESCRIBE_STRUCT(Notice, (), (id, person_id, text_version, language, means, interpreted, given_at, given_by))

/// The latest notice of that text that still counts on that day: after `notice_days` it must be given again. Null if none.
[[nodiscard]] const Notice* told(const std::vector<Notice>& notices, const std::string& text_version, Date today,
                                 const Zone& zone, const ConsentTerms& terms);

}  // namespace patio
