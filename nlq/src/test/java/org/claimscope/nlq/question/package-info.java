/// Words cut as people write them.
@NullMarked
package org.claimscope.nlq.question;

import org.jspecify.annotations.NullMarked;
