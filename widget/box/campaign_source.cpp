#include <vector>

#include <box/campaign_source.hpp>
#include <form/campaign_source.hpp>

namespace petition_box {
namespace {

std::string entry_of(const Petition& petition) {
  return parameter_mark + petition.source_parameter;
}

}  // namespace

std::string source_in(const Model& model, const Platform& platform) {
  if (model.petition->source_parameter.empty()) return {};
  const auto values = choices_in(model.answers[entry_of(*model.petition)]);
  return values.empty() ? std::string() : clean_source(values.front(), platform);
}

void note_source(Model& model, const std::string& source) {
  if (!source.empty()) model.answers[entry_of(*model.petition)] = source;
}

}  // namespace petition_box
