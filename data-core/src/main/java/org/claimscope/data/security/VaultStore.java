package org.claimscope.data.security;

/// Where a vault keeps its header; the cache implements it on files.
public interface VaultStore {
    /// The newest readable copy.
    byte[] read();

    /// Replaces all copies, one after the other, each atomically.
    void write(byte[] header);
}
