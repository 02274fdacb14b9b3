package org.claimscope.data.cache;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.claimscope.data.testing.Golden;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The DDL and the generated jOOQ tables are in the repository; these tests regenerate both and
/// compare.
final class GeneratedSchemaTest {
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path RESOURCES = Path.of("src/main/resources/org/claimscope/data/cache");
    private static final String PACKAGE = "org.claimscope.data.cache.schema";

    @TempDir Path temp;

    @Test
    void warehouseSqlFollowsTheEntities() throws IOException {
        Golden.check(RESOURCES.resolve("warehouse.sql").toString(), WarehouseDdl.all());
    }

    @Test
    void jooqTablesFollowTheDdl() throws Exception {
        for (String schema : List.of("control", "warehouse")) {
            generate(schema, temp);
            Path generated = temp.resolve(PACKAGE.replace('.', '/')).resolve(schema);
            Path checkedIn = SOURCES.resolve(PACKAGE.replace('.', '/')).resolve(schema);
            if (Golden.updating()) {
                generate(schema, SOURCES);
            }
            assertEquals(sources(generated), sources(checkedIn));
        }
    }

    private static void generate(String schema, Path directory) throws Exception {
        GenerationTool.generate(
                new Configuration()
                        .withLogging(Logging.WARN)
                        .withJdbc(
                                new Jdbc()
                                        .withDriver("org.h2.Driver")
                                        .withUrl(
                                                "jdbc:h2:mem:"
                                                        + schema
                                                        + ";DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;INIT=RUNSCRIPT FROM '"
                                                        + RESOURCES
                                                                .resolve(schema + ".sql")
                                                                .toAbsolutePath()
                                                        + "'"))
                        .withGenerator(
                                new Generator()
                                        .withDatabase(
                                                new Database()
                                                        .withName("org.jooq.meta.h2.H2Database")
                                                        .withInputSchema("public")
                                                        .withOutputSchemaToDefault(true)
                                                        .withIncludes(".*")
                                                        .withExcludes("INFORMATION_SCHEMA.*"))
                                        .withGenerate(
                                                new Generate()
                                                        .withRecords(false)
                                                        .withGlobalObjectReferences(true)
                                                        .withGlobalTableReferences(true)
                                                        .withIndexes(false)
                                                        .withKeys(false)
                                                        .withGeneratedAnnotation(false)
                                                        .withComments(false)
                                                        .withJavadoc(false)
                                                        .withImplicitJoinPathsToOne(false)
                                                        .withRelations(false))
                                        .withTarget(
                                                new Target()
                                                        .withPackageName(PACKAGE + "." + schema)
                                                        .withDirectory(directory.toString()))));
    }

    private static Map<String, String> sources(Path directory) throws IOException {
        var found = new TreeMap<String, String>();
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (!file.endsWith("package-info.java")) {
                        found.put(directory.relativize(file).toString(), Files.readString(file));
                    }
                }
            }
        }
        return found;
    }
}
