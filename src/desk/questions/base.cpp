#include <patio/desk/questions.hpp>

#include "../machines.hpp"
#include "../question.hpp"

namespace patio {
namespace {

const MachineTable& machine_named(std::string_view name) {
  for (const auto& table : machine_tables())
    if (table.name == name) return table;
  throw Error(ErrorCode::not_found, {"aucune machine de ce nom", "there is no machine of that name"});
}

}  // namespace

MachineNames reply(const ListMachines&, const Books&) {
  MachineNames all;
  for (const auto& table : machine_tables()) all.names.push_back(table.name);
  return all;
}

MachineTable reply(const MachineOf& question, const Books&) { return machine_named(question.name); }

MachineDrawing reply(const DrawMachine& question, const Books&) { return {mermaid(machine_named(question.name))}; }

Refusal reply(const RefusalOf& question, const Books&) { return refusal(question.code); }

}  // namespace patio

PATIO_QUESTION_ROOM(base, PATIO_BASE_QUESTIONS)
