#include <patio/base/error.hpp>

namespace patio {

InvalidInput::InvalidInput(Issues issues) : issues_(std::move(issues)) {
  for (const auto& issue : issues_.list) {
    if (!summary_.empty()) summary_ += "; ";
    summary_ += issue.path.empty() ? issue.message.en : issue.path + ": " + issue.message.en;
  }
}

void throw_exception_from_error(const Refusal& refusal, const boost::source_location&) { throw Refused(refusal); }
void throw_exception_from_error(const Issues& issues, const boost::source_location&) { throw InvalidInput(issues); }

}  // namespace patio
