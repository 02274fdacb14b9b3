package org.claimscope.data.source.fhir;

import java.io.IOException;
import java.io.Serial;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// What is handed on of a reading, counted.
final class Taken {
    private final FhirSource.Lines to;
    private final long most;
    private long resources;
    private long bytes;
    private long outcomes;
    private long unchanged;
    private final List<String> notes = new ArrayList<>();

    Taken(FhirSource.Lines to, long most) {
        this.to = to;
        this.most = most;
    }

    /// It could not be written here, which is no fault of the server.
    static final class NotWritten extends RuntimeException {
        @Serial private static final long serialVersionUID = 1L;
        private final IOException why;

        NotWritten(IOException why) {
            super(why);
            this.why = why;
        }

        IOException why() {
            return why;
        }
    }

    /// @param lines whole ones
    void lines(byte[] lines, long count) {
        bytes += lines.length;
        if (bytes > most) {
            throw new ClaimscopeException(
                    ErrorKind.USER,
                    "fhir: there is more than "
                            + most
                            + " bytes of it, which is the limit; nothing was taken. Raise bytes, or name fewer resources.");
        }
        resources += count;
        try {
            to.write(lines);
        } catch (IOException e) {
            throw new NotWritten(e);
        }
    }

    void outcomes(long more) {
        outcomes += more;
    }

    void unchanged() {
        unchanged++;
    }

    void note(String note) {
        notes.add(note);
    }

    long resources() {
        return resources;
    }

    /// For the run log; empty for nothing.
    String note() {
        var all = new ArrayList<>(notes);
        if (outcomes > 0) {
            all.add("the server added " + outcomes + " remarks of its own (OperationOutcome)");
        }
        if (unchanged > 0) {
            all.add(unchanged + " resource types not changed (HTTP 304)");
        }
        return String.join("; ", all);
    }
}
