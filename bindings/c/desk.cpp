#include "guard.hpp"
#include "handles.hpp"

using namespace patio::c;

patio_status patio_desk_run(patio_desk* desk, const char* door, const char* json, size_t length, char** out,
                            patio_error** error) {
  return guard_out(out, error, [&] {
    patio_desk& at = needed(desk);
    const auto name = name_in(door);
    const auto input = json_in(json, length);
    return string_out(at.open->turn.run([&] { return patio::run_door(at.desk, name, input); }));
  });
}

patio_status patio_desk_run_if(patio_desk* desk, uint64_t revision, const char* door, const char* json, size_t length,
                               char** out, patio_error** error) {
  return guard_out(out, error, [&] {
    patio_desk& at = needed(desk);
    const auto name = name_in(door);
    const auto input = json_in(json, length);
    return string_out(at.open->turn.run([&] { return patio::run_door(at.desk, name, input, {revision}); }));
  });
}

void patio_desk_free(patio_desk* desk) { delete desk; }
