@NullMarked
package org.claimscope.nlq.score;

import org.jspecify.annotations.NullMarked;
