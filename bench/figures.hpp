#pragma once
/// \file
/// Figures are benchmarks of Google Benchmark named "room.figure". What a figure is measured beside, in the same run, has
/// its name and a slash: "secrecy.verdict" and "secrecy.verdict/scan". Times are told as they are; a benchmark that sets
/// the items it processed is told in millions of items a second, one that sets the counter "ns" by that.

#include <benchmark/benchmark.h>
