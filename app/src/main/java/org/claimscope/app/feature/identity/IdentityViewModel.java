package org.claimscope.app.feature.identity;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.claimscope.app.feature.identity.IdentityPage.Compared;
import org.claimscope.app.feature.identity.IdentityPage.Line;
import org.claimscope.app.feature.identity.IdentityPage.Merge;
import org.claimscope.app.feature.identity.IdentityPage.Pair;
import org.claimscope.app.feature.identity.IdentityPage.Side;
import org.claimscope.app.feature.identity.IdentityPage.Verdict;
import org.claimscope.charts.format.Figures;
import org.claimscope.data.DataCore;
import org.claimscope.data.cache.Delivery;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.claimscope.data.identity.Candidate;
import org.claimscope.data.identity.Candidate.Agreement;
import org.claimscope.data.identity.Candidate.Mark;
import org.claimscope.data.query.Person;
import org.claimscope.data.sync.OwnProfiles;

/// Fills the identity page, and decides about pairs.
public final class IdentityViewModel {
    private static final int VERY_LIKELY = 30;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("MMM d, yyyy HH:mm", Locale.US);

    private final DataCore core;

    public IdentityViewModel(DataCore core) {
        this.core = core;
    }

    public IdentityPage page() {
        List<Candidate> queue = core.identities().queue();
        List<Delivery> merges = core.identities().merges();
        return new IdentityPage(
                (queue.isEmpty()
                                ? "no pair to decide about"
                                : Figures.count(queue.size())
                                        + (queue.size() == 1
                                                ? " pair may be one patient"
                                                : " pairs may be one patient"))
                        + " · "
                        + Figures.count(merges.size())
                        + " merged here",
                queue.stream().map(IdentityViewModel::pair).toList(),
                queue.stream().findFirst().map(c -> compare(c, Optional.empty())),
                merges.stream().map(IdentityViewModel::merge).toList());
    }

    private static Pair pair(Candidate c) {
        return new Pair(
                c,
                c.certain() ? "certain" : c.bits() >= VERY_LIKELY ? "very likely" : "likely",
                marks(c, Agreement.SAME),
                marks(c, Agreement.DIFFERENT),
                c.visitsOne() + " + " + c.visitsOther());
    }

    private static String marks(Candidate c, Agreement agreement) {
        return Arrays.stream(Mark.values())
                .filter(mark -> c.is(mark, agreement))
                .map(IdentityViewModel::brief)
                .collect(Collectors.joining(", "));
    }

    private static String brief(Mark mark) {
        return switch (mark) {
            case SSN -> "SSN";
            case BIRTH_DATE -> "birthday";
            case LAST_NAME -> "last name";
            case FIRST_NAME -> "first name";
            case SEX -> "sex";
            case PHONE -> "phone";
            case ADDRESS -> "address";
            case POSTAL_CODE -> "place";
        };
    }

    private static Merge merge(Delivery d) {
        return new Merge(
                d.id(),
                d.fileName().replace(".hl7", ""),
                d.source(),
                MOMENT.format(d.receivedAt().atZone(ZoneId.systemDefault())));
    }

    /// Both numbers side by side.
    ///
    /// @param reason why they are shown in full; empty to keep them masked
    public Compared compare(Candidate c, Optional<String> reason) {
        Person stays = person(c.keepsKey(), reason);
        Person goes = person(c.goesKey(), reason);
        boolean other = c.visitsOther() > c.visitsOne();
        return new Compared(
                c,
                new Side(
                        c.keepsKey(),
                        stays.number(),
                        visits(other ? c.visitsOther() : c.visitsOne())),
                new Side(
                        c.goesKey(),
                        goes.number(),
                        visits(other ? c.visitsOne() : c.visitsOther())),
                Arrays.stream(Mark.values())
                        .map(mark ->
                                new Line(
                                        mark.label(),
                                        value(mark, stays),
                                        value(mark, goes),
                                        verdict(c.agreement(mark))))
                        .toList());
    }

    private static Verdict verdict(Agreement agreement) {
        return switch (agreement) {
            case SAME -> Verdict.SAME;
            case ALIKE -> Verdict.ALIKE;
            case DIFFERENT -> Verdict.DIFFERENT;
            case UNKNOWN -> Verdict.NOT_TOLD;
        };
    }

    private static String visits(long visits) {
        return Figures.count(visits) + (visits == 1 ? " visit" : " visits");
    }

    private Person person(String key, Optional<String> reason) {
        return reason.map(why -> core.query().reveal(key, why))
                .orElseGet(() -> core.query().person(key))
                .orElseThrow(() ->
                        new ClaimscopeException(
                                ErrorKind.USER,
                                "One of the two is not in the workspace any more."));
    }

    private static String value(Mark mark, Person p) {
        String value =
                switch (mark) {
                    case SSN -> p.ssn();
                    case BIRTH_DATE -> p.birth();
                    case LAST_NAME -> p.name().substring(0, comma(p));
                    case FIRST_NAME ->
                            p.name().substring(Math.min(p.name().length(), comma(p) + 2));
                    case SEX -> p.sex();
                    case PHONE -> p.phone();
                    case ADDRESS -> p.address();
                    case POSTAL_CODE -> (p.city() + " " + p.state() + " " + p.postalCode()).strip();
                };
        return value.isBlank() ? "–" : value;
    }

    private static int comma(Person p) {
        int comma = p.name().indexOf(", ");
        return comma < 0 ? p.name().length() : comma;
    }

    public String merge(Compared pair, boolean exchanged, String reason) {
        String keeps = exchanged ? pair.goes().key() : pair.stays().key();
        long delivery =
                core.identities().merge(pair.candidate(), keeps, reason).deliveryId().orElse(0L);
        return "The two are one patient now (delivery " + delivery + ")";
    }

    public String apart(Candidate pair, String reason) {
        core.identities().apart(pair, reason);
        return "The two are kept apart";
    }

    public String takeBack(Merge merge) {
        core.sync().undo(merge.delivery(), new OwnProfiles(core.workspace().directory()).all());
        return "The merge is taken back";
    }
}
