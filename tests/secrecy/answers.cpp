// Answers many requests at once, so that another model can be held against the engine.
//
//     secrecy_answers < lines        one request a line: the day, then a number for each fact in the order of AccessRequest,
//                                    0 for unknown, else the place of the value from 1
//
// One line comes back for each: the effect, then the ids of the determining rules, sorted.

#include <algorithm>
#include <iostream>
#include <map>
#include <sstream>

#include <patio/secrecy/decision.hpp>
#include <patio/secrecy/french_rulebook.hpp>

using namespace patio;

int main() {
  std::ios::sync_with_stdio(false);
  std::map<std::string, std::shared_ptr<const rules::RuleSet>> days;
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::string day;
    words >> day;
    auto& rules = days[day];
    if (!rules) rules = french_rulebook()->as_of(parse_date(day).value());
    rules::Facts facts;
    unsigned value = 0;
    for (std::size_t attribute = 0; words >> value; ++attribute)
      if (value > 0) facts.know(attribute, value - 1);
    const auto findings = examine(rules->engine, facts);
    std::vector<std::string> ids;
    for (const auto& gate : findings.gates)
      for (const auto rule : gate.determining) ids.push_back(rules->rules[rule].id);
    std::sort(ids.begin(), ids.end());
    std::cout << name_of(findings.effect);
    for (const auto& id : ids) std::cout << ' ' << id;
    std::cout << '\n';
  }
}
