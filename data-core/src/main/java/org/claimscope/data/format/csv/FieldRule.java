package org.claimscope.data.format.csv;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How one field of the model is filled from a sender's columns.
///
/// @param from the sender's names of the column; the first one that the header has is taken
/// @param join columns that make the value together, with `|` between: for keys of several columns.
///   All of them must be in the header
/// @param constant a fixed value instead of a column; `${source}` stands for the feed's source
/// @param prefix put before the value, by source (`hos-a: H1-`) or for all (`*`)
/// @param map the sender's words to ours; a word that is not listed leaves the field absent
/// @param nullTokens texts that mean "nothing" in this column, besides the empty text. By column,
///   because `NULL` is also a surname
/// @param required a record without this value goes to quarantine
/// @param optional the column may be missing from the header
/// @param order of day, month and year in dates: `ymd` (default), `mdy`, `dmy`
record FieldRule(
        List<String> from,
        List<String> join,
        @Nullable String constant,
        Map<String, String> prefix,
        Map<String, String> map,
        List<String> nullTokens,
        boolean required,
        boolean optional,
        Values.DateOrder order) {
    private static final String ALL = "*";

    @JsonCreator
    static FieldRule of(
            @JsonProperty("from")
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    @Nullable List<String> from,
            @JsonProperty("join") @Nullable List<String> join,
            @JsonProperty("const") @Nullable String constant,
            @JsonProperty("prefix") @Nullable Map<String, String> prefix,
            @JsonProperty("map") @Nullable Map<String, String> map,
            @JsonProperty("null")
                    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
                    @Nullable List<String> nullTokens,
            @JsonProperty("required") boolean required,
            @JsonProperty("optional") boolean optional,
            @JsonProperty("dates") @Nullable String dates) {
        boolean joins = join != null && !join.isEmpty();
        boolean reads = from != null && !from.isEmpty();
        if ((reads ? 1 : 0) + (joins ? 1 : 0) + (constant == null ? 0 : 1) != 1) {
            throw new IllegalArgumentException("a field takes either from or join or const");
        }
        return new FieldRule(
                from == null ? List.of() : List.copyOf(from),
                join == null ? List.of() : List.copyOf(join),
                constant,
                prefix == null ? Map.of() : Map.copyOf(prefix),
                map == null ? Map.of() : Map.copyOf(map),
                nullTokens == null ? List.of() : List.copyOf(nullTokens),
                required,
                optional,
                dates == null
                        ? Values.DateOrder.YMD
                        : Values.DateOrder.valueOf(dates.toUpperCase(Locale.ROOT)));
    }

    /// The short form in a profile: only the column's name.
    @JsonCreator
    static FieldRule column(String from) {
        return of(List.of(from), null, null, null, null, null, false, false, null);
    }

    /// The short form for a column with several names.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static FieldRule columns(List<String> from) {
        return of(from, null, null, null, null, null, false, false, null);
    }

    String prefixFor(String source) {
        return prefix.getOrDefault(source, prefix.getOrDefault(ALL, ""));
    }
}
