package org.claimscope.app.shell;

import java.util.List;

/// What the window shows around a page: whose data, which slice of it, and how fresh.
///
/// @param workspace its name, "Sample hospital"
/// @param workspaceNote what kind of data it holds, "synthetic data"
/// @param filters from left to right, such as period, compare, as of
/// @param feeds in the status bar, left
/// @param notes in the status bar, right: as-of stamp, "sample data, no passphrase"
public record FrameState(
        String workspace,
        String workspaceNote,
        PageId active,
        List<Filter> filters,
        List<Feed> feeds,
        List<String> notes) {
    /// One condition that holds on every page.
    public record Filter(String name, String value) {}

    /// How fresh one feed is.
    ///
    /// @param age in words, "41 min"
    public record Feed(String name, String age, boolean stale) {}

    public FrameState {
        filters = List.copyOf(filters);
        feeds = List.copyOf(feeds);
        notes = List.copyOf(notes);
    }
}
