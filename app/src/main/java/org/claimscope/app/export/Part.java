package org.claimscope.app.export;

import java.util.List;
import org.claimscope.app.widget.Facts;
import org.claimscope.app.widget.Table;
import org.claimscope.charts.chart.Chart;
import org.claimscope.charts.shape.Single;

/// One thing that a page shows, with everything of it: also the rows for which a screen has no
/// room.
public sealed interface Part {
    /// What stands above it; empty for nothing.
    String title();

    /// Figures, each with its comparison.
    ///
    /// @param title the place whose figures they are; empty for those of the whole page
    record Figures(String title, List<Single> singles) implements Part {
        public Figures {
            singles = List.copyOf(singles);
        }
    }

    record Drawing(String title, String note, Chart chart) implements Part {}

    record Rows(String title, String note, Table table) implements Part {}

    /// What is said of one record.
    record Told(String title, String note, List<Facts.Fact> facts) implements Part {
        public Told {
            facts = List.copyOf(facts);
        }
    }

    /// What is only said.
    record Words(String title, String note, List<String> lines) implements Part {
        public Words {
            lines = List.copyOf(lines);
        }
    }
}
