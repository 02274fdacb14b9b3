package org.claimscope.app.present;

import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// What went wrong, in words for people: what happened, and what to do next.
///
/// @param title what happened
/// @param next what to do about it
public record ErrorWords(String title, String next) {
    public static ErrorWords of(ClaimscopeException e) {
        return new ErrorWords(String.valueOf(e.getMessage()), next(e.kind()));
    }

    private static String next(ErrorKind kind) {
        return switch (kind) {
            case USER -> "Change the filters or the question, then try again.";
            case DATA -> "Look at the run log and the quarantine on the Feeds page.";
            case DENIED -> "This is kept from you by the workspace's policy, not empty.";
            case SOURCE_DOWN -> "What is shown stays. Try again when the source is back.";
            case RESOURCES -> "Close other programs or choose fewer months, then try again.";
            case INTERNAL -> "Try again; if it stays, copy the details for support.";
        };
    }
}
