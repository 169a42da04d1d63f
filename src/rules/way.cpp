#include <patio/rules/way.hpp>

#include <algorithm>

namespace patio::rules {
namespace {

std::vector<Step> steps_at_hand(const RuleSet& set, const Facts& facts) {
  std::vector<Step> steps;
  const auto& labels = set.catalogue->request_facts;
  for (std::size_t attribute = 0; attribute < labels.size(); ++attribute) {
    const Attribute& known = set.engine.vocabulary().attributes[attribute];
    for (const auto& obtainable : labels[attribute].obtainable) {
      const auto value = known.find(obtainable.value);
      if (facts.may(attribute, known.all()) != Values{1} << *value)
        steps.push_back({attribute, *value, &labels[attribute], &obtainable});
    }
  }
  return steps;
}

class Search {
 public:
  Search(const RuleSet& set, const Facts& facts) : set_(set), start_(facts), steps_(steps_at_hand(set, facts)) {
    for (const auto& step : steps_) dearest_ = std::max(dearest_, step.obtainable->cost);
  }

  std::optional<Way> run() {
    for (int cost = 1; cost <= dearest_ * static_cast<int>(most_steps); ++cost)
      for (std::size_t count = 1; count <= most_steps; ++count)
        if (try_sets(0, count, cost, start_)) return Way{chosen_, cost, reached_};
    return std::nullopt;
  }

 private:
  /// Every set of `count` steps that begins at `first` or later and costs exactly `left`, added to what was chosen.
  bool try_sets(std::size_t first, std::size_t count, int left, const Facts& facts) {
    if (count == 0) {
      if (left != 0 || !flows(decide(set_, facts).effect)) return false;
      reached_ = facts;
      return true;
    }
    if (left > dearest_ * static_cast<int>(count)) return false;
    for (std::size_t i = first; i < steps_.size(); ++i) {
      const Step& step = steps_[i];
      if (step.obtainable->cost > left) continue;
      if (!chosen_.empty() && chosen_.back().attribute == step.attribute) continue;
      Facts changed = facts;
      changed.know(step.attribute, step.value);
      chosen_.push_back(step);
      if (try_sets(i + 1, count - 1, left - step.obtainable->cost, changed)) return true;
      chosen_.pop_back();
    }
    return false;
  }

  const RuleSet& set_;
  const Facts start_;
  const std::vector<Step> steps_;
  int dearest_ = 0;
  std::vector<Step> chosen_;
  Facts reached_;
};

}  // namespace

std::optional<Way> cheapest_way(const RuleSet& set, const Facts& facts) {
  if (flows(decide(set, facts).effect)) return std::nullopt;
  return Search(set, facts).run();
}

}  // namespace patio::rules
