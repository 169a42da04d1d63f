#pragma once
/// \file
/// The façade: the only place with a state, and the only door to stored personal data.
///
///     Centre centre = Centre::open("sqlite:patio.db", {.plan = plan, .clock = now, .ids = random_ids()});
///     Desk desk = centre.desk_for(ProfessionalCode{"pro:fs1"}, HatCode{"hat:fs1"});
///     Result<PersonRegistered> marc = desk.run(RegisterPerson{...});
///     Result<AboutPerson> answer = other_desk.ask(AskAbout{...});
///
/// Whatever is asked goes the same way: load, decide (secrecy), handle (a pure function), write with the audit leaf in
/// one transaction. Nothing is stored without its leaf; a refusal for secrecy leaves one too.
///
/// A Centre and its desks belong to one thread at a time. Several centres may share a database file.

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include <patio/desk/house_books.hpp>
#include <patio/desk/outbox.hpp>
#include <patio/desk/registry.hpp>
#include <patio/rules/rulebook.hpp>
#include <patio/schedule/centre_plan.hpp>
#include <patio/store/store.hpp>

namespace patio {

struct NeedsBook;

using Clock = std::function<Instant()>;

struct CentreOptions {
  CentrePlan plan;
  /// "Now". The library reads no clock by itself.
  Clock clock;
  IdSource ids;
  /// Secrecy rules; the French rulebook of this version if absent.
  std::shared_ptr<const rules::Rulebook> rulebook;
  /// Needs and their destinations; the French ones of this version if absent.
  std::shared_ptr<const NeedsBook> needs;
  /// Casework, neutral texts and matching; the French ones of this version where absent.
  HouseBooks house = {};
  /// With it the keys by which records of one person are found are hashed, so that the database alone does not let names be
  /// guessed from them: 16 to 64 bytes of the host's keeping, the same for ever. Keys written under another one, or none,
  /// match nobody until the person's record is written again.
  std::string match_secret = {};
  /// Separates centres that share one database.
  TenantId tenant = single_tenant;
};

class CentreState;

/// One professional at work under one hat.
class Desk {
 public:
  Desk(std::shared_ptr<CentreState> centre, ProfessionalCode professional, HatCode hat);

  /// Done, or refused with the rule and what would unblock it. Throws Error if it could not be asked.
  template <class C>
  [[nodiscard]] Result<typename C::Answer> run(const C& command, const RunOptions& options = {});

  template <class Q>
  [[nodiscard]] Result<typename Q::Answer> ask(const Q& query);

  [[nodiscard]] const ProfessionalCode& professional() const noexcept { return professional_; }
  [[nodiscard]] const HatCode& hat() const noexcept { return hat_; }

 private:
  std::shared_ptr<CentreState> centre_;
  ProfessionalCode professional_;
  HatCode hat_;
};

/// The root of the audit log: how many leaves, and the hash over them all in hexadecimal.
struct AuditRoot {
  std::uint64_t size = 0;
  std::string hash;
  bool operator==(const AuditRoot&) const = default;
};
BOOST_DESCRIBE_STRUCT(AuditRoot, (), (size, hash))

class Centre {
 public:
  /// Opens or makes the database. Throws Error (`foreign_file`, `corrupt_file`, `unavailable`...), or InvalidInput if
  /// the plan does not hold together.
  [[nodiscard]] static Centre open(const std::string& uri, CentreOptions options);

  /// Throws Error (`not_found`) if the plan has no such professional with that hat today.
  [[nodiscard]] Desk desk_for(const ProfessionalCode& professional, const HatCode& hat) const;

  /// Lets time do its work up to now: what has lapsed, expired or come due moves, each record in a transaction of its own
  /// with its leaf. Twice is once. If it throws, what was moved before stays moved, and the next tick goes on.
  TickReport tick();

  /// Effects that are due and not acknowledged, the oldest first, at most `limit` of them.
  [[nodiscard]] std::vector<PendingEffect> pending_effects(std::size_t limit) const;

  /// The host has carried these out: they leave the outbox. Ids that are not there (any more) are passed over.
  void acknowledge(const std::vector<EffectId>& carried_out);

  [[nodiscard]] AuditRoot audit_root() const;
  /// Reads the whole log and the rows it vouches for.
  [[nodiscard]] AuditReport verify_audit() const;

  [[nodiscard]] const CentrePlan& plan() const noexcept;

 private:
  explicit Centre(std::shared_ptr<CentreState> state) : state_(std::move(state)) {}
  std::shared_ptr<CentreState> state_;
};

}  // namespace patio
