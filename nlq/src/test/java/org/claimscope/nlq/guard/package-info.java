/// What may leave, and that nothing else does.
@NullMarked
package org.claimscope.nlq.guard;

import org.jspecify.annotations.NullMarked;
