/// A result as one sentence, a chart hint and rows; every number comes from the result.
@NullMarked
package org.claimscope.nlq.answer;

import org.jspecify.annotations.NullMarked;
