package org.claimscope.charts.sampler;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.claimscope.charts.Charts;
import org.claimscope.charts.palette.Theme;
import org.junit.jupiter.api.Test;

class SamplerTest {
    @Test
    void everyChartIsWrittenInEveryTheme() throws IOException {
        Path folder = Path.of("target", "sampler");
        Sampler.write(folder);
        for (Charts.Entry entry : Charts.all()) {
            for (Theme theme : Theme.values()) {
                Path file =
                        folder.resolve(
                                entry.name()
                                        + "-"
                                        + theme.name().toLowerCase(Locale.ROOT)
                                        + ".png");
                assertTrue(Files.size(file) > 500, file + " holds a picture");
            }
        }
    }
}
