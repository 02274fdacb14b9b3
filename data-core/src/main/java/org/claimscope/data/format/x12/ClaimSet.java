package org.claimscope.data.format.x12;

import org.claimscope.data.format.Format;

final class ClaimSet implements TransactionSet {
    ClaimSet(Envelope envelope, Format.Reading to, Findings findings) {}

    @Override
    public void take(SegmentReader segment) {}

    @Override
    public void end(boolean whole) {}
}
