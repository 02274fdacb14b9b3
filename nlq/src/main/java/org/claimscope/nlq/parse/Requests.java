package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.nlq.question.Token;

/// The words by which somebody asks to be given something: "would you be so kind as to set out",
/// "might we obtain", "my boss wants". They end where what is asked for begins; verbs that ask for
/// a deed ("forecast", "email", "delete") are none of them and stay in the question.
final class Requests {
    /// Who asks.
    static final String PERSON =
            "(?:boss|cfo|ceo|coo|cmo|cio|vp|svp|director|manager|board|leadership|management|team|chief|president|controller|auditors?|clients?|committee|partners?|colleagues?|supervisor|administrator|executives?|execs?|trustees|counsel|consultants?|investors|analyst|bosses)";

    /// What a person or a group is there for; any other word before "team" may be a name.
    static final String FUNCTION =
            "(?:finance|audit|compliance|executive|exec|senior|management|leadership|billing|coding|collections|operations|ops|steering|advisory|external|internal|new|whole|entire|strategy|quality|board|contracting|hospital|interim|regional|vice|chief|financial|operating|medical|revenue|cycle|integrity|practice|office|department|deputy|division|own)";

    private static final String WHO =
            "(?:i|we|(?:(?:my|our|the) )?(?:" + FUNCTION + " ){0,3}" + PERSON + ")";

    private static final String HOW =
            "(?:(?:very|much|really|just|also|greatly|most|so|truly|only|kindly|please|all|now|currently) )*";

    /// Forms that are a request by themselves.
    private static final Pattern ASKING =
            Pattern.compile(
                    "(?:(?:i|we) write to|(?:could|can|would|will) (?:you|someone|somebody|anyone)"
                            + "|(?:i'd|we'd|(?:i |we |and )(?:would|should)) "
                            + HOW
                            + "(?:like|love|appreciate|welcome|value|need|want|ask|be (?:(?:most|very|so|extremely|truly|really|deeply|much|also|more than|ever so|especially|particularly) )?(?:grateful|obliged|thankful|happy|glad|interested|pleased|delighted|curious|indebted))"
                            + "|"
                            + WHO
                            + " (?:(?:has|have|had|is|are|was|were|keeps|keep|just|now|also) )*"
                            + HOW
                            + "(?:want|wants|wanted|need|needs|needed|require|requires|required|request|requests|requested|requesting|asks|asked|asking|been asked|would like|would love|wish|wishes|would appreciate|wondering|looking|hoping|inquiring|enquiring)"
                            + "|(?:i'm|we're|i am|we are) "
                            + HOW
                            + "(?:looking|trying|interested|curious|keen|hoping|writing|asking|wanting|requesting|wondering|after)"
                            + "|(?:i've|we've) (?:just )?been asked"
                            + "|(?:most |very |much |so )?(?:grateful|obliged|interested|curious|keen|looking|trying|hoping|wondering|asking) (?:for|to|if|whether|in|about)"
                            + "|please|kindly)(?= |$)");

    /// Forms that are one only with a verb of giving behind them: "may we obtain".
    private static final Pattern ALLOWING =
            Pattern.compile(
                    "(?:(?:could|can|may|might|shall) (?:we|i)|(?:may|might) you"
                            + "|it (?:would|will) "
                            + HOW
                            + "(?:help|assist|aid|be (?:(?:most|very|so|extremely|truly|really|quite|also|super|especially|particularly|of great|of) )?(?:help|use|helpful|useful|great|good|nice|lovely|appreciated|interesting|handy|valuable))"
                            + "|(?:is there )?any chance|is there (?:a|any) way|is it(?: at all)? possible|would it be(?: at all)? possible"
                            + "|(?:(?:does|do|has|did) )?(?:anyone|anybody|somebody|someone)"
                            + "|(?:could|can|may|might) (?:i|we) trouble you for|(?:do|would) you mind|do you happen|do (?:you|we|i)"
                            + "|let|help|i|we|you)(?= |$)");

    /// Verbs of giving that are plain commands.
    private static final Set<String> COMMANDS =
            Set.of(
                    "furnish",
                    "supply",
                    "obtain",
                    "advise",
                    "share",
                    "provide",
                    "grab",
                    "fetch",
                    "state",
                    "outline",
                    "extract",
                    "retrieve",
                    "compile",
                    "indicate");

    private static final Set<String> GIVING =
            Set.of(
                    "give",
                    "get",
                    "show",
                    "provide",
                    "furnish",
                    "supply",
                    "share",
                    "send",
                    "pull",
                    "run",
                    "fetch",
                    "obtain",
                    "see",
                    "have",
                    "know",
                    "tell",
                    "grab",
                    "check",
                    "find",
                    "determine",
                    "establish",
                    "confirm",
                    "state",
                    "advise",
                    "indicate",
                    "outline",
                    "extract",
                    "retrieve",
                    "return",
                    "produce",
                    "compile",
                    "present",
                    "review",
                    "receive",
                    "learn",
                    "understand",
                    "hear",
                    "access",
                    "request",
                    "ascertain",
                    "inquire",
                    "enquire",
                    "giving",
                    "sharing",
                    "sending",
                    "showing",
                    "providing",
                    "pulling",
                    "telling",
                    "getting",
                    "running",
                    "finding",
                    "seeing",
                    "knowing",
                    "having",
                    "obtaining",
                    "forward",
                    "forwarding",
                    "remind",
                    "enlighten");

    private static final Set<String> HANDING =
            Set.of("forward", "send", "share", "return", "supply", "present");

    /// Verbs that give only with "out", "up" or "together" behind them.
    private static final Set<String> PARTED =
            Set.of("set", "lay", "put", "work", "figure", "dig", "bring", "look", "throw", "read");

    private static final Set<String> JOINING =
            Set.of(
                    "me",
                    "us",
                    "for",
                    "to",
                    "if",
                    "whether",
                    "you",
                    "we",
                    "i",
                    "could",
                    "can",
                    "would",
                    "might",
                    "may",
                    "be",
                    "able",
                    "kind",
                    "kindly",
                    "please",
                    "so",
                    "as",
                    "good",
                    "enough",
                    "possibly",
                    "perhaps",
                    "maybe",
                    "just",
                    "very",
                    "much",
                    "greatly",
                    "really",
                    "quickly",
                    "also",
                    "like",
                    "ask",
                    "asking",
                    "looking",
                    "my",
                    "team",
                    "with",
                    "help",
                    "helps",
                    "in",
                    "at",
                    "into",
                    "about",
                    "it",
                    "a",
                    "look",
                    "possible",
                    "that",
                    "appreciate",
                    "grateful",
                    "back",
                    "over",
                    "happen",
                    "willing",
                    "arrange",
                    "let",
                    "allow",
                    "enable",
                    "assist",
                    "wish",
                    "want",
                    "need",
                    "lot",
                    "bit",
                    "together",
                    "of",
                    "again",
                    "once",
                    "more");

    /// "A sense of", "an overview of": no more than the thing itself.
    private static final Pattern GLIMPSE =
            Pattern.compile(
                    "(?:an?|some|the) (?:[a-z]+ )?(?:sense|idea|feel|picture|overview|handle|glimpse|impression|indication) (?:of|on|for|about)(?= |$)");

    private final List<Token> tokens;

    Requests(List<Token> tokens) {
        this.tokens = tokens;
    }

    private String text(int i) {
        return i < tokens.size() ? tokens.get(i).text() : "";
    }

    private String said(int from) {
        return tokens.subList(from, Math.min(tokens.size(), from + 12)).stream()
                .map(Token::text)
                .collect(Collectors.joining(" "));
    }

    /// The index after the request that begins at a token; the same index where none does.
    int end(int from) {
        String said = said(from);
        Optional<Integer> asking = words(ASKING.matcher(said));
        if (asking.isPresent()) {
            return run(from + asking.get()).end();
        }
        Optional<Integer> allowing = words(ALLOWING.matcher(said));
        if (allowing.isPresent()) {
            Run run = run(from + allowing.get());
            return run.gives() ? run.end() : from;
        }
        boolean command =
                COMMANDS.contains(text(from)) || (PARTED.contains(text(from)) && parted(from));
        return command && !text(from + 1).equals("of") ? run(from).end() : from;
    }

    private static Optional<Integer> words(Matcher m) {
        return m.lookingAt() ? Optional.of(m.group().split(" ").length) : Optional.empty();
    }

    /// @param gives whether a verb of giving is among the words
    private record Run(int end, boolean gives) {}

    private Run run(int from) {
        boolean gives = false;
        int at = from;
        int end = from;
        while (at < tokens.size()) {
            // "Share of charges" is a share; "to date", "in total" belong to the question.
            boolean share = text(at).equals("share") && text(at + 1).equals("of");
            boolean give = GIVING.contains(text(at)) && !share && !handsOn(tokens, at);
            if (PARTED.contains(text(at)) && parted(at)) {
                at += 2;
                gives = true;
                end = at;
            } else if (give) {
                at++;
                gives = true;
                end = at;
            } else if (JOINING.contains(text(at))) {
                at++;
                // What joins counts only before a verb of giving, or when it hands over to "me".
                if (text(at - 1).matches("me|us|you|please|kindly|ask|grateful|appreciate")) {
                    end = at;
                }
            } else {
                break;
            }
        }
        if (gives) {
            Optional<Integer> glimpse = words(GLIMPSE.matcher(said(end)));
            end += glimpse.orElse(0);
        }
        boolean verb = text(end).equals("to") && !text(end + 1).equals("date");
        return new Run(verb ? end + 1 : end, gives);
    }

    /// "Forward the claims to Aetna" asks for a deed: what is handed to others is not asked for.
    static boolean handsOn(List<Token> tokens, int verb) {
        if (!HANDING.contains(tokens.get(verb).text())) {
            return false;
        }
        for (int k = verb + 1; k + 1 < tokens.size(); k++) {
            boolean self =
                    List.of("me", "us", "my", "our", "date", "the")
                                    .contains(tokens.get(k + 1).text())
                            || tokens.get(k + 1).number() != null;
            if (tokens.get(k).is("to") && !self) {
                return true;
            }
        }
        return false;
    }

    private boolean parted(int at) {
        return Set.of("out", "up", "together", "into", "forth").contains(text(at + 1));
    }
}
