package org.claimscope.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

/// Runs commands in this process, at noon of one day, and keeps what they print.
final class Terminal {
    private static final Clock NOON =
            Clock.fixed(Instant.parse("2025-07-01T12:00:00Z"), ZoneOffset.UTC);

    String out = "";
    String err = "";

    int run(String... args) {
        var o = new StringWriter();
        var e = new StringWriter();
        int code = ClaimscopeCommand.run(NOON, new PrintWriter(o), new PrintWriter(e), args);
        out = o.toString();
        err = e.toString();
        return code;
    }
}
