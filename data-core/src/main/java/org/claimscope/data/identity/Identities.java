package org.claimscope.data.identity;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.cache.RunEntry;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.identity.Candidate.Agreement;
import org.claimscope.data.identity.Candidate.Mark;
import org.claimscope.data.model.Entity;
import org.claimscope.data.query.Frame;
import org.claimscope.data.sync.Feed;
import org.claimscope.data.sync.Sync;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;

/// The queue of numbers that may be one person, and the decisions about them.
///
/// Nothing is merged by itself. A decision to merge is a message as a hospital's own register sends
/// it (HL7 v2 ADT^A40), delivered by the feed `<source>/identity`: it is journaled, traced and
/// undone as every delivery, and queries follow it to whom the number is now.
public final class Identities {
    /// The table of the deliveries that merges are.
    public static final String FEED = "identity";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss.SSSZ");

    private final Workspace workspace;

    public Identities(Workspace workspace) {
        this.workspace = workspace;
    }

    /// The pairs that nobody decided about, the likeliest first; 5,000 at most.
    public List<Candidate> queue() {
        Set<String> apart = workspace.apart().codes();
        try (Frame frame =
                workspace.query(
                        EnumSet.of(Entity.PATIENT, Entity.ENCOUNTER),
                        DSL.using(SQLDialect.DUCKDB).resultQuery(DSL.raw(sql())),
                        rows -> Frame.copy(rows, workspace.allocator()))) {
            return IntStream.range(0, frame.rowCount())
                    .mapToObj(r -> candidate(frame, r))
                    .filter(c -> !apart.contains(c.code()))
                    .toList();
        }
    }

    /// @throws ClaimscopeException USER when no open pair is called so
    public Candidate open(String code) {
        return queue().stream()
                .filter(c -> c.code().equals(code.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                "No open pair is called " + code + ". See: identity list"));
    }

    /// Makes both one person.
    ///
    /// @param keeps `source/id` of the number that stays; the other's records count as its own
    /// @return the delivery's run; undoing the delivery takes the merge back
    public RunEntry merge(Candidate pair, String keeps, String reason) {
        boolean first = keeps.equals(pair.source() + "/" + pair.one());
        if (!first && !keeps.equals(pair.source() + "/" + pair.other())) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "The number that stays must be one of the pair.");
        }
        String stays = first ? pair.one() : pair.other();
        String goes = first ? pair.other() : pair.one();
        workspace.audit().append("identity", "merge " + pair.code(), reason, "{}");
        RunEntry run =
                new Sync(workspace)
                        .take(
                                Feed.of(pair.source(), FEED),
                                List.of(),
                                "merge " + pair.code() + ".hl7",
                                message(workspace.clock().instant(), stays, goes));
        if (run.status() != RunEntry.Status.LOADED || run.rowsQuarantined() > 0) {
            throw new ClaimscopeException(
                    ErrorKind.DATA, "Pair " + pair.code() + " was not merged: " + run.message());
        }
        return run;
    }

    /// Notes that they are two people: the pair is not asked about again.
    public void apart(Candidate pair, String reason) {
        workspace.audit().append("identity", "apart " + pair.code(), reason, "{}");
        workspace.apart().add(pair.code(), workspace.clock().instant());
    }

    /// Asks about a pair again that was found to be two people.
    ///
    /// @throws ClaimscopeException USER when it was not
    public void reopen(String code, String reason) {
        workspace.audit().append("identity", "reopen " + code, reason, "{}");
        if (!workspace.apart().remove(code.strip().toLowerCase(Locale.ROOT))) {
            throw new ClaimscopeException(
                    ErrorKind.USER, "No pair called " + code + " was found to be two people.");
        }
    }

    /// The merges that were decided here and count, newest first.
    public List<Delivery> merges() {
        return workspace.journal().deliveries().reversed().stream()
                .filter(d -> d.feed().endsWith("/" + FEED) && d.undoneAt().isEmpty())
                .toList();
    }

    private static byte[] message(Instant at, String stays, String goes) {
        String stamp = STAMP.format(at.atZone(ZoneOffset.UTC));
        return String.join(
                        "\r",
                        "MSH|^~\\&|CLAIMSCOPE|DESK|||"
                                + stamp
                                + "||ADT^A40^ADT_A39|"
                                + UUID.randomUUID().toString().substring(0, 20)
                                + "|P|2.5.1||||||UNICODE UTF-8",
                        "EVN|A40|" + stamp,
                        "PID|1||" + number(stays),
                        "MRG|" + number(goes),
                        "")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// A key as CX: the number, and who gave it.
    private static String number(String id) {
        int at = id.lastIndexOf('@');
        return at < 1
                ? escaped(id)
                : escaped(id.substring(0, at)) + "^^^" + escaped(id.substring(at + 1));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("~", "\\R\\");
    }

    private static Candidate candidate(Frame frame, int r) {
        Map<Mark, Agreement> evidence = new EnumMap<>(Mark.class);
        for (Mark mark : Mark.values()) {
            evidence.put(
                    mark, Agreement.valueOf(text(frame, mark.name().toLowerCase(Locale.ROOT), r)));
        }
        return new Candidate(
                text(frame, "source", r),
                text(frame, "one", r),
                text(frame, "other", r),
                (int) frame.real("bits", r),
                (long) frame.real("visits_one", r),
                (long) frame.real("visits_other", r),
                evidence);
    }

    private static String text(Frame frame, String column, int r) {
        return Objects.requireNonNull(frame.text(column, r));
    }

    private static String sql() {
        try (InputStream in =
                Objects.requireNonNull(Identities.class.getResourceAsStream("candidates.sql"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
