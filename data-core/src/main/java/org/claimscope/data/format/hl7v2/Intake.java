package org.claimscope.data.format.hl7v2;

import org.claimscope.data.format.Finding;
import org.claimscope.data.format.Gathered;
import org.claimscope.data.format.Numbers;
import org.claimscope.data.format.PatchRow;
import org.claimscope.data.model.Entity;
import org.claimscope.data.model.Rejection;

/// What is being taken from one message: its rows, its defects, and whether it can be taken at all.
///
/// An empty field says nothing and sets nothing; `""` takes back what was told before (HL7 2.5
/// §2.6).
final class Intake {
    private final Message message;
    private final long number;
    private final Gathered gathered = new Gathered();

    Intake(Message message, long number) {
        this.message = message;
        this.number = number;
    }

    Message message() {
        return message;
    }

    Gathered gathered() {
        return gathered;
    }

    PatchRow row(Entity entity, String id) {
        return gathered.row(entity, id);
    }

    /// The whole message goes to quarantine; the first reason is told.
    void reject(Rejection.Reason reason, String column, String explanation) {
        gathered.reject(reason, column, explanation);
    }

    void finding(String code, String field, String text) {
        String where = "message " + number + (field.isEmpty() ? "" : ", " + field);
        gathered.finding(new Finding(code, where, text));
    }

    void text(PatchRow row, int field, Segment s, int f, int c) {
        told(row, field, s.text(f, c), s.name() + "-" + f);
    }

    /// The first of several places that says anything.
    void text(PatchRow row, int field, Segment s, int f, int c, int otherF, int otherC) {
        boolean first = !s.text(f, c).isEmpty();
        text(row, field, s, first ? f : otherF, first ? c : otherC);
    }

    void told(PatchRow row, int field, String value, String where) {
        if (value.equals(Segment.DELETE)) {
            delete(row, field, where);
        } else if (!row.text(field, value)) {
            finding("too-long", where, "the value is longer than any of its kind, and not taken");
        }
    }

    private void delete(PatchRow row, int field, String where) {
        if (!row.clear(field)) {
            finding("not-deleted", where, "a number that is deleted stays as it was");
        }
    }

    void day(PatchRow row, int field, Segment s, int f, int c) {
        String ts = timestamp(s, f, c);
        if (ts.equals(Segment.DELETE)) {
            delete(row, field, s.name() + "-" + f);
        } else if (!ts.isEmpty()) {
            long day = Timestamps.epochDay(ts);
            if (day == Timestamps.UNREADABLE) {
                finding("not-a-date", s.name() + "-" + f, "no day can be read; it is not taken");
            } else {
                row.date(field, (int) day);
            }
        }
    }

    /// A time. Where the input ends within it, eight digits are a whole day all the same.
    String timestamp(Segment s, int f, int c) {
        String ts = s.text(f, c);
        if (ts.isEmpty() && s.isCut(f, c) && s.cutText(f, c).length() >= 8) {
            return s.cutText(f, c).substring(0, 8);
        }
        return ts;
    }

    /// A sum of money, in cents.
    ///
    /// @return [Numbers#UNREADABLE] when there is none; what is there and unreadable, or cut off,
    ///   turns the message away: money is never guessed
    long money(Segment s, int f, int c) {
        String column = s.name() + "-" + f;
        String text = s.text(f, c);
        if (text.isEmpty() && s.isCut(f, c)) {
            text = s.cutText(f, c);
            int point = text.indexOf('.');
            // Two decimals are all there are.
            if (point < 0 || text.length() < point + 3) {
                reject(
                        Rejection.Reason.CUT_OFF,
                        column,
                        "the delivery ends within this sum: it may be larger");
                return Numbers.UNREADABLE;
            }
        }
        if (text.isEmpty() || text.equals(Segment.DELETE)) {
            return Numbers.UNREADABLE;
        }
        long cents = Numbers.cents(text);
        if (cents == Numbers.UNREADABLE) {
            reject(Rejection.Reason.NOT_MONEY, column, "this is no sum of money");
        }
        return cents;
    }

    void quantity(PatchRow row, int field, Segment s, int f, int c) {
        String text = s.text(f, c);
        if (!text.isEmpty() && !text.equals(Segment.DELETE)) {
            long quantity = Numbers.tenThousandths(text);
            if (quantity == Numbers.UNREADABLE) {
                finding("not-a-number", s.name() + "-" + f, "no number can be read");
            } else {
                row.quantity(field, quantity);
            }
        }
    }
}
