package org.claimscope.data.source;

import java.util.List;

/// Where a source that is sent messages puts them.
public interface Receiver {
    /// Returns when every message is safe on the disk; waits while there is no room for more.
    ///
    /// @return what became of each message, in their order
    /// @throws org.claimscope.data.error.ClaimscopeException when they are not safe: the sender has
    ///   to send them again
    List<Receipt> receive(List<Message> messages);

    /// @param key what the sender calls it, such as an HL7 control id
    /// @param place where it was, for people; empty when its sender knows it by its key
    record Message(String key, byte[] content, String place) {
        public Message(String key, byte[] content) {
            this(key, content, "");
        }
    }

    /// What became of a message.
    enum Receipt {
        STORED,
        /// The same key with the same bytes came before.
        REPEATED
    }
}
