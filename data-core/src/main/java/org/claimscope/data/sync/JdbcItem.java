package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.source.jdbc.JdbcSettings;
import org.jspecify.annotations.Nullable;

/// The `jdbc:` block of a feed.
///
/// @param table the feed's own when neither it nor a query is given
/// @param timeout such as `PT10M`
/// @param overlap such as `PT15M`, or a number of days
record JdbcItem(
        @Nullable String url,
        @Nullable String driver,
        @Nullable String user,
        @JsonProperty("password_file") @Nullable String passwordFile,
        @Nullable String query,
        @Nullable String table,
        @Nullable Integer fetch,
        @Nullable String timeout,
        @Nullable String overlap) {
    JdbcSettings settings(String feedTable, Vars vars) {
        if (url == null || driver == null || user == null) {
            throw wrong("url, driver and user must be there");
        }
        if (query != null && table != null) {
            throw wrong("give either query or table");
        }
        return new JdbcSettings(
                vars.fill(url),
                vars.path(driver),
                vars.fill(user),
                passwordFile == null ? null : vars.path(passwordFile),
                query == null
                        ? new JdbcSettings.Table(table == null ? feedTable : table)
                        : new JdbcSettings.Query(query),
                fetch == null ? JdbcSettings.DEFAULT_FETCH : fetch,
                timeout == null ? JdbcSettings.DEFAULT_TIMEOUT : Sizes.time("jdbc", timeout),
                overlap == null ? JdbcSettings.DEFAULT_OVERLAP : Sizes.overlap("jdbc", overlap));
    }

    private static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, "jdbc: " + why + ".");
    }
}
