/// The question as it was typed, cut into words.
@NullMarked
package org.claimscope.nlq.question;

import org.jspecify.annotations.NullMarked;
