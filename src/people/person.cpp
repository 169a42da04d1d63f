#include <patio/people/person.hpp>

#include <algorithm>

namespace patio {
namespace {

constexpr std::size_t longest = 200;

class Faults {
 public:
  Issues issues;

  void add(std::string path, std::string code, Text message) {
    issues.list.push_back({std::move(path), std::move(code), std::move(message)});
  }

  void check_text(const std::string& path, const std::string& text) {
    if (!is_clean_utf8(text))
      return add(path, "not_clean_text", {"ce texte n'est pas en UTF-8 valide ou contient un caractère nul",
                                          "this text is not valid UTF-8 or holds a null character"});
    const auto characters = std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xc0) != 0x80; });
    if (static_cast<std::size_t>(characters) > longest)
      add(path, "too_long", {"raccourcir ce texte à 200 caractères", "shorten this text to 200 characters"});
  }
};

bool is_blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

bool has_name(const Person& person) {
  const auto given = [](const std::string& name) { return !is_blank(name); };
  return (person.usual_name && given(*person.usual_name)) || (person.birth_name && given(*person.birth_name)) ||
         std::any_of(person.first_names.begin(), person.first_names.end(), given);
}

bool has_flag(const Person& person, SafetyFlag flag) {
  return std::find(person.safety_flags.begin(), person.safety_flags.end(), flag) != person.safety_flags.end();
}

void check_names(const Person& person, Faults& faults) {
  if (person.usual_name) faults.check_text("/usual_name", *person.usual_name);
  if (person.birth_name) faults.check_text("/birth_name", *person.birth_name);
  for (std::size_t i = 0; i < person.first_names.size(); ++i)
    faults.check_text("/first_names/" + std::to_string(i), person.first_names[i]);
  if (person.kind == PersonKind::named && !has_name(person))
    faults.add("/usual_name", "name_missing",
               {"donner un nom ou un prénom, ou enregistrer la personne comme anonyme",
                "give a name or a first name, or record the person as anonymous"});
  if (person.kind == PersonKind::anonymous && has_name(person))
    faults.add("/kind", "anonymous_with_name", {"une personne anonyme n'a pas de nom", "an anonymous person has no name"});
}

void check_birth(const Person& person, Date today, Faults& faults) {
  if (!person.birth_date) return;
  if (!person.birth_date->ok())
    faults.add("/birth_date", "not_a_date", {"ce jour n'existe pas", "there is no such day"});
  else if (*person.birth_date > today)
    faults.add("/birth_date", "in_the_future", {"cette naissance est dans le futur", "this birth is in the future"});
}

void check_contacts(const Person& person, Faults& faults) {
  if (person.kind == PersonKind::anonymous && !person.contacts.empty())
    faults.add("/contacts", "anonymous_with_contact",
               {"une personne anonyme n'a pas de coordonnées", "an anonymous person has no contact"});
  for (std::size_t i = 0; i < person.contacts.size(); ++i) {
    const std::string path = "/contacts/" + std::to_string(i) + "/address";
    if (is_blank(person.contacts[i].address))
      faults.add(path, "empty", {"ces coordonnées sont vides", "this contact is empty"});
    else
      faults.check_text(path, person.contacts[i].address);
  }
}

}  // namespace

Issues check(const Person& person, Date today) {
  Faults faults;
  check_names(person, faults);
  check_birth(person, today, faults);
  check_contacts(person, faults);
  return faults.issues;
}

std::vector<ContactPoint> usable_contacts(const Person& person) {
  const bool in_danger = has_flag(person, SafetyFlag::violence_context) || has_flag(person, SafetyFlag::unsafe_contact);
  const bool concealed = has_flag(person, SafetyFlag::concealed_address);
  std::vector<ContactPoint> usable;
  std::copy_if(person.contacts.begin(), person.contacts.end(), std::back_inserter(usable), [&](const auto& contact) {
    const bool must_be_safe = in_danger || (concealed && contact.channel == ContactChannel::post);
    return must_be_safe ? contact.safety == ContactSafety::safe : contact.safety != ContactSafety::unsafe;
  });
  return usable;
}

}  // namespace patio
