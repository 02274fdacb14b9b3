package org.claimscope.data.format;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;
import org.claimscope.data.model.Records;
import org.claimscope.data.model.Rejection;
import org.claimscope.data.progress.Cancellation;

/// What bytes mean: reads a delivery into the model's records. One folder and one of these for each
/// format whose files tell by themselves what they are; the list is [Formats].
///
/// Lenient by contract: a defect is a [Finding], a record that cannot be taken a [Rejection] with
/// its bytes, and neither stops the rest. Memory does not grow with the delivery. Nothing is thrown
/// but what the stream throws.
///
/// ```java
/// for (Format format : Formats.ALL)
///     if (format.fits(head)) format.read(in, new Format.Reading(source, records, rejections, findings, cancellation));
/// ```
public interface Format {
    /// How many bytes of a delivery [#fits] wants to see, when there are as many.
    int HEAD = 4096;

    /// The word in feeds.yaml and in `inspect`, such as `x12`.
    String id();

    /// Whether a delivery that starts so is of this format, however dirty.
    boolean fits(byte[] head);

    /// What is in a delivery.
    Inspection inspect(InputStream in) throws IOException;

    /// Reads to the end, or until cancelled.
    ///
    /// @return true if the end was reached
    boolean read(InputStream in, Reading reading) throws IOException;

    /// What the places of its records count: `segment`, `message`, `resource`.
    String unit();

    /// Whether a record's bytes can be read again by themselves, without what stood around them.
    boolean standsAlone();

    /// The bytes of the record at a place that [#read] told with its rows, for lineage.
    ///
    /// @return empty when there is no such place
    byte[] original(InputStream in, long place) throws IOException;

    /// The record at a place with what stands around it and belongs to it.
    default Excerpt excerpt(InputStream in, long place) throws IOException {
        return Excerpt.of(original(in, place));
    }

    /// Where what is read goes.
    ///
    /// @param source the sender, half of every key; rows get it by themselves
    record Reading(
            String source,
            Records records,
            Consumer<Rejection> rejections,
            Consumer<Finding> findings,
            Cancellation cancellation) {}
}
