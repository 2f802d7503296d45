#include <utility>

#include <snippet/first_shown.hpp>

namespace petition_box {

Model first_shown(std::shared_ptr<const Petition> petition,
                  std::shared_ptr<const Catalogue> catalogue, const FirstShown& how) {
  Model model;
  if (!how.language.empty()) model.languages.push_back(how.language);
  model.languages.insert(model.languages.end(), petition->languages.begin(),
                         petition->languages.end());
  model.configuration.endpoint = how.form_address;
  model.configuration.heading_level = how.heading_level;
  model.count = how.count;
  model.stage = Editing{};
  if (petition->is_closed(how.now)) model.stage = Closed{};
  for (const FieldRequest& request : petition->fields) {
    model.answers[request.field] = request.initial;
  }
  model.petition = std::move(petition);
  model.catalogue = std::move(catalogue);
  return model;
}

}  // namespace petition_box
