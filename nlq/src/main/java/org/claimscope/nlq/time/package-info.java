/// Periods and dates in the field's words, on java.time.
@NullMarked
package org.claimscope.nlq.time;

import org.jspecify.annotations.NullMarked;
