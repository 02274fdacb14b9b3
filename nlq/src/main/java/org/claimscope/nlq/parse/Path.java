package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;

/// The chosen spans in their order, without the quiet words.
record Path(List<Token> tokens, List<Placed> spans) {
    int size() {
        return spans.size();
    }

    Span span(int k) {
        return spans.get(k).span();
    }

    boolean inside(int k) {
        return k >= 0 && k < spans.size();
    }

    boolean mark(int k, Marker... markers) {
        return inside(k) && span(k) instanceof Span.Mark m && List.of(markers).contains(m.marker());
    }

    boolean anyMark(Marker... markers) {
        for (int k = 0; k < size(); k++) {
            if (mark(k, markers)) {
                return true;
            }
        }
        return false;
    }

    boolean anySpan(Class<? extends Span> kind) {
        return spans.stream().anyMatch(p -> kind.isInstance(p.span()));
    }

    Optional<Sense.Value> value(int k) {
        return inside(k) && span(k) instanceof Span.Meant(Sense.Value v)
                ? Optional.of(v)
                : Optional.empty();
    }

    Optional<String> dimension(int k) {
        return inside(k) && span(k) instanceof Span.Meant(Sense.Dimension(String id))
                ? Optional.of(id)
                : Optional.empty();
    }

    Optional<Sense.Measure> measure(int k) {
        return inside(k) && span(k) instanceof Span.Meant(Sense.Measure m)
                ? Optional.of(m)
                : Optional.empty();
    }

    Optional<Sense.Entity> entity(int k) {
        return inside(k) && span(k) instanceof Span.Meant(Sense.Entity e)
                ? Optional.of(e)
                : Optional.empty();
    }

    boolean isMember(int k) {
        return value(k).isPresent() || (inside(k) && span(k) instanceof Span.Code);
    }

    /// Whether a member of the dimension stands here.
    boolean memberOf(int k, String dimension) {
        return value(k).map(v ->
                        v.members().stream().anyMatch(m -> m.dimension().equals(dimension)))
                        .orElse(false)
                || (inside(k) && span(k) instanceof Span.Code c && c.dimension().equals(dimension));
    }

    /// Whether two spans stand side by side in the question.
    boolean touching(int a, int b) {
        return inside(a) && inside(b) && spans.get(a).to() == spans.get(b).from();
    }

    /// Whether "and", "versus" or a comma stands between two spans.
    boolean joins(int a, int b) {
        for (int k = a + 1; k < b; k++) {
            if (mark(k, Marker.AND, Marker.OR, Marker.VERSUS, Marker.ADD, Marker.TO)) {
                return true;
            }
        }
        return tokens.subList(spans.get(a).to(), spans.get(b).from()).stream()
                .anyMatch(t -> t.kind() == Token.Kind.COMMA);
    }

    /// How many quiet words stand between two spans.
    int gap(int a, int b) {
        return spans.get(b).from() - spans.get(a).to();
    }

    String text(int k) {
        Placed p = spans.get(k);
        return tokens.subList(p.from(), p.to()).stream()
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }

    /// Whether the last word of a span stands for several things.
    boolean plural(int k) {
        return tokens.get(spans.get(k).to() - 1).plural();
    }

    /// The question's words in small letters.
    String words() {
        return " " + tokens.stream().map(Token::text).collect(Collectors.joining(" ")) + " ";
    }

    /// The span before, past members and "all".
    int beforeMembers(int k) {
        int at = k - 1;
        while (isMember(at)
                || mark(at, Marker.ALL)
                || (inside(at) && span(at) instanceof Span.Rows)
                || (mark(at, Marker.AND, Marker.OR) && isMember(at - 1))) {
            at--;
        }
        return at;
    }
}
