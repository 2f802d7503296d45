#include <algorithm>
#include <iterator>

#include <endpoint/sqlite/shape.hpp>

namespace petition_box::endpoint::sqlite {
namespace {

constexpr const char* all_traits = R"sql(
SELECT name, 'the ' || type || iif(wr, ' without rowid', '') || iif(strict, ', strict', '')
FROM pragma_table_list
WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'
UNION ALL
SELECT name, 'the view' FROM sqlite_master WHERE type = 'view'
UNION ALL
SELECT m.name, 'the column ' || c.name || ' ' || c.type || iif(c."notnull", ' not null', '')
  || iif(c.dflt_value IS NULL, '', ' default ' || c.dflt_value)
FROM sqlite_master m, pragma_table_xinfo(m.name) c
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
UNION ALL
SELECT m.name, iif(i."unique", 'the unique columns ', 'an index on ')
  || (SELECT group_concat(coalesce(x.name, 'an expression'), ', ')
      FROM pragma_index_xinfo(i.name) x WHERE x.key)
  || iif(i.partial, ' of some rows', '')
FROM sqlite_master m, pragma_index_list(m.name) i
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
UNION ALL
SELECT m.name, 'the reference from ' || f."from" || ' to ' || f."table" || '.' || f."to"
  || ', on delete ' || lower(f.on_delete)
FROM sqlite_master m, pragma_foreign_key_list(m.name) f
WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%'
)sql";

constexpr std::string_view index_prefix = "an index on ";

bool has(const std::vector<Trait>& traits, const Trait& trait) {
  return std::binary_search(traits.begin(), traits.end(), trait);
}

}  // namespace

Shape shape_of(Database& database) {
  Shape shape;
  Query query;
  if (!database.prepare(query, all_traits)) return {{}, database.error()};
  while (query.step()) shape.traits.push_back({query.text(0), query.text(1)});
  if (!query.reset()) return {{}, database.error()};
  std::sort(shape.traits.begin(), shape.traits.end());
  return shape;
}

std::string difference(const Shape& expected, const Shape& found) {
  if (!expected.error.empty()) return expected.error;
  if (!found.error.empty()) return found.error;
  for (const Trait& trait : expected.traits) {
    if (!has(found.traits, trait)) {
      return trait.of + ": expected " + trait.what + ", found none";
    }
  }
  for (const Trait& trait : found.traits) {
    const bool is_ours = std::any_of(expected.traits.begin(), expected.traits.end(),
                                     [&](const Trait& ours) { return ours.of == trait.of; });
    if (is_ours && !trait.what.starts_with(index_prefix) && !has(expected.traits, trait)) {
      return trait.of + ": expected no more columns, found " + trait.what;
    }
  }
  return {};
}

}  // namespace petition_box::endpoint::sqlite
