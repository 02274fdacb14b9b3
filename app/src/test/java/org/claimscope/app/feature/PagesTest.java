package org.claimscope.app.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.claimscope.app.feature.facility.FacilityView;
import org.claimscope.app.feature.overview.OverviewView;
import org.claimscope.app.feature.receivables.ReceivablesView;
import org.claimscope.app.shell.PageId;
import org.claimscope.charts.palette.Theme;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PagesTest {
    @ParameterizedTest
    @EnumSource(Theme.class)
    void overviewSaysEverythingInFullAt1440(Theme theme) {
        Picture picture = draw(PageId.OVERVIEW, theme, 1440, 900);
        assertEquals(List.of(), picture.cut());
        assertEquals(List.of(), picture.outside());
        for (String word :
                List.of(
                        "Claimscope",
                        "Sample hospital",
                        "Jun 2025",
                        "$18.42M",
                        "94.6\u00A0%",
                        "5 of 8 measures outside target",
                        "Heron Mutual",
                        "$1.894M",
                        "18.2\u00A0%",
                        "All payers",
                        "$25.01M",
                        "Contracts 26 h, stale",
                        "Sample data, no passphrase")) {
            assertTrue(picture.words().contains(word), () -> word + " not in " + picture.words());
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void facilitySaysEverythingInFullAt1440(Theme theme) {
        Picture picture = draw(PageId.FACILITY, theme, 1440, 900);
        assertEquals(List.of(), picture.cut());
        assertEquals(List.of(), picture.outside());
        assertTrue(
                picture.words()
                        .containsAll(
                                List.of(
                                        "Larkfield Hospital",
                                        "$4.41M",
                                        "$1.412M",
                                        "Emergency",
                                        "All departments")),
                () -> picture.words().toString());
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void receivablesSaysEverythingInFullAt1440(Theme theme) {
        Picture picture = draw(PageId.RECEIVABLES, theme, 1440, 900);
        assertEquals(List.of(), picture.cut());
        assertEquals(List.of(), picture.outside());
        assertTrue(
                picture.words()
                        .containsAll(
                                List.of(
                                        "−$213K",
                                        "41.8\u00A0d",
                                        "−$0.041M",
                                        "Over 120",
                                        "All payers")),
                () -> picture.words().toString());
    }

    @ParameterizedTest
    @EnumSource(PageId.class)
    void otherWindowSizesKeepEveryNumber(PageId id) {
        for (double[] size : new double[][] {{1024, 768}, {1280, 800}, {1920, 1080}}) {
            Picture picture = draw(id, Theme.LIGHT, size[0], size[1]);
            assertEquals(List.of(), picture.outside(), id + " at " + size[0]);
            assertEquals(
                    List.of(),
                    picture.cut().stream().filter(text -> text.matches("[−+$\\d].*\\d.*")).toList(),
                    id + " at " + size[0]);
        }
    }

    static Picture draw(PageId id, Theme theme, double width, double height) {
        String name =
                id.name().toLowerCase(Locale.ROOT)
                        + "-"
                        + theme.name().toLowerCase(Locale.ROOT)
                        + "-"
                        + (int) width;
        return Picture.of(
                name,
                id,
                palette ->
                        switch (id) {
                            case OVERVIEW -> OverviewView.of(Invented.overview(), palette);
                            case FACILITY -> FacilityView.of(Invented.facility(), palette);
                            case RECEIVABLES -> ReceivablesView.of(Invented.receivables(), palette);
                        },
                theme,
                width,
                height);
    }
}
