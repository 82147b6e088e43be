// Tells a write that a power cut interrupted from damage, in the logs of a database.
//
// Pages of a file reach the disk in any order, so that of the last write, which nobody was told is
// done, any part may be missing. RocksDB either takes all that it cannot read for the end of the
// log, and then a flipped bit takes what was acknowledged, or refuses the store, as we have it do.
// What tells the two apart: what did not reach the disk reads as zeros, and behind the last write
// no other begins, since each is synced before the next.
// Source: RocksDB wiki, "Write Ahead Log File Format"; RFC 3720, appendix B.4 (CRC-32C).
// Thread safety: pure functions, of files that nobody changes meanwhile.
#pragma once

#include <filesystem>

namespace stemma {

// Whether the newest log ends in a write of which a part is missing, and nothing else is wrong with
// the logs. False also when they cannot be read. Reads all of them.
bool EndsInUnfinishedWrite(const std::filesystem::path& database);

}  // namespace stemma
