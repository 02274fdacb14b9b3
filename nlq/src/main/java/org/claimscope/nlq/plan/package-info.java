/// A form to a query in the catalog's words, or the reason why there is none yet.
@NullMarked
package org.claimscope.nlq.plan;

import org.jspecify.annotations.NullMarked;
