package org.claimscope.app.feature.boards;

import org.claimscope.app.present.PageId;
import org.claimscope.app.present.Place;
import org.claimscope.app.shell.Feature;
import org.claimscope.app.shell.Office;
import org.claimscope.app.shell.PageView;

/// A page that is a shipped board: its file has the page's name.
///
/// @param id of the page
public record ShippedBoardFeature(PageId id) implements Feature {
    @Override
    public PageView open(Place place, Office office) {
        return new BoardTab(place, office, Boards.shipped(id.id()));
    }
}
