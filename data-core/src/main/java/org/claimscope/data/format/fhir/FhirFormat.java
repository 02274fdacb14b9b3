package org.claimscope.data.format.fhir;

import com.fasterxml.jackson.core.JacksonException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.format.Inspection;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.Utf8;
import org.claimscope.data.format.fhir.Resources.Resource;
import org.claimscope.data.model.Rejection;
import org.jspecify.annotations.Nullable;

/// FHIR R4 as JSON: NDJSON (bulk export), single resources, Bundles and pages of them.
///
/// The resource is the unit: its place is its line in NDJSON, else its number in the delivery, from
/// 1. One that cannot be read goes to quarantine and the next is read. All rows are patches dated
///    by `meta.lastUpdated`, else by when the resource was made.
public final class FhirFormat implements Format {
    private static final String REFUSED = "a note or observation of a kind that is never taken";

    private static final Finding NO_RESOURCE =
            new Finding("no-resource", "delivery", "there is no FHIR resource in it");

    private static final Finding CUT_OFF =
            new Finding("cut-off", "delivery", "the Bundle has no end: the delivery is cut off");

    private final InstantSource clock;

    public FhirFormat() {
        this(InstantSource.system());
    }

    /// @param clock tells which resources were said in the future
    public FhirFormat(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "fhir";
    }

    @Override
    public boolean fits(byte[] head) {
        String text = new String(Utf8.head(head), StandardCharsets.ISO_8859_1);
        int at = 0;
        while (at < text.length() && (text.charAt(at) <= ' ' || text.charAt(at) > 127)) {
            at++;
        }
        return at < text.length()
                && (text.charAt(at) == '{' || text.charAt(at) == '[')
                && text.contains("\"resourceType\"");
    }

    /// A unit that was read, or why it could not be.
    private record Unit(
            List<Resource> resources, Rejection.@Nullable Reason reason, String explanation) {}

    private static Unit read(Units units) throws IOException {
        return switch (units.problem()) {
            case TOO_LONG -> bad(Rejection.Reason.TOO_LONG, "longer than any resource may be");
            case TOO_DEEP -> bad(Rejection.Reason.MALFORMED, "nested deeper than any resource is");
            case CUT_OFF -> bad(Rejection.Reason.CUT_OFF, "the delivery ends within it");
            case NOT_JSON -> bad(Rejection.Reason.MALFORMED, "this is no JSON");
            case NONE -> {
                try {
                    yield new Unit(
                            Resources.read(units.bytes(), units.from(), units.length()), null, "");
                } catch (JacksonException | CharConversionException broken) {
                    // Its message quotes the resource. Zeros among the bytes make the parser take
                    // them for UTF-16 or UTF-32.
                    yield bad(Rejection.Reason.MALFORMED, "this is no JSON of a resource");
                }
            }
        };
    }

    private static Unit bad(Rejection.Reason reason, String explanation) {
        return new Unit(List.of(), reason, explanation);
    }

    @Override
    public boolean read(InputStream in, Reading reading) throws IOException {
        Units units = Resources.of(in, reading.findings());
        boolean any = false;
        while (units.next()) {
            if (reading.cancellation().requested()) {
                return false;
            }
            any = true;
            take(units, reading);
        }
        if (units.endedInside()) {
            reading.findings().accept(CUT_OFF);
        }
        if (!any) {
            reading.findings().accept(NO_RESOURCE);
        }
        return true;
    }

    /// Reads all resources and keeps nothing: what parsing alone costs.
    ///
    /// @return how many there are
    static long parse(InputStream in) throws IOException {
        Units units = Resources.of(in, finding -> {});
        long resources = 0;
        while (units.next()) {
            resources += read(units).resources().size();
        }
        return resources;
    }

    private void take(Units units, Reading reading) throws IOException {
        Unit unit = read(units);
        if (unit.reason() != null) {
            reading.rejections()
                    .accept(
                            new Rejection(
                                    units.place(),
                                    "",
                                    unit.reason(),
                                    unit.explanation(),
                                    withoutRefused(units)));
            return;
        }
        var intakes = new ArrayList<Intake>(unit.resources().size());
        boolean refused = false;
        for (Resource resource : unit.resources()) {
            if (ResourceRows.isRefused(resource)) {
                refused = true;
                reading.rejections()
                        .accept(
                                new Rejection(
                                        units.place(),
                                        resource.type(),
                                        Rejection.Reason.REFUSED_CONTENT,
                                        REFUSED,
                                        new byte[0]));
            } else {
                intakes.add(ResourceRows.of(resource, units.place()));
            }
        }
        for (Intake intake : intakes) {
            boolean bytesMayStay = !refused;
            intake.gathered()
                    .handTo(
                            reading,
                            units.place(),
                            () -> ResourceRows.event(intake, clock),
                            () -> bytesMayStay ? original(units) : new byte[0]);
        }
    }

    private static byte[] original(Units units) {
        return Arrays.copyOfRange(units.bytes(), units.from(), units.from() + units.length());
    }

    private static byte[] withoutRefused(Units units) {
        byte[] original = original(units);
        String text = new String(original, StandardCharsets.ISO_8859_1);
        return ResourceRows.looksRefused(text) ? new byte[0] : original;
    }

    @Override
    public Inspection inspect(InputStream in) throws IOException {
        var findings = new ArrayList<Finding>();
        var resources = new TreeMap<String, Long>();
        var claims = new ArrayList<Inspection.Claim>();
        var answers = new ArrayList<Inspection.RemittanceClaim>();
        Units units = Resources.of(in, findings::add);
        boolean any = false;
        long unlisted = 0;
        while (units.next()) {
            any = true;
            Unit unit = read(units);
            if (unit.reason() != null && findings.size() < Inspection.MOST) {
                findings.add(
                        new Finding("rejected", "resource " + units.place(), unit.explanation()));
            }
            for (Resource resource : unit.resources()) {
                resources.merge(resource.type(), 1L, Long::sum);
                if (claims.size() + answers.size() >= Inspection.MOST) {
                    unlisted++;
                } else {
                    claim(resource, units.place(), claims, answers);
                }
                if (findings.size() < Inspection.MOST && ResourceRows.isRefused(resource)) {
                    findings.add(new Finding("refused", "resource " + units.place(), REFUSED));
                } else if (findings.size() < Inspection.MOST) {
                    Intake intake = ResourceRows.of(resource, units.place());
                    ResourceRows.event(intake, clock);
                    intake.gathered()
                            .defect()
                            .ifPresent(
                                    d -> intake.finding("rejected", d.column(), d.explanation()));
                    findings.addAll(intake.gathered().findings());
                }
            }
        }
        if (units.endedInside()) {
            findings.add(CUT_OFF);
        }
        if (!any) {
            findings.add(NO_RESOURCE);
        }
        if (unlisted > 0) {
            findings.add(
                    new Finding("not-listed", "delivery", unlisted + " more resources not listed"));
        }
        return new Inspection(
                id(), List.of(), claims, answers, List.of(), List.of(), resources, findings);
    }

    private static void claim(
            Resource resource,
            long place,
            List<Inspection.Claim> claims,
            List<Inspection.RemittanceClaim> answers) {
        Json json = resource.json();
        var in = new Intake(resource, place);
        switch (resource.type()) {
            case "Claim" ->
                    claims.add(
                            new Inspection.Claim(
                                    resource.id(),
                                    dollars(in.cents(json.child("total"), "total")),
                                    json.all("item").size()));
            case "ExplanationOfBenefit", "ClaimResponse" ->
                    answers.add(
                            new Inspection.RemittanceClaim(
                                    resource.id(),
                                    json.text("outcome"),
                                    dollars(
                                            Adjudication.BILLED.among(
                                                    in, json.all("total"), "total")),
                                    dollars(
                                            in.cents(
                                                    json.child("payment").child("amount"),
                                                    "payment")),
                                    dollars(
                                            Adjudication.PATIENT.among(
                                                    in, json.all("total"), "total")),
                                    null));
            default -> {}
        }
    }

    private static @Nullable BigDecimal dollars(long cents) {
        return cents == Numbers.UNREADABLE ? null : BigDecimal.valueOf(cents, 2);
    }

    @Override
    public String unit() {
        return "resource";
    }

    @Override
    public boolean standsAlone() {
        return true;
    }

    @Override
    public byte[] original(InputStream in, long place) throws IOException {
        Units units = Resources.of(in, finding -> {});
        while (units.next()) {
            if (units.place() == place) {
                Unit unit = read(units);
                boolean refused = unit.resources().stream().anyMatch(ResourceRows::isRefused);
                return refused ? new byte[0] : withoutRefused(units);
            }
        }
        return new byte[0];
    }
}
