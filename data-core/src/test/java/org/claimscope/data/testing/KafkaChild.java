package org.claimscope.data.testing;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;

/// The process of a [KafkaBroker].
public final class KafkaChild {
    private KafkaChild() {}

    /// @param args the server's properties
    public static void main(String[] args) {
        Path log = Path.of(args[0]).resolveSibling("log");
        if (!Files.exists(log)) {
            int formatted =
                    kafka.tools.StorageTool.execute(
                            new String[] {
                                "format", "-t", Uuid.randomUuid().toString(), "-c", args[0]
                            },
                            System.out);
            if (formatted != 0) {
                throw new IllegalStateException("the log folder cannot be made");
            }
        }
        System.out.println("ready");
        kafka.Kafka.main(args);
    }
}
