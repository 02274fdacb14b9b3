package org.claimscope.data.sync;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.source.kafka.KafkaSettings;
import org.jspecify.annotations.Nullable;

/// The `kafka:` block of a feed.
///
/// @param servers `host:port`, several with commas between
/// @param properties of Kafka's client, without secrets
record KafkaItem(
        @Nullable String servers,
        @Nullable List<String> topics,
        @Nullable Map<String, String> properties,
        @JsonProperty("properties_file") @Nullable String propertiesFile) {
    KafkaSettings settings(Vars vars) {
        var filled = new TreeMap<String, String>();
        if (properties != null) {
            properties.forEach((name, value) -> filled.put(name, vars.fill(value)));
        }
        return new KafkaSettings(
                servers == null
                        ? List.of()
                        : Arrays.stream(vars.fill(servers).split(",", -1))
                                .map(String::strip)
                                .filter(s -> !s.isEmpty())
                                .toList(),
                topics == null ? List.of() : topics.stream().map(vars::fill).toList(),
                filled,
                propertiesFile == null ? null : vars.path(propertiesFile));
    }
}
