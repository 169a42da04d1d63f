#pragma once
/// \file
/// What is stored, as far as one command or query may look at it: the file of the person it is about, and rows that it
/// looks for. Read when first asked for, in the state of the transaction, and never written through.

#include <map>
#include <memory>

#include <patio/schedule/permanence.hpp>

#include "records.hpp"

namespace patio {

class Dossier {
 public:
  /// Empty: nobody's.
  Dossier() = default;
  /// The reader must live as long.
  Dossier(Reader& reader, const std::optional<PersonId>& id) : reader_(&reader), id_(id) {
    if (id) person = reader.get<Person>(*id);
  }

  /// Nothing if nobody has that id.
  std::optional<Person> person;

  /// All records of that kind about the person.
  template <class T>
  [[nodiscard]] const std::vector<T>& of() const {
    auto& shelf = shelves_[&shelf_of<T>];
    if (!shelf) shelf = std::make_shared<std::vector<T>>(reader_ && person ? load_file<T>(*reader_, *id_) : std::vector<T>{});
    return *std::static_pointer_cast<std::vector<T>>(shelf);
  }

  /// Records about anybody: whoever asks for them shows none that the rules don't let through.
  template <class T>
  [[nodiscard]] std::vector<T> find(const Query<T>& query) const {
    return reader_ ? reader_->find(query) : std::vector<T>{};
  }
  template <class T>
  [[nodiscard]] std::uint64_t count(const Query<T>& query) const {
    return reader_ ? reader_->count(query) : 0;
  }
  template <class T>
  [[nodiscard]] std::optional<T> get(const KeyOf<T>& id) const {
    return reader_ ? reader_->get<T>(id) : std::nullopt;
  }

  /// Whom the record of that id is about.
  template <class T>
  [[nodiscard]] std::optional<PersonId> person_of(const KeyOf<T>& id) const {
    return reader_ ? reader_->get(&T::person_id, id) : std::nullopt;
  }

  /// The file of somebody else, in the same state.
  [[nodiscard]] Dossier about(const PersonId& other) const { return reader_ ? Dossier(*reader_, other) : Dossier(); }

  /// How often the file has changed.
  [[nodiscard]] std::uint64_t revision() const;

  /// Everybody's appointments that take their place and have not ended, without the persons.
  [[nodiscard]] std::vector<Occupied> diary(Instant now) const;

 private:
  /// Its address stands for the kind of record.
  template <class T>
  static constexpr char shelf_of = 0;

  /// By the kind of record. A dossier is copied with what it has read.
  mutable std::map<const char*, std::shared_ptr<void>> shelves_;
  Reader* reader_ = nullptr;
  std::optional<PersonId> id_;
};

}  // namespace patio
