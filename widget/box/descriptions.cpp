#include <memory>
#include <utility>

#include <box/also.hpp>
#include <box/descriptions.hpp>
#include <wire/also.hpp>

namespace petition_box {
namespace {

// Whether the description of the petition's own endpoint is not there yet.
bool wants_own_protocol(const Model& model) {
  const json::Value& endpoint = model.unspoken->endpoint;
  return !model.description &&
         !protocol::named_by(endpoint, model.configuration.protocol).is_reference();
}

}  // namespace

protocol::Named wanted_protocol(Model& model) {
  const Petition& petition = *model.unspoken;
  if (wants_own_protocol(model)) {
    return protocol::named_by(petition.endpoint, model.configuration.protocol);
  }
  const auto also = also_of(petition);
  const std::size_t known = beside_of(model).descriptions.size();
  return known == also.size() ? protocol::Named{} : protocol::named_by(*also[known], {});
}

void add_description(Model& model, Description written) {
  auto& description =
      wants_own_protocol(model) ? model.description : beside_of(model).descriptions.emplace_back();
  description = std::make_shared<const Description>(std::move(written));
}

void take_held_descriptions(Model& model) {
  protocol::Named wanted = wanted_protocol(model);
  for (; wanted.written != nullptr; wanted = wanted_protocol(model)) {
    add_description(model, Description{*wanted.written});
  }
}

void forget_protocols(Model& model) {
  model.petition.reset();
  model.unspoken.reset();
  model.description.reset();
  beside_of(model).descriptions.clear();
  beside_of(model).held.clear();
  model.protocol = {};
}

json::Mistakes unsayable_in(Model& model) {
  const Petition& petition = *model.unspoken;
  json::Mistakes mistakes = protocol::what_it_cannot_say(
      {&petition, protocol::address_of(petition.endpoint, model.configuration.endpoint),
       model.description.get()});
  const auto also = also_of(petition);
  for (std::size_t i = 0; i < also.size(); ++i) {
    append(mistakes,
           protocol::what_it_cannot_say_also({&petition, protocol::address_of(*also[i], {}),
                                              beside_of(model).descriptions[i].get(), also[i]},
                                             i));
  }
  return mistakes;
}

}  // namespace petition_box
