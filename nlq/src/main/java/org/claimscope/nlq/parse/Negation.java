package org.claimscope.nlq.parse;

import java.util.List;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.parse.Span.Marker;

/// Decides which members a word takes away: the ones behind "not" and "drop", the ones before
/// "excluded", with all that they are joined to.
final class Negation {
    private final Path path;

    Negation(Path path) {
        this.path = path;
    }

    /// A word that excludes must have something to exclude.
    void check(int k, Marker marker) {
        if (marker == Marker.NOT && !excludes(k)) {
            throw Refusal.unclear("I did not understand what “" + path.text(k) + "” leaves out.");
        }
        if (marker == Marker.LEFT_OUT && !path.isMember(k - 1)) {
            throw Refusal.unclear("I did not understand what is “" + path.text(k) + "”.");
        }
        if (marker == Marker.OR
                && path.isMember(k - 1)
                && path.isMember(k + 1)
                && !sameDimension(k - 1, k + 1)) {
            throw new Refusal(
                    "Either-or between different things is not possible: ask for one of them.");
        }
    }

    private boolean excludes(int k) {
        return path.isMember(k + 1)
                || (path.inside(k + 1) && path.span(k + 1) instanceof Span.Bound)
                || (path.dimension(k + 1).isPresent() && path.isMember(k + 2))
                || implies(k + 1)
                || (path.measure(k + 1).isPresent() && path.text(k + 1).equals("paid"));
    }

    /// "Paid" beside another status is one.
    private boolean paid(int at, int member) {
        return path.inside(at)
                && path.text(at).equals("paid")
                && dimensionsAt(member).contains(Lexicon.CLAIM_STATUS);
    }

    private boolean sameDimension(int a, int b) {
        return dimensionsAt(a).stream().anyMatch(dimensionsAt(b)::contains);
    }

    /// The dimensions that the member may be of.
    List<String> dimensionsAt(int k) {
        if (path.measure(k).isPresent() && path.text(k).equals("paid")) {
            return List.of(Lexicon.CLAIM_STATUS);
        }
        return path.span(k) instanceof Span.Code c
                ? List.of(c.dimension())
                : path.value(k)
                        .map(v -> v.members().stream().map(Member::dimension).toList())
                        .orElse(List.of());
    }

    /// Whether the member is left out.
    boolean at(int k) {
        return led(k, Marker.NOT) || leftOut(k);
    }

    /// "Aetna, Cigna and Humana excluded" leaves out all three; "Aetna, Medicaid excluded" one.
    private boolean leftOut(int k) {
        boolean and = false;
        boolean comma = false;
        int last = k;
        while (true) {
            int next = path.mark(last + 1, Marker.AND, Marker.OR) ? last + 2 : last + 1;
            if (!(path.isMember(next) || paid(next, k))
                    || !sameDimension(k, next)
                    || !path.joins(last, next)) {
                break;
            }
            and |= next == last + 2;
            comma |= next == last + 1;
            last = next;
        }
        return path.mark(last + 1, Marker.LEFT_OUT) && (and || !comma);
    }

    /// "Not in Aetna, Cigna": as analysts write it, all that follows.
    private boolean listed(int k) {
        int at = k;
        while (path.isMember(at) || implies(at) || path.mark(at, Marker.AND, Marker.OR)) {
            at--;
        }
        return at < k && path.mark(at, Marker.NOT) && path.text(at).equals("not in");
    }

    /// "Contractuals", "write-offs": a measure that says a member too.
    private boolean implies(int k) {
        return path.measure(k).map(m -> !m.implied().isEmpty()).orElse(false);
    }

    /// Whether a word stands before the member, or before the first of those it is joined with.
    boolean led(int k, Marker marker) {
        int right = k;
        boolean joined = false;
        int at = k - 1;
        while (true) {
            if (path.dimension(at).isPresent()) {
                right = at;
            } else if (path.mark(at, Marker.AND, Marker.OR)) {
                joined = true;
            } else if (listed(at)
                    || (path.isMember(at) || paid(at, k)) && (joined || path.joins(at, right))) {
                right = at;
                joined = false;
            } else {
                return path.mark(at, marker);
            }
            at--;
        }
    }
}
