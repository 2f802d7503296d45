#include <document/whole.hpp>

namespace petition_box {

// A module may have its own: so it stands alone here, where no compiler takes it for settled.
[[gnu::weak]] extern const bool is_whole = true;

}  // namespace petition_box
