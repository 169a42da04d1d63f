#include <iomanip>
#include <iostream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "figures.hpp"

namespace {

struct Measure {
  std::string figure;
  std::string beside;
  double value;
  std::string unit;
  bool more_is_better;
};

Measure measure_of(const benchmark::BenchmarkReporter::Run& run) {
  // Without what the library adds to a name: "/iterations:1/manual_time".
  const std::string& name = run.run_name.function_name;
  const auto slash = name.find('/');
  Measure measure{name.substr(0, slash), slash == std::string::npos ? "" : name.substr(slash + 1), 0, "", false};
  const auto items = run.counters.find("items_per_second");
  if (const auto told = run.counters.find("ns"); told != run.counters.end()) {
    measure.value = told->second;
    measure.unit = "ns";
  } else if (items != run.counters.end()) {
    measure.value = items->second / 1e6;
    measure.unit = "M/s";
    measure.more_is_better = true;
  } else {
    const bool by_hand = run.run_name.time_type == "manual_time";
    measure.value = by_hand ? run.GetAdjustedRealTime() : run.GetAdjustedCPUTime();
    measure.unit = benchmark::GetTimeUnitString(run.time_unit);
  }
  return measure;
}

/// Keeps what was measured and tells it at the end: one JSON object a line, then a table.
class Reporter : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override { return true; }
  void ReportRuns(const std::vector<Run>& runs) override {
    for (const auto& run : runs) {
      if (run.error_occurred) std::cerr << run.run_name.function_name << ": " << run.error_message << '\n';
      else measures_.push_back(measure_of(run));
    }
  }
  void Finalize() override {
    for (const auto& measure : measures_)
      if (measure.beside.empty()) tell(measure);
    std::cout << '\n';
    for (const auto& measure : measures_)
      std::cout << std::left << std::setw(44) << (measure.figure + (measure.beside.empty() ? "" : " beside " + measure.beside))
                << std::right << std::setw(12) << std::fixed << std::setprecision(1) << measure.value << ' ' << measure.unit << '\n';
  }

 private:
  void tell(const Measure& measure) const {
    bool told = false;
    for (const auto& other : measures_) {
      if (other.figure != measure.figure || other.beside.empty()) continue;
      const double ratio = measure.more_is_better ? measure.value / other.value : other.value / measure.value;
      print({{"figure", measure.figure}, {"value", rounded(measure.value)}, {"unit", measure.unit}, {"beside", other.beside},
             {"ratio", rounded(ratio)}});
      told = true;
    }
    if (!told) print({{"figure", measure.figure}, {"value", rounded(measure.value)}, {"unit", measure.unit}});
  }

  static double rounded(double value) { return std::round(value * 10) / 10; }
  static void print(const nlohmann::ordered_json& line) { std::cout << line.dump() << '\n'; }

  std::vector<Measure> measures_;
};

}  // namespace

/// usage: patio_bench [part of a figure's name]
int main(int count, char** words) {
  std::vector<std::string> arguments(words, words + count);
  for (auto& argument : arguments)
    if (!argument.starts_with("--") && &argument != &arguments.front()) argument = "--benchmark_filter=" + argument;
  std::vector<char*> pointers;
  for (auto& argument : arguments) pointers.push_back(argument.data());
  int size = static_cast<int>(pointers.size());
  benchmark::Initialize(&size, pointers.data());
  Reporter reporter;
  benchmark::RunSpecifiedBenchmarks(&reporter);
}
