#include "exchange/form.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <nlohmann/json.hpp>

#include <patio/directory/osm_hours.hpp>

#include "exchange/hours_text.hpp"

namespace patio {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digits(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), is_digit); }
bool is_visible(char c) { return c > ' ' && c < 0x7f; }

/// As far as the schemas go: a scheme, a host with a point or a name of its own, nothing blank. What stands in a URL beyond
/// ASCII must be escaped there.
bool is_url(std::string_view text) {
  constexpr std::size_t longest = 2083;
  if (text.size() > longest) return false;
  const std::size_t scheme = text.starts_with("https://") ? 8 : text.starts_with("http://") ? 7 : 0;
  if (scheme == 0) return false;
  const auto host = text.substr(scheme, text.find_first_of("/?#", scheme) - scheme);
  const bool host_stands = !host.empty() && host.front() != '.' && host.front() != ':';
  constexpr std::string_view never = "<>\"{}|\\^`[]";
  return host_stands && std::all_of(text.begin(), text.end(), [&](char c) {
           return is_visible(c) && never.find(c) == std::string_view::npos;
         });
}

bool is_email(std::string_view text) {
  const auto sign = text.find('@');
  if (sign == 0 || sign == std::string_view::npos || text.find('@', sign + 1) != std::string_view::npos || text.size() > 254)
    return false;
  const auto host = text.substr(sign + 1);
  const auto plain = [](char c) { return is_visible(c) && std::string_view("()<>[]:;,\\\"").find(c) == std::string_view::npos; };
  const bool points = host.find('.') != std::string_view::npos && host.front() != '.' && host.back() != '.' &&
                      text.find("..") == std::string_view::npos && text.front() != '.' && text[sign - 1] != '.';
  return points && std::all_of(text.begin(), text.end(), plain);
}

/// "+33180059880" or the prefix of an overseas territory, six to nine digits.
bool is_strict_phone(std::string_view text) {
  for (const std::string_view prefix : {"+33", "+590", "+594", "+262", "+596", "+269", "+687", "+689", "+508", "+681"})
    if (text.starts_with(prefix)) {
      const auto digits = text.substr(prefix.size());
      if (is_digits(digits) && digits.size() >= 6 && digits.size() <= 9) return true;
    }
  return false;
}

bool is_pivot(std::string_view text) {
  return text.size() >= 9 && text.size() <= 14 && std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); });
}

/// "59260.0" and "6.0487647500499E13" as the digits that they stood for; nothing if some were lost.
std::optional<std::string> digits_of_number(std::string_view text) {
  std::string digits;
  std::size_t i = 0;
  std::optional<std::size_t> point;
  for (; i < text.size() && (is_digit(text[i]) || text[i] == '.'); ++i) {
    if (is_digit(text[i])) digits += text[i];
    else if (point) return std::nullopt;
    else point = digits.size();
  }
  std::size_t exponent = 0;
  if (i < text.size() && (text[i] == 'E' || text[i] == 'e')) {
    auto power = text.substr(i + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    const auto [end, fault] = std::from_chars(power.data(), power.data() + power.size(), exponent);
    if (fault != std::errc{} || end != power.data() + power.size() || exponent > 20) return std::nullopt;
  } else if (i != text.size()) {
    return std::nullopt;
  }
  const std::size_t whole = point.value_or(digits.size()) + exponent;
  if (digits.empty() || digits.size() < whole) return std::nullopt;
  if (digits.find_first_not_of('0', whole) != std::string::npos) return std::nullopt;
  return digits.substr(0, whole);
}

bool looks_like_number(std::string_view text) {
  return !is_digits(text) && !text.empty() && is_digit(text.front()) && text.find_first_not_of("0123456789.eE+") == std::string_view::npos;
}

/// Codes of digits that spreadsheets take for numbers.
Shaped shaped_digits(std::string_view text, std::size_t count, std::string_view otherwise) {
  if (is_digits(text) && text.size() == count) return {std::string(text), {}, true};
  if (looks_like_number(text)) {
    auto digits = digits_of_number(text);
    if (!digits) return {{}, count == 14 ? "digits_lost" : otherwise, false};
    if (digits->size() == count) return {*std::move(digits), "number_restored", true};
    if (count == 5 && digits->size() == 4) return {'0' + *digits, "number_restored", true};
    return {{}, otherwise, false};
  }
  if (count == 5 && is_digits(text) && text.size() == 4) return {'0' + std::string(text), "zero_restored", true};
  return {{}, otherwise, false};
}

/// Digits of an establishment may be written in groups.
std::string without_inner_blanks(std::string_view text) {
  std::string joined;
  for (const char c : text)
    if (c != ' ') joined += c;
  return joined;
}

std::string_view length_fault(std::string_view text, const FieldLimits& limits) {
  if (limits.shortest == 0 && limits.longest == 0) return {};
  const std::size_t length = length_of(text);
  if (length < limits.shortest) return "too_short";
  if (limits.longest != 0 && length > limits.longest) return "too_long";
  return {};
}

}  // namespace

std::size_t length_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xc0U) != 0x80U; }));
}

std::string_view fault_of(Form form, std::string_view text, const FieldLimits& limits) {
  switch (form) {
    case Form::identifier: return text.empty() ? "no_id" : text.size() > 200 ? "id_too_long" : "";
    case Form::name:
      if (text.empty()) return "no_name";
      return length_fault(text, limits);
    case Form::text: return length_fault(text, limits);
    case Form::url:
    case Form::urls: return is_url(text) ? "" : "not_a_url";
    case Form::email:
    case Form::emails: return is_email(text) ? "" : "not_an_email";
    case Form::strict_phone: return is_strict_phone(text) ? "" : "not_a_phone";
    case Form::siret: return is_digits(text) && text.size() == 14 ? "" : "not_a_siret";
    case Form::pivot: return is_pivot(text) ? "" : "not_a_pivot";
    case Form::postcode: return is_digits(text) && text.size() == 5 ? "" : "not_a_postcode";
    case Form::commune: return commune_code(text) ? "" : "not_a_commune";
    case Form::hours: return read_osm_hours(text) ? "" : "hours_not_plain";
    case Form::code:
    case Form::codes:
    case Form::themes: return limits.list.empty() || is_listed(limits.list, text) ? "" : "unknown_value";
    default: return {};
  }
}

Shaped shaped(Form form, std::string_view text, const FieldLimits& limits) {
  if (form == Form::siret) {
    auto digits = shaped_digits(without_inner_blanks(text), 14, "not_a_siret");
    // What lists write where they have none.
    if (digits.text == "00000000000000") return {{}, "not_a_siret", false};
    return digits;
  }
  if (form == Form::pivot && looks_like_number(text)) return shaped_digits(text, 14, "not_a_pivot");
  if (form == Form::postcode) return shaped_digits(text, 5, "not_a_postcode");
  const auto fault = fault_of(form, text, limits);
  // Texts that are too long, too short or no plain hours are worth keeping all the same.
  const bool kept = fault.empty() || fault == "too_short" || fault == "too_long" || fault == "hours_not_plain";
  return {kept ? std::string(text) : std::string{}, fault, kept};
}

Shaped shaped_insee(std::string_view text) {
  if (looks_like_number(text)) return shaped_digits(text, 5, {});
  return {std::string(text), {}, true};
}

std::optional<AreaCode> zone_of(std::string_view text) {
  const auto in = [&](std::string_view space) { return AreaCode::parse(std::string(space).append(text)); };
  if (text == "france") return in("country:");
  if (!std::all_of(text.begin(), text.end(), [](char c) { return is_digit(c) || is_letter(c); })) return std::nullopt;
  if (text.size() == 9 && is_digits(text)) return in("epci:");
  if (text.size() == 5 && text.starts_with("99")) return in("country:");
  if (text.size() == 5) {
    const auto commune = commune_code(text);
    return commune ? AreaCode::parse(commune->text()) : std::nullopt;
  }
  const bool corsica = text == "2A" || text == "2B";
  if (corsica || (is_digits(text) && (text.size() == 2 || text.size() == 3) && text != "00")) return in("dep:");
  return std::nullopt;
}

std::string zone_text(const AreaCode& zone) {
  const std::string_view text = zone.text();
  for (const std::string_view space : {"insee:", "dep:", "epci:", "country:"})
    if (text.starts_with(space)) return zone_of(text.substr(space.size())) == zone ? std::string(text.substr(space.size())) : std::string{};
  return {};
}

std::optional<Date> day_of(std::string_view text) {
  constexpr std::size_t day_length = 10;
  if (text.size() > day_length && text[day_length] != 'T' && text[day_length] != ' ') return std::nullopt;
  return parse_date(text.substr(0, day_length));
}

std::optional<double> number_of(std::string_view text) {
  std::string digits(text);
  std::replace(digits.begin(), digits.end(), ',', '.');
  double number = 0;
  const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (fault != std::errc{} || end != digits.data() + digits.size() || !std::isfinite(number)) return std::nullopt;
  return number;
}

std::string number_text(double number) {
  char text[32];
  const auto end = std::to_chars(text, text + sizeof text, number).ptr;
  return {text, end};
}

std::vector<std::string> items_of(std::string_view text, std::string_view separators) {
  std::vector<std::string> items;
  text = without_blanks(text);
  if (text.starts_with('[')) {
    const auto list = nlohmann::json::parse(text, nullptr, false);
    if (list.is_array()) {
      for (const auto& each : list)
        if (each.is_string()) items.push_back(each.get<std::string>());
      return items;
    }
  }
  if (text.size() >= 2 && text.front() == '{' && text.back() == '}') text = text.substr(1, text.size() - 2);
  char separator = '\0';
  for (const char each : separators)
    if (separator == '\0' && text.find(each) != std::string_view::npos) separator = each;
  while (!text.empty()) {
    const auto end = separator == '\0' ? text.size() : std::min(text.find(separator), text.size());
    auto item = without_blanks(text.substr(0, end));
    if (item.size() >= 2 && item.front() == '"' && item.back() == '"') item = item.substr(1, item.size() - 2);
    if (!item.empty()) items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

}  // namespace patio
