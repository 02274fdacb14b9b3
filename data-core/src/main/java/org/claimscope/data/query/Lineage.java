package org.claimscope.data.query;

import java.io.IOException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.model.Entity;

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

    /// What a record was from one day on.
    ///
    /// @param origin of the last that was told about it
    /// @param from the first day; empty for the beginning
    /// @param closed whether it was taken back
    /// @param changes against the version before it; of the first one, all that it tells
    public record Version(
            Origin origin, Optional<LocalDate> from, boolean closed, List<Change> changes) {
        public Version {
            changes = List.copyOf(changes);
        }
    }

    /// @param field as in the model
    /// @param before empty when nothing was told
    /// @param after empty when it was taken back
    public record Change(String field, String before, String after) {
        /// Quotes nothing.
        @Override
        public String toString() {
            return "Change[" + field + "]";
        }
    }

    /// A record as it was sent.
    ///
    /// @param before what gives it its meaning: the header of a line, the segments before a segment
    /// @param record empty when the delivery does not have it: its absence from a full delivery was
    ///   the news
    /// @param after what belongs to it and follows it
    public record Sent(String before, String record, String after) {
        /// Quotes nothing.
        @Override
        public String toString() {
            return "Sent[•••]";
        }
    }

    /// Finds a record again in what was delivered.
    public interface Records {
        Sent at(Delivery delivery, long place) throws IOException;
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
        workspace.audit().append("lineage", table, "analysis", "{}");
        return new RowHistory(workspace).of(entity, key).getLast().origin();
    }

    /// What a record was from which day on, oldest first: all versions of a slowly changing record
    /// (patient, provider, coverage, claim), of any other the one that holds. Identifiers are
    /// masked.
    ///
    /// @param key `source/id`
    /// @throws ClaimscopeException USER when there is no such row
    public List<Version> history(Entity entity, String key) {
        workspace.audit().append("history", entity.table(), "analysis", "{}");
        return new RowHistory(workspace).of(entity, key);
    }

    /// The record as it was sent. It may identify a person: the reason is noted before it is read.
    public Sent bytes(Origin origin, String reason) {
        workspace.audit().append("reveal", "delivery " + origin.delivery().id(), reason, "{}");
        try {
            return records.at(origin.delivery(), origin.line());
        } catch (IOException e) {
            throw new ClaimscopeException(
                    ErrorKind.DATA,
                    "The archive of delivery " + origin.delivery().id() + " cannot be read.",
                    e);
        }
    }
}
