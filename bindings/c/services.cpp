#include <patio/base/json.hpp>
#include <patio/desk/questions/exchange.hpp>
#include <patio/orientation/service_index.hpp>

#include "guard.hpp"
#include "handles.hpp"

namespace {

using namespace patio::c;

/// What is asked of a directory that was read before.
struct AskedServices {
  patio::OrientationRequest request;
  std::optional<patio::ServiceSearch> search;
};
BOOST_DESCRIBE_STRUCT(AskedServices, (), (request, search))

struct AskedPlan {
  patio::CentrePlan plan;
  patio::Date day{};
};
BOOST_DESCRIBE_STRUCT(AskedPlan, (), (plan, day))

struct ServicesReport {
  /// Absent if the rows were given as such.
  std::optional<patio::LossReport> reading;
  std::vector<patio::Issue> faults;
};
BOOST_DESCRIBE_STRUCT(ServicesReport, (), (reading, faults))

template <class T>
T read(const char* json, std::size_t length) {
  return patio::from_json<T>(json_in(json, length)).value();
}

}  // namespace

patio_status patio_services_read(const patio_books* books, const char* json, size_t length, patio_services** out,
                                 patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& needs = needed(books).books.needs;
    const auto reading = read_asked(read<patio::ReadDirectory>(json, length));
    return new patio_services{needs, patio::ServiceIndex(*needs, rows_of(*needs, reading.directory)), reading.report};
  });
}

patio_status patio_services_new(const patio_books* books, const char* json, size_t length, patio_services** out,
                                patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& needs = needed(books).books.needs;
    return new patio_services{needs, patio::ServiceIndex(*needs, read<std::vector<patio::ServiceRow>>(json, length)), {}};
  });
}

void patio_services_free(patio_services* services) { delete services; }

size_t patio_services_count(const patio_services* services) {
  return services == nullptr ? 0 : services->index.services().size();
}

patio_status patio_services_report(const patio_services* services, char** out, patio_error** error) {
  return guard_out(out, error, [&] {
    return string_out(patio::to_json(ServicesReport{needed(services).reading, services->index.faults().list}));
  });
}

patio_status patio_services_find(const patio_services* services, const char* json, size_t length, char** out,
                                 patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& all = needed(services);
    const auto asked = read<AskedServices>(json, length);
    return string_out(patio::to_json(
        find_services(all.index, *all.needs, asked.request, asked.search.value_or(patio::ServiceSearch{}))));
  });
}

patio_status patio_services_check_held(const patio_services* services, const char* json, size_t length, char** out,
                                       patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& all = needed(services);
    const auto asked = read<AskedPlan>(json, length);
    return string_out(patio::to_json(check_held(*all.needs, asked.plan, all.index, asked.day).list));
  });
}
