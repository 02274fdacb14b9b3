package org.claimscope.app.feature.boards;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.claimscope.app.present.Filters;
import org.claimscope.data.catalog.Catalog;
import org.claimscope.data.catalog.Dimension;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.kpi.Kpis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BoardFileTest {
    private static final Part PART =
            new Part(
                    Look.BARS,
                    "Denied, Medicare",
                    List.of("denied_amount"),
                    List.of("facility"),
                    List.of(Filters.Cut.of("payer", "hos/P1", "Medicare")),
                    5,
                    new Spot(0, 0, 10, 8));

    @Test
    void aBoardComesBackAsItWasWritten() {
        var board = new Board("b1", "Mine", "what I look at", List.of(PART));
        assertEquals(board, BoardFile.read(BoardFile.write(board)));
        assertEquals(List.of(board), BoardFile.readAll(BoardFile.writeAll(List.of(board))));
    }

    @Test
    void whatIsHandedOnNamesNobody() {
        var named =
                new Part(
                        Look.TILE,
                        "",
                        List.of("charges"),
                        List.of(),
                        List.of(
                                Filters.Cut.of("patient", "hos/P4711", "Doe"),
                                Filters.Cut.of("payer", "hos/P1", "Medicare")),
                        0,
                        new Spot(0, 0, 4, 4));
        String shared = new String(BoardFile.share(new Board("x", "T", "", List.of(named))), UTF_8);
        assertFalse(shared.contains("4711"), shared);
        assertFalse(shared.contains("Doe"), shared);
        assertTrue(shared.contains("Medicare"), shared);
    }

    @ParameterizedTest
    @ValueSource(strings = {"executive", "operations", "payers"})
    void shippedBoardsAskForWhatExists(String name) {
        Board board = Boards.shipped(name);
        assertEquals(name, board.id());
        var catalog = new Catalog(Kpis.all());
        for (Part part : board.parts()) {
            for (String measure : part.measures()) {
                for (String by : part.by()) {
                    Dimension dimension = catalog.dimension(by);
                    assertTrue(
                            catalog.kpi(measure).definition().dimensions().contains(dimension),
                            measure + " by " + by);
                }
            }
        }
        List<Spot> spots = board.parts().stream().map(Part::spot).toList();
        assertEquals(spots, Arrangement.closed(spots), "parts overlap or leave rows empty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"claimscopeBoard\": 2, \"parts\": []}",
                "{\"claimscopeBoard\": 1, \"figures\": [1]}",
                "{\"claimscopeBoard\": 1, \"parts\": [{\"look\": \"pie\", \"measures\": [\"charges\"], \"spot\": [0,0,4,4]}]}",
                "{\"claimscopeBoard\": 1, \"parts\": [{\"look\": \"tile\", \"measures\": [], \"spot\": [0,0,4,4]}]}",
                "{\"claimscopeBoard\": 1, \"parts\": [{\"look\": \"tile\", \"measures\": [\"charges\"], \"spot\": [18,0,4,4]}]}",
                "{\"claimscopeBoard\": 1, \"parts\": [{\"look\": \"bars\", \"measures\": [\"charges\"], \"spot\": [0,0,4,4]}]}",
            })
    void whatIsNoBoardIsRefused(String text) {
        var e = assertThrows(ClaimscopeException.class, () -> BoardFile.read(text.getBytes(UTF_8)));
        assertEquals(ErrorKind.DATA, e.kind());
    }
}
