package org.claimscope.app.cli;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/// Writes JSON as the command line promises: plain numbers, absent = null.
final class Json {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

    private Json() {}

    static String document(@Nullable Object value) {
        return write(MAPPER.writerWithDefaultPrettyPrinter(), value);
    }

    /// One object on one line.
    static String line(@Nullable Object value) {
        return write(MAPPER.writer(), value);
    }

    private static String write(ObjectWriter writer, @Nullable Object value) {
        try {
            return writer.writeValueAsString(value);
        } catch (JacksonException e) {
            throw new IllegalStateException("a result cannot be written as JSON", e);
        }
    }
}
