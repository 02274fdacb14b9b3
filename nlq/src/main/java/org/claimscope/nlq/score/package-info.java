/// How well questions are understood, measured against forms that people wrote.
@NullMarked
package org.claimscope.nlq.score;

import org.jspecify.annotations.NullMarked;
