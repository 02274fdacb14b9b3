package org.claimscope.data.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Format;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.progress.Cancellation;

/// One delivery, read, with all that came of it.
///
/// @param ended what [Format#read] returned
public record Readings(
        KeptRecords records, List<Rejection> rejections, List<Finding> findings, boolean ended) {
    public static Readings of(Format format, byte[] delivery) {
        var records = new KeptRecords();
        var rejections = new ArrayList<Rejection>();
        var findings = new ArrayList<Finding>();
        try {
            boolean ended =
                    format.read(
                            new ByteArrayInputStream(delivery),
                            new Format.Reading(
                                    "hos",
                                    records,
                                    rejections::add,
                                    findings::add,
                                    Cancellation.NONE));
            return new Readings(records, rejections, findings, ended);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Readings of(Format format, String delivery) {
        return of(format, delivery.getBytes(StandardCharsets.UTF_8));
    }

    public List<String> codes() {
        return findings.stream().map(Finding::code).toList();
    }
}
