package org.claimscope.nlq.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.claimscope.data.catalog.Grain;
import org.claimscope.nlq.form.Comparison;
import org.claimscope.nlq.parse.Span.Against;
import org.claimscope.nlq.parse.Span.Change;
import org.claimscope.nlq.parse.Span.Direction;
import org.claimscope.nlq.parse.Span.Identifying;
import org.claimscope.nlq.parse.Span.Mark;
import org.claimscope.nlq.parse.Span.Marker;
import org.claimscope.nlq.parse.Span.Move;
import org.claimscope.nlq.parse.Span.Other;
import org.claimscope.nlq.parse.Span.Role;
import org.claimscope.nlq.parse.Span.Trend;
import org.claimscope.nlq.parse.Span.Wish;

/// The fixed phrases of questions, whatever the catalog holds.
final class Phrases {
    /// Longest phrase in words.
    static final int LONGEST = 6;

    private static final Map<String, Span> ALL = all();

    private Phrases() {}

    /// @param words the texts of tokens joined with blanks
    static Optional<Span> find(String words) {
        return Optional.ofNullable(ALL.get(words));
    }

    /// Words that stand only in phrases without a meaning.
    static java.util.Set<String> quiet() {
        var quiet = new java.util.HashSet<String>();
        var meant = new java.util.HashSet<String>();
        ALL.forEach((phrase, span) ->
                (span instanceof Span.Quiet ? quiet : meant)
                        .addAll(java.util.List.of(phrase.split(" "))));
        quiet.removeAll(meant);
        return quiet;
    }

    /// Every word of every phrase.
    static java.util.Set<String> words() {
        var words = new java.util.HashSet<String>();
        ALL.keySet().forEach(k -> words.addAll(java.util.List.of(k.split(" "))));
        return words;
    }

    private static Map<String, Span> all() {
        var all = new HashMap<String, Span>();
        marks(all);
        dates(all);
        put(
                all,
                new Trend(),
                "trend|trends|trending|trended|over time|history|trend line|trendline|historically|time series");
        changes(all);
        comparisons(all);
        wishes(all);
        put(
                all,
                new Span.Quiet(),
                "would it be possible to|would it be possible|held for|held by|lost to|in advance|kindly present|please present|be so good|distribution of|distribution|how often|how fast|how quickly|fall into|falls into|fell into|one number|may i|may we|might i|might we|if i may|if i may ask|may i ask|may i have|ask for|would it be possible to|so far as|the single|costs us|cost us|costing us|quick one|quick question|one more|all in all|from everyone|of ours|where did|where does|where do|stand|stands|stood|standing|how large|how big|how high|how low|how small|how good|how bad|of all times|of all time|all times|all time|the ones|those ones|ones|have we taken|did we take|have taken|we took|ok so|okay so|so like|or so|i need you know|with regard to|with respect to|with regards to|in regard to|in respect of|with reference to|as regards|concerning|i guess|i think|i suppose|i believe|i mean|you know|idk|either|at present|presently|as it presently stands|as things stand|that belong to|belonging to|belong to|that belongs to|respectfully|respectfully request|side by side|headline number|the headline number|headline|at the top level|on my phone|by phone|over the phone|have to phone|need to phone|to phone|remain in|remain|remains|still remain|nothing fancy|no charts|no charts please|no chart|no graphs|no graph|different|furnish|to date figure|it's me again|me again|tied up in|sitting in|sitting at|parked in|due to|owing to|because of|on account of|quick check on|check on|quick look at|a look at|at the moment|at this moment|for the moment|right this minute");
        put(
                all,
                new Span.Rows(1),
                "just the one|just one|only one|only show one|show one|show only one|the top one|only the top one|just the top one|just the first");
        return Map.copyOf(all);
    }

    private static void marks(Map<String, Span> all) {
        mark(
                all,
                Marker.BY,
                "by|per|for each|for every|each|every|across|split by|broken down by|broken out by|breaks down by|breaks out by|splits by|break down by|breakdown by|grouped by|group by|breakdown of|sliced by|by each|across the|among|in each|at each|in every|at every|from each|within each|segmented by|divided by|each one of the|itemised by|itemized by|presented by|arranged by|separated by|segregated by|organised by|organized by|set out by|laid out by|classified by|displayed by|tabulated by|shown by|summarised by|summarized by|subtotalled by|subtotaled by|detailed by|stated by|reported by");
        mark(all, Marker.AND, "and|+|plus|as well as|along with|together with|&");
        mark(all, Marker.OR, "or|nor");
        mark(
                all,
                Marker.NOT,
                "not|not in|do not have|does not have|did not have|don't have|doesn't have|didn't have|neither|are neither|aren't|weren't|wasn't|haven't|hasn't|don't|doesn't|didn't|everything except|everything except for|everybody but|except|excluding|other than|without|non|exclude|excl|but not|outside of|apart from|aside from|not from|not counting|leaving out|leave out|leave off|don't include|do not include|don't count|do not count|without counting|without including|not interested in|omit|omitting|sans|barring|ignoring|isn't|is not|not including|everything but|all but|except for|everyone except|everybody except|everyone but|everyone except for|all except|leaving aside|setting aside|save for|exclusive of|with the exception of|with a status other than|a status other than");
        mark(
                all,
                Marker.VERSUS,
                "vs|versus|compare to|compare with|compares to|compares with|compare against|compared against|compared to|compared with|against|relative to|than|in comparison to|in comparison with|as opposed to|set against|put against|measured against|stacked up against|up against|as compared to|as compared with|comparing to");
        mark(
                all,
                Marker.COMPARE,
                "compare|comparison|comparison of|comparing|difference between|difference|between|how do|how does|compares|compared");
        mark(
                all,
                Marker.LIST,
                "list|list of|list all|listing|listing of|who are|a list of|identify|worklist of|name the");
        mark(
                all,
                Marker.SHOW,
                "show|show me|give me|find|pull|get|display|see|pull up|find me|show all|get me");
        mark(
                all,
                Marker.COUNT,
                "how many|number of|count of|count|counts|how many total|total number of|the number of|counts of|volume of|quantity of|how many of|numbers of|total count of|tally of|number");
        mark(
                all,
                Marker.WHICH,
                "which|what|who|which ones|which one|which of our|which of the|whose");
        mark(
                all,
                Marker.WITH,
                "with|which are|which is|which were|which was|for which|for whom|having|that have|who have|that had|who had|where|that are|that were|who are|who were|with a|with an|whose|have|has|had|which have|which had|whose total");
        mark(all, Marker.ALL, "all|all the|all of our|all our|all of the");
        mark(
                all,
                Marker.SORT,
                "ranked by|sorted by|sort by|order by|ordered by|rank by|rank|ranked|sort|sorted|in order of|ranking of|ranking|rank order");
        mark(all, Marker.ASCENDING, "ascending|asc");
        mark(all, Marker.DESCENDING, "descending|desc");
        mark(
                all,
                Marker.PREVIOUS,
                "what about|how about|and what about|same for|the same for|same thing for|and for|now for|and how about|same but for|do the same for|same question for|ok and|and in|what if|and what was it|then|and|same|the same|same thing|now|but|how did it");
        mark(
                all,
                Marker.REPLACE,
                "instead|rather|instead of that|make it|make that|change it to|change to|change that to|switch to|swap to|swap it to|swap the measure to|change the measure to|swap it for");
        mark(all, Marker.INSTEAD, "instead of|rather than|in place of|in lieu of");
        mark(
                all,
                Marker.REMOVE,
                "remove|remove the|never mind|never mind the|forget about|forget about the|ignore the|drop the|not by|no longer by|no longer split by|clear|clear the|take off|take out|without the|get rid of|remove filter");
        mark(
                all,
                Marker.ONLY,
                "only|just|just for|only for|limit to|limited to|restrict to|filter to|narrow to|narrow it to|filter by|narrow it down to|just the|only the|only the ones|only those|only ones|just the ones|just those|just ones|only the ones with|only those with|only the ones that are|only those that are|filter on|limit it to|filter for|confine the report to|confine it to|confine this to|confined to|limit the report to|restrict the report to|restrict it to|limit this to");
        mark(
                all,
                Marker.ADD,
                "also by|add|also|and also|and by|too|and also by|as well|further by|then by|also break down by|also split by");
        mark(all, Marker.TO, "to");
    }

    private static void dates(Map<String, Span> all) {
        role(
                all,
                "posting_date",
                "posted|post|posting date|date posted|by posting date|post date|by post date|by date posted|based on posting date|date of posting");
        role(
                all,
                "submission_date",
                "submitted|submit|submits|submission date|date submitted|by submission date|date of submission|sent|filed|based on submission date|sent out|submitted to payers");
        role(
                all,
                "service_date",
                "services rendered|services performed|services provided|services given|services|service date|date of service|dos|dates of service|by service date|by date of service|by dos|seen|seen by|seen in|seen at|rendered|performed|based on service date|based on date of service|based on dos|with dates of service|with dos|with date of service|with service dates|with a service date|with a date of service|serviced|treated|treated by|treat|service dates");
        role(
                all,
                "discharge_date",
                "discharged|discharge|discharges|discharge date|by discharge date|date of discharge|discharged from");
        role(
                all,
                "adjudication_date",
                "adjudicated|adjudication date|by adjudication date|date of adjudication|date adjudicated");
        role(
                all,
                "payment_date",
                "payment date|by payment date|paid date|date paid|date of payment|by paid date|based on payment date");
    }

    private static void changes(Map<String, Span> all) {
        change(
                all,
                Move.ANY,
                "change|changed|changes|change in|difference in|how has it changed|changing|moved|shift|shifted|movement");
        change(
                all,
                Move.UP,
                "growth|grew|grow|growing|growth in|increase|increased|increases|increase in|went up|gone up|go up|rose|risen|rise|rising|increasing|up from|climbed|jumped|jump in|jump|jumps|growth of|surge|surge in|surged|spike|spike in|spiked|crept up");
        change(
                all,
                Move.DOWN,
                "decrease|decreased|decreases|decrease in|went down|gone down|go down|fell|fallen|fall|drop|dropped|drop in|decline|declined|decline in|declining|reduced|reduction|reduction in|down from|shrank|decreasing|dropping|falling|dip|dip in|dipped|plunged|slump");
        change(
                all,
                Move.BETTER,
                "improved|improve|improvement|improvement in|improving|got better|gotten better|get better|getting better|improves");
        change(
                all,
                Move.WORSE,
                "worsened|worsen|worsening|got worse|gotten worse|deteriorated|get worse|getting worse|deterioration|deteriorating|slipped");
    }

    /// "The same month of the prior year", in all its forms.
    private static String samePeriodAYearBefore() {
        var all = new ArrayList<String>();
        for (String same : List.of("same ", "the same ")) {
            for (String unit :
                    List.of(
                            "period", "month", "quarter", "week", "time", "days", "date", "stretch",
                            "day")) {
                for (String of : List.of("", "of ", "in ", "of the ", "in the ", "the ")) {
                    for (String before : List.of("last year", "prior year", "previous year")) {
                        all.add(same + unit + " " + of + before);
                    }
                }
                all.add(same + unit + " a year ago");
                all.add(same + unit + " a year earlier");
                all.add(same + unit + " the year before");
            }
        }
        return String.join("|", all);
    }

    private static void comparisons(Map<String, Span> all) {
        var year = Comparison.Type.PRIOR_YEAR;
        var period = Comparison.Type.PRIOR_PERIOD;
        put(all, new Against(year, false, Grain.YEAR), samePeriodAYearBefore());
        put(
                all,
                new Against(year, false, Grain.YEAR),
                "year over year|yoy|y o y|this time last year|the year before|a year ago|a year earlier|one year ago|year ago|the prior year|the previous year|prior year period|year on year|previous year's same period|annually over");
        put(
                all,
                new Against(period, true, Grain.MONTH),
                "month over month|mom|m o m|month on month");
        put(
                all,
                new Against(period, true, Grain.QUARTER),
                "quarter over quarter|qoq|q o q|quarter on quarter");
        put(all, new Against(period, true, Grain.WEEK), "week over week|wow|week on week");
        put(all, new Against(period, true, Grain.DAY), "day over day|day on day");
        put(
                all,
                new Against(period, false, Grain.DAY),
                "prior period|previous period|the prior period|the previous period|last period|period before|the period before|the month before|the quarter before|the week before|the day before|day before|preceding period|period over period|the preceding period|the prior one|the previous one|the one before");
    }

    private static void wishes(Map<String, Span> all) {
        put(
                all,
                new Other(Wish.DEFINE),
                "define|definition|definition of|what does|how do you calculate|how do you compute|calculated|computed|mean|explain|meaning of|formula for|how do we calculate|what's the definition of|what is the definition of|formula|calculation of|how do you define|defined|what is the formula for|what is meant by|how do you measure");
        put(
                all,
                new Other(Wish.HELP),
                "what can i ask|what can you do|help|help me|which measures exist|what can i ask you|which metrics exist|what measures are there|what metrics are there|what do you know|how do i use this|which measures are there|what questions can i ask|list measures|list metrics|what measures do you have|what metrics do you have|which metrics do you have|available metrics|available measures");
        put(
                all,
                new Other(Wish.FORECAST),
                "forecast|predict|predicted|prediction|projection|project|projected|next month|next quarter|next year|next week|tomorrow|will|going to be|expected to|likely to|likely|forecasted|may be denied|might be denied|will be denied|expected|expect|anticipate|upcoming|projections");
        put(
                all,
                new Other(Wish.WHY),
                "why|why is|why are|why was|why were|why did|how come|reason why|what caused|root cause|cause of|what is driving|what's driving|drivers of|driving");
        put(all, new Other(Wish.MEDIAN), "median|percentile|standard deviation|variance");
        put(
                all,
                new Other(Wish.AVERAGE),
                "average|avg|mean value|per day average|on average|averages|typical|typically|maximum of|standard deviation|percentile|variance");
        put(
                all,
                new Other(Wish.SHARE),
                "share of|% of|percent of|percentage of|proportion of|what share|what percent|what percentage|what percent of|what percentage of|ratio of|share|percentage|percent|mix|ratio|fraction of|what fraction of|what proportion of|contribution of|what % of");
        put(
                all,
                new Identifying("social security numbers"),
                "ssn|ssns|social security|social security number|social security numbers|social security no|socials|ss number|ss numbers|ss#");
        put(
                all,
                new Identifying("phone numbers"),
                "phone|phones|phone number|phone numbers|telephone|telephone number|telephone numbers|cell number|cell numbers|cell phone|cell phones|mobile|mobile number|mobile numbers|phone no|contact number|contact numbers|fax number");
        put(
                all,
                new Identifying("addresses"),
                "address|addresses|home address|home addresses|street address|mailing address|mailing addresses|email|emails|email address|email addresses|e mail|e mails|where they live|where do they live|zip code of patient|contact info|contact information|contact details|live|lives");
        put(
                all,
                new Identifying("dates of birth"),
                "dob|dobs|date of birth|dates of birth|birth date|birth dates|birthdate|birthdates|birthday|birthdays|birthday of|born");
        put(
                all,
                new Identifying("medical record numbers"),
                "mrn|mrns|medical record number|medical record numbers|medical records|medical record|member id|member ids|medicare id|medicare ids|medicaid id|medicaid ids|subscriber id|subscriber ids|policy number|policy numbers|insurance id|insurance ids|beneficiary id|mbi|mbis");
        put(
                all,
                new Identifying("patients' names"),
                "patient name|patient names|patients names|names of patients|names of the patients|names of all patients|full name|full names|first name|first names|last name|last names|name of the patient|name of patient|patient's name|names of our patients|surnames|their names|maiden name|maiden names|patients by name|patient identifiers|identifiers|patients full name|patients full names|patient full name|patient full names");
        put(
                all,
                new Identifying("card and licence numbers"),
                "credit card|credit cards|credit card number|credit card numbers|bank account|bank accounts|driver's license|drivers license|driver license|passport|passport number|passwords|password|account number|account numbers");
    }

    private static void mark(Map<String, Span> all, Marker marker, String phrases) {
        put(all, new Mark(marker), phrases);
    }

    private static void role(Map<String, Span> all, String id, String phrases) {
        put(all, new Role(id), phrases);
    }

    private static void change(Map<String, Span> all, Move move, String phrases) {
        put(all, new Change(move), phrases);
    }

    private static void put(Map<String, Span> all, Span span, String phrases) {
        for (String phrase : phrases.split("\\|")) {
            all.putIfAbsent(phrase.toLowerCase(Locale.ROOT), span);
        }
    }

    /// The words that order, with what they mean and whether a number may follow.
    static Optional<Direction> direction(String word) {
        return switch (word) {
            case "top",
                    "highest",
                    "largest",
                    "biggest",
                    "greatest",
                    "most",
                    "maximum",
                    "max",
                    "leading",
                    "heaviest",
                    "longest",
                    "slowest",
                    "higher",
                    "more",
                    "larger",
                    "bigger",
                    "greater",
                    "priciest",
                    "strongest",
                    "costliest",
                    "busiest",
                    "slower" ->
                    Optional.of(Direction.HIGH);
            case "bottom",
                    "lowest",
                    "smallest",
                    "least",
                    "fewest",
                    "minimum",
                    "min",
                    "shortest",
                    "fastest",
                    "quickest",
                    "lower",
                    "fewer",
                    "smaller",
                    "faster",
                    "weakest",
                    "less" ->
                    Optional.of(Direction.LOW);
            case "best", "better" -> Optional.of(Direction.BEST);
            case "worst", "worse", "poorest" -> Optional.of(Direction.WORST);
            default -> Optional.empty();
        };
    }
}
