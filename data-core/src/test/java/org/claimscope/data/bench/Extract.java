package org.claimscope.data.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.arrow.vector.DateDayVector;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;
import org.claimscope.data.cache.Workspace;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Field;
import org.claimscope.data.model.Sensitivity;
import org.jooq.impl.DSL;

/// The rows that the product's queries see, as tab-separated files that the other engines load: the
/// same data to the row.
///
/// Only current versions of slowly changing records, which spares the others the product's choice
/// of version.
final class Extract {
    static final List<Entity> TABLES =
            List.of(
                    Entity.FACILITY,
                    Entity.DEPARTMENT,
                    Entity.PROVIDER,
                    Entity.PAYER,
                    Entity.CLAIM,
                    Entity.TRANSACTION);

    private Extract() {}

    static List<Field> fields(Entity entity) {
        return entity.fields().stream()
                .filter(f -> f.sensitivity() != Sensitivity.IDENTIFIER || f.references() != null)
                .toList();
    }

    static Path file(Path folder, Entity entity) {
        return folder.resolve(entity.table() + ".tsv");
    }

    static void write(Workspace workspace, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Entity entity : TABLES) {
            var query =
                    DSL.select(
                                    fields(entity).stream()
                                            .map(f -> DSL.field(DSL.name(f.name())))
                                            .toList())
                            .from(DSL.table(DSL.name(entity.table())))
                            .where(
                                    entity.versions() == Entity.Versions.SCD2
                                            ? DSL.condition(
                                                    "valid_to = date '9999-12-31' and not is_closed")
                                            : DSL.noCondition());
            try (Writer out = Files.newBufferedWriter(file(folder, entity))) {
                workspace.query(
                        Set.of(entity),
                        query,
                        rows -> {
                            while (rows.loadNextBatch()) {
                                write(rows.getVectorSchemaRoot(), out);
                            }
                            return true;
                        });
            }
        }
    }

    private static void write(VectorSchemaRoot batch, Writer out) throws IOException {
        List<FieldVector> vectors = batch.getFieldVectors();
        for (int r = 0; r < batch.getRowCount(); r++) {
            for (int c = 0; c < vectors.size(); c++) {
                FieldVector v = vectors.get(c);
                if (c > 0) {
                    out.write('\t');
                }
                if (!v.isNull(r)) {
                    String text =
                            v instanceof DateDayVector days
                                    ? LocalDate.ofEpochDay(days.get(r)).toString()
                                    : v.getObject(r).toString();
                    if (text.isEmpty() || text.indexOf('\t') >= 0 || text.indexOf('\n') >= 0) {
                        throw new IllegalStateException(
                                "the extract cannot hold a value of " + v.getName());
                    }
                    out.write(text);
                }
            }
            out.write('\n');
        }
    }
}
