#include <algorithm>
#include <cmath>

#include "compiled_services.hpp"
#include "condition.hpp"
#include "openness.hpp"
#include "standing_rules.hpp"

namespace patio {
namespace {

constexpr std::size_t most_of_a_role = 3;
constexpr int fresh_days = 730;

/// A rank and a row in one number: the smaller comes first. Of the fields of ServiceRank, in their order, then tenths of
/// kilometres, then the place by code.
using Key = std::uint64_t;
constexpr unsigned ordinal_bits = 26;
constexpr unsigned km_bits = 16;
constexpr std::uint32_t no_km = (1U << km_bits) - 1;
/// Of everything from the distance on.
constexpr unsigned tail_bits = 3 + 2 + 2 + 2 + km_bits + ordinal_bits;

Openness openness_of(std::uint8_t status) {
  constexpr Openness all[] = {Openness::open, Openness::waitlist, Openness::full, Openness::not_yet_open, Openness::suspended};
  return all[status];
}

/// What is wanted of one role: rows under a term, by which match and by which rule.
struct Wanted {
  std::string term;
  ServiceMatch match{};
  const DestinationRule* rule = nullptr;
};

/// The best few rows of one role, each once.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}

  struct Row {
    Key key;
    const DestinationRule* rule;
    std::uint32_t ordinal() const { return static_cast<std::uint32_t>(key & ((Key{1} << ordinal_bits) - 1)); }
  };

  [[nodiscard]] bool is_full() const { return rows_.size() == most_; }
  [[nodiscard]] Key worst() const { return rows_.back().key; }
  [[nodiscard]] bool may_take(Key key) const { return !is_full() || key < worst(); }
  void take(const Row& row) {
    const auto same = std::find_if(rows_.begin(), rows_.end(), [&](const Row& each) { return each.ordinal() == row.ordinal(); });
    if (same != rows_.end()) {
      if (same->key <= row.key) return;
      rows_.erase(same);
    }
    rows_.insert(std::upper_bound(rows_.begin(), rows_.end(), row, [](const Row& a, const Row& b) { return a.key < b.key; }), row);
    if (rows_.size() > most_) rows_.pop_back();
  }
  [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

 private:
  std::size_t most_;
  std::vector<Row> rows_;
};

class Search {
 public:
  Search(const ServiceIndex& index, const NeedsBook& book, const OrientationRequest& request, const ServiceSearch& search)
      : services_(index.compiled()), book_(book), request_(request), home_(home_of(request)), search_(search),
        facts_(rules::facts_of(request.facts)) {
    const Need* need = find_need(book, request.need, request.day, request.known_as_of);
    if (!need)
      throw Error(ErrorCode::not_found, {"aucun besoin de ce code n'est en vigueur ce jour-là",
                                         "no need of that code is in force on that day"});
    read_rules(*need);
    read_audiences();
    read_search();
  }

  /// By term, square and zone.
  NearbyServices by_index() {
    for (std::size_t role = 0; role < 2; ++role)
      for (const auto& wanted : wanted_[role])
        if (const Term* term = services_.term(wanted.term)) look(*term, wanted, best_[role]);
    return answer();
  }

  /// Row by row.
  NearbyServices by_scan() {
    for (std::size_t role = 0; role < 2; ++role)
      for (const auto& wanted : wanted_[role]) {
        const Term* term = services_.term(wanted.term);
        if (!term) continue;
        for (const auto& each : term->by_square.all()) consider(each, wanted, best_[role]);
        for (const auto& each : term->by_zone.all()) consider(each, wanted, best_[role]);
      }
    return answer();
  }

 private:
  void read_rules(const Need& need) {
    const auto standing = standing_rules(book_, need, request_.day, request_.known_as_of, home_of(request_));
    // A destination that the book names for this need, but not for certain for these facts, is not shown by its theme either.
    for (const auto& each : standing.withdrawn) hold_back(*each.rule);
    for (const auto& each : standing.rules) {
      const DestinationRule& rule = *each.rule;
      hold_back(rule);
      if (rule.role != DestinationRole::primary && rule.role != DestinationRole::secondary) continue;
      const bool stands = each.here == Truth::yes && truth_of(rule, facts_) == Truth::yes;
      if (!stands || is_barred(book_, request_, rule.destination)) continue;
      wanted_[rule.role == DestinationRole::primary ? 0 : 1].push_back(
          {destination_term(rule.destination), ServiceMatch::destination, &rule});
    }
    for (const auto& list : wanted_)
      for (const auto& each : list) std::erase(held_back_, services_.destination(each.rule->destination));
    for (const auto& each : book_.destinations)
      if (is_barred(book_, request_, each.code)) held_back_.push_back(services_.destination(each.code));
    for (const auto& each : need.themes) wanted_[0].push_back({theme_term(each), ServiceMatch::theme, nullptr});
    for (const auto& each : need.themes) {
      Wanted category{theme_term(category_of(each)), ServiceMatch::category, nullptr};
      const bool known = std::any_of(wanted_[0].begin(), wanted_[0].end(), [&](const Wanted& one) { return one.term == category.term; });
      if (!known) wanted_[0].push_back(std::move(category));
    }
  }

  void hold_back(const DestinationRule& rule) {
    if (const auto number = services_.destination(rule.destination)) held_back_.push_back(number);
  }

  void read_audiences() {
    std::uint32_t bit = 1;
    for (const auto& each : book_.words.audiences) {
      const Truth truth = !each.when ? Truth::unknown : each.when->empty() ? Truth::yes : truth_of(*each.when, facts_);
      if (truth == Truth::yes) audiences_yes_ |= bit;
      if (truth == Truth::unknown) audiences_unknown_ |= bit;
      bit <<= 1;
    }
  }

  void read_search() {
    for (const auto& each : home_.areas)
      if (const auto zone = services_.zone(each)) areas_.push_back(zone);
    placed_ = home_.position && is_possible(*home_.position);
    if (placed_) at_ = sphere_point(*home_.position);
    most_km_ = search_.most_km >= 0 ? search_.most_km : 0;
    travel_ = travel_of(request_.facts);
    today_ = static_cast<std::int32_t>(date::sys_days(request_.day).time_since_epoch().count());
    for (const auto& each : search_.do_not_route)
      if (const auto ordinal = services_.ordinal(each)) barred_.push_back(*ordinal);
    if (!request_.circumstances) return;
    const Circumstances& wanted = *request_.circumstances;
    if (wanted.language) language_ = services_.language(*wanted.language);
    speaks_ = wanted.language.has_value();
    no_steps_ = wanted.step_free == YesNo::yes;
    for (const auto& each : wanted.known_to)
      if (const auto ordinal = services_.ordinal(each)) known_.push_back(*ordinal);
  }

  void look(const Term& term, const Wanted& wanted, Best& best) {
    const auto consider_all = [&](std::span<const Posting> postings) {
      for (const auto& each : postings) consider(each, wanted, best);
    };
    if (home_.areas.empty()) consider_all(term.by_zone.all());
    else {
      consider_all(term.by_zone.between(Posting::no_zone, Posting::no_zone));
      for (const auto area : areas_) consider_all(term.by_zone.between(area, area));
    }
    if (!placed_) return consider_all(term.by_square.all());
    look_around(term.by_square, wanted.match, best, consider_all);
  }

  /// Lines of squares, the nearest first: what is far is not looked at once nothing far can be among the best.
  template <class ConsiderAll>
  void look_around(const PostingGroups& squares, ServiceMatch match, const Best& best, ConsiderAll consider_all) const {
    const double north = home_.position->latitude + 90, east = home_.position->longitude + 180;
    const auto home_line = static_cast<int>(square_line(north));
    const auto look_at = [&](int line, double km) {
      // A degree of latitude is 111.2 km; a degree of longitude shrinks towards the poles.
      const double flat = std::cos((std::abs(home_.position->latitude) + km / 111.1) * 0.017453292519943295);
      const double wide = flat > 0.01 ? km / 111.1 / flat : 360;
      // Across the line where a day begins, whole lines are read.
      const bool round = east - wide < 0 || east + wide > 360;
      const auto first = round ? 0 : square_line(east - wide), last = round ? last_column : square_line(east + wide);
      consider_all(squares.between(square(static_cast<std::uint32_t>(line), first), square(static_cast<std::uint32_t>(line), last)));
    };
    const auto last_line = static_cast<int>(square_line(180));
    for (int line = home_line - 1; line <= home_line + 1; ++line)
      if (line >= 0 && line <= last_line) look_at(line, std::min(most_km_, square_degrees * 111.1));
    for (int step = 0; (step - 1) * square_degrees * 111.1 <= reach(best, match); ++step)
      for (const int line : {home_line - step, home_line + step}) {
        if (line >= 0 && line <= last_line) look_at(line, reach(best, match));
        if (step == 0) break;
      }
  }

  /// How far a row may be and still be taken.
  double reach(const Best& best, ServiceMatch match) const {
    if (!best.is_full()) return most_km_;
    const Key worst = best.worst();
    Key least = static_cast<Key>(Openness::open);
    for (const auto each : {static_cast<int>(Fit::yes), static_cast<int>(match), static_cast<int>(Fit::yes), static_cast<int>(Fit::yes)}) add(least, each, 2);
    if (worst >> tail_bits < least) return 0;
    if (worst >> tail_bits > least) return most_km_;
    const Distance band = distances_for(travel_)[worst >> (tail_bits - 3) & 7];
    const bool by_distance_alone = !speaks_ && !no_steps_ && known_.empty();
    const double km = static_cast<double>(worst >> ordinal_bits & no_km) / 10 + 0.1;
    switch (band) {
      case Distance::within_2_km: return std::min(most_km_, by_distance_alone ? km : 2.0);
      case Distance::within_10_km: return std::min(most_km_, by_distance_alone ? km : 10.0);
      case Distance::within_25_km: return std::min(most_km_, by_distance_alone ? km : 25.0);
      case Distance::farther: return std::min(most_km_, by_distance_alone ? km : most_km_);
      default: return most_km_;
    }
  }

  void consider(const Posting& posting, const Wanted& wanted, Best& best) const {
    if (wanted.match != ServiceMatch::destination && posting.destination != 0 && contains_number(held_back_, posting.destination)) return;
    Fit zone = Fit::unknown;
    if (posting.zone != Posting::no_zone && !home_.areas.empty()) {
      if (!serves(posting)) return;
      zone = Fit::yes;
    }
    // How far it is costs most, and only counts among equals.
    const Key head = head_of(posting, wanted.match, zone);
    if (!best.may_take(head << tail_bits)) return;
    Distance distance = posting.flags & Posting::remote ? Distance::remote : Distance::unknown;
    std::uint32_t tenths = no_km;
    if (posting.flags & Posting::placed) {
      distance = Distance::unknown;
      if (placed_) {
        const double km = km_between(at_, posting.at);
        if (km > most_km_) return;
        distance = distance_of(km);
        tenths = std::min(static_cast<std::uint32_t>(km * 10 + 0.5), no_km - 1);
      }
    }
    if (!barred_.empty() && contains_number(barred_, posting.ordinal)) return;
    const Key key = key_of(head, posting, distance, tenths);
    if (best.may_take(key)) best.take({key, wanted.rule});
  }

  static Key& add(Key& key, auto value, unsigned bits) { return key = key << bits | static_cast<Key>(value); }

  /// The fields that weigh before the distance.
  Key head_of(const Posting& posting, ServiceMatch match, Fit zone) const {
    Key key = static_cast<Key>(openness_of(posting.status));
    add(key, fits_audiences(posting), 2);
    add(key, match, 2);
    add(key, posting.updated == Posting::no_day ? Fit::unknown : posting.updated >= today_ - fresh_days ? Fit::yes : Fit::no, 2);
    return add(key, zone, 2);
  }

  Key key_of(Key head, const Posting& posting, Distance distance, std::uint32_t tenths) const {
    Key key = add(head, place_of(distance, travel_), 3);
    add(key, fits_language(posting), 2);
    add(key, fits_access(posting), 2);
    add(key, !known_.empty() && contains_number(known_, posting.ordinal) ? Fit::yes : Fit::no, 2);
    add(key, tenths, km_bits);
    return add(key, posting.ordinal, ordinal_bits);
  }

  ServiceRank rank_of(Key key) const {
    key >>= ordinal_bits;
    const auto next = [&](unsigned bits) {
      const auto value = static_cast<std::uint32_t>(key & ((Key{1} << bits) - 1));
      key >>= bits;
      return value;
    };
    ServiceRank rank;
    if (const auto tenths = next(km_bits); tenths != no_km) rank.km = tenths / 10.0;
    rank.known_to = static_cast<Fit>(next(2));
    rank.step_free = static_cast<Fit>(next(2));
    rank.language = static_cast<Fit>(next(2));
    rank.distance = distances_for(travel_)[next(3)];
    rank.zone = static_cast<Fit>(next(2));
    rank.fresh = static_cast<Fit>(next(2));
    rank.found_by = static_cast<ServiceMatch>(next(2));
    rank.audience = static_cast<Fit>(next(2));
    rank.openness = static_cast<Openness>(key);
    return rank;
  }

  Fit fits_audiences(const Posting& posting) const {
    if (posting.audiences == 0) return Fit::unknown;
    if (posting.audiences & audiences_yes_) return Fit::yes;
    return posting.audiences & audiences_unknown_ ? Fit::unknown : Fit::no;
  }
  Fit fits_language(const Posting& posting) const {
    if (!speaks_ || posting.languages == 0) return Fit::unknown;
    return posting.languages & language_ ? Fit::yes : Fit::no;
  }
  Fit fits_access(const Posting& posting) const {
    if (!no_steps_) return Fit::unknown;
    if (posting.flags & Posting::step_free) return Fit::yes;
    return posting.flags & Posting::not_step_free ? Fit::no : Fit::unknown;
  }
  bool serves(const Posting& posting) const {
    if (posting.zone != Posting::several_zones) return contains_number(areas_, posting.zone);
    const auto& zones = services_.zones_of(posting.ordinal);
    return std::any_of(zones.begin(), zones.end(), [&](std::uint32_t zone) { return contains_number(areas_, zone); });
  }

  template <class Number>
  static bool contains_number(const std::vector<Number>& numbers, Number number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  }

  NearbyServices answer() const {
    NearbyServices found;
    for (const auto& row : best_[0].rows()) found.primaries.push_back(ranked(row));
    for (const auto& row : best_[1].rows()) {
      const auto& primaries = best_[0].rows();
      const bool shown = std::any_of(primaries.begin(), primaries.end(), [&](const Best::Row& each) { return each.ordinal() == row.ordinal(); });
      if (!shown && found.secondaries.size() < most_of_a_role) found.secondaries.push_back(ranked(row));
    }
    return found;
  }

  RankedService ranked(const Best::Row& row) const {
    const ServiceRow& service = services_.services[row.ordinal()];
    RankedService ranked{service.id, service.name, service.destination, {}, rank_of(row.key), {}};
    if (row.rule) ranked.rule = request_.need.text() + '.' + row.rule->id;
    explain(ranked, row.rule);
    return ranked;
  }

  void explain(RankedService& ranked, const DestinationRule* rule) const {
    const ServiceRank& rank = ranked.rank;
    auto& reasons = ranked.reasons;
    if (rule) reasons.push_back(rule->explanation);
    else if (rank.found_by == ServiceMatch::theme)
      reasons.push_back({"l'annuaire dit qu'il répond à ce thème", "the directory says that it meets this theme"});
    else
      reasons.push_back({"l'annuaire ne dit que le domaine : à vérifier", "the directory says the domain only: to be checked"});
    if (auto text = openness_text(rank.openness)) reasons.push_back(std::move(*text));
    if (rank.km) {
      std::string tenths = std::to_string(static_cast<int>(*rank.km * 10 + 0.5) % 10);
      const std::string whole = std::to_string(static_cast<int>(*rank.km * 10 + 0.5) / 10);
      reasons.push_back({"à " + whole + ',' + tenths + " km", whole + '.' + tenths + " km away"});
    }
    if (rank.distance == Distance::remote) reasons.push_back({"à distance", "at a distance"});
    const auto say = [&](Fit fit, Fit when, std::string fr, std::string en) {
      if (fit == when) reasons.push_back({std::move(fr), std::move(en)});
    };
    say(rank.audience, Fit::yes, "reçoit ce public", "receives such people");
    say(rank.audience, Fit::no, "dit recevoir d'autres audiences : appeler avant", "says that it receives other people: call first");
    say(rank.zone, Fit::unknown, "ne dit pas quelle zone il couvre", "does not say which area it covers");
    say(rank.fresh, Fit::no, "fiche sans mise à jour depuis deux ans", "entry not brought up to date for two years");
    say(rank.known_to, Fit::yes, "connaît déjà la personne", "already knows the person");
  }

  const CompiledServices& services_;
  const NeedsBook& book_;
  const OrientationRequest& request_;
  const Residence& home_;
  const ServiceSearch& search_;
  rules::Facts facts_;
  std::array<std::vector<Wanted>, 2> wanted_;
  std::vector<std::uint16_t> held_back_;
  std::uint32_t audiences_yes_ = 0, audiences_unknown_ = 0;
  std::vector<std::uint32_t> areas_, barred_, known_;
  bool placed_ = false;
  SpherePoint at_;
  double most_km_ = 0;
  std::uint64_t language_ = 0;
  bool speaks_ = false, no_steps_ = false;
  Travel travel_{};
  std::int32_t today_ = 0;
  // Some of the secondaries may turn out to be primaries.
  std::array<Best, 2> best_{Best(most_of_a_role), Best(2 * most_of_a_role)};
};

}  // namespace

NearbyServices find_services(const ServiceIndex& index, const NeedsBook& book, const OrientationRequest& request,
                             const ServiceSearch& search) {
  return Search(index, book, request, search).by_index();
}

NearbyServices find_services_slowly(const ServiceIndex& index, const NeedsBook& book, const OrientationRequest& request,
                                    const ServiceSearch& search) {
  return Search(index, book, request, search).by_scan();
}

}  // namespace patio
