package org.claimscope.data.format.x12;

/// Reads the segments between an ST and its SE into records: one for each kind of transaction.
interface TransactionSet {
    /// Takes the next segment. Only whole segments come here.
    void take(SegmentReader segment);

    /// The set is over.
    ///
    /// @param whole false when its SE never came: what was open is incomplete and is turned away
    void end(boolean whole);
}
