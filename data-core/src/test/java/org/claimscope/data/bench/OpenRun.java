package org.claimscope.data.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Properties;
import org.claimscope.data.DataCore;
import org.claimscope.data.security.Credentials;

/// Child: opens the workspace cold and asks one question, as a person does in the morning.
final class OpenRun {
    private OpenRun() {}

    static Clock clockAfter(LocalDate anchor) {
        return Clock.fixed(
                Instant.from(anchor.plusDays(1).atTime(12, 0).atOffset(ZoneOffset.UTC)),
                ZoneOffset.UTC);
    }

    /// @param args the workspace's folder, the sample's last day, the passphrase
    public static void main(String[] args) throws IOException {
        var told = new Properties();
        LocalDate anchor = LocalDate.parse(args[1]);
        long start = System.nanoTime();
        try (var passphrase = new Credentials.Passphrase(args[2].toCharArray());
                var core =
                        DataCore.open(
                                Path.of(args[0]), passphrase, clockAfter(anchor), "bench", null)) {
            long opened = System.nanoTime();
            core.query().run(Question.paymentsByPayer(anchor).query()).close();
            long answered = System.nanoTime();
            told.setProperty("open", seconds(opened - start));
            told.setProperty("first", seconds(answered - start));
            told.setProperty("rss", Long.toString(Child.peakRssMiB()));
            told.setProperty("heap", Long.toString(Child.peakHeapMiB()));
        }
        Child.tell(told);
    }

    private static String seconds(long nanos) {
        return String.format(Locale.ROOT, "%.2f", nanos / 1e9);
    }
}
