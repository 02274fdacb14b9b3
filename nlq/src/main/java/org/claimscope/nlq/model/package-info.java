/// Reading a question with a language model's help: what it is asked, and how far its reply is
/// believed.
@NullMarked
package org.claimscope.nlq.model;

import org.jspecify.annotations.NullMarked;
