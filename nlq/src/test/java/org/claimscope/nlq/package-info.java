/// Questions from the field, and whether they are understood.
@NullMarked
package org.claimscope.nlq;

import org.jspecify.annotations.NullMarked;
