package org.claimscope.data.kpi;

import java.util.Set;
import org.claimscope.data.catalog.DateRole;
import org.claimscope.data.catalog.Measure;
import org.claimscope.data.catalog.Measure.Fact;
import org.claimscope.data.catalog.Measure.Per;
import org.claimscope.data.catalog.Measure.Window;
import org.claimscope.data.catalog.Population;

/// The figures of a month that no claim tells, by the words that feeds use for their kinds.
public final class MonthlyMeasures {
    /// Balance sheet: after credits, allowances, charity and contractuals, at the end of the month.
    public static final Measure NET_RECEIVABLE =
            fact("net_receivable", Per.ALL, Window.MONTH_END, "");

    /// Net patient service revenue (NPSR).
    public static final Measure NET_REVENUE =
            fact("net_patient_revenue", Per.ALL, Window.PERIOD, "");

    public static final Measure DAILY_NET_REVENUE =
            fact("net_patient_revenue", Per.DAY, Window.TRAILING_3_MONTHS, "_a_day");
    public static final Measure MONTHLY_NET_REVENUE =
            fact("net_patient_revenue", Per.MONTH, Window.TRAILING_3_MONTHS, "_a_month");

    /// Patient access, patient accounting, health information, outsourcing.
    public static final Measure REVENUE_CYCLE_COST =
            fact("revenue_cycle_cost", Per.ALL, Window.PERIOD, "");

    private MonthlyMeasures() {}

    /// How many of something a month had: visits scheduled, cases weighted.
    public static Measure count(String kind) {
        return fact(kind, Per.COUNT, Window.PERIOD, "");
    }

    private static Measure fact(String kind, Per per, Window window, String suffix) {
        return new Measure(
                "fact_" + kind + suffix,
                Population.MONTHLY_FACTS,
                new Fact(kind, per),
                DateRole.POSTING_DATE,
                window,
                Set.of());
    }
}
