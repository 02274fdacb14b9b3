package org.claimscope.data.cache;

/// One line of the manifest.
///
/// @param supersedes some row replaces an older version of its key
record SegmentInfo(
        String id,
        long deliveryId,
        String entity,
        long rowCount,
        boolean supersedes,
        long fileBytes) {}
