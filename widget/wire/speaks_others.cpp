#include <wire/protocol.hpp>

namespace petition_box::protocol {

// A module may have its own: so it stands alone here, where no compiler takes it for settled.
[[gnu::weak]] const bool speaks_others = true;

}  // namespace petition_box::protocol
