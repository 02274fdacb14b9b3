package org.claimscope.data.sync;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.format.csv.Mapping;
import org.claimscope.data.format.csv.Profile;

/// Reads a metadata table of feeds: `database, datasource, tablename, loadtype, watermark,
/// is_active, targetpath`.
///
/// Table `dbo.X` of database `D` is the file `X.csv` in a folder `D`, wherever below the data
/// folder. `targetpath` is taken and not used: the cache is one place.
final class LoadConfig {
    private static final List<String> COLUMNS =
            List.of(
                    "database",
                    "datasource",
                    "tablename",
                    "loadtype",
                    "watermark",
                    "is_active",
                    "targetpath");

    private LoadConfig() {}

    /// @throws ClaimscopeException USER with line and reason for the first row that cannot be run
    ///   as it says
    static FeedList parse(String name, String text, List<Profile> profiles) {
        List<String> lines = text.replace("\uFEFF", "").lines().toList();
        if (lines.isEmpty()) {
            throw refuse(name, 1, "the file is empty; its header is " + String.join(",", COLUMNS));
        }
        List<String> header =
                Arrays.stream(cells(lines.getFirst()))
                        .map(c -> c.toLowerCase(Locale.ROOT))
                        .toList();
        for (String column : header) {
            if (!COLUMNS.contains(column)) {
                throw refuse(
                        name,
                        1,
                        "unknown column "
                                + column
                                + "; the columns are "
                                + String.join(",", COLUMNS));
            }
        }
        for (String column : COLUMNS) {
            if (!header.contains(column)) {
                throw refuse(name, 1, "the column " + column + " is missing");
            }
        }
        var feeds = new ArrayList<Feed>();
        for (int i = 1; i < lines.size(); i++) {
            if (lines.get(i).isBlank()) {
                continue;
            }
            feeds.add(feed(name, i + 1, header, cells(lines.get(i)), profiles));
        }
        return new FeedList(List.copyOf(feeds), profiles);
    }

    private static Feed feed(
            String name, int line, List<String> header, String[] cells, List<Profile> profiles) {
        if (cells.length != header.size()) {
            throw refuse(
                    name,
                    line,
                    "the row has " + cells.length + " columns, the header " + header.size());
        }
        String database = cells[header.indexOf("database")];
        String source = cells[header.indexOf("datasource")];
        String tableName = cells[header.indexOf("tablename")];
        String watermark = cells[header.indexOf("watermark")];
        String active = cells[header.indexOf("is_active")];
        if (database.isEmpty() || source.isEmpty() || tableName.isEmpty()) {
            throw refuse(name, line, "database, datasource and tablename must not be empty");
        }
        String table = tableName.substring(tableName.lastIndexOf('.') + 1);
        if (Mapping.entity(profiles, table).isEmpty()) {
            throw refuse(
                    name, line, "no mapping profile knows the table " + tableName + "; write one");
        }
        Feed.LoadType loadType =
                FeedList.loadType(name + ", line " + line, cells[header.indexOf("loadtype")]);
        if (loadType == Feed.LoadType.INCREMENTAL && watermark.isEmpty()) {
            throw refuse(name, line, "an incremental load names its watermark column");
        }
        if (!active.equals("0") && !active.equals("1")) {
            throw refuse(name, line, "is_active is 0 or 1");
        }
        return new Feed(
                source,
                table,
                "**/" + database + "/" + table + ".csv",
                null,
                loadType,
                false,
                watermark.isEmpty() ? null : watermark,
                active.equals("1"));
    }

    private static String[] cells(String line) {
        return Arrays.stream(line.split(",", -1)).map(String::strip).toArray(String[]::new);
    }

    private static ClaimscopeException refuse(String name, int line, String reason) {
        return new ClaimscopeException(
                ErrorKind.USER, name + ", line " + line + ": " + reason + ".");
    }
}
