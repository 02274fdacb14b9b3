package org.claimscope.nlq.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.claimscope.nlq.question.Tokens;

/// Finds the listed word that a mistyped one stands for: one slip in a word of four letters, two in
/// a word of eight; the first letter must be right.
public final class Spelling {
    /// Words of every other question: among several that are as near, the one that is meant.
    private static final Set<String> USUAL =
            Set.of(
                    "payer",
                    "claim",
                    "charge",
                    "payment",
                    "denial",
                    "denied",
                    "provider",
                    "facility",
                    "department",
                    "patient",
                    "encounter",
                    "day",
                    "month",
                    "quarter",
                    "year",
                    "week",
                    "last",
                    "balance",
                    "adjustment",
                    "collection",
                    "aging",
                    "rate");

    /// Payers that everybody has; "medical" is next to them.
    private static final Set<String> PROGRAMS = Set.of("medicare", "medicaid");

    /// What makes another word of a root, the longer ones first.
    private static final List<String> ENDINGS =
            List.of(
                    "ingly", "able", "ible", "ment", "ness", "less", "ers", "ors", "ing", "ion",
                    "ity", "ant", "ent", "ful", "ed", "er", "or", "al", "ly");

    private final Set<String> known;
    private final Set<String> quiet;
    private final Map<String, List<String>> byShape = new HashMap<>();

    /// @param known every word that is read
    /// @param quiet of those, the ones that mean nothing: a word two slips away from them may mean
    ///   something else, and would be dropped
    public Spelling(Set<String> known, Set<String> quiet) {
        this.known = known;
        this.quiet = quiet;
        for (String word : known) {
            if (word.length() >= 4 && Character.isLetter(word.charAt(0))) {
                byShape.computeIfAbsent(
                                shape(word.charAt(0), word.length()), k -> new ArrayList<>())
                        .add(word);
            }
        }
    }

    private static String shape(char first, int length) {
        return first + "" + length;
    }

    public boolean knows(String word) {
        return known.contains(word) || known.contains(Tokens.stem(word));
    }

    /// The one word that is near enough; empty when there is none, or when several are equally
    /// near.
    public Optional<String> correct(String word) {
        if (word.length() < 4) {
            return Optional.empty();
        }
        int allowed = word.length() >= 8 ? 2 : 1;
        List<String> near =
                near(word, allowed).stream()
                        .filter(n -> !quiet.contains(n) || slips(word, n) < 2)
                        .filter(n -> !derived(word, n))
                        .toList();
        if (near.isEmpty()) {
            return Optional.empty();
        }
        int best = slips(word, near.getFirst());
        List<String> nearest = near.stream().filter(n -> slips(word, n) == best).toList();
        List<String> usual = nearest.stream().filter(n -> USUAL.contains(Tokens.stem(n))).toList();
        // In a short word a slip leaves too little: the words that everybody uses come first, and
        // in one of four letters no others are tried.
        boolean others = word.length() > 5 || (usual.isEmpty() && word.length() > 4);
        List<String> programs = nearest.stream().filter(PROGRAMS::contains).toList();
        List<String> tried = programs.isEmpty() ? others ? nearest : usual : programs;
        long stems = tried.stream().map(Tokens::stem).distinct().count();
        return stems == 1 ? Optional.of(tried.getFirst()) : Optional.empty();
    }

    /// "Submitter" is no slip of "submitted": another word of the same root.
    private static boolean derived(String word, String listed) {
        String end = ENDINGS.stream().filter(word::endsWith).findFirst().orElse("");
        int root = word.length() - end.length();
        return !end.isEmpty()
                && root >= 4
                && listed.startsWith(word.substring(0, root))
                && ENDINGS.stream().anyMatch(listed.substring(root)::equals);
    }

    /// What a word could have been meant for, nearest first: words that mean something, one of a
    /// root, and none of its own.
    public List<String> suggestions(String word) {
        var roots = new HashSet<String>();
        roots.add(Tokens.stem(word));
        return near(word, 2).stream()
                .filter(n -> !quiet.contains(n) && roots.add(Tokens.stem(n)))
                .toList();
    }

    /// The nearest words, nearest first.
    public List<String> near(String word, int allowed) {
        var near = new ArrayList<String>();
        for (int length = word.length() - allowed - 1;
                length <= word.length() + allowed;
                length++) {
            for (String other : byShape.getOrDefault(shape(word.charAt(0), length), List.of())) {
                if (slips(word, other) <= allowed) {
                    near.add(other);
                }
            }
        }
        near.sort(Comparator.<String>comparingInt(n -> slips(word, n)).thenComparing(n -> n));
        return near;
    }

    /// The plural ending is no slip.
    private static int slips(String word, String listed) {
        return Math.min(distance(word, listed), distance(Tokens.stem(word), listed));
    }

    /// Slips between two words: a letter too many, missing, wrong, or two swapped.
    static int distance(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, i -> i);
        for (int i = 1; i <= a.length(); i++) {
            int[] next = new int[b.length() + 1];
            next[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = row[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                next[j] = Math.min(change, 1 + Math.min(row[j], next[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    next[j] = Math.min(next[j], before[j - 2] + 1);
                }
            }
            before = row;
            row = next;
        }
        return row[b.length()];
    }
}
