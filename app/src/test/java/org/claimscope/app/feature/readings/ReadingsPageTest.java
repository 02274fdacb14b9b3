package org.claimscope.app.feature.readings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.claimscope.app.desk.Sample;
import org.claimscope.app.present.PageContext;
import org.claimscope.app.present.PageId;
import org.claimscope.app.widget.Table;
import org.claimscope.data.DataCore;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.query.Frame;
import org.claimscope.data.query.MetricQuery;
import org.claimscope.data.query.Queries;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReadingsPageTest {
    @TempDir Path home;

    @Test
    void theClaimsThatDifferAreThoseOfOneDrillAndNotTheOther() throws Exception {
        Sample.make(home, 90);
        try (DataCore core = Sample.open(home)) {
            Queries queries = core.query();
            PageContext month = PageContext.newest(queries).orElseThrow();
            Set<String> denied = drilled(queries, month, "denial_rate");
            Set<String> unpaid = drilled(queries, month, "denial_rate_zero_pay");
            long onlyDenied = denied.stream().filter(k -> !unpaid.contains(k)).count();
            long onlyUnpaid = unpaid.stream().filter(k -> !denied.contains(k)).count();

            ReadingsPage page =
                    new ReadingsViewModel(queries, month).page("denial_rate|denial_rate_zero_pay");
            assertEquals(onlyDenied, figure(page.groups(), "only in the first", 1));
            assertEquals(onlyUnpaid, figure(page.groups(), "only in the second", 1));
            Table.Row all = Objects.requireNonNull(page.groups().total());
            assertEquals(denied.size(), ((Table.Figure) all.cells().get(2)).value());
            assertEquals(unpaid.size(), ((Table.Figure) all.cells().get(4)).value());
            assertEquals(onlyDenied + onlyUnpaid, page.records().rows().size());
            assertFalse(page.records().rows().isEmpty(), "the sample has such claims");
            for (Table.Row row : page.records().rows()) {
                assertEquals(PageId.CLAIM, Objects.requireNonNull(row.place()).page());
                assertFalse(((Table.Words) row.cells().get(2)).text().isEmpty(), "its payer");
            }
        }
    }

    @Test
    void readingsOfWholeMonthsSayWhyTheyCannotBeTakenApart() throws Exception {
        Sample.make(home, 20);
        try (DataCore core = Sample.open(home)) {
            PageContext month = PageContext.newest(core.query()).orElseThrow();
            var model = new ReadingsViewModel(core.query(), month);
            assertEquals(
                    "cost_to_collect and charges are about figures of whole months: no claim or visit makes their difference.",
                    assertThrows(
                                    ClaimscopeException.class,
                                    () -> model.page("cost_to_collect|charges"))
                            .getMessage());
        }
    }

    private static Set<String> drilled(Queries queries, PageContext month, String measure) {
        try (Frame rows = queries.drill(month.now(MetricQuery.of(measure)), false, 0)) {
            var keys = new HashSet<String>();
            for (int r = 0; r < rows.rowCount(); r++) {
                keys.add(rows.text("row_source", r) + "/" + rows.text("row_id", r));
            }
            return keys;
        }
    }

    private static double figure(Table table, String group, int column) {
        return table.rows().stream()
                .filter(row ->
                        row.cells().getFirst() instanceof Table.Words w && w.text().equals(group))
                .map(row -> ((Table.Figure) row.cells().get(column)).value())
                .findFirst()
                .orElse(0.0);
    }
}
