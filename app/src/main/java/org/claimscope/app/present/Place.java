package org.claimscope.app.present;

/// Where a tab is: a page, and for some pages the record or question it shows.
///
/// @param subject the key of a record (`source/id`) or a question; empty for the page itself. May
///   identify a person, so it is never logged and only kept sealed.
/// @param title of the tab; identifiers masked
public record Place(PageId page, String subject, String title) {
    public static Place of(PageId page) {
        return new Place(page, "", page.title());
    }

    public static Place claim(String key) {
        return new Place(PageId.CLAIM, key, "Claim " + masked(key));
    }

    public static Place patient(String key) {
        return new Place(PageId.PATIENT, key, "Patient " + masked(key));
    }

    /// @param id of a board that somebody made
    public static Place board(String id, String title) {
        return new Place(PageId.BOARDS, id, title);
    }

    /// @param id of a KPI
    public static Place measure(String id, String label) {
        return new Place(PageId.MEASURE, id, label);
    }

    /// @param measure id of a KPI
    /// @param other id of one of its variants
    public static Place readings(String measure, String other, String label) {
        return new Place(PageId.READINGS, measure + "|" + other, label + ", two readings");
    }

    public static Place ask(String question) {
        return new Place(PageId.ASK, question, PageId.ASK.title());
    }

    /// The last four characters of a key or number.
    public static String masked(String key) {
        String id = key.substring(key.indexOf('/') + 1);
        return "••••" + id.substring(Math.max(0, id.length() - 4));
    }
}
