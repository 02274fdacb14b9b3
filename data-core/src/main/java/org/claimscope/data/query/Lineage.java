package org.claimscope.data.query;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Optional;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Where a row came from: its delivery, file and line, down to the bytes that were sent.
public final class Lineage {
    private final Workspace workspace;
    private final Records records;

    public Lineage(Workspace workspace, Records records) {
        this.workspace = workspace;
        this.records = records;
    }

    /// @param line the record's place in the delivery, from 1, as its format counts: first line,
    ///   segment, message, resource; 0 for a closing that a full load implied
    public record Origin(Delivery delivery, long line) {}

    /// Finds a record's bytes again in what was delivered.
    public interface Records {
        /// @param kind what the delivery is: a format, or the table of plain rows
        /// @return empty for plain rows
        Optional<byte[]> at(String kind, long place, InputStream delivery) throws IOException;
    }

    /// @param key `source/id`
    /// @throws ClaimscopeException USER when there is no such table or row
    public Origin of(String table, String key) {
        Entity entity =
                Entity.named(table)
                        .orElseThrow(() ->
                                new ClaimscopeException(
                                        ErrorKind.USER,
                                        "There is no table "
                                                + table
                                                + ". There are: "
                                                + String.join(
                                                        ", ",
                                                        EnumSet.allOf(Entity.class).stream()
                                                                .map(Entity::table)
                                                                .toList())
                                                + "."));
        int slash = key.indexOf('/');
        if (slash < 1) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "A key is source/id, such as hos-a/TRANS000001.");
        }
        workspace.audit().append("lineage", table, "analysis", "{}");
        var rows = DSL.table(DSL.name(entity.table()));
        var select =
                DSL.using(SQLDialect.DUCKDB)
                        .select(
                                DSL.field(DSL.name("delivery_id"), SQLDataType.BIGINT),
                                DSL.field(DSL.name("line"), SQLDataType.BIGINT))
                        .from(rows)
                        .where(
                                DSL.field(DSL.name("source"), String.class)
                                        .eq(key.substring(0, slash)))
                        .and(DSL.field(DSL.name("id"), String.class).eq(key.substring(slash + 1)))
                        .orderBy(
                                DSL.field(DSL.name("delivery_id")).desc(),
                                DSL.field(DSL.name("line")).desc())
                        .limit(1);
        try (Frame frame =
                workspace.query(
                        EnumSet.of(entity), select, r -> Frame.copy(r, workspace.allocator()))) {
            if (frame.rowCount() == 0) {
                throw new ClaimscopeException(
                        ErrorKind.USER, "There is no such row in " + table + ".");
            }
            return new Origin(
                    workspace.journal().delivery((long) frame.real("delivery_id", 0)),
                    (long) frame.real("line", 0));
        }
    }

    /// The record as it was sent. It may identify a person: the reason is noted before it is read.
    public String bytes(Origin origin, String reason) {
        workspace.audit().append("reveal", "delivery " + origin.delivery().id(), reason, "{}");
        try (var in = workspace.original(origin.delivery())) {
            Optional<byte[]> record = records.at(origin.delivery().entity(), origin.line(), in);
            if (record.isPresent()) {
                return new String(record.get(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            throw unreadable(origin, e);
        }
        try (var in = workspace.original(origin.delivery());
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().skip(Math.max(0, origin.line() - 1)).findFirst().orElse("");
        } catch (IOException e) {
            throw unreadable(origin, e);
        }
    }

    private static ClaimscopeException unreadable(Origin origin, IOException e) {
        return new ClaimscopeException(
                ErrorKind.DATA,
                "The archive of delivery " + origin.delivery().id() + " cannot be read.",
                e);
    }
}
