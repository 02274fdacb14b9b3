package org.claimscope.app.feature.boards;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.Way;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.Chart;

/// What stands in a part of a board once it was asked for.
sealed interface Content {
    record Figure(Tile tile) implements Content {}

    /// @param note what is counted and where the axis starts
    /// @param ways where the marks lead, by their members
    record Drawing(Chart chart, String note, Map<List<String>, Way> ways) implements Content {
        public Drawing {
            ways = Collections.unmodifiableMap(new LinkedHashMap<>(ways));
        }
    }

    record Rows(Table table, String note) implements Content {}

    record Words(DefinitionFacts definition) implements Content {}

    /// A part that could not be filled: the others are.
    record Trouble(String words) implements Content {}

    /// A part and what stands in it.
    ///
    /// @param title the part's, or its measure's name
    record Filled(Part part, String title, Content content) {}
}
