package org.claimscope.app.feature.patient;

import java.util.List;
import org.claimscope.app.widget.Table;
import org.claimscope.app.widget.Tile;

/// The patients of a period.
public record PatientsPage(String covers, List<Tile> tiles, Table patients) {
    public PatientsPage {
        tiles = List.copyOf(tiles);
    }
}
