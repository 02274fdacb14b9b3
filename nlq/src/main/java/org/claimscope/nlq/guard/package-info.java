/// What may leave the machine: masking before, a check of the exact bytes at the door, and the one
/// gateway that opens connections to language models.
@NullMarked
package org.claimscope.nlq.guard;

import org.jspecify.annotations.NullMarked;
