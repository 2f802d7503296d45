#include <iostream>
#include <string>
#include <utility>

#include <endpoint/renewal.hpp>

namespace petition_box::endpoint {

void Renewal::begin() {
  again_ = std::exchange(reading_, true);
  if (again_) return;
  finish();
  reader_ = std::thread([this, former = server_.site()] { read(former); });
}

void Renewal::finish() {
  if (reader_.joinable()) reader_.join();
}

void Renewal::read(const Sites& former) {
  std::string wrong;
  auto material =
      std::make_shared<Material>(read_anew(lasting_.options, former->material(), wrong));
  if (!wrong.empty() && wrong.back() != '\n') wrong += '\n';
  std::cerr << warnings_of(*material) + wrong << std::flush;
  const bool goes_on =
      lasting_.writer.between([this, material](Store& store) { keep(material, store); });
  if (!goes_on) end(nullptr);
}

void Renewal::keep(const std::shared_ptr<Material>& material, Store& store) {
  auto known = keep_texts(*material, words_, store);
  if (known)
    return end(std::make_shared<const Site>(std::move(*material), std::move(*known), lasting_));
  std::cerr << "What was read anew is not served, for its texts cannot be kept: " << store.error()
            << std::endl;
  end(nullptr);
}

// Null: the former stays.
void Renewal::end(Sites renewed) {
  server_.post([this, renewed = std::move(renewed)] {
    if (renewed) {
      server_.use(renewed);
      std::cerr << "The petitions and pages were read anew." << std::endl;
    }
    reading_ = false;
    if (again_) begin();
  });
}

}  // namespace petition_box::endpoint
