#include "described_shapes.hpp"

#include "described_types.hpp"

const std::vector<const patio::Shape*>& described::shapes() {
  static const auto all = []<class... Type>(boost::mp11::mp_list<Type...>) {
    return std::vector<const patio::Shape*>{&patio::shape_of<Type>()...};
  }(Types());
  return all;
}
