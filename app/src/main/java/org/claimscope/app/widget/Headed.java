package org.claimscope.app.widget;

/// A part of a page under a title of its own: what stands in it is exported under that title.
public interface Headed {
    String heading();

    /// What was counted and how; empty for nothing.
    String note();

    /// The measure that it shows; empty for none or several.
    default String measure() {
        return "";
    }
}
