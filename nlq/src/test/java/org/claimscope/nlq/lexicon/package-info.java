/// Members and slips.
@NullMarked
package org.claimscope.nlq.lexicon;

import org.jspecify.annotations.NullMarked;
