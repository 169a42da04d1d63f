#include <patio/exchange/cog.hpp>

#include <algorithm>
#include <charconv>
#include <fstream>
#include <memory>
#include <span>

#include <patio/exchange/csv.hpp>

#include "exchange/fault.hpp"

namespace patio {
namespace {

/// Reads the rows of one file whose columns are found by name; the cells of a row come in the order of `wanted`.
class Table {
 public:
  Table(std::istream& file, std::span<const std::string_view> wanted, std::size_t required, LossReport& report)
      : reader_(file), wanted_(wanted), report_(report), cells_(wanted.size()) {
    usable_ = reader_.read(row_) && find_columns(required);
  }

  /// Rows that are no rows are refused on the way.
  bool next() {
    while (usable_ && reader_.read(row_)) {
      ++report_.rows_read;
      for (auto& issue : row_.issues) note(report_, std::move(issue));
      if (!row_.broken && row_.cells.size() == count_) {
        for (std::size_t i = 0; i < wanted_.size(); ++i)
          cells_[i] = places_[i] < count_ ? std::string_view(row_.cells[places_[i]]) : std::string_view{};
        return true;
      }
      if (!row_.broken) tell_at(0, "wrong_cell_count");
      ++report_.rows_refused;
    }
    return false;
  }

  [[nodiscard]] std::string_view operator[](std::size_t wanted) const { return cells_[wanted]; }
  void keep() { ++report_.rows_kept; }
  void refuse(std::size_t wanted, std::string_view code) {
    tell_at(wanted, code);
    ++report_.rows_refused;
  }
  void tell_at(std::size_t wanted, std::string_view code) {
    const std::size_t cell = places_[wanted] < count_ ? places_[wanted] : 0;
    tell(report_, std::to_string(row_.line) + ':' + std::to_string(cell + 1), code, wanted_[wanted]);
  }

 private:
  bool find_columns(std::size_t required) {
    count_ = row_.cells.size();
    places_.assign(wanted_.size(), count_);
    for (std::size_t i = 0; i < count_; ++i) {
      const auto found = std::find(wanted_.begin(), wanted_.end(), row_.cells[i]);
      if (found != wanted_.end()) places_[static_cast<std::size_t>(found - wanted_.begin())] = i;
      else report_.unknown_columns.push_back(is_code(row_.cells[i]) ? row_.cells[i] : "column " + std::to_string(i + 1));
    }
    for (std::size_t i = 0; i < required; ++i)
      if (places_[i] == count_) tell(report_, "1:1", "missing_column", wanted_[i]);
    return std::none_of(places_.begin(), places_.begin() + static_cast<std::ptrdiff_t>(required),
                        [&](std::size_t place) { return place == count_; });
  }

  CsvReader reader_;
  std::span<const std::string_view> wanted_;
  LossReport& report_;
  CsvRow row_;
  std::vector<std::string_view> cells_;
  std::vector<std::size_t> places_;
  std::size_t count_ = 0;
  bool usable_ = false;
};

template <class Use>
void each_part(std::string_view list, Use use) {
  while (!list.empty()) {
    const auto end = std::min(list.find('|'), list.size());
    if (end > 0) use(list.substr(0, end));
    list.remove_prefix(std::min(end + 1, list.size()));
  }
}

template <class Number>
std::optional<Number> number(std::string_view text) {
  Number value{};
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

AreaCode area_code(std::string_view space, std::string_view code) {
  if (code.empty()) return {};
  return AreaCode::parse(std::string(space).append(code)).value_or(AreaCode{});
}

std::optional<CommuneKind> kind_of(std::string_view type) {
  if (type == "commune-actuelle") return CommuneKind::current;
  if (type == "commune-deleguee") return CommuneKind::delegated;
  if (type == "commune-associee") return CommuneKind::associated;
  if (type == "arrondissement-municipal") return CommuneKind::district;
  return std::nullopt;
}

namespace commune {
enum Cell : std::size_t { code, name, type, department, region, epci, postcodes, former, part_of, population, latitude, longitude };
constexpr std::string_view columns[] = {"code", "nom", "type", "departement", "region", "epci", "codes_postaux",
                                        "anciens_codes", "chef_lieu", "population", "latitude", "longitude"};
constexpr std::size_t required = 3;
}  // namespace commune

void read_position(Table& table, Commune& entry) {
  if (table[commune::latitude].empty() && table[commune::longitude].empty()) return;
  const auto north = number<double>(table[commune::latitude]), east = number<double>(table[commune::longitude]);
  if (!north || !east || !is_possible({*north, *east})) return table.tell_at(commune::latitude, "not_a_coordinate");
  entry.position = Position{*north, *east};
}

/// Neighbours in the list mostly belong to the same territories.
class LastArea {
 public:
  explicit LastArea(std::string_view space) : space_(space) {}
  const AreaCode& code(std::string_view text) {
    if (text != text_) {
      text_ = text;
      code_ = area_code(space_, text);
    }
    return code_;
  }

 private:
  std::string_view space_;
  std::string text_;
  AreaCode code_;
};

struct LastAreas {
  LastArea department{"dep:"};
  LastArea region{"reg:"};
  LastArea intercommunality{"epci:"};
};

void read_codes(Table& table, LastAreas& areas, Commune& entry) {
  entry.department = areas.department.code(table[commune::department]);
  entry.region = areas.region.code(table[commune::region]);
  entry.intercommunality = areas.intercommunality.code(table[commune::epci]);
  each_part(table[commune::postcodes], [&](std::string_view part) { entry.postcodes.emplace_back(part); });
  each_part(table[commune::former], [&](std::string_view part) {
    if (auto code = commune_code(part)) entry.former_codes.push_back(*std::move(code));
    else table.tell_at(commune::former, "not_a_commune");
  });
  if (table[commune::part_of].empty()) return;
  entry.part_of = commune_code(table[commune::part_of]);
  if (!entry.part_of) table.tell_at(commune::part_of, "not_a_commune");
}

std::vector<Commune> read_communes(std::istream& file, LossReport& report) {
  constexpr std::size_t as_many_as_france = 40'000;
  std::vector<Commune> communes;
  communes.reserve(as_many_as_france);
  LastAreas areas;
  Table table(file, commune::columns, commune::required, report);
  while (table.next()) {
    auto code = commune_code(table[commune::code]);
    const auto kind = kind_of(table[commune::type]);
    if (!code) {
      table.refuse(commune::code, "not_a_commune");
    } else if (table[commune::name].empty()) {
      table.refuse(commune::name, "no_name");
    } else if (!kind) {
      table.refuse(commune::type, "unknown_value");
    } else {
      Commune& entry = communes.emplace_back();
      entry.code = *std::move(code);
      entry.name = table[commune::name];
      entry.kind = *kind;
      read_codes(table, areas, entry);
      entry.population = number<int>(table[commune::population]);
      if (!entry.population && !table[commune::population].empty()) table.tell_at(commune::population, "not_an_integer");
      read_position(table, entry);
      table.keep();
    }
  }
  return communes;
}

void read_areas(std::istream& file, std::string_view space, AreaKind kind, std::vector<Area>& areas, LossReport& report) {
  static constexpr std::string_view columns[] = {"code", "nom"};
  Table table(file, columns, 2, report);
  while (table.next()) {
    AreaCode code = area_code(space, table[0]);
    if (code.empty()) {
      table.refuse(0, "no_id");
    } else if (table[1].empty()) {
      table.refuse(1, "no_name");
    } else {
      areas.push_back({std::move(code), kind, std::string(table[1])});
      table.keep();
    }
  }
}

std::optional<CommuneMovement> movement_of(std::string_view word) {
  if (word == "disparition") return CommuneMovement::gone;
  if (word == "apparition") return CommuneMovement::appeared;
  if (word == "changement-nom") return CommuneMovement::renamed;
  return std::nullopt;
}

std::vector<CommuneChange> read_movements(std::istream& file, LossReport& report) {
  static constexpr std::string_view columns[] = {"millesime", "mouvement", "code", "nom", "code_successeur", "nom_successeur"};
  std::vector<CommuneChange> changes;
  Table table(file, columns, 4, report);
  while (table.next()) {
    const auto day = parse_date(std::string(table[0]) + "-01-01");
    const auto movement = movement_of(table[1]);
    auto code = commune_code(table[2]);
    auto successor = commune_code(table[4]);
    if (!day) {
      table.refuse(0, "not_a_year");
    } else if (!movement) {
      table.refuse(1, "not_a_movement");
    } else if (!code) {
      table.refuse(2, "not_a_commune");
    } else if (!successor && *movement == CommuneMovement::gone) {
      table.refuse(4, "not_a_commune");
    } else {
      changes.push_back({*day, *movement, *std::move(code), std::string(table[3]), std::move(successor), std::string(table[5])});
      table.keep();
    }
  }
  return changes;
}

/// The first file of the folder, by name, whose name begins so.
std::unique_ptr<std::istream> open(const std::filesystem::path& folder, std::string_view beginning) {
  std::error_code fault;
  std::filesystem::path chosen;
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(beginning) && name.ends_with(".csv") && (chosen.empty() || entry.path() < chosen)) chosen = entry.path();
  }
  if (chosen.empty()) return nullptr;
  auto file = std::make_unique<std::ifstream>(chosen, std::ios::binary);
  if (!*file) return nullptr;
  return file;
}

}  // namespace

TerritoryReading read_territory(const TerritoryFiles& files) {
  std::map<std::string, LossReport> reports;
  std::vector<Commune> communes;
  std::vector<Area> areas;
  std::vector<CommuneChange> changes;
  if (files.communes) communes = read_communes(*files.communes, reports["communes"]);
  if (files.departments) read_areas(*files.departments, "dep:", AreaKind::department, areas, reports["departements"]);
  if (files.regions) read_areas(*files.regions, "reg:", AreaKind::region, areas, reports["regions"]);
  if (files.intercommunalities) read_areas(*files.intercommunalities, "epci:", AreaKind::intercommunality, areas, reports["epci"]);
  if (files.movements) changes = read_movements(*files.movements, reports["mouvements"]);
  return {Territory(std::move(communes), std::move(areas), std::move(changes)), std::move(reports)};
}

TerritoryReading read_territory(const std::filesystem::path& folder) {
  const auto communes = open(folder, "communes"), departments = open(folder, "departements"), regions = open(folder, "regions"),
             intercommunalities = open(folder, "epci"), movements = open(folder, "mouvements");
  if (!communes)
    throw Error(ErrorCode::not_found, {"ce dossier n'a pas de fichier communes*.csv", "this folder has no file communes*.csv"});
  return read_territory({communes.get(), departments.get(), regions.get(), intercommunalities.get(), movements.get()});
}

}  // namespace patio
