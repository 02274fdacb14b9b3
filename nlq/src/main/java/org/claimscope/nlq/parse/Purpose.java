package org.claimscope.nlq.parse;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.claimscope.nlq.lexicon.Sense;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.question.Token;

/// Tells clauses that are about the asker – what it is for, and manners – from those that are about
/// the numbers. Such a clause opens in a listed way and says nothing that the answer could depend
/// on: no member, measure, date, number, name or exclusion, and no deed to be done.
final class Purpose {
    private static final int LONGEST = 18;

    /// What a number is wanted for, or at: "for our management letter". The end of a clause that
    /// begins with "for" or "before".
    private static final Set<String> OCCASIONS =
            Set.of(
                    ("meeting call close package deck report presentation review audit conference slide packet memo letter paper section"
                                    + " discussion assessment analysis comparison benchmarking study briefing huddle standup binder"
                                    + " pack reference purpose note prep preparation planning survey retreat agenda session workshop"
                                    + " interview negotiation renewal minutes newsletter update engagement exercise initiative workpaper"
                                    + " spreadsheet workbook proposal response inquiry enquiry understanding information sake homework"
                                    + " catchup sync checkin lunch reporting discussions findings talk conversation appendix chapter"
                                    + " handout scorecard dashboard assignment request filing use records round rounds visit evaluation")
                            .split(" "));

    private static final Pattern PERSON = Pattern.compile(Requests.PERSON);

    /// "For our audit committee"; what else stands before "team" may be a name.
    private static final Pattern OFFICE =
            Pattern.compile(
                    "[a-z]+(?: [a-z]+)? (?:(?:my|our|the|his|her|their) )?(?:"
                            + Requests.FUNCTION
                            + " ){0,3}"
                            + Requests.PERSON);

    /// Which occasion it is, said by words that would mean something elsewhere.
    private static final Set<String> WHEN =
            Set.of(
                    "today",
                    "tomorrow",
                    "tonight",
                    "upcoming",
                    "monthly",
                    "weekly",
                    "quarterly",
                    "annual",
                    "yearly",
                    "daily",
                    "yesterday",
                    "month end",
                    "quarter end",
                    "year end");

    /// Manners that fill a clause.
    private static final Pattern MANNERS =
            Pattern.compile(
                    String.join(
                            "|",
                            "(?:(?:many|much|kind) )?(?:thanks|thank you|thx|ta|cheers|regards)(?: (?:so|very) much| a lot| a million| again| in advance| for your (?:time|help|patience|assistance))*",
                            "(?:should|if) (?:it|that|this) (?:be|is|isn't|not be|is not|be not|would not be)?(?: ?not)?(?: be)?(?: at all)?(?: too)?(?: much)?(?: of)? ?(?:a|an)?(?: great)? ?(?:trouble|bother|problem|imposition|inconvenience|possible|ok|okay|alright|convenient)(?: for you| to you)?",
                            "if (?:you )?(?:could|can|may|would|don't mind|do not mind|wouldn't mind|would be so kind|have (?:a|the) (?:moment|minute|time|chance|second)|have time|please)",
                            "should you (?:have|find|get)(?: a| the| some)? (?:moment|minute|time|chance|second)",
                            "if (?:i|we) (?:may|might|could|can)(?: (?:trouble|bother|ask|be so bold)(?: you)?)?",
                            "(?:do you have |got |have you got )?any (?:idea|clue)(?: on| about| of)?",
                            "for the avoidance of doubt|(?:real|super) (?:quick|quickly|fast)(?: please)?|(?:pretty|pretty pretty) please|right quick",
                            "if (?:at all )?(?:possible|convenient)",
                            "(?:when|whenever|once|as soon as) (?:you )?(?:get|have|find|can|possible|convenient|it suits you|it suits)(?: to it| around to it| a| the| some| spare| free)*(?: ?(?:chance|moment|minute|time|second|sec))?(?: please)?",
                            "(?:at|for) your (?:earliest |own )?(?:convenience|leisure)",
                            "(?:there is |there's |with )?no (?:rush|hurry|pressure|worries)(?: at all)?",
                            "good (?:morning|afternoon|evening|day)(?: (?:all|team|everyone|folks|there))?",
                            "(?:hi|hello|hey|dear)(?: (?:all|team|everyone|folks|there|colleagues))?",
                            "(?:it is |it's |it |this is |this |that is )?(?:a bit |rather |very |pretty |super |kind of )?urgent",
                            "(?:so |i am |i'm |very )*sorry if (?:this|that|it) is a (?:basic|silly|dumb|stupid|simple|naive|obvious) (?:question|one|thing)|(?:so |i am |i'm |very )*sorry(?: to (?:bother|trouble|disturb|interrupt|ask)(?: you)?(?: again)?)?",
                            "(?:please )?(?:excuse|pardon|forgive)(?: me| us)",
                            "(?:with|by) (?:your permission|your leave|all due respect|respect|thanks|gratitude)",
                            "as (?:discussed|agreed|mentioned|promised|requested|usual|always|noted|you know|you may know|you are aware|requested by (?:my |our |the )?"
                                    + Requests.PERSON
                                    + ")(?: earlier| before| previously)?",
                            "by (?:eod|cob|close of business|end of (?:the )?day|the end of the day|noon|lunch|tonight|tomorrow)(?: today| tomorrow| please)?",
                            "(?:as soon as possible|asap|pronto|stat|right away|straight away|immediately)(?: please)?",
                            "just (?:curious|wondering|asking|checking|so i know|for fun)",
                            "(?:out of|from) (?:pure |sheer |mere )?curiosity",
                            "(?:strictly |just )?for (?:internal|personal|my own|our own|my|our) (?:use|information|reference)(?: only)?",
                            "(?:for|as|by way of) (?:some )?(?:context|background|reference|what it worth)",
                            "(?:quick|simple|silly|dumb|random|one (?:last|quick|more)|another) (?:question|q|one|thing|ask|request)(?: for you)?"));

    /// Beginnings after which any words may follow that mean nothing for the answer.
    private static final Pattern OPENER =
            Pattern.compile(
                    "(?:(?:with |my |our |please accept (?:my|our) )*apologies(?: (?:for|about))?|(?:please )?(?:excuse|pardon|forgive) (?:me|us|my|our|the)|sorry (?:for|about)|(?:i |we )?hope|as per|per (?:our|my|your)"
                            + "|(?:just )?as (?:a )?part of|(?:in order to|so as to)(?: (?:complete|better|close|start|begin))?|for (?:the )?purposes? of|with (?:a|the) (?:view|aim|goal|intention|intent|purpose) (?:to|of)"
                            + "|(?:by way of|as|for) (?:some )?(?:background|context)|building (?:up)?on|further to|following (?:our|my|the|your|from|up(?: on| from)?)|to follow up(?: on)?"
                            + "|in (?:preparation|readiness|advance|support|connection|conjunction|anticipation|furtherance|response|reply|keeping|accordance|line|relation|respect) (?:of|for|with|to)"
                            + "|in (?:the )?(?:context|course|light|view|spirit|interest|interests) of|pursuant to|with (?:reference|regard|respect|an eye) to(?:ward|wards)?|on behalf of|at the request of|per (?:the )?request of"
                            + "|to (?:help|assist|support|prepare|complete|finish|finalise|finalize|close|wrap|round|inform|brief|update|answer|respond|satisfy|address|fulfil|fulfill|better|facilitate|enable|aid|conclude|back|substantiate|illustrate|settle|make|be sure|start|begin|kick|get ready|put together|fill|supplement|accompany|document|guide|feed|prep|give (?:my|our|the) )"
                            + "|so (?:that )?(?:i|we|my [a-z]+|our [a-z]+|the [a-z]+) (?:can|could|may|might|don't|do not|am|are|will be able)"
                            + "|(?:because|cuz|coz|cause|since|as|given that|seeing as) (?:i|we|i'm|we're|my|our|the|he|she|they)"
                            + "|(?:i'm|i am|we're|we are) (?:now |just |currently |busy )?(?:preparing|working on|putting together|drafting|writing|finishing|finalizing|finalising|meeting|presenting|updating|building|reviewing|closing|about to|getting ready|compiling|completing|wrapping|in the middle of|on a|in a|pulling together|assembling)"
                            + "|(?:i|we|my [a-z]+|our [a-z]+) (?:need|want|have) (?:it|this|that|these|them) (?:for|to|by|before|in)"
                            + "|(?:it's|it is|it|this is|these are|this|needed|wanted|required|asking|requested) for|(?:my|our|the) "
                            + Requests.PERSON
                            + " (?:is|are|was|keeps|has|have|asked|wants|needs|would)"
                            + ")(?= |$)");

    /// Beginnings whose clause must end with an occasion or a person: "for our management letter",
    /// "before my 2pm call"; "for our Oakdale clinic" is no courtesy.
    private static final Pattern TOWARDS =
            Pattern.compile(
                    "(?:for|before|prior to|ahead of|in time for|at|during|after|with|as input (?:for|to)|to use in|to include in|to present (?:to|at)|to show|to share with|to take (?:to|into)|to put in|to go (?:in|into))(?: use in| inclusion in)? (?:(?:my|our|the|this|a|an|today|tomorrow|tonight|next|his|her|their|that|some|internal|external|upcoming|reporting|review|discussion|reference|planning|information|audit|monday|tuesday|wednesday|thursday|friday|month end|quarter end|year end|background|future|leadership|management)(?= |$))");

    /// "Claims for review" may be a kind of claims.
    private static final Pattern BARE =
            Pattern.compile(
                    "[a-z]+ (?:some|internal|external|upcoming|reporting|review|discussion|reference|planning|information|audit|background|future)");

    /// What is asked to be done, not to be known.
    private static final Set<String> DEEDS =
            Set.of(
                    ("forecast predict project projected email mail delete drop remove purge approve reconcile simulate explain write"
                                    + " post submit resubmit appeal adjust cancel void change edit modify set fix correct assign export"
                                    + " print dump ignore disregard override bypass unmask reveal decrypt hack transfer refund pay bill"
                                    + " rebill schedule book order notify alert remind log sign upload import sync model score classify"
                                    + " exclude include except without unless only not never no assuming suppose supposing if were"
                                    + " instead rather date dates average median mean target goal budgeted what-if")
                            .split(" "));

    private static final Set<String> CAPITALS =
            Set.of(
                    "I",
                    "CFO",
                    "CEO",
                    "COO",
                    "CIO",
                    "CMO",
                    "CRO",
                    "VP",
                    "SVP",
                    "EVP",
                    "AVP",
                    "HR",
                    "IT",
                    "RCM",
                    "KPI",
                    "KPIs",
                    "QBR",
                    "PowerPoint",
                    "Excel",
                    "Monday",
                    "Tuesday",
                    "Wednesday",
                    "Thursday",
                    "Friday",
                    "Saturday",
                    "Sunday",
                    "Board",
                    "EOD",
                    "COB",
                    "ASAP",
                    "FYI");

    private final String text;
    private final Function<List<Token>, List<Placed>> chart;

    /// @param text the question as it was written
    /// @param chart reads tokens as if they were the whole question
    Purpose(String text, Function<List<Token>, List<Placed>> chart) {
        this.text = text;
        this.chart = chart;
    }

    /// Whether the words are about the asker.
    boolean is(List<Token> clause) {
        if (clause.size() > LONGEST) {
            return false;
        }
        String said = words(clause);
        if (MANNERS.matcher(said).matches()) {
            return true;
        }
        boolean opens =
                (OPENER.matcher(said).lookingAt() && clause.size() > 2)
                        || (TOWARDS.matcher(said).lookingAt()
                                && !BARE.matcher(said).matches()
                                && (event(clause.getLast())
                                        || said.endsWith(" in mind")
                                        || OFFICE.matcher(said).matches()));
        return opens
                && plain(clause, opener(said))
                && meansNothing(clause.subList(opener(said), clause.size()));
    }

    /// Whether a member is named with the occasion: "in advance of our meeting with Aetna" leaves
    /// open whether Aetna is asked about.
    boolean names(List<Token> clause) {
        String said = words(clause);
        boolean opens = OPENER.matcher(said).lookingAt() || TOWARDS.matcher(said).lookingAt();
        return opens
                && clause.size() <= LONGEST
                && clause.stream().anyMatch(Purpose::event)
                && chart.apply(clause).stream()
                        .anyMatch(p -> p.span() instanceof Span.Meant(Sense.Value _));
    }

    /// Whether a word asks for something to be done.
    static boolean deed(String word) {
        return DEEDS.contains(word);
    }

    private static String words(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }

    /// How many words the opener has.
    private static int opener(String said) {
        var m = OPENER.matcher(said);
        return m.lookingAt() ? m.group().split(" ").length : 1;
    }

    private static boolean event(Token t) {
        return OCCASIONS.contains(t.stem()) || OCCASIONS.contains(t.text());
    }

    private static boolean occasion(Token t) {
        return event(t) || PERSON.matcher(t.text()).matches();
    }

    /// Without numbers, names, quotations and deeds.
    private boolean plain(List<Token> clause, int opener) {
        String written = text.substring(clause.getFirst().from(), clause.getLast().to());
        if (written.matches("(?s).*[\"“”«»‘$%<>=+*{}\\[\\]()].*")) {
            return false;
        }
        for (int i = 0; i < clause.size(); i++) {
            Token t = clause.get(i);
            String word = text.substring(t.from(), t.to()).replaceFirst("['’]s?$", "");
            boolean name =
                    t.from() > 0
                            && i > 0
                            && word.chars().anyMatch(Character::isUpperCase)
                            && !CAPITALS.contains(word);
            boolean strange =
                    t.kind() != Token.Kind.WORD
                            && t.kind() != Token.Kind.COMMA
                            && !(i + 1 < clause.size() && clock(t, clause.get(i + 1)));
            boolean digits = word.chars().anyMatch(Character::isDigit) && !clock(word);
            if (name || (strange && digits) || (digits && t.kind() == Token.Kind.WORD)) {
                return false;
            }
            if (i >= opener && DEEDS.contains(t.text()) && !beforeOccasion(clause, i)) {
                return false;
            }
        }
        return true;
    }

    /// "2pm" is about the asker's day.
    private static boolean clock(String word) {
        return word.toLowerCase(java.util.Locale.ROOT).matches("\\d{1,2}(?:am|pm)");
    }

    private static boolean clock(Token number, Token next) {
        return number.isNumber() && next.text().matches("am|pm|o'clock");
    }

    /// Whether none of the words means anything for the answer.
    private boolean meansNothing(List<Token> clause) {
        if (clause.isEmpty()) {
            return true;
        }
        for (Placed p : chart.apply(clause)) {
            boolean quiet =
                    switch (p.span()) {
                        case Span.Quiet _, Span.Unknown _ -> true;
                        case Span.Mark(Marker marker) ->
                                switch (marker) {
                                    case NOT, LEFT_OUT, VERSUS, INSTEAD, REMOVE, ONLY, OR -> false;
                                    default -> true;
                                };
                        // "Revenue integrity", "the payer meeting": a measure that only tells
                        // which occasion it is.
                        case Span.Meant(Sense.Value _) -> false;
                        case Span.Meant _, Span.Change _, Span.Trend _, Span.Role _ ->
                                beforeOccasion(clause, p.to() - 1) || head(clause, p);
                        case Span.Axis _, Span.Time _, Span.Other _ ->
                                WHEN.contains(words(clause.subList(p.from(), p.to())))
                                        && beforeOccasion(clause, p.to() - 1);
                        default -> false;
                    };
            if (!quiet) {
                return false;
            }
        }
        return true;
    }

    /// "Comparison", "visit": the occasion itself.
    private static boolean head(List<Token> clause, Placed p) {
        return p.to() == clause.size() && p.words() == 1 && occasion(clause.getLast());
    }

    private static boolean beforeOccasion(List<Token> clause, int i) {
        for (int k = i + 1; k < Math.min(clause.size(), i + 4); k++) {
            if (occasion(clause.get(k))) {
                return true;
            }
        }
        return false;
    }
}
