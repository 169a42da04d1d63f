#include <patio/exchange/hsds.hpp>

#include <algorithm>
#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <map>
#include <ostream>
#include <unordered_map>

#include <nlohmann/json.hpp>

#include <patio/directory/osm_hours.hpp>

#include "exchange/fault.hpp"
#include "exchange/form.hpp"

namespace patio {
namespace {

using Object = nlohmann::ordered_json;

constexpr std::array<std::string_view, 7> day_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};

/// The same for the same thing in every export.
std::string uuid_of(std::string_view kind, std::string_view id) {
  static const boost::uuids::name_generator_sha1 generate(boost::uuids::ns::url());
  return to_string(generate("https://data.inclusion.gouv.fr/" + std::string(kind) + '/' + std::string(id)));
}

/// One service with all that belongs to it.
class ServiceWriter {
 public:
  ServiceWriter(const ListedStructure& structure, const Territory* territory, LossReport& report, std::string path)
      : structure_(structure), territory_(territory), report_(report), path_(std::move(path)) {}

  Object write(const ListedService& service) {
    Object object{{"id", uuid_of("service", service.id)}, {"name", service.name}, {"status", "active"}};
    add(object, "description", service.description);
    if (const auto& link = service.source_link ? service.source_link : service.mobilisation_link; link && is(Form::url, *link)) object["url"] = *link;
    if (service.email && is(Form::email, *service.email)) object["email"] = *service.email;
    add(object, "application_process", service.mobilisation_details);
    add(object, "fees_description", service.fees_details);
    add(object, "eligibility_description", eligibility(service));
    if (service.updated_on) object["last_modified"] = to_text(*service.updated_on) + "T00:00:00Z";
    object["organization"] = organization();
    if (service.phone) object["phones"] = phones("service", service.id, *service.phone);
    if (service.contact_name) object["contacts"] = {{{"id", uuid_of("contact", service.id)}, {"name", *service.contact_name}}};
    if (service.fees) object["cost_options"] = cost(service);
    if (!service.zones.empty()) object["service_areas"] = areas(service);
    object["service_at_locations"] = Object::array({at_location(service)});
    if (auto terms = attributes(service); !terms.empty()) object["attributes"] = std::move(terms);
    return object;
  }

 private:
  static void add(Object& object, const char* key, const std::optional<std::string>& text) {
    if (text && !text->empty()) object[key] = *text;
  }

  static bool is(Form form, const std::string& text) { return fault_of(form, text, {}).empty(); }

  static std::optional<std::string> eligibility(const ListedService& service) {
    if (!service.audiences_details || !service.access_conditions)
      return service.audiences_details ? service.audiences_details : service.access_conditions;
    return *service.audiences_details + "\n" + *service.access_conditions;
  }

  static Object phones(std::string_view kind, const std::string& id, const std::string& number) {
    return Object::array({{{"id", uuid_of(std::string(kind) + "/phone", id)}, {"number", number}, {"type", "voice"}}});
  }

  Object organization() {
    const std::string& id = structure_.id;
    Object object{{"id", uuid_of("organization", id)}, {"name", structure_.name}, {"description", structure_.description.value_or(structure_.name)}};
    if (structure_.email && is(Form::email, *structure_.email)) object["email"] = *structure_.email;
    if (structure_.website && is(Form::url, *structure_.website)) object["website"] = *structure_.website;
    if (structure_.phone) object["phones"] = phones("organization", id, *structure_.phone);
    Object identifiers = Object::array({{{"id", uuid_of("identifier", id)}, {"identifier_type", "data.inclusion"}, {"identifier", id}}});
    if (structure_.siret)
      identifiers.push_back({{"id", uuid_of("siret", id)}, {"identifier_scheme", "FR-SIRET"}, {"identifier_type", "SIRET"}, {"identifier", *structure_.siret}});
    object["organization_identifiers"] = std::move(identifiers);
    return object;
  }

  static Object cost(const ListedService& service) {
    Object option{{"id", uuid_of("cost", service.id)}, {"option", *service.fees}};
    if (service.fees == "gratuit") option["amount"] = 0, option["currency"] = "EUR";
    return Object::array({std::move(option)});
  }

  Object areas(const ListedService& service) {
    Object list = Object::array();
    for (const auto& zone : service.zones) {
      Object area{{"id", uuid_of("area/" + zone.text(), service.id)}, {"extent", zone.text()}, {"extent_type", "other"}};
      if (auto name = name_of_zone(zone); !name.empty()) area["name"] = std::move(name);
      list.push_back(std::move(area));
    }
    return list;
  }

  std::string name_of_zone(const AreaCode& zone) const {
    if (zone.text() == "country:france" || zone.text() == "country:99100") return "France";
    if (!territory_) return {};
    if (const auto* area = territory_->find(zone)) return area->name;
    const auto commune = CommuneCode::parse(zone.text());
    const auto* entry = commune ? territory_->find(*commune) : nullptr;
    return entry ? entry->name : std::string{};
  }

  /// Several services of a structure at its own address are at one location.
  Object at_location(const ListedService& service) {
    const bool own = service.location != Location{};
    const Location& place = own ? service.location : structure_.location;
    const std::string id = own && service.location != structure_.location ? "service/" + service.id : "structure/" + structure_.id;
    Object object{{"id", uuid_of("service_at_location", service.id)}};
    object["location"] = location(service, place, id);
    if (auto plan = schedules(service); !plan.empty()) object["schedules"] = std::move(plan);
    return object;
  }

  Object location(const ListedService& service, const Location& place, const std::string& id) {
    const auto& modes = service.reception_modes;
    const bool remote = modes.size() == 1 && modes.front() == "a-distance";
    Object object{{"id", uuid_of("location", id)}, {"location_type", remote ? "virtual" : "physical"}, {"name", structure_.name}};
    if (place.position && is_possible(*place.position)) {
      object["latitude"] = place.position->latitude;
      object["longitude"] = place.position->longitude;
    }
    if (place.commune) {
      object["external_identifier"] = place.commune->text();
      object["external_identifier_type"] = "INSEE";
    }
    if (auto at = address(place, id); !at.is_null()) object["addresses"] = Object::array({std::move(at)});
    if (structure_.accessibility_link && is(Form::url, *structure_.accessibility_link))
      object["accessibility"] = {{{"id", uuid_of("accessibility", id)}, {"url", *structure_.accessibility_link}}};
    return object;
  }

  Object address(const Location& place, const std::string& id) {
    if (!place.address || !place.town) {
      if (place != Location{}) tell(report_, path_ + "/location", "cannot_be_written", "address");
      return nullptr;
    }
    Object object{{"id", uuid_of("address", id)}, {"address_1", *place.address}};
    add(object, "address_2", place.address_extra);
    object["city"] = *place.town;
    object["state_province"] = department(place);
    object["postal_code"] = place.postcode.value_or("");
    object["country"] = "FR";
    object["address_type"] = "physical";
    return object;
  }

  /// Its name if a territory knows it, else the digits that a commune's code begins with.
  std::string department(const Location& place) const {
    if (!place.commune) return place.postcode ? place.postcode->substr(0, 2) : std::string{};
    const Commune* entry = territory_ ? territory_->find(*place.commune) : nullptr;
    const Area* area = entry ? territory_->find(entry->department) : nullptr;
    if (area) return area->name;
    const std::string_view insee = std::string_view(place.commune->text()).substr(std::string_view("insee:").size());
    return std::string(insee.substr(0, insee.starts_with("97") || insee.starts_with("98") ? 3 : 2));
  }

  /// One entry for each range of hours, with the days that have it. What is no plain week is a description.
  Object schedules(const ListedService& service) {
    const auto& text = service.opening_hours ? service.opening_hours : structure_.opening_hours;
    Object list = Object::array();
    if (!text) return list;
    const auto hours = read_osm_hours(*text);
    if (!hours) {
      list.push_back({{"id", uuid_of("schedule", service.id)}, {"description", *text}});
      return list;
    }
    std::map<std::pair<std::string, std::string>, std::string> days;
    for (const auto& each : hours->week) {
      std::string& listed = days[{to_text(each.opens), to_text(each.closes)}];
      listed += (listed.empty() ? "" : ",");
      listed += day_names[static_cast<std::size_t>(each.weekday)];
    }
    for (const auto& [range, listed] : days)
      list.push_back({{"id", uuid_of("schedule/" + range.first + range.second, service.id)}, {"freq", "WEEKLY"}, {"interval", 1},
                      {"byday", listed}, {"opens_at", range.first}, {"closes_at", range.second}});
    return list;
  }

  Object attributes(const ListedService& service) {
    Object list = Object::array();
    const auto add_terms = [&](std::string_view taxonomy, const std::vector<std::string>& codes) {
      for (const auto& code : codes) {
        const std::string term = std::string(taxonomy) + '/' + code, label = label_of(taxonomy, code);
        list.push_back({{"id", uuid_of(term, service.id)}, {"link_entity", "service"},
                        {"taxonomy_term", {{"id", uuid_of("term", term)}, {"code", code}, {"name", label}, {"description", label}, {"taxonomy", std::string(taxonomy)}}}});
      }
    };
    add_terms("themes", service.themes);
    add_terms("theme_categories", service.theme_categories);
    add_terms("audiences", service.audiences);
    if (service.type) add_terms("service_types", {*service.type});
    add_terms("reception_modes", service.reception_modes);
    return list;
  }

  static std::string label_of(std::string_view list, const std::string& code) {
    for (const auto& entry : directory_list(list))
      if (entry.code == code) return entry.label;
    return code;
  }

  const ListedStructure& structure_;
  const Territory* territory_;
  LossReport& report_;
  std::string path_;
};

}  // namespace

LossReport write_hsds(const Directory& directory, std::ostream& out, const Territory* territory) {
  LossReport report;
  std::unordered_map<std::string_view, const ListedStructure*> structures;
  for (const auto& each : directory.structures) structures.emplace(each.id, &each);
  out << '[';
  bool first = true;
  for (std::size_t i = 0; i < directory.services.size(); ++i) {
    const ListedService& service = directory.services[i];
    const std::string path = "/services/" + std::to_string(i);
    ++report.rows_read;
    const auto structure = structures.find(service.structure_id);
    if (structure == structures.end()) {
      tell(report, path + "/structure_id", "unknown_structure", "structure_id");
      ++report.rows_refused;
      continue;
    }
    out << (first ? "\n" : ",\n") << ServiceWriter(*structure->second, territory, report, path).write(service).dump();
    first = false;
    ++report.rows_kept;
  }
  out << "\n]\n";
  return report;
}

}  // namespace patio
