@NullMarked
package org.claimscope.nlq.verified;

import org.jspecify.annotations.NullMarked;
