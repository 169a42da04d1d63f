#pragma once
/// \file
/// The same question answered by a script of Python, timed by itself: starting the interpreter and reading its input are left
/// out. A script prints the processor's seconds for one question.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

namespace patio {

/// A file that goes with the program.
class ScratchFile {
 public:
  ScratchFile(const std::string& name, const std::string& text) : path_(std::filesystem::temp_directory_path() / name) {
    std::ofstream(path_, std::ios::binary) << text;
  }
  ~ScratchFile() { std::filesystem::remove(path_); }
  ScratchFile(const ScratchFile&) = delete;
  ScratchFile& operator=(const ScratchFile&) = delete;
  [[nodiscard]] std::string path() const { return path_.string(); }

 private:
  std::filesystem::path path_;
};

inline void time_script(benchmark::State& state, const std::string& command) {
  for (auto _ : state) {
    std::FILE* answer = popen(("/usr/bin/python3 " + command).c_str(), "r");
    double seconds = 0;
    if (!answer || std::fscanf(answer, "%lf", &seconds) != 1) state.SkipWithError("no python3, or no pandas");
    if (answer) pclose(answer);
    state.SetIterationTime(seconds);
  }
}

/// bench/beside_pandas.py with a question and its files.
inline void time_pandas(benchmark::State& state, const std::string& question) {
  time_script(state, PATIO_BENCH "/beside_pandas.py " + question);
}

}  // namespace patio
