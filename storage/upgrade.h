// Brings a store of an older format to this one, all at once: it is the old one or the new one.
//
// Format 1 kept an entry for each edge and record; what was said is the same, so that its
// assertions are imported anew, in the order of their arrival, beside it. Format 2 had no log of
// commits, which begins with an entry of all that was said. Source:
// docs/key-format.md, "Older formats". Thread safety: one thread, which holds the lock.
#pragma once

#include "graph/base/result.h"
#include "storage/store_folder.h"

namespace stemma {

// Of format 1: needs room for both. Errors: Corruption, Io. After an Error the store is as it was.
Status UpgradeStore(const StoreFolder& folder);

}  // namespace stemma
