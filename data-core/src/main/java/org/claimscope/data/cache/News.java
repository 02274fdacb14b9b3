package org.claimscope.data.cache;

import java.time.LocalDate;

/// What a delivery brings to a table that is not known yet.
///
/// @param rows rows to load, closings included
/// @param closed of those, how many only close a key that is absent from a full load
/// @param supersedes some row replaces an older version
/// @param replaced the earliest day that a replaced version names; [LocalDate#MAX] for none
record News(long rows, long closed, boolean supersedes, LocalDate replaced) {}
