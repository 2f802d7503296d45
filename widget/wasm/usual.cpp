#include <document/whole.hpp>
#include <json/mistake.hpp>

const bool petition_box::is_whole = false;
const bool petition_box::json::mistakes_say_where = false;
