#include "exchange/data_inclusion_fields.hpp"

namespace patio {
namespace {

using S = ListedStructure;
using V = ListedService;

#define PATIO_FIELD(Entry, field) at<Entry>([](auto& entry) -> auto& { return entry.field; })

constexpr FieldLimits refused{.need = Need::refused_without};
constexpr FieldLimits told{.need = Need::told_without};
constexpr FieldLimits name{.need = Need::refused_without, .shortest = 3, .longest = 150};
constexpr FieldLimits description{.shortest = 5, .longest = 10000};
constexpr FieldLimits description_told{.need = Need::told_without, .shortest = 5, .longest = 10000};

constexpr FieldLimits listed(std::string_view list) { return {.list = list}; }
constexpr FieldLimits meant(std::string_view list, std::string_view table) { return {.list = list, .table = table}; }

const FieldRule<S> structures_1[] = {
    {"source", Form::text, PATIO_FIELD(S, source), told},
    {"id", Form::identifier, PATIO_FIELD(S, id), refused},
    {"nom", Form::name, PATIO_FIELD(S, name), name},
    {"date_maj", Form::day, PATIO_FIELD(S, updated_on), told},
    {"lien_source", Form::url, PATIO_FIELD(S, source_link)},
    {"siret", Form::siret, PATIO_FIELD(S, siret)},
    {"description", Form::text, PATIO_FIELD(S, description), description},
    {"commune", Form::text, PATIO_FIELD(S, location.town)},
    {"code_postal", Form::postcode, PATIO_FIELD(S, location.postcode)},
    {"code_insee", Form::commune, PATIO_FIELD(S, location.commune)},
    {"adresse", Form::text, PATIO_FIELD(S, location.address)},
    {"complement_adresse", Form::text, PATIO_FIELD(S, location.address_extra)},
    {"longitude", Form::longitude, PATIO_FIELD(S, location.position)},
    {"latitude", Form::latitude, PATIO_FIELD(S, location.position)},
    {"telephone", Form::phone, PATIO_FIELD(S, phone)},
    {"courriel", Form::email, PATIO_FIELD(S, email)},
    {"site_web", Form::url, PATIO_FIELD(S, website)},
    {"horaires_accueil", Form::hours, PATIO_FIELD(S, opening_hours)},
    {"accessibilite_lieu", Form::url, PATIO_FIELD(S, accessibility_link)},
    {"reseaux_porteurs", Form::codes, PATIO_FIELD(S, networks), listed("networks")},
};

const FieldRule<V> services_1[] = {
    {"source", Form::text, PATIO_FIELD(V, source), told},
    {"structure_id", Form::text, PATIO_FIELD(V, structure_id), told},
    {"id", Form::identifier, PATIO_FIELD(V, id), refused},
    {"nom", Form::name, PATIO_FIELD(V, name), name},
    {"description", Form::text, PATIO_FIELD(V, description), description_told},
    {"lien_source", Form::url, PATIO_FIELD(V, source_link)},
    {"date_maj", Form::day, PATIO_FIELD(V, updated_on), told},
    {"type", Form::code, PATIO_FIELD(V, type), listed("service_types")},
    {"thematiques", Form::themes, PATIO_FIELD(V, themes), listed("themes")},
    {"frais", Form::code, PATIO_FIELD(V, fees), listed("fees")},
    {"frais_precisions", Form::text, PATIO_FIELD(V, fees_details)},
    {"publics", Form::codes, PATIO_FIELD(V, audiences), listed("audiences")},
    {"publics_precisions", Form::text, PATIO_FIELD(V, audiences_details)},
    {"conditions_acces", Form::text, PATIO_FIELD(V, access_conditions)},
    {"commune", Form::text, PATIO_FIELD(V, location.town)},
    {"code_postal", Form::postcode, PATIO_FIELD(V, location.postcode)},
    {"code_insee", Form::commune, PATIO_FIELD(V, location.commune)},
    {"adresse", Form::text, PATIO_FIELD(V, location.address)},
    {"complement_adresse", Form::text, PATIO_FIELD(V, location.address_extra)},
    {"longitude", Form::longitude, PATIO_FIELD(V, location.position)},
    {"latitude", Form::latitude, PATIO_FIELD(V, location.position)},
    {"telephone", Form::phone, PATIO_FIELD(V, phone)},
    {"courriel", Form::email, PATIO_FIELD(V, email)},
    {"contact_nom_prenom", Form::text, PATIO_FIELD(V, contact_name)},
    {"modes_accueil", Form::codes, PATIO_FIELD(V, reception_modes), listed("reception_modes")},
    {"zone_eligibilite", Form::zones, PATIO_FIELD(V, zones)},
    {"modes_mobilisation", Form::codes, PATIO_FIELD(V, mobilisation_modes), listed("mobilisation_modes")},
    {"mobilisable_par", Form::codes, PATIO_FIELD(V, mobilised_by), listed("mobilised_by")},
    {"mobilisation_precisions", Form::text, PATIO_FIELD(V, mobilisation_details)},
    {"lien_mobilisation", Form::url, PATIO_FIELD(V, mobilisation_link)},
    {"volume_horaire_hebdomadaire", Form::number, PATIO_FIELD(V, hours_per_week)},
    {"nombre_semaines", Form::whole_number, PATIO_FIELD(V, weeks), {.least = 1}},
    {"horaires_accueil", Form::hours, PATIO_FIELD(V, opening_hours)},
};

const FieldRule<S> structures_0[] = {
    {"source", Form::text, PATIO_FIELD(S, source), told},
    {"id", Form::identifier, PATIO_FIELD(S, id), refused},
    {"nom", Form::name, PATIO_FIELD(S, name), name},
    {"date_maj", Form::day, PATIO_FIELD(S, updated_on), told},
    {"lien_source", Form::url, PATIO_FIELD(S, source_link)},
    {"siret", Form::siret, PATIO_FIELD(S, siret)},
    {"presentation_resume", Form::text, PATIO_FIELD(S, description)},
    {"presentation_detail", Form::text, PATIO_FIELD(S, description), {}, true},
    {"commune", Form::text, PATIO_FIELD(S, location.town)},
    {"code_postal", Form::postcode, PATIO_FIELD(S, location.postcode)},
    {"code_insee", Form::commune, PATIO_FIELD(S, location.commune)},
    {"adresse", Form::text, PATIO_FIELD(S, location.address)},
    {"complement_adresse", Form::text, PATIO_FIELD(S, location.address_extra)},
    {"longitude", Form::longitude, PATIO_FIELD(S, location.position)},
    {"latitude", Form::latitude, PATIO_FIELD(S, location.position)},
    {"telephone", Form::phone, PATIO_FIELD(S, phone)},
    {"courriel", Form::email, PATIO_FIELD(S, email)},
    {"site_web", Form::url, PATIO_FIELD(S, website)},
    {"horaires_ouverture", Form::hours, PATIO_FIELD(S, opening_hours)},
    {"accessibilite", Form::url, PATIO_FIELD(S, accessibility_link)},
    {"labels_nationaux", Form::codes, PATIO_FIELD(S, networks), meant("networks", "v0_labels")},
    {"typologie", Form::codes, PATIO_FIELD(S, networks), meant("networks", "v0_structure_types"), true},
    {"antenne"},
    {"rna"},
    {"thematiques"},
    {"labels_autres"},
};

const FieldRule<V> services_0[] = {
    {"source", Form::text, PATIO_FIELD(V, source), told},
    {"structure_id", Form::text, PATIO_FIELD(V, structure_id), told},
    {"id", Form::identifier, PATIO_FIELD(V, id), refused},
    {"nom", Form::name, PATIO_FIELD(V, name), name},
    {"presentation_resume", Form::text, PATIO_FIELD(V, description)},
    {"presentation_detail", Form::text, PATIO_FIELD(V, description), {}, true},
    {"lien_source", Form::url, PATIO_FIELD(V, source_link)},
    {"date_maj", Form::day, PATIO_FIELD(V, updated_on), told},
    {"types", Form::code, PATIO_FIELD(V, type), meant("service_types", "v0_types")},
    {"thematiques", Form::themes, PATIO_FIELD(V, themes), meant("themes", "v0_themes")},
    {"frais", Form::code, PATIO_FIELD(V, fees), meant("fees", "v0_fees")},
    {"frais_autres", Form::text, PATIO_FIELD(V, fees_details)},
    {"profils", Form::codes, PATIO_FIELD(V, audiences), meant("audiences", "v0_audiences")},
    {"profils_precisions", Form::text, PATIO_FIELD(V, audiences_details)},
    {"pre_requis", Form::text, PATIO_FIELD(V, access_conditions), {.joined = true, .separators = "|"}},
    {"justificatifs", Form::text, PATIO_FIELD(V, access_conditions), {.joined = true, .separators = "|"}, true},
    {"commune", Form::text, PATIO_FIELD(V, location.town)},
    {"code_postal", Form::postcode, PATIO_FIELD(V, location.postcode)},
    {"code_insee", Form::commune, PATIO_FIELD(V, location.commune)},
    {"adresse", Form::text, PATIO_FIELD(V, location.address)},
    {"complement_adresse", Form::text, PATIO_FIELD(V, location.address_extra)},
    {"longitude", Form::longitude, PATIO_FIELD(V, location.position)},
    {"latitude", Form::latitude, PATIO_FIELD(V, location.position)},
    {"telephone", Form::phone, PATIO_FIELD(V, phone)},
    {"courriel", Form::email, PATIO_FIELD(V, email)},
    {"contact_nom_prenom", Form::text, PATIO_FIELD(V, contact_name)},
    {"modes_accueil", Form::codes, PATIO_FIELD(V, reception_modes), listed("reception_modes")},
    {"zone_diffusion_code", Form::zones, PATIO_FIELD(V, zones)},
    {"modes_orientation_beneficiaire", Form::codes, PATIO_FIELD(V, mobilisation_modes), meant("mobilisation_modes", "v0_mobilisation")},
    {"modes_orientation_accompagnateur", Form::codes, PATIO_FIELD(V, mobilisation_modes), meant("mobilisation_modes", "v0_mobilisation"), true},
    {"modes_orientation_beneficiaire_autres", Form::text, PATIO_FIELD(V, mobilisation_details)},
    {"modes_orientation_accompagnateur_autres", Form::text, PATIO_FIELD(V, mobilisation_details), {}, true},
    {"prise_rdv", Form::url, PATIO_FIELD(V, mobilisation_link)},
    {"formulaire_en_ligne", Form::url, PATIO_FIELD(V, mobilisation_link), {.first_only = true}, true},
    {"page_web", Form::url, PATIO_FIELD(V, mobilisation_link), {.first_only = true}, true},
    {"volume_horaire_hebdomadaire", Form::number, PATIO_FIELD(V, hours_per_week)},
    {"nombre_semaines", Form::whole_number, PATIO_FIELD(V, weeks), {.least = 1}},
    {"recurrence", Form::hours, PATIO_FIELD(V, opening_hours)},
    {"zone_diffusion_type"},
    {"zone_diffusion_nom"},
    {"contact_public"},
    {"cumulable"},
    {"date_creation"},
    {"date_suspension"},
};

#undef PATIO_FIELD

}  // namespace

std::span<const FieldRule<ListedStructure>> structure_fields_1() { return structures_1; }
std::span<const FieldRule<ListedService>> service_fields_1() { return services_1; }
std::span<const FieldRule<ListedStructure>> structure_fields_0() { return structures_0; }
std::span<const FieldRule<ListedService>> service_fields_0() { return services_0; }

}  // namespace patio
