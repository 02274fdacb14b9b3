package org.claimscope.data.source.fhir;

import java.io.IOException;
import java.time.Clock;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.progress.Cancellation;
import org.claimscope.data.source.Patience;
import org.jspecify.annotations.Nullable;

/// The resources of a FHIR R4 server that changed since the last reading, handed on as NDJSON: one
/// resource a line. Sources: FHIR R4 search (3.1.1), Bulk Data Access 2.0, SMART Backend Services.
public final class FhirSource {
    private final FhirSettings settings;
    private final Clock clock;
    private final Patience patience;

    /// @param clock of tokens, and what no change is later than
    /// @param patience with a server that fails; what one asks itself to be waited for is waited
    ///   for up to five minutes
    public FhirSource(FhirSettings settings, Clock clock, Patience patience) {
        this.settings = settings;
        this.clock = clock;
        this.patience = patience;
    }

    /// Takes whole lines.
    @FunctionalInterface
    public interface Lines {
        void write(byte[] lines) throws IOException;
    }

    /// What a reading comes to.
    public sealed interface Outcome {}

    /// @param resources how many were handed on
    /// @param readTo where the next reading starts
    /// @param note for the run log: counts, never words of the server
    public record Whole(long resources, String readTo, String note) implements Outcome {}

    /// Somebody cancelled; what was handed on is a part.
    public record Cancelled() implements Outcome {}

    /// @param readTo where the last reading ended; null to read everything
    /// @throws ClaimscopeException SOURCE_DOWN when the server cannot be reached or breaks off,
    ///   USER or DENIED when it does not understand or does not let in
    public Outcome read(@Nullable String readTo, Lines lines, Cancellation cancellation)
            throws IOException {
        ReadTo before = ReadTo.parse(readTo, settings);
        var taken = new Taken(lines, settings.bytes());
        try (var wire = new Wire(settings, clock, patience, cancellation)) {
            ReadTo after =
                    switch (settings.mode()) {
                        case SEARCH -> new Search(settings, wire, taken).run(before);
                        case BULK -> new BulkExport(settings, wire, taken).run(before);
                    };
            return new Whole(taken.resources(), after.text(), taken.note());
        } catch (Wire.Stopped e) {
            return new Cancelled();
        } catch (Taken.NotWritten e) {
            throw e.why();
        }
    }
}
