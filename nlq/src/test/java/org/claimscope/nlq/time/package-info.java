/// Periods and dates, phrase by phrase.
@NullMarked
package org.claimscope.nlq.time;

import org.jspecify.annotations.NullMarked;
