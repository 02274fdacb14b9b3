package org.claimscope.app.present;

import java.util.Locale;

/// A page that exists, in the order of the rail.
public enum PageId {
    WELCOME("Welcome", "fth-compass", Group.NONE),
    OVERVIEW("Overview", "fth-home", Group.WHO),
    FACILITY("Facility", "fth-grid", Group.WHO),
    PROVIDER("Provider", "fth-user-check", Group.WHO),
    PATIENT("Patient", "fth-user", Group.WHO),
    CYCLE("Revenue cycle", "fth-repeat", Group.MONEY),
    RECEIVABLES("Receivables", "fth-clock", Group.MONEY),
    DENIALS("Denials", "fth-slash", Group.MONEY),
    REMITTANCES("Remittances", "fth-file-text", Group.MONEY),
    CLAIMS("Claims", "fth-layers", Group.MONEY),
    PAYERS("Payers", "fth-briefcase", Group.MONEY),
    OPERATIONS("Operations", "fth-sliders", Group.MONEY),
    EXECUTIVE("Executive", "fth-trending-up", Group.MONEY),
    /// One claim; opened from a list, not from the rail.
    CLAIM("Claim", "fth-layers", Group.NONE),
    /// One measure; opened from its definition, not from the rail.
    MEASURE("Measure", "fth-bar-chart-2", Group.NONE),
    /// Two readings of one measure; opened from its variants, not from the rail.
    READINGS("Two readings", "fth-columns", Group.NONE),
    ASK("Ask", "fth-help-circle", Group.ASK),
    BOARDS("Boards", "fth-layout", Group.ASK),
    FEEDS("Feeds", "fth-rss", Group.HOUSE),
    RECONCILIATION("Reconciliation", "fth-check-square", Group.HOUSE),
    IDENTITY("Identity", "fth-users", Group.HOUSE),
    IMPORT("Import files", "fth-upload", Group.NONE),
    SETTINGS("Settings", "fth-settings", Group.HOUSE);

    /// What stands together in the rail.
    public enum Group {
        WHO,
        MONEY,
        ASK,
        HOUSE,
        /// Not in the rail.
        NONE
    }

    private final String title;
    private final String icon;
    private final Group group;

    PageId(String title, String icon, Group group) {
        this.title = title;
        this.icon = icon;
        this.group = group;
    }

    public String title() {
        return title;
    }

    /// The Feather icon's name.
    public String icon() {
        return icon;
    }

    public Group group() {
        return group;
    }

    /// Whether it is about one record or measure, so that it cannot be opened by itself.
    public boolean ofOne() {
        return this == CLAIM || this == MEASURE || this == READINGS;
    }

    /// Whether it can hang on a wall: figures that name no person and hold for many.
    public boolean fitsWalls() {
        return switch (this) {
            case OVERVIEW,
                    FACILITY,
                    CYCLE,
                    RECEIVABLES,
                    DENIALS,
                    PAYERS,
                    OPERATIONS,
                    EXECUTIVE,
                    MEASURE,
                    BOARDS ->
                    true;
            case WELCOME,
                    PROVIDER,
                    PATIENT,
                    REMITTANCES,
                    CLAIMS,
                    CLAIM,
                    READINGS,
                    ASK,
                    FEEDS,
                    RECONCILIATION,
                    IDENTITY,
                    IMPORT,
                    SETTINGS ->
                    false;
        };
    }

    /// @param id as of [#id()]
    public static PageId named(String id) {
        return valueOf(id.toUpperCase(Locale.ROOT));
    }

    /// The word on the command line: `import_files` is `import`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
