package org.claimscope.data.source.kafka;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.claimscope.data.error.ClaimscopeException;
import org.claimscope.data.error.ErrorKind;

/// What Kafka's errors mean for people. Its own words can quote settings, also secret ones.
final class KafkaErrors {
    private static final Pattern SETTING = Pattern.compile("configuration ([a-z0-9._]+)");

    private KafkaErrors() {}

    static ClaimscopeException told(KafkaException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            String name = cause.getClass().getSimpleName();
            switch (cause) {
                case AuthenticationException _ -> {
                    return new ClaimscopeException(
                            ErrorKind.DENIED,
                            "kafka: the brokers refuse the sign-in (" + name + ").",
                            e);
                }
                case AuthorizationException _ -> {
                    return new ClaimscopeException(
                            ErrorKind.DENIED,
                            "kafka: the brokers do not allow to read this (" + name + ").",
                            e);
                }
                case UnknownTopicOrPartitionException _, InvalidTopicException _ -> {
                    return KafkaSettings.wrong("a topic is not there, or has no such name");
                }
                case ConfigException wrong -> {
                    Matcher setting = SETTING.matcher(String.valueOf(wrong.getMessage()));
                    return KafkaSettings.wrong(
                            setting.find()
                                    ? "the setting " + setting.group(1) + " is wrong"
                                    : "a setting is wrong, such as a server that is no host:port");
                }
                case RetriableException _ -> {
                    return new ClaimscopeException(
                            ErrorKind.SOURCE_DOWN,
                            "kafka: the brokers do not answer (" + name + ").",
                            e);
                }
                default -> {}
            }
        }
        return new ClaimscopeException(
                ErrorKind.SOURCE_DOWN,
                "kafka: reading broke off ("
                        + e.getClass().getSimpleName().toLowerCase(Locale.ROOT)
                        + ").",
                e);
    }
}
