#include <patio/desk.hpp>

namespace patio {

Desk::Desk(std::shared_ptr<CentreState> centre, ProfessionalCode professional, HatCode hat)
    : centre_(std::move(centre)), professional_(std::move(professional)), hat_(std::move(hat)) {}

}  // namespace patio
