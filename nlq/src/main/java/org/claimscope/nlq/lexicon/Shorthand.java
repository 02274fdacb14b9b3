package org.claimscope.nlq.lexicon;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.question.Tokens;

/// How people of the field write in a hurry: `chgs x fac`, `pmts w/ dos`, `den rate by prov`.
public final class Shorthand {
    private static final Map<String, String> WORDS = words();

    /// Words without a plural.
    private static final Set<String> ONE = Set.of("please", "how", "where", "who");

    private static final Set<String> ROLLING =
            Set.of("last", "past", "trailing", "rolling", "previous", "prior", "recent");

    private Shorthand() {}

    private static Map<String, String> words() {
        var all = new HashMap<String, String>();
        put(all, "charge", "chg chrg chgs chrgs");
        put(all, "payment", "pmt pymt pmnt pmts pymts pmnts");
        put(all, "adjustment", "adj adjs adjmt adjmts");
        put(all, "balance", "bal bals");
        put(all, "collection", "coll colls");
        put(all, "denial", "den dens dnl dnls");
        put(all, "claim", "clm clms");
        put(all, "patient", "pt pts");
        put(all, "encounter", "enc encs");
        put(all, "facility", "fac facs facil");
        put(all, "hospital", "hosp hosps");
        put(all, "department", "dept depts dpt");
        put(all, "provider", "prov provs prvdr");
        put(all, "specialty", "spec specs");
        put(all, "insurance", "ins insur");
        put(all, "authorization", "auth auths preauth");
        put(all, "eligibility", "elig");
        put(all, "documentation", "docs docu");
        put(all, "diagnosis", "dx diag");
        put(all, "procedure", "proc procs px");
        put(all, "category", "cat categ");
        put(all, "financial", "fin");
        put(all, "contractual", "contr");
        put(all, "percent", "pct perc");
        put(all, "amount", "amt amts");
        put(all, "number", "num nbr");
        put(all, "total", "tot ttl");
        put(all, "volume", "vol");
        put(all, "revenue", "rev");
        put(all, "month", "mo mos mth mths mnth");
        put(all, "quarter", "qtr qtrs qrtr");
        put(all, "year", "yr yrs");
        put(all, "week", "wk wks");
        put(all, "previous", "prev");
        put(all, "current", "curr cur");
        put(all, "yesterday", "yest");
        put(all, "medicare", "mcare mcr");
        put(all, "medicaid", "mcaid mcd");
        put(all, "please", "pls plz");
        put(all, "including", "incl");
        put(all, "list", "lst");
        put(all, "you", "u ya");
        put(all, "your", "ur");
        put(all, "show", "gimme");
        put(all, "what", "wat wut");
        put(all, "how", "hows");
        put(all, "where", "wheres");
        put(all, "who", "whos");
        put(all, "adjudicated", "adjud adjd");
        put(all, "outstanding", "outst");
        put(all, "summary", "summ");
        put(all, "specialty", "splty");
        put(all, "transaction", "txn txns trx");
        put(all, "denied", "deny denies denying");
        put(all, "don't", "dont");
        put(all, "doesn't", "doesnt");
        put(all, "didn't", "didnt");
        put(all, "isn't", "isnt");
        put(all, "wasn't", "wasnt");
        put(all, "aren't", "arent");
        put(all, "weren't", "werent");
        put(all, "hasn't", "hasnt");
        put(all, "haven't", "havent");
        put(all, "last year", "ly");
        put(all, "last month", "lm");
        put(all, "last quarter", "lq");
        put(all, "last week", "lw");
        put(all, "prior year", "py");
        put(all, "last 12 months", "ltm l12m");
        put(all, "line of business", "lob");
        put(all, "financial class", "finclass fc");
        return Map.copyOf(all);
    }

    private static void put(Map<String, String> all, String word, String shorts) {
        for (String s : shorts.split(" ")) {
            all.put(s, word);
        }
    }

    private static final Pattern LAST =
            Pattern.compile("(?<last>l|t|r)?(?<count>\\d{1,3})(?<unit>[a-z]+)");

    /// `120d`, `6mos`, `L3M`: a number grown together with its unit. A bare `12m` may be millions.
    private static Optional<List<Token>> period(Token t, boolean rolling) {
        Matcher m = LAST.matcher(t.text());
        if (t.kind() != Kind.WORD || !m.matches()) {
            return Optional.empty();
        }
        boolean last = m.group("last") != null;
        Optional<String> unit =
                switch (m.group("unit")) {
                    case "d", "day", "days" -> Optional.of("days");
                    case "w", "wk", "wks", "week", "weeks" -> Optional.of("weeks");
                    case "mo", "mos", "mth", "mths", "month", "months" -> Optional.of("months");
                    case "m" -> last || rolling ? Optional.of("months") : Optional.empty();
                    case "y", "yr", "yrs", "year", "years" -> Optional.of("years");
                    default -> Optional.empty();
                };
        if (unit.isEmpty()) {
            return Optional.empty();
        }
        String count = m.group("count");
        var all = new ArrayList<Token>();
        if (last) {
            all.add(as(t, "last"));
        }
        all.add(new Token(Kind.NUMBER, count, count, new BigDecimal(count), t.from(), t.to()));
        all.add(as(t, unit.get()));
        return Optional.of(all);
    }

    /// `denied_amount` is written as two words; what the data write so stays.
    private static List<Token> apart(Token t) {
        return Tokens.of(t.text().replace('_', ' ')).stream()
                .map(p ->
                        new Token(
                                p.kind(),
                                p.text(),
                                p.stem(),
                                p.number(),
                                t.from() + p.from(),
                                t.from() + p.to()))
                .toList();
    }

    /// The question with short forms written out; a word that the data or the catalog know stays.
    ///
    /// @param known words that mean something as they are
    public static List<Token> spelledOut(List<Token> tokens, Set<String> known) {
        var all = new ArrayList<Token>();
        for (int i = 0; i < tokens.size(); i++) {
            Token t = tokens.get(i);
            boolean slash = i + 1 < tokens.size() && tokens.get(i + 1).is("/");
            if (t.is("w") && slash) {
                // w/ and w/o
                boolean without = i + 2 < tokens.size() && tokens.get(i + 2).is("o");
                boolean comp = i + 2 < tokens.size() && tokens.get(i + 2).is("c");
                all.add(as(t, without ? "without" : comp ? "wc" : "with"));
                i += without || comp ? 2 : 1;
            } else if (t.is("lst") && i + 1 < tokens.size() && period(tokens.get(i + 1))) {
                all.add(as(t, "last"));
            } else if (t.is("x") && i > 0 && i + 1 < tokens.size()) {
                all.add(as(t, "by"));
            } else if (t.is("!=")
                    || (t.is("<") && i + 1 < tokens.size() && tokens.get(i + 1).is(">"))) {
                all.add(as(t, "not"));
                i += t.is("<") ? 1 : 0;
            } else if (t.kind() == Kind.WORD && !known.contains(t.text())) {
                all.addAll(written(t, i > 0 && ROLLING.contains(tokens.get(i - 1).text())));
            } else {
                all.add(t);
            }
        }
        return all;
    }

    /// What "lst" means before it is "last", else "list".
    private static boolean period(Token t) {
        return t.isNumber()
                || t.text().matches("(?:day|week|wk|month|mnth|mth|mo|quarter|qtr|year|yr)s?");
    }

    private static List<Token> written(Token t, boolean rolling) {
        if (t.text().indexOf('_') >= 0) {
            return apart(t);
        }
        Optional<List<Token>> period = period(t, rolling);
        if (period.isPresent()) {
            return period.get();
        }
        String words = WORDS.get(t.text());
        if (words == null) {
            return List.of(t);
        }
        return Tokens.of(plural(t.text(), words)).stream()
                .map(p -> new Token(p.kind(), p.text(), p.stem(), p.number(), t.from(), t.to()))
                .toList();
    }

    private static String plural(String written, String word) {
        boolean many = written.length() > 2 && written.endsWith("s") && !ONE.contains(word);
        return !many ? word : word.endsWith("y") ? word.replaceFirst("y$", "ies") : word + "s";
    }

    private static Token as(Token t, String word) {
        return new Token(Kind.WORD, word, Tokens.stem(word), null, t.from(), t.to());
    }
}
