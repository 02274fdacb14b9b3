package org.claimscope.app.feature.boards;

import java.util.List;

/// Everything a board shows.
///
/// @param covers the period and what it is compared with
/// @param own whether it is somebody's own, which can be changed
/// @param offered what can be added while it is changed; empty while it is only read
record BoardPage(
        Board board, String covers, List<Content.Filled> parts, boolean own, List<Offer> offered) {
    BoardPage {
        parts = List.copyOf(parts);
        offered = List.copyOf(offered);
    }

    boolean changing() {
        return !offered.isEmpty();
    }

    /// A measure that a part can show.
    ///
    /// @param splits the dimensions it can be split by
    record Offer(String measure, String label, List<Split> splits) {
        Offer {
            splits = List.copyOf(splits);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    /// A dimension.
    record Split(String id, String label) {
        @Override
        public String toString() {
            return label;
        }
    }
}
