package org.claimscope.data.source.kafka;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;
import org.jspecify.annotations.Nullable;

/// Where an event stream is, and how to sign in.
///
/// @param servers the first brokers to ask, `host:port`
/// @param properties of Kafka's client that hold no secret, such as `security.protocol`
/// @param propertiesFile more of them, and the secrets, as Kafka's own tools take them; null for
///   none
public record KafkaSettings(
        List<String> servers,
        List<String> topics,
        Map<String, String> properties,
        @Nullable Path propertiesFile) {
    /// What somebody may say about the connection. How records are read, and from where, is ours:
    /// exactly once hangs on it.
    private static final List<String> THEIRS =
            List.of(
                    "security.",
                    "ssl.",
                    "sasl.",
                    "client.",
                    "connections.",
                    "reconnect.",
                    "retry.backoff.",
                    "request.timeout.",
                    "default.api.timeout.",
                    "socket.",
                    "metadata.",
                    "fetch.max.bytes",
                    "max.partition.fetch.bytes");

    /// @throws ClaimscopeException USER when something is missing, not ours to set, or a secret
    public KafkaSettings {
        servers = List.copyOf(servers);
        topics = List.copyOf(topics);
        properties = Map.copyOf(properties);
        if (servers.isEmpty() || topics.isEmpty()) {
            throw wrong("servers and topics must be there");
        }
        for (String name : properties.keySet()) {
            requireTheirs(name);
            ConfigDef.@Nullable ConfigKey key = ConsumerConfig.configDef().configKeys().get(name);
            if (key != null && key.type == ConfigDef.Type.PASSWORD) {
                throw wrong(name + " is a secret; put it into a file and name it properties_file");
            }
        }
    }

    private static void requireTheirs(String name) {
        if (THEIRS.stream().noneMatch(name::startsWith)) {
            throw wrong(name + " cannot be set; only the connection's own settings can");
        }
    }

    /// All of them, the file's first.
    Map<String, Object> all() {
        var all = new TreeMap<String, Object>();
        if (propertiesFile != null) {
            var read = new Properties();
            try (Reader in = Files.newBufferedReader(propertiesFile)) {
                read.load(in);
            } catch (IOException | IllegalArgumentException e) {
                throw new ClaimscopeException(
                        ErrorKind.USER,
                        "kafka: cannot read the properties_file " + propertiesFile + ".",
                        e);
            }
            for (String name : read.stringPropertyNames()) {
                requireTheirs(name);
                all.put(name, read.getProperty(name));
            }
        }
        all.putAll(properties);
        return all;
    }

    static ClaimscopeException wrong(String why) {
        return new ClaimscopeException(ErrorKind.USER, "kafka: " + why + ".");
    }
}
