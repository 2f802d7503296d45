#include <wire/protocol.hpp>

const bool petition_box::protocol::speaks_others = false;
