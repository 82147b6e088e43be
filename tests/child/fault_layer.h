// A layer between a process and its files that loses power, fails writes and fills the disk.
//
// Linked into a program, its own open, write, fsync, rename and so on stand before the C library's,
// for the program, RocksDB and the C++ library alike, so that nothing of what they write is missed;
// RocksDB's own fault injection would see only RocksDB's files. The environment says what goes
// wrong under STEMMA_FAULT_FOLDER, which need not be a mount of its own; other files are let be.
// STEMMA_FAULT is
//   eio:N            the Nth write or sync fails with EIO, the others do not
//   unsynced:NAME:N  the Nth sync of a file whose name begins so fails, its bytes are there
//   enospc:BYTES     so many bytes can be written, then every write fails with ENOSPC
//   powercut:N:SEED  before the Nth change or sync the power fails: the folder's files are left as
//                    lossy_disk.h says, and the process ends with status kPowerCut. With fewer it
//                    fails when the process has ended as it would.
//   count            nothing
// At its end a process leaves how much there was of each in FOLDER.counts: writes and syncs, bytes,
// changes and syncs. What is not seen: writes by fwrite and names by mkstemp, which the C library
// makes within itself (RocksDB's own messages and files that are unlinked at once), and mappings.
// What is allocated and not written counts as nothing.
#pragma once

namespace stemma::testing {

inline constexpr int kPowerCut = 77;

}  // namespace stemma::testing
