package org.claimscope.data.error;

import java.io.Serial;
import org.jspecify.annotations.Nullable;

/// The one exception of the program: a kind, and a sentence that says what happened and what to do.
///
/// Bad records are data (quarantine), expected outcomes are results; everything else is this. The
/// message is shown to people and logged, so it never holds a value from a record.
public final class ClaimscopeException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1L;

    private final ErrorKind kind;

    public ClaimscopeException(ErrorKind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public ClaimscopeException(ErrorKind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public ErrorKind kind() {
        return kind;
    }
}
