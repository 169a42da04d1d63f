#pragma once
/// \file
/// The list of everything the desk does. From it come the C doors, the Python methods and stubs, the JSON Schemas, the
/// audit's action codes and the tests that meet every door with bad input. A new use case is one struct (commands.hpp or
/// queries.hpp), one handler (src/desk), and one word here.

#include <boost/mp11/list.hpp>

#include <patio/desk/commands.hpp>
#include <patio/desk/queries.hpp>

#define PATIO_COMMANDS(DO) \
  DO(RegisterPerson)       \
  DO(RecordEncounter)      \
  DO(AcceptSuggestion)     \
  DO(CoverNeed)            \
  DO(GiveConsent)          \
  DO(WithdrawConsent)      \
  DO(BookAppointment)      \
  DO(SendReferral)

#define PATIO_QUERIES(DO) \
  DO(FindSlots)           \
  DO(ReadPlan)            \
  DO(AskAbout)            \
  DO(ReadDisclosures)     \
  DO(CountActivity)

namespace patio {

namespace detail {
struct HeadOfList;
}

#define PATIO_LISTED(Name) , Name
using Commands = boost::mp11::mp_pop_front<boost::mp11::mp_list<detail::HeadOfList PATIO_COMMANDS(PATIO_LISTED)>>;
using Queries = boost::mp11::mp_pop_front<boost::mp11::mp_list<detail::HeadOfList PATIO_QUERIES(PATIO_LISTED)>>;
#undef PATIO_LISTED

}  // namespace patio
