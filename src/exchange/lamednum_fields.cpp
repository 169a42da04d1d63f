#include "exchange/lamednum_fields.hpp"

namespace patio {
namespace {

using P = MediationPlace;

#define PATIO_FIELD(field) at<P>([](auto& entry) -> auto& { return entry.field; })

constexpr FieldLimits refused{.need = Need::refused_without};
constexpr FieldLimits told{.need = Need::told_without};
constexpr FieldLimits list{.separators = "|;"};

constexpr FieldLimits listed(std::string_view name) { return {.list = name, .separators = "|;"}; }
constexpr FieldLimits meant(std::string_view name, std::string_view table) { return {.list = name, .table = table, .separators = "|;"}; }

const FieldRule<P> fields_1[] = {
    {"id", Form::identifier, PATIO_FIELD(id), refused},
    {"pivot", Form::pivot, PATIO_FIELD(pivot), told},
    {"nom", Form::name, PATIO_FIELD(name), refused},
    {"commune", Form::text, PATIO_FIELD(location.town), told},
    {"code_postal", Form::postcode, PATIO_FIELD(location.postcode), told},
    {"code_insee", Form::commune, PATIO_FIELD(location.commune)},
    {"adresse", Form::text, PATIO_FIELD(location.address), told},
    {"complement_adresse", Form::text, PATIO_FIELD(location.address_extra)},
    {"latitude", Form::latitude, PATIO_FIELD(location.position)},
    {"longitude", Form::longitude, PATIO_FIELD(location.position)},
    {"typologie", Form::words, PATIO_FIELD(kinds), list},
    {"telephone", Form::strict_phone, PATIO_FIELD(phone)},
    {"courriels", Form::emails, PATIO_FIELD(emails), list},
    {"site_web", Form::urls, PATIO_FIELD(websites), list},
    {"horaires", Form::hours, PATIO_FIELD(opening_hours)},
    {"presentation_resume", Form::text, PATIO_FIELD(summary), {.longest = 280}},
    {"presentation_detail", Form::text, PATIO_FIELD(description)},
    {"source", Form::text, PATIO_FIELD(source)},
    {"itinerance", Form::codes, PATIO_FIELD(roaming), listed("lamednum_itinerance")},
    {"structure_parente", Form::text, PATIO_FIELD(parent_structure)},
    {"date_maj", Form::day, PATIO_FIELD(updated_on), told},
    {"services", Form::codes, PATIO_FIELD(services), listed("lamednum_services")},
    {"publics_specifiquement_adresses", Form::codes, PATIO_FIELD(audiences), listed("lamednum_publics_specifiquement_adresses")},
    {"prise_en_charge_specifique", Form::codes, PATIO_FIELD(special_care), listed("lamednum_prise_en_charge_specifique")},
    {"frais_a_charge", Form::codes, PATIO_FIELD(fees), listed("lamednum_frais_a_charge")},
    {"dispositif_programmes_nationaux", Form::codes, PATIO_FIELD(programmes), listed("lamednum_dispositif_programmes_nationaux")},
    {"formations_labels", Form::codes, PATIO_FIELD(training_labels), listed("lamednum_formations_labels")},
    {"autres_formations_labels", Form::words, PATIO_FIELD(other_training_labels), list},
    {"modalites_acces", Form::codes, PATIO_FIELD(access_modes), listed("lamednum_modalites_acces")},
    {"modalites_accompagnement", Form::codes, PATIO_FIELD(support_modes), listed("lamednum_modalites_accompagnement")},
    {"fiche_acces_libre", Form::url, PATIO_FIELD(accessibility_link)},
    {"prise_rdv", Form::url, PATIO_FIELD(booking_link)},
};

const FieldRule<P> fields_0[] = {
    {"id", Form::identifier, PATIO_FIELD(id), refused},
    {"pivot", Form::pivot, PATIO_FIELD(pivot), told},
    {"nom", Form::name, PATIO_FIELD(name), refused},
    {"commune", Form::text, PATIO_FIELD(location.town), told},
    {"code_postal", Form::postcode, PATIO_FIELD(location.postcode), told},
    {"code_insee", Form::commune, PATIO_FIELD(location.commune)},
    {"adresse", Form::text, PATIO_FIELD(location.address), told},
    {"complement_adresse", Form::text, PATIO_FIELD(location.address_extra)},
    {"latitude", Form::latitude, PATIO_FIELD(location.position)},
    {"longitude", Form::longitude, PATIO_FIELD(location.position)},
    {"typologie", Form::words, PATIO_FIELD(kinds), list},
    {"telephone", Form::strict_phone, PATIO_FIELD(phone)},
    {"courriel", Form::emails, PATIO_FIELD(emails), list},
    {"site_web", Form::urls, PATIO_FIELD(websites), list},
    {"horaires", Form::hours, PATIO_FIELD(opening_hours)},
    {"presentation_resume", Form::text, PATIO_FIELD(summary), {.longest = 280}},
    {"presentation_detail", Form::text, PATIO_FIELD(description)},
    {"source", Form::text, PATIO_FIELD(source)},
    {"structure_parente", Form::text, PATIO_FIELD(parent_structure)},
    {"date_maj", Form::day, PATIO_FIELD(updated_on), told},
    {"services", Form::codes, PATIO_FIELD(services), meant("lamednum_services", "lamednum_old_services")},
    {"conditions_access", Form::codes, PATIO_FIELD(fees), meant("lamednum_frais_a_charge", "lamednum_old_fees")},
    {"conditions_acces", Form::codes, PATIO_FIELD(fees), meant("lamednum_frais_a_charge", "lamednum_old_fees"), true},
    {"labels_nationaux", Form::codes, PATIO_FIELD(programmes), meant("lamednum_dispositif_programmes_nationaux", "lamednum_old_labels")},
    {"accessibilite", Form::url, PATIO_FIELD(accessibility_link)},
    {"prise_rdv", Form::url, PATIO_FIELD(booking_link)},
    {"nb_aidants"},
    {"cle_ban"},
    {"labels_autres"},
    {"publics_accueillis"},
    {"modalites_accompagnement"},
};

#undef PATIO_FIELD

}  // namespace

std::span<const FieldRule<MediationPlace>> mediation_fields_1() { return fields_1; }
std::span<const FieldRule<MediationPlace>> mediation_fields_0() { return fields_0; }

}  // namespace patio
