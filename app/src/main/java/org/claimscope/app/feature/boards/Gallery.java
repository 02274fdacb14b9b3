package org.claimscope.app.feature.boards;

import java.util.List;

/// The boards there are.
///
/// @param shipped come with the program
/// @param own made in this workspace
record Gallery(List<Board> shipped, List<Board> own) {
    Gallery {
        shipped = List.copyOf(shipped);
        own = List.copyOf(own);
    }

    static Gallery of(Boards boards) {
        return new Gallery(Boards.SHIPPED.stream().map(Boards::shipped).toList(), boards.own());
    }
}
