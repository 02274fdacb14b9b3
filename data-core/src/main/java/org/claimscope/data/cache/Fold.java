package org.claimscope.data.cache;

import java.util.stream.Collectors;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Entity.Versions;
import org.claimscope.data.model.Field;

/// The SQL that turns the rows of a history into a table of the engine.
///
/// Whole records: a later delivery wins over an earlier one, and within a delivery a later line.
/// Patches build on what was told before them, in the order of their events and not of their
/// arrival, so the same messages end in the same table however they were shuffled. A whole record
/// tells all fields but those that no column of its delivery fills ([Delivery#untold()]). Versions
/// of a slowly changing record are valid from the day the sender says it changed (a patch's event,
/// `modified_date`, else the day of delivery); the first one from the beginning of time. So is what
/// a whole record was the first to tell: a claim whose remittance came before its extract had its
/// patient and facility all along.
final class Fold {
    static final String BEGINNING = "date '0001-01-01'";
    static final String END = "date '9999-12-31'";

    /// When each delivery came and what it cannot tell, which the folds look at.
    static final String DELIVERIES =
            "create table delivery_day (delivery_id bigint, day date, received_micros bigint, untold varchar[])";

    private static final String KEY = " over (partition by v.source, v.id order by ";

    /// Whole records keep the order they were delivered in; patches that claim the same instant
    /// take one that does not depend on their arrival; equal ones differ only in where they are
    /// from.
    private static final String ORDER =
            "v.happened, v.whole_delivery, v.whole_line, v.content_hash, v.delivery_id, v.line";

    private Fold() {}

    /// What must be known of the patches among some rows to fold them.
    enum Patches {
        NONE,
        /// All after a whole record of their key, or of keys without any.
        AFTER_WHOLE,
        /// Some before the first whole record of their key: what it tells was so before it came.
        BEFORE_WHOLE
    }

    /// How many keys have a patch before their first whole record. To look costs little; to fold
    /// with it in mind costs a statement of twice the size, which each small delivery would pay.
    static String patchedBeforeWhole(String from) {
        return "select count(*) from (select 1 from "
                + from
                + " v left join delivery_day y on y.delivery_id = v.delivery_id group by v.source, v.id"
                + " having min(v.event_micros) < min(case when v.event_micros is null then y.received_micros end) limit 1)";
    }

    /// @param from a table with the columns of a segment: every row of the keys it has
    /// @param patching what is known of its rows that are patches
    static String insert(Entity entity, String from, Patches patching) {
        boolean patches = patching != Patches.NONE;
        String rows =
                patches
                        ? "("
                                + merged(
                                        entity,
                                        from,
                                        patching == Patches.BEFORE_WHOLE
                                                && entity.versions() == Versions.SCD2)
                                + ")"
                        : from;
        String order = KEY + (patches ? "v.place" : "v.delivery_id, v.line");
        String place = patches ? ", place" : "";
        if (entity.versions() == Versions.CURRENT) {
            return "insert into "
                    + entity.table()
                    + " select v.*"
                    + (patches ? " exclude (place)" : "")
                    + " from "
                    + rows
                    + " v qualify lead(v.id)"
                    + order
                    + ") is null and not v.is_closed";
        }
        // Event times may run backwards; a version never starts before the one it replaces.
        return "insert into "
                + entity.table()
                + " select f.* exclude (version), coalesce(lead(f.valid_from) over (partition by f.source, f.id order by f.version), "
                + END
                + ") from (select v.* exclude (version, event_day"
                + place
                + "), v.version, case when version = 1 then "
                + BEGINNING
                + " else max(case when version > 1 then event_day end) over (partition by v.source, v.id order by v.version rows unbounded preceding) end as valid_from"
                + " from (select v.*, row_number()"
                + order
                + ") as version, coalesce(cast(make_timestamp(v.event_micros) as date), v.modified_date, y.day) as event_day from "
                + rows
                + " v left join delivery_day y on y.delivery_id = v.delivery_id) v) f";
    }

    /// Every row with what was known before it filled in, and its `place` among its key's.
    private static String merged(Entity entity, String from, boolean backwards) {
        String fields =
                entity.fields().stream()
                        .map(f ->
                                f.name().equals("source") || f.name().equals("id")
                                        ? "v." + f.name()
                                        : known(f, backwards) + " as " + f.name())
                        .collect(Collectors.joining(", "));
        return "select "
                + fields
                + ", v.is_closed, v.content_hash, v.delivery_id, v.line, v.event_micros, row_number()"
                + KEY
                + ORDER
                + ") as place from (select v.*, coalesce(y.untold, []) as untold, coalesce(v.event_micros, y.received_micros) as happened"
                + ", case when v.event_micros is null then v.delivery_id end as whole_delivery"
                + ", case when v.event_micros is null then v.line end as whole_line from "
                + from
                + " v left join delivery_day y on y.delivery_id = v.delivery_id) v";
    }

    private static String known(Field field, boolean backwards) {
        String tells =
                "v."
                        + field.name()
                        + " is not null or v.event_micros is null and (v.is_closed or not list_contains(v.untold, '"
                        + field.name()
                        + "'))";
        // What is told may be nothing, so it is looked for in a wrapping that is there.
        String last =
                "(last_value(case when "
                        + tells
                        + " then {'told': v."
                        + field.name()
                        + "} end ignore nulls)"
                        + KEY
                        + ORDER
                        + " rows unbounded preceding))";
        String told =
                !backwards
                        ? last + ".told"
                        : "case when "
                                + last
                                + " is not null then "
                                + last
                                + ".told else "
                                + "(first_value(case when "
                                + tells
                                + " then {'told': case when v.event_micros is null then v."
                                + field.name()
                                + " end} end ignore nulls)"
                                + KEY
                                + ORDER
                                + " rows between unbounded preceding and unbounded following)).told end";
        // An empty text and a day before all days take back what was told before.
        return switch (field.type()) {
            case TEXT -> "nullif(" + told + ", '')";
            case DATE -> "nullif(" + told + ", " + BEGINNING + ")";
            case MONEY, QUANTITY -> told;
        };
    }
}
