package org.claimscope.app.present;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FiltersTest {
    private static final Filters JUNE = Filters.of(YearMonth.of(2025, 6));
    private static final Filters.Cut HERON = Filters.Cut.of("payer", "a/1", "Heron");
    private static final Filters.Cut WREN = Filters.Cut.of("payer", "a/2", "Wren");
    private static final Filters.Cut CODING = Filters.Cut.of("denial_category", "Coding", "Coding");

    private static Drill in(int first, int last, Filters.Cut... cuts) {
        return Drill.of("payments")
                .to(cuts)
                .in(new Filters.Period(YearMonth.of(2025, first), YearMonth.of(2025, last)));
    }

    @Test
    void severalMonthsBecomeThePeriodFromTheFirstToTheLast() {
        Filters to = JUNE.to(List.of(in(4, 4, HERON), in(2, 2, WREN), in(3, 3, HERON)));
        assertEquals(new Filters.Period(YearMonth.of(2025, 2), YearMonth.of(2025, 4)), to.period());
        assertEquals(List.of(), to.cuts(), "a sweep through time is about time");
    }

    @Test
    void severalMembersAreTakenTogether() {
        Drill heron = Drill.of("payments").to(HERON);
        Drill wren = Drill.of("payments").to(WREN);
        Filters to = JUNE.to(List.of(heron, wren));
        assertEquals(JUNE.period(), to.period());
        assertEquals(
                List.of(
                        new Filters.Cut(
                                "payer",
                                List.of(
                                        new Filters.Member("a/1", "Heron"),
                                        new Filters.Member("a/2", "Wren")))),
                to.cuts());
        assertEquals(JUNE, to.to(List.of(heron, wren)), "the same again takes them off");
        assertEquals(JUNE.cut(HERON), to.to(List.of(heron)), "one of them alone replaces them");
    }

    @Test
    void oneMarkIsItsMonthAndItsMember() {
        Filters to = JUNE.to(List.of(in(3, 3, HERON)));
        assertEquals(Filters.Period.of(YearMonth.of(2025, 3)), to.period());
        assertEquals(List.of(HERON), to.cuts());
    }

    @Test
    void whatIsNoMemberOfEveryFigureNarrowsNothing() {
        assertEquals(JUNE, JUNE.to(List.of(Drill.of("denied_amount").to(CODING))));
        assertEquals(
                JUNE.cut(HERON), JUNE.to(List.of(Drill.of("denied_amount").to(HERON, CODING))));
        assertTrue(Filters.onEveryPage("specialty"));
        assertFalse(Filters.onEveryPage("aging_bucket"));
        assertFalse(Filters.onEveryPage("no such thing"));
    }
}
