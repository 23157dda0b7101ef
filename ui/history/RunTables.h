#pragma once

namespace zhuyi {

class Database;

/// Makes the tables of the run history where they are not there yet. Throws StoreFailure; TooNew where a later version
/// of this program made them.
void makeRunTables(Database& database);

} // namespace zhuyi
