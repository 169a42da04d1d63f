#include <cstddef>
#include <cstring>

#include <patio/base/json.hpp>
#include <patio/schedule/centre_plan.hpp>

#include "guard.hpp"
#include "handles.hpp"

namespace {

using namespace patio::c;
using patio::Instant;
using std::chrono::microseconds;

/// What a program compiled with an older header does not know of is as by default.
patio_centre_options options_in(const patio_centre_options& given) {
  patio_centre_options options = PATIO_CENTRE_OPTIONS;
  if (given.size < offsetof(patio_centre_options, tenant) || given.size > sizeof options)
    throw_misuse({"options d'une autre version : partir de PATIO_CENTRE_OPTIONS",
                  "options of another version: begin with PATIO_CENTRE_OPTIONS"});
  std::memcpy(&options, &given, given.size);
  return options;
}

patio::Clock clock_in(patio_clock clock, void* context) {
  if (clock == nullptr) return [] { return std::chrono::time_point_cast<microseconds>(std::chrono::system_clock::now()); };
  return [clock, context] {
    constexpr Instant first = date::sys_days{date::year{1} / 1 / 1};
    constexpr Instant beyond = date::sys_days{date::year{10000} / 1 / 1};
    const Instant now{microseconds{clock(context)}};
    if (now < first || now >= beyond) throw_misuse({"l'horloge donne un instant impossible", "the clock gives an impossible instant"});
    return now;
  };
}

patio::TenantId tenant_in(const char* text) {
  const auto tenant = patio::parse_id<patio::TenantId>(name_in(text));
  if (!tenant) throw_misuse({"le locataire n'est pas un UUID en minuscules", "the tenant is no lower-case UUID"});
  return *tenant;
}

patio::CentreOptions centre_options(const patio_centre_options& given) {
  const patio::Books books = given.books == nullptr ? patio::default_books() : given.books->books;
  patio::CentreOptions options;
  options.plan = patio::read_centre_plan(json_in(given.plan, given.plan_length)).value();
  options.clock = clock_in(given.clock, given.clock_context);
  options.ids = given.seeded != 0 ? patio::seeded_ids(given.seed) : patio::random_ids();
  options.rulebook = books.rulebook;
  options.needs = books.needs;
  options.house = books.house;
  if (given.match_secret != nullptr)
    options.match_secret.assign(reinterpret_cast<const char*>(given.match_secret), given.match_secret_length);
  if (given.tenant != nullptr) options.tenant = tenant_in(given.tenant);
  return options;
}

template <class Code>
Code code_in(const char* text) {
  const auto code = Code::parse(name_in(text));
  if (!code) throw_misuse({"ce n'est pas un code, comme pro:fs1", "this is no code, like pro:fs1"});
  return *code;
}

}  // namespace

patio_status patio_centre_open(const char* uri, const patio_centre_options* options, patio_centre** out, patio_error** error) {
  return guard_out(out, error, [&] {
    const std::string address(name_in(uri));
    auto centre = patio::Centre::open(address, centre_options(options_in(needed(options))));
    return new patio_centre{std::shared_ptr<OpenCentre>(new OpenCentre{std::move(centre), {}})};
  });
}

void patio_centre_free(patio_centre* centre) { delete centre; }

patio_status patio_centre_desk(const patio_centre* centre, const char* professional, const char* hat, patio_desk** out,
                               patio_error** error) {
  return guard_out(out, error, [&] {
    const auto& open = needed(centre).open;
    const auto who = code_in<patio::ProfessionalCode>(professional);
    const auto worn = code_in<patio::HatCode>(hat);
    return open->turn.run([&] { return new patio_desk{open, open->centre.desk_for(who, worn)}; });
  });
}

patio_status patio_centre_tick(patio_centre* centre, char** out, patio_error** error) {
  return guard_out(out, error, [&] {
    auto& open = *needed(centre).open;
    return string_out(open.turn.run([&] { return patio::to_json(open.centre.tick()); }));
  });
}

patio_status patio_centre_pending_effects(const patio_centre* centre, size_t limit, char** out, patio_error** error) {
  return guard_out(out, error, [&] {
    auto& open = *needed(centre).open;
    return string_out(open.turn.run([&] { return patio::to_json(patio::PendingEffects{open.centre.pending_effects(limit)}); }));
  });
}

patio_status patio_centre_acknowledge(patio_centre* centre, const char* json, size_t length, patio_error** error) {
  return guard(error, [&] {
    auto& open = *needed(centre).open;
    const auto ids = patio::from_json<std::vector<patio::EffectId>>(json_in(json, length)).value();
    open.turn.run([&] { open.centre.acknowledge(ids); });
  });
}

patio_status patio_centre_audit_root(const patio_centre* centre, char** out, patio_error** error) {
  return guard_out(out, error, [&] {
    auto& open = *needed(centre).open;
    return string_out(open.turn.run([&] { return patio::to_json(open.centre.audit_root()); }));
  });
}

patio_status patio_centre_verify_audit(const patio_centre* centre, char** out, patio_error** error) {
  return guard_out(out, error, [&] {
    auto& open = *needed(centre).open;
    return string_out(open.turn.run([&] { return patio::to_json(open.centre.verify_audit()); }));
  });
}
