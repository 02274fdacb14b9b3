/// The hash-chained log of every look at the data.
@NullMarked
package org.claimscope.data.audit;

import org.jspecify.annotations.NullMarked;
