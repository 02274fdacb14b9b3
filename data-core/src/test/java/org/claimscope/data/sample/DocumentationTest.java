package org.claimscope.data.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.DataCore;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.progress.Progress;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.security.Credentials;
import org.claimscope.data.source.FolderSource;
import org.claimscope.data.sync.FeedList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is asked by notes, plans and ages is what the written files say, counted here without the
/// engine.
final class DocumentationTest {
    private static final LocalDate ANCHOR = LocalDate.of(2025, 6, 30);

    @TempDir Path temp;

    @Test
    void notesPlansAndAgesAreThoseOfTheFiles() throws Exception {
        Path files = temp.resolve("files");
        new SampleHospital(5, ANCHOR, 120).writeTo(files);
        var feed = new Feed(files);
        try (DataCore core =
                DataCore.create(
                        temp.resolve("w"),
                        new Credentials.None(),
                        Clock.fixed(Instant.parse("2025-06-30T12:00:00Z"), ZoneOffset.UTC),
                        "test")) {
            core.sync()
                    .run(
                            FeedList.preset("sample-hospital"),
                            new FolderSource(files),
                            false,
                            Progress.NONE,
                            Cancellation.NONE);
            Map<String, Integer> documented = documented(feed);
            assertEquals(3, documented.size(), documented.toString());
            assertEquals(
                    documented, counts(core, "encounter_count", Dimension.DOCUMENTATION_STATUS));
            assertEquals(plans(feed), counts(core, "encounter_count", Dimension.PLAN));
            assertEquals(
                    BigDecimal.valueOf(pendingOver60(feed)).stripTrailingZeros(),
                    number(
                            core,
                            MetricQuery.of("claim_count")
                                    .where(
                                            MetricQuery.Filter.is(
                                                    Dimension.CLAIM_STATUS, "Pending"),
                                            new MetricQuery.Filter(
                                                    Dimension.CLAIM_AGE_DAYS,
                                                    MetricQuery.Op.GREATER,
                                                    java.util.List.of("60")))));
            assertEquals(0, core.workspace().arrowBytes());
        }
    }

    private static Map<String, Integer> documented(Feed feed) {
        var signed = new HashMap<String, Boolean>();
        for (Feed.Row note : feed.rows("notes")) {
            signed.merge(
                    note.text("encounter_id"),
                    note.text("status").equals("Signed"),
                    Boolean::logicalAnd);
        }
        var counts = new TreeMap<String, Integer>();
        for (Feed.Row encounter : feed.rows("encounters")) {
            Boolean all = signed.get(encounter.text("encounter_id"));
            counts.merge(
                    all == null ? "Missing" : all ? "Complete" : "Incomplete", 1, Integer::sum);
        }
        return counts;
    }

    private static Map<String, Integer> plans(Feed feed) {
        var counts = new TreeMap<String, Integer>();
        for (Feed.Row encounter : feed.rows("encounters")) {
            LocalDate day = LocalDate.parse(encounter.text("service_date"));
            String plan = "(none)";
            for (Feed.Row coverage : feed.rows("coverages")) {
                String to = coverage.text("effective_to");
                if (coverage.text("patient_id").equals(encounter.text("patient_id"))
                        && coverage.text("payer_id").equals(encounter.text("payer_id"))
                        && !LocalDate.parse(coverage.text("effective_from")).isAfter(day)
                        && (to.isEmpty() || !LocalDate.parse(to).isBefore(day))) {
                    plan = coverage.text("plan_name");
                }
            }
            counts.merge(plan, 1, Integer::sum);
        }
        return counts;
    }

    private static long pendingOver60(Feed feed) {
        long found =
                feed.rows("claims").stream()
                        .filter(c -> c.text("claim_status").equals("Pending"))
                        .filter(c ->
                                LocalDate.parse(c.text("submitted_date"))
                                        .isBefore(ANCHOR.minusDays(60)))
                        .count();
        assertTrue(found > 0, "the sample has old pending claims");
        return found;
    }

    private static Map<String, Integer> counts(DataCore core, String measure, Dimension by) {
        var counts = new TreeMap<String, Integer>();
        try (Frame frame = core.query().run(MetricQuery.of(measure).by(by))) {
            for (int r = 0; r < frame.rowCount(); r++) {
                BigDecimal n = frame.number(measure, r);
                counts.put(String.valueOf(frame.text(by.id(), r)), n == null ? 0 : n.intValue());
            }
        }
        return counts;
    }

    private static BigDecimal number(DataCore core, MetricQuery query) {
        try (Frame frame = core.query().run(query)) {
            return frame.number(query.measures().getFirst(), 0).stripTrailingZeros();
        }
    }
}
