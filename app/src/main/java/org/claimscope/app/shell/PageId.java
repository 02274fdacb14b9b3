package org.claimscope.app.shell;

/// A page that exists, in the order of the rail.
public enum PageId {
    OVERVIEW("Overview", "fth-home"),
    FACILITY("Facility", "fth-grid"),
    RECEIVABLES("Receivables", "fth-clock");

    private final String title;
    private final String icon;

    PageId(String title, String icon) {
        this.title = title;
        this.icon = icon;
    }

    public String title() {
        return title;
    }

    /// The Feather icon's name.
    String icon() {
        return icon;
    }
}
