package org.claimscope.data.audit;

import java.time.Instant;

/// One line of the audit log: who did what to which data, and why.
///
/// @param seq counts from 1 without gaps
/// @param action a stable word such as `query`, `sync`, `delivery.undo`
/// @param resource what was looked at, by name; never a value of a record
/// @param detail canonical JSON
/// @param hash HMAC-SHA256 over the entry before and this one, in hex
public record AuditEntry(
        long seq,
        Instant at,
        String actor,
        String action,
        String resource,
        String purpose,
        String detail,
        String hash) {}
