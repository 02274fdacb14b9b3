package org.claimscope.data.sample;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// An interchange of 835s as a test reads it: by splitting at the separators, without help from the
/// code under test.
final class Told835 {
    final List<Payment> payments = new ArrayList<>();
    final List<List<String>> segments = new ArrayList<>();

    /// One ST with its claims; sums in cents.
    static final class Payment {
        String trace = "";
        String payee = "";
        String day = "";
        long paid;
        long provider;
        int segments;
        int toldSegments;
        final List<Decision> claims = new ArrayList<>();
    }

    /// One CLP with its lines.
    static final class Decision {
        String id = "";
        String status = "";
        String day = "";
        long billed;
        long paid;
        long share;
        long adjusted;
        long sharesAdjusted;
        final List<Line> lines = new ArrayList<>();
        final List<String> reasons = new ArrayList<>();
    }

    static final class Line {
        long billed;
        long paid;
        long adjusted;
        long denied;
    }

    private Told835(String interchange) {
        for (String text : interchange.split("~\n", -1)) {
            if (!text.isEmpty()) {
                segments.add(List.of(text.split("\\*", -1)));
            }
        }
        segments.forEach(this::take);
    }

    static List<Told835> of(Path file) throws IOException {
        return Stream.of(Files.readString(file).split("(?=ISA\\*)")).map(Told835::new).toList();
    }

    /// The remittances of a folder, in the order of names.
    static List<Told835> in(Path directory) throws IOException {
        var all = new ArrayList<Told835>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".835")).sorted().toList()) {
                all.addAll(of(file));
            }
        }
        return all;
    }

    private void take(List<String> s) {
        if (s.getFirst().equals("ST")) {
            payments.add(new Payment());
        }
        if (payments.isEmpty()) {
            return;
        }
        Payment payment = payments.getLast();
        payment.segments += payment.toldSegments == 0 ? 1 : 0;
        switch (s.getFirst()) {
            case "BPR" -> {
                payment.paid = cents(s, 2);
                payment.day = s.get(16);
            }
            case "TRN" -> payment.trace = s.get(2);
            case "N1" -> payment.payee = s.get(1).equals("PE") ? s.get(4) : payment.payee;
            case "CLP" -> {
                var claim = new Decision();
                claim.id = s.get(1);
                claim.status = s.get(2);
                claim.day = payment.day;
                claim.billed = cents(s, 3);
                claim.paid = cents(s, 4);
                claim.share = cents(s, 5);
                payment.claims.add(claim);
            }
            case "SVC" -> {
                var line = new Line();
                line.billed = cents(s, 2);
                line.paid = cents(s, 3);
                payment.claims.getLast().lines.add(line);
            }
            case "CAS" -> adjustment(payment.claims.getLast(), s);
            case "PLB" -> {
                for (int e = 4; e < s.size(); e += 2) {
                    payment.provider += cents(s, e);
                }
            }
            case "SE" -> payment.toldSegments = Integer.parseInt(s.get(1));
            default -> {}
        }
    }

    private static void adjustment(Decision claim, List<String> s) {
        long sum = cents(s, 3);
        Line line = claim.lines.getLast();
        line.adjusted += sum;
        claim.adjusted += sum;
        claim.sharesAdjusted += s.get(1).equals("PR") ? sum : 0;
        boolean denies = s.get(1).equals("CO") && !s.get(2).equals("45") && !s.get(2).equals("18");
        line.denied += denies ? sum : 0;
        claim.reasons.add(s.get(1) + "-" + s.get(2));
    }

    private static long cents(List<String> s, int element) {
        if (s.size() <= element || s.get(element).isEmpty()) {
            return 0;
        }
        return new BigDecimal(s.get(element)).movePointRight(2).longValueExact();
    }
}
