package org.claimscope.app.feature.boards;

import java.util.List;
import org.claimscope.app.present.DefinitionFacts;
import org.claimscope.app.present.Drill;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;
import org.claimscope.charts.chart.Chart;

/// What stands in a part of a board once it was asked for.
sealed interface Content {
    record Figure(Tile tile) implements Content {}

    /// @param note what is counted and where the axis starts
    /// @param ways what the marks open
    record Drawing(Chart chart, String note, List<Way> ways) implements Content {
        public Drawing {
            ways = List.copyOf(ways);
        }
    }

    record Rows(Table table, String note) implements Content {}

    record Words(DefinitionFacts definition) implements Content {}

    /// A part that could not be filled: the others are.
    record Trouble(String words) implements Content {}

    /// The rows behind a mark.
    ///
    /// @param members of the mark
    record Way(List<String> members, Drill drill, String title) {
        public Way {
            members = List.copyOf(members);
        }
    }

    /// A part and what stands in it.
    ///
    /// @param title the part's, or its measure's name
    record Filled(Part part, String title, Content content) {}
}
