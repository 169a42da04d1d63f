#pragma once
/// \file
/// Random structures and services that data·inclusion can carry, for rapidcheck.

#include <patio/directory/directory.hpp>

#include "arbitrary.hpp"

namespace listings {

using namespace patio;

/// Text without blanks at its ends, of some length.
inline rc::Gen<std::string> text(std::size_t shortest, std::size_t longest) {
  return rc::gen::exec([=] {
    const auto length = *rc::gen::inRange(shortest, std::min(longest, shortest + 40) + 1);
    std::string made;
    for (std::size_t i = 0; i < length; ++i) {
      const bool inner = i > 0 && i + 1 < length;
      made += *rc::gen::element<std::string>("a", "B", "é", "€", "7", ",", ";", "|", "\"", "'", "{", "]", inner ? " " : "x", inner ? "\n" : "y",
                                             inner ? "." : "z");
    }
    return made;
  });
}

template <class T>
rc::Gen<std::optional<T>> maybe(rc::Gen<T> gen) {
  return rc::gen::oneOf(rc::gen::just(std::optional<T>{}), rc::gen::map(std::move(gen), [](T value) { return std::optional<T>(std::move(value)); }));
}

inline rc::Gen<std::vector<std::string>> codes(const char* list) {
  return rc::gen::exec([list] {
    std::vector<std::string> some;
    for (const auto& entry : directory_list(list))
      if (*rc::gen::inRange(0, 4) == 0) some.push_back(entry.code);
    return some;
  });
}

inline rc::Gen<std::optional<std::string>> code(const char* list) {
  return rc::gen::exec([list] {
    const auto& all = directory_list(list);
    const auto at = *rc::gen::inRange<std::size_t>(0, all.size() + 1);
    return at == all.size() ? std::optional<std::string>{} : std::optional(all[at].code);
  });
}

inline rc::Gen<std::string> digits(std::size_t count) {
  return rc::gen::map(rc::gen::container<std::vector<char>>(count, rc::gen::inRange('1', static_cast<char>('9' + 1))),
                      [](const std::vector<char>& all) { return std::string(all.begin(), all.end()); });
}

inline rc::Gen<std::string> url() {
  return rc::gen::map(digits(4), [](const std::string& n) { return "https://example.org/" + n + "?a=b&c=%C3%A9"; });
}

inline rc::Gen<Location> location() {
  return rc::gen::exec([] {
    Location place;
    place.address = *maybe(text(1, 60));
    place.address_extra = *maybe(text(1, 60));
    place.postcode = *maybe(digits(5));
    place.town = *maybe(text(1, 30));
    place.commune = *rc::gen::element(std::optional<CommuneCode>{}, std::optional(CommuneCode("insee:91312")), std::optional(CommuneCode("insee:2A004")));
    if (*rc::gen::arbitrary<bool>())
      place.position = Position{*rc::gen::inRange(-9000000, 9000001) / 1e5 + 1e-7, *rc::gen::inRange(-17999999, 17999999) / 1e5};
    return place;
  });
}

inline rc::Gen<std::optional<std::string>> hours() {
  return rc::gen::element(std::optional<std::string>{}, std::optional<std::string>("Mo-Fr 09:00-12:00; PH off"), std::optional<std::string>("un lundi sur deux"));
}

inline rc::Gen<ListedStructure> structure(std::string id) {
  return rc::gen::exec([id] {
    ListedStructure made;
    made.id = id;
    made.source = "dora";
    made.name = *text(3, 150);
    made.updated_on = Date(2026_y / 1 / 1);
    made.description = *maybe(text(5, 10000));
    made.siret = *maybe(digits(14));
    made.location = *location();
    made.phone = *maybe(digits(10));
    made.email = *rc::gen::element(std::optional<std::string>{}, std::optional<std::string>("a.b+c@example.org"));
    made.website = *maybe(url());
    made.opening_hours = *hours();
    made.accessibility_link = *maybe(url());
    made.source_link = *maybe(url());
    made.networks = *codes("networks");
    return made;
  });
}

inline rc::Gen<ListedService> service(std::string id) {
  return rc::gen::exec([id] {
    ListedService made;
    made.id = id;
    made.structure_id = "dora--s";
    made.source = "dora";
    made.name = *text(3, 150);
    made.updated_on = Date(2026_y / 1 / 1);
    made.description = *text(5, 10000);
    made.type = *code("service_types");
    made.themes = *codes("themes");
    made.fees = *code("fees");
    made.fees_details = *maybe(text(1, 60));
    made.audiences = *codes("audiences");
    std::erase(made.audiences, "tous-publics");
    made.audiences_details = *maybe(text(1, 60));
    made.access_conditions = *maybe(text(1, 60));
    made.location = *location();
    made.phone = *maybe(digits(10));
    made.email = *rc::gen::element(std::optional<std::string>{}, std::optional<std::string>("a@b.example"));
    made.contact_name = *maybe(text(1, 30));
    made.reception_modes = *codes("reception_modes");
    for (const char* zone : {"insee:91312", "insee:2A004", "dep:91", "dep:2A", "dep:974", "epci:200056232", "country:99100", "country:france"})
      if (*rc::gen::inRange(0, 3) == 0) made.zones.push_back(*AreaCode::parse(zone));
    made.mobilisation_modes = *codes("mobilisation_modes");
    made.mobilised_by = *codes("mobilised_by");
    made.mobilisation_details = *maybe(text(1, 60));
    made.mobilisation_link = *maybe(url());
    if (*rc::gen::arbitrary<bool>()) made.hours_per_week = *rc::gen::inRange(0, 4000) / 8.0;
    if (*rc::gen::arbitrary<bool>()) made.weeks = *rc::gen::inRange(1, 100);
    made.opening_hours = *hours();
    made.source_link = *maybe(url());
    return made;
  });
}

inline rc::Gen<Directory> directory() {
  return rc::gen::exec([] {
    Directory made;
    const int structures = *rc::gen::inRange(0, 4), services = *rc::gen::inRange(0, 4);
    for (int i = 0; i < structures; ++i) made.structures.push_back(*structure("dora--" + std::to_string(i)));
    for (int i = 0; i < services; ++i) made.services.push_back(*service("dora--a" + std::to_string(i)));
    return made;
  });
}

}  // namespace listings
