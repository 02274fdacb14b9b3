package org.claimscope.nlq.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.claimscope.nlq.question.Token;
import org.claimscope.nlq.question.Token.Kind;
import org.claimscope.nlq.question.Tokens;

/// How people of the field write in a hurry: `chgs x fac`, `pmts w/ dos`, `den rate by prov`.
public final class Shorthand {
    private static final Map<String, String> WORDS = words();

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
        return Map.copyOf(all);
    }

    private static void put(Map<String, String> all, String word, String shorts) {
        for (String s : shorts.split(" ")) {
            all.put(s, word);
        }
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
                all.add(as(t, without ? "without" : "with"));
                i += without ? 2 : 1;
            } else if (t.is("x") && i > 0 && i + 1 < tokens.size()) {
                all.add(as(t, "by"));
            } else if (t.kind() == Kind.WORD && !known.contains(t.text())) {
                String word = WORDS.get(t.text());
                all.add(word == null ? t : as(t, plural(t.text(), word)));
            } else {
                all.add(t);
            }
        }
        return all;
    }

    private static String plural(String written, String word) {
        boolean many = written.length() > 2 && written.endsWith("s") && !word.equals("please");
        return !many ? word : word.endsWith("y") ? word.replaceFirst("y$", "ies") : word + "s";
    }

    private static Token as(Token t, String word) {
        return new Token(Kind.WORD, word, Tokens.stem(word), null, t.from(), t.to());
    }
}
