package org.claimscope.data.progress;

/// How far a long task is; told often, shown when the reader likes.
@FunctionalInterface
public interface Progress {
    /// Nobody watches.
    Progress NONE = (what, done, total) -> {};

    /// @param what what is being done, in the analyst's words; never a value of a record
    /// @param done units finished so far
    /// @param total units in all, or a negative number when unknown
    void at(String what, long done, long total);
}
