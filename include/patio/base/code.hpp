#pragma once
/// \file
/// Codes: words of open lists that live in dated data (needs, operators, grounds, reasons), typed by their list.
///
///     using NeedCode = Code<struct NeedTag>;
///     NeedCode need{"carte_grise"};                       // a literal is checked when compiled
///     std::optional<NeedCode> read = NeedCode::parse(text);   // what comes from outside is checked when read

#include <compare>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace patio {

/// 1 to 64 characters among letters, digits and `_ : . -`, beginning with a letter or a digit.
/// A namespace may lead: "insee:91312", "org:udaf".
[[nodiscard]] constexpr bool is_code(std::string_view text) noexcept {
  const auto plain = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  if (text.empty() || text.size() > 64 || !plain(text.front())) return false;
  for (const char c : text)
    if (!plain(c) && c != '_' && c != ':' && c != '.' && c != '-') return false;
  return true;
}

/// A literal that is a code: anything else does not compile.
struct CodeLiteral {
  const std::string_view text;
  consteval CodeLiteral(const char* literal) : text(literal) {
    if (!is_code(text)) throw "a code has 1 to 64 letters, digits or _ : . -";
  }
};

template <class Tag>
class Code {
 public:
  /// The empty code: "not given". No list holds it.
  Code() = default;
  Code(CodeLiteral literal) : text_(literal.text) {}

  [[nodiscard]] static std::optional<Code> parse(std::string_view text) {
    if (!is_code(text)) return std::nullopt;
    Code code;
    code.text_ = text;
    return code;
  }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }

  auto operator<=>(const Code&) const = default;

 private:
  std::string text_;
};

template <class T>
inline constexpr bool is_code_type = false;
template <class Tag>
inline constexpr bool is_code_type<Code<Tag>> = true;

}  // namespace patio

template <class Tag>
struct std::hash<patio::Code<Tag>> {
  std::size_t operator()(const patio::Code<Tag>& code) const noexcept {
    return std::hash<std::string>{}(code.text());
  }
};
