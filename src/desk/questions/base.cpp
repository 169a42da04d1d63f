#include <patio/desk/questions.hpp>

#include <patio/base/json.hpp>

#include <algorithm>

#include "../machines.hpp"
#include "../question.hpp"

namespace patio {
namespace {

Issue unknown(std::string path) {
  return {std::move(path), "unknown_reference", {"cette machine n'a rien de ce nom", "this machine has nothing of that name"}};
}

Issues faults_of(const StepMachine& question, const NamedMachine& machine) {
  Issues faults;
  const auto has = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  if (!has(machine.table.states, question.state)) faults.list.push_back(unknown("/state"));
  if (!has(machine.table.events, question.event)) faults.list.push_back(unknown("/event"));
  for (const auto& [name, value] : question.facts) {
    const auto found = machine.facts.find(name);
    if (found == machine.facts.end() || !has(found->second, value)) faults.list.push_back(unknown(pointer("/facts", name)));
  }
  return faults;
}

}  // namespace

MachineNames reply(const ListMachines&, const Books&) {
  MachineNames all;
  for (const auto& each : machines()) all.names.push_back(each.table.name);
  return all;
}

MachineTable reply(const MachineOf& question, const Books&) { return machine_named(question.name).table; }

MachineDrawing reply(const DrawMachine& question, const Books&) { return {mermaid(machine_named(question.name).table)}; }

MachineFactSheet reply(const FactsOfMachine& question, const Books&) { return {machine_named(question.name).facts}; }

MachineStep reply(const StepMachine& question, const Books&) {
  const NamedMachine& machine = machine_named(question.name);
  if (Issues faults = faults_of(question, machine); !faults.list.empty()) throw InvalidInput(std::move(faults));
  const auto step = machine.step(question.state, question.event, question.facts).value();
  return {step.state, step.no_op, step.effects};
}

Refusal reply(const RefusalOf& question, const Books&) { return refusal(question.code); }

}  // namespace patio

PATIO_QUESTION_ROOM(base, PATIO_BASE_QUESTIONS)
