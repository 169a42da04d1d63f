#include "answer_texts.hpp"

#include "openness.hpp"

namespace patio {
namespace {

Text owner_text(RuleOwner owner) {
  switch (owner) {
    case RuleOwner::centre: return {"règle du centre", "rule of the centre"};
    case RuleOwner::commune: return {"règle de la commune", "rule of the commune"};
    case RuleOwner::department: return {"règle du département", "rule of the département"};
    case RuleOwner::national: break;
  }
  return {"règle nationale", "national rule"};
}

}  // namespace

Text notice_text() {
  return {"Ceci est une proposition, pas une décision sur les droits : seul l'organisme compétent décide, et la personne "
          "choisit.",
          "This is a proposal, not a decision on rights: only the competent body decides, and the person chooses."};
}

Text local_reason(const LocalRule& rule) {
  const Text owner = owner_text(rule.owner);
  return {owner.fr + " : " + rule.reason.fr, owner.en + ": " + rule.reason.en};
}

Text mission_text(DeskMission mission) {
  switch (mission) {
    case DeskMission::info: return {"informer, et dire quels papiers réunir", "inform, and say which papers to gather"};
    case DeskMission::equipment: return {"prêter un poste, un numériseur, une imprimante", "lend a computer, a scanner, a printer"};
    case DeskMission::online_procedure:
      return {"faire la démarche en ligne avec la personne", "go through the online procedure with the person"};
    case DeskMission::orientation: break;
  }
  return {"préparer la demande, et la transmettre si la personne est d'accord",
          "prepare the request, and pass it on if the person agrees"};
}

Text door_text(const Candidate& candidate) {
  if (candidate.phone) return {"appeler avec la personne", "call together with the person"};
  if (is_closed(candidate.openness)) return {"proposer quelqu'un d'autre en attendant", "propose somebody else meanwhile"};
  if (candidate.next) return {"réserver un créneau de la permanence", "book a slot of the permanence"};
  if (candidate.rank.in_time == Fit::yes) return {"recevoir sans rendez-vous", "receive without an appointment"};
  return {"joindre l'organisme avec la personne", "contact the organisation together with the person"};
}

std::string french_day(Date day) {
  const std::string iso = to_text(day);
  return iso.substr(8, 2) + '/' + iso.substr(5, 2) + '/' + iso.substr(0, 4);
}

}  // namespace patio
