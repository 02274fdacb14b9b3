package org.claimscope.nlq.guard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Lexicon;
import org.claimscope.nlq.lexicon.Member;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.lexicon.ValueIndex;
import org.claimscope.nlq.question.Question;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.question.Tokens;

/// Rewrites a question word by word into one that names nobody: members of dimensions, also by a
/// part of their names, become `<FACILITY_1>`; days, long numbers and every word that is not
/// ordinary become masks too. What is not understood is hidden, not sent.
public final class Masker {
    private static final int MOST_STRANGE = 4;

    /// Words after which a number is a code that everybody uses.
    private static final Set<String> CODE_WORDS =
            Set.of("carc", "cpt", "hcpcs", "icd", "code", "procedure", "diagnosis", "dx", "reason");

    private final Vocabulary vocabulary;
    private final ValueIndex values;
    private final Predicate<String> identifier;

    /// @param identifier whether a phrase is a name or number of a record here
    public Masker(Lexicon lexicon, ValueIndex values, Predicate<String> identifier) {
        this.vocabulary = new Vocabulary(lexicon);
        this.values = values;
        this.identifier = identifier;
    }

    public Masked mask(Question question) {
        var masking = new Masking(question.text(), question.asOf());
        String text = masking.text();
        return masking.ordinary <= masking.hidden.strange()
                        || masking.hidden.strange() > MOST_STRANGE
                ? new Masked.Refused(Trouble.NOTHING_TO_ASK)
                : new Masked.Ready(text, masking.hidden);
    }

    /// Whether a word, in small letters, is sent as it is.
    public boolean ordinary(String word) {
        return vocabulary.has(word);
    }

    /// The mask of a member, for the form of the question before.
    public String mask(Member member, Hidden hidden) {
        return hidden.mask(
                member.dimension().toUpperCase(Locale.ROOT), new Hidden.Members(List.of(member)));
    }

    /// A number of the form of the question before: long ones are hidden.
    public String mask(BigDecimal number, Hidden hidden) {
        String plain = number.toPlainString();
        return plain.replaceAll("\\D", "").length() <= 4
                ? plain
                : hidden.mask("NUMBER", new Hidden.Figure(number));
    }

    /// One question being rewritten.
    private final class Masking {
        private final String raw;
        private final List<Token> tokens;
        private final Dates dates;
        private final Hidden hidden = new Hidden();
        private final StringBuilder out = new StringBuilder();
        private final boolean title;
        private int ordinary;
        private boolean strangeBefore;

        Masking(String raw, LocalDate asOf) {
            this.raw = raw;
            this.tokens = Tokens.of(raw);
            this.dates = new Dates(tokens, asOf);
            long words = tokens.stream().filter(t -> t.kind() == Kind.WORD).count();
            long capitals = tokens.stream().filter(this::capital).count();
            this.title = words > 3 && capitals > words * 2 / 3;
        }

        private boolean capital(Token t) {
            return t.kind() == Kind.WORD && Character.isUpperCase(raw.charAt(t.from()));
        }

        String text() {
            for (int i = 0; i < tokens.size(); ) {
                i += step(i);
            }
            return out.toString().strip();
        }

        /// @return how many tokens were rewritten
        private int step(int i) {
            boolean after = strangeBefore;
            strangeBefore = false;
            int address = address(i);
            if (address > 0) {
                strange(i, address);
                return address;
            }
            for (int n = Math.min(ValueIndex.LONGEST, tokens.size() - i); n > 0; n--) {
                if (known(i, n)) {
                    strange(i, n);
                    return n;
                }
                Optional<List<Member>> members = members(i, n);
                if (members.isPresent()) {
                    add(
                            hidden.mask(
                                    members.get().getFirst().dimension().toUpperCase(Locale.ROOT),
                                    new Hidden.Members(members.get())));
                    ordinary++;
                    return n;
                }
            }
            Optional<Dates.Found> day = dates.at(i);
            if (day.isPresent()) {
                Dates.Found found = day.get();
                if (found.date().isPresent()) {
                    add(hidden.mask("DATE", new Hidden.Day(found.date().get())));
                } else {
                    strange(i, found.words());
                }
                return found.words();
            }
            return one(i, after);
        }

        /// How many tokens of an e-mail address begin here: all between blanks, if there is an `@`.
        private int address(int i) {
            int end = tokens.get(i).from();
            while (end < raw.length() && !Character.isWhitespace(raw.charAt(end))) {
                end++;
            }
            int n = 0;
            if (raw.substring(tokens.get(i).from(), end).indexOf('@') >= 0) {
                while (i + n < tokens.size() && tokens.get(i + n).from() < end) {
                    n++;
                }
            }
            return n;
        }

        /// Names and numbers of records: whole phrases, and single words that are not ordinary.
        private boolean known(int i, int n) {
            String phrase = phrase(i, n);
            if (!identifier.test(phrase)) {
                return false;
            }
            return n > 1 || !vocabulary.has(tokens.get(i).text());
        }

        private String phrase(int i, int n) {
            return raw.substring(tokens.get(i).from(), tokens.get(i + n - 1).to());
        }

        private String key(int i, int n) {
            return tokens.subList(i, i + n).stream()
                    .map(Token::stem)
                    .collect(Collectors.joining(" "));
        }

        private Optional<List<Member>> members(int i, int n) {
            String key = key(i, n);
            boolean onlyNumbers =
                    tokens.subList(i, i + n).stream()
                            .noneMatch(t -> t.text().chars().anyMatch(Character::isLetter));
            if (onlyNumbers || vocabulary.phrase(key)) {
                return Optional.empty();
            }
            return values.find(key)
                    .filter(v -> v.whole() || n > 1 || !vocabulary.has(tokens.get(i).text()))
                    .map(Sense.Value::members);
        }

        private int one(int i, boolean after) {
            Token t = tokens.get(i);
            switch (t.kind()) {
                case WORD -> word(i, after);
                case NUMBER, PERCENT, MONEY -> {
                    return number(i);
                }
                case CARC -> {
                    add("CARC " + t.text());
                    ordinary++;
                }
                case DATE -> add(t.text());
                case SIGN -> add(t.text());
                case DASH -> add("-");
                case COMMA -> add(",");
                case OTHER -> {}
            }
            return 1;
        }

        private void word(int i, boolean after) {
            Token t = tokens.get(i);
            boolean named = capital(t) && i > 0 && !title && vocabulary.alsoName(t.text());
            boolean name =
                    named && !vocabulary.month(t.text()) || capital(t) && after && !titled(t);
            if (vocabulary.has(t.text()) && !name) {
                add(t.text());
                ordinary++;
            } else if (code(i)) {
                add(t.text().toUpperCase(Locale.ROOT));
                ordinary++;
            } else {
                strange(i, 1);
            }
        }

        /// A word in capitals is an abbreviation: "AR" behind a name is no name.
        private boolean titled(Token t) {
            String word = raw.substring(t.from(), t.to());
            return title || word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
        }

        private boolean code(int i) {
            return i > 0
                    && CODE_WORDS.contains(tokens.get(i - 1).stem())
                    && tokens.get(i)
                            .text()
                            .matches(
                                    "[a-z]\\d[a-z0-9](\\.\\w{1,4})?|[a-z]\\d{4}|\\d{4}[a-z]|[a-z]\\d{1,2}");
        }

        private void strange(int i, int n) {
            add(hidden.mask("WORD", new Hidden.Strange(phrase(i, n))));
            strangeBefore = true;
        }

        /// Numbers side by side are parts of one: a telephone's, an account's.
        private int number(int i) {
            int n = 1;
            while (i + n < tokens.size() && (part(i + n) || dash(i + n) && part(i + n + 1))) {
                n += part(i + n) ? 1 : 2;
            }
            Token t = tokens.get(i);
            if (n > 1 && !years(i, n)) {
                strange(i, n);
                return n;
            }
            String digits = raw.substring(t.from(), t.to()).replaceAll("\\D", "");
            boolean coded =
                    i > 0 && CODE_WORDS.contains(tokens.get(i - 1).stem()) && digits.length() == 5;
            boolean plain =
                    digits.length() <= 4
                            && (digits.length() < 4
                                    || t.kind() != Kind.NUMBER
                                    || !digits.matches("(18|19|20)\\d\\d")
                                    || dates.near(Integer.parseInt(digits)));
            if (plain || coded) {
                add(raw.substring(t.from(), t.to()).replaceAll("[^0-9.,$%kKmM]", ""));
                ordinary++;
            } else if (t.number() != null) {
                add(hidden.mask("NUMBER", new Hidden.Figure(t.number())));
            }
            return 1;
        }

        private boolean part(int i) {
            return i < tokens.size() && tokens.get(i).kind() == Kind.NUMBER;
        }

        private boolean dash(int i) {
            return tokens.get(i).kind() == Kind.DASH;
        }

        /// "2024 - 2025".
        private boolean years(int i, int n) {
            return tokens.subList(i, i + n).stream()
                    .allMatch(t ->
                            t.kind() == Kind.DASH
                                    || t.text().matches("20\\d\\d") && dates.near(t.asInt()));
        }

        private void add(String word) {
            if (!word.isEmpty()) {
                out.append(out.isEmpty() || word.equals(",") ? "" : " ").append(word);
            }
        }
    }
}
