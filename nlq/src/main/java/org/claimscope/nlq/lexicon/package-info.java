/// Which words mean which measure, dimension or member.
@NullMarked
package org.claimscope.nlq.lexicon;

import org.jspecify.annotations.NullMarked;
