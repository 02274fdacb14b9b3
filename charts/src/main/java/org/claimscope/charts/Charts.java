package org.claimscope.charts;

import java.util.List;
import org.claimscope.charts.chart.BoxRows;
import org.claimscope.charts.chart.Bullet;
import org.claimscope.charts.chart.CalendarHeat;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.chart.ControlLine;
import org.claimscope.charts.chart.DotRange;
import org.claimscope.charts.chart.FlowBands;
import org.claimscope.charts.chart.Funnel;
import org.claimscope.charts.chart.HeatMap;
import org.claimscope.charts.chart.Histogram;
import org.claimscope.charts.chart.LongLine;
import org.claimscope.charts.chart.MonthLine;
import org.claimscope.charts.chart.Pareto;
import org.claimscope.charts.chart.PeerBands;
import org.claimscope.charts.chart.RankedBars;
import org.claimscope.charts.chart.Scatter;
import org.claimscope.charts.chart.SmallMultiples;
import org.claimscope.charts.chart.Sparkline;
import org.claimscope.charts.chart.SplitBar;
import org.claimscope.charts.chart.StackedColumns;
import org.claimscope.charts.chart.Timeline;
import org.claimscope.charts.chart.Waterfall;
import org.claimscope.charts.shape.Target;
import org.claimscope.charts.shape.Unit;
import org.claimscope.charts.tile.KpiTile;

/// Every chart there is, each with a sample: the answer to "what can be drawn", and the pages of
/// the sampler.
public final class Charts {
    /// One chart of the list.
    ///
    /// @param name the sampler's file name
    /// @param use when to choose it
    /// @param width of the sample, in pixels
    public record Entry(String name, String use, double width, double height, Chart sample) {}

    private Charts() {}

    public static List<Entry> all() {
        return List.of(
                new Entry(
                        "month-line",
                        "A figure by month, beside its year before",
                        680,
                        210,
                        new MonthLine(SampleTimes.payments()).with(SampleTimes.notes())),
                new Entry(
                        "ranked-bars",
                        "Who has most of it",
                        380,
                        190,
                        new RankedBars(SampleParts.denialRates(), false)),
                new Entry(
                        "ranked-bullets",
                        "Who is beyond the target",
                        380,
                        190,
                        new RankedBars(SampleParts.denialRates(), true)),
                new Entry(
                        "stacked-columns",
                        "What a balance is made of",
                        520,
                        240,
                        new StackedColumns(SampleParts.aging())),
                new Entry(
                        "waterfall",
                        "How one total became another",
                        480,
                        210,
                        new Waterfall(SampleParts.whatChanged())),
                new Entry(
                        "heat-map",
                        "Where in a grid it concentrates",
                        520,
                        170,
                        new HeatMap(SampleParts.payerByCategory())),
                new Entry(
                        "calendar-heat",
                        "Which days stand out, and which are missing",
                        520,
                        172,
                        new CalendarHeat(SampleTimes.paymentsByDay())),
                new Entry(
                        "histogram",
                        "How long, and how long at worst",
                        520,
                        200,
                        new Histogram(SampleSpreads.daysToPayment())),
                new Entry(
                        "box-rows",
                        "Who is slow, and how evenly: box p25–p75, line p5–p95",
                        520,
                        200,
                        new BoxRows(SampleSpreads.lags())),
                new Entry(
                        "scatter",
                        "Which ones stand apart, and choose them",
                        520,
                        280,
                        new Scatter(SampleSpreads.denialsByPayer())),
                new Entry(
                        "scatter-crowd",
                        "Where a quarter of a million points gather",
                        520,
                        280,
                        new Scatter(SampleSpreads.claims())),
                new Entry(
                        "peer-bands",
                        "Where one stands among its peers",
                        640,
                        170,
                        new PeerBands(SampleSpreads.peers())),
                new Entry(
                        "pareto",
                        "Which few causes make most of it",
                        436,
                        232,
                        new Pareto(SampleParts.deniedByCategory())),
                new Entry(
                        "dot-range",
                        "Who moved, and which way",
                        680,
                        190,
                        new DotRange(SampleParts.denialRateShift())),
                new Entry(
                        "timeline",
                        "What happened, and who waited for whom",
                        780,
                        104,
                        new Timeline(SampleTimes.journey())),
                new Entry(
                        "split-bar",
                        "Who bears a total",
                        780,
                        44,
                        new SplitBar(SampleParts.whoPays())),
                new Entry(
                        "flow-bands",
                        "Where a total went",
                        600,
                        190,
                        new FlowBands(SampleParts.whereClaimsWent())),
                new Entry(
                        "funnel",
                        "Where on the way it gets lost",
                        520,
                        160,
                        new Funnel(SampleParts.fromVisitToPayment())),
                new Entry(
                        "control-line",
                        "Chance or cause",
                        600,
                        180,
                        new ControlLine(SampleTimes.denialRateByWeek())),
                new Entry(
                        "long-line",
                        "Everything that was measured",
                        680,
                        190,
                        new LongLine(SampleTimes.messagesPerMinute())),
                new Entry(
                        "small-multiples",
                        "The same course for several places",
                        680,
                        220,
                        new SmallMultiples(Unit.MONEY, SampleTimes.byFacility())),
                new Entry(
                        "sparkline",
                        "A course in the space of a word",
                        104,
                        32,
                        new Sparkline(SampleTimes.denialTrend(), Target.atMost(0.10), false)),
                new Entry(
                        "bullet",
                        "One figure against its line",
                        60,
                        16,
                        new Bullet(Unit.RATE, 0.138, Target.atMost(0.10), 0.16)),
                new Entry(
                        "kpi-tile",
                        "One figure, judged",
                        KpiTile.WIDTH,
                        KpiTile.HEIGHT,
                        new KpiTile(SampleSingles.denialRate())),
                new Entry(
                        "kpi-tile-money",
                        "Money that moves either way",
                        KpiTile.WIDTH,
                        KpiTile.HEIGHT,
                        new KpiTile(SampleSingles.charges())),
                new Entry(
                        "kpi-tile-risk",
                        "Money that can be lost",
                        KpiTile.WIDTH,
                        KpiTile.HEIGHT,
                        new KpiTile(SampleSingles.underpayments())));
    }
}
