package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.claimscope.nlq.form.QuestionForm.SpanNote;
import org.claimscope.nlq.lexicon.StopWords;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;

/// Sets aside what a question says about its asker: purposes ("as part of our review, …", "… before
/// my 2pm call"), manners and the words of asking. What is set aside is noted, and shown with how
/// the question was read.
final class Courtesy {
    /// What people say before they begin.
    private static final Set<String> FILLERS =
            Set.of(
                    "uh",
                    "um",
                    "uhh",
                    "umm",
                    "erm",
                    "hmm",
                    "so",
                    "ok",
                    "okay",
                    "well",
                    "hi",
                    "hey",
                    "hello",
                    "yo",
                    "basically",
                    "like",
                    "yeah",
                    "oh",
                    "ah");

    private static final Set<String> JOINS = Set.of("but", "and", "so");

    /// Words that a question begins with.
    private static final Set<String> ASKING =
            Set.of(
                    "what",
                    "which",
                    "how",
                    "who",
                    "whose",
                    "show",
                    "list",
                    "give",
                    "compare",
                    "rank",
                    "identify",
                    "tell",
                    "find",
                    "get",
                    "pull",
                    "but",
                    "and",
                    "so");

    private final String text;
    private final Purpose purpose;
    private final Remarks remarks;
    private final Statements statements;

    Courtesy(String text, Function<List<Token>, List<Placed>> chart) {
        this.text = text;
        this.purpose = new Purpose(text, chart);
        this.remarks = new Remarks(text, chart);
        this.statements = new Statements(text, chart);
    }

    /// @param asked the words that are left
    /// @param aside what was set aside
    record Heard(List<Token> asked, List<SpanNote> aside) {}

    Heard hear(List<Token> tokens) {
        var requests = new Requests(tokens);
        var asked = new ArrayList<Token>();
        var aside = new ArrayList<SpanNote>();
        int from = 0;
        while (from < tokens.size()) {
            int to = clauseEnd(tokens, from);
            boolean remark = remark(tokens, from, to);
            if (remark) {
                note(tokens, from, to, aside);
            }
            int begin = remark ? to : courteous(tokens, requests, from, to, aside);
            int end = begin;
            while (end < to && !trailing(tokens, begin, end, to, asked)) {
                end++;
            }
            asked.addAll(tokens.subList(begin, end));
            if (end < to) {
                note(tokens, end, to, aside);
            }
            // The comma goes with the clause that it ends.
            boolean comma = to < tokens.size() && separator(tokens.get(to));
            if (comma && begin < end) {
                asked.add(tokens.get(to));
            }
            from = comma ? to + 1 : to;
        }
        while (!asked.isEmpty() && separator(asked.getLast())) {
            asked.removeLast();
        }
        return new Heard(List.copyOf(asked), List.copyOf(aside));
    }

    /// Whether a clause only tells what somebody says or does.
    private boolean remark(List<Token> tokens, int from, int to) {
        List<Token> clause = tokens.subList(from, to);
        var rest = new ArrayList<>(tokens.subList(0, from));
        rest.addAll(tokens.subList(Math.min(tokens.size(), to), tokens.size()));
        rest.removeIf(Courtesy::separator);
        if (remarks.is(clause, rest)
                || statements.own(clause, rest)
                || statements.reason(clause, rest)) {
            return true;
        }
        if (remarks.doubtful(clause, rest)) {
            throw Refusal.unclear(
                    "I did not understand whether “"
                            + text.substring(clause.getFirst().from(), clause.getLast().to())
                            + "” is asked about.");
        }
        return false;
    }

    /// Where what is asked begins: after a purpose and a request.
    private int courteous(
            List<Token> tokens, Requests requests, int from, int to, List<SpanNote> aside) {
        int begin = from;
        int lead = from;
        while (begin == from && lead < to) {
            int purposeEnd = purposeEnd(tokens, requests, lead, to);
            if (purposeEnd > lead) {
                note(tokens, lead, purposeEnd, aside);
                begin = purposeEnd;
            } else if (FILLERS.contains(tokens.get(lead).text())) {
                lead++;
            } else {
                break;
            }
        }
        if (begin == to) {
            return to;
        }
        if (begin > from && JOINS.contains(tokens.get(begin).text())) {
            begin++;
        }
        if (begin == from && to < tokens.size() && purpose.names(tokens.subList(lead, to))) {
            throw Refusal.unclear(
                    "I did not understand whether “"
                            + text.substring(tokens.get(lead).from(), tokens.get(to - 1).to())
                            + "” is asked about.");
        }
        int ask = begin == from ? lead : begin;
        int end = Math.min(to, requests.end(ask));
        // What is understood as it is stays: "show" and "list" tell how the answer shall look.
        boolean strange = tokens.subList(ask, end).stream().anyMatch(t -> !understood(t.text()));
        if (!strange) {
            return begin;
        }
        note(tokens, ask, end, aside);
        return end;
    }

    /// Where a purpose ends: with its clause, or where somebody begins to ask.
    private int purposeEnd(List<Token> tokens, Requests requests, int from, int to) {
        if (purpose.is(tokens.subList(from, to))) {
            return to;
        }
        for (int at = from + 2; at < to; at++) {
            boolean asks = requests.end(at) > at || ASKING.contains(tokens.get(at).text());
            if (asks && purpose.is(tokens.subList(from, at))) {
                return at;
            }
        }
        return from;
    }

    private static boolean understood(String word) {
        return StopWords.has(word)
                || Phrases.find(word).filter(s -> !(s instanceof Span.Other)).isPresent();
    }

    /// @param before the clauses before this one
    private boolean trailing(List<Token> tokens, int begin, int at, int to, List<Token> before) {
        if (at == begin || to - at < 2) {
            return false;
        }
        var rest = new ArrayList<>(before);
        rest.addAll(tokens.subList(begin, at));
        return purpose.is(tokens.subList(at, to))
                || statements.reason(tokens.subList(at, to), rest);
    }

    private void note(List<Token> tokens, int from, int to, List<SpanNote> aside) {
        int start = tokens.get(from).from();
        int end = tokens.get(to - 1).to();
        aside.add(new SpanNote(start, end, "courtesy", text.substring(start, end)));
    }

    /// A clause ends at a comma, a dash or the end of a sentence.
    private int clauseEnd(List<Token> tokens, int from) {
        for (int i = from + 1; i < tokens.size(); i++) {
            String between =
                    text.substring(
                            tokens.get(i - 1).to(),
                            Math.max(tokens.get(i - 1).to(), tokens.get(i).from()));
            if (separator(tokens.get(i)) || between.matches("(?s)[.?!)\"”]+\\s+.*")) {
                return i;
            }
        }
        return tokens.size();
    }

    private static boolean separator(Token t) {
        return t.kind() == Kind.COMMA && !t.is("/") || t.kind() == Kind.DASH;
    }
}
