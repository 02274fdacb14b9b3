package org.claimscope.data.error;

/// What a failure means to the person in front of it. Every failure has exactly one.
public enum ErrorKind {
    /// The request is wrong: an unknown name, a missing option, an impossible date.
    USER,
    /// The data are wrong: a file that is not what it says, a mapping that does not fit.
    DATA,
    /// Not allowed: wrong passphrase, or a role that may not see this.
    DENIED,
    /// The other side does not answer: a folder, a server or a workspace held by another process.
    SOURCE_DOWN,
    /// The machine has run out of something: disk, memory, file handles.
    RESOURCES,
    /// A fault of the program.
    INTERNAL
}
